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


def test_that_a_case_without_expected_values_is_not_called_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "asked.yaml"
    asked = "{id: A, as_of: 2025-06-10, persons: [{id: p1, age: 66, status: retired}]}"
    path.write_text(f"schema: 1\ncases:\n- {asked}\n", "utf-8")

    assert main(["cases", str(path)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "共 1 例，1 例未给出应得结果"


def test_that_every_case_that_has_no_answer_is_told_before_any_is_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "overridden.yaml"
    persons = "as_of: 2025-06-10, persons: [{id: p1, age: 66, status: retired}]"
    overrides = {"A": "colour: 1", "B": "dibao: much", "C": "dibao: 900"}
    rows = [f"- {{id: {n}, {persons}, override: {{{o}}}}}" for n, o in overrides.items()]
    path.write_text("\n".join(("schema: 1", "cases:", *rows)), "utf-8")

    assert main(["cases", str(path)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "A: 另行设定的数值有误" in told.err
    assert (
        'B: 另行设定的数值有误，未作解答。请更正以下各处后重试:\noverride: dibao = "much"'
        in told.err
    )


def test_that_a_field_nobody_uses_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "slip.yaml"
    path.write_text(
        "schema: 1\ncases:\n- {id: A, as_of: 2025-06-10, persons: [], incmoes: []}\n", "utf-8"
    )

    assert main(["cases", str(path)]) == 0
    assert "A: incmoes 未使用。" in capsys.readouterr().err


def test_that_the_way_to_each_answer_is_told_when_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["cases", str(_WORKED), "--explain"]) == 0
    text = capsys.readouterr().out
    assert "低保标准：1,301元/月；自2025-01-23起，杭州市通知（2024-12-24），公开转载" in text
    assert main(["cases", str(_WORKED), "--explain", "--json"]) == 0
    first = json.loads(capsys.readouterr().out)["cases"][0]
    assert first["explanation"]["label"] == "认定结论"
    assert first["remarks"] == []


def test_that_every_kind_of_answer_is_a_chinese_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kinds.yaml"
    path.write_text(_KINDS, "utf-8")

    assert main(["cases", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.rstrip() for line in lines[:4]] == [
        "I1  每期 250.00 元，末期 254.00 元，至 2026-02 还清",
        "D1  启动调查截止 2025-09-28，全部办理截止 2025-11-11，特殊情况全部办理截止 2025-12-02",
        "O1  两地同时发放 4 个月，应追回 4000.00 元，自 2025-10 起停发",
        "P1  可以办理；办理后须书面告知决定并说明理由",
    ]


_KINDS = """
schema: 1
cases:
- {id: I1, kind: instalment, total: 1254, periods: 5, first_month: 2025-10}
- {id: D1, kind: deadline, as_of: 2025-09-24, accepted: 2025-09-24}
- id: O1
  kind: overlap
  as_of: 2025-09-15
  ours: {from: 2025-01, monthly: 1000, last_paid: 2025-09}
  theirs: {from: 2025-05, monthly: 700, last_paid: 2025-08}
- id: P1
  kind: procedure
  as_of: 2025-06-10
  action_requested: REDU
  steps_done: [visit_two_investigators, form_signed, township_opinion]
"""
