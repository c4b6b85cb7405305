"""Pictures of papers as somebody looked at them; ``make pictures`` takes them anew."""

import os
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageStat

FOLDER = Path(__file__).parent / "pictures"
_DPI = 45
_GREYS = 16
_FAINT = 0.6
"""Mean difference of a pixel, of 255: what another rounding of a line leaves."""


def compare(name: str, pdf: bytes) -> None:
    """Hold every page against the picture that was looked at."""
    pages = _pages(pdf)
    kept = sorted(FOLDER.glob(f"{name}-*.png"))
    if os.environ.get("CASEWORKER_PICTURES") == "anew":
        for old in kept:
            old.unlink()
        FOLDER.mkdir(exist_ok=True)
        for number, page in enumerate(pages, 1):
            page.save(FOLDER / f"{name}-{number:02}.png", optimize=True)
        return
    assert len(kept) == len(pages), f"{name}: {len(pages)} pages, {len(kept)} pictures"
    for file, page in zip(kept, pages, strict=True):
        with Image.open(file) as before:
            changed = ImageChops.difference(before.convert("L"), page.convert("L"))
        assert ImageStat.Stat(changed).mean[0] <= _FAINT, f"{file.name} looks otherwise"


def _pages(pdf: bytes) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            page.render(scale=_DPI / 72, grayscale=True).to_pil().convert("L").quantize(_GREYS)
            for page in document
        ]
