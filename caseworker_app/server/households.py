"""花名册: households the office puts on the books, with what the registers hold about them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from caseworker_app.model.codes import Dataset
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.household import Household
from caseworker_app.model.register import FIELD, AnyRecord, RegisterSlice
from caseworker_app.model.values import Json
from caseworker_app.server import audit, office, records
from caseworker_app.server.central import Central
from caseworker_app.server.tables import record
from caseworker_app.wire.ask import answer_of
from caseworker_app.wire.units import flatten, from_json, restore, to_json

_ON_THE_BOOKS = (record.c.kind == records.HOUSEHOLD, record.c.dead.is_(other=False))
_AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class Filed:
    """A household's record as it is on the books."""

    household: Household
    declaration: Declaration


class Dossier(NamedTuple):
    """One household as the office hands it out."""

    household: Household
    declaration: Declaration
    records: RegisterSlice


def slice_id(household: str) -> str:
    """Return the record id of a household's register slice."""
    return f"slice:{household}"


def load_township(central: Central, dossiers: Iterable[Dossier], by: str) -> int:
    """Put households with their slices on the books, in one transaction.

    Returns how many records are new or changed; loading the same again changes nothing. Rows
    a laptop asked for stay in the slice until newer ones come under their ids.
    """
    with central.database.write() as connection:
        wishes = [wish for dossier in dossiers for wish in _wishes(connection, dossier)]
        changed = [w for w in wishes if office.write(connection, central, w, by)]
        detail = f"{len(changed)} records"
        audit.record(connection, central.clock(), by, "households.loaded", "", detail)
    return len(changed)


def count(connection: Connection) -> int:
    """Return how many households are on the books."""
    return connection.scalar(select(func.count()).where(*_ON_THE_BOOKS)) or 0


def declarations(connection: Connection) -> Iterator[Declaration]:
    """Yield what every household on the books declared, by id."""
    query = select(record.c.units).where(*_ON_THE_BOOKS).order_by(record.c.rid)
    with connection.execution_options(yield_per=_AT_A_TIME).execute(query) as found:
        for units in found.scalars():
            yield restore(records.unpacked(units), Filed).declaration


def with_rows(slice_: RegisterSlice, rows: Iterable[tuple[Dataset, AnyRecord]]) -> RegisterSlice:
    """Return a slice with more rows, in place of those it has of the same ids."""
    more = tuple(rows)
    news = {row.id for _, row in more}
    together: dict[str, list[Json]] = {field: [] for field in FIELD.values()}
    for dataset, row in (*(pair for pair in slice_ if pair[1].id not in news), *more):
        together[FIELD[dataset]].append(to_json(row))
    return from_json({**together}, RegisterSlice)


def _asked_for(connection: Connection, household: str) -> frozenset[str]:
    """Return the ids of the rows that came into a household's slice by an answer."""
    mine = (record.c.household == household, record.c.kind == records.ASK)
    asked = connection.scalars(select(record.c.units).where(*mine))
    answers = filter(None, (answer_of(records.unpacked(units)) for units in asked))
    return frozenset(name for answer in answers for name in answer.records)


def _slice(connection: Connection, dossier: Dossier) -> RegisterSlice:
    asked = _asked_for(connection, dossier.household.id)
    stored = records.get(connection, slice_id(dossier.household.id)) if asked else None
    if stored is None:
        return dossier.records
    known = {row.id for _, row in dossier.records}
    kept = asked - known
    rows = (pair for pair in restore(stored.units, RegisterSlice) if pair[1].id in kept)
    return with_rows(dossier.records, rows)


def _wishes(connection: Connection, dossier: Dossier) -> tuple[office.Wish, office.Wish]:
    home = dossier.household
    units = flatten({"household": home, "declaration": dossier.declaration})
    rows = flatten(_slice(connection, dossier))
    return (
        office.Wish(home.id, home.region, records.HOUSEHOLD, home.id, units),
        office.Wish(slice_id(home.id), home.region, records.SLICE, home.id, rows),
    )
