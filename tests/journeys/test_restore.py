"""An office restored from yesterday's backup: the laptops notice and give again what it lacks."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from caseworker_app.demo import laptop, office
from caseworker_app.demo.clock import DAY, DemoClock
from caseworker_app.demo.plan import Plan
from caseworker_app.demo.visiting import carry_out
from caseworker_app.errors import UserError
from caseworker_app.model.visit import Investigator
from caseworker_app.server import assignments, backup, enrolment as people, stick
from caseworker_app.server.central import Central, Configuration, open_central
from caseworker_app.server.run import running
from caseworker_app.server.verify import agreement
from caseworker_app.store import attachment as attachments, ballast, outbox, visit as visits
from caseworker_app.store.ballast import State
from caseworker_app.store.database import DiskFullError
from caseworker_app.store.key import Cost
from caseworker_app.workflow import (
    carrying,
    cleared,
    comparison,
    delivery,
    enrolment,
    outgoing,
    purge,
    recheck,
    replay,
    session,
    trail,
)
from caseworker_app.workflow.workspace import Workspace
from tests.journeys.conftest import Round

pytestmark = pytest.mark.journey
_QUICK = Cost(time_cost=1, memory_cost=1024, parallelism=1)
_SECOND = "p-second"
_PASSPHRASE = "第二台电脑2026"  # noqa: S105  # of a folder that lives for a test


@dataclass
class Office:
    """A server with two laptops; the address changes when it is restored."""

    round: Round
    folder: Path
    laptops: list[Workspace]
    companion: Investigator

    @contextmanager
    def central(self) -> Iterator[Central]:
        central = open_central(Configuration(self.folder))
        yield central
        central.close()

    def visit(self, who: int, number: int) -> str:
        """Carry a visit out to a household of a laptop; return its id."""
        ws = self.laptops[who]
        mine = [u.household.id for u in self.round.township.households][who::2]
        done = carry_out(ws, mine[number], self.companion, lambda *_: None)
        assert done.sealed, done.refused
        return done.visit_id

    def deliver(self, who: int) -> delivery.Delivered:
        with running(Configuration(self.folder)) as server:
            self.laptops[who] = enrolment.moved(self.laptops[who], server.url)
            return delivery.deliver(self.laptops[who], lambda _: None)

    def carry(self, who: int, *, asks: bool = True) -> delivery.Delivered:
        """Exchange by stick; an older laptop's bundle does not ask after what was cleared out."""
        ws, out, back = self.laptops[who], self.folder / "out.csb", self.folder / "back.csb"
        with pytest.MonkeyPatch.context() as patch:
            if not asks:
                patch.setattr(cleared, "entries", lambda _: ())
            carrying.export(ws, out, lambda _: None)
        with self.central() as central:
            stick.absorb(central, out, back)
        return carrying.take(ws, back)

    def back_up(self, name: str, *, verified: bool = True) -> Path:
        file = self.folder.parent / name
        with self.central() as central:
            backup.make(central, self.folder, file)
            if verified:
                backup.verify(central, file)
        return file

    def restore(self, file: Path) -> None:
        self.folder = self.folder.with_name("restored")
        backup.restore(file, Configuration(self.folder))

    def hand_over(self, household: str) -> None:
        """Give a household of the first laptop to the second."""
        with self.central() as central:
            order = assignments.Order(_SECOND, DAY, DAY + timedelta(days=60), "改派", "s")
            assignments.assign(central, household, order)

    def logged(self) -> Counter[str]:
        """Return how often the office has each laptop's operations, the office's own left out."""
        with self.central() as central, central.database.read() as connection:
            rows = connection.exec_driver_sql("SELECT op FROM oplog WHERE device <> 'server'")
            return Counter(op for (op,) in rows)

    def agrees(self, who: int) -> bool:
        """Tell whether the office has what a laptop holds, once, and every file by its hash."""
        ws = self.laptops[who]
        with self.central() as central:
            there = {row.op: tuple(row) for row in agreement(central, ws.device.id)}
        here = {row.op: tuple(row) for row in outgoing.held(ws)}
        return bool(here) and all(there.get(op) == row for op, row in here.items())


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Office]:
    round_ = Round(Plan(tmp_path / "demo", 12, 1, 1, _QUICK))
    round_.plan.claim()
    office.prepare(round_.plan.server, round_.township)
    with round_.server() as address, round_.laptop(address) as first:
        second = _second(round_, tmp_path / "second", address)
        for ws in (first, second):
            laptop.fetch(ws, lambda _: None)
            comparison.compare_all(ws)
    first = session.unlock(first.folder, laptop.PASSPHRASE, DemoClock())
    yield Office(round_, round_.plan.server, [first, second], round_.township.staff[1])
    for ws in (first, second):
        session.lock(ws)


