"""Papers issued here, and the blocks of numbers the office allotted for them."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from caseworker_app.errors import UserError
from caseworker_app.store.tables import number_block, paper as table

_REGION = 6


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with its number, the hash of its PDF and how many copies were printed."""

    number: str
    form: str
    visit: str
    sha: str
    copies: int
    issued_at: str


def put(connection: Connection, paper: Paper) -> None:
    """Write an issued paper down; a number is never issued twice."""
    connection.execute(
        insert(table).values(
            number=paper.number,
            form=paper.form,
            visit=paper.visit,
            sha=paper.sha,
            copies=paper.copies,
            issued_at=paper.issued_at,
        )
    )


def get(connection: Connection, number: str) -> Paper | None:
    row = connection.execute(select(table).where(table.c.number == number)).first()
    return None if row is None else Paper(*row)


def copied(connection: Connection, number: str, copies: int) -> int:
    """Add printed copies to a paper; return how many it has now."""
    total: int = connection.execute(
        update(table)
        .where(table.c.number == number)
        .values(copies=table.c.copies + copies)
        .returning(table.c.copies)
    ).scalar_one()
    return total


def issued_since(connection: Connection, instant: str) -> tuple[Paper, ...]:
    """Return the papers issued at or after a UTC instant, by number."""
    found = connection.execute(
        select(table).where(table.c.issued_at >= instant).order_by(table.c.number)
    )
    return tuple(Paper(*row) for row in found)


def of_visit(connection: Connection, visit_id: str) -> tuple[Paper, ...]:
    """Return the papers of a visit by number."""
    found = connection.execute(
        select(table).where(table.c.visit == visit_id).order_by(table.c.number)
    )
    return tuple(Paper(*row) for row in found)


def allot(connection: Connection, form: str, year: int, first: int, last: int) -> None:
    """Take a block of serial numbers, both ends included; the same block twice is one."""
    row = {"form": form, "year": year, "first": first, "next": first, "last": last}
    connection.execute(upsert(number_block).values(row).on_conflict_do_nothing())


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
        raise UserError(f"{year}年的文书编号已用完。请联网领取新的号段后再封存，已填内容都在。")
    return f"{region[:_REGION]}-{year}-{form}-{serial:06d}"


def _block(form: str, year: int) -> tuple[ColumnElement[bool], ...]:
    return (number_block.c.form == form, number_block.c.year == year)
