"""Differences that propose something at once, while nobody ruled them out and nothing is sealed."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, select

from caseworker_app.model.codes import DiscrepancyState
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.rules.comparison.proposals import PROPOSING
from caseworker_app.store.freshness import CLOSED
from caseworker_app.store.tables import discrepancy as table, household
from caseworker_app.store.values import unpacked

DEATH = "HJ01"
"""Kind of difference that says somebody died."""

_OPEN = household.c.stage.not_in(CLOSED)
_LIVE = and_(table.c.code.in_(sorted(PROPOSING)), table.c.state != DiscrepancyState.REFUTED)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A difference that proposes something, and where it stands."""

    difference: Discrepancy
    state: DiscrepancyState


def exists(code: str = "") -> ColumnElement[bool]:
    """Return the condition that data propose something of a household, or by one kind of them."""
    live = select(table.c.household).where(_LIVE)
    if code:
        live = live.where(table.c.code == code)
    return and_(_OPEN, household.c.id.in_(live))


def of_rows(connection: Connection, rows: Sequence[int]) -> dict[int, tuple[Proposed, ...]]:
    """Return what is proposed by the row number of the household, gravest first."""
    found: dict[int, tuple[Proposed, ...]] = {}
    statement = (
        select(household.c.row, table.c.body, table.c.state)
        .join_from(table, household, household.c.id == table.c.household)
        .where(household.c.row.in_(rows), _OPEN, _LIVE)
        .order_by(table.c.row)
    )
    for line in connection.execute(statement):
        said = Proposed(unpacked(line.body, Discrepancy), DiscrepancyState(line.state))
        found[line.row] = (*found.get(line.row, ()), said)
    return found


def households(connection: Connection) -> frozenset[str]:
    """Return the households of which data propose something."""
    return frozenset(connection.scalars(select(household.c.id).where(exists())))


def among(connection: Connection, household_ids: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Return household and difference of each proposal some households have."""
    statement = select(table.c.household, table.c.id).where(
        table.c.household.in_(household_ids), _LIVE
    )
    return frozenset((line.household, line.id) for line in connection.execute(statement))
