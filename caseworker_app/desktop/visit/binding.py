"""Binds the screens of a visit to the use cases; imported when the first visit is opened."""

from functools import partial

from caseworker_app.desktop.step.actions import VisitActions
from caseworker_app.model.visit import Visit
from caseworker_app.workflow import dossier, procedure, seal, team, visit
from caseworker_app.workflow.dossier import Dossier
from caseworker_app.workflow.workspace import Workspace


def actions(ws: Workspace) -> VisitActions:
    return VisitActions(
        person=ws.person,
        colleagues=team.colleagues(ws),
        changed=visit.changed,
        live=lambda value, differences: visit.live(value, differences, ws.pack),
        running=lambda value: procedure.running(value, ws.clock.today(), ws.pack),
        new_id=ws.ids.new,
        now=ws.clock.now,
        record=partial(visit.record, ws),
        add_photo=partial(visit.add_photo, ws),
        photo=partial(visit.photo, ws),
        sign=partial(visit.sign, ws),
        unsign=partial(visit.unsign, ws),
        seal=partial(seal.seal, ws),
        form=partial(seal.form, ws),
    )


def start(ws: Workspace, household_id: str) -> tuple[Visit, Dossier, VisitActions]:
    """Return the household's visit, begun or taken up again, with all that is known."""
    begun = visit.start(ws, household_id, team.colleagues(ws)[:1])
    return begun, dossier.open_household(ws, household_id), actions(ws)
