"""Binds the screens of papers to the use cases; imported when they are first opened."""

from functools import partial

from caseworker_app.desktop.papers.listing import NoticeActions
from caseworker_app.desktop.papers.presenter import FileActions, PaperActions
from caseworker_app.workflow import dossier, household_file, papers, printing, recheck
from caseworker_app.workflow.workspace import Workspace


def actions(ws: Workspace) -> PaperActions:
    return PaperActions(
        notice=NoticeActions(
            acts=papers.acts,
            villages=partial(papers.villages, ws),
            due=partial(papers.due, ws),
            post=partial(papers.post, ws),
        ),
        file=FileActions(
            gather=partial(household_file.gather, ws),
            bind=household_file.bind,
            note=partial(household_file.note, ws),
        ),
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
