"""Binds the list's screen to the use cases; imported once a workspace is open."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from caseworker_app.desktop.worklist.presenter import (
    STAGES,
    Facet,
    Group,
    View,
    Wanted,
    WorklistActions,
)
from caseworker_app.model.codes import Category, Level, Recheck
from caseworker_app.rules.procedure.countdown import Countdown
from caseworker_app.workflow import procedure, recheck, saved_view, worklist
from caseworker_app.workflow.worklist import Due, Listing, Mark, WorklistFilter, WorklistRow
from caseworker_app.workflow.workspace import Workspace

_NARROWED: Mapping[View, WorklistFilter] = {
    View.ALL: WorklistFilter(),
    View.SOON: WorklistFilter(due=Due.WEEK),
    View.OVERDUE: WorklistFilter(due=Due.OVERDUE),
    View.PROPOSED: WorklistFilter(mark=Mark.PROPOSED),
    View.DEATH: WorklistFilter(mark=Mark.DEATH),
    View.LOCAL: WorklistFilter(mark=Mark.LOCAL),
    View.ASKING: WorklistFilter(mark=Mark.ASKING),
    View.STALE: WorklistFilter(mark=Mark.STALE),
}

_FACETS = {
    Facet.CATEGORY: worklist.Facet.CATEGORY,
    Facet.VILLAGE: worklist.Facet.VILLAGE,
    Facet.STAGE: worklist.Facet.STAGE,
    Facet.LEVEL: worklist.Facet.LEVEL,
    Facet.CYCLE: worklist.Facet.CYCLE,
}


def actions(ws: Workspace) -> WorklistActions:
    listing = Listing(ws)
    return WorklistActions(
        first=partial(worklist.first, ws),
        begin=lambda wanted, limit: listing.begin(filter_of(wanted), limit),
        find=lambda wanted: listing.find(filter_of(wanted)),
        page=partial(worklist.page, ws),
        counts=partial(_counts, ws),
        grouped=partial(_grouped, ws),
        past=partial(recheck.past, ws),
        views=partial(saved_view.every, ws),
        save_view=partial(saved_view.save, ws),
        remove_view=partial(saved_view.remove, ws),
        today=ws.clock.today,
        countdown=partial(countdown, ws),
    )


def filter_of(wanted: Wanted) -> WorklistFilter:
    """Return the filter of the store for what is wanted."""
    chosen = {facet: wanted.chosen.get(facet, frozenset()) for facet in Facet}
    return replace(
        _NARROWED[wanted.view],
        text=wanted.text,
        categories=frozenset(map(Category, chosen[Facet.CATEGORY])),
        villages=chosen[Facet.VILLAGE],
        cycles=frozenset(map(Recheck, chosen[Facet.CYCLE])),
        levels=frozenset(map(Level, chosen[Facet.LEVEL])),
        stages=frozenset(stage for name in chosen[Facet.STAGE] for stage in STAGES[Group[name]]),
    )


def countdown(ws: Workspace, row: WorklistRow, today: date) -> Countdown | None:
    if row.due is None:
        return None
    return procedure.recheck(row.last_check, row.due, today, ws.pack)


def _counts(ws: Workspace) -> Mapping[View, int]:
    return dict(zip(_NARROWED, worklist.counts(ws, _NARROWED.values()), strict=True))


def _grouped(ws: Workspace, facet: Facet, wanted: Wanted) -> Mapping[str, int]:
    others = filter_of(wanted.choosing(facet, ()))
    return worklist.grouped(ws, _FACETS[facet], others)
