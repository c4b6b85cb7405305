"""A scanner and a telephone: papers as they come back, turned, noisy, pressed, grey."""

from collections.abc import Iterator, Sequence
from io import BytesIO

import pypdfium2
import segno
from PIL import Image

_INCH = 72
_DESK = 90


def scanned(pdf: bytes, dpi: int = 200) -> list[Image.Image]:
    """Return the pages of a paper as a scanner sees them."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / _INCH).to_pil().convert("RGB") for page in document]


def noisy(image: Image.Image, strength: float = 0.25) -> Image.Image:
    grain = Image.effect_noise(image.size, 40).convert(image.mode)
    return Image.blend(image, grain, strength)


def turned(image: Image.Image, degrees: float) -> Image.Image:
    return image.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor="white")


def photographed(image: Image.Image) -> Image.Image:
    """Return a page on a dark desk, held at an angle, by a lamp at the left."""
    wide, high = image.size
    corners = (-0.05, -0.04, 0.08, 1.05, 0.95, 1.02, 1.1, -0.1)
    quad = tuple(c * (wide if n % 2 == 0 else high) for n, c in enumerate(corners))
    way = Image.Transform.QUAD
    seen = image.transform(
        image.size, way, quad, Image.Resampling.BICUBIC, fillcolor=(_DESK, _DESK, _DESK)
    )
    light = Image.linear_gradient("L").rotate(90).resize(image.size).convert("RGB")
    return noisy(Image.blend(seen, light, 0.2), 0.15)


def torn(image: Image.Image) -> Image.Image:
    """Return a page whose upper right corner is gone."""
    gone = image.copy()
    gone.paste("white", (image.width * 2 // 3, 0, image.width, image.height // 6))
    return gone


def foreign(text: str = "https://example.org/menu") -> Image.Image:
    """Return a page with somebody else's code."""
    out = BytesIO()
    segno.make(text).save(out, kind="png", scale=8)
    page = Image.new("RGB", (1654, 2339), "white")
    with Image.open(BytesIO(out.getvalue())) as code:
        page.paste(code.convert("RGB"), (1100, 100))
    return page


def jpeg(image: Image.Image, quality: int = 60, **options: object) -> bytes:
    return _saved(image, "JPEG", quality=quality, **options)


def png(image: Image.Image) -> bytes:
    return _saved(image, "PNG")


def pdf(pages: Sequence[Image.Image]) -> bytes:
    """Return pages as scanners write them: one JPEG filling each page."""
    return _many(pages, "PDF", resolution=200)


def tiff(pages: Sequence[Image.Image], compression: str = "tiff_lzw") -> bytes:
    return _many(pages, "TIFF", compression=compression)


def views(image: Image.Image) -> Iterator[tuple[str, Image.Image]]:
    """Yield what scanners and telephones make of a page."""
    yield "straight", image
    for degrees in (1, -2, 3):
        yield f"turned {degrees}", noisy(turned(image, degrees))
    yield "upside down", turned(image, 180)
    yield "lying", turned(image, 90)
    yield "grey", image.convert("L")
    yield "black and white", image.convert("1")
    yield "pale", image.point(lambda value: 120 + value * 80 // 255)
    yield "photographed", photographed(image)


def _many(pages: Sequence[Image.Image], fmt: str, **options: object) -> bytes:
    return _saved(pages[0], fmt, save_all=True, append_images=list(pages[1:]), **options)


def _saved(image: Image.Image, fmt: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, fmt, **options)
    return out.getvalue()
