"""Handwriting as paths: smooth, wide where the pen pressed, fitted into a box."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import NamedTuple, TypeAlias

from caseworker_app.documents.page import Ink
from caseworker_app.model.visit import Point, Stroke

_LARGEST = 0.6
"""Points for a pixel of the pad: a signature is not blown up beyond its natural size."""

_PEN_THIN, _PEN_WIDE = 1.0, 3.4
_HAND_THIN, _HAND_WIDE = 1.4, 3.2
_SLOWING = 1.0
_SMOOTHING = 0.65
_STEP = 0.2
"""Widths are rounded to this, so that neighbouring pieces share a path."""


_Spot: TypeAlias = tuple[float, float]
_Piece: TypeAlias = tuple[float, float, float, float, float, float]


class Curve(NamedTuple):
    """Cubic pieces of one line width: the start, then two controls and an end for each."""

    width: float
    start: _Spot
    pieces: tuple[_Piece, ...]


def curves(ink: Ink) -> Iterator[Curve]:
    """Yield the curves of all strokes in points, in the order they were written."""
    points = [point for stroke in ink.strokes for point in stroke.points]
    if not points:
        return
    left, right = min(p.x for p in points), max(p.x for p in points)
    top, bottom = min(p.y for p in points), max(p.y for p in points)
    wide, high = max(1, right - left) / 100, max(1, bottom - top) / 100
    margin = _PEN_WIDE * _LARGEST
    scale = min((ink.w - margin) / wide, (ink.h - margin) / high, _LARGEST)
    x0 = ink.x + (ink.w - wide * scale) / 2
    y0 = ink.y + (ink.h + high * scale) / 2
    for stroke in ink.strokes:
        spots = [
            (x0 + (p.x - left) / 100 * scale, y0 - (p.y - top) / 100 * scale) for p in stroke.points
        ]
        yield from _stroke(spots, _widths(stroke, scale))


def _widths(stroke: Stroke, scale: float) -> list[float]:
    """Return the line width at each piece between two points."""
    widths: list[float] = []
    for a, b in pairwise(stroke.points):
        wanted = _pressed(stroke.device, a, b) * max(scale, _LARGEST / 2)
        before = widths[-1] if widths else wanted
        widths.append(before * _SMOOTHING + wanted * (1 - _SMOOTHING))
    return [round(width / _STEP) * _STEP for width in widths]


def _pressed(device: str, a: Point, b: Point) -> float:
    """Return the width in pixels: from pressure for a pen, from speed for finger and mouse."""
    if device == "pen":
        return _PEN_THIN + (_PEN_WIDE - _PEN_THIN) * b.pressure / 1000
    speed = hypot(b.x - a.x, b.y - a.y) / 100 / max(1, b.ms - a.ms)
    return max(_HAND_THIN, _HAND_WIDE - _SLOWING * speed)


def _stroke(spots: Sequence[_Spot], widths: Sequence[float]) -> Iterator[Curve]:
    """Yield quadratic curves through the middles between spots, written as cubic ones."""
    if not widths:
        for x, y in spots:
            dot = (x, y, x, y, x + _STEP, y)
            yield Curve(_HAND_WIDE * _LARGEST, (x, y), (dot,))
        return
    start = (x, y) = spots[0]
    pieces: list[_Piece] = []
    last = len(widths) - 1
    for number, ((ax, ay), (bx, by)) in enumerate(pairwise(spots)):
        ex, ey = (bx, by) if number == last else ((ax + bx) / 2, (ay + by) / 2)
        cx, cy = 2 * ax / 3, 2 * ay / 3
        pieces.append((x / 3 + cx, y / 3 + cy, ex / 3 + cx, ey / 3 + cy, ex, ey))
        x, y = ex, ey
        if number == last or widths[number + 1] != widths[number]:
            yield Curve(widths[number], start, tuple(pieces))
            start, pieces = (x, y), []
