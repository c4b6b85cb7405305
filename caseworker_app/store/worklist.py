"""The list of households to visit: row numbers first, the visible rows by page."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, func, select

from caseworker_app.model.codes import Category, Level, Stage
from caseworker_app.model.values import Fen
from caseworker_app.store import proposal, search
from caseworker_app.store.household import NEVER
from caseworker_app.store.proposal import Proposed
from caseworker_app.store.tables import household
from caseworker_app.store.values import AnyRow, day

_WEEK = timedelta(days=7)
_OPEN_STAGES = (
    Stage.ASSIGNED,
    Stage.PREPARING,
    Stage.VISITING,
    Stage.DETERMINED,
    Stage.SIGNED,
    Stage.RETURNED,
)
_COUNT_OF = {
    Level.RED: household.c.red,
    Level.ORANGE: household.c.orange,
    Level.YELLOW: household.c.yellow,
}


class Order(StrEnum):
    """By due day, then village and building; or by village and building, the way one walks."""

    DUE = "due"
    PLACE = "place"


class Due(StrEnum):
    """Any due day, past ones, or the seven from today; the last two leave out sealed visits."""

    ANY = "any"
    OVERDUE = "overdue"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class WorklistFilter:
    """Which households to list; an empty field does not narrow."""

    text: str = ""
    categories: frozenset[Category] = frozenset()
    stages: frozenset[Stage] = frozenset()
    village: str = ""
    due: Due = Due.ANY
    level: Level | None = None
    """Households with an open difference of this level; BLUE is not counted and narrows nothing."""
    proposed: bool = False
    """Only households of which data propose something."""
    order: Order = Order.DUE


@dataclass(frozen=True, slots=True)
class WorklistRow:
    """One household as the list shows it."""

    row: int
    id: str
    number: str
    head: str
    id_tail: str
    category: Category
    village: str
    members: int
    monthly: Fen
    stage: Stage
    due: date | None
    last_check: date | None
    visit_id: str | None
    red: int
    orange: int
    yellow: int
    proposed: tuple[Proposed, ...] = ()


@dataclass(frozen=True, slots=True)
class WorklistCounts:
    """How the whole list stands; each number is the length of the list with that filter."""

    total: int
    overdue: int
    due_within_7: int
    by_stage: Mapping[Stage, int]
    by_category: Mapping[Category, int]
    by_village: Mapping[str, int]
    by_level: Mapping[Level, int]
    """Households with at least one open difference of a level."""
    proposed: int
    """Households of which data propose something."""


def rows(connection: Connection, wanted: WorklistFilter, today: date) -> "array[int]":
    """Return the row numbers of the wanted households in the wanted order."""
    statement = select(household.c.row).where(*_conditions(wanted, today))
    return array("I", connection.scalars(statement.order_by(*_order(wanted.order))))


def first_page(connection: Connection, limit: int) -> tuple[int, "array[int]"]:
    """Return how many households there are, and the first row numbers by due day."""
    count = connection.scalar(select(func.count()).select_from(household)) or 0
    statement = select(household.c.row).order_by(*_order(Order.DUE)).limit(limit)
    return count, array("I", connection.scalars(statement))


def page(connection: Connection, rows: Sequence[int]) -> tuple[WorklistRow, ...]:
    """Return some rows in the order asked for; a household gone meanwhile is left out."""
    statement = select(*_SHOWN).where(household.c.row.in_(rows))
    found = {row.row: _shown(row) for row in connection.execute(statement)}
    for row, proposed in proposal.of_rows(connection, rows).items():
        found[row] = replace(found[row], proposed=proposed)
    return tuple(found[row] for row in rows if row in found)


def row_of(connection: Connection, household_id: str) -> int | None:
    """Return the row number of a household, or None where this laptop does not carry it."""
    found: int | None = connection.scalar(
        select(household.c.row).where(household.c.id == household_id)
    )
    return found


def counts(connection: Connection, today: date) -> WorklistCounts:
    """Return how the whole list stands on a day."""
    figures = [
        func.count(),
        *(func.count().filter(*_due(due, today)) for due in (Due.OVERDUE, Due.WEEK)),
        func.count().filter(proposal.exists()),
        *(func.count().filter(column > 0) for column in _COUNT_OF.values()),
    ]
    total, overdue, week, proposed, *levels = connection.execute(
        select(*figures).select_from(household)
    ).one()
    return WorklistCounts(
        total,
        overdue,
        week,
        {Stage(key): n for key, n in _grouped(connection, household.c.stage)},
        {Category(key): n for key, n in _grouped(connection, household.c.category)},
        dict(_grouped(connection, household.c.village)),
        dict(zip(_COUNT_OF, levels, strict=True)),
        proposed,
    )


_SHOWN = tuple(
    household.c[name]
    for name in (
        "row", "id", "number", "head", "id_tail", "category", "village", "members", "monthly",
        "stage", "due", "last_check", "visit_id", "red", "orange", "yellow",
    )
)  # fmt: skip


def _conditions(wanted: WorklistFilter, today: date) -> list[ColumnElement[bool]]:
    conditions = _due(wanted.due, today)
    found = search.matching(wanted.text)
    if found is not None:
        conditions.append(household.c.row.in_(found))
    if wanted.categories:
        conditions.append(household.c.category.in_(sorted(wanted.categories)))
    if wanted.stages:
        conditions.append(household.c.stage.in_(sorted(wanted.stages)))
    if wanted.village:
        conditions.append(household.c.village == wanted.village)
    if wanted.level in _COUNT_OF:
        conditions.append(_COUNT_OF[wanted.level] > 0)
    if wanted.proposed:
        conditions.append(proposal.exists())
    return conditions


def _due(due: Due, today: date) -> list[ColumnElement[bool]]:
    first = today.isoformat()
    unfinished = household.c.stage.in_(_OPEN_STAGES)
    match due:
        case Due.ANY:
            return []
        case Due.OVERDUE:
            return [unfinished, household.c.due < first]
        case Due.WEEK:
            return [unfinished, household.c.due.between(first, (today + _WEEK).isoformat())]


def _order(order: Order) -> tuple[ColumnElement[object], ...]:
    place = (household.c.region, household.c.place, household.c.row)
    return place if order is Order.PLACE else (household.c.due, *place)


def _shown(row: AnyRow) -> WorklistRow:
    typed = {
        "category": Category(row.category),
        "stage": Stage(row.stage),
        "due": None if row.due == NEVER else day(row.due),
        "last_check": day(row.last_check),
    }
    return WorklistRow(**{**row._mapping, **typed})  # noqa: SLF001  # its documented name


def _grouped(connection: Connection, key: ColumnElement[str]) -> list[tuple[str, int]]:
    found = connection.execute(select(key, func.count()).group_by(key).order_by(key))
    return [(value, count) for value, count in found]
