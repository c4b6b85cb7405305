"""Steps of work on a visit: what was written together, undone, done again.

An undo is itself written to the history; steps only say which rows belong together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, func, insert, select

from caseworker_app.model.values import Json
from caseworker_app.store.tables import visit_history, visit_step
from caseworker_app.store.values import json_of


class StepKind(StrEnum):
    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Step:
    """The rows of the history from ``first`` to ``last``."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Turn:
    """What one unit was before a step and after it; None where there was none."""

    before: Json
    after: Json


def mark(connection: Connection) -> int:
    """Return the number of the last row of the history, to give to ``note`` afterwards."""
    return connection.scalar(select(func.max(visit_history.c.n))) or 0


def note(connection: Connection, visit_id: str, since: int, kind: StepKind) -> None:
    """Keep what was written after ``since`` as one step; an edit that changed nothing is none."""
    last = mark(connection)
    if last == since and kind is StepKind.EDIT:
        return
    connection.execute(
        insert(visit_step).values(visit=visit_id, kind=kind.value, first=since + 1, last=last)
    )


def standing(connection: Connection, visit_id: str) -> tuple[list[Step], list[Step]]:
    """Return the edits that can be undone and those that can be done again, the next one last."""
    done: list[Step] = []
    undone: list[Step] = []
    rows = connection.execute(
        select(visit_step).where(visit_step.c.visit == visit_id).order_by(visit_step.c.n)
    )
    for row in rows:
        if row.kind == StepKind.EDIT:
            done.append(Step(row.first, row.last))
            undone.clear()
        elif row.kind == StepKind.UNDO:
            undone.append(done.pop())
        else:
            done.append(undone.pop())
    return done, undone


def turns(connection: Connection, visit_id: str, step: Step) -> Mapping[str, Turn]:
    """Return what a step changed, by path."""
    history = visit_history.c
    mine = select(history.path, history.value).where(history.visit == visit_id)
    written = connection.execute(
        mine.where(history.n.between(step.first, step.last)).order_by(history.n)
    )
    after = {row.path: _value(row.value) for row in written}
    return {
        path: Turn(_before(connection, visit_id, path, step), value)
        for path, value in after.items()
    }


def _before(connection: Connection, visit_id: str, path: str, step: Step) -> Json:
    history = visit_history.c
    found = connection.scalar(
        select(history.value)
        .where(history.visit == visit_id, history.path == path, history.n < step.first)
        .order_by(history.n.desc())
        .limit(1)
    )
    return _value(found)


def _value(stored: bytes | None) -> Json:
    return None if stored is None else json_of(stored)
