"""What the office itself writes: operations of the server, in the same log as everyone's."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec
from sqlalchemy import Connection, select

from caseworker_app.model.values import Json
from caseworker_app.server import counters, oplog, records, sight
from caseworker_app.server.central import Central
from caseworker_app.server.records import Record
from caseworker_app.server.tables import oplog as log
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.operation import Operation, diff, document, seal


@dataclass(frozen=True, slots=True)
class Wish:
    """A record the office wants to stand as given."""

    rid: str
    region: str
    kind: str
    household: str
    units: Mapping[str, Json]


def write(connection: Connection, central: Central, wish: Wish, person: str) -> int:
    """Make a record stand as wished and return the ``seq``; 0 when it already did."""
    current = records.get(connection, wish.rid)
    patch = diff(current.units if current else {}, wish.units)
    if not patch:
        return 0
    base = current or Record(
        wish.rid, wish.region, wish.kind, wish.household, 0, 0, dead=False, units={}
    )
    said = _step(connection, central, base, person)
    changed = msgspec.structs.replace(
        said, kind="patch" if current else "create", form=f"{wish.kind}@1", patch=patch
    )
    new = replace(base, region=wish.region, rev=base.rev + 1, units=wish.units)
    seq = _log(connection, central, changed, new.rev)
    records.put(connection, new, seq)
    if new.kind == records.HOUSEHOLD and current and current.region != new.region:
        records.refile(connection, new.household, new.region)
        sight.moved(connection, new.household, (current.region, new.region), seq)
    return seq


def note(connection: Connection, central: Central, about: Record, person: str, why: str) -> int:
    """Say something about a record without changing it, and return the ``seq``."""
    said = msgspec.structs.replace(_step(connection, central, about, person), reason=why)
    return _log(connection, central, said, about.rev)


def _step(connection: Connection, central: Central, about: Record, person: str) -> Operation:
    """Return an operation of the office that does nothing yet."""
    n = counters.take(connection, counters.OFFICE)
    return Operation(
        v=1,
        op=central.new_id(),
        device=oplog.OFFICE,
        n=n,
        prev=_before(connection, n),
        rid=about.rid,
        kind="note",
        base=about.rev,
        gen=about.gen,
        schema=1,
        form="",
        policy="",
        person=person,
        at=central.clock(),
        mono=("", 0),
        atomic=True,
        patch=(),
        blobs=(),
    )


def _log(connection: Connection, central: Central, said: Operation, rev: int) -> int:
    sealed = seal(said, central.key)
    entry = oplog.Entry(
        op=sealed.op,
        device=sealed.device,
        n=sealed.n,
        prev=sealed.prev,
        hash=sealed.hash,
        rid=sealed.rid,
        rev=rev,
        status=oplog.ACCEPTED,
        why="",
        applied=tuple(change.path for change in sealed.patch),
        document=document(canonical(sealed)),
        files=(),
    )
    return oplog.append(connection, entry, central.clock())


def _before(connection: Connection, n: int) -> str:
    query = select(log.c.hash).where(log.c.device == oplog.OFFICE, log.c.n == n - 1)
    return connection.scalar(query) or ""
