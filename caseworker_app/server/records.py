"""Records as they stand, and every version they ever had."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, select

from caseworker_app.model.values import Json
from caseworker_app.server.tables import record, version
from caseworker_app.wire import ask, paper, scan
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.compress import compress, decompress

HOUSEHOLD, SLICE, ASSIGNMENT, VISIT = "household", "slice", "assignment", "visit"
ASK, PAPER, SCAN = ask.RECORD, paper.RECORD, scan.RECORD
_LIMIT = 64 << 20


@dataclass(frozen=True, slots=True)
class Record:
    """One record; ``rev`` counts its versions, ``gen`` the people it was handed to."""

    rid: str
    region: str
    kind: str
    household: str
    rev: int
    gen: int
    dead: bool
    units: Mapping[str, Json]


def get(connection: Connection, rid: str) -> Record | None:
    """Return a record as it stands."""
    row = connection.execute(select(record).where(record.c.rid == rid)).first()
    if row is None:
        return None
    units = unpacked(row.units)
    return Record(row.rid, row.region, row.kind, row.household, row.rev, row.gen, row.dead, units)


def put(connection: Connection, new: Record, seq: int) -> None:
    """Write the next version of a record; the earlier ones stay."""
    packed = compress(canonical(new.units))
    values = {
        "region": new.region,
        "kind": new.kind,
        "household": new.household,
        "rev": new.rev,
        "gen": new.gen,
        "dead": new.dead,
        "units": packed,
        "seq": seq,
    }
    if new.rev == 1:
        connection.execute(record.insert().values(rid=new.rid, **values))
    else:
        connection.execute(record.update().where(record.c.rid == new.rid).values(**values))
    connection.execute(version.insert().values(rid=new.rid, rev=new.rev, seq=seq, units=packed))


def versions(connection: Connection, rid: str) -> tuple[Mapping[str, Json], ...]:
    """Return every version of a record, oldest first."""
    rows = connection.scalars(
        select(version.c.units).where(version.c.rid == rid).order_by(version.c.rev)
    )
    return tuple(unpacked(row) for row in rows)


def unpacked(packed: bytes) -> dict[str, Json]:
    units: dict[str, Json] = msgspec.json.decode(decompress(packed, _LIMIT))
    return units
