"""Marks as operators of a PDF content stream (ISO 32000-1, 8 and 9).

ReportLab's own drawing calls write each number in pure Python and take three times as long.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, groupby
from operator import attrgetter

from caseworker_app.documents import ink, pictures, qr
from caseworker_app.documents.embedding import Fonts
from caseworker_app.documents.fonts import Face, runs
from caseworker_app.documents.page import BLACK, Code, Glyphs, Ink, Picture, Rule, Tick

_INK = "0.05 0.10 0.33 RG"
_BOX, _HOOK = 0.5, 1.15
_CURVE = " ".join(["%.2f"] * 6) + " c"
_LINE = "%.2f %.2f m %.2f %.2f l"
_WEIGHT = attrgetter("weight")
_BAR = "%d %d %d 1 re"
_QUARTERS = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}
_PLACE = "1 0 0 1 %.2f %.2f Tm"


def rules(lines: Sequence[Rule]) -> Iterator[str]:
    """Yield the rules by weight, with square ends so that corners close."""
    yield "2 J"
    for weight, group in groupby(sorted(lines, key=_WEIGHT), _WEIGHT):
        yield f"{weight:.2f} w"
        yield "\n".join([_LINE % rule[:4] for rule in group])
        yield "S"
    yield "0 J"


def ticks(boxes: Sequence[Tick]) -> Iterator[str]:
    """Yield boxes of choices and the hooks in those that are on."""
    yield f"{_BOX} w"
    for x, y, size, _ in boxes:
        yield f"{x:.2f} {y:.2f} {size:.2f} {size:.2f} re"
    yield f"S {_HOOK} w"
    for x, y, size, on in boxes:
        if on:
            yield f"{x + size * 0.16:.2f} {y + size * 0.50:.2f} m"
            yield f"{x + size * 0.42:.2f} {y + size * 0.20:.2f} l"
            yield f"{x + size * 0.88:.2f} {y + size * 0.86:.2f} l"
    yield "S"


def picture(shown: Picture, name: str) -> str:
    """Return a picture in the middle of its box, turned as it should be looked at."""
    wide, high = pictures.size(shown.jpeg)
    lies = shown.turned % 180 != 0
    scale = min(shown.w / (high if lies else wide), shown.h / (wide if lies else high))
    w, h = wide * scale, high * scale
    cos, sin = _QUARTERS[shown.turned % 360]
    a, b, c, d = w * cos, -w * sin, h * sin, h * cos
    x = shown.x + (shown.w - a - c) / 2
    y = shown.y + (shown.h - b - d) / 2
    return f"q {a:.2f} {b:.2f} {c:.2f} {d:.2f} {x:.2f} {y:.2f} cm /{name} Do Q"


def inks(written: Iterable[Ink]) -> Iterator[str]:
    """Yield handwriting as curves with round ends."""
    yield f"q 1 J 1 j {_INK}"
    for curve in (curve for one in written for curve in ink.curves(one)):
        x, y = curve.start
        pieces = curve.pieces
        yield f"{curve.width:.2f} w {x:.2f} {y:.2f} m"
        yield "\n".join([_CURVE] * len(pieces)) % tuple(chain.from_iterable(pieces))
        yield "S"
    yield "Q"


def codes(squares: Iterable[Code]) -> Iterator[str]:
    """Yield QR codes as filled bars, in modules from the upper left."""
    for code in squares:
        step = code.size / len(qr.modules(code.text))
        place = f"{step:.5f} 0 0 {-step:.5f} {code.x:.3f} {code.y + code.size:.3f}"
        yield f"q {place} cm {_square(code.text)} f Q"


@lru_cache(maxsize=16)
def _square(text: str) -> str:
    return " ".join([_BAR % bar for bar in qr.bars(text)])


def texts(lines: Iterable[Glyphs], fonts: Fonts) -> Iterator[str]:
    """Yield lines of text in reading order as one text object."""
    used: Face | None = None
    used_size, used_shade = 0.0, BLACK
    yield "BT"
    for x, y, words, role, size, shade in lines:
        if shade != used_shade:
            used_shade = shade
            yield f"{shade:.2f} g"
        yield _PLACE % (x, y)
        for face, text, _ in runs(words, role):
            if face is not used or size != used_size:
                used, used_size = face, size
                yield f"/{face.value} {size:.2f} Tf"
            yield f"<{fonts.coded(face, text)}> Tj"
    yield "0 g ET"
