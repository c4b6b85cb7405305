"""回执: given only for what is on the disk whole, the operation and every file it names."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from caseworker_app.server import counters
from caseworker_app.server.central import EPOCH, Central, fact
from caseworker_app.server.database import among, put_all
from caseworker_app.server.oplog import QUARANTINED
from caseworker_app.server.papers import DIFFERS
from caseworker_app.server.rights import Caller
from caseworker_app.server.tables import blob, done, need, oplog
from caseworker_app.wire import receipt
from caseworker_app.wire.message import OpsAnswer, Result
from caseworker_app.wire.problem import ProblemType
from caseworker_app.wire.receipt import ReceiptBody

_WHY = {DIFFERS: ProblemType.RECORD_DIFFERS}
"""What a laptop is told of an operation that was set apart."""


def answer(
    central: Central, caller: Caller, asked: Sequence[tuple[str, ProblemType | None]]
) -> OpsAnswer:
    """Answer for operations that were just taken, or asked about later.

    Works on what is committed already; an operation of another device is unknown here.
    """
    with central.database.write() as connection:
        epoch = fact(connection, EPOCH)
        held = _held(connection, caller, [op for op, problem in asked if problem is None])
    pairs = [_one(caller, op, problem or held.get(op), epoch) for op, problem in asked]
    bodies = [body for _, body in pairs if body is not None]
    return OpsAnswer(tuple(result for result, _ in pairs), epoch, receipt.sign(bodies, central.key))


class _Held(NamedTuple):
    """An operation of this laptop as it is here."""

    hash: str
    rid: str
    rev: int
    seq: int
    status: str
    why: str
    missing: tuple[int, ...]
    done: int
    """0 while a file is missing."""


def _held(connection: Connection, caller: Caller, ops: Sequence[str]) -> dict[str, _Held]:
    column = oplog.c
    found = connection.execute(
        select(
            column.op, column.hash, column.rid, column.rev, column.seq, column.status, column.why
        ).where(among(connection, column.op, ops), column.device == caller.device)
    )
    rows = {row.op: row for row in found}
    missing = _missing(connection, list(rows))
    numbers = _completed(
        connection, [op for op in dict.fromkeys(ops) if op in rows.keys() - missing]
    )
    return {
        op: _Held(*row[1:], tuple(missing.get(op, ())), numbers.get(op, 0))
        for op, row in rows.items()
    }


def _one(
    caller: Caller, op: str, found: ProblemType | _Held | None, epoch: str
) -> tuple[Result, ReceiptBody | None]:
    if not isinstance(found, _Held):
        return Result(op, problem=(found or ProblemType.UNKNOWN_OP).urn), None
    if found.missing:
        return Result(op, missing=found.missing), None
    why = ""
    if found.status == QUARANTINED:
        why = _WHY.get(found.why, ProblemType.SET_APART).urn
    result = Result(
        op, rev=found.rev, seq=found.seq, done=found.done, status=found.status, problem=why
    )
    body = ReceiptBody(
        v=1,
        op=op,
        device=caller.device,
        hash=found.hash,
        rid=found.rid,
        rev=found.rev,
        seq=found.seq,
        done=found.done,
        status=found.status,
        epoch=epoch,
    )
    return result, body


def _missing(connection: Connection, ops: Sequence[str]) -> dict[str, list[int]]:
    """Return the places of files that are not here yet, by operation."""
    query = (
        select(need.c.op, need.c.place)
        .outerjoin(blob, blob.c.sha == need.c.sha)
        .where(among(connection, need.c.op, ops), blob.c.sha.is_(None))
        .order_by(need.c.op, need.c.place)
    )
    found: dict[str, list[int]] = {}
    for op, place in connection.execute(query):
        found.setdefault(op, []).append(place)
    return found


def _completed(connection: Connection, ops: Sequence[str]) -> dict[str, int]:
    """Return the operations' numbers in the order of completion, each given once."""
    known = {
        row.op: row.done
        for row in connection.execute(select(done).where(among(connection, done.c.op, ops)))
    }
    fresh = [op for op in ops if op not in known]
    if not fresh:
        return known
    first = counters.take(connection, counters.DONE, len(fresh))
    given = {op: number for number, op in enumerate(fresh, first)}
    put_all(connection, done, [{"done": number, "op": op} for op, number in given.items()])
    return known | given
