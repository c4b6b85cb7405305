from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.codes import (
    Action,
    Category,
    EmploymentStatus,
    Recheck,
)
from caseworker_app.model.economy import (
    Person,
    Property,
)
from caseworker_app.model.household import Disability
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack
from tests.rules.homes import ALONE, DAY, SEVERE, STANDARD, home, pension, person, receiving, wage
from tests.rules.packs import NATIONAL, PACK


@pytest.mark.parametrize(
    ("who", "category"),
    [
        (person(age=60), "tekun"),
        (person(age=59), "dibao"),
        (person(age=15), "tekun"),
        (person(age=16), "dibao"),
        (person(disability=Disability(5, 3)), "tekun"),
        (person(disability=Disability(5, 4)), "dibao"),
        (person(disability=Disability(6, 3)), "tekun"),
        (person(disability=Disability(6, 4)), "dibao"),
        (person(disability=Disability(7, 3)), "dibao"),
        (person(disability=Disability(4, 2)), "tekun"),
        (person(disability=Disability(4, 3)), "dibao"),
        (person(disability=Disability(1, 1)), "tekun"),
        (person(disability=Disability(1, 2)), "dibao"),
        (person(disability=Disability(2, 1)), "dibao"),
    ],
)
def test_that_tekun_asks_for_no_labour(pack: Pack, who: Person, category: str) -> None:
    assert determine(home(replace(who, no_able_obligor=True)), pack).category == category
    assert determine(home(who), pack).category == "dibao"


@pytest.mark.parametrize(
    ("failed", "care", "yuan"),
    [(0, "able", 2255), (1, "partial", 3085), (3, "partial", 3085), (4, "full", 3500)],
)
def test_that_care_follows_the_activities_failed(
    pack: Pack, failed: int, care: str, yuan: int
) -> None:
    found = determine(home(person(age=70, no_able_obligor=True, adl_failed=failed)), pack)
    assert (found.care, found.monthly, found.top_up) == (care, yuan * 100, 0)
    assert found.action is Action.NEW_TEKUN
    assert found.recheck is Recheck.YEARLY
    assert {"TKM-4", "TKM-22"} <= set(found.decided_by)


def test_that_tekun_is_for_one_person_within_income_and_property(pack: Pack) -> None:
    old = person(age=70, no_able_obligor=True)
    two = home(old, replace(old, id="p2"))
    rich = home(old, incomes=(pension("p1", 1301),))
    owner = home(old, property=Property(money=STANDARD * 48))
    for status in (two, rich, owner):
        assert determine(status, pack).category is not Category.TEKUN


def test_that_a_youth_already_supported_stays_to_majority_or_while_at_school(pack: Pack) -> None:
    youth = person(age=17, status="student", no_able_obligor=True)
    supported = receiving(2255, Category.TEKUN)
    assert determine(home(youth, **supported), pack).action is Action.CONTINUE
    grown = replace(youth, age=18)
    left = determine(home(grown, **supported), pack)
    assert left.action is Action.TO_DIBAO
    assert {"TKM-24", "TKM-27"} <= set(left.decided_by)
    for study, category in (
        ("compulsory", Category.TEKUN),
        ("senior_secondary", Category.TEKUN),
        ("bachelor_full_time", Category.DIBAO),
    ):
        pupil = replace(grown, study=study)
        assert determine(home(pupil, **supported), pack).category is category


def test_that_the_end_of_tekun_names_its_own_articles(pack: Pack) -> None:
    status = home(person(age=70, excluded="prison"), **receiving(2255, Category.TEKUN))
    assert {"TKM-24", "TKM-26", "SAL-48"} <= set(determine(status, pack).decided_by)


def test_that_a_severely_disabled_adult_applies_alone_beside_a_rich_family(pack: Pack) -> None:
    parents = person(status="employed")
    status = home(parents, SEVERE, incomes=(wage("p1", 20_000),), **ALONE)
    found = determine(status, pack)
    assert found.category is Category.SINGLE_LISTED
    assert found.counted == ("p2",)
    assert found.single_listed == (("p2", STANDARD),)
    assert found.income_annual == 0
    assert found.action is Action.NEW_SINGLE_LISTED
    assert "N22-1.1" in found.decided_by


def test_that_who_applies_alone_is_of_age_from_the_eighteenth_birthday(pack: Pack) -> None:
    young = replace(SEVERE, age=18)
    status = home(person(status="employed"), young, incomes=(wage("p1", 20_000),), **ALONE)
    assert determine(status, pack).counted == ("p2",)


