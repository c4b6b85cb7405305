from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st

from caseworker_app.errors import UserError
from caseworker_app.model.economy import Death
from caseworker_app.model.values import Month
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.recovery.overpaid import (
    Benefit,
    Overpaid,
    after_death,
    instalments,
    months_after_death,
    overlap,
    overpaid,
    plan_faults,
)
from tests.rules.homes import home, person, receiving

START = Month(2026, 11)


def test_that_the_remainder_lies_in_the_last_instalment() -> None:
    plan = instalments(1_000_050, 3, START)
    assert plan == (333_300, 333_450, 1_000_050, Month(2027, 1))


def test_that_a_single_instalment_is_the_whole() -> None:
    plan = instalments(12_345, 1, START)
    assert plan == (12_345, 12_345, 12_345, START)


@given(st.integers(100, 10**8), st.integers(1, 60))
def test_that_instalments_add_up(total: int, periods: int) -> None:
    if total < periods * 100:
        return
    plan = instalments(total, periods, START)
    assert plan.each * (periods - 1) + plan.last == plan.total == total
    assert plan.last >= plan.each > 0
    assert periods == 1 or plan.each % 100 == 0


@given(st.integers(100, 10**8), st.integers(1, 60))
def test_that_a_schedule_pays_the_whole_debt_month_by_month(total: int, periods: int) -> None:
    if total < periods * 100:
        return
    schedule = instalments(total, periods, START).schedule()
    amounts = [one.amount for one in schedule]
    assert [one.month for one in schedule] == [START.plus(n) for n in range(periods)]
    assert sum(amounts) == total
    assert len(set(amounts[:-1])) <= 1
    assert all(amount % 100 == 0 for amount in amounts[:-1])
    assert amounts[-1] - min(amounts) < periods * 100


@pytest.mark.parametrize(
    ("total", "periods", "why"),
    [
        (0, 1, "分期金额须大于零，期数至少一期"),
        (-5, 2, "分期金额须大于零，期数至少一期"),
        (100, 0, "分期金额须大于零，期数至少一期"),
        (250, 3, "2.50元分3期，每期不足一元"),
        (199, 2, "1.99元分2期，每期不足一元"),
    ],
)
def test_that_what_cannot_be_split_is_refused(total: int, periods: int, why: str) -> None:
    with pytest.raises(UserError, match=why):
        instalments(total, periods, START)


def test_that_a_single_fen_is_returned_at_once_and_two_yuan_in_two_months() -> None:
    assert instalments(1, 1, START) == (1, 1, 1, START)
    assert instalments(200, 2, START) == (100, 100, 200, Month(2026, 12))


def test_that_a_month_rightly_paid_is_not_paid_too_much() -> None:
    """Nor is one paid too little, nor one before anything was due."""
    due = {Month(2026, 2): 80_000}
    paid = {Month(2026, 1): 90_000, Month(2026, 2): 80_000, Month(2026, 3): 79_999}
    assert overpaid(due, paid) == ()
    (one,) = overpaid(due, paid | {Month(2026, 4): 80_001})
    assert (one.month, one.over) == (Month(2026, 4), 1)


DEATH = Death("p1", date(2026, 3, 31), (Month(2026, 3), Month(2026, 4), Month(2026, 5)))


@pytest.mark.parametrize(
    ("death", "as_of", "monthly", "over"),
    [
        (DEATH, date(2026, 6, 1), 0, 160_000),
        (DEATH, date(2026, 6, 1), 50_000, 60_000),
        (DEATH, date(2026, 6, 1), 90_000, 0),
        (DEATH, date(2026, 3, 31), 0, 160_000),
        (DEATH, date(2026, 3, 30), 0, 0),
        (replace(DEATH, paid_after=(Month(2026, 3),)), date(2026, 6, 1), 0, 0),
        (replace(DEATH, paid_after=(Month(2026, 4),) * 2), date(2026, 6, 1), 0, 80_000),
        (None, date(2026, 6, 1), 0, 0),
    ],
)
def test_that_after_a_death_the_drop_of_each_month_paid_since_was_too_much(
    death: Death | None, as_of: date, monthly: int, over: int
) -> None:
    status = replace(home(person(), death=death, **receiving(800)), as_of=as_of)
    assert after_death(status, monthly) == over


def test_that_each_month_after_a_death_is_told_once_and_in_order() -> None:
    twice = replace(DEATH, paid_after=(Month(2026, 5), Month(2026, 4), Month(2026, 5)))
    status = replace(home(person(), death=twice, **receiving(800)), as_of=date(2026, 6, 1))
    assert months_after_death(status, 50_000) == (
        Overpaid(Month(2026, 4), 80_000, 50_000),
        Overpaid(Month(2026, 5), 80_000, 50_000),
    )


def test_that_a_plan_beyond_the_pack_is_told(pack: Pack) -> None:
    plan = instalments(300_000, 40, START)
    assert len(plan_faults(plan, 40, pack)) == 2
    assert plan_faults(instalments(300_000, 30, START), 30, pack) == ()
    assert plan_faults(instalments(5000, 1, START), 1, pack) == ()


@pytest.mark.parametrize(
    ("total", "periods", "faults"),
    [
        (3_600_000, 36, ()),
        (3_700_000, 37, ("分期37个月，超过规则包规定的36个月。",)),
        (20_000, 2, ()),
        (19_999, 2, ("每期99元，低于规则包规定的100元。",)),
        (5_000, 1, ()),
    ],
)
def test_that_a_plan_may_go_as_far_as_the_pack_and_no_further(
    pack: Pack, total: int, periods: int, faults: tuple[str, ...]
) -> None:
    assert plan_faults(instalments(total, periods, START), periods, pack) == faults


def test_that_places_that_never_paid_together_do_not_overlap() -> None:
    ours = Benefit(Month(2025, 1), 90_000, Month(2025, 6))
    theirs = Benefit(Month(2025, 7), 70_000, Month(2026, 1))
    assert overlap(Month(2026, 2), ours, theirs) == (0, 0, Month(2026, 3))


def test_that_one_shared_month_is_one_month() -> None:
    ours = Benefit(Month(2024, 1), 90_000, Month(2025, 7))
    theirs = Benefit(Month(2025, 7), 70_000, Month(2026, 1))
    assert overlap(Month(2025, 12), ours, theirs) == (1, 90_000, Month(2026, 1))
