"""Binds the list's screen to the use cases; imported once a workspace is open."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from caseworker_app.desktop.worklist.presenter import STAGES, View, Wanted, WorklistActions
from caseworker_app.model.codes import Level
from caseworker_app.rules.procedure.countdown import Countdown
from caseworker_app.workflow import procedure, worklist
from caseworker_app.workflow.worklist import Due, WorklistFilter, WorklistRow
from caseworker_app.workflow.workspace import Workspace

_NARROWED: Mapping[View, WorklistFilter] = {
    View.PROPOSED: WorklistFilter(proposed=True),
    View.OVERDUE: WorklistFilter(due=Due.OVERDUE),
    View.SOON: WorklistFilter(due=Due.WEEK),
    View.RED: WorklistFilter(level=Level.RED),
}
"""Views that are not gathered stages."""


def actions(ws: Workspace) -> WorklistActions:
    return WorklistActions(
        first=partial(worklist.first, ws),
        find=partial(_find, ws),
        page=partial(worklist.page, ws),
        counts=partial(_counts, ws),
        today=ws.clock.today,
        countdown=partial(_countdown, ws),
    )


def filter_of(wanted: Wanted) -> WorklistFilter:
    """Return the filter of the store for what is wanted."""
    narrowed = replace(_NARROWED.get(wanted.view, WorklistFilter()), text=wanted.text)
    return replace(narrowed, stages=STAGES.get(wanted.view, frozenset()))


def _countdown(ws: Workspace, row: WorklistRow, today: date) -> Countdown | None:
    if row.due is None:
        return None
    return procedure.recheck(row.last_check, row.due, today, ws.pack)


def _find(ws: Workspace, wanted: Wanted) -> Sequence[int]:
    return worklist.find(ws, filter_of(wanted))


def _counts(ws: Workspace) -> Mapping[View, int]:
    found = worklist.counts(ws)
    by_stage = {
        view: sum(found.by_stage.get(stage, 0) for stage in stages)
        for view, stages in STAGES.items()
    }
    return {
        View.ALL: found.total,
        View.PROPOSED: found.proposed,
        View.OVERDUE: found.overdue,
        View.SOON: found.due_within_7,
        View.RED: found.by_level.get(Level.RED, 0),
        **by_stage,
    }
