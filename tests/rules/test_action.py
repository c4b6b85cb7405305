"""渐退期: who is paid on for some months after work took the household over the line (DBM-33)."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import Action, Category, RigidKind
from caseworker_app.model.economy import Death, RigidExpense
from caseworker_app.model.values import Month
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Pack
from tests.rules.homes import STANDARD, WORKER, by_work, home, person, receiving, wage

ILL = person("p3", illness=True)


def test_that_nobody_left_in_the_household_gets_no_grace(pack: Pack) -> None:
    inside = replace(by_work(2000), persons=(replace(WORKER, excluded="prison"),))
    assert determine(inside, pack).action is Action.STOP


def test_that_who_stays_on_an_allowance_by_spending_needs_no_grace(pack: Pack) -> None:
    spent = (RigidExpense(RigidKind.MEDICAL, 400_000),)
    found = determine(by_work(2000, rigid=spent), pack)
    assert found.category is Category.EXPENDITURE_DIBAO
    assert found.action is Action.TO_EXPENDITURE


def test_that_who_loses_nothing_needs_no_grace(pack: Pack) -> None:
    status = home(WORKER, ILL, incomes=(wage("p1", 4500),), cause="employment", **receiving(1301))
    assert determine(status, pack).action is Action.TO_SINGLE_LISTED
    assert determine(replace(status, current_monthly=STANDARD + 1), pack).action is Action.GRACE


def test_that_only_work_gives_grace_and_only_to_dibao(pack: Pack) -> None:
    status = by_work(2000)
    for other in (replace(status, cause=""), replace(status, current=Category.SINGLE_LISTED)):
        assert determine(other, pack).action is Action.TO_LOW_MARGIN


@pytest.mark.parametrize(
    ("months", "action", "until"),
    [(0, "CONV-LM", None), (1, "GRACE", Month(2025, 7)), (12, "GRACE", Month(2026, 6))],
)
def test_that_grace_lasts_as_many_months_as_the_place_gives(
    pack: Pack, months: int, action: str, until: Month | None
) -> None:
    place = replace(pack, income=replace(pack.income, grace_months=months), changes=())
    found = determine(by_work(2000), place)
    assert (found.action, found.grace_until) == (Action(action), until)


def test_that_grace_pays_the_previous_amount_however_high(pack: Pack) -> None:
    status = replace(by_work(2000), current_monthly=200_000)
    assert determine(status, pack).monthly == 200_000


@pytest.mark.parametrize(("before", "paid"), [(300_000, 286_200), (286_100, 286_100)])
def test_that_after_a_death_grace_pays_at_most_what_those_left_could_get(
    pack: Pack, before: int, paid: int
) -> None:
    status = replace(
        by_work(4500),
        persons=(WORKER, person("p2", age=75), ILL),
        death=Death("p2", date(2025, 5, 20)),
        current_monthly=before,
    )
    found = determine(status, pack)
    assert (found.action, found.monthly) == (Action.GRACE, paid)  # 2 × 1,301 + 260


@pytest.mark.parametrize(("paid", "action"), [(0, "CONT"), (1, "CONV-LM"), (130_100, "CONV-LM")])
def test_that_a_low_margin_family_that_is_paid_anything_is_paid_for_its_listed_members(
    pack: Pack, paid: int, action: str
) -> None:
    status = home(
        person(status="employed"),
        incomes=(wage("p1", 3000),),
        current=Category.LOW_MARGIN,
        current_monthly=paid,
    )
    assert determine(status, pack).action == action


def test_that_in_grace_the_previous_amount_is_all_that_is_paid(pack: Pack) -> None:
    rules = replace(pack.top_up, applies_to=frozenset({Category.SINGLE_LISTED}))
    status = home(WORKER, ILL, incomes=(wage("p1", 4500),), cause="employment", **receiving(2000))
    found = determine(status, replace(pack, top_up=rules, changes=()))
    assert (found.action, found.monthly) == (Action.GRACE, 200_000)
    assert (found.gap, found.top_up) == (0, 0)
