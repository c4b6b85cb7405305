"""Visits, unit by unit: every field left is on the disk, with who wrote it, when, over what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from sqlalchemy import ColumnElement, Connection, delete, exists, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from caseworker_app.errors import RefusedError, UserError
from caseworker_app.model.codes import Stage
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Visit
from caseworker_app.store.tables import (
    ORIGINAL,
    household,
    visit as table,
    visit_history,
    visit_unit,
)
from caseworker_app.store.values import AnyRow, json_of
from caseworker_app.wire.canonical import canonical, digest
from caseworker_app.wire.units import flatten, restore

_ORDER = tuple(Stage)
_STAGE = "/stage"
_DEEP = 3
"""Slashes of a unit that belongs to an attachment itself."""
_FIXED = frozenset({_STAGE, "/id", "/household/id"})


@dataclass(frozen=True, slots=True)
class Written:
    """One unit as it was written: over which value (by its hash), by whom, when."""

    n: int
    path: str
    old: str
    """``canonical.digest`` of the value before; empty for none."""
    value: Json
    """None where the unit was taken away."""
    at: str
    person: str


@dataclass(frozen=True, slots=True)
class VisitLine:
    """A visit as a list shows it."""

    id: str
    household: str
    head: str
    stage: Stage
    started_at: str
    sealed_at: str | None


def start(connection: Connection, visit: Visit, at: str, person: str) -> None:
    """Keep a new visit; it becomes the household's current one."""
    connection.execute(
        insert(table).values(
            id=visit.id,
            household=visit.household.id,
            stage=visit.stage,
            started_at=at,
            started_by=person,
        )
    )
    _write(connection, visit.id, {}, _units(visit), (at, person))
    connection.execute(
        update(household)
        .where(household.c.id == visit.household.id)
        .values(visit_id=visit.id, stage=visit.stage)
    )


def load(connection: Connection, visit_id: str) -> Visit:
    """Return a visit; raises UserError where this laptop does not hold it."""
    stage = stage_of(connection, visit_id)
    return restore({**_stored(connection, visit_id), _STAGE: stage}, Visit)


def units(connection: Connection, visit_id: str) -> dict[str, Json]:
    """Return a visit as the units by which it travels."""
    return flatten(load(connection, visit_id))


def of_household(connection: Connection, household_id: str) -> str | None:
    """Return the id of the household's latest visit, whatever its stage."""
    found: str | None = connection.scalar(
        select(household.c.visit_id).where(household.c.id == household_id)
    )
    return found


def household_of(connection: Connection, visit_id: str) -> str | None:
    """Return the household a visit is to, or None where this laptop does not hold it."""
    found: str | None = connection.scalar(select(table.c.household).where(table.c.id == visit_id))
    return found


def stage_of(connection: Connection, visit_id: str) -> Stage:
    """Return where a visit stands; raises UserError where this laptop does not hold it."""
    found = connection.scalar(select(table.c.stage).where(table.c.id == visit_id))
    if found is None:
        raise UserError("本机没有这次核查的记录。请返回清单重新打开。")
    return Stage(found)


def record(
    connection: Connection, visit_id: str, changes: Mapping[str, Json], at: str, person: str
) -> Visit:
    """Write some units and return the visit; None takes a unit away with everything below it.

    Raises RefusedError from SEALED on. A change after which the visit could not be read
    raises ValueError: that is a bug, and the caller's transaction ends without a trace.
    """
    stage = _require_open(connection, visit_id)
    if _FIXED & changes.keys():
        raise ValueError(f"not written as a unit: {sorted(_FIXED & changes.keys())}")
    before = _stored(connection, visit_id)
    after = _after(before, changes)
    _write(connection, visit_id, before, after, (at, person))
    return restore({**after, _STAGE: stage}, Visit)


def save(connection: Connection, visit: Visit, at: str, person: str) -> None:
    """Write every unit in which the visit differs from what is stored; the stage stays.

    Raises RefusedError from SEALED on.
    """
    _require_open(connection, visit.id)
    _write(connection, visit.id, _stored(connection, visit.id), _units(visit), (at, person))


def history(connection: Connection, visit_id: str, path: str = "") -> tuple[Written, ...]:
    """Return what was ever written in a visit, or at one path of it, oldest first."""
    statement = select(visit_history).where(visit_history.c.visit == visit_id)
    if path:
        statement = statement.where(visit_history.c.path == path)
    return tuple(
        Written(row.n, row.path, row.old, json_of(row.value), row.at, row.person)
        for row in connection.execute(statement.order_by(visit_history.c.n))
    )


def with_original(connection: Connection, sha: str) -> tuple[str, ...]:
    """Return the visits that hold a file which came with this hash, the latest first."""
    found = connection.scalars(
        select(visit_unit.c.visit)
        .where(ORIGINAL, visit_unit.c.value == canonical(sha))
        .order_by(visit_unit.c.visit.desc())
        .distinct()
    )
    return tuple(found)


def attached(connection: Connection) -> tuple[tuple[str, str], ...]:
    """Return visit and address of every attachment there is a record of."""
    found = connection.execute(
        select(visit_unit.c.visit, visit_unit.c.path, visit_unit.c.value).where(
            visit_unit.c.path.like("/attachments/#%/sha")
        )
    )
    return tuple(
        (row.visit, str(json_of(row.value))) for row in found if row.path.count("/") == _DEEP
    )


def set_stage(connection: Connection, visit_id: str, stage: Stage) -> None:
    """Move a visit on; raises RefusedError for the way from SEALED back to work."""
    if _ORDER.index(stage) < _ORDER.index(Stage.SEALED):
        _require_open(connection, visit_id)
    connection.execute(update(table).where(table.c.id == visit_id).values(stage=stage))
    connection.execute(
        update(household).where(household.c.visit_id == visit_id).values(stage=stage)
    )


