import os
import subprocess
import sys
from collections import Counter
from datetime import date
from functools import cache
from statistics import mean

import pytest

from caseworker_app import codes
from caseworker_app.demo.planting import PLANTERS
from caseworker_app.demo.township import make_township
from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.intake.pack_file import shipped
from caseworker_app.model import id_number
from caseworker_app.model.codes import Action, Dataset, EmploymentStatus
from caseworker_app.model.household import Member
from caseworker_app.rules.comparison import compare
from caseworker_app.rules.determination import determine
from caseworker_app.rules.frequency import due_day
from caseworker_app.rules.status import economic_status
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.units import flatten, restore
from caseworker_app.workflow.prefill import Known, prefill

DAY = date(2026, 11, 22)
SEEDS = (1, 2, 3)


@cache
def township(households: int = 300, seed: int = 1) -> Township:
    return make_township(households, seed, today=DAY)


def fingerprint(made: Township) -> str:
    return sha256(canonical([flatten(household) for household in made.households]))


def everybody(made: Township) -> list[Member]:
    return [member for unit in made.households for member in unit.household.members]


def share(hits: int, of: int) -> float:
    return hits / of


def found(unit: TownshipHousehold, day: date) -> tuple[str, ...]:
    differences = compare(unit.declaration, unit.records, shipped(), day)
    return tuple(sorted(difference.code for difference in differences))


def test_that_one_seed_gives_the_same_bytes_and_another_seed_others() -> None:
    first = fingerprint(make_township(80, 7, today=DAY))
    assert fingerprint(make_township(80, 7, today=DAY)) == first
    assert fingerprint(make_township(80, 8, today=DAY)) != first


def test_that_the_order_of_hashing_has_no_say() -> None:
    script = (
        "from datetime import date; from caseworker_app.demo.township import make_township; "
        "import hashlib; print(hashlib.sha256(repr(make_township(20, 3, today=date(2026, 11, 22)))"
        ".encode()).hexdigest())"
    )
    prints = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(prints) == 1


def test_that_a_household_survives_the_wire() -> None:
    for unit in township().households[:40]:
        assert restore(flatten(unit.household), type(unit.household)) == unit.household
        assert restore(flatten(unit.declaration), type(unit.declaration)) == unit.declaration
        assert restore(flatten(unit.records), type(unit.records)) == unit.records


@pytest.mark.parametrize("seed", SEEDS)
def test_that_the_comparison_finds_exactly_what_was_planted(seed: int) -> None:
    wrong = [
        (unit.household.number, unit.planted, found(unit, DAY))
        for unit in township(600, seed).households
        if unit.planted != found(unit, DAY)
    ]
    assert wrong == []


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2025, 7, 31), date(2028, 1, 1)])
def test_that_a_township_of_another_day_is_as_right(day: date) -> None:
    made = make_township(120, 5, today=day)
    assert [u.planted for u in made.households] == [found(u, day) for u in made.households]


@pytest.mark.parametrize("households", [60, 61, 75, 100, 130, 200, 333])
def test_that_every_kind_is_planted_and_three_quarters_are_clean(households: int) -> None:
    made = make_township(households, 4, today=DAY)
    planted = Counter(code for unit in made.households for code in unit.planted)
    kinds = {row["code"] for row in codes.table("discrepancies")}
    assert set(planted) == kinds
    assert share(sum(not unit.planted for unit in made.households), households) >= 0.75


@pytest.mark.parametrize("households", [0, 1, 3, 7, 20, 59])
def test_that_a_small_township_is_a_township_too(households: int) -> None:
    made = make_township(households, 1, today=DAY)
    assert len(made.households) == households
    assert [u.planted for u in made.households] == [found(u, DAY) for u in made.households]


def test_that_a_larger_township_hides_more_of_each_kind() -> None:
    planted = Counter(code for unit in township(600).households for code in unit.planted)
    assert min(planted.values()) >= 2
    assert len(PLANTERS) == len({planter.codes[0] for planter in PLANTERS}) == 57


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_visit_finding_nothing_new_continues_with_the_same_amount(seed: int) -> None:
    for unit in township(300, seed).households:
        if unit.planted:
            continue
        known = Known(unit.household, unit.declaration, unit.records, ())
        visit = prefill("v", known, DAY, ())
        answer = determine(economic_status(visit, shipped()), shipped())
        assert (answer.action, answer.monthly) == (Action.CONTINUE, unit.household.monthly), (
            unit.household
        )


def test_that_numbers_are_right_invented_and_given_once() -> None:
    members = [m.id_number for m in everybody(township())]
    rows = [row.id_number for unit in township().households for row in unit.records.persons]
    assert all(id_number.fault(number) is None for number in members + rows)
    assert all(number.startswith("330199") for number in members + rows)
    assert len(set(members)) == len(members)


