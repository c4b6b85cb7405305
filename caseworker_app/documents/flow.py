"""Sections and text flow down the pages; each part of a section on a page gets its frame."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeAlias

from caseworker_app.documents.cell import Line
from caseworker_app.documents.fonts import Role
from caseworker_app.documents.page import (
    BODY,
    BOTTOM,
    LEFT,
    RIGHT,
    THICK,
    THIN,
    UPRIGHT,
    Format,
    Glyphs,
    Page,
    Rule,
    moved,
)
from caseworker_app.documents.table import LABEL, Row, Section, Table

_NAME_SIZE, _NAME_LEADING = 9.5, 11.6
_NAME_PAD = 5.0
_SQUARE = 4
"""A name of so many characters may be written two by two, to be read across."""

_LONGEST = 6
"""A name of more characters is written in two columns."""

_DROP = 0.38
_EPSILON = 0.01
_APART = 8.0
"""Between text and a frame above or below it."""

_LEAST_LINES = 2
"""Of a paragraph at the foot of one page and at the head of the next."""

_LEAST_ROWS = 2
"""Of a table, likewise."""

_WORTH = 72.0
"""Room in which a row that no page holds is begun."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph outside any frame, already broken to the width of the body."""

    lines: tuple[Line, ...]
    before: float = 0
    """Room above it, except at the head of a page."""
    whole: bool = False
    """Never parted by the end of a page."""
    head: int = _LEAST_LINES
    """Lines at its beginning that stay together."""
    tail: int = _LEAST_LINES
    """Lines at its end that stay together."""
    below: float = 0
    """Room there must be under it, or it goes to the next page."""

    @property
    def room(self) -> float:
        """Return how high it is below something else."""
        return max(self.before, _APART) + sum(line.height for line in self.lines)

    def followed(self, other: "Prose") -> "Prose":
        """Return both as one: the end of this stays with the other, which is never parted."""
        gap = (Line(other.before),) if other.before else ()
        lines = (*self.lines, *gap, *other.lines)
        tail = min(self.tail, len(self.lines)) + len(lines) - len(self.lines)
        return replace(self, lines=lines, tail=tail, below=other.below)

    def leading(self, other: "Prose") -> "Prose":
        """Return both as one: this, never parted, stays with the beginning of the other."""
        gap = (Line(other.before),) if other.before else ()
        lines = (*self.lines, *gap, *other.lines)
        head = len(lines) - len(other.lines) + min(other.head, len(other.lines))
        below = max(other.below, self.below - sum(line.height for line in other.lines))
        return replace(other, lines=lines, before=self.before, head=head, below=below)


class NewPage(NamedTuple):
    """What follows begins on a page of its own."""


Block: TypeAlias = Section | Prose | NewPage


@dataclass(slots=True)
class _Part:
    """The rows of one section that stand on the current page."""

    top: float
    continued: bool = False
    placed: list[Row] = field(default_factory=list)
    stretch: float = 0
    """Added to each row where the section's name is longer than its rows."""


