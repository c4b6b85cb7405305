"""刚性支出困难家庭: necessary spending that eats an income above the margin (RGM-4, SAL-22)."""

from dataclasses import replace
from fractions import Fraction

import pytest

from caseworker_app.model.codes import Action, Category, IncomeKind, RigidKind
from caseworker_app.model.economy import EconomicStatus, Income, RigidExpense
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Pack
from tests.rules.homes import home, person


def spending(rigid: int, annual: int) -> EconomicStatus:
    return home(
        person(),
        incomes=(Income("i1", "p1", IncomeKind.BUSINESS, annual=annual),),
        rigid=(RigidExpense(RigidKind.MEDICAL, rigid),) if rigid else (),
    )


@pytest.mark.parametrize(("rigid", "category"), [(0, "none"), (1, "rigid_family")])
def test_that_even_where_no_share_is_asked_something_must_have_been_spent(
    pack: Pack, rigid: int, category: str
) -> None:
    free = replace(pack, rigid_family=replace(pack.rigid_family, ratio=Fraction(0)), changes=())
    assert determine(spending(rigid, 7_000_000), free).category == category


@pytest.mark.parametrize(("annual", "category"), [(4_999_999, "rigid_family"), (5_000_000, "none")])
def test_that_a_place_may_set_its_own_cap_of_income(pack: Pack, annual: int, category: str) -> None:
    rules = replace(pack.rigid_family, income_cap=5_000_000, ratio=Fraction(0))
    standards = replace(pack.standards, dibao=10_000)
    capped = replace(pack, rigid_family=rules, standards=standards, changes=())
    assert determine(spending(1, annual), capped).category == category


def test_that_the_household_is_of_the_category_for_its_term(pack: Pack) -> None:
    free = replace(
        pack, rigid_family=replace(pack.rigid_family, ratio=Fraction(0), months=6), changes=()
    )
    found = determine(spending(1, 7_000_000), free)
    assert (found.category, found.term_months) == (Category.RIGID_FAMILY, 6)


def test_that_a_household_turned_over_to_the_category_is_told_so(pack: Pack) -> None:
    free = replace(pack, rigid_family=replace(pack.rigid_family, ratio=Fraction(0)), changes=())
    status = replace(spending(1, 7_000_000), current=Category.DIBAO, current_monthly=90_000)
    found = determine(status, free)
    assert (found.action, found.monthly) == (Action.TO_RIGID, 0)
