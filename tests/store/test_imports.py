"""Batches, their rows and questions, row by row in the store."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from caseworker_app.errors import RefusedError, UserError
from caseworker_app.model.codes import Dataset
from caseworker_app.model.register import RegisterSlice
from caseworker_app.rules.matching.people import Candidate, KnownPerson
from caseworker_app.store import freshness, household as households, imports, mapping, question
from caseworker_app.store.database import Connection, Database
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.store.imports import Counts, ImportBatch, KeptRow, Origin, Sorted, State
from caseworker_app.store.question import Asked

AT, LATER = "2026-11-22T02:00:00.000+00:00", "2026-11-22T03:00:00.000+00:00"
ORIGIN = Origin("机动车.xlsx", "ab" * 32, "公安 交管", Dataset.VEHICLE, date(2026, 11, 20))


@pytest.fixture
def two(database: Database, assigned: AssignedHousehold) -> AssignedHousehold:
    """Households h1 and h2 of the same people in the store."""
    twin = replace(assigned.household, id="h2")
    with database.write() as connection:
        households.save_all(connection, (assigned, replace(assigned, household=twin, records=None)))
    return assigned


def _portion(two: AssignedHousehold, *homes: str, asked: tuple[str, ...] = ()) -> Sorted:
    assert two.records
    (car,) = two.records.vehicles
    newer = replace(car, source=replace(car.source, as_of=ORIGIN.as_of), plate="浙A99999")
    whom = (KnownPerson(home, "m1", "王桂兰", "1") for home in asked)
    return Sorted(
        kept=tuple(KeptRow(2, home, newer) for home in homes),
        asked=(Asked(3, newer, tuple(Candidate(one, "号码少一位") for one in whom)),)
        if asked
        else (),
        refused=((4, "没有填"),),
        counts=Counts(kept=1 if homes else 0, queued=1 if asked else 0, refused=1),
    )


def _done(connection: Connection, two: AssignedHousehold, *homes: str) -> ImportBatch:
    batch = imports.begin(connection, "b1", ORIGIN, AT, "cw1")
    imports.add(connection, batch, 0, _portion(two, *homes, asked=("h1", "h2")))
    return imports.finish(connection, batch, AT)


def test_that_nothing_counts_before_the_end(database: Database, two: AssignedHousehold) -> None:
    with database.write() as connection:
        batch = imports.begin(connection, "b1", ORIGIN, AT, "cw1")
        imports.add(connection, batch, 0, _portion(two, "h1", asked=("h1",)))
        assert households.records(connection, "h1") == two.records
        assert question.open_ones(connection) == ()
        assert question.count_open(connection) == 0

        done = imports.finish(connection, batch, LATER)

        (row,) = households.records(connection, "h1").vehicles
        assert row.plate == "浙A99999"
        assert len(question.open_ones(connection)) == question.count_open(connection) == 1
        assert (done.state, done.done_at, done.counts) == (
            State.DONE,
            LATER,
            Counts(kept=1, queued=1, refused=1),
        )
        assert imports.load(connection, done.n) == done == imports.of(connection, ORIGIN)


def test_that_a_portion_is_added_once_and_in_its_turn(
    database: Database, two: AssignedHousehold
) -> None:
    with database.write() as connection:
        batch = imports.begin(connection, "b1", ORIGIN, AT, "cw1")
        portion = _portion(two, "h1")
        assert imports.add(connection, batch, 0, portion) == Counts(kept=1, refused=1)
        for turn in (0, 2):
            with pytest.raises(RefusedError):
                imports.add(connection, batch, turn, portion)
        imports.undo(connection, batch, LATER, "cw1")
        with pytest.raises(RefusedError):
            imports.add(connection, batch, 1, portion)
        assert imports.of(connection, ORIGIN) is None


def test_that_the_same_file_is_known_by_what_was_read_and_how(
    database: Database, two: AssignedHousehold
) -> None:
    with database.write() as connection:
        batch = imports.begin(connection, "b1", ORIGIN, AT, "cw1")
        saved = replace(ORIGIN, file="另存.xlsx", as_of=date(2026, 11, 21))
        assert imports.of(connection, saved) == batch
        for other in (
            replace(ORIGIN, sha="cd" * 32),
            replace(ORIGIN, department="交警"),
            replace(ORIGIN, dataset=Dataset.ESTATE),
            replace(ORIGIN, mapping="x"),
        ):
            assert imports.of(connection, other) is None
        with pytest.raises(UserError):
            imports.load(connection, batch.n + 1)


def test_that_undoing_leaves_the_numbers_and_nothing_else(
    database: Database, two: AssignedHousehold
) -> None:
    with database.write() as connection:
        done = _done(connection, two, "h1", "h2")
        assert set(imports.households_of(connection, done)) == {"h1", "h2"}
        assert imports.refusals(connection, done) == ((4, "没有填"),)

        imports.undo(connection, done, LATER, "cw2")

        assert households.records(connection, "h1") == two.records
        assert households.records(connection, "h2") == RegisterSlice()
        assert imports.households_of(connection, done) == ()
        assert imports.refusals(connection, done) == ()
        (left,) = imports.every(connection)
        assert left == replace(done, state=State.UNDONE, undone_at=LATER, undone_by="cw2")


def test_that_erasing_one_household_leaves_the_other(
    database: Database, two: AssignedHousehold
) -> None:
    with database.write() as connection:
        done = _done(connection, two, "h1", "h2")

        assert freshness.erase_slice(connection, "h1") == 5

        assert households.records(connection, "h1") == RegisterSlice()
        assert len(households.records(connection, "h2").vehicles) == 1
        (asked,) = question.open_ones(connection)
        assert [c.whom.household for c in asked.asked.candidates] == ["h2"]
        assert set(imports.households_of(connection, done)) == {"h1", "h2"}
        assert freshness.erase_slice(connection, "h2") == 2
        assert question.open_ones(connection) == ()


def test_that_a_decided_row_goes_with_the_household_it_was_given_to(
    database: Database, two: AssignedHousehold
) -> None:
    with database.write() as connection:
        _done(connection, two)
        (asked,) = question.open_ones(connection)
        question.settle(connection, asked.id, asked.asked.candidates[1].whom, "cw1", LATER)
        assert question.count_open(connection) == 0
        freshness.erase_slice(connection, "h2")
        assert question.answered(connection) == ()


def test_that_questions_are_decided_and_reopened(
    database: Database, two: AssignedHousehold
) -> None:
    with database.write() as connection:
        _done(connection, two)
        (asked,) = question.open_ones(connection)
        question.settle(connection, asked.id, None, "cw1", LATER)
        assert question.open_ones(connection) == ()
        (settled,) = question.answered(connection)
        assert (settled.answer, settled.answered_at) == (question.NONE, LATER)
        question.reopen(connection, asked.id)
        assert question.load(connection, asked.id) == asked
        with pytest.raises(UserError):
            question.load(connection, asked.id + 1)


def test_that_expired_rows_and_questions_are_erased(
    database: Database, two: AssignedHousehold
) -> None:
    with database.write() as connection:
        done = _done(connection, two, "h2")
        last = date(2026, 12, 31)
        assert freshness.erase_expired(connection, last) == 1  # the estate of the office
        assert [lapse.day for lapse in freshness.lapses(connection, "h1")] == [date(2026, 10, 31)]
        assert freshness.erase_expired(connection, last + timedelta(days=1)) == 5
        assert freshness.waiting(connection, 9) == ("h1", "h2")
        freshness.compared(connection, "h1")
        assert freshness.waiting(connection, 9) == ("h2",)

        assert len(freshness.lapses(connection, "h1")) == 3
        freshness.renewed(connection, ["h1", "h2"], Dataset.VEHICLE, done.n)
        assert freshness.lapses(connection, "h2") == ()
        assert len(freshness.lapses(connection, "h1")) == 2
        freshness.no_longer_renewed(connection, done.n)
        assert freshness.lapses(connection, "h2") == ()
        assert len(freshness.lapses(connection, "h1")) == 3


def test_that_a_mapping_is_kept_for_each_list_of_each_department(database: Database) -> None:
    with database.write() as connection:
        mapping.put(connection, "公安", Dataset.PERSON, "a")
        mapping.put(connection, "公安", Dataset.VEHICLE, "b")
        mapping.put(connection, "公安", Dataset.PERSON, "c")
        assert mapping.get(connection, "公安", Dataset.PERSON) == "c"
        assert mapping.get(connection, "公安", Dataset.VEHICLE) == "b"
        assert mapping.get(connection, "民政", Dataset.PERSON) == ""