def _second(round_: Round, folder: Path, address: str) -> Workspace:
    """Enrol a colleague's laptop and put every second household into its hands."""
    central = open_central(Configuration(round_.plan.server))
    people.put_person(central, _SECOND, "陈敏", "云溪镇")
    order = assignments.Order(_SECOND, DAY, DAY + timedelta(days=60), "复核", "s")
    homes = [unit.household.id for unit in round_.township.households[1::2]]
    assignments.assign_all(central, homes, order)
    slip = str(people.make_slip(central, _SECOND, "s"))
    central.close()
    session.create(folder, _PASSPHRASE, _QUICK)
    ws = session.unlock(folder, _PASSPHRASE, DemoClock())
    return enrolment.enrol(ws, address, slip, _PASSPHRASE)


def _waiting(ws: Workspace) -> int:
    return outgoing.status(ws).waiting


def _aged(two: Office, who: int) -> Workspace:
    """Let everything a laptop has sealed be of long ago."""
    ws = two.laptops[who]
    long_ago = (ws.clock.now() - timedelta(days=purge.KEPT_DAYS + 1)).isoformat()
    with ws.database.write() as connection:
        connection.exec_driver_sql("UPDATE outbox SET sealed_at = ?", (long_ago,))
    return ws


def test_that_a_restored_office_gets_back_what_came_after_its_backup(two: Office) -> None:
    first, second = two.visit(0, 0), two.visit(1, 0)
    for who in (0, 1):
        two.deliver(who)
    yesterday = two.back_up("yesterday.backup")
    two.visit(0, 1), two.visit(1, 1)
    for who in (0, 1):
        assert two.deliver(who).confirmed == 1
    before = two.logged()

    two.restore(yesterday)
    assert sorted(two.logged()) < sorted(before)
    again = [two.deliver(who) for who in (0, 1)]

    assert [done.confirmed for done in again] == [2, 2]
    assert two.logged() == before
    assert set(two.logged().values()) == {1}
    assert [_waiting(ws) for ws in two.laptops] == [0, 0]
    assert two.agrees(0)
    assert two.agrees(1)
    for ws, visit_id in zip(two.laptops, (first, second), strict=True):
        assert replay.replay(ws, visit_id).equal
        assert trail.verify(ws).broken_at is None
    with two.central() as central:
        later = two.folder.parent / "today.backup"
        backup.make(central, two.folder, later)
        assert backup.verify(central, later).durable == len(before)


def test_that_what_left_a_laptop_is_in_the_backup_hash_by_hash(two: Office) -> None:
    visit_id = two.visit(0, 0)
    two.deliver(0)
    ws = two.laptops[0]
    with ws.database.read() as connection:
        home = visits.household_of(connection, visit_id) or ""
    (held,) = outgoing.held(ws)
    yesterday = two.back_up("yesterday.backup")
    two.hand_over(home)

    assert two.deliver(0).cleared == 1

    with ws.database.read() as connection:
        gone = [sha for sha in held.files if not attachments.exists(connection, sha)]
    assert set(gone) == set(held.files)
    two.visit(0, 1)
    two.restore(yesterday)
    two.deliver(0)
    with two.central() as central:
        there = {row.op: tuple(row) for row in agreement(central, ws.device.id)}
    assert there[held.op] == tuple(held)
    assert two.agrees(0)
    assert not any(parcel.problem for parcel in outgoing.parcels(two.laptops[0]))
    assert trail.verify(ws) == replace(trail.verify(ws), broken_at=None, altered=())


