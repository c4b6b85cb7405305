"""The papers of a village in one file: complete, in the order of its round, each copy noted."""

from collections import Counter

import pypdfium2
import pytest

from caseworker_app.demo.values import Township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.documents import sheets
from caseworker_app.errors import RefusedError, UserError
from caseworker_app.model.paper import VISIT_FORM
from caseworker_app.workflow import batch, papers, printing, trail
from caseworker_app.workflow.printing import Printable, Range
from caseworker_app.workflow.workspace import Workspace
from tests.documents.archive.pdfa import faults
from tests.workflow.papers.conftest import missing


@pytest.fixture
def village(township: Township) -> str:
    """Return the village most households live in that nothing was planted into."""
    homes = Counter(unit.household.village for unit in township.households if not unit.planted)
    return homes.most_common(1)[0][0]


@pytest.fixture
def issued(ws: Workspace, township: Township, village: str) -> tuple[str, ...]:
    """Return the heads of two visited households of the village, a proof issued for the second."""
    homes = [
        unit.household
        for unit in township.households
        if unit.household.village == village and not unit.planted
    ][:2]
    for home in homes:
        assert carry_out(ws, home.id, township.staff[1], lambda *_: None).sealed
    draft = papers.begin(ws, "F10", homes[1].id)
    for name, value in {**missing(draft), "received": "当日"}.items():
        papers.write(ws, draft.id, name, value)
    papers.issue(ws, draft.id)
    return tuple(home.head.name for home in homes)


def _unprinted(ws: Workspace, village: str) -> tuple[Printable, ...]:
    return tuple(one for one in printing.offered(ws, Range(village)) if not one.blank)


def _to_fill(ws: Workspace, what: Range) -> tuple[Printable, ...]:
    return tuple(one for one in printing.offered(ws, what) if one.blank)


def _ordered(wanted: tuple[Printable, ...], copies: int = 1) -> list[tuple[Printable, int]]:
    return [(one, copies) for one in wanted]


def _bound(ws: Workspace, wanted: tuple[Printable, ...]) -> bytes:
    return batch.bind(batch.gather(ws, _ordered(wanted)))


def test_that_what_nobody_printed_yet_is_offered_in_the_order_of_the_round(
    ws: Workspace, village: str, issued: tuple[str, ...]
) -> None:
    assert village in printing.villages(ws)
    found = _unprinted(ws, village)
    by_place = [one.head for one in _to_fill(ws, Range(village))]

    assert {one.head for one in found} == set(issued)
    assert [by_place.index(one.head) for one in found] == sorted(
        by_place.index(one.head) for one in found
    )
    assert Counter(one.form for one in found) == {"F01": 2, "F10": 1}
    printing.copies(ws, found[0], 1)
    assert found[0].key not in {one.key for one in _unprinted(ws, village)}


def test_that_a_village_is_one_file_with_every_copy_numbered_and_noted(
    ws: Workspace, village: str, issued: tuple[str, ...]
) -> None:
    found = _unprinted(ws, village)

    file = batch.bind(batch.gather(ws, _ordered(found, 2)))

    assert faults(file) == []
    with pypdfium2.PdfDocument(file) as document:
        pages = sum(2 * len(sheets.sizes(printing.pdf(ws, one))) for one in found)
        assert len(document) == pages
        toc = [(e.level, e.get_title(), e.get_dest().get_index()) for e in document.get_toc()]
        assert [t for level, t, _ in toc if not level] == list(
            dict.fromkeys(f"{village} {one.head}" for one in found)
        )
        papers_ = [(title, page) for level, title, page in toc if level]
        assert [title for title, _ in papers_] == [
            f"{one.title} {one.key}" for one in found for _ in range(2)
        ]
        for at, (_, page) in enumerate(papers_):
            assert f"第{at % 2 + 1}份" in document[page].get_textpage().get_text_range()
    assert _unprinted(ws, village) == ()
    for one in found:
        acts = [entry.act for entry in trail.entries(ws, one.key)]
        assert acts[:2] == ["paper.printed"] * 2


def test_that_what_was_printed_before_asks_for_a_reason_and_nothing_is_noted_without(
    ws: Workspace, village: str, issued: tuple[str, ...]
) -> None:
    assert len(issued) == 2
    first, *rest = _unprinted(ws, village)
    printing.copies(ws, first, 1)
    again = printing.of_number(ws, first.key)

    with pytest.raises(RefusedError, match="重印的原因"):
        batch.gather(ws, _ordered((*rest, again)))
    assert len(_unprinted(ws, village)) == len(rest)
    batch.gather(ws, _ordered((*rest, again)), "原件受潮")

    assert printing.of_number(ws, first.key).copies == 2
    assert "原件受潮" in trail.entries(ws, first.key)[0].detail
    assert trail.entries(ws, rest[0].key)[0].detail == "第1份"


@pytest.mark.parametrize("form", ["F01", "F02", "F11"])
@pytest.mark.parametrize("is_large", [False, True])
def test_that_an_empty_form_of_every_household_is_bound(
    ws: Workspace,
    village: str,
    form: str,
    is_large: bool,  # noqa: FBT001  # parametrized
) -> None:
    wanted = _to_fill(ws, Range(village, form, is_large))[:3]

    file = _bound(ws, wanted)

    assert faults(file) == []
    with pypdfium2.PdfDocument(file) as document:
        starts = [e.get_dest().get_index() for e in document.get_toc() if e.level]
        for one, page in zip(wanted, starts, strict=True):
            assert one.head in document[page].get_textpage().get_text_range()
        assert all((wide > high) is is_large for wide, high in sheets.sizes(file))
    for one in wanted:
        newest = trail.entries(ws, one.key)[0]
        assert newest.act == "form.printed"


def test_that_forms_that_tell_a_decision_are_not_written_by_hand() -> None:
    codes = [code for code, _ in printing.by_hand()]

    assert codes[0] == VISIT_FORM
    assert {"F02", "F06b", "F10", "F11", "F21"} <= set(codes)
    assert not {"F05", "F06", "F06a", "F07", "F13", "F17"} & set(codes)


def test_that_a_batch_of_nothing_and_too_many_copies_are_refused(
    ws: Workspace, village: str
) -> None:
    with pytest.raises(RefusedError, match="没有要打印的"):
        batch.gather(ws, [])
    with pytest.raises(UserError, match="1至20份"):
        batch.gather(ws, [(_to_fill(ws, Range(village))[0], 21)])
