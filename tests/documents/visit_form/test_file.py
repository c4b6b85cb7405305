import hashlib
import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium
import segno

from caseworker_app.documents import qr
from caseworker_app.documents.visit_form import VisitForm, render

_MM = 72 / 25.4
_OTHERS = 50
_FRESH = """
import hashlib, pickle, sys
from caseworker_app.documents.page import Page
from caseworker_app.documents.visit_form import render
print(hashlib.sha256(render(pickle.load(sys.stdin.buffer))).hexdigest())
"""


def test_that_every_page_is_a4(full: VisitForm) -> None:
    with pypdfium2.PdfDocument(render(full)) as document:
        for page in document:
            assert [round(side / _MM) for side in page.get_size()] == [210, 297]


def test_that_the_same_values_give_the_same_bytes_whatever_was_printed_before(
    full: VisitForm,
) -> None:
    fresh = subprocess.run(
        [sys.executable, "-c", _FRESH], input=pickle.dumps(full), capture_output=True, check=True
    )
    others = {render(_another(full, number)) for number in range(_OTHERS)}
    after = render(full)

    assert len(others - {after}) == _OTHERS
    assert fresh.stdout.decode().strip() == hashlib.sha256(after).hexdigest()


def _another(form: VisitForm, number: int) -> VisitForm:
    """Return a form with other words, the typefaces' glyphs met in another order."""
    words = "".join(chr(0x4E00 + (number * 97 + 13 * n) % 0x5000) for n in range(60))
    members = tuple(replace(m, name=words[:3] + m.name) for m in form.visit.household.members)
    household = replace(form.visit.household, members=members, village=words[3:9])
    visit = replace(form.visit, household=household, opinion=words)
    return replace(form, visit=visit, number=f"330106-2026-F01-{number:06}", photos={})


def test_that_papers_made_at_the_same_time_do_not_mix(full: VisitForm, plain: VisitForm) -> None:
    alone = [render(full), render(plain)] * 3

    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(render, [full, plain] * 3))

    assert together == alone


def test_that_one_changed_value_changes_the_bytes(plain: VisitForm) -> None:
    before = render(plain)

    assert render(replace(plain, digest="sha256:" + "1" * 64)) != before
    assert render(replace(plain, visit=replace(plain.visit, opinion="另有情况。"))) != before


def test_that_the_file_says_what_it_is(plain: VisitForm) -> None:
    pdf = render(plain)

    with pypdfium2.PdfDocument(pdf) as document:
        about = document.get_metadata_dict()
        outline = [item.get_title() for item in document.get_toc()]
    assert about["Title"] == "社会救助家庭入户调查（核查）表 330106-2026-F01-000123 沈䶮生"
    assert about["Author"] == "陈敏、罗志强"
    assert outline[0] == "一 基本情况"
    assert len(outline) == 11
    assert b"zh-CN" in pdf


def test_that_each_typeface_is_embedded_once(plain: VisitForm) -> None:
    pdf = render(plain)

    assert pdf.count(b"/FontFile2 ") == pdf.count(b"/ToUnicode ") == 3
    assert pdf.count(b"/Subtype /CIDFontType2") == 3
    assert len(pdf) < 200_000


def test_that_signatures_are_vectors(full: VisitForm) -> None:
    signed = replace(full, photos={}, visit=replace(full.visit, attachments=()))
    bare = replace(signed, visit=replace(signed.visit, signatures=()))

    assert _objects(render(signed), pdfium.FPDF_PAGEOBJ_IMAGE) == 0
    more = _objects(render(signed), pdfium.FPDF_PAGEOBJ_PATH)
    assert more > _objects(render(bare), pdfium.FPDF_PAGEOBJ_PATH) + 20


def _objects(pdf: bytes, kind: int) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return sum(1 for page in document for _ in page.get_objects(filter=[kind]))


def test_that_photos_are_in_the_file_byte_for_byte(
    full: VisitForm, jpeg: Callable[[int], bytes]
) -> None:
    pdf = render(full)

    assert all(photo in pdf for photo in full.photos.values())
    assert jpeg(9) not in pdf


def test_that_the_printed_code_holds_number_and_hash(plain: VisitForm) -> None:
    code = segno.make(
        qr.content(plain.number, plain.digest), error="m", micro=False, boost_error=False, mask=3
    )
    with pypdfium2.PdfDocument(render(plain)) as document:
        bitmap = document[0].render(scale=4, grayscale=True)
        picture = bitmap.to_pil()
    size, count = 18 * _MM, len(code.matrix)
    left, top, step = (210 - 20) * _MM - size, 10 * _MM, size / count

    for row, modules in enumerate(code.matrix):
        for column, module in enumerate(modules):
            at = (left + (column + 0.5) * step, top + (row + 0.5) * step)
            shade = picture.getpixel((round(at[0] * 4), round(at[1] * 4)))
            assert (shade < 128) == bool(module)
