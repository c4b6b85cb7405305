"""``caseworker whatif`` tries a rule pack on the files an office has."""

import csv
import json
from pathlib import Path

import pytest

from caseworker_app.cli import spreadsheet
from caseworker_app.cli.main import main
from caseworker_app.paths import resource

_WORKED = Path(__file__).parents[1] / "rules/cases/worked.yaml"


def _pack(folder: Path, standard: int = 1401) -> str:
    text = resource("packs", "zj_demo.toml").read_text("utf-8")
    path = folder / f"pack{standard}.toml"
    path.write_text(
        text.replace("dibao = { value = 1301", f"dibao = {{ value = {standard}"), "utf-8"
    )
    return str(path)


def _household(name: str, pension: int, title: str = "") -> str:
    case = {
        "id": name,
        "title": title,
        "as_of": "2026-06-10",
        "persons": [{"id": "p1", "age": 66, "status": "retired"}],
        "incomes": [{"who": "p1", "kind": "transfer", "type": "职工养老金", "monthly": pension}],
    }
    return json.dumps(case, ensure_ascii=False)


def _stock(folder: Path, *lines: str) -> str:
    path = folder / "stock.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return str(path)


@pytest.fixture
def stock(tmp_path: Path) -> str:
    return _stock(
        tmp_path,
        _household("H1", 1000, "=cmd|' /C calc'!A0"),
        _household("H2", 1350),
        _household("330199000000000012", 2450),
        _household("H4", 2550),
        _household("H5", 9000),
    )


def test_that_the_words_name_baseline_trial_and_difference(
    stock: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["whatif", "--households", stock, "--pack", _pack(tmp_path)])

    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert status == 0
    assert lines[0] == "以规则包 B 为基准，试行规则包 A，逐户比较当日应享受的待遇（不计渐退）"
    assert lines[1].startswith("规则包 A（试行）")
    assert "共 5 户" in lines
    assert "每月支出：基准 301 元，试行 452 元，增加 151 元" in lines
    assert "类别：新进入 0 户，退出 0 户，改变 1 户" in lines
    assert "  H2  低边 0 元 → 低保 51 元" in lines
    assert told.err == "正在逐户试算\n"


def test_that_one_json_document_has_everything(
    stock: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["whatif", "--households", stock, "--pack", _pack(tmp_path), "--json"])

    document = json.loads(capsys.readouterr().out)
    before, after = document["packs"]
    assert (before["role"], after["role"]) == ("before", "after")
    assert before["hash"] != after["hash"]
    assert document["households"] == 5
    assert document["cost"] == {"before": 301, "after": 452, "difference": 151}
    assert document["categories"]["dibao"] == {
        "before": {"households": 1, "paid": 1, "monthly": 301},
        "after": {"households": 2, "paid": 2, "monthly": 452},
    }
    assert document["counts"] == {
        "entered": 0, "left": 0, "changed": 1, "raised": 2, "lowered": 0, "same": 3, "differing": 2,
    }  # fmt: skip
    assert document["changed"] == [{"id": "H2", "before": "low_margin", "after": "dibao"}]
    assert document["raised"][0] == {"id": "H1", "before": 301, "after": 401, "difference": 100}
    assert (document["entered"], document["left"], document["lowered"]) == ([], [], [])