def seal(connection: Connection, visit_id: str, at: str, record_hash: str) -> None:
    """Close a visit for ever, with the hash of what it says; raises RefusedError if closed."""
    _require_open(connection, visit_id)
    set_stage(connection, visit_id, Stage.SEALED)
    sealed = {"sealed_at": at, "record_hash": record_hash}
    connection.execute(update(table).where(table.c.id == visit_id).values(sealed))


def record_hash(connection: Connection, visit_id: str) -> str:
    """Return the hash a visit was sealed with, or the empty string."""
    return connection.scalar(select(table.c.record_hash).where(table.c.id == visit_id)) or ""


def in_progress(connection: Connection, holding: str = "%") -> tuple[VisitLine, ...]:
    """Return the visits that are not sealed yet, the latest first.

    ``holding`` leaves those with a unit of such a path; ``%`` stands for any part of it.
    """
    unsealed = [stage for stage in _ORDER if _ORDER.index(stage) < _ORDER.index(Stage.SEALED)]
    held = exists().where(visit_unit.c.visit == table.c.id, visit_unit.c.path.like(holding))
    return _lines(connection, unsealed, held)


def standing(connection: Connection) -> tuple[tuple[str, str, str], ...]:
    """Return household, visit and village where the visit in hand is sealed and was not returned.

    By village and 救助证号.
    """
    found = connection.execute(
        select(household.c.id, table.c.id, household.c.village)
        .join(table, table.c.id == household.c.visit_id)
        .where(table.c.stage.in_((Stage.SEALED, Stage.DELIVERED, Stage.RECEIVED)))
        .order_by(household.c.village, household.c.number, household.c.id)
    )
    return tuple((home, visit, village) for home, visit, village in found)


def in_stage(connection: Connection, *stages: Stage) -> tuple[VisitLine, ...]:
    """Return the visits in some stages, the latest first."""
    return _lines(connection, stages)


def _lines(
    connection: Connection, stages: Iterable[Stage], *also: ColumnElement[bool]
) -> tuple[VisitLine, ...]:
    found = connection.execute(
        select(table, household.c.head)
        .join(household, household.c.id == table.c.household)
        .where(table.c.stage.in_(list(stages)), *also)
        .order_by(table.c.started_at.desc(), table.c.id)
    )
    return tuple(map(_line, found))


def _line(row: AnyRow) -> VisitLine:
    return VisitLine(
        row.id, row.household, row.head, Stage(row.stage), row.started_at, row.sealed_at
    )


def _require_open(connection: Connection, visit_id: str) -> Stage:
    stage = stage_of(connection, visit_id)
    if _ORDER.index(stage) >= _ORDER.index(Stage.SEALED):
        raise RefusedError(
            f"本次核查{stage.zh}，封存后的记录不能再改。如需更正，请另起一次核查并写明理由。"
        )
    return stage


def _units(visit: Visit) -> dict[str, Json]:
    """Return the units that are stored as rows: the stage is a column."""
    return {path: value for path, value in flatten(visit).items() if path != _STAGE}


def _stored(connection: Connection, visit_id: str) -> dict[str, Json]:
    found = connection.execute(
        select(visit_unit.c.path, visit_unit.c.value).where(visit_unit.c.visit == visit_id)
    )
    paths, values = [], []
    for row in found:
        paths.append(row.path)
        values.append(row.value)
    return dict(zip(paths, cast("list[Json]", json_of(b"[%b]" % b",".join(values))), strict=True))


def _after(before: Mapping[str, Json], changes: Mapping[str, Json]) -> dict[str, Json]:
    """Return the units after some changes; a value of several units is taken apart."""
    after = dict(before)
    for path, value in sorted(changes.items()):
        written = {path + below: unit for below, unit in flatten(value).items()}
        for other in [p for p in after if _gives_way(p, path, written)]:
            del after[other]
        after.update(written)
    return after


def _gives_way(other: str, path: str, written: Mapping[str, Json]) -> bool:
    """Tell whether a unit ends by a change: it is the path, below it, or an empty one above it."""
    replaced = other == path or other.startswith(f"{path}/")
    return replaced or (bool(written) and path.startswith(f"{other}/"))


def _write(
    connection: Connection,
    visit_id: str,
    before: Mapping[str, Json],
    after: Mapping[str, Json],
    by: tuple[str, str],
) -> None:
    """Bring the rows from one state to the other and keep each step in the history."""
    at, person = by
    changed = [
        (path, digest(before.get(path)), after.get(path))
        for path in sorted(before.keys() | after.keys())
        if digest(before.get(path)) != digest(after.get(path))
    ]
    if not changed:
        return
    gone = [path for path, _, value in changed if value is None]
    connection.execute(
        delete(visit_unit).where(visit_unit.c.visit == visit_id, visit_unit.c.path.in_(gone))
    )
    rows = [
        {"visit": visit_id, "path": path, "value": canonical(value)}
        for path, _, value in changed
        if value is not None
    ]
    if rows:
        statement = upsert(visit_unit)
        kept = statement.on_conflict_do_update(
            index_elements=[visit_unit.c.visit, visit_unit.c.path],
            set_={"value": statement.excluded.value},
        )
        connection.execute(kept, rows)
    steps = [
        {
            "visit": visit_id,
            "path": path,
            "old": old,
            "value": None if value is None else canonical(value),
            "at": at,
            "person": person,
        }
        for path, old, value in changed
    ]
    connection.execute(insert(visit_history), steps)
