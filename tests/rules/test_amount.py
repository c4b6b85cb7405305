from dataclasses import replace
from fractions import Fraction

import pytest

from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.codes import (
    Action,
    Category,
    IncomeKind,
    RigidKind,
)
from caseworker_app.model.economy import (
    Income,
    Property,
    RigidExpense,
)
from caseworker_app.model.household import Disability
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Below, Pack
from caseworker_app.rules.policy.reading import read_pack, with_override
from tests.rules.homes import DAY, STANDARD, home, pension, person, receiving, wage
from tests.rules.packs import NATIONAL


def test_that_disability_and_illness_at_once_give_the_higher_top_up_once(pack: Pack) -> None:
    both = person(age=72, disability=Disability(6, 3), illness=True)
    found = determine(home(both), pack)
    assert (found.gap, found.top_up) == (130_100, 26_000)


def test_that_a_pack_may_add_the_top_ups(pack_text: str) -> None:
    text = pack_text.replace('one_per_person = "highest"', 'one_per_person = "sum"')
    both = person(age=72, disability=Disability(1, 2), illness=True)
    assert determine(home(both), read_pack(text, "p", NATIONAL)).top_up == 13_000 + 26_000 + 26_000


def test_that_in_a_low_margin_family_disability_and_illness_give_the_full_standard(
    pack: Pack,
) -> None:
    both = person("p2", disability=Disability(6, 3), illness=True)
    status = home(person(), both, incomes=(pension("p1", 2800), pension("p2", 900)))
    found = determine(status, pack)
    assert found.category is Category.LOW_MARGIN
    assert found.single_listed == (("p2", STANDARD),)
    assert found.action is Action.NEW_SINGLE_LISTED


def test_that_a_pack_may_pay_the_disabled_the_gap_of_their_own_income(pack_text: str) -> None:
    pack = read_pack(pack_text.replace('"full_standard"', '"own_income_gap"'), "p", NATIONAL)
    severe = person("p2", disability=Disability(4, 1))
    status = home(person(), severe, incomes=(pension("p1", 2800), pension("p2", 900)))
    assert determine(status, pack).single_listed == (("p2", 40_100),)


def test_that_single_listed_payment_goes_on_rises_falls_and_ends(pack: Pack) -> None:
    ill = person("p2", illness=True)
    status = home(person(), ill, incomes=(pension("p1", 2800), pension("p2", 300)))
    low = Category.LOW_MARGIN
    for yuan, action in ((1001, "CONT"), (900, "INCR"), (1100, "REDU"), (0, "CONV-SL")):
        assert determine(replace(status, **receiving(yuan, low)), pack).action == action
    well = replace(status, persons=(person(), person("p2")), **receiving(1001, low))
    assert determine(well, pack).action is Action.TO_LOW_MARGIN


def test_that_rigid_expenditure_never_gives_more_than_the_full_gap(pack: Pack) -> None:
    rigid = (RigidExpense(RigidKind.MEDICAL, 90_000_000),)
    status = home(person(status="employed"), incomes=(wage("p1", 3000),), rigid=rigid)
    found = determine(status, pack)
    assert found.category is Category.EXPENDITURE_DIBAO
    assert found.gap == STANDARD
    assert found.per_capita_after_rigid == 0
    assert found.term_months == 12


def test_that_income_at_last_years_average_is_no_case_for_rigid_expenditure(pack: Pack) -> None:
    rigid = (RigidExpense(RigidKind.MEDICAL, 7_677_700),)
    income = Income("i1", "p1", IncomeKind.BUSINESS, annual=7_677_700)
    rich = home(person(), incomes=(income,), rigid=rigid)
    found = determine(rich, pack)
    assert found.category is Category.LOW_MARGIN
    less = replace(income, annual=7_677_699)
    assert determine(replace(rich, incomes=(less,)), pack).category is Category.EXPENDITURE_DIBAO


@pytest.mark.parametrize(("rigid", "category"), [(4_200_000, "rigid_family"), (4_199_999, "none")])
def test_that_the_share_of_rigid_expenditure_is_met_exactly(
    pack: Pack, rigid: int, category: str
) -> None:
    income = Income("i1", "p1", IncomeKind.BUSINESS, annual=7_000_000)
    owned = Property(money=STANDARD * 60)
    status = home(
        person(), incomes=(income,), rigid=(RigidExpense(RigidKind.MEDICAL, rigid),), property=owned
    )
    high = with_override(pack, {"min_wage": 1800})
    assert determine(status, high).category == category


def test_that_a_floor_lies_under_the_gap(pack: Pack) -> None:
    floor = with_override(pack, {"min_gap_rate": Fraction(1, 5)})
    assert determine(home(person(), incomes=(pension("p1", 1300),)), floor).gap == 26_100


def test_that_all_who_refuse_lose_the_whole_gap_but_no_top_up(pack: Pack) -> None:
    status = home(person(refused_jobs=3, illness=True), person("p2", refused_jobs=4))
    found = determine(status, pack)
    assert (found.gap, found.top_up, found.monthly) == (260_200, 26_000, 26_000)
    assert {"DBM-34", "ZJR-36"} <= set(found.decided_by)


def test_that_two_refusals_cost_nothing(pack: Pack) -> None:
    assert determine(home(person(refused_jobs=2)), pack).monthly == STANDARD


def test_that_rigid_expenditure_does_not_excuse_what_is_owned(pack: Pack) -> None:
    rigid = (RigidExpense(RigidKind.MEDICAL, 3_000_000),)
    status = home(person(status="employed"), incomes=(wage("p1", 3000),), rigid=rigid)
    assert determine(status, pack).category is Category.EXPENDITURE_DIBAO
    owner = replace(status, property=Property(money=STANDARD * 60))
    assert determine(owner, pack).category is Category.LOW_MARGIN


@pytest.mark.parametrize(
    ("cap", "category"), [(2_520_001, "expenditure_dibao"), (2_520_000, "low_margin")]
)
def test_that_a_place_may_cap_the_income_before_rigid_expenditure(
    pack: Pack, cap: int, category: str
) -> None:
    rigid = (RigidExpense(RigidKind.MEDICAL, 3_000_000),)
    status = home(person(status="employed"), incomes=(wage("p1", 3000),), rigid=rigid)
    capped = replace(pack, expenditure=replace(pack.expenditure, income_cap=cap), changes=())
    assert determine(status, capped).category == category


def test_that_what_rests_on_no_spending_has_no_term(pack: Pack) -> None:
    margin = home(person(), incomes=(pension("p1", 2000),))
    for status in (home(person()), margin):
        assert determine(status, pack).term_months == 0


@pytest.mark.parametrize(("age", "top_up"), [(17, True), (18, False)])
def test_that_a_minor_is_topped_up_to_the_eighteenth_birthday(
    pack: Pack, age: int, *, top_up: bool
) -> None:
    found = determine(home(person(), person("p2", age=age, status="student")), pack)
    assert bool(found.top_up) is top_up


@pytest.mark.parametrize(
    ("yuan", "monthly"), [(204, 560), (205, 380), (409, 380), (410, 200), (584, 200), (585, 200)]
)
def test_that_a_graded_amount_is_that_of_the_band_income_is_below_and_at_last_the_last(
    yuan: int, monthly: int
) -> None:
    place = replace(shipped("bf_demo").on(DAY), dibao_test=Below.AT_MOST, changes=())
    found = determine(home(person(), incomes=(pension("p1", yuan),)), place)
    assert (found.category, found.gap) == (Category.DIBAO, monthly * 100)
