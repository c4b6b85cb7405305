import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from PIL import ExifTags, Image, ImageOps

from caseworker_app.errors import UserError
from caseworker_app.intake import photo as photo_module
from caseworker_app.intake.photo import MOST_BYTES, draw_sketch, prepare, thumbnail
from caseworker_app.wire.canonical import sha256

RED, BLUE = (200, 30, 30), (30, 30, 200)


def picture(size: tuple[int, int] = (400, 300), fmt: str = "JPEG", **options: Any) -> bytes:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    out = BytesIO()
    image.save(out, fmt, **options)
    return out.getvalue()


def exif(**tags: object) -> Image.Exif:
    found = Image.Exif()
    for name, value in tags.items():
        found[ExifTags.Base[name]] = value
    return found


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def near(pixel: object, colour: tuple[int, int, int]) -> bool:
    return isinstance(pixel, tuple) and all(
        abs(a - b) < 40 for a, b in zip(pixel, colour, strict=True)
    )


def test_that_a_photo_becomes_small_and_keeps_the_hash_of_its_original() -> None:
    original = picture((4000, 3000))
    photo = prepare(original)
    assert (photo.width, photo.height, photo.mime) == (1280, 960, "image/jpeg")
    assert opened(photo.data).size == (1280, 960)
    assert photo.original_sha == sha256(original)
    assert (photo.taken, photo.latitude, photo.longitude) == ("", None, None)


def test_that_a_small_photo_is_not_blown_up() -> None:
    assert prepare(picture((320, 200))).width == 320


def test_that_a_photo_held_sideways_is_put_upright() -> None:
    photo = prepare(picture((400, 300), exif=exif(Orientation=6)))
    assert (photo.width, photo.height) == (300, 400)
    upright = opened(photo.data)
    assert near(upright.getpixel((150, 50)), RED)
    assert near(upright.getpixel((150, 350)), BLUE)


