"""A hint when another path pays the household more."""

from hypothesis import given, settings

from caseworker_app.model.codes import Category, RigidKind
from caseworker_app.model.economy import EconomicStatus, Property, RigidExpense
from caseworker_app.model.household import Disability
from caseworker_app.rules.determination import determine, entitlement
from caseworker_app.rules.paths import Path, better
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


def test_that_nobody_counted_has_no_path() -> None:
    assert better(entitlement(home(person(excluded="prison")), PACK)) == ()


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
