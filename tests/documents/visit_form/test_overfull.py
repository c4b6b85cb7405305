"""A household that no page holds: many of everything, and long words."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest

from caseworker_app.documents.visit_form import VisitForm, render
from caseworker_app.model.codes import IncomeKind
from caseworker_app.model.economy import Income
from caseworker_app.model.visit import Visit

_MEMBERS, _DIFFERENCES, _PHOTOS = 12, 20, 40
_ADDRESS = "浙江省杭州市西湖区三墩镇华联村委会第八村民小组" * 4 + "15号（附1号、附2号）"
_OPINION = "".join(f"经入户调查、邻里访问和信函索证，该户第{n}项情况复杂。" for n in range(150))
Box = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def overfull(full: VisitForm, jpeg: Callable[[int], bytes]) -> VisitForm:
    return overfull_form(full, jpeg)


def overfull_form(full: VisitForm, jpeg: Callable[[int], bytes]) -> VisitForm:
    photos = tuple(
        replace(
            full.visit.attachments[0],
            id=f"p{n}",
            sha=f"sha256:q{n}",
            caption=f"第{n}张现场照片" * (1 + n % 3),
        )
        for n in range(_PHOTOS)
    )
    found = tuple(
        replace(
            full.discrepancies[n % 3],
            id=f"{full.discrepancies[n % 3].code}:n{n}",
            subject=f"标的{n}号",
            registered=full.discrepancies[n % 3].registered * (1 + n % 4),
        )
        for n in range(_DIFFERENCES)
    )
    told = tuple(
        replace(
            full.visit.explanations[n % 3], id=one.id, text="家属说明如下，" * (1 + 20 * (n % 4))
        )
        for n, one in enumerate(found)
    )
    visit = replace(_crowded(full.visit), attachments=photos, explanations=told, opinion=_OPINION)
    return replace(
        full,
        visit=visit,
        discrepancies=found,
        photos={photo.sha: jpeg(n) for n, photo in enumerate(photos)},
    )


def _crowded(visit: Visit) -> Visit:
    household = visit.household
    more = tuple(
        replace(household.members[0], id=f"x{n}", name=f"欧阳{n}娜", relation="20")
        for n in range(_MEMBERS - len(household.members))
    )
    members = (*household.members, *more)
    earned = ((member, kind) for member in members for kind in IncomeKind)
    return replace(
        visit,
        household=replace(
            household, members=members, registered_address=_ADDRESS, living_address=_ADDRESS
        ),
        incomes=tuple(
            Income(f"j{n:02d}", member.id, kind, f"收入项目{n}号", 10000 + n, 120000 + n)
            for n, (member, kind) in enumerate(earned)
        ),
    )


@pytest.fixture(scope="module")
def pdf(overfull: VisitForm) -> bytes:
    return render(overfull)


def test_that_every_row_is_there_whole(
    overfull: VisitForm, pdf: bytes, read: Callable[[bytes], list[str]]
) -> None:
    pages = ["".join(page.split()) for page in read(pdf)]
    text = "".join(pages)

    assert len(pages) > 10
    assert text.count(_ADDRESS) == 2
    assert all(f"欧阳{n}娜" in text for n in range(_MEMBERS - 4))
    assert all(f"收入项目{n}号" in text for n in range(4 * _MEMBERS))
    assert all(f"标的{n}号" in text for n in range(_DIFFERENCES))
    assert text.count("家属说明如下，") == sum(1 + 20 * (n % 4) for n in range(_DIFFERENCES))
    assert all(f"第{n}项情况复杂" in text for n in range(0, 150, 30))
    assert all(f"{n + 1}.第{n}张现场照片" in text for n in range(_PHOTOS))


def test_that_heads_stand_on_every_page_a_table_reaches(
    pdf: bytes, read: Callable[[bytes], list[str]]
) -> None:
    pages = ["".join(page.split()) for page in read(pdf)]
    with_rows = [page for page in pages if "标的" in page]

    assert len(with_rows) > 2
    assert all("差异事项" in page and "核实结论" in page for page in with_rows)


def test_that_no_character_stands_outside_the_margins(pdf: bytes) -> None:
    for boxes in _characters(pdf):
        assert min(box[0] for box in boxes) >= 56
        assert max(box[2] for box in boxes) <= 595 - 56
        assert min(box[1] for box in boxes) >= 28
        assert max(box[3] for box in boxes) <= 842 - 28


def test_that_no_two_characters_overlap(pdf: bytes) -> None:
    for boxes in _characters(pdf):
        rows: dict[int, list[Box]] = {}
        for box in boxes:
            for band in range(int(box[1] // 4), int(box[3] // 4) + 1):
                rows.setdefault(band, []).append(box)
        for row in rows.values():
            assert not [(a, b) for a, b in pairwise(sorted(row)) if _overlap(a, b) > 1 and a != b]


def _characters(pdf: bytes) -> Iterator[list[Box]]:
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            count = text.count_chars()
            shown = [n for n in range(count) if text.get_text_range(n, 1).strip()]
            yield [text.get_charbox(n) for n in shown]


def _overlap(a: Box, b: Box) -> float:
    wide = min(a[2], b[2]) - max(a[0], b[0])
    high = min(a[3], b[3]) - max(a[1], b[1])
    return min(wide, high)
