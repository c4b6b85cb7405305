"""Papers that were issued: found, read again, each with what became of it."""

from collections.abc import Iterable
from datetime import datetime

from caseworker_app.documents import form as forms, wording
from caseworker_app.errors import OutsideError, UserError
from caseworker_app.model.paper import VISIT_FORM, Paper, Void
from caseworker_app.model.values import Json
from caseworker_app.rules.procedure.papers import NAMES, PAPER_NUMBER, named_by
from caseworker_app.store import (
    attachment as attachments,
    audit,
    copy as copies,
    household as households,
    paper as table,
    scan as scans,
    visit as visits,
)
from caseworker_app.store.database import Connection
from caseworker_app.store.paper import PaperRow
from caseworker_app.store.values import json_of, unpacked
from caseworker_app.wire.paper import RECORD, digest_of, paper_of
from caseworker_app.workflow.papers.told import Elsewhere, Issued, Whole
from caseworker_app.workflow.workspace import Workspace

_PAPER_TITLE = "paper_title"
_ALTERED = "与发出时不一样，可能已损坏或被人改动，为避免误用不再显示。请保留原文件并联系管理员。"


def issued(ws: Workspace, household_id: str, visit_id: str = "") -> tuple[Issued, ...]:
    """Return the papers of a household, or of one visit to it, the latest first."""
    with ws.database.read() as connection:
        rows = table.of_household(connection, household_id)
        wanted = tuple(row for row in rows if row.visit == visit_id or not visit_id)
        return listed(connection, wanted)


def read(ws: Workspace, number: str) -> Whole:
    """Return an issued paper with all it says.

    Raises UserError for a number this laptop does not hold, OutsideError where what it holds is
    not what was issued.
    """
    with ws.database.read() as connection:
        row = known(connection, number)
        paper = said(row)
        (line,) = listed(connection, (row,))
    return Whole(line, forms.read(paper.form), paper.entries, paper.day, paper.is_large)


def pdf(ws: Workspace, number: str) -> bytes:
    """Return the paper's bytes as they were issued, also where it is void; raises as ``read``."""
    with ws.database.read() as connection:
        return attachments.get(connection, known(connection, number).sha)


def title_of(form: str) -> str:
    """Return what a form is called."""
    return wording.read(form).title if form == VISIT_FORM else forms.read(form).title


def copies_of(form: str) -> int:
    """Return how many copies are printed of a form unless somebody says otherwise."""
    return 1 if form == VISIT_FORM else forms.read(form).copies


def known(connection: Connection, number: str) -> PaperRow:
    """Return a paper by its number; raises UserError where this laptop does not hold it."""
    row = table.get(connection, number)
    if row is None:
        raise UserError(f"本机没有编号为{number}的文书。请核对编号，或联网从服务器查看。")
    return row


def said(row: PaperRow) -> Paper:
    """Return what a paper says; raises OutsideError where it is not what was issued.

    A visit form says what its visit says and is refused with UserError.
    """
    if row.units is None:
        raise UserError("核查表随核查封存，请到该户的核查中查看。")
    units = json_of(row.units)
    paper = paper_of(units) if isinstance(units, dict) else None
    if paper is None or (paper.id, paper.number) != (row.record, row.number):
        raise OutsideError(f"{row.number}号文书的内容{_ALTERED}")
    return paper


def standing(connection: Connection, household_id: str, visit_id: str) -> tuple[Paper, ...]:
    """Return the papers that count for a visit and are not void, the earliest first.

    Those of no visit count too: a near relative is filed once for the household. So do those of
    colleagues, which come before one's own.
    """
    rows = table.of_household(connection, household_id)
    counted = [
        row
        for row in rows
        if row.record is not None and row.void is None and row.visit in (None, visit_id)
    ]
    theirs = (
        paper
        for paper in colleagues(connection, household_id)
        if paper.void is None and paper.visit in ("", visit_id)
    )
    return (*theirs, *(said(row) for row in sorted(counted, key=_moment)))


def colleagues(connection: Connection, household_id: str) -> tuple[Paper, ...]:
    """Return the papers others issued for a household, as they came from the office."""
    found = copies.of_household(connection, RECORD, household_id)
    papers = (paper_of(one.units) for one in found if not table.of_record(connection, one.rid))
    return tuple(filter(None, papers))


