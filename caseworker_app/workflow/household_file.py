"""一户一档: what was issued for a household and what came back, bound into one file."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby

from caseworker_app.documents import dossier as papers, scanned, words
from caseworker_app.documents.album import Album, Shot
from caseworker_app.documents.dossier import Dossier, Piece, bind as bind
from caseworker_app.errors import RefusedError
from caseworker_app.model.household import Household
from caseworker_app.model.values import civil
from caseworker_app.model.visit import Attachment, Visit
from caseworker_app.rules.evidence import PHOTO, standing
from caseworker_app.store import (
    attachment as attachments,
    audit,
    household as households,
    paper,
    recheck,
    scan as scans,
    visit as visits,
)
from caseworker_app.store.database import Connection
from caseworker_app.store.paper import PaperRow
from caseworker_app.store.scan import PageRow
from caseworker_app.wire.canonical import sha256
from caseworker_app.workflow.workspace import Workspace

__all__ = ["Dossier", "bind", "gather", "note"]

_ALL = 1000
"""Visits of a household: more than anybody lives to see."""


def gather(ws: Workspace, household_id: str) -> Dossier:
    """Return everything that lies in the file of a household, for ``bind`` to bind as PDF/A.

    Behind each paper lie the pages of it that came back; a form filled in by hand, of which
    nothing was issued, lies among its kind. Void papers are left out with theirs. Raises
    RefusedError before anything was issued, UserError where this laptop no longer holds
    something: a file that lacks one would look whole.
    """
    with ws.database.read() as connection:
        home = households.load(connection, household_id)
        sealed = recheck.sealed(connection, household_id, _ALL)
        issued = paper.of_household(connection, household_id)
        pieces = [piece for row in issued if row.void is None for piece in _pieces(connection, row)]
        if not pieces:
            raise RefusedError("本户还没有签发过文书，没有可装订的档案。封存一次核查后再装订。")
        albums = (
            album for one in sealed for album in _albums(connection, visits.load(connection, one))
        )
        return Dossier(
            head=home.head.name,
            household_number=home.number,
            place=_place(home),
            day=ws.clock.today(),
            pieces=(*pieces, *_by_hand(connection, household_id)),
            albums=tuple(albums),
            is_practice=ws.practice,
        )


def note(ws: Workspace, household_id: str, file: bytes) -> None:
    """Write down that the file of a household was bound, with its hash."""
    with ws.database.write() as connection:
        digest = sha256(file)
        audit.append(connection, ws.at(), ws.person.id, "dossier.bound", household_id, digest)


def _pieces(connection: Connection, issued: PaperRow) -> Iterator[Piece]:
    """Yield a paper, and after it what came back of it."""
    day, title = _day(issued.issued_at), papers.title(issued.form)
    data = attachments.get(connection, issued.sha)
    yield Piece(issued.form, title, issued.number, day, data)
    rows = scans.of_paper(connection, issued.number)
    if rows:
        yield _scan(connection, rows, issued.number, day)


def _by_hand(connection: Connection, household_id: str) -> Iterator[Piece]:
    """Yield forms filled in by hand that came back without an issued paper."""
    alone = [row for row in scans.of_household(connection, household_id) if row.paper is None]
    for _, rows in groupby(sorted(alone, key=_record), _record):
        pages = tuple(rows)
        yield _scan(connection, pages, "", _day(pages[0].at))


def _scan(connection: Connection, rows: tuple[PageRow, ...], number: str, day: date) -> Piece:
    form = rows[0].form
    title = scanned.titled(papers.title(form))
    jpegs = (attachments.get(connection, row.sha) for row in rows)
    return Piece(form, title, number, day, scanned.sheets(jpegs, title, day))


def _albums(connection: Connection, visit: Visit) -> Iterator[Album]:
    shots = tuple(
        Shot(attachments.get(connection, one.sha), one.caption, _told(one), one.turned or 0)
        for one in standing(visit, PHOTO)
    )
    if shots:
        yield Album(visit.day, shots)


def _told(photo: Attachment) -> str:
    return words.moment(photo.taken)


def _record(row: PageRow) -> str:
    return row.record or ""


def _day(instant: str) -> date:
    return civil(datetime.fromisoformat(instant)).date()


def _place(home: Household) -> str:
    return f"{words.county(home.region)} {home.village}".strip()
