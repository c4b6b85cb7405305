import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.desktop.determination.grounds import Ground
from caseworker_app.desktop.determination.presenter import (
    AheadRow,
    DeterminationPresenter,
    change,
    proposal,
)
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.model.codes import Action
from caseworker_app.model.values import Month
from tests.desktop.table import CLEAN, Memory, dossier, visit_of


@pytest.fixture
def presenter(memory: Memory) -> DeterminationPresenter:
    return DeterminationPresenter(memory.case(dossier(CLEAN)))


def test_that_the_answer_stands_with_its_figures(presenter: DeterminationPresenter) -> None:
    answer = presenter._case.live.determination
    view = presenter.view()
    assert view.action == answer.action.zh
    assert view.from_month == "2026年12月起"
    figures = {figure.label: figure.value for figure in view.figures}
    assert figures["共同生活人口"] == "3 人"
    assert figures["低保标准"] == "1,301 元"


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (100, 100, "与现在每月 1 元 相同"),
        (300, 100, "现在每月 1 元，增加 2 元"),
        (100, 350, "现在每月 3.50 元，减少 2.50 元"),
    ],
)
def test_that_the_amount_is_set_against_today(now: int, before: int, words: str) -> None:
    assert change(now, before) == words


def test_that_the_grounds_reach_down_to_articles_and_numbers(
    presenter: DeterminationPresenter,
) -> None:
    root = presenter.view().ground
    assert root.parts
    cited = [part.articles for part in root.parts]
    assert any("《最低生活保障审核确认办法》第十三条" in articles for articles in cited)
    assert not any("DBM-" in articles for articles in cited)


def test_that_what_is_missing_names_the_step_and_leaves_signing_to_its_own(
    memory: Memory,
) -> None:
    missing = DeterminationPresenter(memory.case()).view().missing
    assert {row.where for row in missing} == {"家庭", "三比对", "三核查"}
    assert all(row.place.startswith("/") for row in missing)
    assert not any("签字" in row.where for row in missing)


def test_that_lowering_asks_for_a_hearing_first(presenter: DeterminationPresenter) -> None:
    case = presenter._case
    case.type({"/incomes/#i1/monthly": 99_000_00})
    view = presenter.view()
    assert case.live.determination.monthly < case.visit.household.monthly
    assert "《社会救助法》第四十八条" in view.notes[0]
    assert view.tone in {Tone.RED, Tone.ORANGE}


def test_that_a_rise_needs_no_hearing(presenter: DeterminationPresenter) -> None:
    case = presenter._case
    case.take(replace(case.visit, household=replace(case.visit.household, monthly=100)))
    assert case.live.determination.action is Action.INCREASE
    assert not any("第四十八条" in note for note in presenter.view().notes)
    assert presenter.view().tone is Tone.GREEN


def test_that_the_office_s_steps_after_sealing_are_told_with_who_and_by_which_article(
    presenter: DeterminationPresenter,
) -> None:
    case = presenter._case
    case.type({"/incomes/#i1/monthly": 99_000_00})
    rows = presenter.view().ahead.rows
    assert rows[0] == AheadRow(
        "拟减发、停发事先告知书送达",
        "镇街经办人员",
        "《社会救助法》第四十八条",
        "减少或者终止救助前应当听取救助对象意见。制发事先告知书，写明事实、依据、金额和陈述办法。",
    )
    assert rows[1].rule == "《社会救助法》第四十八条 · 5个工作日内"
    county = "《社会救助法》第四十四条 · 5个工作日内（《浙江省社会救助条例》第十一条）"
    assert county in {row.rule for row in rows}
    assert not any("入户核查" in row.what for row in rows)
    assert not any("-" in row.rule for row in rows)


def test_that_what_an_outcome_does_not_need_is_told_with_its_reason(
    presenter: DeterminationPresenter,
) -> None:
    case = presenter._case
    case.take(replace(case.visit, household=replace(case.visit.household, monthly=100)))
    ahead = presenter.view().ahead
    assert "听取陈述申辩" in ahead.spared
    assert "不降低保障，不需事先听取意见" in ahead.reasons
    assert not any("陈述" in row.what for row in ahead.rows)


def test_that_the_days_left_after_a_death_are_told(presenter: DeterminationPresenter) -> None:
    presenter._case.type({"/members/#m1/excluded": "dead", "/members/#m1/died": "2026-10-08"})
    assert "成员死亡后核查办结：截止 2027年1月8日（约剩35个工作日）。" in presenter.view().notes


def test_that_before_the_law_nobody_is_told_of_a_hearing(memory: Memory) -> None:
    file = dossier(CLEAN)
    case = memory.case(file, replace(visit_of(file), day=date(2026, 6, 1)))
    case.type({"/incomes/#i1/monthly": 99_000_00})
    presenter = DeterminationPresenter(case)
    assert not any("第四十八条" in note for note in presenter.view().notes)
    assert presenter.view().ahead.rows[0].what == "镇街审核意见"


def test_that_grace_and_its_end_are_told(presenter: DeterminationPresenter) -> None:
    case = presenter._case
    answer = replace(
        case.live.determination, grace_until=Month(2027, 5), after_grace=Action.TO_LOW_MARGIN
    )
    case.live = replace(case.live, determination=answer)
    assert "渐退至 2027年5月，期满后转低边。" in presenter.view().notes


def test_that_the_proposed_opinion_is_taken_over_and_can_be_rewritten(
    memory: Memory, presenter: DeterminationPresenter
) -> None:
    words = proposal(presenter._case.live.determination)
    assert presenter.view().proposal == words
    presenter.agree()
    assert memory.last == {"/opinion": words}
    presenter.opinion("另议")
    presenter.commit()
    assert memory.last == {"/opinion": "另议"}


def test_that_the_cause_of_a_rise_is_saved(
    memory: Memory, presenter: DeterminationPresenter
) -> None:
    presenter.cause("employment")
    assert memory.last == {"/cause": "employment"}
    assert presenter.view().cause == "employment"


def test_that_no_ground_shows_a_path_a_key_or_a_code(presenter: DeterminationPresenter) -> None:
    def told(ground: Ground) -> Iterator[Ground]:
        yield ground
        for part in ground.parts:
            yield from told(part)

    shown = list(told(presenter.view().ground))
    labels = [ground.label for ground in shown]
    assert "成员 王桂兰" in labels
    assert "《最低生活保障审核确认办法》第七条" in labels
    assert not any(re.search(r"\bm\d|[A-Z]+-\d|/", g.label + g.formula) for g in shown)
    assert not any("/" in ground.source or "." in ground.source for ground in shown)
    assert any(ground.source == "收入核查" for ground in shown)
