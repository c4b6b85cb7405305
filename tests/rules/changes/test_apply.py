"""A change does what its kind says, loses nobody, and goes again without a trace."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st

from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.change import HouseholdChange
from caseworker_app.model.codes import ChangeKind, EmploymentStatus
from caseworker_app.model.values import Month
from caseworker_app.model.visit import Visit
from caseworker_app.rules.changes.apply import (
    Arrival,
    again,
    apply,
    in_the_way,
    of_difference,
    undo,
)
from caseworker_app.rules.membership import counted
from caseworker_app.rules.status import economic_status
from tests.rules.changes.homes import VISIT, about, changes, heading, stored, units

PACK = shipped()
Drawn = tuple[HouseholdChange, Arrival]


def who_counts(visit: Visit) -> set[str]:
    return {person.id for person in counted(economic_status(visit, PACK))}


@given(drawn=changes("m2", "c1"))
def test_that_taking_a_change_back_restores_the_bytes(drawn: Drawn) -> None:
    assert units(undo(apply(VISIT, *drawn), "c1")) == units(VISIT)


@given(drawn=changes("m2", "c1"))
def test_that_it_does_so_also_after_the_store(drawn: Drawn) -> None:
    assert units(undo(stored(apply(VISIT, *drawn)), "c1")) == units(VISIT)


@given(
    one=changes("m2", "c1"),
    two=changes("m3", "c2"),
    three=changes("m4", "c3"),
    order=st.permutations([0, 1, 2]),
)
def test_that_the_order_of_independent_changes_does_not_matter(
    one: Drawn, two: Drawn, three: Drawn, order: list[int]
) -> None:
    straight, other = VISIT, VISIT
    for drawn in (one, two, three):
        straight = apply(straight, *drawn)
    for place in order:
        other = apply(other, *(one, two, three)[place])
    assert units(straight) == units(other)
    assert who_counts(straight) == who_counts(other)


@given(one=changes("m2", "c1"), two=changes("m3", "c2"))
def test_that_one_of_two_goes_and_the_other_stays_as_if_alone(one: Drawn, two: Drawn) -> None:
    both = apply(apply(VISIT, *one), *two)
    assert units(undo(both, "c1")) == units(apply(VISIT, *two))
    assert units(undo(both, "c2")) == units(apply(VISIT, *one))


@given(one=changes("m2", "c1"), two=changes("m3", "c2"))
def test_that_nobody_vanishes_from_the_list(one: Drawn, two: Drawn) -> None:
    after = apply(apply(VISIT, *one), *two)
    names = {member.id for member in after.household.members}
    assert names >= {"m1", "m2", "m3", "m4"}
    assert names == {member.id for member in after.members}


@given(drawn=changes("m2", "c1"))
def test_that_wording_a_change_anew_is_as_if_it_was_so_from_the_start(drawn: Drawn) -> None:
    change, arrival = drawn
    first = apply(VISIT, replace(change, day=date(2026, 1, 2), reason="先写的"), arrival)
    assert units(again(first, change, arrival)) == units(apply(VISIT, change, arrival))


@pytest.mark.parametrize(
    ("kind", "how", "counts"),
    [
        (ChangeKind.DEATH, "", False),
        (ChangeKind.DIVORCE, "", False),
        (ChangeKind.MOVE_OUT, "", False),
        (ChangeKind.PRISON, "prison", False),
        (ChangeKind.PRISON, "drug_isolation", False),
        (ChangeKind.PRISON, "at_home", True),
        (ChangeKind.MISSING, "court", False),
        (ChangeKind.MISSING, "untraceable", True),
        (ChangeKind.SERVICE, "", False),
        (ChangeKind.INDEPENDENT, "", False),
        (ChangeKind.STUDY, "bachelor_full_time", True),
        (ChangeKind.STUDY, "master_full_time", False),
        (ChangeKind.SPLIT, "", False),
    ],
)
def test_who_counts_after_a_change(kind: ChangeKind, how: str, *, counts: bool) -> None:
    """DBM-7: inside or declared missing not, at home under correction or merely silent yes."""
    after = apply(VISIT, *about(kind, "m2", "c1", how))
    assert ("m2" in who_counts(after)) is counts


def test_that_study_makes_a_pupil_of_somebody_idle() -> None:
    after = apply(VISIT, *about(ChangeKind.STUDY, "m2", "c1", "college_full_time"))
    seen = after.members[1]
    assert (seen.status, seen.study) == (EmploymentStatus.STUDENT, "college_full_time")


def test_that_who_comes_back_counts_again() -> None:
    inside = apply(VISIT, *about(ChangeKind.PRISON, "m2", "c1", "prison"))
    back = apply(inside, *about(ChangeKind.RETURN, "m2", "c2"))
    assert who_counts(back) == who_counts(VISIT)
    assert [c.id for c in in_the_way(back, "c1")] == ["c2"]
    assert units(undo(undo(back, "c2"), "c1")) == units(VISIT)


def test_that_a_merge_brings_persons_means_and_pay() -> None:
    after = apply(VISIT, *about(ChangeKind.MERGE, "", "c1"))
    assert after.household.monthly == VISIT.household.monthly + 90_000
    assert after.property.money == VISIT.property.money + 70_000
    assert "c1-1" in who_counts(after)
    assert [income.id for income in after.incomes] == ["c1-i"]


def test_that_a_divorce_leaves_somebody_who_pays_for_the_children() -> None:
    after = apply(VISIT, *about(ChangeKind.DIVORCE, "m3", "c1"))
    assert after.household.obligors[-1].supports == ("m4",)
    assert after.support[-1].agreed == 50_000


def test_that_a_new_head_changes_every_relation_and_back() -> None:
    after = apply(VISIT, *heading("m2", "c1"))
    assert after.household.head.name == "李建国"
    assert [m.relation for m in after.household.members] == ["52", "02", "10", "20"]
    assert units(undo(after, "c1")) == units(VISIT)


def test_that_a_head_stays_while_somebody_came_under_it() -> None:
    after = apply(apply(VISIT, *heading("m2", "c1")), *about(ChangeKind.BIRTH, "", "c2"))
    assert [c.id for c in in_the_way(after, "c1")] == ["c2"]
    assert in_the_way(after, "c2") == ()


def test_that_what_was_typed_over_a_change_stays() -> None:
    inside = apply(VISIT, *about(ChangeKind.PRISON, "m2", "c1", "prison"))
    typed = tuple(replace(m, excluded="clergy") if m.id == "m2" else m for m in inside.members)
    assert undo(replace(inside, members=typed), "c1").members[1].excluded == "clergy"


def test_that_what_was_seen_of_a_newcomer_survives_a_correction_of_the_name() -> None:
    change, arrival = about(ChangeKind.BIRTH, "", "c1")
    after = apply(VISIT, change, arrival)
    met = tuple(replace(m, met=True) if m.id == "c1-1" else m for m in after.members)
    named = Arrival((replace(arrival.members[0], name="李小小"),))
    corrected = again(replace(after, members=met), change, named)
    assert corrected.household.members[-1].name == "李小小"
    assert corrected.members[-1].met


def test_that_the_months_paid_after_two_deaths_are_told_apart() -> None:
    one, _ = about(ChangeKind.DEATH, "m1", "c1")
    two, _ = about(ChangeKind.DEATH, "m2", "c2")
    one = replace(one, paid=(Month(2026, 10), Month(2026, 11)))
    both = apply(apply(VISIT, one), two)
    assert both.paid_after_death == (Month(2026, 10), Month(2026, 11))
    assert undo(both, "c1").paid_after_death == (Month(2026, 11),)


def test_that_a_change_is_found_by_its_difference() -> None:
    change, arrival = about(ChangeKind.DEATH, "m1", "c1")
    after = apply(VISIT, replace(change, difference="HJ01:r1"), arrival)
    assert (of_difference(after, "HJ01:r1"),) == after.changes
    assert of_difference(after, "HJ01:r2") is None


def test_that_a_change_worded_for_the_first_time_is_applied() -> None:
    change, arrival = about(ChangeKind.BIRTH, "m2", "c1")
    assert units(again(VISIT, change, arrival)) == units(apply(VISIT, change, arrival))


def test_that_who_goes_is_not_in_the_way_of_another_head() -> None:
    headed = apply(VISIT, *heading("m2", "c1"))
    gone = apply(headed, *about(ChangeKind.DEATH, "m1", "c2"))
    assert in_the_way(gone, "c1") == ()


def test_that_changes_of_two_people_are_in_nobodys_way() -> None:
    one = apply(VISIT, *about(ChangeKind.DEATH, "m1", "c1"))
    assert in_the_way(apply(one, *about(ChangeKind.STUDY, "m4", "c2")), "c1") == ()
