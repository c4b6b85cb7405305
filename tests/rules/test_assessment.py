"""The figures a category is tried on: whose they are, and that none is made up."""

from dataclasses import replace

from caseworker_app.model.codes import Category, RigidKind
from caseworker_app.model.economy import JobDisregard, Property, RigidExpense
from caseworker_app.rules.assessment import assess
from caseworker_app.rules.determination import determine
from caseworker_app.rules.income import Imputed, items
from caseworker_app.rules.policy.pack import Pack
from tests.rules.homes import ALONE, SEVERE, STANDARD, home, pension, person, wage

WORKER = person(status="employed")
CARER = "sole_carer_of_severe"


def test_that_nobody_has_no_income_a_head(pack: Pack) -> None:
    assert determine(home(), pack).per_capita == 0


def test_that_spending_leaves_nothing_rather_than_less_than_nothing(pack: Pack) -> None:
    rigid = (RigidExpense(RigidKind.MEDICAL, 100),)
    assert assess(home(person(), rigid=rigid), pack, (person(),)).after == 0


def test_that_who_applies_alone_shares_the_property_of_the_whole_family(pack: Pack) -> None:
    status = home(WORKER, SEVERE, incomes=(wage("p1", 20_000),), **ALONE)
    for money, category in (
        (STANDARD * 96 - 1, Category.SINGLE_LISTED),
        (STANDARD * 96, Category.NONE),
    ):
        owned = replace(status, property=Property(money=money))
        assert determine(owned, pack).category is category


def test_that_who_earns_nothing_has_no_item_of_income(pack: Pack) -> None:
    assert items(home(person()), (person(),), pack) == ()


def test_that_a_pension_of_nothing_is_nothing(pack: Pack) -> None:
    assert determine(home(person(), incomes=(pension("p1", 0),)), pack).income_annual == 0


def test_that_who_does_not_work_bears_no_cost_of_working(pack: Pack) -> None:
    idle = person(status="idle")
    (found,) = items(home(idle), (idle,), pack)
    assert isinstance(found, Imputed)
    assert (found.annual, found.cost) == (249_000 * 12, 0)


def test_that_a_rise_is_disregarded_by_itself_and_of_its_own_wage(pack: Pack) -> None:
    small = (wage("p1", 1000, JobDisregard(50_000, 1)),)
    assert determine(home(WORKER, incomes=small), pack).per_capita == 35_000
    two = (wage("p1", 1000, JobDisregard(350_000, 1)), wage("p1", 1500))
    assert determine(home(WORKER, incomes=two), pack).per_capita == 105_000


def test_that_a_place_may_set_what_is_reckoned_for_those_who_could_earn(pack: Pack) -> None:
    rules = replace(pack.income, idle_imputed=100_000, unstable_imputed=200_000)
    place = replace(pack, income=rules, changes=())
    assert determine(home(person(status="idle")), place).per_capita == 100_000
    assert determine(home(person(status="unstable")), place).per_capita == 140_000


def test_that_only_an_idle_carer_the_place_accepts_takes_the_one_place_of_a_carer(
    pack: Pack,
) -> None:
    carer = person("p2", status="idle", idle_exempt=CARER)
    for other in (
        person(status="unable", idle_exempt=CARER),
        person(status="idle", idle_exempt="pregnant"),
        person(status="student", idle_exempt="pregnant"),
    ):
        assert determine(home(other, carer), pack).income_annual == 0
    unknown = person(status="idle", idle_exempt="carer_of_a_dog")
    assert determine(home(unknown, carer), pack).income_annual == 249_000 * 12
