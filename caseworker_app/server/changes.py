"""What is new for a person: the households they see, in the order of the log.

A household handed over today comes whole, however old it is: its rows count as new from the
``seq`` of the assignment on.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, Row as Found, Select, and_, case, false, select, true, union_all

from caseworker_app.model.values import CHINA
from caseworker_app.rules.rights import Act
from caseworker_app.server import audit, disputes, oplog, records, rights, sight
from caseworker_app.server.central import DURABLE, EPOCH, Central, fact, new_epoch
from caseworker_app.server.rights import Caller
from caseworker_app.server.tables import assignment, oplog as log, record, sight as was_seen
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.message import PAGE, AskChanges, Assignment, Changes, Conflict, Row
from caseworker_app.wire.units import flatten

_MOVED = "已不在本人辖区"
_Rows = Sequence[Found[tuple[object, ...]]]


def page(central: Central, caller: Caller, asked: AskChanges) -> Changes:
    """Return the next rows after ``asked.since``; raises ``ProblemError`` for a revoked device."""
    rights.require(caller, Act.READ)
    limit = max(1, min(asked.limit, PAGE))
    with central.database.write() as connection:
        notice_regression(connection, central, caller, asked)
        found = _next(connection, caller, asked.since, limit)
        last = oplog.last_seq(connection)
        more = bool(found) and waits(connection, caller, found[-1].effective)
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


def _next(connection: Connection, caller: Caller, since: int, limit: int) -> _Rows:
    """Return up to ``limit`` rows, and those that share the last one's place."""
    query = _in_scope(caller, since).limit(limit)
    found = connection.execute(query).all()
    if len(found) < limit:
        return found
    last = found[-1].effective
    rest = connection.execute(_in_scope(caller, last - 1)).all()
    whole = [row for row in rest if row.effective == last]
    return [row for row in found if row.effective < last] + whole


def waits(connection: Connection, caller: Caller, after: int) -> bool:
    """Return whether there is a row for a person after a place in the log."""
    return connection.execute(_in_scope(caller, after).limit(1)).first() is not None


def _in_scope(caller: Caller, since: int) -> Select[tuple[object, ...]]:
    seen = sight.homes(caller.person, caller.post).subquery()
    place = sight.later(record.c.seq, seen.c.since)
    never_first = sight.later(place, seen.c.filed)  # without its household nobody can read it
    effective = case((record.c.kind == records.SLICE, never_first), else_=place)
    held = (
        select(record, effective.label("effective"), false().label("gone"))
        .select_from(record.join(seen, seen.c.home == record.c.household))
        .where(record.c.kind != records.ASSIGNMENT)
    )
    mine = and_(assignment.c.id == record.c.rid, assignment.c.person == caller.person)
    orders = select(record, record.c.seq.label("effective"), false().label("gone")).select_from(
        record.join(assignment, mine)
    )
    left = and_(was_seen.c.household == record.c.rid, was_seen.c.person == caller.person)
    lost = (
        select(record, was_seen.c.seq.label("effective"), true().label("gone"))
        .select_from(record.join(was_seen, left))
        .where(was_seen.c.seen.is_(other=False), record.c.rid.not_in(select(seen.c.home)))
    )
    all_ = union_all(held, orders, lost).subquery()
    return (
        select(all_, log.c.device)
        .join(log, log.c.seq == all_.c.seq)
        .where(all_.c.effective > since)
        .order_by(all_.c.effective, all_.c.rid)
    )


def _rows(
    connection: Connection, caller: Caller, found: _Rows, *, by_hash: bool
) -> tuple[Row, ...]:
    told = disputes.open_conflicts(connection, [row.rid for row in found if not row.gone], caller)
    return tuple(
        _gone(connection, caller, row)
        if row.gone
        else _row(caller, row, told.get(row.rid, ()), by_hash=by_hash)
        for row in found
    )


def _row(
    caller: Caller,
    row: Found[tuple[object, ...]],
    conflicts: tuple[Conflict, ...],
    *,
    by_hash: bool,
) -> Row:
    units = records.unpacked(row.units)
    own = row.device == caller.device and row.effective == row.seq and not conflicts
    short = by_hash and own and row.rev == 1  # a later version holds what others wrote too
    return Row(
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


def _gone(connection: Connection, caller: Caller, row: Found[tuple[object, ...]]) -> Row:
    """Return the end of an order nobody wrote: by it a household leaves, and no more is told."""
    at = connection.scalar(select(log.c.at).where(log.c.seq == row.effective)) or 0
    day = datetime.fromtimestamp(at / 1000, UTC).astimezone(CHINA).date()
    end = Assignment(
        id=f"sight:{row.household}",
        household=row.household,
        person=caller.person,
        since=day,
        until=day,
        why="",
        by="",
        ended=day,
        ended_why=_MOVED,
    )
    return Row(
        rid=end.id,
        kind=records.ASSIGNMENT,
        household=row.household,
        rev=1,
        seq=row.effective,
        gen=row.gen,
        units=flatten(end),
    )
