"""Until when a laptop opens, whatever its clock says; past it, what waits still goes out."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from caseworker_app.demo.clock import DAY, DemoClock
from caseworker_app.errors import LeaseOverError
from caseworker_app.server import enrolment as desk, leases, stick
from caseworker_app.server.central import Configuration
from caseworker_app.server.oplog import QUARANTINED
from caseworker_app.server.run import Running, running
from caseworker_app.server.tables import oplog
from caseworker_app.store import audit, lease as kept
from caseworker_app.wire import lease as wire, signing
from caseworker_app.wire.lease import Lease
from caseworker_app.wire.problem import ProblemError
from caseworker_app.workflow import (
    carrying,
    delivery,
    enrolment,
    lease,
    office_clock,
    outgoing,
    session,
    trail,
)
from caseworker_app.workflow.outgoing import NewRecord
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.conftest import PASSPHRASE, QUICK

_DAY_MS = 24 * 3_600_000
_NOON = int(datetime(DAY.year, DAY.month, DAY.day, 4, tzinfo=UTC).timestamp() * 1000)


@dataclass
class Times:
    """The true time, and what a laptop's clock makes of it."""

    true: int = _NOON
    error: int = 0
    boot: str = "one"
    started: int = _NOON

    def office(self) -> int:
        self.true += 1
        return self.true

    def now(self) -> datetime:
        return datetime.fromtimestamp((self.true + self.error) / 1000, UTC)

    def today(self) -> date:
        return self.now().date()

    def uptime(self) -> tuple[str, int]:
        return self.boot, self.true - self.started

    def later(self, days: float) -> None:
        self.true += int(days * _DAY_MS)

    def restart(self) -> None:
        self.boot, self.started = f"{self.boot}+", self.true

    def turn_to(self, at: int) -> None:
        self.error = at - self.true


@dataclass
class Bureau:
    """An office, a laptop it let in, and the time."""

    times: Times
    server: Running
    folder: Path

    def open(self) -> Workspace:
        return session.unlock(self.folder, PASSPHRASE, self.times)

    def is_open(self) -> bool:
        try:
            session.lock(self.open())
        except LeaseOverError:
            return False
        return True

    def deliver(self) -> delivery.Delivered:
        with session.to_deliver(self.folder, PASSPHRASE, self.times) as ws:
            return delivery.deliver(ws, lambda _: None)

    def seal(self, ws: Workspace, rid: str) -> None:
        """Queue an operation; nothing else is written."""
        with ws.database.write() as connection:
            new = NewRecord(rid, "F01@1", {"/opinion": "符合"}, 0)
            outgoing.send(connection, ws, new, outgoing.SCANS)

    @property
    def laptop(self) -> str:
        return desk.laptops(self.server.central)[0].id


@pytest.fixture
def bureau(tmp_path: Path) -> Iterator[Bureau]:
    times = Times()
    with running(Configuration(tmp_path / "server"), times.office) as server:
        desk.put_person(server.central, "p1", "胡龙", "云溪镇")
        made = Bureau(times, server, tmp_path / "laptop")
        session.create(made.folder, PASSPHRASE, QUICK)
        slip = str(desk.make_slip(server.central, "p1", "admin"))
        session.lock(enrolment.enrol(made.open(), server.url, slip, PASSPHRASE))
        yield made


def test_that_a_laptop_that_works_alone_is_never_locked(tmp_path: Path) -> None:
    times = Times()
    session.create(tmp_path, PASSPHRASE, QUICK)
    alone = session.unlock(tmp_path, PASSPHRASE, times)
    session.lock(session.work_alone(alone, "胡龙", "云溪镇"))
    times.later(400)

    again = session.unlock(tmp_path, PASSPHRASE, times)

    assert outgoing.status(again).notices == ()
    session.lock(again)


def test_that_it_opens_for_fourteen_days_and_then_says_what_to_do(bureau: Bureau) -> None:
    bureau.times.later(13.9)
    assert bureau.is_open()
    bureau.times.later(0.2)

    with pytest.raises(LeaseOverError) as locked:
        bureau.open()

    said = str(locked.value)
    assert "2026-12-07 到期，资料已锁定，没有丢失" in said
    assert "送达" in said
    assert "U盘" in said


