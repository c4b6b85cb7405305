"""The list of households to visit: row numbers first, the visible rows by page."""

import json
import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    func,
    literal,
    or_,
    select,
    tuple_,
)

from caseworker_app.model.codes import Category, Level, Recheck, Stage
from caseworker_app.model.values import Fen
from caseworker_app.store import asking, leaving, proposal, search
from caseworker_app.store.household import NEVER
from caseworker_app.store.proposal import Proposed
from caseworker_app.store.tables import household, lapsed
from caseworker_app.store.values import AnyRow, day

_PADDED = re.compile(r"\d+")
_WEEK = timedelta(days=7)
_OPEN_STAGES = (
    Stage.ASSIGNED,
    Stage.PREPARING,
    Stage.VISITING,
    Stage.DETERMINED,
    Stage.SIGNED,
    Stage.RETURNED,
)
_BEGUN = tuple(stage for stage in _OPEN_STAGES if stage is not Stage.ASSIGNED)
_COUNT_OF = {
    Level.RED: household.c.red,
    Level.ORANGE: household.c.orange,
    Level.YELLOW: household.c.yellow,
}


class Order(StrEnum):
    """By due day, then village and building; or by village and building, the way one walks."""

    DUE = "due"
    PLACE = "place"


class FallingDue(NamedTuple):
    """How many households of a village are to be checked by a day."""

    day: date
    village: str
    households: int


class Due(StrEnum):
    """Any due day, past ones, or the seven from today; the last two leave out sealed visits."""

    ANY = "any"
    OVERDUE = "overdue"
    WEEK = "week"


class Mark(StrEnum):
    """What asks for attention beside the due day."""

    PROPOSED = "proposed"
    """Data propose something."""
    DEATH = "death"
    """Data say that somebody died."""
    ASKING = "asking"
    """The office was asked about something found and has not answered."""
    LOCAL = "local"
    """Sealed, and the office has not receipted it: only this laptop has it."""
    STALE = "stale"
    """Register data were erased with their term and nothing came since."""
    ROUND = "round"
    """What a day's round is made of: late or due within seven days, begun, returned, proposed."""


@dataclass(frozen=True, slots=True)
class WorklistFilter:
    """Which households to list; an empty field does not narrow."""

    text: str = ""
    categories: frozenset[Category] = frozenset()
    stages: frozenset[Stage] = frozenset()
    villages: frozenset[str] = frozenset()
    cycles: frozenset[Recheck] = frozenset()
    levels: frozenset[Level] = frozenset()
    """Households with an open difference of one of these; BLUE is not counted, narrows nothing."""
    due: Due = Due.ANY
    mark: Mark | None = None
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
    address: str = ""
    proposed: tuple[Proposed, ...] = ()


class Facet(StrEnum):
    """By what the list may be counted in groups."""

    CATEGORY = "category"
    VILLAGE = "village"
    CYCLE = "recheck"
    STAGE = "stage"
    LEVEL = "level"


def rows(connection: Connection, wanted: WorklistFilter, today: date) -> "array[int]":
    """Return the row numbers of the wanted households in the wanted order."""
    statement = select(household.c.row).where(*_conditions(wanted, today))
    return numbers(connection, statement.order_by(*_order(wanted.order)))


def numbers(connection: Connection, statement: Select[int]) -> "array[int]":
    """Return the numbers a statement selects, in its order, as one value of the database.

    Row by row takes ten times as long.
    """
    inner = statement.subquery()
    told = connection.scalar(select(func.json_group_array(inner.c[0])))
    return array("I", json.loads(told or "[]"))


def first_page(connection: Connection, limit: int) -> tuple[int, "array[int]"]:
    """Return how many households there are, and the first row numbers by due day."""
    here = leaving.is_here()
    every = connection.scalar(select(func.count()).select_from(household).where(here)) or 0
    statement = select(household.c.row).where(here).order_by(*_order(Order.DUE)).limit(limit)
    return every, array("I", connection.scalars(statement))


def next_after(
    connection: Connection, wanted: WorklistFilter, today: date, household_id: str
) -> int | None:
    """Return the row of the wanted household one walks to next, from the last one to the first."""
    place = (household.c.region, household.c.place, household.c.row)
    here = connection.execute(select(*place).where(household.c.id == household_id)).first()
    conditions = (*_conditions(wanted, today), household.c.id != household_id)
    statement = select(household.c.row).where(*conditions).order_by(*place).limit(1)
    onward: int | None = None
    if here is not None:
        onward = connection.scalar(statement.where(tuple_(*place) > tuple_(*map(literal, here))))
    return onward or connection.scalar(statement)


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


