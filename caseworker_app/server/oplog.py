"""The log: everything that ever came in, in the order of commit, with a hash over all of it."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, func, select

from caseworker_app.model.values import Json
from caseworker_app.server import counters
from caseworker_app.server.tables import need, oplog
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.compress import compress, decompress
from caseworker_app.wire.operation import Operation, document, understood

ACCEPTED, CONFLICT, QUARANTINED = "accepted", "conflict", "quarantined"
_LIMIT = 64 << 20
OFFICE = "server"
"""Stands for the device where the office itself acts."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One operation as it is logged."""

    op: str
    device: str
    n: int | None
    """None for one whose place in its device's chain is taken by another."""
    prev: str
    hash: str
    rid: str
    rev: int
    status: str
    why: str
    applied: tuple[str, ...]
    document: Mapping[str, Json]
    files: tuple[str, ...]


def append(connection: Connection, entry: Entry, at: int) -> int:
    """Write an operation to the log and return its ``seq``."""
    seq = counters.take(connection, counters.SEQ)
    link = hashlib.sha256((head(connection, seq - 1) + entry.hash).encode()).hexdigest()
    connection.execute(
        oplog.insert().values(
            seq=seq,
            op=entry.op,
            device=entry.device,
            n=entry.n,
            prev=entry.prev,
            hash=entry.hash,
            rid=entry.rid,
            rev=entry.rev,
            status=entry.status,
            why=entry.why,
            applied=canonical(entry.applied).decode(),
            at=at,
            doc=compress(canonical(entry.document)),
            head=link,
        )
    )
    needs = [{"op": entry.op, "place": i, "sha": sha} for i, sha in enumerate(entry.files)]
    if needs:
        connection.execute(need.insert(), needs)
    return seq


def head(connection: Connection, seq: int) -> str:
    """Return the hash over the log up to a place; empty before the first and where none is."""
    found: str | None = connection.scalar(select(oplog.c.head).where(oplog.c.seq == seq))
    return found or ""


def last_seq(connection: Connection) -> int:
    return int(connection.scalar(select(func.max(oplog.c.seq))) or 0)


def hash_of(connection: Connection, op: str) -> str | None:
    """Return the hash under which an operation is known, or None."""
    found: str | None = connection.scalar(select(oplog.c.hash).where(oplog.c.op == op))
    return found


def fits_chain(connection: Connection, device: str, n: int, prev: str, name: str) -> bool:
    """Return whether place ``n`` of a device is free and its neighbours are its own.

    A laptop restored from an old image, or copied, uses a place twice.
    """
    rows = connection.execute(
        select(oplog.c.n, oplog.c.prev, oplog.c.hash).where(
            oplog.c.device == device, oplog.c.n.in_([n - 1, n, n + 1])
        )
    )
    near = {row.n: row for row in rows}
    before_fits = near[n - 1].hash == prev if n - 1 in near else n > 1 or not prev
    after_fits = near[n + 1].prev == name if n + 1 in near else True
    return n not in near and before_fits and after_fits


def operations(connection: Connection, rid: str) -> Iterator[tuple[frozenset[str], Operation]]:
    """Yield what was done to a record, oldest first, and the units it changed.

    What was set apart did nothing to it.
    """
    of_record = select(oplog.c.applied, oplog.c.doc).where(
        oplog.c.rid == rid, oplog.c.status != QUARANTINED
    )
    for row in connection.execute(of_record.order_by(oplog.c.seq)):
        operation = understood(document(decompress(row.doc, _LIMIT)))
        if operation is not None:
            yield frozenset(msgspec.json.decode(row.applied, type=list[str])), operation
