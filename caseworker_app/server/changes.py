"""What is new for a person: the households in their hands, in the order of the log.

A household handed over today comes whole, however old it is: its rows count as new from the
``seq`` of the assignment on.
"""

from collections.abc import Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row as Found,
    Select,
    and_,
    case,
    select,
    union_all,
)

from caseworker_app.server import audit, disputes, oplog, records
from caseworker_app.server.central import DURABLE, EPOCH, Central, fact, new_epoch
from caseworker_app.server.session import Caller
from caseworker_app.server.tables import assignment, oplog as log, record
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.message import PAGE, AskChanges, Changes, Row
from caseworker_app.wire.problem import ProblemError, ProblemType

_Rows = Sequence[Found[tuple[object, ...]]]


def page(central: Central, caller: Caller, asked: AskChanges) -> Changes:
    """Return the next rows after ``asked.since``; raises ``ProblemError`` for a revoked device."""
    if not caller.active:
        raise ProblemError(ProblemType.REVOKED)
    limit = max(1, min(asked.limit, PAGE))
    with central.database.write() as connection:
        notice_regression(connection, central, caller, asked)
        found = _next(connection, caller.person, asked.since, limit)
        last = oplog.last_seq(connection)
        more = bool(found) and waits(connection, caller.person, found[-1].effective)
        upto = found[-1].effective if more else max(last, asked.since)
        homes = sorted({row.household for row in found})
        if homes:
            said = (",".join(homes), f"{asked.since}-{upto}")
            audit.record(connection, central.clock(), caller.person, "changes.read", *said)
        return Changes(
            epoch=fact(connection, EPOCH),
            since=asked.since,
            next=upto,
            head=oplog.head(connection, upto),
            more=more,
            durable=int(fact(connection, DURABLE)),
            rows=_rows(connection, caller, found, by_hash=asked.hash),
        )


def notice_regression(
    connection: Connection, central: Central, caller: Caller, asked: AskChanges
) -> None:
    """Begin a new epoch where the log is not the one this laptop read up to its place."""
    if asked.head and oplog.head(connection, asked.since) != asked.head:
        epoch = new_epoch(connection, central)
        audit.record(connection, central.clock(), caller.person, "server.regressed", epoch)


def _next(connection: Connection, person: str, since: int, limit: int) -> _Rows:
    """Return up to ``limit`` rows, and those that share the last one's place."""
    query = _in_scope(person, since).limit(limit)
    found = connection.execute(query).all()
    if len(found) < limit:
        return found
    last = found[-1].effective
    rest = connection.execute(_in_scope(person, last - 1)).all()
    whole = [row for row in rest if row.effective == last]
    return [row for row in found if row.effective < last] + whole


def waits(connection: Connection, person: str, after: int) -> bool:
    """Return whether there is a row for a person after a place in the log."""
    return connection.execute(_in_scope(person, after).limit(1)).first() is not None


def _in_scope(person: str, since: int) -> Select[tuple[object, ...]]:
    mine = assignment.c.person == person
    newer: ColumnElement[int] = case(
        (record.c.seq > assignment.c.seq, record.c.seq), else_=assignment.c.seq
    )
    held = (
        select(record, newer.label("effective"))
        .join(assignment, assignment.c.household == record.c.household)
        .where(mine, assignment.c.ended.is_(None), record.c.kind != records.ASSIGNMENT)
    )
    orders = select(record, record.c.seq.label("effective")).join(
        assignment, and_(assignment.c.id == record.c.rid, mine)
    )
    both = union_all(held, orders).subquery()
    return (
        select(both, log.c.device)
        .join(log, log.c.seq == both.c.seq)
        .where(both.c.effective > since)
        .order_by(both.c.effective, both.c.rid)
    )


def _rows(
    connection: Connection, caller: Caller, found: _Rows, *, by_hash: bool
) -> tuple[Row, ...]:
    open_ones = disputes.open_conflicts(connection, [row.rid for row in found])
    rows = []
    for row in found:
        units = records.unpacked(row.units)
        conflicts = open_ones.get(row.rid, ())
        own = row.device == caller.device and row.effective == row.seq and not conflicts
        short = by_hash and own and row.rev == 1  # a later version holds what others wrote too
        rows.append(
            Row(
                rid=row.rid,
                kind=row.kind,
                household=row.household,
                rev=row.rev,
                seq=row.seq,
                gen=row.gen,
                dead=row.dead,
                units=None if short else units,
                uh=sha256(canonical(units)) if short else "",
                conflicts=conflicts,
            )
        )
    return tuple(rows)
