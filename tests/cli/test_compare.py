"""``caseworker compare`` over lists and clean extracts, and what it says when they are wrong."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from caseworker_app.cli.main import main
from caseworker_app.demo.township import make_township
from caseworker_app.intake.pack_file import shipped
from tests.rules.comparison.conftest import number
from tests.server.matching.extracts import raised, spooled

DAY = date(2026, 3, 10)
CASES = [(u.declaration, u.records) for u in make_township(60, 1, today=DAY).households]
HEAD, MATE, OTHER = number("19750314", 1), number("19800101", 9), number("19750314", 3)
_HOUSEHOLDS = (
    "救助证号,户号,区划代码,公民身份号码,姓名,与户主关系,婚姻状况,申报日期\n"
    f"D1,H001,330199001002,{HEAD},陈大山,本人,未婚,2024-05-06\n"
)
_PERSONS = (
    "公民身份号码,姓名,户号,区划代码,与户主关系\n"
    f"{HEAD},陈大山,H001,330199001002,本人\n"
    f"{MATE},周某,H001,330199001002,子\n"
)


@pytest.fixture
def extracts(tmp_path: Path) -> Path:
    folder = tmp_path / "households"
    folder.mkdir()
    made = spooled(folder, CASES, DAY)
    registers = tmp_path / "registers"
    registers.mkdir()
    for register, path in made.registers.items():
        path.rename(registers / f"{register.value}s.parquet")
    return tmp_path


def _compare(folder: Path, out: str, *more: str) -> int:
    return main(
        [
            "compare",
            "--households", str(folder / "households"),
            "--registers", str(folder / "registers"),
            "--as-of", DAY.isoformat(),
            "--out", str(folder / out),
            *more,
        ]
    )  # fmt: skip


def _rows(path: Path) -> list[dict[str, str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("engine", ["sqlite", "duckdb"])
def test_that_a_stock_is_compared_and_what_disagrees_is_written(
    extracts: Path, capsys: pytest.CaptureFixture[str], engine: str
) -> None:
    expected = raised(CASES, shipped(), DAY)

    assert _compare(extracts, "out.csv", "--engine", engine, "--json") == 0

    told = json.loads(capsys.readouterr().out)
    rows = _rows(extracts / "out.csv")
    codes = [item.code for _, items in sorted(expected.items()) for item in items]
    assert [row["差异代码"] for row in rows] == codes
    assert told["households_with_differences"] == len(expected)
    assert told["discrepancies"] == len(codes) == sum(told["by_code"].values())
    assert sum(told["by_level"].values()) == len(codes)
    assert {row["级别"] for row in rows} <= {"红", "橙", "黄", "蓝"}
    assert all(row["数据日期"] for row in rows if row["差异代码"] != "FC12" and row["登记记录"])


def test_that_every_format_has_the_same_rows(extracts: Path) -> None:
    for name in ("out.csv", "out.xlsx", "out.parquet", "again.csv"):
        assert _compare(extracts, name) == 0

    sheet = CalamineWorkbook.from_path(extracts / "out.xlsx").get_sheet_by_index(0).to_python()
    rows = _rows(extracts / "out.csv")
    assert (extracts / "again.csv").read_bytes() == (extracts / "out.csv").read_bytes()
    assert [row[1] for row in sheet[1:]] == [row["差异代码"] for row in rows]
    assert (extracts / "out.parquet").read_bytes()[:4] == b"PAR1"


def test_that_lists_with_official_headings_are_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _lists(tmp_path)

    assert _compare_lists(tmp_path) == 0

    (row,) = _rows(tmp_path / "out.csv")
    assert (row["家庭"], row["差异代码"], row["对象"]) == ("D1", "HJ04", "周某")
    told = capsys.readouterr()
    assert "没有车辆数据，未作车辆比对" in told.out
    assert "HJ04  户籍同户但未申报的人员  1" in told.out
    assert "正在逐户比对" in told.err


def test_that_a_household_nobody_of_which_is_registered_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _lists(tmp_path)
    other = _PERSONS.replace("H001", "H002").replace(HEAD, OTHER)
    (tmp_path / "registers" / "户籍.csv").write_text(other, "utf-8")

    assert _compare_lists(tmp_path) == 0
    assert "另有 1 户在户籍数据中查无任何成员" in capsys.readouterr().out


def _lists(folder: Path) -> None:
    (folder / "households.csv").write_text(_HOUSEHOLDS, "utf-8")
    (folder / "registers").mkdir()
    (folder / "registers" / "户籍.csv").write_text(_PERSONS, "utf-8")


def _compare_lists(folder: Path) -> int:
    return main(
        [
            "compare",
            "--households", str(folder / "households.csv"),
            "--registers", str(folder / "registers"),
            "--as-of", DAY.isoformat(),
            "--out", str(folder / "out.csv"),
        ]
    )  # fmt: skip


def _lose(folder: Path) -> None:
    (folder / "households" / "member.parquet").unlink()


def _spoil(folder: Path) -> None:
    (folder / "registers" / "vehicles.parquet").write_bytes(b"no table")


def _empty(folder: Path) -> None:
    for path in (folder / "registers").iterdir():
        path.unlink()


def _double(folder: Path) -> None:
    (folder / "registers" / "车辆.csv").write_text("号牌号码\n", "utf-8")


def _swap(folder: Path) -> None:
    (folder / "registers" / "vehicles.parquet").replace(folder / "registers" / "estates.parquet")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (_lose, "没有 member.parquet"),
        (_spoil, "不是完整的 Parquet 文件"),
        (_empty, "没有登记数据，无法比对"),
        (_double, "车辆数据有两份"),
        (_swap, "缺少列 unit_number（文字）"),
    ],
)
def test_that_wrong_files_are_a_sentence_and_leave_nothing(
    extracts: Path, capsys: pytest.CaptureFixture[str], wrong: object, sentence: str
) -> None:
    assert callable(wrong)
    wrong(extracts)

    assert _compare(extracts, "out.csv") == 1
    told = capsys.readouterr()
    assert sentence in told.err
    assert told.out == ""
    assert not (extracts / "out.csv").exists()


@pytest.mark.parametrize(
    ("out", "sentence"),
    [("out.pdf", "应以 .csv、.xlsx、.parquet 结尾"), ("nowhere/out.csv", "无法写入")],
)
def test_that_a_place_that_cannot_be_written_is_told_first(
    extracts: Path, capsys: pytest.CaptureFixture[str], out: str, sentence: str
) -> None:
    assert _compare(extracts, out) == 1
    assert sentence in capsys.readouterr().err


def test_that_spark_that_is_not_installed_is_a_sentence(
    extracts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        import pyspark  # noqa: F401, PLC0415  # there only for make cluster
    except ImportError:
        assert _compare(extracts, "out.csv", "--engine", "spark") == 1
        assert "没有安装 spark 引擎" in capsys.readouterr().err
