"""``caseworker cases`` answers files an official can write."""

import json
from pathlib import Path

import pytest

from caseworker_app.cli.main import main
from caseworker_app.paths import resource

_WORKED = Path(__file__).parents[1] / "rules/cases/worked.yaml"


def test_that_the_worked_cases_agree(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["cases", str(_WORKED)])

    lines = capsys.readouterr().out.splitlines()
    assert status == 0
    assert lines[-1] == "共 36 例，全部相符"
    assert lines[0].startswith("W01  相符  低保")


def test_that_one_json_document_has_figures_decision_and_articles(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["cases", str(_WORKED), "--json"])

    document = json.loads(capsys.readouterr().out)
    first = document["cases"][0]
    assert document["agree"] is True
    assert (first["income_annual"], first["gap"], first["action"]) == (5448, 2148, "CONT")
    assert "DBM-13" in first["articles"]
    assert first["checks"]["monthly"] is True
    assert document["cases"][6]["per_capita"] == 1300.99


def test_that_a_wrong_expectation_is_shown_and_exits_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = tmp_path / "wrong.yaml"
    text = _WORKED.read_text("utf-8")
    changed.write_text(text.replace("income_annual: 5448.00", "income_annual: 5448.01"), "utf-8")

    status = main(["cases", str(changed)])

    out = capsys.readouterr().out
    assert status == 1
    assert "W01  不符" in out
    assert "income_annual：应为 5448.01，算得 5448" in out
    assert out.splitlines()[-1] == "共 36 例，1 例不符"


def test_that_another_pack_gives_other_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "other.toml"
    shipped = resource("packs", "zj_demo.toml").read_text("utf-8")
    pack.write_text(shipped.replace("dibao = { value = 1301", "dibao = { value = 1401"), "utf-8")

    status = main(["cases", str(_WORKED), "--pack", str(pack), "--json"])

    document = json.loads(capsys.readouterr().out)
    assert status == 1
    assert document["cases"][0]["gap"] == 2348


@pytest.mark.parametrize("text", ["", "cases: 3", "- a\n- b", "cases: [{id: W1}]", "\x00"])
def test_that_a_broken_file_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(text, "utf-8")

    assert main(["cases", str(path)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "broken.yaml" in told.err


def test_that_a_missing_file_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cases", "/nowhere/cases.yaml"]) == 1
    assert "读不了：没有这个文件" in capsys.readouterr().err


def test_that_a_file_in_another_encoding_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "gbk.yaml"
    path.write_bytes("编号: 一".encode("gbk"))

    assert main(["cases", str(path)]) == 1
    assert "不是 UTF-8 编码（第 1 个字节起）" in capsys.readouterr().err