def elsewhere(connection: Connection, household_id: str) -> tuple[Elsewhere, ...]:
    """Return the same as a list shows them, the latest first."""
    papers = sorted(colleagues(connection, household_id), key=lambda one: one.day, reverse=True)
    return tuple(
        Elsewhere(one.number, one.form, title_of(one.form), one.day, one.person, one.void)
        for one in papers
    )


def void_reason(row: PaperRow) -> str:
    """Return why a paper is void, or "" while it stands."""
    what = _void(row)
    return what.reason if what else ""


def naming_entries(connection: Connection, household_id: str, number: str) -> dict[str, Json]:
    """Return what a proof of service says of the paper it is about; nothing of one unknown here."""
    if not number:
        return {}
    own = table.get(connection, number)
    others = () if own else colleagues(connection, household_id)
    form = next((paper.form for paper in (own, *others) if paper and paper.number == number), "")
    return {PAPER_NUMBER: number, _PAPER_TITLE: title_of(form)} if form else {}


def earlier(connection: Connection, household_id: str, visit_id: str) -> dict[str, Json]:
    """Return the number of the latest paper that stands, for each entry that names an earlier one.

    Those of the same visit, or of none where there is none.
    """
    of = {p.form: p.number for p in standing(connection, household_id, visit_id)}
    return {entry: of[form] for entry, form in NAMES.items() if form in of}


def naming(connection: Connection, row: PaperRow) -> tuple[PaperRow, ...]:
    """Return the papers of the same household that name another one and are not void."""
    others = table.of_household(connection, row.household)
    return tuple(
        other
        for other in others
        if other.record is not None and other.void is None and named_by(said(other), row.number)
    )


def listed(connection: Connection, rows: Iterable[PaperRow]) -> tuple[Issued, ...]:
    """Return papers as a list shows them, the latest first."""
    papers = sorted(rows, key=_moment, reverse=True)
    return tuple(_line(connection, row) for row in papers)


def altered(connection: Connection) -> tuple[str, ...]:
    """Return the numbers of papers that are not what was issued any more.

    They are gone, say something else, are another household's, or stand again although they
    were made void.
    """
    rows = {row.number: row for row in table.every(connection)}
    unsound = {number for number, row in rows.items() if not _is_sound(row)}
    gone = _subjects(connection, "paper.issued") - rows.keys()
    void_once = _subjects(connection, "paper.voided") & rows.keys()
    standing_again = {number for number in void_once if rows[number].void is None}
    sound = (rows[number] for number in rows.keys() - unsound)
    listed = {(row.number, one.id, one.visit) for row in sound for one in said(row).others or ()}
    moved = {number for number, _, _ in table.listings(connection) ^ listed}
    return tuple(sorted(unsound | gone | standing_again | moved))


def _subjects(connection: Connection, act: str) -> set[str]:
    return {subject for subject, _ in audit.told(connection, (act,))}


def _line(connection: Connection, row: PaperRow) -> Issued:
    paper = None if row.record is None else said(row)
    about = str(paper.entries.get(PAPER_NUMBER) or "") if paper else ""
    digest = digest_of(paper) if paper else visits.record_hash(connection, row.visit or "")
    return Issued(
        number=row.number,
        form=row.form,
        title=title_of(row.form),
        household=row.household,
        visit=row.visit or "",
        head=households.load(connection, row.household).head.name,
        issued=datetime.fromisoformat(row.issued_at),
        digest=digest,
        pdf_sha=row.sha,
        copies=row.copies,
        void=_void(row),
        about=about,
        scans=scans.count(connection, row.number),
        names_void=paper is not None and row.void is None and _names_void(connection, row, paper),
    )


def _names_void(connection: Connection, row: PaperRow, paper: Paper) -> bool:
    others = table.of_household(connection, row.household)
    return any(one.void is not None and named_by(paper, one.number) for one in others)


def _void(row: PaperRow) -> Void | None:
    return None if row.void is None else unpacked(row.void, Void)


def _is_sound(row: PaperRow) -> bool:
    try:
        said(row)
    except OutsideError:
        return False
    return True


def _moment(row: PaperRow) -> tuple[str, str]:
    return row.issued_at, row.number
