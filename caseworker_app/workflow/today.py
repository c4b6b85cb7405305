"""今天: the day's round in the order one walks, how much of what, and what runs out."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from caseworker_app.rules.procedure.countdown import Colour, Countdown
from caseworker_app.store import question, visit as visits
from caseworker_app.store.database import Connection
from caseworker_app.workflow import outgoing, procedure, rulebook, worklist
from caseworker_app.workflow.worklist import Mark, Order, WorklistFilter, WorklistRow
from caseworker_app.workflow.workspace import Workspace

ROUND = WorklistFilter(mark=Mark.ROUND, order=Order.PLACE)
"""By village, then building and door: late or due within a week, begun, returned, proposed."""

_RECHECK = "recheck"
_DIED = "/members/#%/died"
"""Unit from which a time limit runs beside the recheck itself."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit that runs out for a household under way."""

    household: str
    head: str
    running: Countdown


@dataclass(frozen=True, slots=True)
class Rejected:
    """A sealed record or a question the last exchange could not hand over, and why."""

    head: str
    number: str
    why: str


@dataclass(frozen=True, slots=True)
class Today:
    """How the day stands; each count is the length of the list its filter gives."""

    day: date
    round: "array[int]"
    first: tuple[WorklistRow, ...]
    """The first rows of the round."""
    counts: tuple[int, ...]
    """In the order of the filters asked."""
    oldest: datetime | None
    """Since when something sealed is only on this laptop."""
    rejected: tuple[Rejected, ...]
    limits: tuple[Limit, ...]
    """Yellow and red ones, the earliest last day first."""
    to_judge: int
    """Rows of department lists that wait for a person to say whom they mean."""


def look(ws: Workspace, lists: Sequence[WorklistFilter], page: int) -> Today:
    """Return how the day stands, with the first so many households of the round."""
    rows = worklist.find(ws, ROUND)
    status = outgoing.status(ws)
    with ws.database.read() as connection:
        to_judge = question.count_open(connection)
    return Today(
        day=ws.clock.today(),
        round=rows,
        first=worklist.page(ws, rows[:page]),
        counts=worklist.counts(ws, lists),
        oldest=status.oldest,
        rejected=_rejected(ws) if status.problems else (),
        limits=_limits(ws),
        to_judge=to_judge,
    )


def next_one(ws: Workspace, household_id: str) -> WorklistRow | None:
    """Return the household of the round one walks to from another, or None where none is left."""
    return worklist.next_after(ws, ROUND, household_id)


def _rejected(ws: Workspace) -> tuple[Rejected, ...]:
    return tuple(
        Rejected(parcel.head, parcel.number, parcel.problem)
        for parcel in outgoing.parcels(ws)
        if parcel.problem
    )


def _limits(ws: Workspace) -> tuple[Limit, ...]:
    with ws.database.read() as connection:
        found = [
            Limit(line.household, line.head, running)
            for line in visits.in_progress(connection, _DIED)
            for running in _running(connection, ws, line.id)
            if running.step != _RECHECK and running.colour is not Colour.GREEN
        ]
    return tuple(sorted(found, key=lambda limit: (limit.running.last, limit.head)))


def _running(connection: Connection, ws: Workspace, visit_id: str) -> tuple[Countdown, ...]:
    pack = rulebook.of_visit(connection, ws, visit_id)
    return procedure.running(visits.load(connection, visit_id), ws.clock.today(), pack)
