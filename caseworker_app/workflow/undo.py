"""Undo and redo of every field of an open visit, without end, also after a restart.

Nothing is taken out of the history: an undo is a change like any other, with person and time.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from caseworker_app.model.values import Json
from caseworker_app.store import step as steps, visit as visits
from caseworker_app.store.database import Connection
from caseworker_app.store.step import Step, StepKind, Turn
from caseworker_app.wire.canonical import digest
from caseworker_app.workflow import visit as work
from caseworker_app.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Reach:
    """How many steps can be undone, and how many done again."""

    undo: int = 0
    redo: int = 0


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or redo wrote: unit → value before and after it."""

    turns: Mapping[str, Turn]
    reach: Reach

    @property
    def changes(self) -> Mapping[str, Json]:
        return {path: turn.after for path, turn in self.turns.items()}


def reach(ws: Workspace, visit_id: str) -> Reach:
    """Return how far one can go back and forth from here; nowhere once the visit is sealed."""
    with ws.database.read() as connection:
        if visits.stage_of(connection, visit_id) not in work.OPEN:
            return Reach()
        done, undone = steps.standing(connection, visit_id)
    return Reach(len(done), len(undone))


def undo(ws: Workspace, visit_id: str) -> Undone | None:
    """Take back the last step that is not undone yet; None where there is none.

    What other ways changed since (a photo, an answer of the office) stays. Raises RefusedError
    once the visit is sealed.
    """
    return _turn(ws, visit_id, StepKind.UNDO)


def redo(ws: Workspace, visit_id: str) -> Undone | None:
    """Do again the step undone last; None where there is none, or something was typed since."""
    return _turn(ws, visit_id, StepKind.REDO)


def _turn(ws: Workspace, visit_id: str, kind: StepKind) -> Undone | None:
    """Turn steps until one changes something: of an older one nothing may be left to turn."""
    while True:
        with ws.database.read() as connection:
            done, undone = steps.standing(connection, visit_id)
            waiting = done if kind is StepKind.UNDO else undone
            if not waiting:
                return None
            turns = _left(connection, visit_id, waiting[-1], kind)
        work.record(ws, visit_id, {path: turn.after for path, turn in turns.items()}, kind)
        if turns:
            return Undone(turns, reach(ws, visit_id))


def _left(connection: Connection, visit_id: str, step: Step, kind: StepKind) -> dict[str, Turn]:
    """Return what a step turns back, or on, where it stands as the step left it, or found it."""
    stands = visits.units(connection, visit_id)
    turned = steps.turns(connection, visit_id, step)
    if kind is StepKind.UNDO:
        turned = {path: Turn(turn.after, turn.before) for path, turn in turned.items()}
    return {
        path: turn
        for path, turn in turned.items()
        if digest(stands.get(path)) == digest(turn.before)
    }
