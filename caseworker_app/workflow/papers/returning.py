"""收回扫描件: what came back signed or written on by hand is filed to its household and form.

A page says by its code what it is. What has none, or one that means nothing here, is kept aside
until a person says where it belongs; no page is lost, and none is filed twice. A filed page
proves that somebody signed. It changes no data: a step of the procedure is done by what is
entered, never by a picture.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from caseworker_app.documents import form as forms
from caseworker_app.documents.visit_form.form import place as place_of
from caseworker_app.errors import UserError
from caseworker_app.intake.scan import KINDS as KINDS, Page
from caseworker_app.model.paper import VISIT_FORM, Subject
from caseworker_app.model.scan import Scan, ScannedPage
from caseworker_app.store import (
    attachment as attachments,
    audit,
    household as households,
    paper as papers,
    scan as table,
)
from caseworker_app.store.database import Connection
from caseworker_app.store.scan import PageRow
from caseworker_app.wire.operation import BlobRef
from caseworker_app.wire.scan import FORM, ROLE, units_of
from caseworker_app.workflow.outgoing import SCANS, NewRecord, send
from caseworker_app.workflow.papers import filing, placing
from caseworker_app.workflow.papers.placing import Place
from caseworker_app.workflow.scan_file import Batch as Batch, read as read
from caseworker_app.workflow.workspace import Workspace

_JPEG = "image/jpeg"
_LEAST_REASON = 2
_BLANK = "空白页"


@dataclass(frozen=True, slots=True)
class Filed:
    """Pages filed together to one paper or empty form."""

    household: str
    head: str
    form: str
    title: str
    number: str
    """Of the issued paper, or ""."""
    pages: tuple[str, ...]
    """Their ids, in order."""
    again: bool
    """Pages of it had come back before."""
    note: str
    """What is still to be done, or ""."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A page that waits for a person to say where it belongs."""

    id: str
    name: str
    """Of its file."""
    page: int
    why: str
    """A sentence."""


@dataclass(frozen=True, slots=True)
class Double:
    """A page that is here already."""

    id: str
    """Of the page that came before."""
    name: str
    page: int
    where: str
    """Where it is, in words."""


@dataclass(slots=True)
class Taken:
    """What became of a file."""

    name: str
    problem: str
    filed: list[Filed] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    doubles: list[Double] = field(default_factory=list)
    blank: int = 0
    """Empty backs of sheets: kept, and asked about no further."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A paper of a household, or a form written by hand, that a page can be assigned to."""

    form: str
    number: str
    """Of an issued paper, or ""."""
    title: str


def take(ws: Workspace, batch: Batch) -> Taken:
    """Keep the pages of a file, and file those whose code says where they belong."""
    taken = Taken(batch.name, batch.problem)
    with ws.database.write() as connection:
        groups: dict[Place, list[PageRow]] = {}
        for page in batch.pages:
            row = _row(ws, batch, page)
            before = table.twin(connection, row.source, row.page, row.sha)
            if before is not None:
                if not page.is_blank:
                    where = _where(connection, before)
                    taken.doubles.append(Double(before.id, row.name, row.page, where))
                continue
            found = None if page.is_blank else placing.placed(connection, page.codes)
            if isinstance(found, str):
                row = replace(row, why=found)
                taken.aside.append(_aside(row))
            attachments.put(connection, page.sha, page.jpeg, _JPEG)
            table.put(connection, [row])
            taken.blank += page.is_blank
            if isinstance(found, Place):
                groups.setdefault(found, []).append(row)
        taken.filed = [_file(connection, ws, *group) for group in groups.items()]
        told = f"{batch.name} {len(batch.pages)}页 {batch.source}"
        audit.append(connection, ws.at(), ws.person.id, "scan.taken", "", told)
    return taken


def aside(ws: Workspace) -> tuple[Aside, ...]:
    """Return the pages that wait for a person, in the order they came in."""
    with ws.database.read() as connection:
        return tuple(map(_aside, table.aside(connection)))


def choices(ws: Workspace, household_id: str) -> tuple[Choice, ...]:
    """Return what a page of a household can be: its issued papers, then every form by hand."""
    with ws.database.read() as connection:
        issued = [
            Choice(row.form, row.number, filing.title_of(row.form) + "（已作废）" * bool(row.void))
            for row in papers.of_household(connection, household_id)
        ]
    by_hand = (Choice(form, "", filing.title_of(form)) for form in (VISIT_FORM, *forms.described()))
    return (*issued, *by_hand)