def test_that_a_delivery_renews_it_and_nothing_was_wiped(bureau: Bureau) -> None:
    ws = bureau.open()
    bureau.seal(ws, "v1")
    before = trail.verify(ws)
    session.lock(ws)
    bureau.times.later(30)
    assert not bureau.is_open()

    assert bureau.deliver().confirmed == 1

    again = bureau.open()
    assert outgoing.status(again).held == 1
    after = trail.verify(again)
    assert after.entries > before.entries
    assert after.broken_at is None
    with again.database.read() as connection:
        assert audit.last(connection, "", "store.opened_to_deliver")
    session.lock(again)


@pytest.mark.parametrize(
    ("days", "said"),
    [(10.9, ""), (11.1, "还剩3天（2026-12-07到期），请联网送达"), (13.5, "还剩1天")],
)
def test_that_three_days_before_the_end_one_is_warned(
    bureau: Bureau, days: float, said: str
) -> None:
    bureau.times.later(days)
    ws = bureau.open()

    told = outgoing.status(ws)

    assert (bool(told.notices), told.is_over) == (bool(said), False)
    assert said in "".join(told.notices)
    session.lock(ws)


def test_that_a_desk_left_open_past_the_end_is_told(bureau: Bureau) -> None:
    ws = bureau.open()
    bureau.times.later(15)

    assert outgoing.status(ws).is_over
    session.lock(ws)


def test_that_the_machine_knows_how_long_it_ran(bureau: Bureau) -> None:
    bureau.times.later(15)
    bureau.times.turn_to(_NOON)

    assert not bureau.is_open()


def test_that_it_knows_it_after_another_start_too(bureau: Bureau) -> None:
    bureau.times.restart()
    bureau.times.later(15)
    bureau.times.turn_to(_NOON)

    assert not bureau.is_open()


def _sealed(bureau: Bureau, ws: Workspace) -> None:
    bureau.seal(ws, "v1")


def _told(_bureau: Bureau, ws: Workspace) -> None:
    with ws.database.write() as connection:
        audit.append(connection, ws.at(), ws.person.id, "household.opened", "h1", "")


@pytest.mark.parametrize("do", [_sealed, _told])
def test_that_what_was_done_later_is_not_undone_by_the_clock(
    bureau: Bureau, do: Callable[[Bureau, Workspace], None]
) -> None:
    ws = bureau.open()
    bureau.times.later(15)
    do(bureau, ws)
    bureau.times.turn_to(_NOON)
    session.lock(ws)
    bureau.times.restart()

    assert not bureau.is_open()


def test_that_a_clock_that_runs_ahead_is_named_and_once_right_opens_again(bureau: Bureau) -> None:
    bureau.times.error = 400 * _DAY_MS
    bureau.times.restart()

    with pytest.raises(LeaseOverError, match=r"电脑时间现为 2027-12-28 .*如果不对，请先改正"):
        bureau.open()
    bureau.times.error = 0
    assert bureau.is_open()


def test_that_a_contact_forgives_what_a_clock_ahead_wrote_down(bureau: Bureau) -> None:
    ws = bureau.open()
    bureau.times.error = 400 * _DAY_MS
    bureau.seal(ws, "v1")
    session.lock(ws)
    bureau.times.error = 0
    assert not bureau.is_open()

    bureau.deliver()

    assert bureau.is_open()


def test_that_a_revoked_laptop_is_locked_in_the_end_and_its_work_is_kept(bureau: Bureau) -> None:
    ws = bureau.open()
    bureau.seal(ws, "v1")
    session.lock(ws)
    desk.revoke(bureau.server.central, bureau.laptop, "admin")
    bureau.times.later(13)
    with pytest.raises(ProblemError, match="已停用"):
        bureau.deliver()
    bureau.times.later(2)

    assert not bureau.is_open()
    with bureau.server.central.database.read() as connection:
        assert connection.execute(oplog.select()).one().status == QUARANTINED
    with session.to_deliver(bureau.folder, PASSPHRASE, bureau.times) as locked:
        assert outgoing.status(locked).held == 1


