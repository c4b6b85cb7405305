"""Differences the comparison raised, by household, and how many of them stand open."""

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import Connection, delete, func, insert, select, update

from caseworker_app.model.codes import DiscrepancyState, Level
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.store.tables import discrepancy as table, household
from caseworker_app.store.values import packed, unpacked

_OPEN = (DiscrepancyState.OPEN, DiscrepancyState.EXPLAINED)


def replace(
    connection: Connection, household_id: str, discrepancies: tuple[Discrepancy, ...]
) -> None:
    """Keep what a comparison raised in place of the last; the same difference keeps its state."""
    known = states(connection, household_id)
    connection.execute(delete(table).where(table.c.household == household_id))
    rows = [
        {
            "household": household_id,
            "id": found.id,
            "code": found.code,
            "level": found.level,
            "state": known.get(found.id, DiscrepancyState.OPEN),
            "body": packed(found),
        }
        for found in discrepancies
    ]
    if rows:
        connection.execute(insert(table), rows)
    _count(connection, household_id)


def of(connection: Connection, household_id: str) -> tuple[Discrepancy, ...]:
    """Return a household's differences in the order the comparison gave."""
    bodies = connection.scalars(
        select(table.c.body).where(table.c.household == household_id).order_by(table.c.row)
    )
    return tuple(unpacked(body, Discrepancy) for body in bodies)


def ids_all(connection: Connection) -> dict[str, set[str]]:
    """Return the ids of the differences of every household that has any."""
    found: dict[str, set[str]] = {}
    for row in connection.execute(select(table.c.household, table.c.id)):
        found.setdefault(row.household, set()).add(row.id)
    return found


def states(connection: Connection, household_id: str) -> dict[str, DiscrepancyState]:
    """Return where each difference of a household stands, by its id."""
    found = connection.execute(
        select(table.c.id, table.c.state).where(table.c.household == household_id)
    )
    return {row.id: DiscrepancyState(row.state) for row in found}


def set_states(
    connection: Connection, household_id: str, changes: Mapping[str, DiscrepancyState]
) -> None:
    """Write where some differences stand now; the worklist's counts follow."""
    for discrepancy_id, state in changes.items():
        connection.execute(
            update(table)
            .where(table.c.household == household_id, table.c.id == discrepancy_id)
            .values(state=state)
        )
    _count(connection, household_id)


def counts(connection: Connection) -> Counter[str]:
    """Return how many differences of each code stand open on this laptop."""
    found = connection.execute(
        select(table.c.code, func.count()).where(table.c.state.in_(_OPEN)).group_by(table.c.code)
    )
    return Counter({row[0]: row[1] for row in found})


def _count(connection: Connection, household_id: str) -> None:
    found = connection.execute(
        select(table.c.level, func.count())
        .where(table.c.household == household_id, table.c.state.in_(_OPEN))
        .group_by(table.c.level)
    )
    open_ = {row[0]: row[1] for row in found}
    connection.execute(
        update(household)
        .where(household.c.id == household_id)
        .values(
            red=open_.get(Level.RED, 0),
            orange=open_.get(Level.ORANGE, 0),
            yellow=open_.get(Level.YELLOW, 0),
        )
    )
