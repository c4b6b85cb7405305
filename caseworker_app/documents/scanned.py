"""扫描件: pages that came back from the scanner as pages of a file, each as it was kept."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from caseworker_app.documents import pictures
from caseworker_app.documents.canvas import About, paint
from caseworker_app.documents.fonts import Role
from caseworker_app.documents.page import (
    GREY,
    LARGE,
    LEFT,
    MM,
    UPRIGHT,
    WIDTH,
    Glyphs,
    Page,
    Picture,
)
from caseworker_app.documents.wording import read

_EDGE, _HEAD, _FOOT, _LINE, _TINY = 8 * MM, 11 * MM, 11 * MM, 6 * MM, 6.5
"""Room around a page, for the page number above it and its hash below."""


def titled(title: str) -> str:
    """Return what the scan of a paper is called."""
    return read("dossier").section("扫描件")["title"] % title


def sheets(jpegs: Iterable[bytes], title: str, day: date) -> bytes:
    """Return scanned pages as PDF, one on a sheet, lying where it lay.

    Raises ``UserError`` for a broken one.
    """
    told = read("dossier").section("扫描件")["page"]
    return paint(
        [_sheet(jpeg, told, number, title) for number, jpeg in enumerate(jpegs, 1)],
        About(title, "", "", day),
    )


def _sheet(jpeg: bytes, told: str, number: int, title: str) -> Page:
    wide, high = pictures.size(jpeg, title)
    form = LARGE if wide > high else UPRIGHT
    line = told % (number, sha256(jpeg).hexdigest())
    box = Picture(_EDGE, _FOOT, WIDTH - 2 * _EDGE, form.height - _FOOT - _HEAD, jpeg)
    return Page(form, [box, Glyphs(LEFT, _LINE, line, Role.TEXT, _TINY, GREY)])
