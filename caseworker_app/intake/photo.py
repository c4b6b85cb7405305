"""A photo from a file, made small and clean for the record.

What comes in is a file somebody chose, so nothing about it is trusted: only the formats
below, no more pixels than fit into memory, and whatever the decoder stumbles over is a sentence.
"""

import struct
import warnings
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from PIL import ExifTags, Image

from caseworker_app.errors import UserError
from caseworker_app.intake.sketch import draw_sketch as draw_sketch
from caseworker_app.model.values import CHINA
from caseworker_app.wire.canonical import sha256

LONGEST_SIDE = 1280
QUALITY = 75
_SMALLER = ((LONGEST_SIDE, 66), (LONGEST_SIDE, 57), (LONGEST_SIDE, 48), (1024, 48), (800, 40))
"""Side and quality tried in turn where the picture is too large; the last is taken as it is."""

MOST_BYTES = 300_000
MOST_PIXELS = 40_000_000
MOST_PIXELS_IN_STRIPS = 220_000_000
"""Of a JPEG that is decoded strip by strip into an eighth of its size, as telephones write it."""

_FORMATS = ("JPEG", "PNG", "WEBP", "BMP")
DECODER_FAULTS = (OSError, SyntaxError, ValueError, EOFError, struct.error)
"""What Pillow raises on bytes that are none of these, or damaged."""
_DEGREE_PARTS = 3
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What puts a picture upright, by the orientation the camera wrote."""
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"})
_HEIC = (
    "这张照片是 HEIC 格式，这里读不了。请在手机上改成 JPG 再发过来："
    "苹果手机在“设置—相机—格式”里选“兼容性最佳”后重拍，或者用微信发送时不勾“原图”；"
    "安卓手机在相机设置里关掉“高效图片（HEIF）”。"
)

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
    """Camera's time, ISO 8601; in the country's zone where the camera named none; or empty."""
    original_sha: str
    """``sha256:…`` of the file as it came."""
    original_size: int
    device: str = ""
    """Make and model of the camera."""
    latitude: int | None = None
    """Millionths of a degree, north positive."""
    longitude: int | None = None
    """Millionths of a degree, east positive."""


def prepare(data: bytes) -> Photo:
    """Return the photo for the record; raises ``UserError`` for what is no usable photo."""
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        raise UserError(_HEIC)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # damaged metadata is left out, not talked about
            return _prepare(data)
    except DECODER_FAULTS as fault:
        raise UserError(
            "这个文件不是可以读取的照片，可能已损坏或格式不支持。请改用 JPG 或 PNG 照片重新添加。",
        ) from fault


def thumbnail(data: bytes, side: int) -> bytes:
    """Return a small JPEG of a photo, for choosing; raises ``UserError`` as ``prepare`` does."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _jpeg(_small(data, side)[0], QUALITY)
    except DECODER_FAULTS as fault:
        raise UserError("这个文件还没有传完，或者不是照片。请等传完再看。") from fault


def _prepare(data: bytes) -> Photo:
    small, exif = _small(data, LONGEST_SIDE)
    made = _jpeg(small, QUALITY)
    for side, quality in _SMALLER:
        if len(made) <= MOST_BYTES:
            break
        small.thumbnail((side, side), Image.Resampling.LANCZOS)
        made = _jpeg(small, quality)
    north, east = _place(exif)
    return Photo(
        data=made,
        mime="image/jpeg",
        width=small.width,
        height=small.height,
        taken=_taken(exif),
        original_sha=sha256(data),
        original_size=len(data),
        device=_device(exif),
        latitude=north,
        longitude=east,
    )


def _small(data: bytes, side: int) -> tuple[Image.Image, Image.Exif]:
    """Return the picture upright, no longer than ``side``, free of metadata, and its metadata.

    It is made small before anything else, so that only one copy of its full size is ever held.
    """
    with Image.open(BytesIO(data), formats=_FORMATS) as image:
        require_room(image)
        exif = image.getexif()
        image.draft("RGB", (side, side))
        mode = "RGBA" if image.has_transparency_data else "RGB"
        small = image if image.mode == mode else image.convert(mode)
        small.thumbnail((side, side), Image.Resampling.LANCZOS)
        turn = _UPRIGHT.get(exif.get(ExifTags.Base.Orientation, 1))
        upright = _flat(small if turn is None else small.transpose(turn))
        clean = Image.new("RGB", upright.size)
        clean.paste(upright)
    return clean, exif


def require_room(image: Image.Image) -> None:
    in_strips = image.format == "JPEG" and "progressive" not in image.info
    most = MOST_PIXELS_IN_STRIPS if in_strips else MOST_PIXELS
    if image.width * image.height > most:
        raise UserError(
            f"照片为 {image.width}×{image.height} 像素，超过 {most // 10_000} 万像素。"
            "请用较低的分辨率重新拍摄或缩小后再添加。",
        )


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def _flat(image: Image.Image) -> Image.Image:
    """Return the picture in RGB, what is transparent laid on white."""
    if image.mode == "RGB":
        return image
    white = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(white, image).convert("RGB")


def _taken(exif: Image.Exif) -> str:
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    text = inner.get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime)
    zone = inner.get(ExifTags.Base.OffsetTimeOriginal) or ""
    try:
        return datetime.strptime(f"{text}{zone}", "%Y:%m:%d %H:%M:%S%z").isoformat()
    except ValueError:
        pass
    try:
        at = datetime.strptime(str(text), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007  # the line below adds it
        return at.replace(tzinfo=CHINA).isoformat()
    except ValueError:
        return ""


def _device(exif: Image.Exif) -> str:
    """Return make and model as written, without what is no text and without a make said twice."""
    make, model = (
        "".join(c for c in str(exif.get(tag) or "") if c.isprintable()).strip()
        for tag in (ExifTags.Base.Make, ExifTags.Base.Model)
    )
    return model[:80] if model.startswith(make) else f"{make} {model}".strip()[:80]


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
