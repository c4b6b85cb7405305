"""The server's copy of each record, never edited here: what the next operation is based on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from caseworker_app.model.values import Json
from caseworker_app.store.tables import copy as table
from caseworker_app.store.values import AnyRow, json_of
from caseworker_app.wire.canonical import canonical


@dataclass(frozen=True, slots=True)
class Copy:
    """A record at a revision of the server."""

    rid: str
    kind: str
    rev: int
    seq: int
    owner: str
    """Household it is of, or "" where it came before that was written down."""
    gen: int
    units: Mapping[str, Json]
    dead: bool = False


def put(connection: Connection, record: Copy) -> None:
    """Keep a record in place of an older copy."""
    statement = insert(table).values(
        rid=record.rid,
        kind=record.kind,
        rev=record.rev,
        seq=record.seq,
        owner=record.owner,
        gen=record.gen,
        dead=int(record.dead),
        units=canonical(dict(record.units)),
    )
    changed = {c.name: statement.excluded[c.name] for c in table.c if c.name != "rid"}
    connection.execute(statement.on_conflict_do_update(index_elements=[table.c.rid], set_=changed))


def get(connection: Connection, rid: str) -> Copy | None:
    """Return the copy of a record, or None where the server has sent none."""
    row = connection.execute(select(table).where(table.c.rid == rid)).first()
    return None if row is None else _copy(row)


def of_kind(connection: Connection, kind: str) -> tuple[Copy, ...]:
    """Return every copy of one kind of record."""
    rows = connection.execute(select(table).where(table.c.kind == kind).order_by(table.c.rid))
    return tuple(map(_copy, rows))


def of_household(connection: Connection, kind: str, household: str) -> tuple[Copy, ...]:
    """Return a household's copies of a kind, in the order of the server's log."""
    mine = (table.c.kind == kind, table.c.owner == household, table.c.dead == 0)
    return tuple(map(_copy, connection.execute(select(table).where(*mine).order_by(table.c.seq))))


def _copy(row: AnyRow) -> Copy:
    units = cast("dict[str, Json]", json_of(row.units))
    return Copy(row.rid, row.kind, row.rev, row.seq, row.owner, row.gen, units, bool(row.dead))


def forget_all(connection: Connection) -> None:
    """Drop every copy, for a server with another epoch: they are fetched again."""
    connection.execute(delete(table))
