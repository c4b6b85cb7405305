"""电脑时间: what a laptop's wrong clock touches is listed for a person, and taken all the same."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, select

from caseworker_app.model.values import Json
from caseworker_app.rules import clock
from caseworker_app.rules.clock import Doubt
from caseworker_app.server import audit
from caseworker_app.server.batch import Taken
from caseworker_app.server.central import Central
from caseworker_app.server.rights import Caller
from caseworker_app.server.tables import clock_review, device, oplog, paper_number, person
from caseworker_app.wire.compress import decompress
from caseworker_app.wire.message import MAX_BODY
from caseworker_app.wire.operation import document


class Doubted(NamedTuple):
    """An operation, or a paper, whose time a person should look at."""

    op: str
    rid: str
    number: str
    """Of the paper; empty where it is none."""
    device: str
    name: str
    why: Doubt
    at: int
    """Milliseconds UTC as the laptop wrote it down."""
    arrived: int


class _Timed(msgspec.Struct, frozen=True):
    """What of an operation its time is told by."""

    n: int
    at: int


def watch(connection: Connection, central: Central, caller: Caller, taken: Iterable[Taken]) -> None:
    """List what of a batch just taken bears a doubtful time."""
    skew = connection.scalar(select(device.c.skew).where(device.c.id == caller.device)) or 0
    times: dict[int, int] = {}
    for entry, arrived, _, _ in taken:
        timed = _timed(entry.document)
        if timed is None:
            continue
        times[timed.n] = timed.at
        before = times.get(timed.n - 1) or _at(connection, caller.device, timed.n - 1)
        why = clock.doubt(timed.at, before, arrived, skew)
        if why is not None:
            connection.execute(clock_review.insert().values(op=entry.op, why=why, at=timed.at))
            now = central.clock()
            audit.record(connection, now, caller.person, "clock.doubted", entry.rid, why.zh)


def doubted(central: Central) -> tuple[Doubted, ...]:
    """Return everything with a doubtful time, in the order it came."""
    query = (
        select(
            oplog.c.op,
            oplog.c.rid,
            paper_number.c.number,
            oplog.c.device,
            person.c.name,
            clock_review.c.why,
            clock_review.c.at,
            oplog.c.at.label("arrived"),
        )
        .join(clock_review, clock_review.c.op == oplog.c.op)
        .join(device, device.c.id == oplog.c.device)
        .join(person, person.c.id == device.c.person)
        .outerjoin(
            paper_number,
            (paper_number.c.rid == oplog.c.rid) & (paper_number.c.device == oplog.c.device),
        )
        .order_by(oplog.c.seq)
    )
    with central.database.read() as connection:
        return tuple(
            Doubted(*row)._replace(number=row.number or "", why=Doubt(row.why))
            for row in connection.execute(query)
        )


def _at(connection: Connection, device_id: str, n: int) -> int | None:
    """Return when a laptop says it did its n-th step; None where the office has none."""
    this = select(oplog.c.doc).where(oplog.c.device == device_id, oplog.c.n == n)
    packed = connection.scalar(this)
    timed = _timed(document(decompress(packed, MAX_BODY))) if packed is not None else None
    return timed.at if timed else None


def _timed(sent: Mapping[str, Json]) -> _Timed | None:
    try:
        return msgspec.convert(sent, _Timed)
    except msgspec.ValidationError:  # of a version to come
        return None