@pytest.mark.parametrize("by", ["line", "stick", "stick, then line"])
def test_that_a_backup_that_lacks_what_was_cleared_out_is_told(two: Office, by: str) -> None:
    too_old = two.back_up("old.backup")
    visit_id = two.visit(0, 0)
    two.deliver(0)
    two.back_up("new.backup")
    ws = two.laptops[0]
    with ws.database.read() as connection:
        two.hand_over(visits.household_of(connection, visit_id) or "")
    assert two.deliver(0).cleared == 1
    two.restore(too_old)
    if "stick" in by:
        two.carry(0, asks="then" not in by)
    if "line" in by:
        two.deliver(0)

    (parcel,) = (p for p in outgoing.parcels(two.laptops[0]) if p.visit_id == visit_id)
    assert "改用更新的备份恢复" in parcel.problem
    two.deliver(0)
    two.carry(0)
    acts = Counter(entry.act for entry in trail.entries(two.laptops[0], visit_id))
    assert acts["record.missing"] == 1


def test_that_the_same_of_a_newer_backup_is_told_no_more(two: Office) -> None:
    too_old = two.back_up("old.backup")
    visit_id = two.visit(0, 0)
    two.deliver(0)
    newer = two.back_up("new.backup")
    with two.laptops[0].database.read() as connection:
        two.hand_over(visits.household_of(connection, visit_id) or "")
    two.deliver(0)
    two.restore(too_old)
    two.carry(0)
    assert [bool(parcel.problem) for parcel in outgoing.parcels(two.laptops[0])] == [True]

    two.folder = two.folder.with_name("again")
    backup.restore(newer, Configuration(two.folder))
    two.carry(0)

    assert [bool(parcel.problem) for parcel in outgoing.parcels(two.laptops[0])] == [False]


def test_that_nothing_leaves_a_laptop_on_a_receipt_or_an_unproved_backup(two: Office) -> None:
    visit_id = two.visit(0, 0)
    two.deliver(0)
    ws = two.laptops[0]
    with ws.database.read() as connection:
        home = visits.household_of(connection, visit_id) or ""
    two.back_up("unproved.backup", verified=False)
    two.hand_over(home)

    assert two.deliver(0).cleared == 0
    assert [p.is_durable for p in outgoing.parcels(two.laptops[0])] == [False]
    assert replay.replay(ws, visit_id).equal


def test_that_the_current_check_stays_and_an_older_one_leaves_its_line(two: Office) -> None:
    visit_id = two.visit(0, 0)
    two.deliver(0)
    two.back_up("one.backup")
    ws = _aged(two, 0)
    with ws.database.read() as connection:
        home = visits.household_of(connection, visit_id) or ""
    assert two.deliver(0).cleared == 0
    assert [(p.is_durable, p.is_cleared) for p in outgoing.parcels(ws)] == [(True, False)]
    (before,) = recheck.past(ws, home)

    with ws.database.write() as connection:
        recheck.put_back(connection, ws, home)
    assert two.deliver(0).cleared == 1

    assert recheck.past(ws, home) == (replace(before, is_cleared=True),)
    with pytest.raises(UserError, match="已清出，办公室有备份"):
        replay.replay(ws, visit_id)
    assert [(p.is_durable, p.is_cleared) for p in outgoing.parcels(ws)] == [(True, True)]
    assert two.deliver(0).cleared == 0
    last = recheck.past(ws, home)
    assert last[0].action is before.action


def test_that_a_full_disk_lets_the_ballast_go_and_the_receipts_are_kept(
    two: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.visit(0, 0)
    ws = two.laptops[0]
    assert ballast.state(ws.folder) is State.KEPT
    full = outbox.confirm

    def confirm(*said: object) -> str:
        if ballast.state(ws.folder) is State.KEPT:
            raise DiskFullError("磁盘空间不足")
        return full(*said)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr("caseworker_app.store.outbox.confirm", confirm)
    taken: list[Path] = []
    monkeypatch.setattr("caseworker_app.store.ballast.take", taken.append)

    assert two.deliver(0).confirmed == 1
    assert ballast.state(ws.folder) is State.SPENT
    assert taken == [ws.folder]
    assert _waiting(ws) == 0


def test_that_a_disk_fuller_than_the_ballast_is_said(
    two: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.visit(0, 0)

    def confirm(*_said: object) -> bool:
        raise DiskFullError("磁盘空间不足")

    monkeypatch.setattr("caseworker_app.store.outbox.confirm", confirm)
    with pytest.raises(DiskFullError):
        two.deliver(0)
    monkeypatch.undo()

    assert _waiting(two.laptops[0]) == 1
    assert two.deliver(0).confirmed == 1
    assert two.agrees(0)
