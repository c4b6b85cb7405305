"""打印: papers of every form on their way to a printer, each copy numbered and written down first.

What a printer then fails to print is written down too: a copy on paper is never without its entry.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from caseworker_app.documents import sheets, visit_form, words
from caseworker_app.documents.sheets import Sheet
from caseworker_app.errors import RefusedError, UserError
from caseworker_app.model.paper import VISIT_FORM
from caseworker_app.model.values import CHINA
from caseworker_app.store import (
    attachment as attachments,
    audit,
    discrepancy as discrepancies,
    household as households,
    paper,
    visit as visits,
    worklist,
)
from caseworker_app.store.database import Connection
from caseworker_app.store.freshness import CLOSED
from caseworker_app.store.paper import PaperRow
from caseworker_app.store.worklist import Due, Order, WorklistFilter
from caseworker_app.workflow.papers import empty, filing
from caseworker_app.workflow.workspace import Workspace

__all__ = [
    "FORMS",
    "Printable",
    "Sheet",
    "copies",
    "empty_form",
    "failed",
    "of_day",
    "of_household",
    "of_number",
    "of_visit",
    "page_count",
    "pdf",
    "picture",
    "round_of",
    "to_visit",
]

MOST_COPIES = 20
"""Of one paper at a time."""
FORMS = 200
"""Empty forms offered of those overdue, and of those due within a week."""


@dataclass(frozen=True, slots=True)
class Printable:
    """A paper to print: an issued one by its number, or an empty form by its household."""

    key: str
    """Number of the paper, or id of the household."""
    head: str
    village: str
    blank: bool
    copies: int = 0
    """How many were printed so far."""
    due: date | None = None
    """When the household of an empty form is due."""
    form: str = VISIT_FORM
    title: str = ""
    """What the form is called."""
    about: str = ""
    """Of an empty proof of service: number of the paper it goes with."""
    void: str = ""
    """Why the paper is void and cannot be printed any more; "" while it stands."""
    proposed: int = 1
    """Copies its form asks for."""


def of_visit(ws: Workspace, visit_id: str) -> tuple[Printable, ...]:
    """Return the papers that rest on a sealed visit, its own form first."""
    with ws.database.read() as connection:
        found = paper.of_visit(connection, visit_id)
        return tuple(_printable(connection, row) for row in found)


def of_household(ws: Workspace, household_id: str) -> tuple[Printable, ...]:
    """Return every paper of a household, by number."""
    with ws.database.read() as connection:
        found = paper.of_household(connection, household_id)
        return tuple(_printable(connection, row) for row in found)


def of_number(ws: Workspace, number: str) -> Printable:
    """Return an issued paper of any day; raises UserError where this laptop does not hold it."""
    with ws.database.read() as connection:
        return _printable(connection, filing.known(connection, number))


def of_day(ws: Workspace) -> tuple[Printable, ...]:
    """Return the papers sealed or issued today that are not void, by number."""
    midnight = datetime.combine(ws.clock.today(), time(), CHINA).astimezone(UTC)
    with ws.database.read() as connection:
        found = paper.issued_since(connection, midnight.isoformat(timespec="milliseconds"))
        return tuple(_printable(connection, row) for row in found if row.void is None)


def empty_form(ws: Workspace, household_id: str, form: str, about: str = "") -> Printable:
    """Return an empty form of any code for a household.

    ``about`` is the number of the paper a proof of service is carried along with.
    """
    with ws.database.read() as connection:
        home = households.load(connection, household_id)
    return Printable(
        home.id,
        home.head.name,
        home.village,
        blank=True,
        form=form,
        title=filing.title_of(form),
        about=about,
        proposed=filing.copies_of(form),
    )


def to_visit(ws: Workspace) -> tuple[Printable, ...]:
    """Return an empty form for households overdue, then those due within a week, each by place.

    Where more are late than anybody visits soon, the ones that are so longest.
    """
    today = ws.clock.today()
    with ws.database.read() as connection:
        rows = [
            row
            for due in (Due.OVERDUE, Due.WEEK)
            for row in _soonest(connection, WorklistFilter(due=due), today)
        ]
        found = worklist.page(connection, rows)
    title = filing.title_of(VISIT_FORM)
    return tuple(
        Printable(r.id, r.head, r.village, blank=True, due=r.due, title=title) for r in found
    )


def _soonest(connection: Connection, wanted: WorklistFilter, today: date) -> list[int]:
    """Return so many households as are due first, by place."""
    first = frozenset(worklist.rows(connection, wanted, today)[:FORMS])
    by_place = worklist.rows(connection, replace(wanted, order=Order.PLACE), today)
    return [row for row in by_place if row in first]


def pdf(ws: Workspace, wanted: Printable) -> bytes:
    """Return the paper as it was issued, or the empty form as the household is known today."""
    if wanted.blank and wanted.form != VISIT_FORM:
        return empty.pdf(ws, wanted.key, wanted.form, wanted.about)
    with ws.database.read() as connection:
        if not wanted.blank:
            return attachments.get(connection, filing.known(connection, wanted.key).sha)
        form = _blank(ws, connection, wanted.key)
    return visit_form.render_blank(form)


def round_of(ws: Workspace, wanted: Sequence[Printable], *, is_large: bool = False) -> bytes:
    """Return the empty forms of a round of visits in one file, in this order, written down.

    Raises RefusedError where there is none.
    """
    if not wanted:
        raise RefusedError("没有要打印的空白表。请先在清单中选择要走访的户。")
    with ws.database.write() as connection:
        forms = [replace(_blank(ws, connection, one.key), is_large=is_large) for one in wanted]
        for one in wanted:
            _note(ws, connection, "form.printed", one.key, "1份空白核查表（成批）")
    return visit_form.render_blanks(forms)


def _blank(ws: Workspace, connection: Connection, household_id: str) -> visit_form.BlankForm:
    return visit_form.BlankForm(
        households.load(connection, household_id),
        households.declaration(connection, household_id),
        discrepancies.of(connection, household_id),
        ws.clock.today(),
        ws.pack.name,
        ws.pack.id,
        ws.pack.hash,
        ws.practice,
        visit=_under_way(connection, household_id),
    )


def copies(ws: Workspace, wanted: Printable, number: int, reason: str = "") -> tuple[bytes, ...]:
    """Return so many copies for the printer, each with its own number, written down.

    Raises RefusedError where it was printed before and no reason is given, or where it is void.
    """
    if not 1 <= number <= MOST_COPIES:
        raise UserError(f"一次可打印1至{MOST_COPIES}份。请修改份数后再打印。")
    whole = pdf(ws, wanted)
    if wanted.blank:
        with ws.database.write() as connection:
            _note(ws, connection, "form.printed", wanted.key, _blanks(wanted, number))
        return (whole,) * number
    with ws.database.write() as connection:
        row = filing.known(connection, wanted.key)
        before = row.copies
        if row.void is not None:
            raise RefusedError("这份文书已作废，不能再打印，可以查看。需要的请重新办理一份。")
        if before and not reason.strip():
            raise RefusedError("这份表打印过。请写明重印的原因，再打印。")
        paper.copied(connection, wanted.key, number)
        for copy in range(before + 1, before + number + 1):
            _note(ws, connection, "paper.printed", wanted.key, _detail(copy, reason))
    day = ws.clock.today()
    return tuple(
        sheets.stamped(whole, _stamp(copy, day, reason if before else "", ws.person.name))
        for copy in range(before + 1, before + number + 1)
    )


def failed(ws: Workspace, wanted: Printable, why: str) -> None:
    """Write down that the printer refused what was sent to it."""
    act = "form.not_printed" if wanted.blank else "paper.not_printed"
    with ws.database.write() as connection:
        _note(ws, connection, act, wanted.key, why)


def page_count(data: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(sheets.sizes(data))


def picture(data: bytes, page: int, dpi: float) -> Sheet:
    """Return a page of a PDF, counted from 0, as a picture of so many pixels an inch."""
    return sheets.sheet(data, page, dpi)


def _under_way(connection: Connection, household_id: str) -> str:
    """Return the visit that is going on, or ""."""
    found = visits.of_household(connection, household_id)
    return found if found and visits.stage_of(connection, found) not in CLOSED else ""


def _printable(connection: Connection, row: PaperRow) -> Printable:
    home = households.load(connection, row.household)
    return Printable(
        row.number,
        home.head.name,
        home.village,
        blank=False,
        copies=row.copies,
        form=row.form,
        title=filing.title_of(row.form),
        void=filing.void_reason(row),
        proposed=filing.copies_of(row.form),
    )


def _blanks(wanted: Printable, number: int) -> str:
    name = "核查表" if wanted.form == VISIT_FORM else wanted.title
    return f"{number}份空白{name}"


def _detail(copy: int, reason: str) -> str:
    return f"第{copy}份" + (f"，{reason.strip()}" if reason.strip() else "")


def _stamp(copy: int, day: date, reason: str, person: str) -> str:
    """Return what stands at the foot of a copy."""
    parts = [f"第{copy}份", f"{words.day(day)}{'重印' if reason else '打印'}", person]
    return "　".join([*parts, f"事由：{reason.strip()}"] if reason else parts)


def _note(ws: Workspace, connection: Connection, act: str, subject: str, detail: str) -> None:
    audit.append(connection, ws.at(), ws.person.id, act, subject, detail)
