import pytest
from hypothesis import given, strategies as st

from caseworker_app.errors import UserError
from caseworker_app.model.values import Month
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.recovery.overpaid import Benefit, instalments, overlap, plan_faults

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


@pytest.mark.parametrize(("total", "periods"), [(0, 1), (100, 0), (-5, 2), (250, 3)])
def test_that_what_cannot_be_split_is_refused(total: int, periods: int) -> None:
    with pytest.raises(UserError, match=r"期"):
        instalments(total, periods, START)


def test_that_a_plan_beyond_the_pack_is_told(pack: Pack) -> None:
    plan = instalments(300_000, 40, START)
    assert len(plan_faults(plan, 40, pack)) == 2
    assert plan_faults(instalments(300_000, 30, START), 30, pack) == ()
    assert plan_faults(instalments(5000, 1, START), 1, pack) == ()


def test_that_places_that_never_paid_together_do_not_overlap() -> None:
    ours = Benefit(Month(2025, 1), 90_000, Month(2025, 6))
    theirs = Benefit(Month(2025, 7), 70_000, Month(2026, 1))
    assert overlap(Month(2026, 2), ours, theirs) == (0, 0, Month(2026, 3))


def test_that_one_shared_month_is_one_month() -> None:
    ours = Benefit(Month(2024, 1), 90_000, Month(2025, 7))
    theirs = Benefit(Month(2025, 7), 70_000, Month(2026, 1))
    assert overlap(Month(2025, 12), ours, theirs) == (1, 90_000, Month(2026, 1))
