"""A photo from a file, made small and clean for the record.

What comes in is a file somebody chose, so nothing about it is trusted: only the formats
below, no more than 40 megapixels, and whatever the decoder stumbles over is a sentence.
"""

import struct
import warnings
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from PIL import ExifTags, Image, ImageOps

from caseworker_app.errors import UserError
from caseworker_app.intake.sketch import draw_sketch as draw_sketch
from caseworker_app.wire.canonical import sha256

LONGEST_SIDE = 1280
QUALITY = 75
MOST_PIXELS = 40_000_000
_FORMATS = ("JPEG", "PNG", "WEBP", "BMP")
_DECODER_FAULTS = (OSError, SyntaxError, ValueError, EOFError, struct.error)
"""What Pillow raises on bytes that are none of these, or damaged."""
_DEGREE_PARTS = 3

# The check of the header below refuses at our limit; Pillow's own one would only warn there.
Image.MAX_IMAGE_PIXELS = None


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as the record keeps it; what the camera wrote is in fields, not in the file."""

    data: bytes
    """JPEG, upright, at most 1280 pixels long, without metadata."""
    mime: str
    width: int
    height: int
    taken: str
    """Camera's local time, ISO 8601 without zone, or empty."""
    original_sha: str
    """``sha256:…`` of the file as it came."""
    latitude: int | None = None
    """Millionths of a degree, north positive."""
    longitude: int | None = None
    """Millionths of a degree, east positive."""


def prepare(data: bytes) -> Photo:
    """Return the photo for the record; raises ``UserError`` for what is no usable photo."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # damaged metadata is left out, not talked about
            return _prepare(data)
    except _DECODER_FAULTS as fault:
        raise UserError(
            "这个文件不是可以读取的照片，可能已损坏或格式不支持。请改用 JPG 或 PNG 照片重新添加。",
        ) from fault


def _prepare(data: bytes) -> Photo:
    with Image.open(BytesIO(data), formats=_FORMATS) as image:
        if image.width * image.height > MOST_PIXELS:
            raise UserError(
                f"照片为 {image.width}×{image.height} 像素，超过 4000 万像素。"
                "请用较低的分辨率重新拍摄或缩小后再添加。",
            )
        exif = image.getexif()
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        small = _flat(ImageOps.exif_transpose(image))
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    clean = Image.new("RGB", small.size)
    clean.paste(small)
    out = BytesIO()
    clean.save(out, "JPEG", quality=QUALITY, optimize=True)
    north, east = _place(exif)
    return Photo(
        data=out.getvalue(), mime="image/jpeg", width=clean.width, height=clean.height,
        taken=_taken(exif), original_sha=sha256(data), latitude=north, longitude=east,
    )  # fmt: skip


def _flat(image: Image.Image) -> Image.Image:
    """Return the picture in RGB, what is transparent laid on white."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    white = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(white, layer).convert("RGB")


def _taken(exif: Image.Exif) -> str:
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    text = inner.get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime)
    try:
        # The camera's wall clock: EXIF knows no zone, and the record says so.
        return datetime.strptime(str(text), "%Y:%m:%d %H:%M:%S").isoformat()  # noqa: DTZ007  # no zone in EXIF
    except ValueError:
        return ""


def _place(exif: Image.Exif) -> tuple[int | None, int | None]:
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    north = _degrees(gps.get(ExifTags.GPS.GPSLatitude), gps.get(ExifTags.GPS.GPSLatitudeRef))
    east = _degrees(gps.get(ExifTags.GPS.GPSLongitude), gps.get(ExifTags.GPS.GPSLongitudeRef))
    return north, east


def _degrees(parts: object, side: object) -> int | None:
    """Return degrees, minutes and seconds as millionths of a degree, or None when unusable."""
    if not isinstance(parts, tuple) or len(parts) != _DEGREE_PARTS:
        return None
    try:
        degrees, minutes, seconds = (float(part) for part in parts)
        value = round((degrees + minutes / 60 + seconds / 3600) * 1_000_000)
    except (ValueError, TypeError, ZeroDivisionError, OverflowError):
        return None
    return -value if side in ("S", "W") else value
