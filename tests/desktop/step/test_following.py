"""What is confirmed in the comparison stands in the household step at once, and goes with it."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.desktop.comparison.presenter import ComparisonPresenter
from caseworker_app.desktop.household.presenter import HouseholdPresenter
from caseworker_app.desktop.step.case import Case
from caseworker_app.model.codes import ChangeKind, EmploymentStatus
from caseworker_app.model.departments import Funeral
from caseworker_app.wire.units import flatten
from tests.desktop.table import DIFFERING, GRANNY, Memory, dossier, number, visit_of

DIED = date(2026, 9, 28)
FILE = dossier(
    replace(
        DIFFERING,
        funerals=(Funeral("fu1", DIFFERING.persons[0].source, GRANNY, DIED, "王桂兰"),),
    )
)
DEATH = next(d.id for d in FILE.discrepancies if d.code == "HJ01")
BRIDE = next(d.id for d in FILE.discrepancies if d.code in {"HJ06", "HJ07"})


@pytest.fixture
def case(memory: Memory) -> Case:
    return memory.case(FILE, visit_of(FILE))


def answer(case: Case, difference: str, code: str) -> ComparisonPresenter:
    presenter = ComparisonPresenter(case)
    presenter.choose(difference)
    presenter.answer(code)
    return presenter


def counting(case: Case, difference: str) -> str:
    """Return the answer by which a difference counts."""
    presenter = ComparisonPresenter(case)
    presenter.choose(difference)
    detail = presenter.view().detail
    assert detail is not None
    return next(a.code for a in detail.answers if a.effect == "计入")


def test_that_a_confirmed_death_fills_reason_and_day(case: Case, memory: Memory) -> None:
    answer(case, DEATH, counting(case, DEATH))
    seen = case.checked("m1")
    assert (seen.excluded, seen.died) == ("dead", DIED)
    row = HouseholdPresenter(case).view().members[0]
    assert (row.counted, row.died) == (False, DIED)
    assert row.why == "2026年9月28日死亡，2026年10月起不计"
    assert len(memory.saved) == 1
    (change,) = case.visit.changes or ()
    assert change.difference == DEATH


def test_that_taking_the_answer_back_restores_the_member(case: Case) -> None:
    before = flatten(replace(case.visit, explanations=()))
    presenter = answer(case, DEATH, counting(case, DEATH))
    presenter.reopen()
    assert case.visit.changes is None
    assert flatten(replace(case.visit, explanations=())) == before


def test_that_a_confirmed_spouse_can_be_said_to_work(case: Case) -> None:
    answer(case, BRIDE, counting(case, BRIDE))
    household = HouseholdPresenter(case)
    row = household.view().members[-1]
    assert (row.name, row.status, row.counted) == ("赵玲", EmploymentStatus.IDLE, True)
    assert any("赵玲的从业状况是按年龄推定的" in note for note in household.view().notes)
    idle = case.live.determination.income_annual
    household.status(row.id, EmploymentStatus.UNABLE)
    assert case.live.determination.income_annual < idle
    assert len(case.live.determination.counted) == 4


def test_that_a_confirmed_change_is_taken_back_in_the_comparison_only(case: Case) -> None:
    answer(case, DEATH, counting(case, DEATH))
    (change,) = case.visit.changes or ()
    changing = HouseholdPresenter(case).changing
    changing.open(change.id)
    assert "请到三比对撤回结论" in changing.take_back(change.id)
    assert case.visit.changes


def test_that_answering_twice_writes_one_change(case: Case) -> None:
    answer(case, BRIDE, counting(case, BRIDE))
    answer(case, BRIDE, counting(case, BRIDE))
    assert [c.kind for c in case.visit.changes or ()] == [ChangeKind.MARRIAGE]
    assert number("19880202", "008") == case.visit.household.members[-1].id_number
