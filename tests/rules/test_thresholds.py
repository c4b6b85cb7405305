"""One fen, one hundredth of a square metre, one person around every line of the law."""

from dataclasses import replace
from fractions import Fraction

import pytest

from caseworker_app.model.codes import Category, IncomeKind, RigidKind
from caseworker_app.model.economy import (
    Dwelling,
    EconomicStatus,
    Income,
    JobDisregard,
    Property,
    RigidExpense,
    Vehicle,
)
from caseworker_app.rules.determination import determine
from tests.rules.homes import home, person, wage
from tests.rules.packs import PACK

STANDARDS = PACK.standards
HEADS = 3
MONEY_YEAR = 12 * STANDARDS.dibao * HEADS
FAMILY = tuple(person(f"p{n}") for n in range(HEADS))


def category(status: EconomicStatus) -> Category:
    return determine(status, PACK).category


def earning(annual: int, **more: object) -> EconomicStatus:
    return home(*FAMILY, incomes=(Income("i", "p0", IncomeKind.PROPERTY, annual=annual),), **more)


def owning(**more: object) -> EconomicStatus:
    return home(*FAMILY, property=Property(**more))  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("off", "found"),
    [(-1, Category.DIBAO), (0, Category.LOW_MARGIN), (1, Category.LOW_MARGIN)],
)
def test_that_income_must_be_below_the_standard(off: int, found: Category) -> None:
    assert category(earning(MONEY_YEAR + off)) is found


@pytest.mark.parametrize(
    ("off", "found"),
    [(-1, Category.LOW_MARGIN), (0, Category.LOW_MARGIN), (1, Category.NONE)],
)
def test_that_the_minimum_wage_caps_low_margin_and_is_itself_inside(
    off: int, found: Category
) -> None:
    assert category(earning(12 * STANDARDS.min_wage * HEADS + off)) is found


@pytest.mark.parametrize(("off", "found"), [(-1, Category.LOW_MARGIN), (0, Category.NONE)])
def test_that_income_must_be_below_the_multiple_where_no_cap_binds(
    off: int, found: Category
) -> None:
    pack = replace(PACK, low_margin=replace(PACK.low_margin, capped=False), changes=())
    assert determine(earning(2 * MONEY_YEAR + off), pack).category is found


@pytest.mark.parametrize(
    ("money", "found"),
    [
        (4 * MONEY_YEAR - 1, Category.DIBAO),
        (4 * MONEY_YEAR, Category.LOW_MARGIN),
        (6 * MONEY_YEAR - 1, Category.LOW_MARGIN),
        (6 * MONEY_YEAR, Category.NONE),
    ],
)
def test_that_money_must_be_below_the_years_of_the_standard(money: int, found: Category) -> None:
    assert category(owning(money=money)) is found


@pytest.mark.parametrize(
    ("capital", "found"),
    [
        (10_000_000, Category.DIBAO),
        (10_000_001, Category.LOW_MARGIN),
        (19_999_999, Category.LOW_MARGIN),
        (20_000_000, Category.NONE),
    ],
)
def test_that_capital_has_one_limit_inside_and_one_outside(capital: int, found: Category) -> None:
    assert category(owning(capital=capital)) is found


@pytest.mark.parametrize(
    ("vehicles", "found"),
    [
        ((), Category.DIBAO),
        ((Vehicle("car", 14_999_999),), Category.LOW_MARGIN),
        ((Vehicle("car", 15_000_000),), Category.NONE),
        ((Vehicle("car", 1), Vehicle("car", 1)), Category.NONE),
        ((Vehicle("ordinary_two_wheel_motorcycle", 15_000_000),), Category.DIBAO),
    ],
)
def test_that_a_vehicle_must_be_below_the_price(
    vehicles: tuple[Vehicle, ...], found: Category
) -> None:
    assert category(owning(vehicles=vehicles)) is found


@pytest.mark.parametrize(
    ("areas", "found"),
    [
        ((12_000,), Category.DIBAO),
        ((6_030, 6_030), Category.DIBAO),
        ((6_030, 6_031), Category.NONE),
        ((10, 10, 10), Category.NONE),
    ],
)
def test_that_a_second_dwelling_is_judged_by_area_a_head(
    areas: tuple[int, ...], found: Category
) -> None:
    assert category(owning(dwellings=tuple(Dwelling(area) for area in areas))) is found


@pytest.mark.parametrize(
    ("off", "found"), [(0, Category.LOW_MARGIN), (1, Category.EXPENDITURE_DIBAO)]
)
def test_that_spending_must_take_income_below_the_standard(off: int, found: Category) -> None:
    spent = (RigidExpense(RigidKind.MEDICAL, 1_000_000 + off),)
    assert category(earning(MONEY_YEAR + 1_000_000, rigid=spent)) is found


@pytest.mark.parametrize(
    ("off", "found"), [(-1, Category.EXPENDITURE_DIBAO), (0, Category.LOW_MARGIN)]
)
def test_that_income_before_spending_must_be_below_the_disposable(
    off: int, found: Category
) -> None:
    """The cap of 支出型低保; what is left after spending may still be 低边."""
    cap = STANDARDS.disposable_per_capita * HEADS
    spent = (RigidExpense(RigidKind.MEDICAL, cap - MONEY_YEAR + 1000),)
    assert category(earning(cap + off, rigid=spent)) is found


@pytest.mark.parametrize(("off", "found"), [(0, Category.RIGID_FAMILY), (-1, Category.NONE)])
def test_that_spending_must_be_the_share_of_income(off: int, found: Category) -> None:
    annual = 22_500_000
    spent = (RigidExpense(RigidKind.MEDICAL, annual * 6 // 10 + off),)
    assert category(earning(annual, rigid=spent)) is found


@pytest.mark.parametrize(
    ("increment", "counted"),
    [(390_300, 0), (390_301, Fraction(7, 10)), (390_400, Fraction(70))],
)
def test_that_a_rise_is_disregarded_up_to_three_standards(
    increment: int, counted: Fraction
) -> None:
    job = JobDisregard(increment, 1)
    raised = replace(wage("p1", 0, job), monthly=increment)
    found = determine(home(person(status="employed"), incomes=(raised,)), PACK)
    assert found.income_annual == round(counted * 12)


@pytest.mark.parametrize(("month", "annual"), [(6, 0), (7, 2_520_000)])
def test_that_a_rise_is_disregarded_for_six_months(month: int, annual: int) -> None:
    job = JobDisregard(300_000, month)
    found = determine(home(person(status="employed"), incomes=(wage("p1", 3000, job),)), PACK)
    assert found.income_annual == annual


@pytest.mark.parametrize(("refused", "paid"), [(2, 260_200), (3, 130_100)])
def test_that_the_third_refusal_costs_the_share(refused: int, paid: int) -> None:
    first = person("p1", refused_jobs=refused)
    assert determine(home(first, person("p2")), PACK).monthly == paid


@pytest.mark.parametrize(("age", "top_up"), [(17, 13_000), (18, 0), (69, 0), (70, 13_000)])
def test_that_top_ups_begin_and_end_with_a_birthday(age: int, top_up: int) -> None:
    assert determine(home(person(age=age)), PACK).top_up == top_up


@pytest.mark.parametrize(
    ("age", "found"),
    [(15, Category.TEKUN), (16, Category.DIBAO), (59, Category.DIBAO), (60, Category.TEKUN)],
)
def test_that_tekun_begins_and_ends_with_a_birthday(age: int, found: Category) -> None:
    assert category(home(person(age=age, no_able_obligor=True))) is found
