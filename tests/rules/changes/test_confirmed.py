"""A confirmed difference becomes a change with day and reason, and counts as it did before."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.codes import ChangeKind, DiscrepancyState, Level, Register
from caseworker_app.model.discrepancy import Discrepancy, Explanation
from caseworker_app.model.finding import Finding, FoundPerson, Newcomer
from caseworker_app.model.source import Source
from caseworker_app.model.visit import Visit
from caseworker_app.rules.changes.apply import apply
from caseworker_app.rules.changes.confirmed import change_of
from caseworker_app.rules.determination import determine
from caseworker_app.rules.status import economic_status
from tests.rules.changes.homes import VISIT, number

PACK = shipped()
DIED = date(2026, 9, 28)
WIFE = number("19600202", "001")


def difference(code: str, member: str = "") -> Discrepancy:
    source = Source("公安户籍", date(2026, 10, 31), "b", date(2027, 1, 1))
    return Discrepancy(
        f"{code}:r", code, Register.PERSON, Level.RED, "某", "", "", member, ("r",), source
    )


def confirmed(finding: Finding) -> Visit:
    told = Explanation(finding.id, DiscrepancyState.CONFIRMED, "effect")
    return replace(VISIT, findings=(finding,), explanations=(told,))


def test_that_a_confirmed_death_stands_with_its_day() -> None:
    visit = confirmed(Finding("HJ01:r", "m1", person=FoundPerson("dead", DIED)))
    found = change_of(visit, difference("HJ01", "m1"), "c1")
    assert found is not None
    after = apply(visit, *found)
    assert (after.members[0].excluded, after.members[0].died) == ("dead", DIED)
    assert found[0].source == "公安户籍 2026-10-31"
    assert found[0].difference == "HJ01:r"


@pytest.mark.parametrize(
    "reason", ["prison", "drug_isolation", "declared_missing", "conscript", "moved_out"]
)
def test_that_every_reason_counts_as_the_finding_did(reason: str) -> None:
    visit = confirmed(Finding("HJ10:r", "m2", person=FoundPerson(reason)))
    found = change_of(visit, difference("HJ10", "m2"), "c1")
    assert found is not None
    after = apply(visit, *found)
    assert after.members[1].excluded == reason
    assert economic_status(after, PACK) == economic_status(visit, PACK)


def test_that_who_is_marked_away_already_stays_as_marked() -> None:
    visit = confirmed(Finding("HJ01:r", "m1", person=FoundPerson("dead", DIED)))
    marked = replace(visit.members[0], excluded="prison")
    visit = replace(visit, members=(marked, *visit.members[1:]))
    assert change_of(visit, difference("HJ01", "m1"), "c1") is None


def test_that_a_confirmed_spouse_is_a_member_counted_once() -> None:
    visit = confirmed(Finding("HJ07:r", newcomer=Newcomer("老张", WIFE, "10")))
    found = change_of(visit, difference("HJ07", "m1"), "c1")
    assert found is not None
    after = apply(visit, *found)
    (new,) = found[1].members
    assert (new.relation, new.marital, found[0].kind) == ("10", "20", ChangeKind.MARRIAGE)
    before, now = (determine(economic_status(v, PACK), PACK) for v in (visit, after))
    assert len(now.counted) == len(before.counted) == 5
    assert now.monthly == before.monthly


def test_that_a_child_is_born_or_adopted_by_its_age() -> None:
    baby, older = number("20260302", "005"), number("20200302", "004")
    kinds = []
    for born in (baby, older):
        visit = confirmed(Finding("HJ08:r", newcomer=Newcomer("娃", born, "子")))
        found = change_of(visit, difference("HJ08"), "c1")
        assert found is not None
        kinds.append((found[0].kind, found[1].members[0].relation, found[0].day))
    assert kinds == [
        (ChangeKind.BIRTH, "20", date(2026, 3, 2)),
        (ChangeKind.ADOPTION, "30", None),
    ]


def test_that_somebody_on_the_list_does_not_come_again() -> None:
    known = VISIT.household.members[1].id_number
    visit = confirmed(Finding("HJ04:r", newcomer=Newcomer("李建国", known)))
    assert change_of(visit, difference("HJ04"), "c1") is None


def test_that_other_differences_change_nobody() -> None:
    assert change_of(VISIT, difference("CL01"), "c1") is None
    visit = confirmed(Finding("SR10:r", "m4", person=FoundPerson(study="")))
    assert change_of(visit, difference("SR10", "m4"), "c1") is None


@pytest.mark.parametrize(
    ("code", "born", "told", "relation"),
    [
        ("HJ08", "20260102001", "21", "21"),
        ("HJ08", "20260102001", "长子", "20"),
        ("HJ08", "20260102002", "", "30"),
        ("HJ04", "19900102001", "", "80"),
        ("HJ04", "19900102001", "28", "28"),
    ],
)
def test_that_only_a_code_of_the_register_is_a_relation(
    code: str, born: str, told: str, relation: str
) -> None:
    new = Newcomer("李小满", number(born[:8], born[8:]), told)
    found = change_of(confirmed(Finding(f"{code}:r", newcomer=new)), difference(code), "c1")
    assert found is not None
    (member,) = found[1].members
    assert member.relation == relation