def test_that_time_and_place_move_from_the_file_to_the_record() -> None:
    tags = exif(DateTime="2026:11:20 08:00:00", Make="HUAWEI", Model="HUAWEI NOH-AN00\x00")
    tags.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:11:21 09:30:05"
    gps = tags.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = "N", (29.0, 30.0, 36.0)
    gps[ExifTags.GPS.GPSLongitudeRef], gps[ExifTags.GPS.GPSLongitude] = "W", (119.0, 6.0, 0.0)
    photo = prepare(picture(exif=tags, comment=b"at home of 330199195803140012"))
    assert photo.taken == "2026-11-21T09:30:05+08:00"
    assert photo.device == "HUAWEI NOH-AN00"
    assert (photo.latitude, photo.longitude) == (29_510_000, -119_100_000)
    clean = opened(photo.data)
    assert not clean.getexif()
    assert set(clean.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"Exif" not in photo.data
    assert b"330199" not in photo.data


@pytest.mark.parametrize(
    "parts", [None, 29.5, "29", (29.0, 30.0), (1.0, 2.0, "x"), (float("nan"), 0.0, 0.0)]
)
def test_that_a_place_that_is_none_is_left_out(parts: object) -> None:
    assert photo_module._degrees(parts, "N") is None


@pytest.mark.parametrize("text", ["0000:00:00 00:00:00", "yesterday", "2026-11-21"])
def test_that_a_time_that_is_none_is_left_out(text: str) -> None:
    assert prepare(picture(exif=exif(DateTime=text))).taken == ""


def test_that_the_zone_a_camera_names_is_kept() -> None:
    tags = exif(DateTime="2026:11:20 08:00:00")
    inner = tags.get_ifd(ExifTags.IFD.Exif)
    inner[ExifTags.Base.DateTimeOriginal] = "2026:11:21 09:30:05"
    inner[ExifTags.Base.OffsetTimeOriginal] = "+09:00"
    assert prepare(picture(exif=tags)).taken == "2026-11-21T09:30:05+09:00"


def test_that_a_busy_picture_still_becomes_small_enough() -> None:
    noise = Image.effect_noise((1600, 1200), 180).convert("RGB")
    out = BytesIO()
    noise.save(out, "JPEG", quality=95)
    assert len(out.getvalue()) > 900_000
    assert len(prepare(out.getvalue()).data) <= MOST_BYTES


@pytest.mark.parametrize("orientation", range(1, 9))
def test_that_every_way_of_holding_the_camera_is_put_upright(orientation: int) -> None:
    data = picture((400, 300), exif=exif(Orientation=orientation))
    right = ImageOps.exif_transpose(opened(data))
    upright = opened(prepare(data).data)
    assert upright.size == right.size
    for spot in ((20, 20), (right.width - 20, right.height - 20)):
        red = near(right.getpixel(spot), RED)
        assert near(upright.getpixel(spot), RED if red else BLUE)


@pytest.mark.parametrize("brand", [b"heic", b"mif1"])
def test_that_a_heic_picture_is_refused_with_the_way_to_a_jpeg(brand: bytes) -> None:
    with pytest.raises(UserError, match="兼容性最佳"):
        prepare(b"\0\0\0\x18ftyp" + brand + bytes(200))


def test_that_a_telephone_s_hundred_million_pixels_are_taken_in_strips() -> None:
    out = BytesIO()
    Image.new("L", (12_000, 9_000), 128).save(out, "JPEG", quality=20)
    assert prepare(out.getvalue()).width == 1280


def test_that_a_large_picture_that_needs_all_of_the_memory_is_refused() -> None:
    out = BytesIO()
    Image.new("L", (12_000, 9_000), 128).save(out, "JPEG", quality=20, progressive=True)
    with pytest.raises(UserError, match="4000 万像素"):
        prepare(out.getvalue())


def test_that_a_thumbnail_is_small_and_half_a_file_has_none() -> None:
    whole = draw_sketch("厨房", 1)
    assert opened(thumbnail(whole, 240)).size == (240, 180)
    with pytest.raises(UserError, match="没有传完"):
        thumbnail(whole[: len(whole) // 2], 240)


def test_that_what_is_transparent_becomes_white() -> None:
    out = BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(out, "PNG")
    assert near(opened(prepare(out.getvalue()).data).getpixel((25, 25)), (255, 255, 255))


@pytest.mark.parametrize("fmt", ["PNG", "WEBP", "BMP"])
def test_that_other_pictures_become_jpeg(fmt: str) -> None:
    assert opened(prepare(picture(fmt=fmt)).data).format == "JPEG"


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "I;16", "LA"])
def test_that_every_kind_of_pixel_is_understood(mode: str) -> None:
    out = BytesIO()
    Image.new(mode, (64, 48)).save(out, "JPEG" if mode == "CMYK" else "PNG")
    assert prepare(out.getvalue()).width == 64


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        b"%PDF-1.7\n",
        b"\xff\xd8\xff\xe0",
        b"\x89PNG\r\n\x1a\n",
        picture()[:400],
        picture(fmt="PNG")[:-30],
        picture(fmt="GIF"),
    ],
)
def test_that_what_is_no_photo_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(UserError, match="不是可以读取的照片"):
        prepare(data)


def test_that_a_picture_that_unfolds_to_gigabytes_is_refused_unread() -> None:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(99)))
    with pytest.raises(UserError, match="4000 万像素"):
        prepare(bomb)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=6))
def test_that_a_damaged_photo_is_taken_or_refused_but_never_a_bug(at: int, noise: bytes) -> None:
    whole = picture((120, 90), exif=exif(DateTime="2026:11:20 08:00:00", Orientation=3))
    at %= len(whole)
    try:
        photo = prepare(whole[:at] + noise + whole[at + len(noise) :])
    except UserError:
        return
    assert opened(photo.data).size == (photo.width, photo.height)


def test_that_a_sketch_is_a_photo_of_ordinary_size_and_always_the_same() -> None:
    for caption in ("门牌 云溪镇石塘村3组12号", "厨房粮油", "卧室被褥", "房屋外观", "残疾人证"):
        data = draw_sketch(caption, 7)
        assert data == draw_sketch(caption, 7)
        assert data != draw_sketch(caption, 8)
        assert 40_000 < len(prepare(data).data) < 90_000
