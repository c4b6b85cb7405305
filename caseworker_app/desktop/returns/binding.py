"""Binds what came back from the scanner to the use cases."""

from functools import partial

from caseworker_app import settings
from caseworker_app.desktop.returns.presenter import Home, ReturnActions
from caseworker_app.desktop.tongue import tr
from caseworker_app.workflow import worklist
from caseworker_app.workflow.papers import returning
from caseworker_app.workflow.worklist import WorklistFilter, WorklistRow
from caseworker_app.workflow.workspace import Workspace

_MOST = 30
"""Households offered for what was typed."""


def actions(ws: Workspace) -> ReturnActions:
    return ReturnActions(
        read=returning.read,
        take=partial(returning.take, ws),
        aside=partial(returning.aside, ws),
        homes=partial(_homes, ws),
        choices=partial(returning.choices, ws),
        assign=partial(returning.assign, ws),
        put_away=partial(returning.put_away, ws),
        picture=partial(returning.picture, ws),
        phone_folder=lambda: settings.load(ws.folder).photo_folder,
    )


def _homes(ws: Workspace, typed: str) -> tuple[Home, ...]:
    rows = worklist.find(ws, WorklistFilter(text=typed))[:_MOST]
    return tuple(Home(row.id, _words(row)) for row in worklist.page(ws, rows))


def _words(row: WorklistRow) -> str:
    head, village, number = row.head, row.village, row.number
    return tr("{head}　{village}　{number}", head=head, village=village, number=number)
