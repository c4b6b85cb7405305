from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st

from caseworker_app.model.paper import FORMS, Paper, Subject, Void
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Investigator
from caseworker_app.rules.procedure.gate import unheard
from caseworker_app.rules.procedure.outcomes import HEARING, PLANS
from caseworker_app.rules.procedure.papers import (
    DECIDES,
    OF_STEPS,
    TO_SERVE,
    asked,
    done_by,
    named_by,
)
from caseworker_app.rules.procedure.steps import STEPS
from caseworker_app.rules.procedure.way import Facts, way
from tests.rules.packs import PACK

BEFORE, DAY = date(2026, 6, 30), date(2026, 11, 23)
VISITED = frozenset({"visit_two_investigators", "form_signed", "differences_closed"})
WHO = Investigator("p1", "胡龙", "云溪镇")


def paper(form: str, serial: int = 1, **entries: Json) -> Paper:
    number = f"330106-2026-{form}-{serial:06}"
    home = Subject("h1", "3301060001", "330106010007", "西湖区")
    return Paper(
        id=number, number=number, form=form, household=home, visit="v1", rests_on="sha256:00",
        day=DAY, person=WHO, pack_id="zj", pack_name="浙江", pack_hash="00", entries=entries,
    )  # fmt: skip


def served(one: Paper, **entries: Json) -> Paper:
    return paper("F10", 7, paper_number=one.number, **entries)


def void(one: Paper) -> Paper:
    return replace(one, void=Void("2026-11-23T02:00:00+00:00", WHO, "写错"))


def forms(outcome: str, *papers: Paper, day: date = DAY) -> list[str]:
    steps = way(outcome, day, VISITED | done_by(papers, day), PACK)
    return [one.form for one in asked(outcome, steps, papers, day, PACK)]


def test_that_every_step_and_form_spoken_of_exists() -> None:
    assert OF_STEPS.keys() <= STEPS.keys()
    assert {*OF_STEPS.values(), *TO_SERVE, *DECIDES} <= set(FORMS)


def test_that_a_notice_counts_once_somebody_received_or_refused_it() -> None:
    notice = paper("F06a", deadline="2026-12-04")
    assert done_by([notice], DAY) == frozenset()
    assert done_by([notice, served(notice)], DAY) == frozenset()
    for how in ({"received": "今天"}, {"refusal": "拒收"}):
        assert done_by([notice, served(notice, **how)], DAY) == {"advance_notice"}


def test_that_the_deadline_is_the_last_day_to_speak() -> None:
    notice = paper("F06a", deadline="2026-12-04")
    both = [notice, served(notice, received="今天")]

    assert done_by(both, date(2026, 12, 4)) == {"advance_notice"}
    assert done_by(both, date(2026, 12, 5)) == {"advance_notice", "statement_waived"}
    assert "statement_heard" in done_by([paper("F06b")], DAY)


def test_that_who_was_served_after_the_deadline_could_not_speak_in_time() -> None:
    notice = paper("F06a", deadline="2026-11-20")
    late = [notice, served(notice, received="今天")]

    assert done_by(late, date(2026, 12, 5)) == {"advance_notice"}


def test_that_a_decision_is_served_when_all_of_them_are() -> None:
    decision, recovery = paper("F06", 1), paper("F07", 2)
    one = served(decision, received="今天")

    assert "served" in done_by([decision, one], DAY)
    assert "served" not in done_by([decision, recovery, one], DAY)


@given(st.sets(st.sampled_from(FORMS), max_size=8))
def test_that_void_papers_do_nothing(codes: set[str]) -> None:
    assert done_by([void(paper(code)) for code in codes], DAY) == frozenset()


@given(st.sets(st.sampled_from(FORMS), max_size=8))
def test_that_steps_done_are_steps_that_are_known(codes: set[str]) -> None:
    marks = {"statement_heard", "statement_waived"}
    assert done_by([paper(code) for code in codes], DAY) <= STEPS.keys() | marks


def test_that_the_opinion_is_posted_and_the_decision_published() -> None:
    opinion = paper("F13", act=["审核意见公示"], publicity_until="2026-11-30")
    assert done_by([opinion], date(2026, 11, 30)) == {"opinion_posted"}
    assert done_by([opinion], date(2026, 12, 1)) == {"opinion_posted", "publicity_over"}
    assert done_by([paper("F13", act=["确认结果公布"])], DAY) == {"published"}


def test_that_one_refusal_does_not_end_a_procedure() -> None:
    assert done_by([paper("F18", 1)], DAY) == frozenset()
    assert done_by([paper("F18", 1), paper("F18", 2)], DAY) == {"refusal_recorded"}


def test_that_a_stop_asks_for_its_papers_in_their_order() -> None:
    assert forms("STOP") == ["F06a", "F06b", "F05", "F06"]
    notice = paper("F06a")
    assert forms("STOP", notice) == ["F10", "F06b", "F05", "F06"]
    assert forms("STOP", notice, served(notice, received="今天")) == ["F06b", "F05", "F06"]


def test_that_before_the_law_a_stop_asks_for_no_hearing() -> None:
    assert forms("STOP", day=BEFORE) == ["F05", "F06"]


def test_that_grace_is_told_by_a_paper_of_its_own_and_money_back_by_another() -> None:
    assert forms("GRACE")[:2] == ["F05", "F17"]
    assert [form for form in forms("RECOV") if form in {"F06", "F07", "F08"}] == ["F07", "F08"]


def test_that_a_posted_opinion_does_not_spare_the_publication() -> None:
    opinion = paper("F13", act=["审核意见公示"], publicity_until="2026-11-30")
    assert forms("NEW", opinion).count("F13") == 1


def test_that_what_stays_the_same_asks_for_no_decision() -> None:
    assert "F06" not in forms("CONT")


@pytest.mark.parametrize("outcome", sorted(PLANS))
def test_that_a_hearing_lacks_what_the_way_leaves_open(outcome: str) -> None:
    lacks = unheard(outcome, DAY, VISITED, PACK, Facts(outcome=outcome, lower=True))
    path = set(HEARING) & set(PLANS[outcome].path)
    assert {lack.code for lack in lacks} == path
    assert all(lack.article == "SAL-48" for lack in lacks)
    heard = VISITED | set(HEARING)
    assert unheard(outcome, DAY, heard, PACK, Facts(outcome=outcome, lower=True)) == ()


def test_that_a_paper_is_named_anywhere_in_another() -> None:
    number = paper("F06a").number
    assert named_by(paper("F13", rows=[{"name": "王芳", "note": f"见{number}"}]), number)
    assert not named_by(paper("F13", rows=[{"name": "王芳", "monthly": 36000}]), number)
