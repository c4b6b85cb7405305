"""Pictures of papers as somebody looked at them; ``make pictures`` takes them anew."""

import os
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

FOLDER = Path(__file__).parent / "pictures"
_DPI = 45
_GREYS = 16
_TILE = 4
"""Pixels a side, about a letter: what changed in one is not lost among all that did not."""
_FAINT = 2
"""Mean difference of a tile, of 255: what the rounding of another processor leaves.

Measured: a page moved by a ten-thousandth of a point leaves 1, a stroke of one character made
longer 4, another digit 7 and more.
"""


def compare(name: str, pdf: bytes) -> None:
    """Hold every page against the picture that was looked at."""
    pages = _pages(pdf)
    kept = sorted(FOLDER.glob(f"{name}-*.png"))
    if os.environ.get("CASEWORKER_PICTURES") == "anew":
        for old in kept:
            old.unlink()
        FOLDER.mkdir(exist_ok=True)
        for number, page in enumerate(pages, 1):
            page.save(FOLDER / f"{name}-{number:02}.png", optimize=True, bits=4)
        return
    assert len(kept) == len(pages), f"{name}: {len(pages)} pages, {len(kept)} pictures"
    for file, page in zip(kept, pages, strict=True):
        with Image.open(file) as before:
            assert before.size == page.size, f"{file.name} is of another size"
            changed = ImageChops.difference(before.convert("L"), page.convert("L"))
        tiles = changed.reduce(_TILE).histogram()
        assert not any(tiles[_FAINT + 1 :]), f"{file.name} looks otherwise"


def _pages(pdf: bytes) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            _few_greys(page.render(scale=_DPI / 72, grayscale=True).to_pil().convert("L"))
            for page in document
        ]


def _few_greys(page: Image.Image) -> Image.Image:
    """Return a page in a few greys, the same on every page."""
    last = _GREYS - 1
    few = page.point([round(grey * last / 255) for grey in range(256)])
    few.putpalette([255 * grey // last for grey in range(_GREYS) for _ in "rgb"])
    return few
