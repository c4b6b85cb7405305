"""Every paper is PDF/A-2b as it leaves the canvas; each fault the checks know is noticed."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image

from caseworker_app.documents.visit_form import VisitForm, render
from caseworker_app.errors import UserError
from tests.documents.archive.pdfa import faults

_Break = Callable[[Pdf], None]


@pytest.fixture(scope="module")
def paper(full: VisitForm) -> bytes:
    return render(full)


def test_that_a_form_with_photos_and_signatures_can_be_archived(paper: bytes) -> None:
    assert faults(paper) == []


def test_that_a_form_of_rare_characters_can_be_archived(plain: VisitForm) -> None:
    visit = replace(plain.visit, opinion="𪚥𠮷𬭩㛃䶮鿦 & <甲> (乙) \\")

    assert faults(render(replace(plain, visit=visit))) == []


def _no_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def _no_metadata(pdf: Pdf) -> None:
    del pdf.Root.Metadata


def _script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _other_title(pdf: Pdf) -> None:
    pdf.docinfo.Title = String("另一题名")


def _not_embedded(pdf: Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font.DescendantFonts[0].FontDescriptor.FontFile2


def _wrong_width(pdf: Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        font.DescendantFonts[0].W = Array([0, Array([777] * len(font.DescendantFonts[0].W[1]))])


def _meaningless(pdf: Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        font.ToUnicode.write(b"")


def _four_colours(pdf: Pdf) -> None:
    _image(pdf).ColorSpace = Name.DeviceCMYK


def _see_through(pdf: Pdf) -> None:
    _image(pdf).SMask = _image(pdf)


def _annotated(pdf: Pdf) -> None:
    pdf.pages[0].Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Text)])


def _nested(pdf: Pdf) -> None:
    pdf.pages[0].Contents = pdf.make_stream(b"q " * 29 + b"Q " * 29)


def _image(pdf: Pdf) -> pikepdf.Object:
    return next(iter(pdf.pages[0].Resources.XObject.values()))


@pytest.mark.parametrize(
    ("break_it", "clause"),
    [
        (_no_intent, "6.2.3"),
        (_no_metadata, "6.6.2.1"),
        (_script, "6.5.1"),
        (_other_title, "6.6.2"),
        (_not_embedded, "6.2.11.4"),
        (_wrong_width, "6.2.11.5"),
        (_meaningless, "6.2.11.7"),
        (_four_colours, "6.2.4.3"),
        (_see_through, "6.2.10"),
        (_annotated, "6.3"),
        (_nested, "6.1.13"),
    ],
)
def test_that_a_fault_is_noticed(paper: bytes, break_it: _Break, clause: str) -> None:
    broken = BytesIO()
    with pikepdf.open(BytesIO(paper)) as pdf:
        break_it(pdf)
        pdf.save(broken, fix_metadata_version=False)

    assert [fault for fault in faults(broken.getvalue()) if fault.startswith(clause)]


@pytest.mark.parametrize(
    ("before", "after", "clause"),
    [
        (b"%PDF-1.7", b"%PDF-2.0", "6.1.2"),
        (b"%%EOF\n", b"%%EOF\n\nmore", "6.1.3"),
        (b"\nendstream\nendobj", b" endstream\nendobj", "6.1.7.1"),
    ],
)
def test_that_a_fault_of_the_bytes_is_noticed(
    paper: bytes, before: bytes, after: bytes, clause: str
) -> None:
    found = faults(paper.replace(before, after))

    assert [fault for fault in found if fault.startswith(clause)]


def test_that_the_file_names_its_language_and_its_day(plain: VisitForm) -> None:
    with pikepdf.open(BytesIO(render(plain))) as pdf:
        assert str(pdf.Root.Lang) == "zh-CN"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.CreationDate) == "D:20261120000000+08'00'"


def test_that_another_paper_has_another_identifier(plain: VisitForm) -> None:
    def identifier(form: VisitForm) -> bytes:
        with pikepdf.open(BytesIO(render(form))) as pdf:
            return bytes(pdf.trailer.ID[0])

    assert identifier(plain) == identifier(plain)
    assert identifier(plain) != identifier(replace(plain, number="330106-2026-F01-000124"))


def test_that_chinese_text_can_be_searched(plain: VisitForm) -> None:
    with pypdfium2.PdfDocument(render(plain)) as document:
        text = document[0].get_textpage()
        assert text.search("沈䶮生").get_next()
        assert text.search("身份号码").get_next()
        assert re.search("最低生活保障", text.get_text_range())


def test_that_a_picture_for_the_press_is_refused(
    full: VisitForm, jpeg: Callable[[int], bytes]
) -> None:
    pressed = BytesIO()
    with Image.open(BytesIO(jpeg(1))) as photo:
        photo.convert("CMYK").save(pressed, "JPEG")
    sha = full.visit.attachments[1].sha

    with pytest.raises(UserError, match=r"车辆转让协议.*四色"):
        render(replace(full, photos={**full.photos, sha: pressed.getvalue()}))


def test_that_a_grey_picture_stays_grey(full: VisitForm, jpeg: Callable[[int], bytes]) -> None:
    grey = BytesIO()
    with Image.open(BytesIO(jpeg(1))) as photo:
        photo.convert("L").save(grey, "JPEG")
    photos = {sha: grey.getvalue() for sha in full.photos}

    assert faults(render(replace(full, photos=photos))) == []
