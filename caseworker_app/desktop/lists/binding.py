"""Binds the screens of 部门数据 to the use cases."""

from functools import partial

from caseworker_app.desktop.lists.actions import ListsActions
from caseworker_app.workflow import (
    matching,
    register_desk,
    register_doubt,
    register_import,
    register_list,
    register_trial,
)
from caseworker_app.workflow.workspace import Workspace


def actions(ws: Workspace) -> ListsActions:
    return ListsActions(
        kinds=register_list.kinds(),
        fields=register_list.fields_of,
        open=partial(register_desk.open_list, ws),
        learned=partial(register_desk.learned, ws),
        understand=register_list.understand,
        try_out=partial(register_trial.try_out, ws),
        take_in=lambda order, watch, anew: register_desk.take_in(ws, order, watch, anew=anew),
        place_for=register_trial.place_for,
        save_refused=partial(register_trial.save_refused, ws),
        history=partial(register_desk.history, ws),
        going=partial(register_desk.going, ws),
        undo=partial(register_import.undo, ws),
        to_judge=lambda: len(matching.waiting(ws)),
        waiting=partial(register_doubt.waiting, ws),
        answered=partial(register_doubt.answered, ws),
        decide=partial(matching.decide, ws),
        reopen=partial(matching.reopen, ws),
    )
