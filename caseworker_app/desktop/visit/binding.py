"""Binds the screens of a visit to the use cases; imported when the first visit is opened."""

from collections.abc import Mapping
from functools import partial

from caseworker_app.desktop.evidence import binding as evidence
from caseworker_app.desktop.step.actions import HomeActions, VisitActions
from caseworker_app.model.codes import VisitKind
from caseworker_app.model.register import RegisterSlice
from caseworker_app.model.visit import Visit
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.workflow import (
    dossier,
    drafts,
    found,
    household_change,
    procedure,
    recheck,
    replay,
    rulebook,
    seal,
    team,
    undo,
    visit,
)
from caseworker_app.workflow.dossier import Dossier
from caseworker_app.workflow.workspace import Workspace


def actions(ws: Workspace, pack: Pack, texts: Mapping[str, Mapping[str, str]]) -> VisitActions:
    """Return the use cases of a visit that is judged by a pack."""
    return VisitActions(
        person=ws.person,
        colleagues=team.colleagues(ws),
        changed=visit.changed,
        live=lambda value, differences: visit.live(value, differences, pack),
        running=lambda value: procedure.running(value, ws.clock.today(), pack),
        new_id=ws.ids.new,
        now=ws.clock.now,
        record=partial(visit.record, ws),
        evidence=evidence.actions(ws),
        photo=partial(visit.photo, ws),
        sign=partial(visit.sign, ws),
        unsign=partial(visit.unsign, ws),
        seal=partial(seal.seal, ws),
        form=partial(seal.form, ws),
        put_found=lambda visit_id, fact, ask: found.put(ws, visit_id, fact, ask=ask),
        remove_found=partial(found.remove, ws),
        findings=partial(found.findings, ws),
        replay=partial(replay.replay, ws),
        drafts=lambda visit_id: texts.get(visit_id, {}),
        keep_drafts=partial(drafts.keep, ws),
        undo=partial(undo.undo, ws),
        redo=partial(undo.redo, ws),
        reach=partial(undo.reach, ws),
        homes=HomeActions(
            elsewhere=partial(household_change.elsewhere, ws),
            others=partial(household_change.others, ws),
            merge=lambda visit_id, change: household_change.merge(
                ws, visit_id, change, team.colleagues(ws)[:1]
            ),
            unmerge=partial(household_change.unmerge, ws),
        ),
    )


def start(
    ws: Workspace, household_id: str, kind: VisitKind | None = None
) -> tuple[Visit, Dossier, VisitActions]:
    """Return the household's visit, begun or taken up again, with all that is known.

    ``kind`` names the reason for another visit after one the office received.
    """
    return _opened(ws, visit.start(ws, household_id, team.colleagues(ws)[:1], kind))


def resume(ws: Workspace, visit_id: str) -> tuple[Visit, Dossier, VisitActions]:
    """Return a visit as it was left; nothing new is begun."""
    return _opened(ws, visit.resume(ws, visit_id))


def look(ws: Workspace, visit_id: str) -> tuple[Visit, Dossier, VisitActions]:
    """Return an earlier, sealed visit as it was: what differs today is not shown with it."""
    seen = visit.resume(ws, visit_id)
    told = recheck.differences(ws, visit_id)
    now = dossier.open_household(ws, seen.household.id)
    then = Dossier(seen.household, now.declaration, RegisterSlice(), told, seen)
    return seen, then, actions(ws, replay.pack_of(ws, visit_id), {})


def _opened(ws: Workspace, one: Visit) -> tuple[Visit, Dossier, VisitActions]:
    # It is shown by the rules it was begun or sealed with, whatever pack came since.
    pack = rulebook.of(ws, one.id) if one.stage in visit.OPEN else replay.pack_of(ws, one.id)
    return (
        one,
        dossier.open_household(ws, one.household.id),
        actions(ws, pack, {one.id: drafts.kept(ws, one.id)}),
    )
