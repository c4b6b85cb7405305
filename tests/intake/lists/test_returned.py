"""The rows that go back: readable by the department, harmless to whoever opens the file."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
import python_calamine

from caseworker_app.errors import OutsideError
from caseworker_app.intake.lists import returned
from caseworker_app.intake.lists.outcome import Fault, Refused
from tests.intake.lists.making import csv_file, judged, number, people, person


def _write(path: Path, *cells: Sequence[str]) -> Path:
    with returned.ReturnedRows(path, ("姓名", "公民身份号码", "户号")) as rows:
        for n, row in enumerate(cells, 2):
            rows.add(Refused(n, tuple(row), (Fault("姓名", row[0], "没有填"),)))
    return path


def _cells(path: Path) -> list[list[str]]:
    rows = python_calamine.load_workbook(path).get_sheet_by_index(0).to_python()
    return [[str(cell) for cell in row] for row in rows]


def test_that_rows_go_back_as_text_with_number_and_reason(tmp_path: Path) -> None:
    path = _write(returned.place_for(tmp_path / "名单.csv"), person(1))

    assert path.name == "名单_退回.xlsx"
    assert _cells(path) == [
        ["行号", "退回原因", "姓名", "公民身份号码", "户号"],
        ["2", "姓名“张1”：没有填", "张1", number(1), "H1"],
    ]
    assert oct(path.stat().st_mode)[-3:] == "600"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "cell",
    ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1",
     "＠A"],
)  # fmt: skip
def test_that_nothing_executes(tmp_path: Path, cell: str) -> None:
    path = _write(tmp_path / "a.xlsx", (cell, "http://x.test/", "1"))

    assert _cells(path)[1][2].startswith("'")
    with zipfile.ZipFile(path) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in sheet
        assert b"hyperlink" not in sheet


def test_that_corrected_rows_can_be_read_again(tmp_path: Path) -> None:
    rows = [(*people()[0], "备注"), ("", *person(1)[1:], "=1+1"), person(2, "")]
    _, refused, _ = judged(csv_file(tmp_path / "a.csv", rows))
    path = tmp_path / "b.xlsx"
    with returned.ReturnedRows(path, (*people()[0], "备注")) as back:
        for one in refused:
            back.add(Refused(one.row, ("补上", *one.cells[1:]), one.faults))

    taken, refused, report = judged(path)

    assert len(taken) == 1
    assert not refused
    assert report.layout.unused == ("备注",)


def test_that_no_row_makes_no_file_and_a_failure_leaves_the_old_one(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.xlsx")
    assert not path.exists()
    _write(path, person(1))
    before = path.read_bytes()

    def broken_off() -> None:
        with returned.ReturnedRows(path, ("姓名",)) as rows:
            rows.add(Refused(9, ("x",), ()))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken_off()

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_place_that_takes_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match="没有这个文件或文件夹"):
        _write(tmp_path / "none" / "a.xlsx", person(1))
    (tmp_path / "b.xlsx").mkdir()
    with pytest.raises(OutsideError, match=r"b\.xlsx"):
        _write(tmp_path / "b.xlsx", person(1))
    assert [path.name for path in tmp_path.iterdir()] == ["b.xlsx"]


def test_that_many_rows_are_written_in_little_memory(tmp_path: Path) -> None:
    rows = (person(n) for n in range(1, 3000))

    assert len(_cells(_write(tmp_path / "a.xlsx", *rows))) == 3000


def test_that_a_cell_longer_than_a_spreadsheet_holds_is_cut(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.xlsx", ("=" + "x" * 40_000, "", ""))

    assert len(_cells(path)[1][2]) == 32_767
