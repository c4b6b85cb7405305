"""Binds the decisions that wait to the use cases."""

from functools import partial

from caseworker_app.desktop.conflicts.presenter import ConflictActions
from caseworker_app.workflow import conflicts
from caseworker_app.workflow.workspace import Workspace


def actions(ws: Workspace) -> ConflictActions:
    return ConflictActions(
        waiting=partial(conflicts.waiting, ws), resolve=partial(conflicts.resolve, ws)
    )
