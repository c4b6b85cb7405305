"""Scans made to hurt: each is a sentence or a page, soon, and the application is none the worse."""

import resource
from pathlib import Path

import pytest

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.workflow import scan_file
from caseworker_app.workflow.scan_file import Batch
from tests.intake.test_scan import CODE, paper
from tests.workflow import hostile

_ROOM = 64 << 10
"""Kilobytes the application may grow by while a file is read: nothing of what it unpacks to."""
_LITTLE = 400 << 20
"""Bytes of memory that are enough for a page, and spare the machine the tests run on."""


def read(path: Path, data: bytes) -> Batch:
    path.write_bytes(data)
    return scan_file.read(path)


def grown() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def test_that_pages_come_over_whole(tmp_path: Path) -> None:
    batch = read(tmp_path / "表.pdf", paper())

    assert (batch.name, batch.problem) == ("表.pdf", "")
    assert [(page.number, page.codes, page.is_blank) for page in batch.pages] == [
        (1, (CODE,), False),
        (2, (CODE,), False),
    ]
    assert all(page.jpeg.startswith(b"\xff\xd8") for page in batch.pages)
    assert batch == scan_file.read(tmp_path / "表.pdf")


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("像素.png", hostile.png(50_000, 50_000), "“像素.png”.*超过 4000 万像素"),
        ("残.pdf", b"%PDF-1.7\nnothing else", "“残.pdf”.*打不开"),
        ("空.jpg", b"", "“空.jpg”是空的"),
    ],
)
def test_that_a_bomb_is_a_sentence_that_names_the_file(
    tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    before = grown()

    with pytest.raises(UserError, match=told):
        read(tmp_path / name, data)

    assert grown() - before < _ROOM


def test_that_thousands_of_pages_are_read_to_the_limit(tmp_path: Path) -> None:
    thin = hostile.page(box=b"0 0 1 3508")

    batch = read(tmp_path / "厚.pdf", hostile.of_pages([thin] * 20_000))

    assert len(batch.pages) == 300
    assert batch.problem.startswith("“厚.pdf”超过 300 页")


def test_that_a_page_that_never_ends_is_given_up_and_those_before_it_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan_file, "_PATIENCE", 3)

    batch = read(tmp_path / "绕.pdf", hostile.endless(before=2))

    assert [page.number for page in batch.pages] == [1, 2]
    assert "“绕.pdf”有一页读了 3 秒还没有读完" in batch.problem


@pytest.mark.parametrize(
    "data",
    [
        hostile.with_picture(
            hostile.zeros(3 * 30_000**2),
            b"/Width 30000/Height 30000/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode",
        ),
        hostile.with_picture(
            hostile.jpeg2000(2**31 - 1, 2**31 - 1),
            b"/Width 99/Height 99/Filter/JPXDecode",
        ),
        hostile.with_picture(
            hostile.jpeg2000(40_000, 40_000),
            b"/Width 40000/Height 40000/ColorSpace/DeviceRGB/Filter/JPXDecode",
        ),
    ],
    ids=["2.7 GB of zeros", "JPEG 2000 of impossible size", "JPEG 2000 without its data"],
)
def test_that_a_picture_that_cannot_be_unpacked_is_a_page_or_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    monkeypatch.setattr(scan_file, "_MEMORY", _LITTLE)
    before, told = grown(), ""
    try:
        batch = read(tmp_path / "图.pdf", data)
        assert [page.codes for page in batch.pages] == [()]
    except UserError as error:
        told = str(error)

    assert told == "" or "“图.pdf”" in told
    assert grown() - before < _ROOM


def test_that_a_file_that_takes_all_memory_kills_only_what_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan_file, "_MEMORY", _LITTLE)
    drawn = hostile.stream(hostile.zeros(1 << 30), b"/Filter/FlateDecode")
    before = grown()

    with pytest.raises(UserError, match=r"“大\.pdf”读不下去"):
        read(tmp_path / "大.pdf", hostile.of_pages([hostile.page(b"/Contents 4 0 R")], [drawn]))

    assert grown() - before < _ROOM


def test_that_a_file_that_went_away_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match=r"读不出“gone\.pdf”"):
        scan_file.read(tmp_path / "gone.pdf")
