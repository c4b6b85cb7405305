"""部门登记数据: the departments' rows at the office, found by number, plate, unit or address."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TypeAlias

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    delete,
    exists,
    insert,
    or_,
    select,
    update,
)

from caseworker_app.model import estate_unit, plate
from caseworker_app.model.codes import Dataset, Register
from caseworker_app.model.found import Key
from caseworker_app.model.register import (
    FIELD,
    AnyRecord,
    EstateRecord,
    PersonRecord,
    RegisterSlice,
    VehicleRecord,
)
from caseworker_app.model.values import Json
from caseworker_app.rules.comparison.facts import number_of
from caseworker_app.rules.comparison.names import fold_place
from caseworker_app.server import audit
from caseworker_app.server.central import Central
from caseworker_app.server.tables import register
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.units import from_json, to_json

BATCH = 2000
"""Rows of one transaction."""

MOST = 50
"""Rows one question is answered with."""

Rows: TypeAlias = tuple[tuple[Dataset, AnyRecord], ...]
"""Rows, each with its dataset."""

_SHORTEST_PLACE = 5
_LAST = "\U0010ffff"
_NO_ANSWER = frozenset({Dataset.CLUE, Dataset.ATTEMPT})
_OTHER = tuple(d for d in Dataset if d.register is Register.OTHER and d not in _NO_ANSWER)


def load(central: Central, dataset: Dataset, rows: Iterable[AnyRecord], by: str) -> int:
    """Put rows of one dataset into the registers; return how many are new or changed.

    Every ``BATCH`` rows are one transaction with its audit entry. A row known by its id is
    replaced unless it is of an earlier day; loading the same again changes nothing, so a load
    that was broken off is begun anew.
    """
    stream, changed = iter(rows), 0
    while batch := list(islice(stream, BATCH)):
        with central.database.write() as connection:
            count = _load(connection, dataset, batch)
            if count:
                detail = f"{dataset.zh} {count} 条"
                audit.record(connection, central.clock(), by, "registers.loaded", dataset, detail)
        changed += count
    return changed


def lay_aside(
    central: Central, aside: str, dataset: Dataset, rows: Iterable[AnyRecord]
) -> Iterator[int]:
    """Keep rows of one dataset where no question finds them; yield how many are kept so far.

    ``aside`` names them until ``take_in`` or ``throw_away``.
    """
    stream, kept = iter(rows), 0
    while batch := list(islice(stream, BATCH)):
        with central.database.write() as connection:
            _load(connection, _aside(aside, dataset), batch)
        kept += len(batch)
        yield kept


def take_in(central: Central, aside: str, dataset: Dataset, by: str) -> int:
    """Put what was laid aside into the registers, all or nothing, as ``load`` would.

    Returns how many rows are new or changed.
    """
    new, old = register.alias("new"), register.alias("old")
    stored = (old.c.dataset == dataset, old.c.id == new.c.id)
    same_or_later = or_(old.c.body == new.c.body, old.c.as_of > new.c.as_of)
    laid = register.c.dataset == _aside(aside, dataset)
    passed_over = select(new.c.id).where(
        new.c.dataset == _aside(aside, dataset), exists().where(*stored, same_or_later)
    )
    with central.database.write() as connection:
        connection.execute(delete(register).where(laid, register.c.id.in_(passed_over)))
        coming = select(new.c.id).where(new.c.dataset == _aside(aside, dataset))
        replaced = (register.c.dataset == dataset, register.c.id.in_(coming))
        connection.execute(delete(register).where(*replaced))
        taken = connection.execute(update(register).where(laid).values(dataset=dataset)).rowcount
        if taken:
            detail = f"{dataset.zh} {taken} 条"
            audit.record(connection, central.clock(), by, "registers.loaded", dataset, detail)
    return taken


def throw_away(central: Central, aside: str) -> None:
    """Drop what was laid aside under a name and never taken in."""
    with central.database.write() as connection:
        of_it = register.c.dataset.startswith(f"{aside}/", autoescape=True)
        connection.execute(delete(register).where(of_it))


def every(connection: Connection, dataset: Dataset) -> Iterator[AnyRecord]:
    """Yield every row of a dataset, by id."""
    query = select(register.c.body).where(register.c.dataset == dataset).order_by(register.c.id)
    with connection.execution_options(yield_per=BATCH).execute(query) as found:
        for body in found.scalars():
            one = from_json({FIELD[dataset]: [msgspec.json.decode(body)]}, RegisterSlice)
            yield from (row for _, row in one)


def of_vehicle(connection: Connection, read: Key, day: date) -> Rows:
    """Return the rows of a plate or a VIN that may be used on a day."""
    column, value = (register.c.vin, read.vin) if read.vin else (register.c.plate, read.plate)
    return _rows(connection, (Dataset.VEHICLE,), column == value, day)


def of_estate(connection: Connection, read: Key, day: date) -> Rows:
    """Return the rows of a unit number, or of an address of which the end may be enough."""
    if read.unit:
        return _rows(connection, (Dataset.ESTATE,), register.c.unit == read.unit, day)
    sought = _backwards(read.location)
    if len(sought) < _SHORTEST_PLACE:
        return _rows(connection, (Dataset.ESTATE,), register.c.place == sought, day)
    ends = and_(register.c.place >= sought, register.c.place <= sought + _LAST)
    return _rows(connection, (Dataset.ESTATE,), ends, day)


def of_person(connection: Connection, number: str, day: date) -> Rows:
    """Return the population rows of a number (18 characters)."""
    return _rows(connection, (Dataset.PERSON,), register.c.person == number, day)


def of_departments(connection: Connection, numbers: Sequence[str], day: date) -> Rows:
    """Return what the departments beyond the three registers hold about some numbers."""
    return _rows(connection, _OTHER, register.c.person.in_(numbers), day)


def owner_of(row: AnyRecord) -> str:
    """Return the number of the person a row is about, of 18 characters."""
    if isinstance(row, VehicleRecord | EstateRecord):
        return number_of(row.owner_id_number)
    return number_of(row.id_number)


def _aside(name: str, dataset: Dataset) -> str:
    return f"{name}/{dataset}"


def _load(connection: Connection, dataset: str, batch: Sequence[AnyRecord]) -> int:
    latest: dict[str, AnyRecord] = {}
    for row in batch:
        before = latest.setdefault(row.id, row)
        if row.source.as_of >= before.source.as_of:
            latest[row.id] = row
    mine = register.c.dataset == dataset
    known = {
        row.id: (row.as_of, row.body)
        for row in connection.execute(
            select(register.c.id, register.c.as_of, register.c.body).where(
                mine, register.c.id.in_(list(latest))
            )
        )
    }
    fresh = [_columns(dataset, row) for row in latest.values()]
    news = [row for row in fresh if _is_news(row, known.get(str(row["id"])))]
    if news:
        gone = [str(row["id"]) for row in news if row["id"] in known]
        connection.execute(delete(register).where(mine, register.c.id.in_(gone)))
        connection.execute(insert(register), news)
    return len(news)


def _is_news(row: dict[str, object], known: tuple[date, bytes] | None) -> bool:
    if known is None:
        return True
    as_of, body = known
    return row["body"] != body and (not isinstance(row["as_of"], date) or row["as_of"] >= as_of)


def _columns(dataset: str, row: AnyRecord) -> dict[str, object]:
    keys = dict.fromkeys(("plate", "vin", "unit", "hukou", "place"), "")
    match row:
        case PersonRecord():
            keys |= {"hukou": row.hukou_number, "place": _backwards(row.address)}
        case VehicleRecord():
            keys |= {"plate": plate.normalise(row.plate), "vin": plate.normalise(row.vin)}
        case EstateRecord():
            unit = estate_unit.normalise(row.unit_number)
            keys |= {"unit": unit, "place": _backwards(row.location)}
        case _:
            pass
    return {
        "dataset": dataset,
        "id": row.id,
        "person": owner_of(row),
        **keys,
        "department": row.source.department,
        "batch": row.source.batch,
        "as_of": row.source.as_of,
        "expires": row.source.expires,
        "body": canonical(to_json(row)),
    }


def _backwards(place: str) -> str:
    return fold_place(place)[::-1]


def _rows(
    connection: Connection, datasets: Sequence[Dataset], where: ColumnElement[bool], day: date
) -> Rows:
    found = connection.execute(
        select(register.c.dataset, register.c.body)
        .where(register.c.dataset.in_(list(datasets)), where, register.c.expires >= day)
        .order_by(register.c.as_of.desc(), register.c.id)
        .limit(MOST)
    )
    rows: dict[str, list[Json]] = {}
    for dataset, body in found:
        rows.setdefault(FIELD[Dataset(dataset)], []).append(msgspec.json.decode(body))
    return tuple(from_json({**rows}, RegisterSlice))
