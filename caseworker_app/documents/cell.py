"""What stands in a cell: text, choices, a picture, ink; broken into lines of marks."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from caseworker_app.documents.fonts import Role, width
from caseworker_app.documents.lines import wrap
from caseworker_app.documents.page import BLACK, GREY, Glyphs, Ink, Mark, Picture, Tick, moved
from caseworker_app.model.visit import Stroke

SIZE, SMALL = 9.0, 7.5
LEADING = 1.42
PAD_X, PAD_Y = 4.0, 3.6
_DROP = 0.38
"""From the middle of a line to its baseline, in ems: Chinese glyphs fill 0.88 to −0.12."""

_TICK, _TICK_GAP, _CHOICE_GAP = 0.82, 0.3, 1.0
_GAP = 4.0
"""Between a photo and its caption."""

_EPSILON = 0.01

BLANK = "—"
"""Printed where there is nothing to say."""


class Line(NamedTuple):
    """A line of a cell: its height, and marks relative to left edge and vertical middle."""

    height: float
    marks: tuple[Mark, ...] = ()


class Text(NamedTuple):
    """A text of one or more lines; ``align`` is l, c or r."""

    text: str
    role: Role = Role.TEXT
    size: float = SIZE
    align: str = "l"
    shade: float = BLACK
    indent: float = 0
    """Of the first line, in ems."""
    leading: float = LEADING

    def lines(self, room: float) -> tuple[Line, ...]:
        text, role, size, align, shade, indent, leading = self
        first = indent * size
        lines: list[Line] = []
        for at, words in enumerate(wrap(text, role, size, room, first)):
            x = 0 if at else first
            if align != "l":
                spare = room - width(words, role, size)
                x = spare / 2 if align == "c" else spare
            mark = Glyphs(x, -_DROP * size, words, role, size, shade)
            lines.append(Line(size * leading, (mark,) if words else ()))
        return tuple(lines)


@dataclass(frozen=True, slots=True)
class Choices:
    """Every choice of a list with its box; several may be ticked."""

    options: tuple[tuple[str, bool], ...]
    size: float = SIZE

    def lines(self, room: float) -> tuple[Line, ...]:
        lines: list[Line] = []
        marks: list[Mark] = []
        x = 0.0
        for label, on in self.options:
            wide = (_TICK + _TICK_GAP) * self.size + width(label, Role.TEXT, self.size)
            if marks and x + wide > room + _EPSILON:
                lines.append(self._line(marks))
                marks, x = [], 0.0
            marks += self._choice(x, label, on=on)
            x += wide + _CHOICE_GAP * self.size
        return (*lines, self._line(marks))

    def _line(self, marks: list[Mark]) -> Line:
        return Line(self.size * LEADING * 1.08, tuple(marks))

    def _choice(self, x: float, label: str, *, on: bool) -> tuple[Mark, ...]:
        box = _TICK * self.size
        at = x + box + _TICK_GAP * self.size
        return (
            Tick(x, -box / 2, box, on),
            Glyphs(at, -_DROP * self.size, label, Role.TEXT, self.size),
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """A photo as wide as its cell."""

    jpeg: bytes
    height: float
    turned: int = 0
    """Degrees clockwise, by quarters."""

    def lines(self, room: float) -> tuple[Line, ...]:
        picture = Picture(0, -self.height / 2, room, self.height, self.jpeg, self.turned)
        return (Line(self.height + _GAP, (moved(picture, 0, _GAP / 2),)),)


@dataclass(frozen=True, slots=True)
class Handwriting:
    """Ink of a signature, or the empty space for one."""

    strokes: tuple[Stroke, ...]
    height: float

    def lines(self, room: float) -> tuple[Line, ...]:
        if not self.strokes:
            return (Line(self.height),)
        inset = room * 0.12
        box = (inset, -self.height / 2, room - 2 * inset, self.height)
        return (Line(self.height, (Ink(*box, self.strokes),)),)


Content: TypeAlias = Text | Choices | Figure | Handwriting


class Cell(NamedTuple):
    """A cell of a grid: its width in points and its lines, already broken to that width."""

    width: float
    body: tuple[Line, ...]
    top: bool = False
    """Text begins at the top instead of in the middle."""
    joined: bool = False
    """Belongs to the cell above; its own lines show only where a page begins."""
    pad: float = PAD_Y

    @property
    def height(self) -> float:
        return sum([line.height for line in self.body]) + 2 * self.pad

    def marks(self, x: float, top: float, height: float) -> list[Mark]:
        """Return the marks of the cell drawn with its upper left corner at (x, top)."""
        spare = height - self.height
        y = top - self.pad - (0 if self.top else spare / 2)
        placed: list[Mark] = []
        for line in self.body:
            middle = y - line.height / 2
            placed += [moved(mark, x + PAD_X, middle) for mark in line.marks]
            y -= line.height
        return placed


def cell(width: float, *contents: Content, top: bool = False, joined: bool = False) -> Cell:
    """Return a cell with contents one below the other."""
    room = width - 2 * PAD_X
    lines: tuple[Line, ...] = ()
    for content in contents:
        lines += content.lines(room)
    return Cell(width, lines, top, joined)


@lru_cache(maxsize=1024)
def label(words: str, width: float, *, size: float = SIZE) -> Cell:
    """Return a cell with a label in 黑体."""
    return cell(width, Text(words, Role.HEADING, size, "c"))


def value(words: str, width: float, *, align: str = "l", size: float = SIZE) -> Cell:
    """Return a cell with what is filled in; nothing is shown as a dash."""
    return cell(width, Text(words or BLANK, size=size, align=align if words else "c"))


def remark(words: str) -> Text:
    """Return a remark in small grey type."""
    return Text(words, size=SMALL, shade=GREY)
