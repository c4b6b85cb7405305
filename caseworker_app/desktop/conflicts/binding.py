"""Binds the decisions that wait to the use cases, and opens them over the delivery page."""

from collections.abc import Callable
from functools import partial

from caseworker_app.desktop.conflicts.presenter import ConflictActions
from caseworker_app.desktop.conflicts.sheet import ConflictsSheet
from caseworker_app.desktop.delivery import binding as delivering
from caseworker_app.desktop.delivery.page import DeliveryPage
from caseworker_app.desktop.delivery.presenter import DeliveryPresenter
from caseworker_app.desktop.status import Network
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.workflow import conflicts
from caseworker_app.workflow.workspace import Workspace


def actions(ws: Workspace) -> ConflictActions:
    return ConflictActions(
        waiting=partial(conflicts.waiting, ws), resolve=partial(conflicts.resolve, ws)
    )


def page(ws: Workspace, tasks: Tasks, heard: Callable[[Network], None]) -> DeliveryPage:
    """Return the delivery page from which what waits is decided."""
    presenter = DeliveryPresenter(delivering.actions(ws, heard))
    made = DeliveryPage(presenter, tasks, decides=True)
    made.decide_asked.connect(partial(open_over, tasks=tasks, actions=actions(ws)))
    return made


def open_over(page: DeliveryPage, *, tasks: Tasks, actions: ConflictActions) -> ConflictsSheet:
    """Open what waits for a decision; the page looks again after each."""
    sheet = ConflictsSheet(page, tasks, actions)
    sheet.decided.connect(page.shown)
    sheet.open_over()
    return sheet
