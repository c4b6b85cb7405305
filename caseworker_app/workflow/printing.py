"""打印: papers of every form on their way to a printer, each copy numbered and written down first.

What a printer then fails to print is written down too: a copy on paper is never without its entry.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import partial

from caseworker_app.documents import form as forms, sheets, visit_form, words
from caseworker_app.documents.sheets import Sheet
from caseworker_app.errors import RefusedError, UserError
from caseworker_app.model.paper import VISIT_FORM
from caseworker_app.model.values import CHINA
from caseworker_app.rules.procedure.papers import DECIDES, STATEMENT
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
from caseworker_app.store.worklist import Due, Facet, Order, WorklistFilter, WorklistRow
from caseworker_app.workflow import rulebook
from caseworker_app.workflow.papers import empty, filing
from caseworker_app.workflow.workspace import Workspace

__all__ = [
    "FORMS",
    "Printable",
    "Range",
    "Sheet",
    "by_hand",
    "copies",
    "counted",
    "drawing",
    "empty_form",
    "failed",
    "of_day",
    "of_household",
    "of_number",
    "of_visit",
    "offered",
    "page_count",
    "pdf",
    "picture",
    "stamped",
    "villages",
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
    is_large: bool = False
    """An empty form in large letters."""


@dataclass(frozen=True, slots=True)
class Range:
    """What is offered to be printed."""

    village: str = ""
    """All its households, or "" for what the day and the coming visits ask for."""
    form: str = VISIT_FORM
    """The empty form beside the papers."""
    is_large: bool = False
    """The empty form in large letters."""


def offered(ws: Workspace, what: Range) -> tuple[Printable, ...]:
    """Return papers that were issued and empty forms, both in the order of the round.

    Of the day its papers, and a form for households overdue or due within a week; of a village
    the papers nobody printed yet, and a form for each household.
    """
    if what.village:
        return (*_unprinted(ws, what.village), *_to_fill(ws, what))
    return (*of_day(ws), *_to_visit(ws, what))


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


def villages(ws: Workspace) -> tuple[str, ...]:
    """Return the villages of this laptop's households, in order."""
    today = ws.clock.today()
    with ws.database.read() as connection:
        return tuple(worklist.grouped(connection, Facet.VILLAGE, WorklistFilter(), today))


def by_hand() -> tuple[tuple[str, str], ...]:
    """Return code and title of the forms that may be written by hand, the visit's own first.

    Those that tell a decision may not: what they say is the sealed determination's.
    """
    codes = (one for one in forms.described() if one not in DECIDES or one == STATEMENT)
    return tuple((code, filing.title_of(code)) for code in (VISIT_FORM, *codes))


def _unprinted(ws: Workspace, village: str) -> tuple[Printable, ...]:
    with ws.database.read() as connection:
        order = {row.id: at for at, row in enumerate(_round(connection, ws, village))}
        rows = paper.unprinted(connection, village)
        in_order = sorted(rows, key=lambda row: order.get(row.household, len(order)))
        return tuple(_printable(connection, row) for row in in_order)


def _to_fill(ws: Workspace, what: Range) -> tuple[Printable, ...]:
    with ws.database.read() as connection:
        return _empty(_round(connection, ws, what.village), what)


def _to_visit(ws: Workspace, what: Range) -> tuple[Printable, ...]:
    """Return empty forms; where more are late than anybody visits soon, for the latest."""
    today = ws.clock.today()
    with ws.database.read() as connection:
        rows = [
            row
            for due in (Due.OVERDUE, Due.WEEK)
            for row in _soonest(connection, WorklistFilter(due=due), today)
        ]
        return _empty(worklist.page(connection, rows), what)


def _round(connection: Connection, ws: Workspace, village: str) -> Sequence[WorklistRow]:
    """Return the households of a village as they are visited."""
    wanted = WorklistFilter(villages=frozenset({village}), order=Order.PLACE)
    return worklist.page(connection, worklist.rows(connection, wanted, ws.clock.today()))


