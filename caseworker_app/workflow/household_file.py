"""装订档案: what was issued for a household, bound into one file just as it was issued."""

from collections.abc import Iterator
from datetime import datetime

from caseworker_app.documents import dossier as papers, words
from caseworker_app.documents.album import Album, Shot
from caseworker_app.documents.dossier import Dossier, Piece
from caseworker_app.errors import RefusedError
from caseworker_app.model.household import Household
from caseworker_app.model.values import CHINA
from caseworker_app.model.visit import Attachment, Visit
from caseworker_app.rules.evidence import PHOTO, standing
from caseworker_app.store import (
    attachment as attachments,
    audit,
    household as households,
    paper,
    recheck,
    visit as visits,
)
from caseworker_app.store.database import Connection
from caseworker_app.store.paper import PaperRow
from caseworker_app.wire.canonical import sha256
from caseworker_app.workflow.workspace import Workspace

_ALL = 1000
"""Visits of a household: more than anybody lives to see."""


def bind(ws: Workspace, household_id: str) -> bytes:
    """Return the file of a household as PDF/A; that it was bound is written down with its hash.

    Raises RefusedError before anything was issued, UserError where this laptop no longer holds
    a paper: a file that lacks one would look whole. Void papers are left out.
    """
    with ws.database.read() as connection:
        home = households.load(connection, household_id)
        sealed = recheck.sealed(connection, household_id, _ALL)
        made = tuple(visits.load(connection, one) for one in sealed)
        issued = paper.of_household(connection, household_id)
        pieces = tuple(_piece(connection, one) for one in issued if one.void is None)
        albums = tuple(album for one in made for album in _albums(connection, one))
    if not pieces:
        raise RefusedError("本户还没有签发过文书，没有可装订的档案。封存一次核查后再装订。")
    whole = papers.bind(
        Dossier(
            head=home.head.name,
            household_number=home.number,
            place=_place(home),
            day=ws.clock.today(),
            pieces=pieces,
            albums=albums,
            is_practice=ws.practice,
        )
    )
    with ws.database.write() as connection:
        digest = sha256(whole)
        audit.append(connection, ws.at(), ws.person.id, "dossier.bound", household_id, digest)
    return whole


def _piece(connection: Connection, issued: PaperRow) -> Piece:
    day = datetime.fromisoformat(issued.issued_at).astimezone(CHINA).date()
    data = attachments.get(connection, issued.sha)
    return Piece(issued.form, papers.title(issued.form), issued.number, day, data)


def _albums(connection: Connection, visit: Visit) -> Iterator[Album]:
    shots = tuple(
        Shot(attachments.get(connection, one.sha), one.caption, _told(one), one.turned or 0)
        for one in standing(visit, PHOTO)
    )
    if shots:
        yield Album(visit.day, shots)


def _told(photo: Attachment) -> str:
    return words.moment(photo.taken)


def _place(home: Household) -> str:
    return f"{words.county(home.region)} {home.village}".strip()