def test_that_ids_are_unique_and_of_version_7() -> None:
    ids = [m.id for m in everybody(township())]
    for unit in township().households:
        ids.append(unit.household.id)
        ids += [row.id for _, row in unit.records]
    assert len(set(ids)) == len(ids)
    assert all(text[14] == "7" and text[19] in "89ab" for text in ids)


def test_that_telephones_and_regions_belong_to_nobody() -> None:
    made = township()
    for unit in made.households:
        assert unit.household.phone.startswith("1990000")
        assert len(unit.household.phone) == 11
        assert unit.household.region in {village.code for village in made.villages}
        assert unit.household.registered_address.startswith(made.name)


def test_that_age_sex_and_relation_fit_the_number() -> None:
    for unit in township().households:
        head = unit.household.head
        for member in unit.household.members:
            age = id_number.age(member.id_number, DAY)
            child = member.relation in {"22", "23", "32", "33"}
            if member.relation in {"12", "32", "33", "42", "52"}:
                assert not id_number.is_male(member.id_number)
            if member.relation in {"11", "22", "23", "41", "51"}:
                assert id_number.is_male(member.id_number)
            assert not child or id_number.age(head.id_number, DAY) - age >= 18
            assert member.status is not EmploymentStatus.RETIRED or age >= 60
            assert member.status is not EmploymentStatus.CHILD or age < 7
            assert member.status is not EmploymentStatus.STUDENT or 7 <= age <= 22


def test_that_names_are_names() -> None:
    names = [member.name for member in everybody(township(1000))]
    assert all(2 <= len(name) <= 4 for name in names)
    assert share(len(set(names)), len(names)) > 0.5
    assert any(set(name) & set("䶮㛃𬭩") for name in names)


def test_that_the_make_up_is_that_of_a_township() -> None:
    made = township(1000)
    members = everybody(made)
    sizes = [len(unit.household.members) for unit in made.households]
    categories = Counter(unit.household.category.value for unit in made.households)
    assert 1.5 < mean(sizes) < 1.75
    assert 0.55 < share(sizes.count(1), 1000) < 0.67
    assert 0.70 < share(categories["dibao"], 1000) < 0.80
    assert 0.05 < share(categories["tekun"], 1000) < 0.11
    assert 0.10 < share(categories["low_margin"], 1000) < 0.17
    assert min(categories["single_listed"], categories["expenditure_dibao"]) > 0
    assert 0.28 < share(sum(m.disability is not None for m in members), len(members)) < 0.40
    assert 0.11 < share(sum(bool(m.illness) for m in members), len(members)) < 0.19
    children = sum(id_number.age(m.id_number, DAY) < 18 for m in members)
    assert 0.07 < share(children, len(members)) < 0.17
    assert any(m.ethnicity == "22" for m in members)


def test_that_checks_are_due_around_the_day() -> None:
    left = [(u.household.due - DAY).days for u in township().households if u.household.due]
    assert len(left) == len(township().households)
    assert any(days < 0 for days in left)
    assert any(0 <= days <= 7 for days in left)
    assert share(sum(days > 7 for days in left), len(left)) > 0.6
    for unit in township().households:
        assert unit.household.due == due_day(unit.household, unit.household.last_check, shipped())


def test_that_every_department_tells_of_clean_households_too() -> None:
    clean = [unit for unit in township().households if not unit.planted]
    told = Counter(dataset for unit in clean for dataset, _ in unit.records)
    for dataset in (
        "allowance",
        "insurance",
        "tax",
        "asset",
        "consumption",
        "disability",
        "school",
    ):
        assert told[Dataset(dataset)] > 0
    assert not any(told[Dataset(dataset)] for dataset in ("funeral", "clue", "attempt"))


def test_that_a_declaration_says_who_everybody_is_and_who_may_be_asked() -> None:
    for unit in township().households:
        told, filed = unit.declaration, unit.household
        assert told.category is filed.category
        for person, member in zip(told.persons, filed.members, strict=True):
            assert (person.status, person.study, person.disability) == (
                member.status,
                member.study,
                member.disability,
            )
        assert [o.id for o in told.obligors] == [o.id for o in filed.obligors]
        if "SR13" not in unit.planted:
            signed = {a.member_id for a in told.authorisations or () if a.until is None}
            assert signed == {member.id for member in filed.members}


def test_that_two_investigators_of_the_township_come_first() -> None:
    staff = township().staff
    assert [worker.township for worker in staff[:3]] == [True, True, False]
    assert len(staff) == 2 + len(township().villages)
