"""The shape of ink, without Qt: smooth pieces of a stroke with their width."""

from collections.abc import Iterator
from math import hypot
from typing import NamedTuple

from caseworker_app.model.visit import Point, Stroke

HUNDREDTHS = 100
PEN = "pen"
_DOT = 2.6
_PEN_LEAST, _PEN_MORE = 1.0, 3.2
_WIDE, _NARROW, _SLOWING, _FASTEST = 3.6, 1.3, 1.1, 2.2
_KEPT = 0.7
"""Share of the width before: the line swells, it never jumps."""

Spot = tuple[float, float]


class Piece(NamedTuple):
    """A quadratic curve in pixels and the width of the line."""

    start: Spot
    control: Spot
    end: Spot
    width: float


def pieces(stroke: Stroke) -> Iterator[Piece]:
    """Yield the curve through the midpoints of a stroke's points."""
    points = stroke.points
    if len(points) == 1:
        spot = _spot(points[0])
        yield Piece(spot, spot, (spot[0] + 0.1, spot[1]), _DOT)
        return
    width, start = 0.0, _spot(points[0])
    for at in range(1, len(points)):
        before, now = points[at - 1], points[at]
        wanted = _width(before, now, stroke.device)
        width = width * _KEPT + wanted * (1 - _KEPT) if width else wanted
        (ax, ay), (bx, by) = _spot(before), _spot(now)
        end = (bx, by) if at == len(points) - 1 else ((ax + bx) / 2, (ay + by) / 2)
        yield Piece(start, (ax, ay), end, width)
        start = end


def _spot(point: Point) -> Spot:
    return point.x / HUNDREDTHS, point.y / HUNDREDTHS


def _width(before: Point, now: Point, device: str) -> float:
    if device == PEN:
        return _PEN_LEAST + _PEN_MORE * now.pressure / 1000
    (ax, ay), (bx, by) = _spot(before), _spot(now)
    speed = hypot(bx - ax, by - ay) / max(1, now.ms - before.ms)
    return max(_NARROW, _WIDE - _SLOWING * min(_FASTEST, speed))