class Flow:
    """Places sections on pages; ``first`` is how much of page one its heading takes."""

    def __init__(self, first: float, format: Format = UPRIGHT) -> None:  # noqa: A002  # its name
        self._format = format
        self.pages = [Page(format)]
        self._y = format.top - first
        self._above: Block | None = None

    def add(self, block: Block) -> None:
        """Place a paragraph or a section."""
        match block:
            case Prose():
                self._prose(block)
            case Section():
                self._section(block)
            case NewPage():
                self._new_page()
        self._above = block

    def _prose(self, block: Prose) -> None:
        """Place a paragraph; no single line of it is left alone."""
        if self._y < self._format.top:
            self._y -= max(block.before, _APART if isinstance(self._above, Section) else 0)
        lines = block.lines
        need = sum(line.height for line in lines) + block.below
        if block.below and self._y - BOTTOM < need and self._y < self._format.top:
            self._new_page()
        while lines:
            fitting = self._fitting(lines)
            if fitting < len(lines) and self._y < self._format.top:
                fitting = min(fitting, len(lines) - block.tail)
                if block.whole or fitting < block.head:
                    fitting = 0
            for line in lines[:fitting]:
                middle = self._y - line.height / 2
                self.pages[-1].marks += [moved(mark, LEFT, middle) for mark in line.marks]
                self._y -= line.height
            lines = lines[fitting:]
            if lines:
                self._new_page()

    def _fitting(self, lines: tuple[Line, ...]) -> int:
        """Return how many lines fit, one at least at the head of a page."""
        room, count = self._y - BOTTOM + _EPSILON, 0
        for line in lines:
            room -= line.height
            if room < 0:
                break
            count += 1
        return count or int(self._y >= self._format.top)

    def _section(self, section: Section) -> None:
        """Place a section; a table that meets the end of a page goes on under its heads."""
        if isinstance(self._above, Prose) or (section.is_annex and self._y < self._format.top):
            self._y -= _APART
        opening = section.tables[0]
        need = min(_height(opening.heads + self._together(opening, 0)), self._format.body)
        if section.whole and section.height <= self._format.body:
            need = section.height
        if (
            self._y - BOTTOM < max(need, _Name.of(section, need).height)
            and self._y < self._format.top
        ):
            self._new_page()
        if section.name:
            self.pages[-1].outline.append((f"{section.number} {section.name}", self._y))
        part = _Part(self._y)
        for table in section.tables:
            part = self._table(section, table, part)
        self._close(section, part)

    def _table(self, section: Section, table: Table, part: _Part) -> _Part:
        heads = list(table.heads)
        closing = len(table.rows) - _LEAST_ROWS if table is section.tables[-1] else None
        for number, row in enumerate(table.rows):
            ahead = heads if number == 0 else []
            rows = [*ahead, *self._together(table, number)]
            below = section.below if number == closing else 0
            if part.placed and not self._begins(rows, below):
                self._close(section, part)
                self._new_page()
                part, ahead = _Part(self._y, continued=True), heads
            self._place(part, ahead)
            first = len(part.placed) == len(ahead)
            part = self._row(section, heads, row.opened() if first else row, part)
        return part

    def _together(self, table: Table, number: int) -> tuple[Row, ...]:
        """Return a row with those that stay with it where half a page holds them.

        Under heads these are the first ones and the last ones; all, where they are too few.
        """
        rows = table.rows[number:]
        if number and len(rows) != _LEAST_ROWS:
            return rows[:1]
        together = rows[: _LEAST_ROWS if len(rows) >= 2 * _LEAST_ROWS else None]
        fit = table.heads and _height(together) <= self._format.body / 2
        return together if fit else rows[:1]

    def _begins(self, rows: list[Row], below: float) -> bool:
        """Say whether rows may stand here: they fit, or the last fits on no page."""
        if rows[-1].height <= self._format.body:
            return self._fits(rows, below)
        room = self._y - BOTTOM - _height(rows[:-1])
        return room >= _WORTH and rows[-1].split(room) is not None

    def _row(self, section: Section, heads: list[Row], row: Row, part: _Part) -> _Part:
        """Place one row; a row higher than a page goes on on the next."""
        while not self._fits([row]):
            halves = row.split(self._y - BOTTOM)
            if halves is None:
                break
            self._place(part, [halves[0]])
            self._close(section, part)
            self._new_page()
            part, row = _Part(self._y, continued=True), halves[1].opened()
            self._place(part, heads)
        self._place(part, [row])
        return part

    def _fits(self, rows: list[Row], below: float = 0) -> bool:
        return self._y - _height(rows) - below >= BOTTOM - _EPSILON

    def _place(self, part: _Part, rows: list[Row]) -> None:
        part.placed += rows
        self._y -= _height(rows)

    def _new_page(self) -> None:
        self.pages.append(Page(self._format))
        self._y = self._format.top

    def _close(self, section: Section, part: _Part) -> None:
        page = self.pages[-1]
        name = _Name.of(section, part.top - self._y, continued=part.continued)
        short = max(0, name.height - (part.top - self._y))
        part.stretch = short / len(part.placed)
        self._y -= short
        page.marks += name.marks(part.top, self._y)
        _grid(page, part, section.indent)
        _frame(page, part.top, self._y, section.indent)


