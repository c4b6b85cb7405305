"""Papers issued here, and the blocks of numbers the office allotted for them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from caseworker_app.errors import UserError
from caseworker_app.model.paper import OWN, number_of
from caseworker_app.store.tables import (
    household,
    number_block,
    paper as table,
    paper_listed as listed,
)
from caseworker_app.store.values import AnyRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A paper as it is filed: its number, whose it is, the hash of its PDF, copies printed."""

    number: str
    form: str
    household: str
    visit: str | None
    """The visit it rests on."""
    sha: str
    copies: int = 0
    issued_at: str
    record: str | None = None
    """Id under which what it says travels; None of a visit form, which is the visit's."""
    units: bytes | None = None
    """What it says, as canonical JSON."""
    void: bytes | None = None
    """Who made it void, when, why, as canonical JSON."""


def put(connection: Connection, paper: PaperRow) -> None:
    """Write an issued paper down; a number is never issued twice."""
    row = {column.name: getattr(paper, column.name) for column in table.c}
    connection.execute(insert(table).values(row))


def get(connection: Connection, number: str) -> PaperRow | None:
    row = connection.execute(select(table).where(table.c.number == number)).first()
    return None if row is None else _row(row)


def of_record(connection: Connection, record: str) -> PaperRow | None:
    """Return the paper of a record, or None while it is not issued."""
    row = connection.execute(select(table).where(table.c.record == record)).first()
    return None if row is None else _row(row)


def copied(connection: Connection, number: str, copies: int) -> int:
    """Add printed copies to a paper; return how many it has now."""
    total: int = connection.execute(
        update(table)
        .where(table.c.number == number)
        .values(copies=table.c.copies + copies)
        .returning(table.c.copies)
    ).scalar_one()
    return total


def void(connection: Connection, number: str, body: bytes) -> bool:
    """Make a paper void; return False where it is already, and nothing changes."""
    statement = update(table).where(table.c.number == number, table.c.void.is_(None))
    return connection.execute(statement.values(void=body)).rowcount == 1


def issued_since(connection: Connection, instant: str) -> tuple[PaperRow, ...]:
    """Return the papers issued at or after a UTC instant, by number."""
    return _rows(connection, table.c.issued_at >= instant)


def enlist(connection: Connection, number: str, homes: Iterable[tuple[str, str]]) -> None:
    """Make a notice the paper of further households too, each by its visit."""
    rows = [{"paper": number, "household": home, "visit": visit} for home, visit in homes]
    if rows:
        connection.execute(insert(listed), rows)


def unprinted(connection: Connection, village: str) -> tuple[PaperRow, ...]:
    """Return the papers of a village's households nobody printed yet, the earliest first.

    A notice is its first household's alone; void papers are left out.
    """
    found = connection.execute(
        select(table)
        .join(household, household.c.id == table.c.household)
        .where(household.c.village == village, table.c.copies == 0, table.c.void.is_(None))
        .order_by(table.c.issued_at, table.c.number)
    )
    return tuple(map(_row, found))


def of_visit(connection: Connection, visit_id: str) -> tuple[PaperRow, ...]:
    """Return the papers that rest on a visit by number, notices that list it too."""
    return _of(connection, table.c.visit == visit_id, listed.c.visit == visit_id)


def of_household(connection: Connection, household_id: str) -> tuple[PaperRow, ...]:
    """Return the papers of a household by number.

    A notice that lists it among others stands there as its own, by its own visit.
    """
    return _of(connection, table.c.household == household_id, listed.c.household == household_id)


def every(connection: Connection) -> tuple[PaperRow, ...]:
    """Return every paper that travels on its own, by number."""
    return _rows(connection, table.c.record.is_not(None))


def listings(connection: Connection) -> frozenset[tuple[str, str, str]]:
    """Return number, household and visit of every further household on a notice."""
    return frozenset((n, home, visit) for n, home, visit in connection.execute(select(listed)))


def visit_number(connection: Connection, visit_id: str) -> str:
    """Return the number of a sealed visit's own form; "" where it has none."""
    own = select(table.c.number).where(table.c.visit == visit_id, table.c.record.is_(None))
    return connection.scalar(own) or ""


def allot(connection: Connection, form: str, year: int, first: int, last: int) -> None:
    """Take a block of serial numbers, both ends included; the same block twice is one."""
    row = {"form": form, "year": year, "first": first, "next": first, "last": last}
    connection.execute(upsert(number_block).values(row).on_conflict_do_nothing())


def from_office(connection: Connection, form: str, year: int) -> tuple[int, int]:
    """Return how many numbers of an office are left, and the last one it ever gave; 0 and 0."""
    left = func.sum(number_block.c.last - number_block.c.next + 1)
    found = connection.execute(
        select(func.coalesce(left, 0), func.coalesce(func.max(number_block.c.last), 0)).where(
            *_block(form, year), number_block.c.first < OWN[0]
        )
    ).one()
    return found[0], found[1]


def remaining(connection: Connection, form: str, year: int) -> int:
    """Return how many numbers are left."""
    left = func.sum(number_block.c.last - number_block.c.next + 1)
    return connection.scalar(select(func.coalesce(left, 0)).where(*_block(form, year))) or 0


def next_number(connection: Connection, form: str, year: int, region: str) -> str:
    """Take a number: region, year, form and serial, ``330106-2026-F01-000123``.

    Raises UserError where no block is left.
    """
    lowest = select(func.min(number_block.c.first)).where(
        *_block(form, year), number_block.c.next <= number_block.c.last
    )
    serial = connection.scalar(
        update(number_block)
        .where(*_block(form, year), number_block.c.first == lowest.scalar_subquery())
        .values(next=number_block.c.next + 1)
        .returning(number_block.c.next - 1)
    )
    if serial is None:
        raise UserError(
            f"{year}年的文书编号已用完。请联网送达一次领取新的号段，再办这一步，已填内容都在。"
        )
    return number_of(region, year, form, serial)


def _block(form: str, year: int) -> tuple[ColumnElement[bool], ...]:
    return (number_block.c.form == form, number_block.c.year == year)


def _rows(connection: Connection, which: ColumnElement[bool]) -> tuple[PaperRow, ...]:
    found = connection.execute(select(table).where(which).order_by(table.c.number))
    return tuple(map(_row, found))


def _of(
    connection: Connection, own: ColumnElement[bool], shared: ColumnElement[bool]
) -> tuple[PaperRow, ...]:
    """Return papers by number, and notices as those of the household they list."""
    columns = [listed.c[c.name] if c.name in ("household", "visit") else c for c in table.c]
    query = select(*columns).join(listed, listed.c.paper == table.c.number).where(shared)
    rows = (*_rows(connection, own), *map(_row, connection.execute(query)))
    return tuple(sorted(rows, key=lambda row: row.number))


def _row(row: AnyRow) -> PaperRow:
    return PaperRow(**row._mapping)  # noqa: SLF001  # its documented name
