"""The log: everything that ever came in, in the order of commit, with a hash over all of it."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, func, select

from caseworker_app.model.values import Json
from caseworker_app.server import counters
from caseworker_app.server.database import among, put_all
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
    return append_all(connection, [(entry, at)])[0]


def append_all(connection: Connection, entries: Sequence[tuple[Entry, int]]) -> Sequence[int]:
    """Write operations, each with its instant, to the log and return their ``seq``."""
    if not entries:
        return ()
    first = counters.take(connection, counters.SEQ, len(entries))
    link, rows = head(connection, first - 1), []
    for seq, (entry, at) in enumerate(entries, first):
        link = hashlib.sha256((link + entry.hash).encode()).hexdigest()
        rows.append(_row(entry, at) | {"seq": seq, "head": link})
    put_all(connection, oplog, rows)
    needs = [
        {"op": entry.op, "place": place, "sha": sha}
        for entry, _ in entries
        for place, sha in enumerate(entry.files)
    ]
    put_all(connection, need, needs)
    return range(first, first + len(entries))


def head(connection: Connection, seq: int) -> str:
    """Return the hash over the log up to a place; empty before the first and where none is."""
    found: str | None = connection.scalar(select(oplog.c.head).where(oplog.c.seq == seq))
    return found or ""


def last_seq(connection: Connection) -> int:
    return int(connection.scalar(select(func.max(oplog.c.seq))) or 0)


def hashes_of(connection: Connection, ops: Sequence[str]) -> dict[str, str]:
    """Return the hash of each operation that is known."""
    found = connection.execute(
        select(oplog.c.op, oplog.c.hash).where(among(connection, oplog.c.op, ops))
    )
    return {row.op: row.hash for row in found}


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


class Chain:
    """The places of one laptop's operations, as far as a batch comes near them."""

    def __init__(self, connection: Connection, device: str, places: Iterable[int]) -> None:
        near = {place + step for place in places for step in (-1, 0, 1)}
        rows = connection.execute(
            select(oplog.c.n, oplog.c.prev, oplog.c.hash).where(
                oplog.c.device == device, among(connection, oplog.c.n, near)
            )
        )
        self._near = {row.n: (row.prev, row.hash) for row in rows}

    def take(self, n: int, prev: str, name: str) -> bool:
        """Take place ``n`` where it is free and its neighbours are its own.

        A laptop restored from an old image, or copied, uses a place twice.
        """
        near = self._near
        before_fits = near[n - 1][1] == prev if n - 1 in near else n > 1 or not prev
        after_fits = near[n + 1][0] == name if n + 1 in near else True
        fits = n not in near and before_fits and after_fits
        if fits:
            near[n] = prev, name
        return fits


def _row(entry: Entry, at: int) -> dict[str, object]:
    return {
        "op": entry.op,
        "device": entry.device,
        "n": entry.n,
        "prev": entry.prev,
        "hash": entry.hash,
        "rid": entry.rid,
        "rev": entry.rev,
        "status": entry.status,
        "why": entry.why,
        "applied": canonical(entry.applied).decode(),
        "at": at,
        "doc": compress(canonical(entry.document)),
    }
