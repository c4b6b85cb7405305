"""The promises of the protocol, looked up in the real databases after every step."""

from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection, select

from caseworker_app.model.values import Json
from caseworker_app.rules.rights import Act
from caseworker_app.server import oplog as log, records, rights
from caseworker_app.server.central import EPOCH, fact
from caseworker_app.server.receipts import _missing
from caseworker_app.server.tables import blob, conflict, done, oplog, record
from caseworker_app.store import copy, household as households
from caseworker_app.store.outbox import OutboxEntry, OutboxState
from caseworker_app.wire import ask, new_home, receipt as receipts
from caseworker_app.wire.canonical import canonical, digest, sha256
from caseworker_app.wire.compress import decompress
from caseworker_app.wire.operation import Operation
from caseworker_app.wire.receipt import Receipt
from caseworker_app.wire.units import flatten
from tests.proof.desk import Desk, operation, shown
from tests.proof.scene import PEOPLE, Scene

_LIMIT = 64 << 20
_ROUNDS = 3
Entries = Mapping[str, Sequence[OutboxEntry]]
_MOVED = "改派"
"""How the reason of an assignment begins that ended because somebody else has the household."""


def look(scene: Scene) -> None:
    """Look at everything that has to hold at any moment, where something was written since."""
    office = scene.office
    written = {name: (desk.fuse.commits, office.fuse.commits) for name, desk in scene.desks.items()}
    fresh = [name for name in scene.desks if scene.looked.get(name) != written[name]]
    if not fresh:
        return
    entries = {name: desk.entries() for name, desk in scene.desks.items()}
    with office.central.database.read() as connection:
        nothing_is_lost(scene, connection, entries)
        _Replay(scene).check(connection)
        _files_are_whole(scene, connection)
        for name in fresh:
            _receipts_are_true(scene, connection, scene.desks[name], entries[name])
            _cursor_is_complete(scene, connection, scene.desks[name])
    scene.looked = written


def nothing_is_lost(scene: Scene, connection: Connection, entries: Entries) -> None:
    """I1, I2: what was sealed is unchanged on its laptop; a receipt takes nothing off it."""
    hashes = {entry.op: entry.hash for some in entries.values() for entry in some}
    there = {row.op: row.hash for row in connection.execute(select(oplog.c.op, oplog.c.hash))}
    for op, (owner, content) in scene.sealed.items():
        if not scene.desks[owner].has_image:
            assert hashes.get(op) == content, "I2: a sealed operation is gone or another"
        known = hashes.get(op) or there.get(op)
        assert known, "I1: an operation is nowhere"
        assert known == content == there.get(op, content), "I2: an operation is another"


class _Replay:
    """I3, I4, I9: the log, carried out again from nothing, gives the records."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._units: dict[str, dict[str, Json]] = {}
        self._gens: dict[str, int] = {}
        self._homes: dict[str, str] = {}
        self._seen: set[str] = set()

    def check(self, connection: Connection) -> None:
        stored = connection.execute(select(record)).all()
        self._homes = {row.rid: row.household for row in stored}
        for row in connection.execute(select(oplog).order_by(oplog.c.seq)):
            assert row.op not in self._seen, "I3: an operation is logged twice"
            self._seen.add(row.op)
            self._carry_out(
                row.rid, self._document(row.op, row.doc), set(msgspec.json.decode(row.applied))
            )
        for row in stored:
            units = {p: v for p, v in self._units[row.rid].items() if v is not None}
            same = canonical(records.unpacked(row.units)) == canonical(units)
            assert same, "I3: a record is not what its log says"
            assert row.gen == self._gens[row.rid], "I9: another generation"
        self._conflicts_are_kept(connection)

    def _document(self, op: str, packed: bytes) -> Operation:
        known = self._scene.known.get(op)
        if known is None:
            known = msgspec.json.decode(decompress(packed, _LIMIT), type=Operation)
            self._scene.known[op] = known
        return known

    def _carry_out(self, rid: str, said: Operation, applied: set[str]) -> None:
        units, gen = self._units.setdefault(rid, {}), said.gen
        is_new, by_office = rid not in self._gens, said.device == log.OFFICE
        at_once = by_office or said.form in {ask.FORM, new_home.FORM}
        home = gen if at_once else self._gens.get(self._homes.get(rid, ""), gen)
        self._gens.setdefault(rid, home)
        assert by_office or gen == self._gens[rid] or not applied, "I9: applied after a hand-over"
        if is_new and applied and not by_office:
            assert gen == self._gens[self._homes[rid]], "I9: a new record after a hand-over"
        for path, old, new in said.patch:
            if path in applied:
                assert digest(units.get(path)) == old, "I4: a value nobody saw was replaced"
                units[path] = new
        if by_office and str(units.get("/ended_why", "")).startswith(_MOVED) and not is_new:
            self._fence(str(units["/household"]))

    def _fence(self, home: str) -> None:
        for rid in self._gens:
            if self._homes.get(rid) == home:
                self._gens[rid] += 1

    def _conflicts_are_kept(self, connection: Connection) -> None:
        disputed = select(oplog.c.op).where(oplog.c.status == log.CONFLICT)
        kept = set(connection.scalars(select(conflict.c.op)))
        assert set(connection.scalars(disputed)) <= kept, "I4: a conflict nobody is shown"


def _files_are_whole(scene: Scene, connection: Connection) -> None:
    """I7: what the office lists lies on its disk under its hash."""
    for sha in connection.scalars(select(blob.c.sha)):
        assert scene.office.central.files.digest(sha) == sha, "I7: a file is not what it was"


def _receipts_are_true(
    scene: Scene, connection: Connection, desk: Desk, entries: Sequence[OutboxEntry]
) -> None:
    """I1, I7: a receipt is the office's, for these bytes, and what it says is there."""
    epoch = fact(connection, EPOCH)
    public = scene.office.central.public
    with desk.ws.database.read() as here:
        for entry in entries:
            if entry.state is OutboxState.HELD:
                proof = msgspec.json.decode(entry.receipt or b"", type=Receipt)
                assert receipts.check(proof, public, operation(here, entry)), "I7: a false receipt"
                if entry.epoch == epoch and desk.name not in scene.unaware:
                    _is_held(connection, entry)


