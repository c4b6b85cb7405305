"""Unlock and lock: from a passphrase to a ``Workspace``."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from caseworker_app.intake.pack_file import shipped
from caseworker_app.intake.workdays import workday_calendar
from caseworker_app.model.visit import Investigator
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.store import audit, freshness, key, key_file, meta, person
from caseworker_app.store.database import Database
from caseworker_app.store.key import Cost
from caseworker_app.store.upgrade import open_store
from caseworker_app.wire import signing
from caseworker_app.workflow import comparison, lease, numbers, recheck, rulebook
from caseworker_app.workflow.room import with_room
from caseworker_app.workflow.workspace import (
    Clock,
    Device,
    Office,
    RandomIds,
    SystemClock,
    Workspace,
)

_PRACTICE = "practice"


def prepare() -> None:
    """Read what every day needs, the shipped rules and the workdays, before the store is open."""
    shipped()
    workday_calendar()


def exists(folder: Path) -> bool:
    """Return whether somebody has set this installation up."""
    return key.exists(folder)


def create(folder: Path, passphrase: str, cost: Cost | None = None) -> None:
    """Set up an installation; raises UserError for a weak passphrase or where one exists."""
    key.create(folder, passphrase, cost or Cost())


def unlock(
    folder: Path, passphrase: str, clock: Clock | None = None, pack: Pack | None = None
) -> Workspace:
    """Open the store; raises UserError for a wrong passphrase, RefusedError for a newer store.

    Raises LeaseOverError past the day until which the office lets it be opened.
    Register data whose term is over are erased first.
    ``pack`` is taken instead of the one in use, so that a damaged one can be replaced.
    """
    clock = clock or SystemClock()
    opening = key.unlock(folder, passphrase, clock.now())

    def begin(database: Database) -> Workspace:
        with database.read() as connection:
            lease.require(connection, clock)
        workspace = _assemble(folder, database, clock, pack)
        _begin_work(workspace, keeps_pack=pack is None)
        return workspace

    return _opened(folder, opening, begin)


@contextmanager
def to_deliver(folder: Path, passphrase: str, clock: Clock | None = None) -> Iterator[Workspace]:
    """Open the store for as long as a delivery takes, also past its lease, and lock it again.

    Raises as ``unlock`` does, but no LeaseOverError.
    """
    clock = clock or SystemClock()
    opening = key.unlock(folder, passphrase, clock.now())

    def begin(database: Database) -> Workspace:
        workspace = _assemble(folder, database, clock, None)
        with database.write() as connection:
            found = lease.standing(connection, clock)
            over = found is not None and found.is_over
            act = "store.opened_to_deliver" if over else "store.unlocked"
            audit.append(connection, workspace.at(), workspace.person.id, act, "", "")
        if not over:
            _freshen(workspace)
        return workspace

    workspace = _opened(folder, opening, begin)
    try:
        yield workspace
    finally:
        lock(workspace)


def waiting(folder: Path, clock: Clock | None = None) -> int:
    """Return the seconds until the next try at the passphrase; 0 at once or for a fresh start."""
    if not exists(folder):
        return 0
    return key_file.load(folder).tries.seconds_left((clock or SystemClock()).now())


def lock(ws: Workspace) -> None:
    """Close the store, also where the disk is full; the key is forgotten with it."""

    def say_so() -> None:
        with ws.database.write() as connection:
            audit.append(connection, ws.at(), ws.person.id, "store.locked", "", "")

    try:
        with_room(ws.folder, say_so)
    finally:
        ws.database.close()


def work_alone(ws: Workspace, name: str, unit: str) -> Workspace:
    """Let a person work without an office, with paper numbers of this laptop's own."""
    worker = Investigator(ws.ids.new(), name, unit)
    with ws.database.write() as connection:
        numbers.take_own(ws, connection)
        person.put(connection, worker)
        audit.append(connection, ws.at(), worker.id, "person.introduced", worker.id, name)
    return replace(ws, person=worker)


def practise(ws: Workspace) -> Workspace:
    """Make a store that knows no office one for practice, for good."""
    marked = replace(ws, practice=True)
    with ws.database.write() as connection:
        meta.put(connection, _PRACTICE, "1")
        audit.append(connection, ws.at(), ws.person.id, "practice.begun", "", "")
    return marked


def _opened(folder: Path, opening: bytes, begin: Callable[[Database], Workspace]) -> Workspace:
    """Open the store by its key and begin; on a full disk with the space that was set aside.

    Who cannot open it could deliver nothing either. The store is closed where beginning fails.
    """

    def work() -> Workspace:
        database = open_store(folder, opening)
        try:
            return begin(database)
        except BaseException:
            database.close()
            raise

    return with_room(folder, work)


def _begin_work(ws: Workspace, *, keeps_pack: bool) -> None:
    """Write down that the store is open, with what has to be true of it from then on."""
    lacks = numbers.lacks_own(ws)
    with ws.database.write() as connection:
        if keeps_pack:
            rulebook.keep(connection, ws)
        if lacks:
            numbers.take_own(ws, connection)
        audit.append(connection, ws.at(), ws.person.id, "store.unlocked", "", "")
    if keeps_pack:
        _freshen(ws)


def _freshen(ws: Workspace) -> None:
    """Erase register data whose term is over, open rechecks that are near, compare what changed."""
    with ws.database.write() as connection:
        gone = freshness.erase_expired(connection, ws.clock.today())
        if gone:
            detail = f"{gone} 条到期"
            audit.append(connection, ws.at(), ws.person.id, "slice.expired", "", detail)
        rulebook.compare_later(connection, ws)
    recheck.catch_up(ws)
    comparison.catch_up(ws)


def _assemble(folder: Path, database: Database, clock: Clock, pack: Pack | None) -> Workspace:
    ids = RandomIds(clock)
    device = _device(database, ids.new())
    with database.read() as connection:
        worker = person.get(connection)
        address = meta.text(connection, "office.address")
        public = meta.raw(connection, "office.public")
        used = pack or rulebook.of_today(connection, clock.today())
        practice = bool(meta.text(connection, _PRACTICE))
    office = Office(address, public) if public else None
    return Workspace(folder, database, used, clock, ids, worker, device, office, practice)


def _device(database: Database, fresh_id: str) -> Device:
    """Return this laptop's identity, made when the store is opened for the first time."""
    with database.write() as connection:
        key_bytes = meta.raw(connection, "device.key")
        if key_bytes is None:
            key_bytes = signing.new_key()
            meta.put(connection, "device.id", fresh_id)
            meta.put(connection, "device.key", key_bytes)
        return Device(meta.text(connection, "device.id"), key_bytes)
