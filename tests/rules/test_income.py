from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.codes import (
    Action,
    Category,
    IncomeKind,
    Recheck,
)
from caseworker_app.model.economy import (
    Death,
    Income,
    JobDisregard,
    Support,
)
from caseworker_app.model.household import Disability
from caseworker_app.model.values import Month
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack
from tests.rules.homes import DAY, home, obligor, pension, person, receiving, wage
from tests.rules.packs import NATIONAL


def test_that_two_exclusions_leave_only_who_lives_there(pack: Pack) -> None:
    status = home(
        person(),
        person("p2", excluded="prison"),
        person("p3", excluded="declared_missing"),
        incomes=(wage("p2", 9000), pension("p3", 9000)),
    )
    found = determine(status, pack)
    assert found.counted == ("p1",)
    assert found.income_annual == 0
    assert "N22-1.3" not in found.decided_by


def test_that_a_member_marked_dead_is_worked_up_as_a_death(pack: Pack) -> None:
    found = determine(home(person(), person("p2", excluded="dead"), **receiving(2602)), pack)
    assert "N22-1.3" in found.decided_by
    assert found.finish_by is None


def test_that_nobody_counted_ends_the_benefit(pack: Pack) -> None:
    found = determine(home(person(excluded="prison"), **receiving(900)), pack)
    assert (found.counted, found.category, found.monthly) == ((), Category.NONE, 0)
    assert found.action is Action.STOP
    assert found.recheck is Recheck.YEARLY


def test_that_a_household_of_the_dead_is_stopped_for_death_and_all_is_overpaid(pack: Pack) -> None:
    death = Death("p1", date(2025, 4, 30), (Month(2025, 4), Month(2025, 5), Month(2025, 6)))
    found = determine(home(person(), death=death, **receiving(900)), pack)
    assert found.action is Action.STOP_DEAD
    assert found.overpaid == 2 * 90_000
    assert found.finish_by == date(2025, 7, 30)
    assert "SAL-48" not in found.decided_by
    assert "N22-1.3" in found.decided_by


def test_that_a_death_and_a_prisoner_leave_somebody_to_hear(pack: Pack) -> None:
    persons = (person(excluded="dead"), person("p2", excluded="prison"))
    found = determine(home(*persons, **receiving(900)), pack)
    assert found.action is Action.STOP
    assert "SAL-48" in found.decided_by


def test_that_nobody_counted_and_nothing_received_is_a_refusal(pack: Pack) -> None:
    assert determine(home(), pack).action is Action.REFUSE


def test_that_whoever_died_on_the_day_of_the_act_is_no_longer_counted(pack: Pack) -> None:
    status = home(person(), person("p2"), death=Death("p2", DAY))
    assert determine(status, pack).counted == ("p1",)


def test_that_a_death_to_come_changes_nothing(pack: Pack) -> None:
    status = home(person(), death=Death("p1", date(2025, 6, 11), (Month(2025, 7),)))
    found = determine(status, pack)
    assert found.counted == ("p1",)
    assert found.overpaid == 0


def test_that_a_disabled_workers_cost_is_at_least_half_the_minimum_wage(pack: Pack) -> None:
    disabled = person(status="employed", disability=Disability(3, 4))
    assert determine(home(disabled, incomes=(wage("p1", 2000),)), pack).per_capita == 75_500
    assert determine(home(disabled, incomes=(wage("p1", 1000),)), pack).per_capita == 0
    assert determine(home(disabled, incomes=(wage("p1", 5000),)), pack).per_capita == 350_000


def test_that_two_wages_of_one_worker_bear_the_cost_of_working_once(pack: Pack) -> None:
    disabled = person(status="employed", disability=Disability(3, 4))
    status = home(disabled, incomes=(wage("p1", 1000), wage("p1", 1000)))
    assert determine(status, pack).per_capita == 75_500


@pytest.mark.parametrize(("month", "per_capita"), [(1, 0), (6, 0), (7, 210_000)])
def test_that_the_disregard_ends_after_its_months(pack: Pack, month: int, per_capita: int) -> None:
    incomes = (wage("p1", 3000, JobDisregard(300_000, month)),)
    status = home(person(status="employed"), incomes=incomes)
    assert determine(status, pack).per_capita == per_capita


def test_that_an_increment_above_the_wage_takes_no_more_than_the_wage(pack: Pack) -> None:
    incomes = (wage("p1", 1000, JobDisregard(350_000, 2)), pension("p1", 500))
    assert determine(home(person(status="employed"), incomes=incomes), pack).per_capita == 50_000


def test_that_an_unknown_excuse_spares_nobody(pack: Pack) -> None:
    idle = person(status="idle", idle_exempt="tired")
    assert determine(home(idle), pack).per_capita == 249_000