def _is_held(connection: Connection, entry: OutboxEntry) -> None:
    row = connection.execute(
        select(oplog.c.seq, oplog.c.hash, done.c.done)
        .outerjoin(done, done.c.op == oplog.c.op)
        .where(oplog.c.op == entry.op)
    ).first()
    assert row is not None, "I1: receipted and not there"
    assert (row.seq, row.hash, row.done) == (entry.seq, entry.hash, entry.done), "I7: another"
    assert not _missing(connection, entry.op), "I7: a receipt without its files"


def _cursor_is_complete(scene: Scene, connection: Connection, desk: Desk) -> None:
    """I6: a cursor takes no step back, and all before it is on the laptop."""
    at = desk.at()
    epoch, last = fact(connection, EPOCH), log.last_seq(connection)
    before = scene.cursors.get(desk.name)
    if before is not None and before[0] == at.epoch:
        assert at.seq >= before[1], "I6: the cursor went back"
    scene.cursors[desk.name] = (at.epoch, at.seq)
    agrees = (at.epoch, at.seq, at.head) == (epoch, last, log.head(connection, last))
    if agrees and desk.name not in scene.unaware:  # nor does it know yet that receipts were lost
        _is_up_to_date(connection, desk)


def _is_up_to_date(connection: Connection, desk: Desk) -> None:
    mine = records.VISIT, records.HOUSEHOLD
    with desk.ws.database.read() as here:
        for row in connection.execute(select(record).where(record.c.kind.in_(mine))):
            if not rights.may_somebody(connection, PEOPLE[desk.name], Act.WRITE, row.household):
                continue
            there = records.unpacked(row.units)
            assert _same(desk, here, row.rid, row.kind, there), "I6: up to date, and another value"


def _same(desk: Desk, here: Connection, rid: str, kind: str, there: dict[str, Json]) -> bool:
    if kind == records.HOUSEHOLD:
        stands = flatten({"household": households.handed(here, rid)})
        return all(there.get(path) == value for path, value in stands.items())
    kept = copy.get(here, rid)
    if kept is not None and canonical(dict(kept.units)) == canonical(there):
        return True
    return sha256(canonical(_settled(desk, here, rid))) == sha256(canonical(there))


def _settled(desk: Desk, here: Connection, rid: str) -> dict[str, Json]:
    """Return a record as this laptop shows it, without what still waits."""
    return shown(here, rid, waiting=False)


def converges(scene: Scene) -> None:
    """I5: with a whole line again everything arrives and everybody sees the same."""
    scene.heal()
    first = sorted(scene.desks)[scene.rng.randrange(len(scene.desks))]
    _alone(scene, first)
    for _ in range(_ROUNDS):
        for name in scene.desks:
            scene.deliver(name)
        if _quiet(scene):
            break
    assert _quiet(scene), "I5: something still waits, or a laptop never caught up"
    assert not scene.unaware
    look(scene)
    with scene.office.central.database.read() as connection:
        there = set(connection.scalars(select(oplog.c.op)))
    assert scene.sealed.keys() <= there, "I5: something never arrived"


def _quiet(scene: Scene) -> bool:
    with scene.office.central.database.read() as connection:
        last = log.last_seq(connection)
    desks = scene.desks.values()
    return all(desk.at().seq == last and _is_delivered(desk) for desk in desks)


def _is_delivered(desk: Desk) -> bool:
    return all(entry.state is OutboxState.HELD for entry in desk.entries())


def _alone(scene: Scene, name: str) -> None:
    """One laptop alone is right by itself, should the others never come back."""
    went = any(scene.deliver(name) for _ in range(_ROUNDS))
    assert went, "I5: a laptop cannot deliver over a whole line"
    assert _is_delivered(scene.desks[name]), "I5: a laptop alone is not rid of its work"
    look(scene)
