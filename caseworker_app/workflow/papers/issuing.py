"""发出: a draft becomes a numbered paper that nobody changes any more, in one transaction.

Number, PDF, record, trail and delivery are written together or not at all. Doing it again
answers the same paper.
"""

from collections.abc import Callable
from typing import TypeAlias

from caseworker_app.documents import form as forms
from caseworker_app.errors import RefusedError
from caseworker_app.store import (
    attachment as attachments,
    audit,
    household as households,
    paper as table,
    paper_draft as drafts,
)
from caseworker_app.store.database import Connection
from caseworker_app.store.paper import PaperRow
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.operation import BlobRef
from caseworker_app.wire.paper import DIGEST, FORM, ROLE, units_of
from caseworker_app.workflow import rulebook, sealing
from caseworker_app.workflow.outgoing import PAPERS, NewRecord, send
from caseworker_app.workflow.papers import filing, writing
from caseworker_app.workflow.papers.told import Issued
from caseworker_app.workflow.papers.writing import Work
from caseworker_app.workflow.workspace import Workspace

Finish: TypeAlias = Callable[[bytes, str], bytes]
"""Makes of a drawn paper and its number the bytes that are kept, delivered and printed."""

_PDF = "application/pdf"


def issue(ws: Workspace, draft_id: str) -> Issued:
    """Issue a draft; raises RefusedError with everything in its way, UserError for no numbers.

    A character no typeface has, an entry that is missing, a hearing that is not done: then
    nothing is written, and no number is lost.
    """
    finish = sealing.sealer(ws)
    with ws.database.write() as connection:
        row = table.of_record(connection, draft_id)
        if row is None:
            row = _issued(connection, ws, writing.loaded(connection, ws, draft_id), finish)
        (line,) = filing.listed(connection, (row,))
    return line


def _issued(connection: Connection, ws: Workspace, work: Work, finish: Finish) -> PaperRow:
    _require_faultless(connection, work)
    year, region = work.case.day.year, work.case.household.region
    number = table.next_number(connection, work.form.code, year, region)
    paper = work.paper(number, is_practice=ws.practice)
    units = units_of(paper)
    pdf = finish(forms.render(writing.filled(work.form, paper, str(units[DIGEST]))), number)
    row = PaperRow(
        number=number,
        form=paper.form,
        household=paper.household.id,
        visit=paper.visit or None,
        sha=sha256(pdf),
        issued_at=ws.at(),
        record=paper.id,
        units=canonical(units),
    )
    attachments.put(connection, row.sha, pdf, _PDF)
    send(
        connection,
        ws,
        NewRecord(
            rid=paper.id,
            form=FORM,
            units=units,
            gen=households.version(connection, paper.household.id).gen,
            policy=f"{paper.pack_id}:{paper.pack_hash}",
            blobs=(BlobRef(row.sha, len(pdf), _PDF, ROLE),),
        ),
        PAPERS,
    )
    table.put(connection, row)
    table.enlist(connection, number, ((one.id, one.visit) for one in paper.others or ()))
    rulebook.keep(connection, ws)
    drafts.drop(connection, paper.id)
    audit.append(connection, ws.at(), ws.person.id, "paper.issued", number, paper.form)
    return row


def _require_faultless(connection: Connection, work: Work) -> None:
    found = writing.against(connection, work)
    if found:
        why = "".join(fault.text for fault in found)
        raise RefusedError(f"“{work.form.title}”还不能发出：{why}已填内容都已保存。")