def test_that_one_carer_a_household_is_spared_whatever_the_order(pack: Pack) -> None:
    first = person("p1", status="idle", idle_exempt="sole_carer_of_severe")
    second = person("p2", status="idle", idle_exempt="sole_carer_of_severe", illness=True)
    third = person("p3")
    one = determine(home(first, second, third), pack)
    other = determine(home(third, second, first), pack)
    assert one.income_annual == other.income_annual == 249_000 * 12
    assert one.monthly == other.monthly


def test_that_odd_jobs_are_imputed_less_the_cost_even_for_a_disabled_person(pack: Pack) -> None:
    odd = person(status="unstable", disability=Disability(4, 3))
    assert determine(home(odd), pack).per_capita == 174_300


def test_that_a_pack_may_give_odd_jobs_the_disabled_floor(pack_text: str) -> None:
    text = pack_text.replace("disabled_floor = false", "disabled_floor = true")
    odd = person(status="unstable", disability=Disability(4, 3))
    assert determine(home(odd), read_pack(text, "p", NATIONAL)).per_capita == 124_500


def test_that_an_exempt_type_is_left_out_whatever_its_class(pack: Pack) -> None:
    incomes = (
        pension("p1", 800, "高龄津贴"),
        replace(wage("p1", 700), type="见义勇为奖励"),
        Income("i4", "p1", IncomeKind.PROPERTY, "丧葬费", annual=1_000_000),
    )
    assert determine(home(person(), incomes=incomes), pack).income_annual == 0


def test_that_no_more_than_the_pension_is_left_out_of_it(pack: Pack) -> None:
    income = replace(pension("p1", 100), excluded_part=14_300)
    assert determine(home(person(), incomes=(income,)), pack).income_annual == 0


@pytest.mark.parametrize(
    ("support", "monthly"),
    [
        (obligor(), 59_950),
        (obligor(children=2), 59_950),
        (obligor(children=3), 47_960),
        (obligor(children=7), 47_960),
        (obligor(children=0), 59_950),
        (obligor(income=260_200), 0),
        (obligor(income=0), 0),
        (obligor(agreed=70_000), 70_000),
        (obligor(agreed=50_000), 59_950),
        (obligor(exempt="tekun", agreed=70_000), 0),
        (obligor(exempt="ill himself"), 0),
        (obligor(exempt="sibling_of_severe"), 0),
        (obligor(supported=2), 29_975),
        (obligor(supported=0), 59_950),
        (obligor(size=0, income=250_100), 60_000),
    ],
)
def test_that_support_follows_formula_agreement_and_exemption(
    pack: Pack, support: Support, monthly: int
) -> None:
    found = determine(home(person(), person("p2"), support=(support,)), pack)
    assert found.income_annual == monthly * 12
    assert "CC-1059" in found.decided_by


def test_that_support_for_one_not_counted_is_not_counted(pack: Pack) -> None:
    status = home(person(excluded="prison"), person("p2"), support=(obligor(),))
    assert determine(status, pack).income_annual == 0


def test_that_an_obligor_of_nobody_counts_for_nobody(pack: Pack) -> None:
    nobody = obligor(supports=(), supported=0)
    assert determine(home(person(), support=(nobody,)), pack).income_annual == 0


def test_that_support_for_two_is_shared_by_both_where_no_number_is_filed(pack: Pack) -> None:
    both = obligor(supports=("p1", "p2"), supported=0)
    found = determine(home(person(), person("p2"), support=(both,)), pack)
    assert found.income_annual == 2 * 29_975 * 12


@pytest.mark.parametrize(
    ("old", "new", "support", "monthly"),
    [
        ('"per_capita_excess"', '"household_excess"', obligor(), 119_900),
        ('"supported_persons"', '"none"', obligor(supported=2), 59_950),
        ("_amount_if_higher = true", "_amount_if_higher = false", obligor(agreed=70_000), 59_950),
        ("severe_adult_exempt = true", "severe_adult_exempt = false",
         obligor(exempt="aged_60_plus"), 59_950),
        ("severe_adult_exempt = true", "severe_adult_exempt = false",
         obligor(exempt="sibling_of_severe"), 59_950),
        ("_amount_if_higher = true", "_amount_if_higher = false", obligor(income=0), 0),
        ('"1" = 0.50', '"1" = 0.60', obligor(children=0), 71_940),
    ],
)  # fmt: skip
def test_that_the_support_formula_is_the_packs(
    pack_text: str, old: str, new: str, support: Support, monthly: int
) -> None:
    assert old in pack_text
    pack = read_pack(pack_text.replace(old, new), "p", NATIONAL)
    found = determine(home(person(), person("p2"), support=(support,)), pack)
    assert found.income_annual == monthly * 12


@pytest.mark.parametrize(
    ("age", "monthly"), [(15, 0), (16, 185_000), (49, 185_000), (50, 92_500), (70, 92_500)]
)
def test_that_what_the_idle_could_earn_goes_by_age_where_the_place_says_so(
    age: int, monthly: int
) -> None:
    found = determine(home(person(age=age, status="idle")), shipped("bf_demo"))
    assert found.income_annual == monthly * 12
