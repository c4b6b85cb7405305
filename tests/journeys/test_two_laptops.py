"""Two laptops and one household, in every order: nothing is lost, both versions stay readable."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from caseworker_app.demo import laptop, office
from caseworker_app.demo.clock import DAY, DemoClock
from caseworker_app.demo.plan import Plan
from caseworker_app.demo.visiting import carry_out
from caseworker_app.model.values import Json
from caseworker_app.server import assignments, enrolment as people, oplog, records
from caseworker_app.server.central import Central, Configuration, open_central
from caseworker_app.store import audit, household as households, worklist as lists
from caseworker_app.store.key import Cost
from caseworker_app.wire.canonical import digest
from caseworker_app.wire.operation import Change
from caseworker_app.workflow import (
    comparison,
    conflicts,
    delivery,
    enrolment,
    handover,
    outgoing,
    session,
    team,
    visit as visits,
    worklist,
)
from caseworker_app.workflow.conflicts import OpenConflict
from caseworker_app.workflow.workspace import Workspace
from tests.journeys.conftest import Round

pytestmark = pytest.mark.journey
_QUICK = Cost(time_cost=1, memory_cost=1024, parallelism=1)
PHONE = "/household/phone"
ADDRESS = "/household/living_address"


class Desk:
    """One laptop, away from the office until it delivers."""

    def __init__(self, ws: Workspace, home: str) -> None:
        self.ws, self.home = ws, home

    def deliver(self) -> delivery.Delivered:
        return delivery.deliver(self.ws, lambda _: None)

    def change(self, path: str, wanted: Json) -> None:
        """Change a unit of the household, away from the office."""
        with self.ws.database.write() as connection:
            stands = households.version(connection, self.home)
            change = Change(path, digest(self._seen(path)), wanted)
            step = outgoing.NewStep(
                self.home, "household-change@1", (change,), stands.gen, stands.rev, "patch"
            )
            outgoing.send_step(connection, self.ws, step, outgoing.DECISIONS)

    def told(self, path: str) -> Json:
        return self._seen(path)

    def only(self) -> OpenConflict:
        (found,) = conflicts.waiting(self.ws)
        return found

    def listed(self) -> bool:
        rows = worklist.find(self.ws, worklist.WorklistFilter())
        with self.ws.database.read() as connection:
            row = lists.row_of(connection, self.home)
        return row in rows

    def _seen(self, path: str) -> Json:
        with self.ws.database.read() as connection:
            home = households.handed(connection, self.home)
        return {PHONE: home.phone, ADDRESS: home.living_address}[path]


class Office:
    """The office's side, and the laptops."""

    def __init__(self, round_: Round, address: str) -> None:
        self.round, self.address = round_, address
        self.home = round_.township.households[0].household.id
        self.first = round_.township.staff[0]
        self._folders = iter(range(9))

    def central(self) -> Central:
        return open_central(Configuration(self.round.plan.server))

    def laptop(self, person: str, name: str = "") -> Desk:
        central = self.central()
        people.put_person(central, person, name or self.first.name, "云溪镇")
        slip = str(people.make_slip(central, person, "supervisor"))
        central.close()
        folder = self.round.plan.server.parent / f"laptop-{next(self._folders)}"
        session.create(folder, laptop.PASSPHRASE, _QUICK)
        opened = session.unlock(folder, laptop.PASSPHRASE, DemoClock())
        ws = enrolment.enrol(opened, self.address, slip, laptop.PASSPHRASE)
        team.remember(ws, self.round.township.staff[1:2])
        desk = Desk(ws, self.home)
        desk.deliver()
        return desk

    def hand_over(self, person: str) -> None:
        central = self.central()
        if person != self.first.id:
            people.put_person(central, person, "李四", "云溪镇")
        until = DAY + timedelta(weeks=4)
        order = assignments.Order(person, DAY, until, "调岗", "supervisor")
        assignments.assign(central, self.home, order)
        central.close()

    def versions(self, rid: str, path: str) -> list[Json]:
        central = self.central()
        with central.database.read() as connection:
            found = [units.get(path) for units in records.versions(connection, rid)]
        central.close()
        return found

    def said(self, rid: str, path: str) -> list[Json]:
        """Return what was ever wanted of a unit, by whatever came in."""
        central = self.central()
        with central.database.read() as connection:
            steps = [operation for _, operation in oplog.operations(connection, rid)]
        central.close()
        return [change.new for step in steps for change in step.patch if change.path == path]


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Office]:
    round_ = Round(Plan(tmp_path / "demo", 12, 1, 1, _QUICK))
    round_.plan.claim()
    office.prepare(round_.plan.server, round_.township)
    with round_.server() as address:
        yield Office(round_, address)


@pytest.fixture
def pair(town: Office) -> Iterator[tuple[Desk, Desk]]:
    desks = town.laptop(town.first.id), town.laptop(town.first.id)
    yield desks
    for desk in desks:
        session.lock(desk.ws)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
