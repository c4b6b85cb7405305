"""From answers to members, income and property: what holds, and what was typed before it."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import (
    DiscrepancyState,
    EmploymentStatus,
    IncomeKind,
    VisitKind,
)
from caseworker_app.model.discrepancy import Explanation
from caseworker_app.model.economy import Income
from caseworker_app.model.finding import (
    Finding,
    FoundIncome,
    FoundPerson,
    FoundProperty,
    Newcomer,
)
from caseworker_app.model.household import Disability, Member
from caseworker_app.model.id_number import check_digit
from caseworker_app.model.visit import CheckedMember, CheckedProperty, Visit
from caseworker_app.rules import findings
from tests.rules.comparison.judged import household

DAY = date(2026, 3, 10)
STATUS = EmploymentStatus
HEAD = Member("m1", "陈大山", "330199197503140018", "02", STATUS.IDLE)
VISIT = Visit(
    "v1",
    replace(household(), members=(HEAD,)),
    VisitKind.CHANGE,
    DAY,
)
WAGE = Income("SR03:t1", "m1", IncomeKind.WAGE, monthly=2000_00)
EARNED = Finding("d1", "m1", income=FoundIncome(WAGE, declared=36_000_00))
OWNED = Finding("d1", "m1", property=FoundProperty(5_00, 7_00, 1_00, 2_00))
LEFT = Finding("d1", "m1", person=FoundPerson(excluded="moved_out"))


def explained(state: DiscrepancyState, conclusion: str) -> Visit:
    return replace(VISIT, explanations=(Explanation("d1", state, conclusion),))


STATES: list[tuple[DiscrepancyState, str, bool, bool]] = [
    (DiscrepancyState.CONFIRMED, "effect", True, True),
    (DiscrepancyState.CONFIRMED, "no_effect", False, True),
    (DiscrepancyState.UNRESOLVED, "unresolved", False, True),
    (DiscrepancyState.REFUTED, "registry_wrong", False, True),
    (DiscrepancyState.UNRESOLVED, "effect", False, True),
    (DiscrepancyState.UNRESOLVED, "", False, False),
    (DiscrepancyState.EXPLAINED, "effect", False, False),
    (DiscrepancyState.OPEN, "effect", False, False),
]


@pytest.mark.parametrize(("state", "conclusion", "person", "means"), STATES)
def test_that_a_member_changes_by_what_is_confirmed_and_means_count_while_they_are_open(
    state: DiscrepancyState,
    conclusion: str,
    person: bool,  # noqa: FBT001  # a case
    means: bool,  # noqa: FBT001  # a case
) -> None:
    def holds(found: Finding) -> bool:
        visit = replace(explained(state, conclusion), findings=(found,))
        return findings.of_visit(visit, {}) == (found,)

    assert holds(LEFT) is person
    assert holds(EARNED) is holds(OWNED) is means
    left_out = replace(explained(state, conclusion), findings=(EARNED,))
    assert bool(findings.of_visit(left_out, {"d1": "not_mine"})) is person
    assert findings.of_visit(explained(state, conclusion), {}) == ()


def test_that_a_finding_nobody_answered_changes_nothing() -> None:
    assert findings.of_visit(replace(VISIT, findings=(EARNED, LEFT)), {}) == ()


def test_that_a_typed_reason_goes_before_a_confirmed_one() -> None:
    confirmed = explained(DiscrepancyState.CONFIRMED, "effect")
    visit = replace(confirmed, findings=(LEFT, EARNED, replace(LEFT, id="d2", who="m2")))
    assert findings.exclusions(visit) == {"m1": "moved_out"}
    typed = CheckedMember("m1", STATUS.IDLE, excluded="prison")
    other = CheckedMember("m3", STATUS.IDLE)
    assert findings.exclusions(replace(visit, members=(typed, other))) == {"m1": "prison"}
    working = replace(LEFT, person=FoundPerson(status=STATUS.EMPLOYED))
    assert findings.exclusions(replace(confirmed, findings=(working,))) == {}
    assert findings.exclusions(confirmed) == {}


def test_that_only_who_is_found_dead_has_a_day_of_death() -> None:
    dead = FoundPerson(excluded="dead", died=date(2026, 1, 20))
    found = (LEFT, EARNED, Finding("d3", "m2", person=dead))
    assert list(findings.deaths(found)) == [("m2", dead)]


def person(found: FoundPerson, seen: CheckedMember | Member = HEAD) -> CheckedMember:
    return findings.changed(seen, HEAD, (Finding("d1", "m1", person=found),))


def test_that_a_member_is_taken_from_the_file_as_it_is() -> None:
    filed = replace(HEAD, excluded="prison", illness="尿毒症", disability=Disability(4, 2))
    assert findings.changed(filed, filed, ()) == CheckedMember.of(filed)


def test_that_a_finding_changes_its_member_and_nobody_else() -> None:
    moved = (replace(LEFT, who="m2"), EARNED, OWNED)
    assert findings.changed(HEAD, HEAD, moved) == CheckedMember("m1", STATUS.IDLE)
    assert findings.changed(HEAD, HEAD, (LEFT,)).excluded == "moved_out"


def test_that_what_was_typed_stays() -> None:
    every = FoundPerson("moved_out", None, STATUS.EMPLOYED, "compulsory", Disability(4, 2))
    assert person(every) == CheckedMember(
        "m1",
        STATUS.EMPLOYED,
        excluded="moved_out",
        study="compulsory",
        disability=Disability(4, 2),
    )
    typed = CheckedMember(
        "m1", STATUS.UNABLE, met=True, excluded="dead", study="bachelor_full_time"
    )
    typed = replace(typed, disability=Disability(6, 1), died=date(2026, 1, 18))
    assert person(every, typed) == typed
    assert person(FoundPerson()) == CheckedMember("m1", STATUS.IDLE)


def test_that_a_certificate_that_lapsed_is_taken_away() -> None:
    held = replace(HEAD, disability=Disability(4, 2))
    lapsed = Finding("d1", "m1", person=FoundPerson(lapsed=True))
    assert findings.changed(held, held, (lapsed,)).disability is None
    silent = Finding("d1", "m1", person=FoundPerson())
    assert findings.changed(held, held, (silent,)).disability == Disability(4, 2)


@pytest.mark.parametrize("status", STATUS)
def test_that_a_found_job_changes_who_could_work_or_learn(status: EmploymentStatus) -> None:
    filed = replace(HEAD, status=status)
    found = Finding("d1", "m1", person=FoundPerson(status=STATUS.EMPLOYED))
    moves = status in {STATUS.IDLE, STATUS.UNSTABLE, STATUS.STUDENT}
    expected = STATUS.EMPLOYED if moves else status
    assert findings.changed(filed, filed, (found,)).status is expected


@pytest.mark.parametrize(
    ("born", "age", "status"),
    [
        ("20260310", 0, STATUS.CHILD),
        ("20200310", 6, STATUS.CHILD),
        ("20190310", 7, STATUS.STUDENT),
        ("20100311", 15, STATUS.STUDENT),
        ("20100310", 16, STATUS.IDLE),
        ("19660311", 59, STATUS.IDLE),
        ("19660310", 60, STATUS.RETIRED),
    ],
)
def test_that_a_newcomer_does_what_the_age_suggests(
    born: str, age: int, status: EmploymentStatus
) -> None:
    first17 = f"330199{born}001"
    number = first17 + check_digit(first17)
    found = (EARNED, Finding("d9", newcomer=Newcomer("周某", number, "20")))
    (joined,) = findings.newcomers(VISIT, found)
    assert (joined.id, joined.relation, joined.age, joined.status) == ("d9", "20", age, status)


def test_that_an_income_is_added_where_the_declared_one_stands() -> None:
    monthly = Income("i1", "m1", IncomeKind.WAGE, monthly=2500_00)
    yearly = replace(monthly, id="i2", monthly=0, annual=6000_00)
    others = (
        replace(monthly, id="i3", who="m2"),
        replace(yearly, id="i4", kind=IncomeKind.BUSINESS),
    )
    told = (monthly, yearly, *others)
    assert findings.incomes(replace(VISIT, incomes=told), (EARNED, OWNED)) == (*told, WAGE)
    typed = (replace(monthly, monthly=2600_00), yearly, *others)
    assert findings.incomes(replace(VISIT, incomes=typed), (EARNED,)) == typed


def test_that_money_and_capital_are_added_where_the_declared_stand() -> None:
    declared = replace(VISIT, property=CheckedProperty(1_00, 2_00))
    found = (OWNED, EARNED, replace(OWNED, id="d2"))
    assert findings.money(declared, found) == 11_00
    assert findings.capital(declared, found) == 16_00
    typed = replace(VISIT, property=CheckedProperty(2_00, 1_00))
    assert (findings.money(typed, found), findings.capital(typed, found)) == (2_00, 1_00)