def assign(ws: Workspace, ids: Sequence[str], household_id: str, choice: Choice) -> Filed:
    """File pages where a person says; raises UserError where they are filed or put away by now."""
    with ws.database.write() as connection:
        where = placing.chosen(connection, household_id, choice.form, choice.number)
        waiting = {row.id: row for row in table.aside(connection)}
        if not ids or not waiting.keys() >= set(ids):
            raise UserError("这些页已归档或已收起。请返回清单查看。")
        return _file(connection, ws, where, [waiting[one] for one in ids], by_hand=True)


def put_away(ws: Workspace, ids: Sequence[str], reason: str) -> None:
    """Take pages from the list that belong to no paper; they stay on the disk with the reason."""
    if len(reason.strip()) < _LEAST_REASON:
        raise UserError("收起一页要写明原因。请写几个字再收起。")
    with ws.database.write() as connection:
        for one in ids:
            if table.put_away(connection, [one], reason.strip()):
                _note(ws, connection, "scan.put_away", one, reason.strip())


def picture(ws: Workspace, page_id: str) -> bytes:
    """Return a page as JPEG; raises as ``attachment.get``."""
    with ws.database.read() as connection:
        (row,) = table.get(connection, [page_id])
        return attachments.get(connection, row.sha)


def _row(ws: Workspace, batch: Batch, page: Page) -> PageRow:
    return PageRow(
        id=ws.ids.new(),
        sha=page.sha,
        source=batch.source,
        page=page.number,
        name=batch.name,
        code="\n".join(page.codes),
        why="",
        at=ws.at(),
        person=ws.person.id,
        put_away=_BLANK if page.is_blank else "",
    )


def _file(
    connection: Connection,
    ws: Workspace,
    where: Place,
    rows: Sequence[PageRow],
    *,
    by_hand: bool = False,
) -> Filed:
    """File pages, tell the office, write it down."""
    home = households.load(connection, where.household)
    again = bool(where.paper) and table.count(connection, where.paper or "") > 0
    scan = Scan(
        id=ws.ids.new(),
        household=Subject(home.id, home.number, home.region, place_of(home)),
        form=where.form,
        paper=where.paper or "",
        about=where.about,
        visit=where.visit or "",
        at=ws.at(),
        person=ws.person,
        by_hand=by_hand,
        pages=tuple(ScannedPage(row.sha, row.source, row.page) for row in rows),
    )
    for row in rows:
        table.file(
            connection,
            replace(
                row,
                household=where.household,
                form=where.form,
                paper=where.paper,
                visit=where.visit,
                record=scan.id,
            ),
        )
    _queue(connection, ws, scan)
    detail = f"{scan.form} {len(rows)}页 {'人工指明 ' * by_hand}{scan.id}"
    _note(ws, connection, "scan.filed", where.paper or where.household, detail)
    return Filed(
        household=home.id,
        head=home.head.name,
        form=where.form,
        title=filing.title_of(where.form),
        number=where.paper or "",
        pages=tuple(row.id for row in rows),
        again=again,
        note=placing.still_to_do(where),
    )


def _queue(connection: Connection, ws: Workspace, scan: Scan) -> None:
    sizes = ((page.sha, attachments.size(connection, page.sha) or 0) for page in scan.pages)
    new = NewRecord(
        rid=scan.id,
        form=FORM,
        units=units_of(scan),
        gen=households.version(connection, scan.household.id).gen,
        blobs=tuple(BlobRef(sha, size, _JPEG, ROLE) for sha, size in sizes),
    )
    send(connection, ws, new, SCANS)


def _aside(row: PageRow) -> Aside:
    return Aside(row.id, row.name, row.page, row.why)


def _where(connection: Connection, row: PageRow) -> str:
    """Return where a page that came in before is."""
    if row.put_away:
        return f"已收起（{row.put_away}）"
    if row.household is None:
        return "在待认领的页里"
    head = households.load(connection, row.household).head.name
    return f"已归到{head}户的《{filing.title_of(row.form)}》"


def _note(ws: Workspace, connection: Connection, act: str, subject: str, detail: str) -> None:
    audit.append(connection, ws.at(), ws.person.id, act, subject, detail)