@pytest.mark.parametrize("chosen", [0, 1, 2])
def test_that_of_two_changes_made_away_both_stay_and_a_person_decides(
    town: Office, pair: tuple[Desk, Desk], order: tuple[int, int], chosen: int
) -> None:
    before = pair[0].told(PHONE)
    for number, desk in enumerate(pair):
        desk.change(PHONE, f"0571-{number}")
    earlier, later = (pair[at] for at in order)
    earlier.deliver()
    assert later.deliver().conflicts == 1
    assert earlier.deliver().conflicts == 1

    (point,) = earlier.only().points
    first, second = (f"0571-{at}" for at in order)
    assert (point.base, point.now, point.wanted) == (before, first, second)
    assert later.only() == earlier.only()
    assert later.told(PHONE) == first

    decided = (first, second, "0571-99")[chosen]
    conflicts.resolve(later.ws, later.only(), {PHONE: decided}, "打电话问过")
    assert conflicts.waiting(later.ws) == ()
    later.deliver()
    earlier.deliver()
    assert conflicts.waiting(earlier.ws) == conflicts.waiting(later.ws) == ()
    assert earlier.told(PHONE) == later.told(PHONE) == decided
    assert town.versions(town.home, PHONE) == [before, first, first, decided]
    assert town.said(town.home, PHONE)[1:] == [first, second, decided]


def test_that_changes_of_different_things_need_nobody(
    town: Office, pair: tuple[Desk, Desk]
) -> None:
    one, two = pair
    one.change(PHONE, "0571-1")
    two.change(ADDRESS, "河埠里9幢")
    assert [desk.deliver().conflicts for desk in (one, two, one)] == [0, 0, 0]

    assert [desk.told(PHONE) for desk in pair] == ["0571-1"] * 2
    assert [desk.told(ADDRESS) for desk in pair] == ["河埠里9幢"] * 2


def test_that_of_two_decisions_the_second_is_itself_to_be_decided(
    town: Office, pair: tuple[Desk, Desk]
) -> None:
    one, two = pair
    one.change(PHONE, "0571-1")
    two.change(PHONE, "0571-2")
    for desk in (one, two, one):
        desk.deliver()
    for desk, wanted in ((one, "0571-8"), (two, "0571-9")):
        conflicts.resolve(desk.ws, desk.only(), {PHONE: wanted}, "问过户主")
    one.deliver()
    assert two.deliver().conflicts == 1

    (point,) = two.only().points
    assert (point.base, point.now, point.wanted) == ("0571-1", "0571-8", "0571-9")
    conflicts.resolve(two.ws, two.only(), {PHONE: "0571-8"}, "以先裁决的为准")
    for desk in (two, one):
        desk.deliver()
        assert conflicts.waiting(desk.ws) == ()
        assert desk.told(PHONE) == "0571-8"
    assert town.said(town.home, PHONE)[1:] == ["0571-1", "0571-2", "0571-8", "0571-9", "0571-8"]
    with two.ws.database.read() as connection:
        acts = [entry.act for entry in audit.entries(connection, town.home)]
    assert acts.count("conflict.decided") == 2


@pytest.mark.parametrize("takes", [True, False])
def test_that_a_late_visit_waits_for_who_took_over_and_the_household_leaves(
    town: Office, *, takes: bool
) -> None:
    old = town.laptop(town.first.id)
    comparison.compare_all(old.ws)
    done = carry_out(old.ws, town.home, town.round.township.staff[1], lambda *_: None)
    assert done.sealed, done.refused
    town.hand_over("p9")
    told = old.deliver()
    assert {one.status for one in outgoing.held(old.ws)} == {oplog.CONFLICT}
    assert len(told.left) == 1
    assert not old.listed()
    assert any(parcel.is_open for parcel in outgoing.parcels(old.ws))

    new = town.laptop("p9", "李四")
    found = next(one for one in conflicts.waiting(new.ws) if one.kind == records.VISIT)
    assert found.is_late
    assert found.is_undivided
    assert found.wanted_by is not None
    assert found.wanted_by.name == town.first.name
    wanted = {point.path: point.wanted for point in found.points}
    assert wanted["/id"] == done.visit_id
    nothing: dict[str, Json] = dict.fromkeys(wanted)
    conflicts.resolve(new.ws, found, wanted if takes else nothing, "核实过")
    new.deliver()

    assert found.id not in {one.id for one in conflicts.waiting(new.ws)}
    assert town.versions(done.visit_id, "/id") == [None, done.visit_id if takes else None]
    assert done.visit_id in town.said(done.visit_id, "/id")
    for desk in (old, new):
        session.lock(desk.ws)


def test_that_a_household_stays_while_a_visit_is_under_way(town: Office) -> None:
    old = town.laptop(town.first.id)
    comparison.compare_all(old.ws)
    visits.start(old.ws, town.home, town.round.township.staff[1:2])
    town.hand_over("p9")
    assert old.deliver().left == ()
    assert old.listed()
    (leaving,) = handover.waiting(old.ws)
    assert (leaving.household, leaving.why) == (town.home, "改派：调岗")

    town.hand_over(town.first.id)
    old.deliver()
    assert handover.waiting(old.ws) == ()
    session.lock(old.ws)


def test_that_a_household_that_came_back_is_listed_again(town: Office) -> None:
    desk = town.laptop(town.first.id)
    central = town.central()
    assignments.end(central, town.home, DAY, "迁出", "supervisor")
    central.close()
    assert len(desk.deliver().left) == 1
    assert not desk.listed()
    town.hand_over(town.first.id)
    desk.deliver()
    assert desk.listed()
    session.lock(desk.ws)
