"""改派: a household given to somebody else leaves this laptop once nothing of it waits here."""

from collections.abc import Iterable

import msgspec

from caseworker_app.store import audit, conflict, leaving
from caseworker_app.store.database import Connection
from caseworker_app.store.leaving import Leaving
from caseworker_app.wire.message import Assignment, Row
from caseworker_app.wire.units import restore
from caseworker_app.workflow.workspace import Workspace

__all__ = ["Leaving", "let_go", "take", "waiting"]

_ORDER, _HOUSEHOLD = "assignment", "household"


def take(connection: Connection, rows: Iterable[Row]) -> None:
    """Take note, in the order of the log, of who looks after a household from now on."""
    for row in rows:
        if row.kind == _HOUSEHOLD:  # it came (again): to who leads without an order
            leaving.stays(connection, row.household)
        if row.kind != _ORDER or row.units is None:
            continue
        try:
            order = restore(row.units, Assignment)
        except msgspec.ValidationError:  # of a form this version does not know: it stays
            continue
        if order.ended is None:
            leaving.stays(connection, order.household)
        else:
            leaving.put(connection, order.household, order.ended, order.ended_why)
            conflict.forget(connection, [order.household])


def let_go(ws: Workspace) -> tuple[Leaving, ...]:
    """Take the households off the list of which nothing waits here, and return those there were."""
    with ws.database.write() as connection:
        left = tuple(one for one in leaving.let_go(connection) if one.head)
        for one in left:
            act = "household.left"
            audit.append(connection, ws.at(), ws.person.id, act, one.household, one.why)
    return left


def waiting(ws: Workspace) -> tuple[Leaving, ...]:
    """Return the households somebody else has by now of which something still waits here."""
    with ws.database.read() as connection:
        return leaving.waiting(connection)
