"""Binds the screens of papers to the use cases; imported when they are first opened."""

from functools import partial

from caseworker_app.desktop.papers.presenter import PaperActions
from caseworker_app.workflow import dossier, papers, printing, recheck
from caseworker_app.workflow.workspace import Workspace


def actions(ws: Workspace) -> PaperActions:
    return PaperActions(
        household=lambda household_id: dossier.open_household(ws, household_id).household,
        past=partial(recheck.past, ws),
        offered=partial(papers.offered, ws),
        begin=partial(papers.begin, ws),
        resume=partial(papers.resume, ws),
        write=partial(papers.write, ws),
        enlarge=lambda draft_id, is_large: papers.enlarge(ws, draft_id, is_large=is_large),
        drop=partial(papers.drop, ws),
        preview=partial(papers.preview, ws),
        issue=partial(papers.issue, ws),
        pdf=partial(papers.pdf, ws),
        void=partial(papers.void, ws),
        pages=printing.page_count,
        picture=printing.picture,
        today=ws.clock.today,
    )