def _empty(homes: Sequence[WorklistRow], what: Range) -> tuple[Printable, ...]:
    title, proposed = filing.title_of(what.form), filing.copies_of(what.form)
    return tuple(
        Printable(
            home.id,
            home.head,
            home.village,
            blank=True,
            due=home.due,
            form=what.form,
            title=title,
            proposed=proposed,
            is_large=what.is_large,
        )
        for home in homes
    )


def _soonest(connection: Connection, wanted: WorklistFilter, today: date) -> list[int]:
    """Return so many households as are due first, by place."""
    first = frozenset(worklist.rows(connection, wanted, today)[:FORMS])
    by_place = worklist.rows(connection, replace(wanted, order=Order.PLACE), today)
    return [row for row in by_place if row in first]


def pdf(ws: Workspace, wanted: Printable) -> bytes:
    """Return the paper as it was issued, or the empty form as the household is known today."""
    with ws.database.read() as connection:
        draw = drawing(connection, ws, wanted)
    return draw()


def drawing(connection: Connection, ws: Workspace, wanted: Printable) -> Callable[[], bytes]:
    """Return what draws a paper without the store."""
    if not wanted.blank:
        data = attachments.get(connection, filing.known(connection, wanted.key).sha)
        return lambda: data
    if wanted.form == VISIT_FORM:
        blank = replace(_blank(ws, connection, wanted.key), is_large=wanted.is_large)
        return partial(visit_form.render_blank, blank)
    filled = empty.drawn(connection, ws, wanted.key, wanted.form, wanted.about)
    return partial(forms.render, replace(filled, is_large=wanted.is_large))


def _blank(ws: Workspace, connection: Connection, household_id: str) -> visit_form.BlankForm:
    pack = rulebook.of_household(connection, ws, household_id)
    return visit_form.BlankForm(
        households.load(connection, household_id),
        households.declaration(connection, household_id),
        discrepancies.of(connection, household_id),
        ws.clock.today(),
        pack.name,
        pack.id,
        pack.hash,
        ws.practice,
        visit=_under_way(connection, household_id),
    )


def copies(ws: Workspace, wanted: Printable, number: int, reason: str = "") -> tuple[bytes, ...]:
    """Return so many copies for the printer, each with its own number, written down.

    Raises RefusedError where it was printed before and no reason is given, or where it is void.
    """
    whole = pdf(ws, wanted)
    with ws.database.write() as connection:
        stamps = counted(connection, ws, wanted, number, reason)
    return tuple(stamped(whole, stamp) for stamp in stamps)


def counted(
    connection: Connection, ws: Workspace, wanted: Printable, number: int, reason: str
) -> tuple[str, ...]:
    """Write copies down; return what stands at the foot of each, "" of an empty form.

    Raises as ``copies`` does.
    """
    if not 1 <= number <= MOST_COPIES:
        raise UserError(f"一次可打印1至{MOST_COPIES}份。请修改份数后再打印。")
    if wanted.blank:
        _note(ws, connection, "form.printed", wanted.key, _blanks(wanted, number))
        return ("",) * number
    row = filing.known(connection, wanted.key)
    before, day = row.copies, ws.clock.today()
    if row.void is not None:
        raise RefusedError("这份文书已作废，不能再打印，可以查看。需要的请重新办理一份。")
    if before and not reason.strip():
        raise RefusedError("这份表打印过。请写明重印的原因，再打印。")
    paper.copied(connection, wanted.key, number)
    numbers = range(before + 1, before + number + 1)
    for copy in numbers:
        _note(ws, connection, "paper.printed", wanted.key, _detail(copy, reason))
    return tuple(_stamp(copy, day, reason if before else "", ws.person.name) for copy in numbers)


def stamped(whole: bytes, stamp: str) -> bytes:
    """Return a copy that says at its foot what it is."""
    return sheets.stamped(whole, stamp) if stamp else whole


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
