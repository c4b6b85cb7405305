"""Who counts from which month."""

from dataclasses import replace
from datetime import date

from hypothesis import given

from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.change import HouseholdChange
from caseworker_app.model.codes import ChangeKind
from caseworker_app.model.values import Month
from caseworker_app.rules.changes.apply import Arrival, apply
from caseworker_app.rules.changes.months import (
    counted_in,
    effective,
    is_late,
    paid_since,
    report_within,
    steps,
)
from tests.rules.changes.homes import DAY, VISIT, about, changes, heading

ALL = {"m1", "m2", "m3", "m4"}


def test_that_a_death_counts_from_the_month_after_it() -> None:
    change, _ = about(ChangeKind.DEATH, "m1", "c1")
    change = replace(change, day=date(2026, 9, 30))
    assert effective(change, DAY) == Month(2026, 10)
    after = apply(VISIT, change)
    assert counted_in(after, Month(2026, 9)) == ALL
    assert counted_in(after, Month(2026, 10)) == ALL - {"m1"}
    assert steps(after) == ((Month(2026, 9), 4), (Month(2026, 10), 3))


def test_that_anything_else_counts_from_the_month_after_the_decision() -> None:
    after = apply(VISIT, *about(ChangeKind.BIRTH, "", "c1"))
    assert steps(after) == ((Month(2026, 11), 4), (Month(2026, 12), 5))
    after = apply(after, *about(ChangeKind.MOVE_OUT, "m3", "c2"))
    assert counted_in(after, Month(2026, 11)) == ALL
    assert counted_in(after, Month(2026, 12)) == (ALL - {"m3"}) | {"c1-1"}


def test_that_without_a_day_a_death_waits_for_the_decision() -> None:
    change = HouseholdChange("c1", ChangeKind.DEATH, ("m1",))
    assert effective(change, DAY) == Month(2026, 12)


@given(drawn=changes("m2", "c1"))
def test_that_long_ago_all_counted_who_were_filed(drawn: tuple[HouseholdChange, Arrival]) -> None:
    change, arrival = drawn
    if change.kind is not ChangeKind.RETURN:
        assert counted_in(apply(VISIT, change, arrival), Month(2020, 1)) == ALL


def test_that_a_visit_without_changes_has_no_steps() -> None:
    assert steps(VISIT) == ()
    assert counted_in(VISIT, Month(2026, 11)) == ALL


def test_that_silence_beyond_the_term_of_the_pack_is_late() -> None:
    change = HouseholdChange("c1", ChangeKind.BIRTH, day=date(2026, 8, 22))
    within = report_within(shipped())
    assert not is_late(change, DAY, within)
    assert is_late(replace(change, day=date(2026, 8, 21)), DAY, within)
    assert not is_late(replace(change, day=date(2026, 8, 21)), DAY, within + 1)
    assert not is_late(replace(change, day=None), DAY, within)


def test_that_pay_after_a_death_runs_to_the_current_month() -> None:
    assert paid_since(date(2026, 9, 28), DAY) == (Month(2026, 10), Month(2026, 11))
    assert paid_since(date(2026, 11, 2), DAY) == ()


def test_that_another_head_moves_nobody_in_or_out() -> None:
    after = apply(VISIT, *heading("m2", "c1"))
    assert steps(after) == ()
    assert counted_in(after, Month(2020, 1)) == counted_in(after, Month(2027, 1)) == ALL
