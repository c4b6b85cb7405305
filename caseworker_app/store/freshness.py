"""How fresh register data are: erased with their term, compared anew after a change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, Select, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from caseworker_app.model.codes import Dataset, Stage
from caseworker_app.store import question
from caseworker_app.store.register_row import sent
from caseworker_app.store.tables import (
    dossier,
    household,
    import_household,
    imported_record,
    lapsed as table,
    register_record,
    to_compare,
)
from caseworker_app.store.values import AnyRow, json_of

CLOSED = (Stage.SEALED, Stage.DELIVERED, Stage.RECEIVED, Stage.RETURNED)
"""Stages from which on nothing is compared: the sealed record keeps what it was based on."""

_HELD = (register_record, imported_record)
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Lapse:
    """Data of a household erased because their term was over, and the last day of it."""

    dataset: Dataset
    day: date


class _Whose(NamedTuple):
    """About whom a department says something, in which household."""

    household: str
    kind: str
    department: str
    number: str


class _Held(NamedTuple):
    """Until when a row may be used, and about whom it is."""

    expires: str
    whose: _Whose


def erase_slice(connection: Connection, household_id: str) -> int:
    """Erase all register data of one household, however they came; return how many rows went."""
    gone = sum(
        connection.execute(delete(held).where(held.c.household == household_id)).rowcount
        for held in _HELD
    )
    for mark in (table, to_compare):
        connection.execute(delete(mark).where(mark.c.household == household_id))
    return gone + question.erase_household(connection, household_id)


def erase_expired(connection: Connection, day: date) -> int:
    """Erase register data that may no longer be used on a day; return how many rows went.

    What a household loses by it is marked, and the household is to be compared anew.
    """
    today = day.isoformat()
    over = (select(held.c.household).where(held.c.expires < today) for held in _HELD)
    ids = sorted({home for statement in over for home in connection.scalars(statement)})
    gone = sum(_erase(connection, some, today) for some in _pieces(ids))
    compare_later(connection, ids)
    return gone + question.erase_expired(connection, today)


def lapses(connection: Connection, household_id: str) -> tuple[Lapse, ...]:
    """Return which data of a household were erased with their term and not replaced since."""
    found = connection.execute(
        select(table.c.kind, table.c.day)
        .where(table.c.household == household_id, table.c.renewed.is_(None))
        .order_by(table.c.kind)
    )
    return tuple(Lapse(Dataset(row.kind), date.fromisoformat(row.day)) for row in found)


def renewed(
    connection: Connection, household_ids: Sequence[str], dataset: Dataset, batch: int
) -> None:
    """Take note that newer data of a dataset came for some households with an import."""
    for ids in _pieces(household_ids):
        lacking = (table.c.kind == dataset, table.c.household.in_(ids), table.c.renewed.is_(None))
        connection.execute(update(table).where(*lacking).values(renewed=batch))


def no_longer_renewed(connection: Connection, batch: int) -> None:
    """Take note that an import holds nothing any more for households it renewed."""
    holds = select(import_household.c.household).where(import_household.c.batch == batch)
    gone = (table.c.renewed == batch, table.c.household.not_in(holds))
    connection.execute(update(table).where(*gone).values(renewed=None))


def compare_later(connection: Connection, household_ids: Sequence[str]) -> None:
    """Mark households to be compared anew, but for closed ones and those that declared nothing."""
    for ids in _pieces(household_ids):
        declared = select(dossier.c.household).where(dossier.c.declaration.is_not(None))
        chosen = _open(ids).where(household.c.id.in_(declared))
        statement = insert(to_compare).from_select(["household"], chosen)
        connection.execute(statement.on_conflict_do_nothing())


def waiting(connection: Connection, limit: int) -> tuple[str, ...]:
    """Return households whose data changed since they were compared."""
    return tuple(connection.scalars(select(to_compare.c.household).limit(limit)))


def compared(connection: Connection, household_id: str) -> None:
    connection.execute(delete(to_compare).where(to_compare.c.household == household_id))


def _pieces(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))


def _erase(connection: Connection, ids: Sequence[str], today: str) -> int:
    """Erase what is over in some households and mark what no row is left of."""
    over: list[_Held] = []
    left: set[_Whose] = set()
    for held in _HELD:
        columns = (held.c.household, held.c.kind, held.c.expires, held.c.body)
        mine = held.c.household.in_(ids)
        gone = delete(held).where(mine, held.c.expires < today).returning(*columns)
        over.extend(map(_held, connection.execute(gone)))
        left.update(_held(row).whose for row in connection.execute(select(*columns).where(mine)))
    still_open = set(connection.scalars(_open(ids)))
    lost = {
        (row.whose.household, row.whose.kind): row.expires
        for row in sorted(over, key=lambda row: row.expires)
        if row.whose not in left and row.whose.household in still_open
    }
    for (home, kind), day in lost.items():
        mark = insert(table).values(household=home, kind=kind, day=day)
        connection.execute(mark.prefix_with("OR REPLACE"))
    return len(over)


def _open(ids: Sequence[str]) -> Select[str]:
    return select(household.c.id).where(household.c.id.in_(ids), household.c.stage.not_in(CLOSED))


def _held(row: AnyRow) -> _Held:
    said = sent(0, row.kind, json_of(row.body))
    return _Held(row.expires, _Whose(row.household, row.kind, said.department, said.number))
