"""Households that are somebody else's by now: they stay here while something of them waits."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, exists, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from caseworker_app.model.codes import Stage
from caseworker_app.store.outbox import OutboxState
from caseworker_app.store.tables import (
    conflict,
    household,
    leaving as table,
    outbox,
    paper,
    scan,
    visit,
)

_CLOSED = (Stage.SEALED, Stage.DELIVERED, Stage.RECEIVED)


class Leaving(NamedTuple):
    """A household that was given to somebody else."""

    household: str
    head: str
    day: date
    why: str


def put(connection: Connection, household_id: str, day: date, why: str) -> None:
    """Note that a household is somebody else's from a day on."""
    row = {"day": day.isoformat(), "why": why}
    statement = insert(table).values(household=household_id, gone=0, **row)
    connection.execute(
        statement.on_conflict_do_update(index_elements=[table.c.household], set_=row)
    )


def stays(connection: Connection, household_id: str) -> None:
    """Note that a household is this person's (again)."""
    connection.execute(delete(table).where(table.c.household == household_id))


def waiting(connection: Connection) -> tuple[Leaving, ...]:
    """Return those of which something still waits here, by name."""
    return _listed(connection, table.c.gone == 0)


def let_go(connection: Connection) -> tuple[Leaving, ...]:
    """Take those off the list of which nothing waits here any more, and return them."""
    left = _listed(connection, table.c.gone == 0, ~_waits())
    gone = table.c.household.in_([one.household for one in left])
    connection.execute(update(table).where(gone).values(gone=1))
    return left


def is_here() -> ColumnElement[bool]:
    """Return the condition that a household has not left."""
    return household.c.id.not_in(select(table.c.household).where(table.c.gone == 1))


def _waits() -> ColumnElement[bool]:
    """Return the condition that a visit is under way, or something sealed has no receipt."""
    home = table.c.household
    begun = exists().where(visit.c.household == home, visit.c.stage.not_in(_CLOSED))
    mine = or_(
        outbox.c.rid == home,
        outbox.c.rid.in_(select(visit.c.id).where(visit.c.household == home)),
        outbox.c.rid.in_(select(paper.c.record).where(paper.c.household == home)),
        outbox.c.rid.in_(select(scan.c.record).where(scan.c.household == home)),
        outbox.c.op.in_(select(conflict.c.decided).where(conflict.c.household == home)),
    )
    return or_(begun, exists().where(outbox.c.state == OutboxState.SEALED, mine))


def _listed(connection: Connection, *which: ColumnElement[bool]) -> tuple[Leaving, ...]:
    head = func.coalesce(household.c.head, "").label("head")
    found = (
        select(table.c.household, head, table.c.day, table.c.why)
        .outerjoin(household, household.c.id == table.c.household)
        .where(*which)
        .order_by(head)
    )
    rows = connection.execute(found)
    return tuple(Leaving(r.household, r.head, date.fromisoformat(r.day), r.why) for r in rows)
