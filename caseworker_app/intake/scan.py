"""Pages from a scanner or a telephone: read with care, their codes found, made small to be kept.

A file is one somebody was given: only the formats below, no more pages and pixels than fit into
memory, and whatever a decoder stumbles over is a sentence.
"""

import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import count, islice
from typing import Protocol

import zxingcpp
from PIL import Image, ImageOps

from caseworker_app.errors import UserError
from caseworker_app.intake.photo import DECODER_FAULTS, QUALITY, require_room
from caseworker_app.wire.canonical import sha256

KINDS = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")
MOST_BYTES = 200 << 20
MOST_PAGES = 300
READ_SIDE = 3508
"""Longest side in pixels of a page that is searched: A4 at 300 dpi."""
KEPT_SIDE = 2339
"""And of the picture that is kept: A4 at 200 dpi, small print and a thumb's lines to be read."""

_FORMATS = ("JPEG", "PNG", "TIFF")
_FAULTS = (*DECODER_FAULTS, TypeError, LookupError, ArithmeticError)
"""Pillow's reader of TIFF believes the tags of a damaged file, and stumbles over them later."""
_GREY = frozenset({"1", "L", "LA", "I;16", "I", "F"})
_QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
_QUARTER = 90
_BLANK_SHARE = 0.0005
_DARK = 160
_TOO_MANY = f"超过 {MOST_PAGES} 页，只读了前面的。请把后面的分成几份再收。"
_UNREADABLE = "读不出来，可能已损坏，或不是 PDF、JPG、PNG、TIFF。请重新扫描后再收。"


class Drawn(Protocol):
    """A page of a PDF as a picture, four bytes a pixel: blue, green, red and one unused."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def stride(self) -> int: ...
    @property
    def pixels(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is kept."""

    number: int
    """In its file, from 1."""
    jpeg: bytes
    """Upright where its code says which way up it is; no metadata."""
    sha: str
    codes: tuple[str, ...]
    """What the QR codes on it say, each once."""
    is_blank: bool
    """Hardly a dark spot: the back of a sheet."""


def pages(data: bytes, draw: Callable[[bytes, int], Iterable[Drawn]]) -> Iterator[Page]:
    """Yield the pages of a PDF, JPEG, PNG or TIFF.

    ``draw`` gives the pages of a PDF, no side longer than so many pixels. Raises UserError for
    what cannot be read; the pages before it were yielded.
    """
    found = _drawn(data, draw) if data[:1024].lstrip().startswith(b"%PDF-") else _pictures(data)
    number = 0
    for number, image in enumerate(islice(found, MOST_PAGES + 1), 1):
        if number > MOST_PAGES:
            raise UserError(_TOO_MANY)
        yield _page(number, image)
    if not number:
        raise UserError("里面一页也没有。请重新扫描后再收。")


def _drawn(data: bytes, draw: Callable[[bytes, int], Iterable[Drawn]]) -> Iterator[Image.Image]:
    for sheet in draw(data, READ_SIDE):
        size = (sheet.width, sheet.height)
        yield Image.frombytes("RGB", size, sheet.pixels, "raw", "BGRX", sheet.stride)


def _pictures(data: bytes) -> Iterator[Image.Image]:
    """Yield the picture, or each page of a TIFF."""
    with _reading():
        file = Image.open(BytesIO(data), formats=_FORMATS)
    with file:
        for at in count():
            with _reading():
                found = _frame(file, at)
            if found is None:
                return
            yield found


@contextmanager
def _reading() -> Iterator[None]:
    """Turn what a decoder stumbles over into a sentence; damaged metadata is not talked about.

    Never open while a page is handed out: warnings are those of the whole program.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except _FAULTS as fault:
        raise UserError(_UNREADABLE) from fault


def _frame(file: Image.Image, at: int) -> Image.Image | None:
    try:
        file.seek(at)
    except EOFError:
        return None
    require_room(file)
    return ImageOps.exif_transpose(_small(file))


def _small(file: Image.Image) -> Image.Image:
    file.draft(file.mode, (READ_SIDE, READ_SIDE))
    plain = file.convert("L" if file.mode in _GREY else "RGB")
    plain.thumbnail((READ_SIDE, READ_SIDE), Image.Resampling.LANCZOS)
    return plain


def _page(number: int, image: Image.Image) -> Page:
    grey = image.convert("L")
    found = _codes(grey)
    turned = next((_quarter(code.orientation) for code in found), 0)
    kept = image.rotate(turned, expand=True) if turned else image
    kept.thumbnail((KEPT_SIDE, KEPT_SIDE), Image.Resampling.LANCZOS)
    jpeg = _jpeg(kept)
    texts = tuple(dict.fromkeys(code.text for code in found))
    return Page(number, jpeg, sha256(jpeg), texts, not texts and _is_blank(grey))


def _codes(grey: Image.Image) -> list[zxingcpp.Barcode]:
    """Return the QR codes; what is too small for the first look is looked at twice as large."""
    found = _read(grey)
    if not found and max(grey.size) <= READ_SIDE * 3 // 4:
        found = _read(grey.resize((grey.width * 2, grey.height * 2), Image.Resampling.LANCZOS))
    return found


def _read(grey: Image.Image) -> list[zxingcpp.Barcode]:
    return zxingcpp.read_barcodes(grey, formats=_QR)


def _quarter(degrees: int) -> int:
    """Return by how much a page is turned back, counter-clockwise, in quarters."""
    return round(degrees / _QUARTER) * _QUARTER % 360


def _is_blank(grey: Image.Image) -> bool:
    small = grey.resize((max(1, grey.width // 4), max(1, grey.height // 4)))
    dark = sum(small.histogram()[:_DARK])
    return dark <= _BLANK_SHARE * small.width * small.height


def _jpeg(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
