"""Households as the office handed them out, with declaration and register slice."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import compress, islice

from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    Table,
    Text,
    bindparam,
    case,
    delete,
    func,
    literal,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import Insert, insert

from caseworker_app.errors import UserError
from caseworker_app.model.codes import Dataset, Recheck, Stage
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.household import Household
from caseworker_app.model.register import FIELD, RegisterSlice
from caseworker_app.model.values import Json
from caseworker_app.rules.matching.precedence import standing
from caseworker_app.store import search
from caseworker_app.store.register_row import sent
from caseworker_app.store.tables import (
    dossier,
    household as table,
    import_batch,
    imported_record,
    lapsed,
    register_record,
)
from caseworker_app.store.values import AnyRow, day, json_of, packed, unpacked
from caseworker_app.wire import units

NEVER = "9999-12-31"
"""Stands for a missing due day, so that the worklist is read in the order of its index."""

_BATCH = 500
_NO_RECORDS = RegisterSlice()
_TAIL = 4
_DIGITS = re.compile(r"\d+")
_KEPT = frozenset({"row", "id", "stage", "visit_id", "red", "orange", "yellow"})
"""What the laptop knows better than the office: a new copy leaves it as it is."""
_CHECKED = ("last_check", "due", "recheck")


@dataclass(frozen=True, slots=True)
class AssignedHousehold:
    """One household of a task package, with the server's version of it."""

    household: Household
    declaration: Declaration | None = None
    records: RegisterSlice | None = _NO_RECORDS
    """None leaves what was handed out before."""
    rev: int = 0
    seq: int = 0
    gen: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """Revision, place in the server's log and hand-over count of the copy a visit starts from."""

    rev: int
    seq: int
    gen: int


def save(connection: Connection, assigned: AssignedHousehold) -> None:
    """Keep one household in place of an older copy; its visit and stage stay."""
    save_all(connection, (assigned,))


def save_all(connection: Connection, assigned: Iterable[AssignedHousehold]) -> int:
    """Keep many households as ``save`` does; return how many."""
    stream, count = iter(assigned), 0
    while batch := list(islice(stream, _BATCH)):
        _save_batch(connection, batch)
        count += len(batch)
    return count


def handed(connection: Connection, household_id: str) -> Household:
    """Return a household as the office handed it out; raises UserError as ``load`` does."""
    return unpacked(_dossier(connection, household_id).body, Household)


def load(connection: Connection, household_id: str) -> Household:
    """Return a household; raises UserError where this laptop does not carry it.

    A check of this laptop which the office has not filed yet counts as the last one.
    """
    filed = handed(connection, household_id)
    columns = (table.c.last_check, table.c.due, table.c.recheck)
    row = connection.execute(select(*columns).where(table.c.id == household_id)).one()
    last = day(row.last_check)
    if last is None or (filed.last_check and last <= filed.last_check):
        return filed
    due = None if row.due == NEVER else day(row.due)
    return replace(filed, last_check=last, due=due, recheck=Recheck(row.recheck))


def checked(
    connection: Connection, household_id: str, last: date, due: date | None, cycle: Recheck
) -> None:
    """Take note of a check the office has not filed yet, and when the next one is due."""
    filed = {"last_check": last.isoformat(), "due": _due(due), "recheck": cycle}
    connection.execute(update(table).where(table.c.id == household_id).values(filed))


def declaration(connection: Connection, household_id: str) -> Declaration:
    """Return what the household declared; raises UserError where nothing was handed out."""
    body = _dossier(connection, household_id).declaration
    if body is None:
        raise UserError("本户没有随任务下发的申报书，无法比对。请联网重新下载，或向办公室索取。")
    return unpacked(body, Declaration)


def records(connection: Connection, household_id: str) -> RegisterSlice:
    """Return what the laptop carries of the registers for one household, handed out or imported.

    Of several answers of a department about a person the newest stands (``precedence``).
    """
    found = connection.execute(_RECORDS, {"household": household_id})
    rows: dict[str, list[Json]] = {}
    for kind, body in _standing(found.all()):
        rows.setdefault(FIELD[Dataset(kind)], []).append(body)
    return units.from_json({**rows}, RegisterSlice)


def dossiers(connection: Connection) -> Iterator[tuple[Household, Declaration | None, Stage]]:
    """Go through every household with its declaration and where its visit stands."""
    statement = select(dossier.c.body, dossier.c.declaration, table.c.stage).join(
        table, table.c.id == dossier.c.household
    )
    for body, declared, stage in connection.execute(statement):
        said = None if declared is None else unpacked(declared, Declaration)
        yield unpacked(body, Household), said, Stage(stage)


def version(connection: Connection, household_id: str) -> Version:
    """Return which version of the household this is; raises UserError as ``load`` does."""
    columns = (table.c.rev, table.c.seq, table.c.gen)
    row = connection.execute(select(*columns).where(table.c.id == household_id)).first()
    return Version(*_known(row))


def ids_all(connection: Connection) -> tuple[str, ...]:
    """Return the id of every household on this laptop, by id."""
    return tuple(connection.scalars(select(table.c.id).order_by(table.c.id)))