@pytest.mark.parametrize(
    "who",
    [
        replace(SEVERE, age=17),
        replace(SEVERE, status=EmploymentStatus.UNSTABLE),
        replace(SEVERE, status=EmploymentStatus.EMPLOYED),
        replace(SEVERE, disability=Disability(2, 3)),
        replace(SEVERE, excluded="prison"),
    ],
)
def test_that_others_do_not_apply_alone(pack: Pack, who: Person) -> None:
    status = home(person(status="employed"), who, incomes=(wage("p1", 20_000),), **ALONE)
    assert determine(status, pack).category is Category.NONE


def test_that_who_has_odd_jobs_does_not_apply_alone_however_little_they_count(pack: Pack) -> None:
    place = replace(pack, income=replace(pack.income, unstable_imputed=0))
    odd = replace(SEVERE, status=EmploymentStatus.UNSTABLE)
    status = home(person(status="employed"), odd, incomes=(wage("p1", 20_000),), **ALONE)
    assert determine(status, place).category is Category.NONE


def test_that_one_alone_with_means_is_judged_with_the_family(pack: Pack) -> None:
    status = home(person(), SEVERE, incomes=(pension("p2", 1301),), **ALONE)
    found = determine(status, pack)
    assert found.category is Category.DIBAO
    assert found.counted == ("p1", "p2")


def test_that_of_two_who_could_apply_alone_one_without_means_does(pack: Pack) -> None:
    rich, poor = SEVERE, replace(SEVERE, id="p3")
    incomes = (wage("p1", 20_000), pension("p2", 1301))
    status = home(person(status="employed"), rich, poor, incomes=incomes, **ALONE)
    assert determine(status, pack).counted == ("p3",)
    both = replace(status, incomes=incomes[:1])
    assert determine(both, pack).counted == ("p2",)


def test_that_who_applies_alone_is_topped_up_where_the_place_does_so(pack: Pack) -> None:
    rules = replace(pack.top_up, applies_to=frozenset({Category.SINGLE_LISTED}))
    status = home(person(status="employed"), SEVERE, incomes=(wage("p1", 20_000),), **ALONE)
    assert determine(status, replace(pack, top_up=rules, changes=())).top_up == 26_000
    assert determine(status, pack).top_up == 0


def test_that_the_floor_for_the_seriously_ill_is_not_for_the_disabled(pack_text: str) -> None:
    place = read_pack(pack_text.replace('"full_standard"', '"own_income_gap"'), "p", NATIONAL)
    incomes = (pension("p1", 2800), pension("p2", 1200))
    status = home(person(), SEVERE, incomes=incomes)
    assert determine(status, place).single_listed == (("p2", 10_100),)


def test_that_a_pack_may_not_know_applying_alone(pack_text: str) -> None:
    text = pack_text.replace("outside_low_margin = true", "outside_low_margin = false")
    status = home(person(status="employed"), SEVERE, incomes=(wage("p1", 20_000),), **ALONE)
    assert determine(status, read_pack(text, "p", NATIONAL)).category is Category.NONE


NATION = shipped("national")
COUNTS_PENSION = replace(
    PACK, income=replace(PACK.income, exclude_central_pension=False), changes=()
)
IN_2026 = date(2026, 2, 1)


@pytest.mark.parametrize(
    ("place", "day", "kind", "yuan", "category"),
    [
        (NATION, DAY, "高龄津贴", 700, Category.TEKUN),
        (NATION, IN_2026, "高龄津贴", 700, Category.TEKUN),
        (NATION, IN_2026, "奖学金助学金", 700, Category.TEKUN),
        (NATION, IN_2026, "城乡居民养老金", 700, Category.TEKUN),
        (NATION, IN_2026, "城乡居民养老金", 800, Category.LOW_MARGIN),
        (NATION, DAY, "职工养老金", 800, Category.LOW_MARGIN),
        (PACK, DAY, "见义勇为奖励", 5000, Category.TEKUN),
        (COUNTS_PENSION, DAY, "城乡居民养老金", 1400, Category.TEKUN),
        (COUNTS_PENSION, DAY, "城乡居民养老金", 1444, Category.LOW_MARGIN),
    ],
)
def test_that_the_basic_pension_and_what_is_paid_to_the_old_are_no_means_of_tekun(
    place: Pack, day: date, kind: str, yuan: int, category: Category
) -> None:
    """TKM-6: nor is anything the place leaves out of every income."""
    income = replace(pension("p1", yuan, kind), excluded_part=14_300)
    status = home(person(age=70, no_able_obligor=True), incomes=(income,), as_of=day)
    assert determine(status, place).category is category