def _height(rows: Iterable[Row]) -> float:
    return sum([row.height for row in rows])


class _Name(NamedTuple):
    """What stands in the column at the left: the number, and the name in one or two columns."""

    number: str
    columns: tuple[str, ...]

    @classmethod
    def of(cls, section: Section, room: float, *, continued: bool = False) -> "_Name":
        """Return the name as it fits; a short part on a later page gets the number alone."""
        name = section.name
        if not name:
            return cls("", ())
        one = cls(section.number, (name,))
        if len(name) == _SQUARE:
            small = cls(section.number, (name[0::2], name[1::2]))
        elif len(name) <= _LONGEST:
            small = one
        else:
            half = (len(name) + 1) // 2
            one = small = cls(section.number, (name[:half], name[half:]))
        if one.height <= room:
            return one
        if continued and section.number and small.height > room:
            return cls(section.number, ())
        return small

    @property
    def height(self) -> float:
        longest = max((len(column) for column in self.columns), default=0)
        if not longest and not self.number:
            return 0
        return (longest + bool(self.number)) * _NAME_LEADING + 2 * _NAME_PAD

    def marks(self, top: float, bottom: float) -> Iterator[Glyphs]:
        """Yield the characters downwards, in the middle of the part."""
        inner = self.height - 2 * _NAME_PAD
        y = (top + bottom + inner) / 2 - _NAME_LEADING / 2 - _DROP * _NAME_SIZE
        middle = LEFT + LABEL / 2
        if self.number:
            yield _character(self.number, middle, y)
            y -= _NAME_LEADING
        for number, column in enumerate(self.columns):
            x = middle + (number - (len(self.columns) - 1) / 2) * (_NAME_SIZE + 1)
            for row, character in enumerate(column):
                yield _character(character, x, y - row * _NAME_LEADING)


def _character(character: str, middle: float, y: float) -> Glyphs:
    return Glyphs(middle - _NAME_SIZE / 2, y, character, Role.HEADING, _NAME_SIZE)


def _grid(page: Page, part: _Part, indent: float) -> None:
    """Draw cells and thin rules."""
    heights = (-row.height - part.stretch for row in part.placed)
    edges = list(pairwise(accumulate(heights, initial=part.top)))
    for number, (row, (top, low)) in enumerate(zip(part.placed, edges, strict=True)):
        below = part.placed[number + 1] if number + 1 < len(part.placed) else None
        x = LEFT + indent
        for column, cell in enumerate(row.cells):
            if number == 0 or not cell.joined:
                end = edges[_last_joined(part.placed, number, column)][1]
                page.marks += cell.marks(x, top, top - end)
            if below and not (column < len(below.cells) and below.cells[column].joined):
                page.rules.append(Rule(x, low, x + cell.width, low, THIN))
            if column:
                page.rules.append(Rule(x, top, x, low, THIN))
            x += cell.width


def _last_joined(placed: list[Row], number: int, column: int) -> int:
    """Return the last row whose cell in this column belongs to the one in row ``number``."""
    while number + 1 < len(placed):
        cells = placed[number + 1].cells
        if column >= len(cells) or not cells[column].joined:
            break
        number += 1
    return number


def _frame(page: Page, top: float, bottom: float, indent: float) -> None:
    for x in (LEFT, RIGHT):
        page.rules.append(Rule(x, top, x, bottom, THICK))
    for y in (top, bottom):
        page.rules.append(Rule(LEFT, y, LEFT + BODY, y, THICK))
    if indent:
        page.rules.append(Rule(LEFT + indent, top, LEFT + indent, bottom, THIN))
