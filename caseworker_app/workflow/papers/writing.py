"""Drafts: a paper is written entry by entry, each on the disk when the call returns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from caseworker_app.documents import form as forms
from caseworker_app.documents.form import Entry, Filled, Form, Kind
from caseworker_app.documents.visit_form.form import place
from caseworker_app.errors import RefusedError, UserError
from caseworker_app.model.paper import Listed, Paper, Subject
from caseworker_app.model.values import Json
from caseworker_app.rules.procedure.papers import (
    APPROVAL,
    DECIDES,
    NAMES,
    PAPER_NUMBER,
    POSTING,
    RECEIVED,
    SERVICE,
)
from caseworker_app.store import audit, paper as papers, paper_draft as drafts
from caseworker_app.store.database import Connection
from caseworker_app.store.paper_draft import DraftRow
from caseworker_app.workflow import holding
from caseworker_app.workflow.papers import filing, listing, local_words, opening
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.cautions import cautions
from caseworker_app.workflow.papers.entry import Written
from caseworker_app.workflow.papers.faults import faults, fits
from caseworker_app.workflow.papers.known import known
from caseworker_app.workflow.papers.law import refused
from caseworker_app.workflow.papers.told import Draft, Fault
from caseworker_app.workflow.workspace import Workspace

_UNPROVEN = (
    "送达回证要写明收到时间，或者拒收事由。还没有送达的，请打印空白送达回证随文书带去，"
    "送达后再录入。"
)
_PREVIEW = "预览，未发出，无效"


@dataclass(frozen=True, slots=True)
class Work:
    """A draft with everything it is judged and printed by."""

    row: DraftRow
    form: Form
    case: Case
    entries: Mapping[str, Json]
    written: frozenset[str]
    usable: Written
    """What stands in the entries that are asked for and is of their kind."""
    contradiction: str
    """Why what was written contradicts the record, or ""."""
    rests_on: str
    """Hash of the sealed visit's record, or ""."""
    others: tuple[Listed, ...] | None

    def paper(self, number: str, *, is_practice: bool) -> Paper:
        """Return the paper it becomes."""
        home, pack = self.case.household, self.case.pack
        return Paper(
            id=self.row.id,
            number=number,
            form=self.form.code,
            household=Subject(home.id, home.number, home.region, place(home)),
            visit=self.row.visit or "",
            rests_on=self.rests_on,
            day=self.case.day,
            person=self.case.person,
            pack_id=pack.id,
            pack_name=pack.name,
            pack_hash=pack.hash,
            entries=self.entries,
            others=self.others,
            is_large=self.row.is_large,
            is_practice=is_practice,
        )


def begin(
    ws: Workspace, form: str, household_id: str, visit_id: str = "", about: str = ""
) -> Draft:
    """Return a draft of a form, begun now where there is none of the same.

    ``about`` is the number of the paper that is to be served: the draft rests on the same visit;
    or the id of the member or neighbour a paper speaks of.
    Raises RefusedError where the form tells a decision and the visit is not sealed.
    """
    with ws.database.write() as connection:
        holding.require(connection, ws, household_id)
        served = papers.get(connection, about) if about else None
        visit = (served.visit if served else None) or visit_id or None
        row = begun(connection, ws, (form, household_id, visit, about))
        return told(connection, loaded(connection, ws, row.id))


def resume(ws: Workspace, draft_id: str) -> Draft:
    """Return a draft as it was left; raises UserError where it is issued or dropped."""
    with ws.database.read() as connection:
        return told(connection, loaded(connection, ws, draft_id))


def write(ws: Workspace, draft_id: str, entry: str, value: Json) -> Draft:
    """Keep one entry as it is left, None or "" for an emptied one; return the draft.

    Any value is kept; what cannot be is among the faults. Only entries that are asked for may
    be written: another one raises ValueError.
    """
    with ws.database.write() as connection:
        row = drafts.get(connection, draft_id)
        if not any(one.name == entry and one.asked for one in forms.read(row.form).entries):
            raise ValueError(f"{row.form} does not ask for {entry}")
        drafts.write(connection, draft_id, {entry: value})
        return told(connection, loaded(connection, ws, draft_id))


def enlarge(ws: Workspace, draft_id: str, *, is_large: bool) -> Draft:
    """Choose the edition in large letters, or the usual one."""
    with ws.database.write() as connection:
        drafts.get(connection, draft_id)
        drafts.enlarge(connection, draft_id, is_large=is_large)
        return told(connection, loaded(connection, ws, draft_id))


def drop(ws: Workspace, draft_id: str) -> None:
    """Throw a draft away; raises UserError where there is none."""
    with ws.database.write() as connection:
        row = drafts.get(connection, draft_id)
        drafts.drop(connection, draft_id)
        audit.append(connection, ws.at(), ws.person.id, "paper.dropped", draft_id, row.form)


def preview(ws: Workspace, draft_id: str) -> bytes:
    """Return the PDF as it would be, without a number; raises UserError as ``forms.render``.

    What cannot be, such as a day that is none, is left out.
    """
    with ws.database.read() as connection:
        work = loaded(connection, ws, draft_id)
    fitting = {n: v for n, v in work.entries.items() if fits(work.form.entry(n), v)}
    work = replace(work, entries=fitting)
    return forms.render(filled(work.form, work.paper("", is_practice=ws.practice), _PREVIEW))


