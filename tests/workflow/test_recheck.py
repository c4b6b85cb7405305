"""After a received visit comes the next one: filed, near, begun, prefilled, the old one kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

import pytest

from caseworker_app.demo.clock import DAY
from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.demo.visiting import carry_out
from caseworker_app.model.codes import Recheck, Stage, VisitKind
from caseworker_app.model.visit import Visit
from caseworker_app.rules.frequency import due_after, near_from
from caseworker_app.rules.procedure.countdown import Colour
from caseworker_app.store import freshness, household as households, visit as visits
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.store.worklist import row_of
from caseworker_app.workflow import outgoing, procedure, recheck, session, visit, worklist
from caseworker_app.workflow.dossier import open_household
from caseworker_app.workflow.worklist import WorklistFilter, WorklistRow
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.conftest import PASSPHRASE
from tests.workflow.test_freshness import LaterClock


@pytest.fixture
def unit(township: Township) -> TownshipHousehold:
    return next(unit for unit in township.households if "CL02" in unit.planted)


@pytest.fixture
def received(ws: Workspace, township: Township, unit: TownshipHousehold) -> Visit:
    """A visit of the day, sealed and received as an exchange does it."""
    done = carry_out(ws, unit.household.id, township.staff[1], lambda *_: None)
    assert done.sealed, done.refused
    with ws.database.write() as connection:
        visits.set_stage(connection, done.visit_id, Stage.RECEIVED)
        seen = visits.load(connection, done.visit_id)
        freshness.erase_slice(connection, unit.household.id)
        recheck.file(connection, ws, seen)
    return seen


@contextmanager
def on(ws: Workspace, day: date) -> Iterator[Workspace]:
    session.lock(ws)
    later = session.unlock(ws.folder, PASSPHRASE, LaterClock(day))
    yield later
    later.database.close()


def row(ws: Workspace, household_id: str) -> WorklistRow:
    with ws.database.read() as connection:
        number = row_of(connection, household_id)
    assert number is not None
    return worklist.page(ws, [number])[0]


def test_that_a_received_visit_is_the_last_check_and_sets_the_next_day(
    ws: Workspace, received: Visit
) -> None:
    listed = row(ws, received.household.id)

    assert listed.last_check == received.day == DAY
    cycle = open_household(ws, received.household.id).household.recheck
    assert listed.due == due_after(DAY, cycle, ws.pack)
    assert listed.stage is Stage.RECEIVED
    assert visit.start(ws, received.household.id, ()) == received


def test_that_only_another_visit_is_the_one_before(ws: Workspace, received: Visit) -> None:
    home = received.household.id
    assert open_household(ws, home).before is None

    visit.start(ws, home, (), VisitKind.CLUE)

    assert open_household(ws, home).before == received


def test_that_the_office_s_older_file_does_not_take_the_check_back(
    ws: Workspace, received: Visit, unit: TownshipHousehold
) -> None:
    before = row(ws, unit.household.id)
    with ws.database.write() as connection:
        households.save(connection, AssignedHousehold(unit.household, unit.declaration, None))
    assert row(ws, unit.household.id) == before

    filed = replace(unit.household, last_check=DAY, due=DAY + timedelta(days=90))
    with ws.database.write() as connection:
        households.save(connection, AssignedHousehold(filed, unit.declaration, None))

    assert row(ws, unit.household.id).due == DAY + timedelta(days=90)


def test_that_the_household_comes_back_on_the_day_its_countdown_turns_yellow(
    ws: Workspace, received: Visit
) -> None:
    home = received.household.id
    due = row(ws, home).due
    assert due is not None
    begins = near_from(DAY, due, ws.pack)

    with on(ws, begins - timedelta(days=1)) as before:
        assert row(before, home).stage is Stage.RECEIVED
        assert procedure.recheck(DAY, due, before.clock.today(), ws.pack).colour is Colour.GREEN
        with on(before, begins) as later:
            assert row(later, home).stage is Stage.ASSIGNED
            assert row(later, home).visit_id is None
            assert row(later, home).due == due
            assert procedure.recheck(DAY, due, begins, ws.pack).colour is Colour.YELLOW
            waiting = worklist.find(later, WorklistFilter(stages=frozenset({Stage.ASSIGNED})))
            assert row(later, home).row in waiting
            assert recheck.catch_up(later) == 0


def test_that_the_next_visit_begins_with_what_the_last_one_found(
    ws: Workspace, received: Visit, township: Township
) -> None:
    home, due = received.household.id, row(ws, received.household.id).due
    assert due is not None
    with on(ws, due) as later:
        begun = visit.start(later, home, township.staff[1:2])

        assert begun.id > received.id
        assert (begun.day, begun.stage) == (due, Stage.PREPARING)
        assert begun.kind in {VisitKind.YEARLY, VisitKind.HALF_YEARLY}
        assert begun.household.last_check == received.day
        assert begun.household.due == due
        assert begun.incomes == received.incomes
        assert set(begun.expenses) == set(received.expenses)
        assert begun.property.money == received.property.money
        assert begun.living.structure == received.living.structure
        assert [m.id for m in begun.members] == [m.id for m in received.members]
        assert not any(m.met for m in begun.members)
        assert (begun.signatures, begun.attachments, begun.present) == ((), (), "")
        assert (begun.living.impression, begun.opinion, begun.paper_number) == ("", "", "")
        assert visit.start(later, home, ()).id == begun.id
        assert row(later, home).visit_id == begun.id


def test_that_a_visit_begins_where_its_day_comes_while_the_store_is_open(
    ws: Workspace, received: Visit
) -> None:
    home = received.household.id
    due = row(ws, home).due
    assert due is not None
    begins = near_from(DAY, due, ws.pack)

    too_soon = replace(ws, clock=LaterClock(begins - timedelta(days=1)))
    assert visit.start(too_soon, home, ()).id == received.id
    begun = visit.start(replace(ws, clock=LaterClock(begins)), home, ())
    assert (begun.day, begun.stage) == (begins, Stage.PREPARING)


def test_that_the_old_record_stays_as_it_was_and_is_listed(
    ws: Workspace, received: Visit, township: Township
) -> None:
    home = received.household.id
    before = recheck.differences(ws, received.id)
    (past,) = recheck.past(ws, home)
    assert (past.id, past.day, past.stage) == (received.id, DAY, Stage.RECEIVED)
    assert past.number == received.paper_number

    begun = visit.start(ws, home, (), VisitKind.CLUE)

    assert begun.kind is VisitKind.CLUE
    assert visit.resume(ws, received.id) == received
    assert "CL02" in {d.code for d in before}
    assert recheck.differences(ws, received.id) == before
    assert recheck.past(ws, home) == (past,)


def test_that_without_register_data_nothing_is_concluded_from_their_absence(
    ws: Workspace, received: Visit
) -> None:
    home = received.household.id

    begun = visit.start(ws, home, (), VisitKind.CHANGE)

    dossier = open_household(ws, home)
    assert dossier.discrepancies == ()
    assert begun.explanations == ()
    assert {lapse.dataset.register.zh for lapse in dossier.lapses} == {"户籍", "车辆", "房产"}
    assert begun.property.vehicles == ()  # sold, as the last visit found


def test_that_the_last_three_are_listed_the_latest_first(
    ws: Workspace, received: Visit, township: Township
) -> None:
    home = received.household.id
    for _ in range(3):
        visit.start(ws, home, township.staff[1:2], VisitKind.SAMPLE)
        done = carry_out(ws, home, township.staff[1], lambda *_: None)
        assert done.sealed, done.refused
        with ws.database.write() as connection:
            visits.set_stage(connection, done.visit_id, Stage.RECEIVED)

    listed = recheck.past(ws, home)

    assert [past.kind for past in listed] == [VisitKind.SAMPLE] * 3
    assert [past.id for past in listed] == sorted((p.id for p in listed), reverse=True)
    assert len(outgoing.parcels(ws)) == 4


def test_that_a_visit_received_before_checks_were_filed_is_filed_at_the_next_unlock(
    ws: Workspace, received: Visit, unit: TownshipHousehold
) -> None:
    home = unit.household
    with ws.database.write() as connection:
        assert home.last_check is not None
        households.checked(connection, home.id, home.last_check, home.due, Recheck.YEARLY)

    with on(ws, DAY) as again:
        listed = row(again, home.id)

    assert (listed.last_check, listed.stage) == (DAY, Stage.RECEIVED)
