from dataclasses import replace
from datetime import date

from caseworker_app.model.codes import Action, Category, VisitKind
from caseworker_app.model.visit import Visit
from caseworker_app.rules.procedure.way import State
from caseworker_app.workflow.procedure import ahead, recheck, running
from caseworker_app.workflow.visit import live
from tests.desktop.table import CLEAN, DAY, PACK, dossier, visit_of

FILE = dossier(CLEAN)
VISIT = visit_of(FILE)


def needed(visit: Visit, action: Action, monthly: int) -> set[str]:
    answer = live(visit, FILE.discrepancies, PACK).determination
    way = ahead(visit, replace(answer, action=action, monthly=monthly), PACK)
    return {step.code for step in way if step.state is not State.NOT_NEEDED}


def household(visit: Visit, **changes: object) -> Visit:
    return replace(visit, household=replace(visit.household, **changes))  # type: ignore[arg-type]


def test_that_the_day_the_office_filed_stands() -> None:
    found = recheck(date(2025, 12, 6), date(2026, 12, 6), DAY, PACK)
    assert found.last == date(2026, 12, 6)
    assert found.words == "还剩10个工作日"


def test_that_recheck_and_death_run_side_by_side() -> None:
    known = household(VISIT, due=date(2026, 12, 6), last_check=date(2025, 12, 6))
    assert [one.step for one in running(known, DAY, PACK)] == ["recheck"]
    dead = tuple(replace(m, excluded="dead", died=date(2026, 9, 1)) for m in known.members[:1])
    both = replace(known, members=(*dead, *known.members[1:]))
    assert [one.step for one in running(both, DAY, PACK)] == ["death_finish", "recheck"]
    unset = household(VISIT, due=None, last_check=None)
    assert running(unset, DAY, PACK) == ()


def test_that_a_sealed_visit_has_the_visit_behind_it() -> None:
    way = live(VISIT, FILE.discrepancies, PACK).ahead
    assert [step.state for step in way[:3]] == [State.DONE] * 3


def test_that_a_lower_total_is_heard_and_a_higher_is_not() -> None:
    paid = VISIT.household.monthly
    assert "advance_notice" in needed(VISIT, Action.PART, paid - 100)
    assert "advance_notice" not in needed(VISIT, Action.PART, paid)
    assert "advance_notice" in needed(VISIT, Action.TO_TEKUN, paid - 100)


def test_that_the_file_decides_who_visits_and_what_is_posted() -> None:
    assert "county_visit" not in needed(VISIT, Action.INCREASE, 300_000)
    assert "county_visit" in needed(household(VISIT, near_relative=True), Action.INCREASE, 300_000)
    clue = replace(VISIT, kind=VisitKind.CLUE)
    assert "county_visit" in needed(clue, Action.INCREASE, 300_000)
    assert "opinion_posted" in needed(household(VISIT, category=Category.TEKUN), Action.STOP, 0)
    assert "minors_protected" in needed(VISIT, Action.NEW, 300_000)
