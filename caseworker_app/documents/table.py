"""Rows, tables and sections of a form, and how they share a width."""

from dataclasses import dataclass, field
from functools import lru_cache

from caseworker_app.documents.cell import SIZE, Cell, Content, Text, cell, label, value
from caseworker_app.documents.fonts import MissingGlyphError, Role
from caseworker_app.documents.page import BODY

LABEL = 26.0
"""Width of the column with the section's name."""

CONTENT = BODY - LABEL
LEAST = 19.5
"""Height of a row of one line."""


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    least: float = LEAST
    height: float = field(init=False)

    def __post_init__(self) -> None:
        heights = [cell.height for cell in self.cells if not cell.joined]
        object.__setattr__(self, "height", max(self.least, *heights, 0))

    def opened(self) -> "Row":
        """Return the row with no cell joined to a row above, for the top of a page."""
        return Row(tuple(cell._replace(joined=False) for cell in self.cells), self.least)

    def split(self, room: float) -> "tuple[Row, Row] | None":
        """Return the lines that fit into ``room`` and the rest, or None when none fit."""
        halves = [_split(cell, room) for cell in self.cells]
        if all(not first.body for first, _ in halves):
            return None
        return (
            Row(tuple(first for first, _ in halves), 0),
            Row(tuple(rest for _, rest in halves), 0),
        )


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads that are repeated on each page the table reaches."""

    rows: tuple[Row, ...]
    heads: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of a form with its name written downwards at the left.

    One without a name fills the whole width.
    """

    number: str
    name: str
    tables: tuple[Table, ...]
    whole: bool = False
    """Not parted by the end of a page, where a page can hold it."""
    below: float = 0
    """Room there must be under its last rows, or they go to the next page."""
    is_annex: bool = False
    """Belongs to all that is above it: stands apart from the last of it."""

    @property
    def height(self) -> float:
        """Return how high it is on one page."""
        return sum(row.height for table in self.tables for row in (*table.heads, *table.rows))

    @property
    def indent(self) -> float:
        """Width of the column with the name."""
        return LABEL if self.name else 0.0


def shares(*weights: float, total: float = CONTENT) -> tuple[float, ...]:
    """Return widths in points in proportion to the weights, together ``total``."""
    whole = sum(weights)
    return tuple(total * weight / whole for weight in weights)


def _split(cell: Cell, room: float) -> tuple[Cell, Cell]:
    left = room - 2 * cell.pad
    kept = 0
    for line in cell.body:
        left -= line.height
        if left < 0:
            break
        kept += 1
    first = cell._replace(body=cell.body[:kept], top=True)
    return first, cell._replace(body=cell.body[kept:], top=True)


def pairs(widths: tuple[float, ...], *entries: tuple[str, str | Content]) -> Row:
    """Return a row label, entry, label, entry …; an entry is text or other contents."""
    cells: list[Cell] = []
    for number, (words, entry) in enumerate(entries):
        wide = widths[2 * number + 1]
        cells.append(label(words, widths[2 * number]))
        try:
            cells.append(value(entry, wide) if isinstance(entry, str) else cell(wide, entry))
        except MissingGlyphError as error:
            raise error.below(words) from error
    return Row(tuple(cells))


@lru_cache(maxsize=256)
def head(widths: tuple[float, ...], *labels: str, size: float = SIZE) -> Row:
    """Return the head of a table."""
    return Row(tuple(label(words, w, size=size) for words, w in zip(labels, widths, strict=True)))


def caption(words: str) -> Row:
    """Return a row over the whole width that says what follows."""
    return Row((cell(CONTENT, Text(words, Role.HEADING)),))


def statement(words: str) -> Row:
    """Return a row over the whole width with one sentence."""
    return Row((cell(CONTENT, Text(words)),))
