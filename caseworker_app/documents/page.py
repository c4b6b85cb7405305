"""A page as a list of marks, before any PDF exists. Points, origin at the lower left."""

from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from caseworker_app.documents.fonts import Role
from caseworker_app.model.visit import Stroke

MM = 72 / 25.4
WIDTH, BOTTOM = 210 * MM, 25 * MM
LEFT, RIGHT = 20 * MM, WIDTH - 20 * MM
BODY = RIGHT - LEFT


class Format(NamedTuple):
    """A size of page: how high it is as wide as every page is laid out, and drawn how large."""

    height: float
    scale: float = 1.0

    @property
    def top(self) -> float:
        """Height at which the body begins."""
        return self.height - 25 * MM

    @property
    def body(self) -> float:
        """Return how much stands on a page."""
        return self.top - BOTTOM

    @property
    def paper(self) -> tuple[float, float]:
        """Width and height of the sheet in points."""
        return WIDTH * self.scale, self.height * self.scale


UPRIGHT = Format(297 * MM)
"""A4."""

LARGE = Format(210 * MM * 210 / 297, 297 / 210)
"""A4 lying, everything √2 as large (长辈版)."""

THICK, THIN = 1.1, 0.4
"""The two weights of rules: frames of sections, and the grid inside."""

BLACK, GREY = 0.0, 0.38


class Glyphs(NamedTuple):
    """One line of text; ``y`` is its baseline."""

    x: float
    y: float
    text: str
    role: Role
    size: float
    shade: float = BLACK


class Tick(NamedTuple):
    """A box of a choice, ticked or empty."""

    x: float
    y: float
    size: float
    on: bool


class Picture(NamedTuple):
    """A JPEG, fitted into its box and centred."""

    x: float
    y: float
    w: float
    h: float
    jpeg: bytes
    turned: int = 0
    """Degrees clockwise, by quarters."""


class Ink(NamedTuple):
    """Handwriting, fitted into its box."""

    x: float
    y: float
    w: float
    h: float
    strokes: tuple[Stroke, ...]


class Code(NamedTuple):
    """A QR code of the text."""

    x: float
    y: float
    size: float
    text: str


Mark: TypeAlias = Glyphs | Tick | Picture | Ink | Code


class Rule(NamedTuple):
    x1: float
    y1: float
    x2: float
    y2: float
    weight: float


@dataclass(slots=True)
class Page:
    """What is on one page, in reading order."""

    format: Format = UPRIGHT
    marks: list[Mark] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    outline: list[tuple[str, float]] = field(default_factory=list)
    """Sections that begin here: title and height on the page."""


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """Return the mark at another place."""
    return type(mark)._make((mark[0] + dx, mark[1] + dy, *mark[2:]))
