"""回执: given only for what is on the disk whole, the operation and every file it names."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from caseworker_app.server import counters
from caseworker_app.server.central import EPOCH, Central, fact
from caseworker_app.server.oplog import QUARANTINED
from caseworker_app.server.papers import DIFFERS
from caseworker_app.server.session import Caller
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
        pairs = [_one(connection, caller, op, problem, epoch) for op, problem in asked]
    bodies = [body for _, body in pairs if body is not None]
    return OpsAnswer(tuple(result for result, _ in pairs), epoch, receipt.sign(bodies, central.key))


def _one(
    connection: Connection, caller: Caller, op: str, problem: ProblemType | None, epoch: str
) -> tuple[Result, ReceiptBody | None]:
    if problem is not None:
        return Result(op, problem=problem.urn), None
    row = connection.execute(
        select(
            oplog.c.hash, oplog.c.rid, oplog.c.rev, oplog.c.seq, oplog.c.status, oplog.c.why
        ).where(oplog.c.op == op, oplog.c.device == caller.device)
    ).first()
    if row is None:
        return Result(op, problem=ProblemType.UNKNOWN_OP.urn), None
    missing = _missing(connection, op)
    if missing:
        return Result(op, missing=missing), None
    number = _completed(connection, op)
    why = ""
    if row.status == QUARANTINED:
        why = _WHY.get(row.why, ProblemType.SET_APART).urn
    result = Result(op, rev=row.rev, seq=row.seq, done=number, status=row.status, problem=why)
    body = ReceiptBody(
        v=1,
        op=op,
        device=caller.device,
        hash=row.hash,
        rid=row.rid,
        rev=row.rev,
        seq=row.seq,
        done=number,
        status=row.status,
        epoch=epoch,
    )
    return result, body


def _missing(connection: Connection, op: str) -> tuple[int, ...]:
    """Return the places of files that are not here yet."""
    query = (
        select(need.c.place)
        .outerjoin(blob, blob.c.sha == need.c.sha)
        .where(need.c.op == op, blob.c.sha.is_(None))
        .order_by(need.c.place)
    )
    return tuple(connection.scalars(query))


def _completed(connection: Connection, op: str) -> int:
    """Return the operation's number in the order of completion, given once."""
    known: int | None = connection.scalar(select(done.c.done).where(done.c.op == op))
    if known is not None:
        return known
    number = counters.take(connection, counters.DONE)
    connection.execute(done.insert().values(done=number, op=op))
    return number