def called(connection: Connection, name: str) -> tuple[str, ...]:
    """Return the ids of the household of this id, or of those of this 救助证号."""
    if connection.scalar(select(table.c.id).where(table.c.id == name)):
        return (name,)
    return tuple(connection.scalars(select(table.c.id).where(table.c.number == name)))


def regions(connection: Connection) -> tuple[str, ...]:
    """Return the region codes households of this laptop live in."""
    found = connection.execute(select(table.c.region).distinct().order_by(table.c.region))
    return tuple(row.region for row in found)


def _records() -> CompoundSelect[*tuple[object, ...]]:
    """Return the select of everything that counts for one household, by batch and row."""
    mine = bindparam("household", type_=Text)
    handed = select(
        literal(0).label("batch"),
        *(register_record.c[name] for name in ("row", "kind", "body")),
    ).where(register_record.c.household == mine)
    imported = (
        select(*(imported_record.c[name] for name in ("batch", "row", "kind", "body")))
        .join(import_batch, import_batch.c.n == imported_record.c.batch)
        .where(imported_record.c.household == mine, import_batch.c.state == "done")
    )
    return handed.union_all(imported).order_by("batch", "row")


_RECORDS = _records()
"""Built once: building it takes longer than asking it."""


def _dossier(connection: Connection, household_id: str) -> AnyRow:
    statement = select(dossier).where(dossier.c.household == household_id)
    return _known(connection.execute(statement).first())


def _known(row: AnyRow | None) -> AnyRow:
    if row is None:
        raise UserError("本机没有这一户。请联网下载任务后再打开。")
    return row


def _save_batch(connection: Connection, batch: Sequence[AssignedHousehold]) -> None:
    _replace(connection, table, table.c.id, [_columns(assigned) for assigned in batch])
    _replace(connection, dossier, dossier.c.household, [_dossier_row(a) for a in batch])
    ids = [assigned.household.id for assigned in batch]
    _replace_slices(connection, [one for one in batch if one.records is not None])
    numbers = connection.execute(select(table.c.id, table.c.row).where(table.c.id.in_(ids)))
    row_of = {found.id: found.row for found in numbers}
    search.index(connection, ((row_of[a.household.id], a.household) for a in batch))


def _replace_slices(connection: Connection, batch: Sequence[AssignedHousehold]) -> None:
    ids = [assigned.household.id for assigned in batch]
    for data in (register_record, lapsed):
        connection.execute(delete(data).where(data.c.household.in_(ids)))
    rows = [row for assigned in batch for row in _record_rows(assigned)]
    if rows:
        connection.execute(insert(register_record), rows)


def _replace(
    connection: Connection, target: Table, key: Column[str], rows: list[dict[str, object]]
) -> None:
    statement = insert(target)
    changed: dict[str, ColumnElement[str]] = {
        c.name: statement.excluded[c.name] for c in target.c if c.name not in _KEPT
    }
    if target is table:
        changed |= {name: _later(table.c[name], changed[name], statement) for name in _CHECKED}
    connection.execute(statement.on_conflict_do_update(index_elements=[key], set_=changed), rows)


def _later(
    mine: ColumnElement[str], theirs: ColumnElement[str], statement: Insert
) -> ColumnElement[str]:
    """Return what stands of the last check: of this laptop while the office knows no later one."""
    unfiled = table.c.last_check > func.coalesce(statement.excluded["last_check"], "")
    return case((unfiled, mine), else_=theirs)


def _due(last: date | None) -> str:
    return last.isoformat() if last else NEVER


def _dossier_row(assigned: AssignedHousehold) -> dict[str, object]:
    declared = assigned.declaration
    return {
        "household": assigned.household.id,
        "body": packed(assigned.household),
        "declaration": None if declared is None else packed(declared),
    }


def _columns(assigned: AssignedHousehold) -> dict[str, object]:
    household = assigned.household
    return {
        "id": household.id,
        "number": household.number,
        "head": household.head.name,
        "id_tail": household.head.id_number[-_TAIL:],
        "category": household.category,
        "monthly": household.monthly,
        "region": household.region,
        "village": household.village,
        "place": _place(household.living_address),
        "members": len(household.members),
        "due": _due(household.due),
        "last_check": household.last_check.isoformat() if household.last_check else None,
        "stage": Stage.ASSIGNED,
        "rev": assigned.rev,
        "seq": assigned.seq,
        "gen": assigned.gen,
        "recheck": household.recheck,
    }


def _place(address: str) -> str:
    """Return what an address is ordered by: 2幢 before 10幢, however wide its digits are."""
    return _DIGITS.sub(lambda run: run[0].zfill(6), unicodedata.normalize("NFKC", address))


def _record_rows(assigned: AssignedHousehold) -> Iterator[dict[str, object]]:
    for dataset, record in assigned.records or ():
        yield {
            "household": assigned.household.id,
            "kind": dataset,
            "id": record.id,
            "expires": record.source.expires.isoformat(),
            "body": packed(record),
        }


def _standing(found: Sequence[AnyRow]) -> Iterator[tuple[str, Json]]:
    """Yield kind and body of the rows that stand; all, where nothing was imported."""
    rows = [(row.kind, json_of(row.body)) for row in found]
    if not any(row.batch for row in found):
        return iter(rows)
    whose = [sent(row.batch, kind, body) for row, (kind, body) in zip(found, rows, strict=True)]
    return compress(rows, standing(whose))
