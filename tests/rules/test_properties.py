"""What must hold for every household, not only for those somebody thought of."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings, strategies as st

from caseworker_app.model.codes import Category, IncomeKind
from caseworker_app.model.determination import Determination, Reason
from caseworker_app.model.economy import (
    EconomicStatus,
    Income,
)
from caseworker_app.rules.determination import determine
from tests.rules.any_home import FEN, HOMES, IDS
from tests.rules.homes import STANDARD, home, pension, person
from tests.rules.packs import PACK


def without_words(found: Determination) -> Determination:
    """Return the answer without its explanation and with what has no order in one order."""
    return replace(
        found,
        reason=Reason("", ""),
        counted=tuple(sorted(found.counted)),
        single_listed=tuple(sorted(found.single_listed)),
        decided_by=tuple(sorted(found.decided_by)),
    )


@given(HOMES)
@settings(max_examples=100, deadline=None)
def test_that_amounts_are_never_negative_and_something_is_cited(status: EconomicStatus) -> None:
    found = determine(status, PACK)
    amounts = (
        found.income_annual, found.per_capita, found.gap, found.top_up, found.monthly,
        found.overpaid, *(amount for _, amount in found.single_listed),
    )  # fmt: skip
    assert min(amounts) >= 0
    assert found.decided_by
    assert found.gap <= STANDARD * len(found.counted)
    assert found.gap % 100 == found.top_up % 100 == 0
    assert set(found.counted) <= {p.id for p in status.persons if not p.excluded}


@given(HOMES)
@settings(max_examples=60, deadline=None)
def test_that_order_changes_nothing(status: EconomicStatus) -> None:
    other = replace(
        status,
        persons=status.persons[::-1],
        incomes=status.incomes[::-1],
        support=status.support[::-1],
        rigid=status.rigid[::-1],
    )
    assert without_words(determine(other, PACK)) == without_words(determine(status, PACK))


@given(HOMES, st.sampled_from(IDS), FEN)
@settings(max_examples=60, deadline=None)
def test_that_more_countable_income_never_raises_the_gap_of_dibao(
    status: EconomicStatus, who: str, more: int
) -> None:
    richer = replace(status, incomes=(*status.incomes, replace(pension(who, 0), monthly=more)))
    before, after = determine(status, PACK), determine(richer, PACK)
    assert after.income_annual >= before.income_annual or after.counted != before.counted
    if before.category is after.category is Category.DIBAO:
        assert after.gap <= before.gap


@given(HOMES, st.sampled_from(IDS), FEN)
@settings(max_examples=50, deadline=None)
def test_that_exempt_income_changes_nothing(status: EconomicStatus, who: str, more: int) -> None:
    gift = replace(pension(who, 0, "优待抚恤金"), monthly=more)
    other = replace(status, incomes=(*status.incomes, gift))
    assert without_words(determine(other, PACK)) == without_words(determine(status, PACK))


@given(st.integers(1, 5), st.integers(-2, 2))
def test_that_one_fen_around_the_standard_decides(heads: int, off: int) -> None:
    persons = tuple(person(f"p{n}") for n in range(heads))
    annual = STANDARD * 12 * heads + off
    income = Income("i1", "p0", IncomeKind.PROPERTY, annual=annual)
    found = determine(home(*persons, incomes=(income,)), PACK)
    assert (found.category is Category.DIBAO) == (off < 0)
    assert found.gap == (100 if off < 0 else 0)


@given(st.integers(1, 5), st.integers(-2, 2))
def test_that_one_fen_around_the_minimum_wage_decides(heads: int, off: int) -> None:
    persons = tuple(person(f"p{n}") for n in range(heads))
    annual = PACK.standards.min_wage * 12 * heads + off
    income = Income("i1", "p0", IncomeKind.PROPERTY, annual=annual)
    found = determine(home(*persons, incomes=(income,)), PACK)
    assert found.category is (Category.LOW_MARGIN if off <= 0 else Category.NONE)


@given(st.integers(1, 4), st.integers(0, 600_000))
def test_that_the_gap_is_of_the_household_never_of_a_person(heads: int, monthly: int) -> None:
    persons = tuple(person(f"p{n}") for n in range(heads))
    income = replace(pension("p0", 0), monthly=monthly)
    found = determine(home(*persons, incomes=(income,)), PACK)
    if found.category is Category.DIBAO:
        short = Fraction(STANDARD * heads - monthly, 100)
        assert found.gap == -(-short.numerator // short.denominator) * 100
