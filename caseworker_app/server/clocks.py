"""电脑时间: what a laptop's wrong clock touches is listed for a person, and taken all the same."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, select

from caseworker_app.rules import clock
from caseworker_app.rules.clock import Doubt
from caseworker_app.server import audit
from caseworker_app.server.central import Central
from caseworker_app.server.tables import clock_review, device, oplog, paper_number, person
from caseworker_app.wire.compress import decompress
from caseworker_app.wire.message import MAX_BODY
from caseworker_app.wire.operation import Document


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


def heard(connection: Connection, central: Central, device_id: str, said: int) -> None:
    """Keep by how much a laptop's clock, which says ``said``, is ahead of the office's.

    Where it became wrong, or right again, the trail says so.
    """
    skew, this = said - central.clock(), device.c.id == device_id
    row = connection.execute(select(device.c.skew, device.c.person).where(this)).one()
    connection.execute(device.update().where(this).values(skew=skew))
    if clock.is_off(skew) and not clock.is_off(row.skew):
        far = clock.apart(skew)
        audit.record(connection, central.clock(), row.person, "clock.wrong", device_id, far)
    elif clock.is_off(row.skew) and not clock.is_off(skew):
        audit.record(connection, central.clock(), row.person, "clock.right", device_id)


@contextmanager
def watching(
    connection: Connection, central: Central, device_id: str, sent: Sequence[Document]
) -> Iterator[None]:
    """List what of a batch bears a doubtful time, once the block has taken it."""
    ids = {name for content in sent if isinstance(name := content.get("op"), str)}
    known = set(connection.scalars(select(oplog.c.op).where(oplog.c.op.in_(ids))))
    yield
    mine = select(oplog).where(oplog.c.op.in_(ids - known), oplog.c.device == device_id)
    skew = connection.scalar(select(device.c.skew).where(device.c.id == device_id)) or 0
    times: dict[int, int] = {}
    for row in connection.execute(mine.order_by(oplog.c.seq)).all():
        timed = _timed(row.doc)
        if timed is None:
            continue
        times[timed.n] = timed.at
        before = times.get(timed.n - 1) or _at(connection, device_id, timed.n - 1)
        why = clock.doubt(timed.at, before, row.at, skew)
        if why is not None:
            connection.execute(clock_review.insert().values(op=row.op, why=why, at=timed.at))
            who = select(device.c.person).where(device.c.id == device_id)
            by = connection.scalar(who) or ""
            audit.record(connection, central.clock(), by, "clock.doubted", row.rid, why.zh)


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
    timed = _timed(packed) if packed is not None else None
    return timed.at if timed else None


def _timed(packed: bytes) -> _Timed | None:
    try:
        return msgspec.json.decode(decompress(packed, MAX_BODY), type=_Timed)
    except msgspec.MsgspecError:  # of a version to come
        return None
