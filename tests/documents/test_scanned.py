"""Scanned pages as sheets of a file: whole, as they lay, each with its hash."""

from datetime import date
from hashlib import sha256
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from caseworker_app.documents import scanned
from caseworker_app.errors import UserError
from tests.documents.archive.pdfa import faults

DAY = date(2026, 11, 23)


def _jpeg(wide: int, high: int) -> bytes:
    file = BytesIO()
    Image.new("L", (wide, high), 128).save(file, "JPEG")
    return file.getvalue()


def test_that_each_page_lies_on_a_sheet_of_its_own_as_it_lay() -> None:
    pages = [_jpeg(827, 1169), _jpeg(1169, 827)]

    pdf = scanned.sheets(pages, "送达回证（扫描件）", DAY)

    assert faults(pdf) == []
    assert all(page in pdf for page in pages)
    with pypdfium2.PdfDocument(pdf) as document:
        assert [wide > high for wide, high in (page.get_size() for page in document)] == [
            False,
            True,
        ]
        for number, page in enumerate(document, 1):
            text = page.get_textpage().get_text_range()
            assert f"扫描件第{number}页" in text
            assert sha256(pages[number - 1]).hexdigest() in text


def test_that_a_broken_page_is_told() -> None:
    with pytest.raises(UserError, match="送达回证（扫描件）"):
        scanned.sheets([b"no picture"], "送达回证（扫描件）", DAY)
