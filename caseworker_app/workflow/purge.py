"""清出: what the office has twice leaves the laptop when nobody needs it here any more.

What stays of an operation is its receipt and, of a visit, what a list of earlier ones shows.
"""

from datetime import timedelta

from caseworker_app.store import audit, copy, outbox, purge, visit as visits
from caseworker_app.store.database import Connection
from caseworker_app.store.purge import Candidate
from caseworker_app.wire.canonical import canonical
from caseworker_app.workflow import replay
from caseworker_app.workflow.outgoing import VISITS
from caseworker_app.workflow.workspace import Workspace

KEPT_DAYS = 30
"""Days something delivered stays at hand in a household one looks after."""

ASSIGNMENT = "assignment"
_CLEARED = "record.cleared"


def run(ws: Workspace) -> int:
    """Clear what may go and need not stay, all or nothing; return how many operations went."""
    with ws.database.read() as connection:
        if not _due(connection, ws):
            return 0
    with ws.database.write() as connection:
        due = {one.op: one for one in _due(connection, ws)}
        stubs = {op: _stub(connection, ws, one) for op, one in due.items()}
        gone = purge.clear(connection, stubs, ws.at())
        for op in gone:
            one = due[op]
            audit.append(connection, ws.at(), ws.person.id, _CLEARED, one.rid, one.hash)
    return len(gone)


def _due(connection: Connection, ws: Workspace) -> tuple[Candidate, ...]:
    """Return what may go and is of a household handed over, or old and not its current check."""
    before = (ws.clock.now() - timedelta(days=KEPT_DAYS)).isoformat(timespec="milliseconds")
    left = _left(connection, ws)
    return tuple(
        one
        for one in purge.candidates(connection)
        if one.household in left or (one.sealed_at < before and not _is_current(connection, one))
    )


def _left(connection: Connection, ws: Workspace) -> frozenset[str]:
    """Return the households that were in this person's hands and are no more.

    An order that names none is of a form this version does not know: nothing leaves by it.
    """
    orders = [
        (str(home), units.get("/ended"))
        for units in (record.units for record in copy.of_kind(connection, ASSIGNMENT))
        if units.get("/person") == ws.person.id and (home := units.get("/household"))
    ]
    held = {home for home, ended in orders if not ended}
    return frozenset(home for home, _ in orders) - held


def _is_current(connection: Connection, one: Candidate) -> bool:
    return bool(one.household) and visits.of_household(connection, one.household) == one.rid


def _stub(connection: Connection, ws: Workspace, one: Candidate) -> bytes:
    """Return what stays of a body: of a visit its decision, of anything else nothing."""
    of_visit = one.lane == VISITS and outbox.sealed_visit(connection, one.rid)
    if not of_visit or of_visit[-1] != one.op:
        return b"{}"
    units = replay.sealed_units(ws, connection, one.rid)
    return canonical({path: units[path] for path in replay.SHOWN if path in units})
