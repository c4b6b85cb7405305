"""Signatures nobody wrote: strokes as a pen would have left them on the pad."""

from dataclasses import dataclass
from math import pi, sin
from random import Random

from caseworker_app.model.visit import Point, Stroke

WIDTH = 560
HEIGHT = 220
"""Size of the pad in pixels; points are in hundredths of a pixel."""

_HUNDREDTHS = 100
_MARGIN = 40
_STEP_MS = 9
_LIFT_MS = (60, 150)
_POINTS = (9, 22)
_STROKES = (4, 8)


@dataclass(frozen=True, slots=True)
class _Line:
    """One brush movement in a cell of 100 × 100: from, to, and how far it bows aside."""

    x: int
    y: int
    to_x: int
    to_y: int
    bow: int


_MOVES = (
    _Line(12, 30, 88, 26, 3),  # 横
    _Line(50, 10, 50, 92, 2),  # 竖
    _Line(52, 24, 14, 90, 10),  # 撇
    _Line(50, 38, 90, 88, -9),  # 捺
    _Line(40, 8, 54, 20, 2),  # 点
    _Line(20, 52, 80, 50, 4),  # 短横
    _Line(24, 22, 26, 80, 3),  # 左竖
    _Line(78, 24, 66, 90, -12),  # 钩
)


def signature_strokes(name: str, rng: Random) -> tuple[Stroke, ...]:
    """Return handwriting for a name, left to right; the same name and ``rng`` give the same."""
    cell = min((WIDTH - 2 * _MARGIN) // max(1, len(name)), HEIGHT - 2 * _MARGIN)
    strokes: list[Stroke] = []
    clock = 0
    for place, character in enumerate(name):
        left, top = _MARGIN + place * cell, (HEIGHT - cell) // 2 + rng.randint(-6, 6)
        for line in _shape(character):
            stroke = _draw(line, left, top, cell, clock, rng)
            strokes.append(stroke)
            clock = stroke.points[-1].ms + rng.randint(*_LIFT_MS)
    return tuple(strokes)


def _shape(character: str) -> list[_Line]:
    """Return the movements of a character: not its true ones, but always the same."""
    own = Random(ord(character))
    return own.sample(_MOVES, own.randint(*_STROKES))


def _draw(line: _Line, left: int, top: int, cell: int, start: int, rng: Random) -> Stroke:
    shift_x, shift_y = rng.randint(-12, 12), rng.randint(-8, 8)
    last = rng.randint(*_POINTS) - 1
    points = []
    for n in range(last + 1):
        along = n / last
        aside = line.bow * sin(pi * along)
        x = line.x + (line.to_x - line.x) * along + aside + shift_x + rng.uniform(-0.5, 0.5)
        y = line.y + (line.to_y - line.y) * along + aside / 2 + shift_y + rng.uniform(-0.5, 0.5)
        points.append(
            Point(
                x=_within(left + x * cell / 100, WIDTH),
                y=_within(top + y * cell / 100, HEIGHT),
                pressure=round(180 + 620 * sin(pi * (0.1 + 0.85 * along))),
                ms=start + n * _STEP_MS,
            )
        )
    return Stroke("pen", tuple(points))


def _within(pixels: float, limit: int) -> int:
    return min(max(round(pixels * _HUNDREDTHS), 0), limit * _HUNDREDTHS)
