"""Register data whose term is over are gone at the next unlock, and nothing looks as if it were."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from caseworker_app.demo.clock import DAY
from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.demo.visiting import carry_out
from caseworker_app.model.codes import Dataset
from caseworker_app.model.register import RegisterSlice, VehicleRecord
from caseworker_app.store import freshness, household as households
from caseworker_app.store.freshness import Lapse
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.workflow import comparison, matching, register_import, session, trail, visit
from caseworker_app.workflow.dossier import open_household
from caseworker_app.workflow.workspace import SystemClock, Workspace
from tests.workflow.conftest import PASSPHRASE
from tests.workflow.lists import mistyped, of, origin, plates, portions


@dataclass
class LaterClock(SystemClock):
    """The clock on another day."""

    day: date = field(default=DAY)

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 4, tzinfo=UTC)


LATER = DAY + timedelta(days=200)


@contextmanager
def on(ws: Workspace, day: date) -> Iterator[Workspace]:
    """Lock the laptop and unlock it on another day."""
    session.lock(ws)
    later = session.unlock(ws.folder, PASSPHRASE, LaterClock(day))
    yield later
    later.database.close()


@pytest.fixture
def car_unit(ws: Workspace, township: Township) -> TownshipHousehold:
    """A household in which nothing differs but a car the office handed out with it."""
    clean = next(u for u in township.households if not u.planted and not u.records.vehicles)
    record = of(clean.household.head, 1).record
    assert isinstance(record, VehicleRecord)
    unit = replace(clean, records=replace(clean.records, vehicles=(record,)))
    assigned = AssignedHousehold(unit.household, unit.declaration, unit.records)
    with ws.database.write() as connection:
        households.save(connection, assigned)
        comparison.compare_one(connection, unit.household.id, ws.pack, DAY)
    return unit


def test_that_before_its_end_nothing_is_erased(ws: Workspace, car_unit: TownshipHousehold) -> None:
    last = min(row.source.expires for _, row in car_unit.records)
    with on(ws, min(last, DAY)) as later:
        assert open_household(later, car_unit.household.id).records == car_unit.records
        assert "slice.expired" not in [entry.act for entry in trail.entries(later, "")]


def test_that_data_whose_term_is_over_are_erased_and_marked(
    ws: Workspace, car_unit: TownshipHousehold
) -> None:
    assert [d.code for d in open_household(ws, car_unit.household.id).discrepancies] == ["CL01"]

    with on(ws, LATER) as later:
        dossier = open_household(later, car_unit.household.id)

        assert dossier.records == RegisterSlice()
        assert dossier.discrepancies == ()
        assert Dataset.VEHICLE in [lapse.dataset for lapse in dossier.lapses]
        (car,) = car_unit.records.vehicles
        assert Lapse(Dataset.VEHICLE, car.source.expires) in dossier.lapses
        assert "slice.expired" in [entry.act for entry in trail.entries(later, "")]
        assert comparison.catch_up(later) == 0


def test_that_a_visit_under_way_keeps_the_questions_it_was_begun_with(
    ws: Workspace, township: Township, car_unit: TownshipHousehold
) -> None:
    visit.start(ws, car_unit.household.id, (township.staff[1],))
    before = open_household(ws, car_unit.household.id).discrepancies

    with on(ws, LATER) as later:
        comparison.compare_all(later)
        dossier = open_household(later, car_unit.household.id)

        assert dossier.records == RegisterSlice()
        assert dossier.lapses
        assert dossier.discrepancies == before != ()


def test_that_what_a_sealed_visit_was_based_on_stays_unmarked(
    ws: Workspace, township: Township, car_unit: TownshipHousehold
) -> None:
    assert carry_out(ws, car_unit.household.id, township.staff[1], lambda *_: None).sealed
    before = open_household(ws, car_unit.household.id).discrepancies

    with on(ws, LATER) as later:
        dossier = open_household(later, car_unit.household.id)
        assert (dossier.discrepancies, dossier.lapses) == (before, ())


def test_that_a_new_hand_out_takes_the_mark_away(
    ws: Workspace, car_unit: TownshipHousehold
) -> None:
    with on(ws, LATER) as later:
        unchanged = AssignedHousehold(car_unit.household, car_unit.declaration, None)
        with later.database.write() as connection:
            households.save(connection, unchanged)
        assert open_household(later, car_unit.household.id).lapses

        with later.database.write() as connection:
            households.save(connection, replace(unchanged, records=car_unit.records))
        dossier = open_household(later, car_unit.household.id)
        assert dossier.lapses == ()
        assert dossier.records == car_unit.records


def test_that_an_import_takes_the_mark_away_until_it_is_undone(
    ws: Workspace, car_unit: TownshipHousehold
) -> None:
    home, head = car_unit.household.id, car_unit.household.head

    def missing(later: Workspace) -> bool:
        lapses = open_household(later, home).lapses
        return Dataset.VEHICLE in [lapse.dataset for lapse in lapses]

    with on(ws, LATER) as later:
        done = register_import.take(later, origin(as_of=LATER), portions([of(head, 2, LATER)]))
        assert not missing(later)
        register_import.undo(later, done.batch.n)
        assert missing(later)

        rows = [mistyped(head, 2)]
        register_import.take(later, origin("02", as_of=LATER), portions(rows))
        (asked,) = matching.waiting(later)
        matching.decide(later, asked.id, asked.asked.candidates[0].whom)
        assert not missing(later)
        matching.reopen(later, asked.id)
        assert missing(later)


def test_that_imported_rows_and_questions_go_with_their_term(
    ws: Workspace, car_unit: TownshipHousehold
) -> None:
    home, head = car_unit.household.id, car_unit.household.head
    register_import.take(ws, origin(), portions([of(head, 2), mistyped(head, 7)]))
    assert "浙A00002" in plates(ws, home)

    with on(ws, LATER) as later:
        assert plates(later, home) == []
        assert matching.waiting(later) == ()
        with later.database.read() as connection:
            for table in ("imported_record", "match_question", "match_candidate"):
                assert not connection.exec_driver_sql(f"SELECT * FROM {table}").all()  # noqa: S608  # names from above


def test_that_a_member_whose_row_lapsed_does_not_seem_unknown_to_the_register(
    ws: Workspace, township: Township
) -> None:
    unit = next(u for u in township.households if not u.planted and len(u.records.persons) > 1)
    first, *others = unit.records.persons
    soon = replace(first, source=replace(first.source, expires=DAY))
    mixed = replace(unit.records, persons=(soon, *others))
    with ws.database.write() as connection:
        households.save(connection, AssignedHousehold(unit.household, unit.declaration, mixed))

    with on(ws, DAY + timedelta(days=1)) as later:
        dossier = open_household(later, unit.household.id)
        assert dossier.records.persons == tuple(others)
        assert dossier.discrepancies == ()
        assert dossier.lapses == (Lapse(Dataset.PERSON, DAY),)


def test_that_an_older_answer_goes_unnoticed_while_a_newer_one_stands(
    ws: Workspace, township: Township
) -> None:
    unit = next(u for u in township.households if not u.planted and not u.records.vehicles)
    head = unit.household.head
    older = DAY - timedelta(days=85)
    register_import.take(ws, origin("01", older), portions([of(head, 2, older)]))
    register_import.take(ws, origin("02"), portions([of(head, 3)]))

    with on(ws, DAY + timedelta(days=6)) as later:
        assert plates(later, unit.household.id) == ["浙A00003"]
        assert Dataset.VEHICLE not in [
            lapse.dataset for lapse in open_household(later, unit.household.id).lapses
        ]
        with later.database.read() as connection:
            left = connection.exec_driver_sql("SELECT count(*) FROM imported_record").scalar()
        assert left == 1


def test_that_a_household_without_a_declaration_is_not_compared(
    ws: Workspace, township: Township
) -> None:
    unit = township.households[0]
    with ws.database.write() as connection:
        households.save(connection, AssignedHousehold(unit.household))
        freshness.compare_later(connection, [unit.household.id])
        assert freshness.waiting(connection, 9) == ()

    done = register_import.take(ws, origin(), portions([of(unit.household.head, 2)]))

    assert done.batch.counts.kept == 1
