"""Finished papers as they are looked at and printed: pages as pictures, copies with their number.

Only here is PDFium used; it knows no threads, so one paper is handled at a time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from threading import Lock

import pypdfium2 as pdfium

from caseworker_app.documents.canvas import About, paint
from caseworker_app.documents.fonts import Role, width
from caseworker_app.documents.page import BOTTOM, GREY, LEFT, MM, RIGHT, WIDTH, Glyphs, Page
from caseworker_app.errors import UserError

_INCH = 72
_STAMP = 8.0
_BELOW = 17 * MM
"""From the grid down to the stamp: under the lines of the foot."""
_FOREIGN = "这份 PDF 打不开，可能加了密码或已损坏。请重新扫描，或另存为没有密码的 PDF 后再收。"
_one_at_a_time = Lock()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as a picture, four bytes a pixel: blue, green, red and one that says nothing."""

    width: int
    height: int
    stride: int
    """Bytes of a line."""
    pixels: bytes


def sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return width and height of every page in points; raises UserError for what is no PDF."""
    with _opened(pdf) as document:
        return tuple(document.get_page_size(number) for number in range(len(document)))


def sheet(pdf: bytes, number: int, dpi: float) -> Sheet:
    """Return a page, counted from 0, as a picture of so many pixels an inch."""
    with _opened(pdf) as document:
        return _picture(document[number], dpi / _INCH)


def drawn(pdf: bytes, longest: int) -> Iterator[Sheet]:
    """Yield the pages of a PDF of others, the longer side of each so many pixels.

    Raises UserError for what is locked, damaged or has a page of no size.
    """
    try:
        for number in range(_count(pdf)):
            yield _drawn(pdf, number, longest)
    except pdfium.PdfiumError as error:
        raise UserError(_FOREIGN) from error


def _count(pdf: bytes) -> int:
    with _one_at_a_time, pdfium.PdfDocument(pdf) as document:
        return len(document)


def _drawn(pdf: bytes, number: int, longest: int) -> Sheet:
    with _one_at_a_time, pdfium.PdfDocument(pdf) as document:
        page = document[number]
        side = max(page.get_size())
        if not side > 0:
            raise UserError(_FOREIGN)
        return _picture(page, longest / side)


def _picture(page: pdfium.PdfPage, scale: float) -> Sheet:
    bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True, fill_color=(255,) * 4)
    return Sheet(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def foot(text: str) -> Page:
    """Return a page with nothing but a line at its foot, under the lines of a paper's own."""
    right = RIGHT - width(text, Role.TEXT, _STAMP)
    line = Glyphs(max(LEFT, right), BOTTOM - _BELOW, text, Role.TEXT, _STAMP, GREY)
    return Page(marks=[line])


def stamped(pdf: bytes, text: str) -> bytes:
    """Return the paper with a line at the foot of every page, such as which copy it is."""
    mark = paint([foot(text)], About(text, "", ""))
    with _opened(pdf) as document, pdfium.PdfDocument(mark) as stamp:
        laid = stamp.page_as_xobject(0, document)
        for page in document:
            larger = page.get_width() / WIDTH
            drawn = laid.as_pageobject()
            drawn.transform(pdfium.PdfMatrix().scale(larger, larger))
            page.insert_obj(drawn)
            page.gen_content()
        file = BytesIO()
        document.save(file)
    return file.getvalue()


@contextmanager
def _opened(pdf: bytes) -> Iterator[pdfium.PdfDocument]:
    with _one_at_a_time:
        try:
            document = pdfium.PdfDocument(pdf)
        except pdfium.PdfiumError as error:
            raise UserError("文件已损坏，打不开。请重新生成后再打印。") from error
        with document:
            yield document
