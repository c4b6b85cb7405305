"""下一次复核: a received visit is filed, the household comes back when its next one is near."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from caseworker_app.model.codes import Action, Recheck, Stage, VisitKind
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.values import Fen, Json
from caseworker_app.model.visit import Visit
from caseworker_app.rules.frequency import due_after, near_from
from caseworker_app.store import (
    audit,
    freshness,
    household as households,
    paper,
    recheck as table,
    visit as visits,
)
from caseworker_app.store.database import Connection
from caseworker_app.wire.units import from_json
from caseworker_app.workflow import replay, rulebook
from caseworker_app.workflow.workspace import Workspace

_KEPT = 3
_YEAR = timedelta(days=366)
_ENDS = frozenset({Action.STOP, Action.STOP_DEAD, Action.REFUSE})
"""After these there is nothing to check again, until the office files another day."""


@dataclass(frozen=True, slots=True)
class PastVisit:
    """An earlier recertification as a list shows it."""

    id: str
    day: date
    kind: VisitKind
    stage: Stage
    action: Action
    monthly: Fen
    number: str
    is_cleared: bool = False
    """Only this line is here; the office has the rest, and a backup of it."""


def past(ws: Workspace, household_id: str) -> tuple[PastVisit, ...]:
    """Return the last three sealed visits of a household on this laptop, the latest first."""
    with ws.database.read() as connection:
        return tuple(
            _past(ws, connection, visit_id)
            for visit_id in table.sealed(connection, household_id, _KEPT)
        )


def last(connection: Connection, household_id: str, but: str | None = None) -> Visit | None:
    """Return a household's latest sealed visit, ``but`` one left aside; None before the first."""
    found = (one for one in table.sealed(connection, household_id, 2) if one != but)
    first = next(found, None)
    return visits.load(connection, first) if first else None


def differences(ws: Workspace, visit_id: str) -> tuple[Discrepancy, ...]:
    """Return the differences a sealed visit was judged with; raises as ``replay.replay`` does."""
    with ws.database.read() as connection:
        told = replay.sealed_units(ws, connection, visit_id).get("/differences", [])
    return from_json(told, tuple[Discrepancy, ...])


def file(connection: Connection, ws: Workspace, visit: Visit) -> None:
    """Take note of a received visit as the household's last check; doing it twice is the same."""
    units = replay.shown_units(ws, connection, visit.id)
    cycle = Recheck(str(units["/determination/recheck"]))
    ends = _action(units) in _ENDS
    due = None if ends else due_after(visit.day, cycle, rulebook.of_visit(connection, ws, visit.id))
    households.checked(connection, visit.household.id, visit.day, due, cycle)


def catch_up(ws: Workspace) -> int:
    """Put households back onto the list whose next recertification is near; return how many."""
    with ws.database.read() as connection:
        waits = bool(table.unfiled(connection) or _near(connection, ws))
    if not waits:
        return 0
    with ws.database.write() as connection:
        for visit_id in table.unfiled(connection):
            file(connection, ws, visits.load(connection, visit_id))
        back = _near(connection, ws)
        for household_id in back:
            put_back(connection, ws, household_id)
    return len(back)


def begins_again(
    connection: Connection, ws: Workspace, household_id: str, kind: VisitKind | None
) -> bool:
    """Tell whether opening a household begins its next visit, and put it back onto the list then.

    It does where the last visit was received and the next one is near, or asked for by ``kind``.
    """
    visit_id = visits.of_household(connection, household_id)
    if visit_id is None or visits.stage_of(connection, visit_id) is not Stage.RECEIVED:
        return visit_id is None
    if kind is None and not _near(connection, ws, household_id):
        return False
    file(connection, ws, visits.load(connection, visit_id))
    put_back(connection, ws, household_id)
    return True


def put_back(connection: Connection, ws: Workspace, household_id: str) -> None:
    """Put a received household back onto the list; it is to be compared anew."""
    table.put_back(connection, household_id, ws.clock.today())
    freshness.compare_later(connection, [household_id])
    audit.append(connection, ws.at(), ws.person.id, "recheck.opened", household_id, "")


def _near(connection: Connection, ws: Workspace, household_id: str = "") -> tuple[str, ...]:
    """Return the households whose next check may begin, or the one asked about where its may."""
    today = ws.clock.today()
    terms = table.received(connection, today + _YEAR, household_id)
    return tuple(t.household for t in terms if near_from(t.last, t.due, ws.pack) <= today)


def _past(ws: Workspace, connection: Connection, visit_id: str) -> PastVisit:
    visit = visits.load(connection, visit_id)
    units = replay.shown_units(ws, connection, visit_id)
    monthly = units.get("/determination/monthly", 0)
    return PastVisit(
        id=visit_id,
        day=visit.day,
        kind=visit.kind,
        stage=visit.stage,
        action=_action(units),
        monthly=monthly if isinstance(monthly, int) else 0,
        number=paper.visit_number(connection, visit_id),
        is_cleared=replay.is_cleared(connection, visit_id),
    )


def _action(units: Mapping[str, Json]) -> Action:
    return Action(str(units["/determination/action"]))
