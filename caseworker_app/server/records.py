"""Records as they stand, and every version they ever had."""

from collections.abc import Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, bindparam, select

from caseworker_app.model.values import Json
from caseworker_app.server.database import among, put_all as insert_all
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
    return get_all(connection, {rid})[rid]


def get_all(connection: Connection, rids: AbstractSet[str]) -> dict[str, Record | None]:
    """Return records as they stand; None for each that is not there."""
    found: dict[str, Record | None] = dict.fromkeys(rids)
    for row in connection.execute(select(record).where(among(connection, record.c.rid, rids))):
        units = unpacked(row.units)
        found[row.rid] = Record(
            row.rid, row.region, row.kind, row.household, row.rev, row.gen, row.dead, units
        )
    return found


def place_of(connection: Connection, rid: str) -> tuple[str, int | None]:
    """Return the region and the generation of a record; empty and None where there is none."""
    row = connection.execute(select(record.c.region, record.c.gen).where(record.c.rid == rid))
    found = row.one_or_none()
    return (found.region, found.gen) if found else ("", None)


def put(connection: Connection, new: Record, seq: int) -> None:
    """Write the next version of a record; the earlier ones stay."""
    put_all(connection, [(new, seq)])


def put_all(connection: Connection, news: Sequence[tuple[Record, int]]) -> None:
    """Write versions of records, each with its ``seq``, in their order; the last one stands."""
    rows = [_row(new, seq) for new, seq in news]
    last = {row["rid"]: row for row in rows}
    fresh = {new.rid for new, _ in news if new.rev == 1}
    insert_all(connection, record, [row for rid, row in last.items() if rid in fresh])
    changed = [{**row, "this": rid} for rid, row in last.items() if rid not in fresh]
    if changed:
        connection.execute(record.update().where(record.c.rid == bindparam("this")), changed)
    versions = [{name: row[name] for name in version.c.keys()} for row in rows]  # noqa: SIM118  # columns, no dict
    insert_all(connection, version, versions)


def refile(connection: Connection, household: str, region: str) -> None:
    """File everything of a household that moved under its new region; its history stays."""
    connection.execute(record.update().where(record.c.household == household).values(region=region))


def _row(new: Record, seq: int) -> dict[str, object]:
    return {
        "rid": new.rid,
        "region": new.region,
        "kind": new.kind,
        "household": new.household,
        "rev": new.rev,
        "gen": new.gen,
        "dead": new.dead,
        "units": compress(canonical(new.units)),
        "seq": seq,
    }


def versions(connection: Connection, rid: str) -> tuple[Mapping[str, Json], ...]:
    """Return every version of a record, oldest first."""
    rows = connection.scalars(
        select(version.c.units).where(version.c.rid == rid).order_by(version.c.rev)
    )
    return tuple(unpacked(row) for row in rows)


def unpacked(packed: bytes) -> dict[str, Json]:
    units: dict[str, Json] = msgspec.json.decode(decompress(packed, _LIMIT))
    return units
