"""Pages that came back from the scanner: filed to a paper, or kept aside until a person says."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from caseworker_app.store.tables import scan as table
from caseworker_app.store.values import AnyRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """One page: filed with a record, put away with a reason, aside while it has neither."""

    id: str
    sha: str
    source: str
    """Hash of the file it came in."""
    page: int
    """In that file, from 1."""
    name: str
    """Of that file."""
    code: str
    """What its code says, or ""."""
    why: str
    """Sentence why it was kept aside, or ""."""
    at: str
    person: str
    household: str | None = None
    form: str = ""
    paper: str | None = None
    visit: str | None = None
    record: str | None = None
    """Id under which it travels together with the other pages."""
    put_away: str = ""
    """Why it belongs to no paper, as a person said."""


def put(connection: Connection, pages: Iterable[PageRow]) -> None:
    """Write down pages that came in; a page of a file comes in once."""
    rows = [{column.name: getattr(page, column.name) for column in table.c} for page in pages]
    if rows:
        connection.execute(insert(table), rows)


def get(connection: Connection, ids: Iterable[str]) -> tuple[PageRow, ...]:
    """Return pages by their ids, in the order they came in."""
    return _rows(connection, table.c.id.in_(tuple(ids)))


def aside(connection: Connection) -> tuple[PageRow, ...]:
    """Return the pages nobody has assigned yet, in the order they came in."""
    return _rows(connection, table.c.record.is_(None), table.c.put_away == "")


def twin(connection: Connection, source: str, page: int, sha: str) -> PageRow | None:
    """Return the page that came in before: of the same file, or the same picture to the byte."""
    same = ((table.c.source == source) & (table.c.page == page)) | (table.c.sha == sha)
    return next(iter(_rows(connection, same)), None)


def of_household(connection: Connection, household: str) -> tuple[PageRow, ...]:
    """Return the pages filed to a household, in the order they came in."""
    return _rows(connection, table.c.household == household)


def of_paper(connection: Connection, paper: str) -> tuple[PageRow, ...]:
    """Return the pages of a paper that came back, in the order they came in."""
    return _rows(connection, table.c.paper == paper)


def of_record(connection: Connection, record: str) -> tuple[PageRow, ...]:
    """Return the pages that travel under one id."""
    return _rows(connection, table.c.record == record)


def count(connection: Connection, paper: str) -> int:
    """Return how many pages of a paper came back."""
    found = select(func.count()).where(table.c.paper == paper)
    return connection.scalar(found) or 0


def file(connection: Connection, page: PageRow) -> None:
    """Write down what a page that was aside belongs to."""
    values = {name: getattr(page, name) for name in ("household", "form", "paper", "visit")}
    found = update(table).where(table.c.id == page.id, table.c.record.is_(None))
    connection.execute(found.values(**values, record=page.record, why=""))


def put_away(connection: Connection, ids: Iterable[str], reason: str) -> int:
    """Put pages away that belong to no paper; return how many were aside."""
    found = update(table).where(table.c.id.in_(tuple(ids)), table.c.record.is_(None))
    return connection.execute(found.values(put_away=reason)).rowcount


def _rows(connection: Connection, *which: ColumnElement[bool]) -> tuple[PageRow, ...]:
    found = connection.execute(
        select(table).where(*which).order_by(table.c.at, table.c.name, table.c.page, table.c.id)
    )
    return tuple(map(_row, found))


def _row(row: AnyRow) -> PageRow:
    return PageRow(**row._mapping)  # noqa: SLF001  # its documented name