def count(connection: Connection, wanted: WorklistFilter, today: date) -> int:
    """Return how many households ``rows`` gives."""
    conditions = _conditions(wanted, today)
    return connection.scalar(select(func.count()).select_from(household).where(*conditions)) or 0


def grouped(
    connection: Connection, facet: Facet, wanted: WorklistFilter, today: date
) -> dict[str, int]:
    """Return how many of the wanted households stand under each value of a facet.

    A household is under every level it has an open difference of.
    """
    conditions = _conditions(wanted, today)
    if facet is Facet.LEVEL:
        figures = {
            level: select(func.count()).select_from(household).where(*conditions, column > 0)
            for level, column in _COUNT_OF.items()
        }
        return {level.value: connection.scalar(of) or 0 for level, of in figures.items()}
    key = household.c[facet.value]
    found = connection.execute(
        select(key, func.count()).where(*conditions).group_by(key).order_by(key)
    )
    return {row[0]: row[1] for row in found}


def falling_due(connection: Connection, today: date) -> tuple[FallingDue, ...]:
    """Return for every day and village how many households are to be checked by then, past too.

    Visits that are sealed and under way to the office are left out; one that was received counts
    with the day of the next.
    """
    day_, village = household.c.due, household.c.village
    filed = and_(household.c.stage == Stage.RECEIVED, day_ >= today.isoformat())
    open_ = or_(household.c.stage.in_(_OPEN_STAGES), filed)
    wanted = and_(day_ < NEVER, open_, leaving.is_here())
    statement = select(day_, village, func.count()).where(wanted).group_by(day_, village)
    found = connection.execute(statement.order_by(day_, village))
    return tuple(FallingDue(date.fromisoformat(due), where, count) for due, where, count in found)


_COLUMNS = (
    "row", "id", "number", "head", "id_tail", "category", "village", "members", "monthly",
    "stage", "due", "last_check", "visit_id", "red", "orange", "yellow",
)  # fmt: skip
_SHOWN = (*(household.c[name] for name in _COLUMNS), household.c.place.label("address"))


def _conditions(wanted: WorklistFilter, today: date) -> list[ColumnElement[bool]]:
    conditions = [leaving.is_here(), *_due(wanted.due, today)]
    found = search.matching(wanted.text)
    if found is not None:
        conditions.append(household.c.row.in_(found))
    if wanted.categories:
        conditions.append(household.c.category.in_(sorted(wanted.categories)))
    if wanted.stages:
        conditions.append(household.c.stage.in_(sorted(wanted.stages)))
    if wanted.villages:
        conditions.append(household.c.village.in_(sorted(wanted.villages)))
    if wanted.cycles:
        conditions.append(household.c.recheck.in_(sorted(wanted.cycles)))
    if counted := [_COUNT_OF[level] > 0 for level in _COUNT_OF if level in wanted.levels]:
        conditions.append(or_(*counted))
    if wanted.mark:
        conditions.append(_marked(wanted.mark, today))
    return conditions


def _marked(mark: Mark, today: date) -> ColumnElement[bool]:  # noqa: PLR0911  # one a mark
    match mark:
        case Mark.PROPOSED:
            return proposal.exists()
        case Mark.DEATH:
            return proposal.exists(proposal.DEATH)
        case Mark.ASKING:
            return household.c.id.in_(asking.households())
        case Mark.LOCAL:
            return household.c.stage.in_((Stage.SEALED, Stage.DELIVERED))
        case Mark.STALE:
            gone = select(lapsed.c.household).where(lapsed.c.renewed.is_(None))
            return and_(household.c.stage.in_(_OPEN_STAGES), household.c.id.in_(gone))
        case Mark.ROUND:
            soon = household.c.due <= (today + _WEEK).isoformat()
            due = and_(household.c.stage == Stage.ASSIGNED, soon)
            return or_(due, household.c.stage.in_(_BEGUN), proposal.exists())


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
    number, key, book, head, tail, category, *others, address = row
    village, members, monthly, stage, due, last, visit_id, red, orange, yellow = others
    return WorklistRow(
        row=number,
        id=key,
        number=book,
        head=head,
        id_tail=tail,
        category=Category(category),
        village=village,
        members=members,
        monthly=monthly,
        stage=Stage(stage),
        due=None if due == NEVER else day(due),
        last_check=day(last),
        visit_id=visit_id,
        red=red,
        orange=orange,
        yellow=yellow,
        address=_PADDED.sub(lambda run: run[0].lstrip("0") or "0", address),
    )