def test_that_against_takes_the_place_of_the_shipped_pack(
    stock: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--households", stock, "--pack", _pack(tmp_path, 1201), "--against"]
    main(["whatif", *words, _pack(tmp_path, 1301), "--json"])

    document = json.loads(capsys.readouterr().out)
    assert document["left"] == ["330199000000000012"]
    assert document["cost"] == {"before": 301, "after": 201, "difference": -100}
    assert document["lowered"] == [{"id": "H1", "before": 301, "after": 201, "difference": -100}]


def test_that_the_worked_cases_are_tried_without_their_overrides(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["whatif", "--households", str(_WORKED), "--pack", _pack(tmp_path, 1301), "--json"])

    document = json.loads(capsys.readouterr().out)
    assert document["households"] == 33
    assert document["left_out"] == {"other_kinds": 3, "overrides": 5, "unused_fields": 0}
    assert document["cost"]["difference"] == document["counts"]["differing"] == 0


def test_that_what_was_left_out_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    misspelt = json.dumps({**json.loads(_household("H1", 5)), "incoms": []})
    stock = _stock(tmp_path, misspelt)
    main(["whatif", "--households", str(_WORKED), "--pack", _pack(tmp_path)])
    main(["whatif", "--households", stock, "--pack", _pack(tmp_path)])

    lines = capsys.readouterr().out.splitlines()
    assert "  未试算 3 例：所问不是待遇认定" in lines
    assert "  5 户自带替换参数（override），未采用，一律按规则包" in lines
    assert lines[lines.index("  未使用的字段 1 处，如：") + 1] == "    第 1 行 H1: incoms 未使用。"


def test_that_the_table_opens_in_a_spreadsheet_and_runs_nothing(
    stock: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "changes.csv"
    words = ["--pack", _pack(tmp_path, 1201), "--out", str(out)]

    assert main(["whatif", "--households", stock, *words]) == 0

    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    with out.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = list(csv.reader(file))
    assert head == ["编号", "名称", "原类别", "新类别", "原每月金额", "新每月金额", "差额"]
    assert rows == [
        ["H1", "'=cmd|' /C calc'!A0", "低保", "低保", "301.00", "201.00", "-100.00"],
        ["'330199000000000012", "", "低边", "不符合", "0.00", "0.00", "0.00"],
    ]
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".new")] == []


@pytest.mark.parametrize("first", list("=+-@\t\r\n＝＋－＠"))
def test_that_no_cell_of_others_begins_a_formula(first: str) -> None:
    assert spreadsheet.harmless(f"{first}1") == f"'{first}1"
    assert spreadsheet.harmless(f"1{first}") == f"1{first}"


def test_that_a_title_no_encoding_has_is_still_written(tmp_path: Path) -> None:
    stock = _stock(tmp_path, json.dumps({**json.loads(_household("H1", 0)), "title": "\ud800"}))
    out = tmp_path / "changes.csv"

    words = ["--pack", _pack(tmp_path), "--out", str(out)]
    assert main(["whatif", "--households", stock, *words]) == 0
    assert "H1,?," in out.read_text("utf-8-sig")


def test_that_a_faulty_stock_gives_no_result_and_no_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "changes.csv"
    stock = _stock(tmp_path, _household("H1", 5), _household("H1", 5), '{"id": "H2", "as')

    status = main(
        ["whatif", "--households", stock, "--pack", _pack(tmp_path), "--out", str(out), "--json"]
    )

    told = capsys.readouterr()
    assert (status, told.out, out.exists()) == (1, "", False)
    assert "第 2 行 H1: 编号与第 1 行重复。" in told.err
    assert "第 3 行: 不是完整有效的 JSON" in told.err


def test_that_a_table_never_replaces_what_is_read(
    stock: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(stock).read_bytes()

    status = main(["whatif", "--households", stock, "--pack", _pack(tmp_path), "--out", stock])

    assert status == 1
    assert "它是本次要读的文件" in capsys.readouterr().err
    assert Path(stock).read_bytes() == before


@pytest.mark.parametrize("place", ["", "nowhere/changes.csv"])
def test_that_a_place_for_no_table_is_told_at_once(
    stock: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    out = str(tmp_path / place)

    assert main(["whatif", "--households", stock, "--pack", _pack(tmp_path), "--out", out]) == 1
    assert capsys.readouterr().err.startswith(f"无法写入 {out}")


@pytest.mark.parametrize("name", ["nowhere.jsonl", "nowhere.yaml", ""])
def test_that_a_stock_that_cannot_be_read_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path = str(tmp_path / name)

    assert main(["whatif", "--households", path, "--pack", _pack(tmp_path)]) == 1
    assert f"文件 {path} 读不了" in capsys.readouterr().err


def test_that_a_bar_shows_how_much_of_the_file_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    stock = _stock(tmp_path, *(_household(f"H{n:04}", n) for n in range(1_001)))

    main(["whatif", "--households", stock, "--pack", _pack(tmp_path)])

    told = capsys.readouterr()
    assert "50%" in told.err
    assert told.err.endswith("\n")
    assert "全部名单请用 --out 或 --json 取得" in told.out
