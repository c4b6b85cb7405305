"""What must hold for every household in every place, each with its reason in law."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.codes import Category, IncomeKind, Residence
from caseworker_app.model.determination import Determination, Reason
from caseworker_app.model.economy import EconomicStatus, Income
from caseworker_app.rules import law
from caseworker_app.rules.determination import determine
from tests.rules.any_home import FEN, HOMES, IDS
from tests.rules.homes import STANDARD, home, pension, person
from tests.rules.packs import PACK

PLACES = st.sampled_from(("zj_demo", "bf_demo", "national"))
DAYS = st.dates(date(2025, 4, 1), date(2027, 3, 31))
ANYWHERE = st.builds(
    lambda status, day, residence: replace(status, as_of=day, residence=residence),
    HOMES, DAYS, st.none() | st.sampled_from(Residence),
)  # fmt: skip


def without_words(found: Determination) -> Determination:
    """Return the answer without its explanation and with what has no order in one order."""
    return replace(
        found,
        reason=Reason("", ""),
        remarks=(),
        counted=tuple(sorted(found.counted)),
        single_listed=tuple(sorted(found.single_listed)),
        decided_by=tuple(sorted(found.decided_by)),
    )


@given(ANYWHERE, PLACES)
@settings(max_examples=150)
def test_that_amounts_are_never_negative(status: EconomicStatus, place: str) -> None:
    """Assistance is given, not taken (SAL-18); a recovery is another act (SAL-74)."""
    pack = shipped(place)
    found = determine(status, pack)
    amounts = (
        found.income_annual, found.per_capita, found.gap, found.top_up, found.monthly,
        found.overpaid, *(amount for _, amount in found.single_listed),
    )  # fmt: skip
    assert min(amounts) >= 0
    assert found.gap % 100 == found.top_up % 100 == 0
    assert set(found.counted) <= {p.id for p in status.persons if not p.excluded}


@given(ANYWHERE, PLACES)
@settings(max_examples=100)
def test_that_an_answer_rests_on_an_article_in_force(status: EconomicStatus, place: str) -> None:
    """A decision names its ground (SAL-48, DBM-32), and only law in force is a ground."""
    pack = shipped(place)
    found = determine(status, pack)
    here = pack.on(status.as_of, status.residence)
    assert any(law.in_force(code, status.as_of, here) for code in found.decided_by)
    assert len(set(found.decided_by)) == len(found.decided_by)


@given(ANYWHERE, PLACES)
@settings(max_examples=80)
def test_that_order_changes_nothing(status: EconomicStatus, place: str) -> None:
    """The law knows members and incomes (DBM-7, DBM-13), not lines of a form."""
    pack = shipped(place)
    other = replace(
        status,
        persons=status.persons[::-1],
        incomes=status.incomes[::-1],
        support=status.support[::-1],
        rigid=status.rigid[::-1],
    )
    assert without_words(determine(other, pack)) == without_words(determine(status, pack))


@given(ANYWHERE, PLACES, st.sampled_from(IDS), FEN)
@settings(max_examples=100)
def test_that_more_countable_income_never_raises_the_gap(
    status: EconomicStatus, place: str, who: str, more: int
) -> None:
    """The gap is the standard less income (DBM-23); it is compared within one category.

    Across categories it may rise: one fen above the standard, spending begins to count (ZJR-41).
    """
    pack = shipped(place)
    richer = replace(status, incomes=(*status.incomes, replace(pension(who, 0), monthly=more)))
    before, after = determine(status, pack), determine(richer, pack)
    assert after.income_annual >= before.income_annual or after.counted != before.counted
    if before.category is after.category:
        assert after.gap <= before.gap


@given(ANYWHERE, PLACES, st.sampled_from(IDS), FEN)
@settings(max_examples=80)
def test_that_exempt_income_changes_nothing(
    status: EconomicStatus, place: str, who: str, more: int
) -> None:
    """优待抚恤 is not counted (DBM-13), whoever has it."""
    pack = shipped(place)
    gift = replace(pension(who, 0, "优待抚恤金"), monthly=more)
    other = replace(status, incomes=(*status.incomes, gift))
    assert without_words(determine(other, pack)) == without_words(determine(status, pack))


@given(ANYWHERE, PLACES)
@settings(max_examples=60)
def test_that_leaving_out_the_explanation_changes_no_figure(
    status: EconomicStatus, place: str
) -> None:
    """The answer comes first; the grounds are told, they do not decide."""
    pack = shipped(place)
    full, quick = determine(status, pack), determine(status, pack, explain=False)
    assert replace(full, reason=quick.reason, remarks=()) == quick


@given(ANYWHERE, PLACES)
@settings(max_examples=60)
def test_that_every_step_says_what_and_how_much(status: EconomicStatus, place: str) -> None:
    """A person must be able to contest each number (SAL-48)."""
    pack = shipped(place)

    def steps(reason: Reason) -> list[Reason]:
        return [reason, *(inner for part in reason.parts for inner in steps(part))]

    found = determine(status, pack).reason
    assert all(step.label and step.value for step in steps(found))
    assert all(told.basis for told in found.parameters().values())


@given(st.integers(1, 5), st.integers(-2, 2))
def test_that_one_fen_around_the_standard_decides(heads: int, off: int) -> None:
    """低于 the standard means below it, by however little (SAL-18)."""
    persons = tuple(person(f"p{n}") for n in range(heads))
    annual = STANDARD * 12 * heads + off
    income = Income("i1", "p0", IncomeKind.PROPERTY, annual=annual)
    found = determine(home(*persons, incomes=(income,)), PACK)
    assert (found.category is Category.DIBAO) == (off < 0)
    assert found.gap == (100 if off < 0 else 0)


@given(st.integers(1, 5), st.integers(-2, 2))
def test_that_one_fen_around_the_minimum_wage_decides(heads: int, off: int) -> None:
    """The 低边 line may not exceed the minimum wage, and may reach it (ZJR-13)."""
    persons = tuple(person(f"p{n}") for n in range(heads))
    annual = PACK.standards.min_wage * 12 * heads + off
    income = Income("i1", "p0", IncomeKind.PROPERTY, annual=annual)
    found = determine(home(*persons, incomes=(income,)), PACK)
    assert found.category is (Category.LOW_MARGIN if off <= 0 else Category.NONE)


@given(st.integers(1, 4), st.integers(0, 600_000))
def test_that_the_gap_is_of_the_household_never_of_a_person(heads: int, monthly: int) -> None:
    """低保 is given to the household (DBM-23): rounding comes once, after its sum."""
    persons = tuple(person(f"p{n}") for n in range(heads))
    income = replace(pension("p0", 0), monthly=monthly)
    found = determine(home(*persons, incomes=(income,)), PACK)
    if found.category is Category.DIBAO:
        short = Fraction(STANDARD * heads - monthly, 100)
        assert found.gap == -(-short.numerator // short.denominator) * 100


@pytest.mark.parametrize("name", ["zj_demo", "bf_demo", "national"])
def test_that_an_empty_household_gets_nothing_and_is_told_why(name: str) -> None:
    found = determine(home(), shipped(name))
    assert (found.category, found.monthly) == (Category.NONE, 0)
    assert any(part.label == "类别认定" for part in found.reason.parts)