def filled(form: Form, paper: Paper, digest: str) -> Filled:
    """Return what is drawn of a paper."""
    return Filled(
        form=form,
        entries=paper.entries,
        region=paper.household.region,
        place=paper.household.place,
        day=paper.day,
        household_number=paper.household.number,
        number=paper.number,
        digest=digest,
        subject=paper.id,
        pack_name=paper.pack_name,
        pack_id=paper.pack_id,
        pack_hash=paper.pack_hash,
        is_practice=paper.is_practice,
        is_large=paper.is_large,
    )


def loaded(connection: Connection, ws: Workspace, draft_id: str) -> Work:
    """Return a draft with its case; raises UserError where there is none."""
    row = drafts.get(connection, draft_id)
    case = opening.opened(connection, ws, row.household, row.visit or "")
    served = filing.naming_entries(connection, row.household, row.about)
    if row.about and not served:
        case = replace(case, about=row.about)
    if row.form == APPROVAL:
        case = replace(case, before=opening.before(connection, ws, case))
    if row.form == POSTING:
        case = replace(case, others=listing.others(connection, ws, draft_id))
    form = local_words.read(connection, row.form)
    written = drafts.entries(connection, draft_id)
    proposed = {
        **known(form, case),
        **filing.earlier(connection, row.household, row.visit or ""),
        **served,
        **written,
    }
    asked = {e.name: proposed.get(e.name) for e in form.entries if e.asked}
    usable = {name: value for name, value in asked.items() if fits(form.entry(name), value)}
    followed, contradiction = _followed(form, case, usable)
    found = {**followed, **asked}
    return Work(
        row=row,
        form=form,
        case=case,
        entries={
            e.name: _shown(e, found[e.name])
            for e in form.entries
            if not _is_nothing(found.get(e.name))
        },
        written=frozenset(written),
        usable=usable,
        contradiction=contradiction,
        rests_on=opening.record_hash(connection, row.visit) if row.visit else "",
        others=listing.listed(connection, case),
    )


def _followed(form: Form, case: Case, usable: Written) -> tuple[dict[str, Json], str]:
    """Return what is known with what was written, and why that contradicts the record, or ""."""
    try:
        return known(form, case, usable), ""
    except UserError as error:
        return known(form, case), str(error)


def _shown(entry: Entry, value: Json) -> Json:
    """Return what stands on the paper: of rows the columns it has, and nothing beside them."""
    if entry.kind is not Kind.ROWS or not isinstance(value, list):
        return value
    columns = {column.name for column in entry.columns}
    return [
        {name: cell for name, cell in row.items() if name in columns}
        if isinstance(row, dict)
        else row
        for row in value
    ]


def against(connection: Connection, work: Work) -> tuple[Fault, ...]:
    """Return everything in the way of issuing a draft."""
    return (
        *refused(connection, work.case, work.form.code),
        *((Fault("", work.contradiction),) if work.contradiction else ()),
        *faults(work.form, work.entries, work.case.day),
        *_unproven(work),
        *_wrong_papers(connection, work),
        *(listing.wrong(connection, work.case, work.entries) if _is_notice(work) else ()),
    )


def told(connection: Connection, work: Work) -> Draft:
    """Return a draft for the screen."""
    row = work.row
    return Draft(
        id=row.id,
        form=work.form,
        household=row.household,
        visit=row.visit or "",
        about=row.about,
        head=work.case.household.head.name,
        entries=work.entries,
        written=work.written,
        is_large=row.is_large,
        started=datetime.fromisoformat(row.started_at),
        faults=against(connection, work),
        cautions=() if work.contradiction else cautions(work.form, work.case, work.usable),
    )


def _is_notice(work: Work) -> bool:
    return work.form.code == POSTING


def _is_nothing(value: Json) -> bool:
    return value in (None, "", [])


def begun(
    connection: Connection, ws: Workspace, same: tuple[str, str, str | None, str]
) -> DraftRow:
    """Return the draft of a form, household, visit and about, begun now where there is none.

    Raises as ``begin``.
    """
    form, household_id, visit, _ = same
    _require_sealed(connection, form, visit)
    for row in drafts.of_household(connection, household_id):
        if (row.form, row.household, row.visit, row.about) == same:
            return row
    new = ws.ids.new()
    row = DraftRow(new, *same, is_large=False, started_at=ws.at(), started_by=ws.person.id)
    drafts.start(connection, row)
    audit.append(connection, ws.at(), ws.person.id, "paper.begun", new, form)
    return row


def _require_sealed(connection: Connection, form: str, visit: str | None) -> None:
    if visit is not None:
        opening.record_hash(connection, visit)
    elif form in DECIDES:
        raise RefusedError(
            f"“{filing.title_of(form)}”说的是认定结果，只能以封存的核查为依据。"
            "请先封存该户的核查表，再从那次核查办理。"
        )


def _unproven(work: Work) -> tuple[Fault, ...]:
    """Return why a proof of service proves nothing."""
    if work.form.code != SERVICE or any(work.entries.get(name) for name in RECEIVED):
        return ()
    return (Fault(RECEIVED[0], _UNPROVEN),)


def _wrong_papers(connection: Connection, work: Work) -> Iterator[Fault]:
    """Yield each entry that names a paper which cannot be meant."""
    for entry in (PAPER_NUMBER, *NAMES):
        number = str(work.entries.get(entry) or "")
        row = papers.get(connection, number)
        if row is None:  # it was issued on another laptop, or nothing is named
            continue
        if row.household != work.row.household:
            yield Fault(entry, f"{number}号文书是另一户的，请核对编号。")
        elif row.void is not None:
            yield Fault(entry, f"{number}号文书已作废，请填写重新发出的文书编号。")
