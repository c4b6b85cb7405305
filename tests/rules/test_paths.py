"""A hint when another path pays the household more."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from caseworker_app.model.codes import Category, RigidKind
from caseworker_app.model.economy import EconomicStatus, Property, RigidExpense
from caseworker_app.model.household import Disability
from caseworker_app.rules.determination import determine, entitlement
from caseworker_app.rules.paths import Path, better
from caseworker_app.rules.policy.pack import Below
from tests.rules.any_home import HOMES
from tests.rules.homes import ALONE, home, pension, person
from tests.rules.packs import PACK

SEVERE = Disability(4, 1)


def test_that_a_severely_disabled_person_near_the_line_hears_of_low_margin() -> None:
    """The finding of the worked examples: 46 and 260 as 低保, 1301 as a single-listed member."""
    found = determine(home(person(disability=SEVERE), incomes=(pension("p1", 1255),)), PACK)
    assert (found.category, found.monthly) == (Category.DIBAO, 30_600)
    told = found.remarks[1]
    assert told.text.startswith("按低边每月可得1,301元，比按法定顺序认定的多995元")
    assert "SAL-21" in told.articles


def test_that_a_disabled_member_of_a_family_above_the_lines_hears_of_applying_alone() -> None:
    family = home(person(), person("p2", disability=SEVERE), incomes=(pension("p1", 6000),))
    assert better(entitlement(family, PACK)) == (Path(Category.SINGLE_LISTED, 130_100, "p2"),)


def test_that_the_person_who_applies_alone_is_told_of_nothing_else() -> None:
    given = entitlement(home(person(disability=SEVERE), **ALONE), PACK)
    assert given.category is Category.SINGLE_LISTED
    assert better(given) == ()


def test_that_who_is_just_below_the_line_hears_what_spending_would_give() -> None:
    """One fen below the standard pays a yuan, one fen above it the whole of the spending."""
    spent = (RigidExpense(RigidKind.MEDICAL, 600_000),)
    poor = home(person(), incomes=(pension("p1", 1300),), rigid=spent)
    given = entitlement(poor, PACK)
    assert (given.category, given.monthly) == (Category.DIBAO, 100)
    assert better(given) == (Path(Category.EXPENDITURE_DIBAO, 50_100),)


@pytest.mark.parametrize("test", Below)
def test_that_nobody_counted_has_no_path(test: Below) -> None:
    place = replace(PACK, dibao_test=test, changes=())
    assert better(entitlement(home(person(excluded="prison")), place)) == ()


FAMILY = home(
    person(),
    person("p3", disability=SEVERE),
    person("p2", disability=SEVERE),
    incomes=(pension("p1", 9000), pension("p3", 100)),
)


def test_that_of_two_who_could_apply_alone_for_as_much_the_first_by_id_is_told_first() -> None:
    assert better(entitlement(FAMILY, PACK)) == (
        Path(Category.SINGLE_LISTED, 130_100, "p2"),
        Path(Category.SINGLE_LISTED, 130_100, "p3"),
    )


def test_that_the_path_that_pays_most_is_told_first() -> None:
    spent = (RigidExpense(RigidKind.MEDICAL, 350_000),)
    couple = (person(), person("p2", disability=SEVERE))
    given = entitlement(home(*couple, incomes=(pension("p1", 2000),), rigid=spent), PACK)
    assert [path.monthly for path in better(given)] == [130_100, 130_100, 89_400]


def test_that_nobody_hears_of_applying_alone_where_the_place_does_not_know_it() -> None:
    rules = replace(PACK.single_listed, alone=False)
    assert better(entitlement(FAMILY, replace(PACK, single_listed=rules, changes=()))) == ()


def test_that_a_disabled_child_does_not_hear_of_applying_alone() -> None:
    family = home(person(), person("p2", 17, disability=SEVERE), incomes=(pension("p1", 9000),))
    assert better(entitlement(family, PACK)) == ()


def test_that_a_path_that_pays_as_much_is_no_better() -> None:
    spent = (RigidExpense(RigidKind.MEDICAL, 600_000),)
    assert better(entitlement(home(person(), rigid=spent), PACK)) == ()


def test_that_tekun_hear_of_a_place_that_pays_more_for_dibao() -> None:
    standards = replace(PACK.standards, tekun_basic=100_000)
    place = replace(PACK, standards=standards, changes=())
    spent = (RigidExpense(RigidKind.MEDICAL, 600_000),)
    given = entitlement(home(person(age=70, no_able_obligor=True), rigid=spent), place)
    assert (given.category, given.monthly) == (Category.TEKUN, 100_000)
    assert better(given) == (
        Path(Category.DIBAO, 143_100),
        Path(Category.EXPENDITURE_DIBAO, 130_100),
    )


def test_that_a_better_path_is_told_with_who_takes_it_and_what_more_it_pays() -> None:
    family = home(person(), person("p2", disability=SEVERE), incomes=(pension("p1", 6000),))
    told = [remark.text for remark in determine(family, PACK).remarks]
    words = "每月可得1,301元，比按法定顺序认定的多1,301元。请告知家庭，由其选择。"
    assert f"p2 单独申请单列户{words}" in told


def test_that_property_closes_a_path() -> None:
    rich = Property(money=10**9)
    family = home(person(disability=SEVERE), incomes=(pension("p1", 1255),), property=rich)
    assert better(entitlement(family, PACK)) == ()


@given(HOMES)
@settings(max_examples=60)
def test_that_a_better_path_pays_more_than_the_one_given(status: EconomicStatus) -> None:
    given_now = entitlement(status, PACK)
    paths = better(given_now)
    assert all(path.monthly > given_now.monthly for path in paths)
    assert list(paths) == sorted(paths, key=lambda path: -path.monthly)