def test_that_a_stick_renews_it_too(bureau: Bureau, tmp_path: Path) -> None:
    out, back = tmp_path / "out.csb", tmp_path / "back.csb"
    bureau.deliver()  # gave the key for what is carried
    bureau.times.later(30)
    assert not bureau.is_open()

    with session.to_deliver(bureau.folder, PASSPHRASE, bureau.times) as ws:
        carrying.export(ws, out, lambda _: None)
    stick.absorb(bureau.server.central, out, back)
    with session.to_deliver(bureau.folder, PASSPHRASE, bureau.times) as ws:
        carrying.take(ws, back)

    assert bureau.is_open()


def test_that_a_server_that_gives_none_locks_nobody(
    tmp_path: Path, bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leases, "grant", lambda *_: None)
    times, folder = bureau.times, tmp_path / "other"
    session.create(folder, PASSPHRASE, QUICK)
    slip = str(desk.make_slip(bureau.server.central, "p1", "admin"))
    fresh = session.unlock(folder, PASSPHRASE, times)
    session.lock(enrolment.enrol(fresh, bureau.server.url, slip, PASSPHRASE))
    times.later(400)

    session.lock(session.unlock(folder, PASSPHRASE, times))


def _foreign(given: Lease, _key: bytes) -> Lease:
    return wire.sign(given, signing.new_key())


def _of_another(given: Lease, key: bytes) -> Lease:
    return wire.sign(msgspec.structs.replace(given, device="laptop-9"), key)


def _altered(given: Lease, key: bytes) -> Lease:
    signed = wire.sign(given, key)
    return msgspec.structs.replace(signed, not_after=signed.not_after + 1)


def _older(given: Lease, key: bytes) -> Lease:
    return wire.sign(msgspec.structs.replace(given, at=_NOON - _DAY_MS), key)


@pytest.mark.parametrize("spoil", [_foreign, _of_another, _altered, _older])
def test_that_only_a_newer_lease_of_the_office_for_this_laptop_counts(
    bureau: Bureau, spoil: Callable[[Lease, bytes], Lease]
) -> None:
    ws = bureau.open()
    office, key = ws.enrolled().public, bureau.server.central.key
    far = Lease(device=ws.device.id, person="p1", at=_NOON + _DAY_MS, not_after=_NOON * 2)
    with ws.database.write() as connection:
        lease.take(connection, ws, office, spoil(far, key))
        found = kept.load(connection)
        assert found is not None
        assert found.lease.not_after != spoil(far, key).not_after
        lease.take(connection, ws, office, wire.sign(far, key))
        found = kept.load(connection)
        assert found is not None
        assert found.lease.not_after == far.not_after
    session.lock(ws)


@pytest.mark.parametrize("wild", [10**18, 10**30])
def test_that_a_wild_time_of_the_office_brings_nothing_down(bureau: Bureau, wild: int) -> None:
    ws = bureau.open()
    office, key = ws.enrolled().public, bureau.server.central.key
    far = Lease(device=ws.device.id, person="p1", at=wild, not_after=wild)
    with ws.database.write() as connection:
        office_clock.measured(connection, ws, wild)
        lease.take(connection, ws, office, wire.sign(far, key))

    assert outgoing.status(ws).notices
    session.lock(ws)
    with suppress(LeaseOverError):
        session.lock(bureau.open())


def test_that_a_laptop_with_nothing_new_renews_it_every_day_and_only_then(bureau: Bureau) -> None:
    def given() -> int:
        ws = bureau.open()
        with ws.database.read() as connection:
            found = kept.load(connection)
        session.lock(ws)
        return found.lease.at if found else 0

    bureau.deliver()
    first = given()
    bureau.times.later(0.9)
    bureau.deliver()
    assert given() == first
    bureau.times.later(0.2)
    bureau.deliver()
    assert given() > first
    for _ in range(4):
        bureau.times.later(4)
        bureau.deliver()
    assert bureau.is_open()


def test_that_the_office_says_for_how_many_days(bureau: Bureau) -> None:
    leases.set_days(bureau.server.central, 2, "admin")
    bureau.times.later(1.1)
    bureau.deliver()
    bureau.times.later(2.1)

    assert not bureau.is_open()


def test_that_practice_has_no_end(tmp_path: Path) -> None:
    session.create(tmp_path, PASSPHRASE, QUICK)
    ws = session.practise(session.unlock(tmp_path, PASSPHRASE, DemoClock()))

    assert not outgoing.status(replace(ws, clock=Times(true=_NOON * 2))).is_over
    session.lock(ws)
