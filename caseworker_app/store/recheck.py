"""From one recertification to the next: what was received, what is due again, what came before."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Text, cast, delete, exists, func, select, update
from sqlalchemy.dialects.sqlite import insert

from caseworker_app.model.codes import Dataset, Stage
from caseworker_app.store.household import NEVER
from caseworker_app.store.tables import (
    discrepancy,
    household,
    imported_record,
    lapsed,
    register_record,
    visit,
    visit_unit,
)
from caseworker_app.store.values import day

_RECEIVED = household.c.stage == Stage.RECEIVED
_ASKED = (Dataset.PERSON, Dataset.VEHICLE, Dataset.ESTATE)
"""Registers a household is compared with in any case."""


@dataclass(frozen=True, slots=True)
class Term:
    """From the last check of a household to the day its next one is due."""

    household: str
    last: date
    due: date


def unfiled(connection: Connection) -> tuple[str, ...]:
    """Return received visits later than the last check known of their household."""
    told = cast(visit_unit.c.value, Text)
    statement = (
        select(household.c.visit_id)
        .join(visit_unit, visit_unit.c.visit == household.c.visit_id)
        .where(
            _RECEIVED,
            visit_unit.c.path == "/day",
            func.trim(told, '"') > func.coalesce(household.c.last_check, ""),
        )
    )
    return tuple(connection.scalars(statement))


def received(connection: Connection, until: date, household_id: str = "") -> tuple[Term, ...]:
    """Return the received households whose next check is due by a day, or one of them alone."""
    columns = (household.c.id, household.c.last_check, household.c.due)
    due = (household.c.due <= until.isoformat(), household.c.due < NEVER)
    statement = select(*columns).where(_RECEIVED, household.c.last_check.is_not(None), *due)
    if household_id:
        statement = statement.where(household.c.id == household_id)
    found = connection.execute(statement)
    return tuple(
        Term(row.id, date.fromisoformat(row.last_check), day(row.due) or until) for row in found
    )


def put_back(connection: Connection, household_id: str, today: date) -> None:
    """Put a household back onto the list, as one nobody has begun to visit.

    What was compared for the last visit is that visit's. Register data went with its receipt:
    where none came since, the household is marked as lacking them.
    """
    mine = household.c.id == household_id
    connection.execute(update(household).where(mine).values(stage=Stage.ASSIGNED, visit_id=None))
    connection.execute(delete(discrepancy).where(discrepancy.c.household == household_id))
    blank = {"red": 0, "orange": 0, "yellow": 0}
    connection.execute(update(household).where(mine).values(blank))
    held = (register_record, imported_record)
    if not any(
        connection.scalar(select(exists().where(h.c.household == household_id))) for h in held
    ):
        rows = [{"household": household_id, "kind": k, "day": today.isoformat()} for k in _ASKED]
        connection.execute(insert(lapsed).on_conflict_do_nothing(), rows)


def sealed(connection: Connection, household_id: str, limit: int) -> tuple[str, ...]:
    """Return a household's latest sealed visits, the latest first."""
    statement = (
        select(visit.c.id)
        .where(visit.c.household == household_id, visit.c.sealed_at.is_not(None))
        .order_by(visit.c.sealed_at.desc(), visit.c.id.desc())
        .limit(limit)
    )
    return tuple(connection.scalars(statement))
