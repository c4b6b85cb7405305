"""F01 in large letters, on sheets laid across: the same words, inside the margins."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest

from caseworker_app.documents.sheets import stamped
from caseworker_app.documents.visit_form import BlankForm, VisitForm, render, render_blank
from tests.documents.visit_form.test_overfull import _characters, _overlap, overfull_form

_LARGER = 297 / 210
_MM = 72 / 25.4
Read = Callable[[bytes], list[str]]


@pytest.fixture(scope="module", params=["plain", "full", "overfull", "blank"])
def pdf(
    request: pytest.FixtureRequest,
    plain: VisitForm,
    full: VisitForm,
    jpeg: Callable[[int], bytes],
) -> bytes:
    forms = {"plain": plain, "full": full, "overfull": overfull_form(full, jpeg)}
    if request.param == "blank":
        return render_blank(blank(full, is_large=True))
    return render(replace(forms[request.param], is_large=True))


def blank(form: VisitForm, *, is_large: bool) -> BlankForm:
    decided = form.determination
    return BlankForm(
        household=form.visit.household,
        declaration=form.declaration,
        discrepancies=form.discrepancies,
        printed=form.issued,
        pack_name=form.pack_name,
        pack_id=decided.pack_id,
        pack_hash=decided.pack_hash,
        is_large=is_large,
    )


def test_that_every_sheet_lies_across(pdf: bytes) -> None:
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            assert [round(side / _MM) for side in page.get_size()] == [297, 210]


def test_that_no_character_stands_outside_the_margins(pdf: bytes) -> None:
    for boxes in _characters(pdf):
        assert min(box[0] for box in boxes) >= 56 * _LARGER
        assert max(box[2] for box in boxes) <= (595 - 56) * _LARGER
        assert min(box[1] for box in boxes) >= 28 * _LARGER
        assert max(box[3] for box in boxes) <= 595 - 28 * _LARGER


def test_that_no_two_characters_overlap(pdf: bytes) -> None:
    for boxes in _characters(pdf):
        rows: dict[int, list[tuple[float, float, float, float]]] = {}
        for box in boxes:
            for band in range(int(box[1] // 4), int(box[3] // 4) + 1):
                rows.setdefault(band, []).append(box)
        for row in rows.values():
            assert not [(a, b) for a, b in pairwise(sorted(row)) if _overlap(a, b) > 1 and a != b]


def test_that_letters_are_as_large_as_the_sheet_is_wide(full: VisitForm) -> None:
    def height(form: VisitForm) -> float:
        with pypdfium2.PdfDocument(render(form)) as document:
            text = document[0].get_textpage()
            first = text.search("身份号码").get_next()
            assert first
            left, low, right, high = text.get_charbox(first[0])
            return float(max(right - left, high - low))

    assert height(replace(full, is_large=True)) == pytest.approx(height(full) * _LARGER, rel=0.02)


def test_that_the_number_of_a_copy_stands_at_the_right_edge(pdf: bytes) -> None:
    with pypdfium2.PdfDocument(stamped(pdf, "第1份　2026年11月23日打印　胡龙")) as document:
        for page in document:
            text = page.get_textpage()
            found = text.search("胡龙").get_next()
            assert found
            _, low, right, high = text.get_charbox(found[0] + 1)
            assert right == pytest.approx((297 - 20 * _LARGER) * _MM, abs=4)
            assert high - low > 8


def test_that_it_says_the_same(full: VisitForm, read: Read) -> None:
    large = "".join("".join(read(render(replace(full, is_large=True)))).split())

    for words in ("沈䶮生", "1,120.50/月", "佐证照片2张", "陈敏2026年11月20日10:10", "4.厨房"):
        assert words in large


def test_that_an_empty_form_names_everybody_it_knows(full: VisitForm, read: Read) -> None:
    text = "".join("".join(read(render_blank(blank(full, is_large=False)))).split())

    assert "沈建军工资性收入" in text
