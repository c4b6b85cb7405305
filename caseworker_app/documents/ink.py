"""Handwriting as paths: smooth, wide where the pen pressed, fitted into a box."""

from collections.abc import Iterator
from itertools import pairwise
from math import hypot
from typing import NamedTuple

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


class Curve(NamedTuple):
    """Cubic pieces of one line width: the start, then two controls and an end for each."""

    width: float
    start: tuple[float, float]
    pieces: tuple[tuple[float, float, float, float, float, float], ...]


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
            _Spot(x0 + (p.x - left) / 100 * scale, y0 - (p.y - top) / 100 * scale)
            for p in stroke.points
        ]
        yield from _stroke(spots, _widths(stroke, scale))


class _Spot(NamedTuple):
    x: float
    y: float

    def middle(self, other: "_Spot") -> "_Spot":
        return _Spot((self.x + other.x) / 2, (self.y + other.y) / 2)


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


def _stroke(spots: list[_Spot], widths: list[float]) -> Iterator[Curve]:
    if not widths:
        yield from (Curve(_HAND_WIDE * _LARGEST, s, ((*s, *s, s.x + _STEP, s.y),)) for s in spots)
        return
    start = at = spots[0]
    pieces: list[tuple[float, float, float, float, float, float]] = []
    for number, (a, b) in enumerate(pairwise(spots)):
        last = number == len(widths) - 1
        end = b if last else a.middle(b)
        pieces.append(_cubic(at, a, end))
        at = end
        if last or widths[number + 1] != widths[number]:
            yield Curve(widths[number], start, tuple(pieces))
            start, pieces = at, []


def _cubic(a: _Spot, c: _Spot, b: _Spot) -> tuple[float, float, float, float, float, float]:
    """Return the quadratic curve a–c–b as a cubic one."""
    return (
        a.x + (c.x - a.x) * 2 / 3,
        a.y + (c.y - a.y) * 2 / 3,
        b.x + (c.x - b.x) * 2 / 3,
        b.y + (c.y - b.y) * 2 / 3,
        b.x,
        b.y,
    )
