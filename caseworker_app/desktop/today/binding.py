"""Binds the day's page to the use cases; imported once a workspace is open."""

from functools import partial

from caseworker_app.desktop.today.presenter import TodayActions
from caseworker_app.desktop.worklist.binding import countdown, filter_of
from caseworker_app.workflow import calendar_file, today, worklist
from caseworker_app.workflow.workspace import Workspace


def actions(ws: Workspace) -> TodayActions:
    return TodayActions(
        look=lambda lists, page: today.look(ws, [filter_of(wanted) for wanted in lists], page),
        page=partial(worklist.page, ws),
        today=ws.clock.today,
        now=ws.clock.now,
        countdown=partial(countdown, ws),
        calendar=partial(calendar_file.days_due, ws),
    )
