"""Rows without a good number: a person says whom they mean, and may think again."""

from dataclasses import replace

import pytest

from caseworker_app.demo.clock import DAY
from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.demo.visiting import carry_out
from caseworker_app.errors import RefusedError, UserError
from caseworker_app.model.declaration import Authorisation
from caseworker_app.store import household as households
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.workflow import matching, register_import, trail
from caseworker_app.workflow.dossier import open_household
from caseworker_app.workflow.matching import NONE, SAME, Question
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.lists import NOVEMBER, mistyped, of, origin, plates, portions


@pytest.fixture
def unit(township: Township) -> TownshipHousehold:
    return next(u for u in township.households if not u.planted and not u.records.vehicles)


@pytest.fixture
def question(ws: Workspace, unit: TownshipHousehold) -> Question:
    register_import.take(ws, origin(), portions([mistyped(unit.household.head, 7)]))
    (asked,) = matching.waiting(ws)
    return asked


def _acts(ws: Workspace, household_id: str) -> list[str]:
    return [entry.act for entry in trail.entries(ws, household_id)]


def _declare(ws: Workspace, unit: TownshipHousehold, *given: Authorisation) -> None:
    declared = replace(unit.declaration, authorisations=given)
    with ws.database.write() as connection:
        households.save(connection, AssignedHousehold(unit.household, declared, None))


def test_that_the_row_is_shown_as_read_with_whom_it_may_mean(
    ws: Workspace, unit: TownshipHousehold, question: Question
) -> None:
    head = unit.household.head
    read = mistyped(head, 7)

    assert question.asked.record == read.record
    assert (question.asked.position, question.file) == (7, "机动车.xlsx")
    assert (question.department, question.as_of) == ("公安 交管", NOVEMBER)
    (candidate,) = question.asked.candidates
    assert (candidate.whom.household, candidate.whom.person) == (unit.household.id, head.id)
    assert (candidate.whom.name, candidate.whom.number) == (head.name, head.id_number)
    assert candidate.reason == "号码第16位不同，姓名、出生日期相同"
    assert plates(ws, unit.household.id) == []


def test_that_a_row_said_to_be_somebodys_counts_like_one_with_the_number(
    ws: Workspace, unit: TownshipHousehold, question: Question
) -> None:
    matching.decide(ws, question.id, question.asked.candidates[0].whom)

    assert matching.waiting(ws) == ()
    assert plates(ws, unit.household.id) == ["浙A00007"]
    assert [d.code for d in open_household(ws, unit.household.id).discrepancies] == ["CL01"]
    (done,) = matching.answered(ws)
    assert (done.answer, done.household, done.answered_by) == (
        SAME,
        unit.household.id,
        ws.person.id,
    )
    assert done.person == unit.household.head_id
    assert done.asked == question.asked
    assert "match.joined" in _acts(ws, unit.household.id)


def test_that_a_row_said_to_be_nobodys_stays_out(
    ws: Workspace, unit: TownshipHousehold, question: Question
) -> None:
    matching.decide(ws, question.id, None)

    assert matching.waiting(ws) == ()
    assert plates(ws, unit.household.id) == []
    assert [done.answer for done in matching.answered(ws)] == [NONE]
    (entry,) = [entry for entry in trail.entries(ws, "") if entry.act == "match.rejected"]
    assert entry.detail == "机动车.xlsx 第 7 行：都不是"


@pytest.mark.parametrize("same", [True, False])
def test_that_a_decision_is_taken_back_before_another_is_made(
    ws: Workspace, unit: TownshipHousehold, question: Question, *, same: bool
) -> None:
    whom = question.asked.candidates[0].whom
    matching.decide(ws, question.id, whom if same else None)
    with pytest.raises(RefusedError, match="先撤回"):
        matching.decide(ws, question.id, whom)

    matching.reopen(ws, question.id)
    matching.reopen(ws, question.id)

    assert matching.waiting(ws) == (question,)
    assert plates(ws, unit.household.id) == []
    assert open_household(ws, unit.household.id).discrepancies == ()
    home = unit.household.id if same else ""
    assert _acts(ws, home).count("match.reopened") == 1
    matching.decide(ws, question.id, whom)
    assert plates(ws, unit.household.id) == ["浙A00007"]


def test_that_taking_a_decision_back_leaves_the_other_rows_of_the_file(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    head = unit.household.head
    register_import.take(ws, origin(), portions([of(head, 2), mistyped(head, 7)]))
    (asked,) = matching.waiting(ws)
    matching.decide(ws, asked.id, asked.asked.candidates[0].whom)
    assert plates(ws, unit.household.id) == ["浙A00002", "浙A00007"]

    matching.reopen(ws, asked.id)

    assert plates(ws, unit.household.id) == ["浙A00002"]


def test_that_a_decision_a_sealed_visit_rests_on_stands(
    ws: Workspace, township: Township, unit: TownshipHousehold, question: Question
) -> None:
    matching.decide(ws, question.id, question.asked.candidates[0].whom)
    assert carry_out(ws, unit.household.id, township.staff[1], lambda *_: None).sealed

    with pytest.raises(RefusedError, match="不能撤回判定"):
        matching.reopen(ws, question.id)
    with pytest.raises(RefusedError, match="不能撤销"):
        register_import.undo(ws, question.batch)

    assert plates(ws, unit.household.id) == ["浙A00007"]


def test_that_a_sealed_household_takes_no_more_rows(
    ws: Workspace, township: Township, unit: TownshipHousehold, question: Question
) -> None:
    assert carry_out(ws, unit.household.id, township.staff[1], lambda *_: None).sealed

    with pytest.raises(RefusedError, match="已封存"):
        matching.decide(ws, question.id, question.asked.candidates[0].whom)

    assert matching.waiting(ws) == (question,)


def test_that_a_decision_needs_an_authorisation_on_its_day(
    ws: Workspace, unit: TownshipHousehold, question: Question
) -> None:
    head = unit.household.head_id
    _declare(ws, unit, Authorisation(head, DAY.replace(year=2025), DAY.replace(year=2026, day=1)))

    with pytest.raises(RefusedError, match="核对授权书已于2026-11-01到期"):
        matching.decide(ws, question.id, question.asked.candidates[0].whom)

    _declare(ws, unit, Authorisation(head, DAY))
    matching.decide(ws, question.id, question.asked.candidates[0].whom)
    assert plates(ws, unit.household.id) == ["浙A00007"]


def test_that_only_candidates_with_an_authorisation_are_shown(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    twin = replace(unit.household, id="new", number="330122-new")
    barred = replace(unit.declaration, household_id="new", authorisations=())
    with ws.database.write() as connection:
        households.save(connection, AssignedHousehold(twin, barred))

    register_import.take(ws, origin(), portions([mistyped(unit.household.head, 7)]))

    (asked,) = matching.waiting(ws)
    assert [c.whom.household for c in asked.asked.candidates] == [unit.household.id]


def test_that_undoing_the_import_takes_questions_and_decisions_along(
    ws: Workspace, unit: TownshipHousehold, question: Question
) -> None:
    matching.decide(ws, question.id, question.asked.candidates[0].whom)

    register_import.undo(ws, question.batch)

    assert matching.waiting(ws) == matching.answered(ws) == ()
    assert plates(ws, unit.household.id) == []
    assert open_household(ws, unit.household.id).discrepancies == ()
    with pytest.raises(UserError, match="已不在待判清单"):
        matching.decide(ws, question.id, None)
