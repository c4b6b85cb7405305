from dataclasses import replace

import pytest

from caseworker_app.desktop.lists import claims, history, presenter, trial
from caseworker_app.desktop.lists.presenter import Part
from caseworker_app.desktop.step import words
from caseworker_app.workflow.matching import NONE, SAME
from caseworker_app.workflow.register_desk import Going, PastImport
from caseworker_app.workflow.register_import import Counts, State
from caseworker_app.workflow.register_trial import RefusedCell
from tests.desktop.lists.making import TAKEN, TRIED, batch, doubt
from tests.desktop.table import FATHER

PAST = PastImport(batch(), "陈敏", "")


def test_that_figures_and_rows_of_a_trial_are_told() -> None:
    told = {one.word: one.count for one in trial.trial_counts(TRIED)}

    assert told == {"名单共有": 307, "归到本机的户": 3, "待认领": 2, "与本机无关": 300, "要退回": 2}
    assert trial.term(TRIED) == "数据截至 2026年10月31日，可用到 2027年1月29日，到期自动清除"
    assert trial.first_facts(TRIED, TRIED.first[0]).startswith("第 3 行　所有人 李建国　")
    assert [one.title for one in trial.first_columns(TRIED)] == ["行号", *TRIED.headings]


def test_that_a_refused_cell_is_a_sentence() -> None:
    cell, whole = TRIED.cells

    assert trial.refused_sentence(cell) == "第 10 行 “初登日期”“2019-13-45”：没有这一天，请核对。"
    assert trial.refused_sentence(whole) == "第 12 行 与第 3 行重复，已收第 3 行。"
    assert [one.text for one in trial.refused_cells(RefusedCell(9, "号牌", "", "没有填"))] == [
        "9",
        "号牌",
        "（空）",
        "没有填",
    ]


def test_that_reasons_are_summed_up_only_where_rows_are_many() -> None:
    many = replace(TRIED, counts=Counts(kept=1, refused=900), reasons=(("号牌：没有填", 900),))

    assert trial.reasons(TRIED) == ""
    assert trial.reasons(many) == "号牌：没有填（900 处）"


def test_that_the_outcome_is_a_sentence() -> None:
    assert trial.outcome(TAKEN) == "机动车登记（公安 交管）已导入，1 户有新的差异。"
    assert trial.outcome(replace(TAKEN, new=())).endswith("，没有新的差异。")
    assert "2 户新有提示" in trial.outcome(replace(TAKEN, proposed=2))
    again = trial.outcome(replace(TAKEN, repeated=True))
    assert again.startswith("这份名单已在 11月22日 10:32 导入过，没有重复收。")


def test_that_new_differences_are_counted_by_severity_and_named() -> None:
    head, village, levels, names = trial.new_cells(words.difference)(TAKEN.new[0])

    assert (head.text, village.text) == ("王桂兰", "小营社区")
    assert sum(int(chip.text) for chip in levels.chips) == len(TAKEN.new[0].differences)
    assert "未申报机动车" in names.text


def test_that_an_import_shows_its_facts_and_can_go_back() -> None:
    face = history.face(PAST, Going(2, ()))
    facts = dict(face.facts)

    assert (face.state.text, face.can_undo, face.why_not) == ("在用", True, "")
    assert facts["导入"] == "11月22日 10:32 陈敏"
    assert facts["文件校验"] == "1a328b5930d2"
    assert history.what_goes(PAST, Going(2, ())) == (
        "机动车登记（公安 交管，截至 2026年10月31日）归到 2 户的 3 行会全部撤回，"
        "待认领的 2 条连同已作的认定一并撤回。被它替换的旧数据恢复使用，这些户重新比对。"
        "撤销记入日志，之后可以重新导入。"
    )


def test_that_what_stays_says_why() -> None:
    face = history.face(PAST, Going(4, ("王桂兰", "李建国", "赵玲", "周婷")))

    assert not face.can_undo
    assert face.why_not.startswith("王桂兰、李建国、赵玲等 4 户的核查已封存")


def test_that_before_it_is_known_nothing_is_offered() -> None:
    assert not history.face(PAST, None).can_undo


@pytest.mark.parametrize(("state", "word"), [(State.READING, "没有导完"), (State.UNDONE, "已撤销")])
def test_that_each_state_is_told(state: State, word: str) -> None:
    face = history.face(PastImport(batch(state=state), "陈敏", "陈敏"), Going(0, ()))
    assert (face.state.text, face.can_undo) == (word, state is State.READING)
    assert ("撤销" in dict(face.facts)) == (state is State.UNDONE)


def test_that_an_unfinished_import_takes_nothing_with_it() -> None:
    unfinished = PastImport(batch(state=State.READING), "陈敏", "")
    assert "各户的数据不受影响" in history.what_goes(unfinished, Going(0, ()))


def test_that_a_doubt_never_shows_a_name_alone() -> None:
    one = doubt()
    face = claims.face(one)

    assert [cell.text for cell in claims.cells(one)][2:] == [
        "李建国",
        FATHER[:16] + "9" + FATHER[17:],
    ]
    assert [person.digit for person in face.people] == ["1", "2"]
    assert all(person.reason and len(person.facts) > 1 for person in face.people)
    assert face.decided == ""


def test_that_what_was_decided_is_told() -> None:
    same, none = claims.face(doubt(answer=SAME)), claims.face(doubt(answer=NONE))

    assert (same.decided, none.decided) == ("是此人 · 11月22日 10:32", "都不是 · 11月22日 10:32")
    assert [person.chosen for person in same.people] == [True, False]
    assert claims.told(doubt(), 1) == f"已认定：机动车登记第 11 行是 李建国（{FATHER}）。"
    assert claims.told(doubt(), 0) == "已认定：机动车登记第 11 行都不是本机各户的人。"


def test_that_the_head_tells_what_is_in_use() -> None:
    assert presenter.headline(()) == "导入部门发来的名单，只留下本机各户的数据"
    assert presenter.headline((PAST,)) == (
        "在用 1 份名单 · 最近一份 机动车登记，截至 2026年10月31日"
    )
    assert (presenter.word(Part.CLAIMS, 3), presenter.word(Part.CLAIMS, 0)) == (
        "待认领 3",
        "待认领",
    )
