"""Pages from scanners and telephones: codes are found however they lie, bad files are told."""

import struct
import warnings
import zlib
from collections.abc import Iterable
from datetime import date
from functools import cache
from io import BytesIO

import pytest
from hypothesis import given, settings, strategies as st
from PIL import ExifTags, Image

from caseworker_app.documents import qr, sheets
from caseworker_app.documents.canvas import About, paint
from caseworker_app.documents.furniture import Furniture
from caseworker_app.documents.page import Page as Sheet
from caseworker_app.errors import UserError
from caseworker_app.intake import scan
from caseworker_app.intake.scan import Page
from tests import scanner

NUMBER, DIGEST = "330106-2026-F06a-000001", "sha256:" + "0f1e2d3c" * 8
CODE = qr.content(NUMBER, DIGEST)


@cache
def paper(number: str = NUMBER, pages: int = 2) -> bytes:
    """Return a paper with its heads and feet."""
    furniture = Furniture(
        title="拟停发告知书",
        number=number,
        household_number="33010600012",
        place="河埠村",
        issued=date(2026, 11, 23),
        basis="《社会救助暂行办法》",
        privacy="",
        pack_name="",
        pack_id="",
        pack_hash="",
        data_version="",
        digest=DIGEST,
    )
    made = [Sheet() for _ in range(pages)]
    furniture.dress(made)
    return paint(made, About("告知书", "", ""))


def read(data: bytes) -> list[Page]:
    return list(scan.pages(data, sheets.drawn))


def opened(page: Page) -> Image.Image:
    return Image.open(BytesIO(page.jpeg))


@pytest.mark.parametrize("dpi", [150, 200, 300])
@pytest.mark.parametrize("number", [0, 1])
def test_that_the_code_is_found_however_the_page_comes(dpi: int, number: int) -> None:
    image = scanner.scanned(paper(), dpi)[number]

    missed = [
        name
        for name, seen in scanner.views(image)
        if [page.codes for page in read(scanner.jpeg(seen))] != [(CODE,)]
    ]

    assert not missed


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_that_a_page_is_kept_upright(degrees: int) -> None:
    image = scanner.scanned(paper())[0]

    (page,) = read(scanner.jpeg(scanner.turned(image, degrees)))

    kept = opened(page)
    assert kept.size == (1654, 2339)
    corner = kept.convert("L").crop((1340, 60, 1520, 240)).histogram()
    assert sum(corner[:100]) > 5000  # the code is at the upper right again


def test_that_what_a_camera_noted_of_its_position_counts_and_is_left_out() -> None:
    image = scanner.scanned(paper())[0]
    noted = Image.Exif()
    noted[ExifTags.Base.Orientation] = 8

    (page,) = read(scanner.jpeg(scanner.turned(image, -90), exif=noted))

    assert opened(page).size == (1654, 2339)
    assert not opened(page).getexif()


@pytest.mark.parametrize("compression", ["tiff_lzw", "tiff_jpeg", "raw"])
def test_that_the_pages_of_a_tiff_come_in_order(compression: str) -> None:
    pages = [p for at in (3, 1) for p in scanner.scanned(paper(f"330106-2026-F10-00000{at}", 1))]

    found = read(scanner.tiff(pages, compression))

    assert [page.number for page in found] == [1, 2]
    assert ["000003" in found[0].codes[0], "000001" in found[1].codes[0]] == [True, True]


def test_that_reading_leaves_the_warnings_of_others_alone() -> None:
    before = list(warnings.filters)
    reading = scan.pages(scanner.tiff(scanner.scanned(paper()), "raw"), sheets.drawn)

    for _ in reading:
        assert list(warnings.filters) == before


def test_that_a_fax_of_black_and_white_is_read() -> None:
    page = scanner.scanned(paper(pages=1))[0].convert("1")

    assert [p.codes for p in read(scanner.tiff([page], "group4"))] == [(CODE,)]


def test_that_a_pdf_of_a_scanner_is_read_page_by_page() -> None:
    found = read(scanner.pdf(scanner.scanned(paper(pages=3))))

    assert [(page.number, page.codes) for page in found] == [(n, (CODE,)) for n in (1, 2, 3)]


def test_that_the_paper_itself_is_read_as_well() -> None:
    assert [page.codes for page in read(paper())] == [(CODE,), (CODE,)]


def test_that_a_large_scan_is_kept_small_enough_to_carry() -> None:
    (page,) = read(scanner.png(scanner.scanned(paper(pages=1), 400)[0]))

    assert max(opened(page).size) == scan.KEPT_SIDE
    assert len(page.jpeg) < 500_000


def test_that_an_empty_back_is_told_from_a_signed_one() -> None:
    empty = scanner.noisy(Image.new("RGB", (1654, 2339), "white"), 0.05)
    signed = empty.copy()
    signed.paste("black", (400, 900, 700, 930))

    assert [read(scanner.jpeg(image))[0].is_blank for image in (empty, signed)] == [True, False]


def test_that_equal_pages_have_equal_hashes() -> None:
    image = scanner.scanned(paper())[0]

    assert read(scanner.png(image))[0].sha == read(scanner.png(image))[0].sha


def _huge_png() -> bytes:
    """Return a picture that says it has ten thousand million pixels."""

    def piece(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n" + piece(b"IHDR", head)
    return start + piece(b"IDAT", zlib.compress(b"0")) + piece(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "读不出来"),
        (b"MZ\x90 a program", "读不出来"),
        (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "读不出来"),
        (b"%PDF-1.7\nnothing else", "打不开"),
        (scanner.jpeg(Image.new("RGB", (300, 300)))[:200], "读不出来"),
        (_huge_png(), "超过 4000 万像素"),
        (b"II*\x00\x08\x00\x00\x00\xff\xff" + b"\x00" * 40, "读不出来"),
    ],
    ids=["empty", "program", "gif", "broken pdf", "cut short", "huge", "bad tiff"],
)
def test_that_a_file_that_is_no_scan_is_told(data: bytes, told: str) -> None:
    with pytest.raises(UserError, match=told):
        read(data)


def test_that_a_locked_pdf_is_told() -> None:
    pdf = paper().replace(b"/Size", b"/Encrypt 1 0 R /Size")

    with pytest.raises(UserError, match="打不开"):
        read(pdf)


def test_that_a_file_of_too_many_pages_is_read_to_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scan, "MOST_PAGES", 2)
    pages = scan.pages(paper(pages=3), sheets.drawn)

    assert [next(pages).number, next(pages).number] == [1, 2]
    with pytest.raises(UserError, match="分成几份"):
        next(pages)


def test_that_a_page_of_any_size_is_drawn_no_larger_than_asked() -> None:
    sizes: list[Iterable[int]] = [
        (sheet.width, sheet.height) for sheet in sheets.drawn(paper(), 500)
    ]

    assert sizes == [(354, 500), (354, 500)]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_that_a_damaged_file_is_read_or_told(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from(_SAMPLES))
    at = data.draw(st.integers(0, len(whole) - 1))
    piece = data.draw(st.binary(min_size=1, max_size=8))

    try:
        read(whole[:at] + piece + whole[at + len(piece) :])
    except UserError as error:
        assert str(error).endswith("。")  # noqa: PT017  # either way is well


_LITTLE = Image.new("RGB", (60, 80), "white")
_SAMPLES = (
    scanner.jpeg(_LITTLE),
    scanner.png(_LITTLE),
    scanner.tiff([_LITTLE, _LITTLE]),
    scanner.tiff([_LITTLE.convert("1")], "group4"),
    scanner.pdf([_LITTLE]),
)
