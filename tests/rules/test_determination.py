from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import (
    Action,
    Category,
    IncomeKind,
    Recheck,
)
from caseworker_app.model.economy import (
    Death,
    Income,
    Property,
    Vehicle,
)
from caseworker_app.model.values import Month
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Below, Pack
from caseworker_app.rules.policy.reading import read_pack
from tests.rules.homes import (
    STANDARD,
    WORKER,
    Received,
    by_work,
    home,
    pension,
    person,
    receiving,
    wage,
)
from tests.rules.packs import NATIONAL


def test_that_work_over_the_line_gives_six_months_grace(pack: Pack) -> None:
    found = determine(by_work(2000), pack)
    assert found.action is Action.GRACE
    assert (found.monthly, found.gap) == (80_000, 0)
    assert (found.from_month, found.grace_until) == (Month(2025, 7), Month(2025, 12))
    assert found.after_grace is Action.TO_LOW_MARGIN


def test_that_after_grace_may_be_the_end(pack: Pack) -> None:
    assert determine(by_work(9000), pack).after_grace is Action.STOP


def test_that_a_car_bought_with_the_first_wage_gives_no_grace(pack: Pack) -> None:
    status = by_work(2000, property=Property(vehicles=(Vehicle("car", 100),)))
    assert determine(status, pack).action is Action.TO_LOW_MARGIN


def test_that_income_below_the_line_needs_no_grace(pack: Pack) -> None:
    assert determine(by_work(1000), pack).action is Action.REDUCE


def test_that_death_and_a_job_together_carry_no_share_of_the_dead_into_grace(pack: Pack) -> None:
    dead = person("p2", age=75, excluded="dead")
    death = Death("p2", date(2025, 5, 20), (Month(2025, 6),))
    status = replace(by_work(2000), persons=(WORKER, dead), death=death, current_monthly=250_000)
    found = determine(status, pack)
    assert found.action is Action.GRACE
    assert found.monthly == STANDARD
    assert found.overpaid == 250_000 - STANDARD


def test_that_grace_never_pays_less_than_what_is_due(pack: Pack) -> None:
    ill = person("p2", illness=True)
    status = home(WORKER, ill, incomes=(wage("p1", 4500),), cause="employment", **receiving(500))
    found = determine(status, pack)
    assert found.action is Action.TO_SINGLE_LISTED
    assert found.monthly == STANDARD


@pytest.mark.parametrize(
    ("current", "action"),
    [
        (receiving(1301), "CONT"),
        (receiving(1300), "INCR"),
        (receiving(1302), "REDU"),
        (receiving(0, Category.LOW_MARGIN), "CONV-DB"),
        (receiving(0, Category.NONE), "NEW"),
        (receiving(2255, Category.TEKUN), "CONV-DB"),
    ],
)
def test_that_the_act_follows_category_and_amount(
    pack: Pack, current: Received, action: str
) -> None:
    assert determine(home(person(), **current), pack).action == action


def test_that_the_month_after_the_act_may_lie_in_the_next_year(pack: Pack) -> None:
    status = replace(home(person()), as_of=date(2025, 12, 31))
    assert determine(status, pack).from_month == Month(2026, 1)


def test_that_a_steady_wage_is_yearly_where_the_pack_reads_and(pack_text: str) -> None:
    pack = read_pack(pack_text.replace('reading = "or"', 'reading = "and"'), "p", NATIONAL)
    steady = home(WORKER, incomes=(wage("p1", 1000),))
    stall = Income("i9", "p1", IncomeKind.BUSINESS, annual=100)
    assert determine(steady, pack).recheck is Recheck.YEARLY
    assert determine(replace(steady, incomes=(stall,)), pack).recheck is Recheck.HALF_YEARLY
    assert determine(home(person(status="idle")), pack).recheck is Recheck.HALF_YEARLY
    assert determine(home(person()), pack).recheck is Recheck.YEARLY


@pytest.mark.parametrize(
    ("rounding", "gap"),
    [("ceil", 31_200), ("half_up_yuan_household", 31_100), ("half_up_fen_household", 31_133)],
)
def test_that_the_pack_rounds(pack_text: str, rounding: str, gap: int) -> None:
    text = pack_text.replace("ceil_yuan_household", rounding) if rounding != "ceil" else pack_text
    third = Income("i1", "p1", IncomeKind.PROPERTY, annual=1_187_600)
    assert determine(home(person(), incomes=(third,)), read_pack(text, "p", NATIONAL)).gap == gap


@pytest.mark.parametrize(
    ("operator", "yuan", "category"),
    [
        ("strictly_below_multiple_and_at_most_min_wage", 2490, "low_margin"),
        ("strictly_below_multiple_and_at_most_min_wage", 2491, "none"),
        ("strictly_below_multiple_and_min_wage", 2490, "none"),
    ],
)
def test_that_the_low_margin_operator_is_the_packs(
    pack_text: str, operator: str, yuan: int, category: str
) -> None:
    old = "strictly_below_multiple_and_at_most_min_wage"
    pack = read_pack(pack_text.replace(old, operator), "p", NATIONAL)
    status = home(person(), incomes=(pension("p1", yuan),))
    assert determine(status, pack).category == category


def test_that_without_a_cap_the_multiple_is_the_line(pack_text: str) -> None:
    old = '"strictly_below_multiple_and_at_most_min_wage"'
    for operator, category in (
        ("strictly_below_multiple", "none"),
        ("at_most_multiple", "low_margin"),
    ):
        text = pack_text.replace(old, f'"{operator}"').replace('cap = "min_wage"', 'cap = "none"')
        status = home(person(), incomes=(pension("p1", 2602),))
        assert determine(status, read_pack(text, "p", NATIONAL)).category == category


def test_that_nobody_is_entitled_even_where_income_at_the_line_is_enough(pack: Pack) -> None:
    at_most = replace(pack, dibao_test=Below.AT_MOST, changes=())
    assert determine(home(), at_most).category is Category.NONE
    assert determine(home(person(), incomes=(pension("p1", 1301),)), at_most).category is (
        Category.DIBAO
    )


def test_that_income_after_spending_is_told_only_where_there_was_spending(pack: Pack) -> None:
    assert determine(home(person()), pack).per_capita_after_rigid is None
