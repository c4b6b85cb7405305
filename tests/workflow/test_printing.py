"""Every copy has its number, its entry in the trail and, from the second on, a reason."""

from dataclasses import replace
from datetime import timedelta

import pypdfium2
import pytest

from caseworker_app.demo.clock import DAY
from caseworker_app.demo.values import Township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.documents import sheets
from caseworker_app.errors import RefusedError, UserError
from caseworker_app.store.household import AssignedHousehold, save_all
from caseworker_app.workflow import papers, printing, trail
from caseworker_app.workflow.printing import Printable, Range
from caseworker_app.workflow.workspace import Workspace


@pytest.fixture
def paper(ws: Workspace, township: Township) -> Printable:
    unit = next(unit for unit in township.households if not unit.planted)
    done = carry_out(ws, unit.household.id, township.staff[1], lambda *_: None).sealed
    assert done is not None
    (one,) = printing.of_visit(ws, done.visit_id)
    return one


def _text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def test_that_a_sealed_paper_was_not_printed_yet(ws: Workspace, paper: Printable) -> None:
    assert paper.copies == 0
    assert printing.of_day(ws) == (paper,)


def test_that_every_copy_says_which_it_is(ws: Workspace, paper: Printable) -> None:
    first, second = printing.copies(ws, paper, 2)

    assert "第1份　2026年11月23日打印　胡龙" in _text(first)
    assert "第2份" in _text(second)
    assert printing.page_count(first) == printing.page_count(printing.pdf(ws, paper))
    assert [entry.detail for entry in trail.entries(ws, paper.key)[:2]] == ["第2份", "第1份"]


def test_that_printing_again_wants_a_reason(ws: Workspace, paper: Printable) -> None:
    printing.copies(ws, paper, 1)

    with pytest.raises(RefusedError, match="重印的原因"):
        printing.copies(ws, paper, 1, "  ")
    (again,) = printing.copies(ws, paper, 1, "原件受潮")

    assert "第2份　2026年11月23日重印　胡龙　事由：原件受潮" in _text(again)
    assert trail.entries(ws, paper.key)[0].detail == "第2份，原件受潮"
    assert printing.of_day(ws)[0].copies == 2


def test_that_the_sealed_file_stays_as_it_was(ws: Workspace, paper: Printable) -> None:
    before = printing.pdf(ws, paper)

    printing.copies(ws, paper, 1)

    assert printing.pdf(ws, paper) == before


def test_that_what_the_printer_refused_is_written_down(ws: Workspace, paper: Printable) -> None:
    printing.copies(ws, paper, 1)

    printing.failed(ws, paper, "打印机缺纸")

    newest = trail.entries(ws, paper.key)[0]
    assert (newest.act, newest.detail) == ("paper.not_printed", "打印机缺纸")


@pytest.mark.parametrize("number", [0, 21])
def test_that_only_a_sensible_number_of_copies_is_printed(
    ws: Workspace, paper: Printable, number: int
) -> None:
    with pytest.raises(UserError, match="1至20份"):
        printing.copies(ws, paper, number)


def test_that_an_unknown_paper_is_told(ws: Workspace) -> None:
    with pytest.raises(UserError, match="没有编号为"):
        printing.pdf(ws, Printable("330199-2026-F01-999999", "王芳", "河埠村", blank=False))


def test_that_what_is_no_paper_any_more_is_told() -> None:
    with pytest.raises(UserError, match="已损坏"):
        sheets.sizes(b"%PDF-1.7 half")


def test_that_an_empty_form_knows_the_household_and_ticks_nothing(
    ws: Workspace, township: Township
) -> None:
    wanted = [one for one in printing.offered(ws, Range()) if one.blank]
    assert wanted
    assert {one.blank for one in wanted} == {True}
    unit = next(u for u in township.households if u.household.id == wanted[0].key)

    (form,) = printing.copies(ws, wanted[0], 1)

    text = _text(form)
    for member in unit.household.members:
        assert member.id_number in text
    assert "封存时编号" in text
    assert trail.entries(ws, wanted[0].key)[0].act == "form.printed"


def test_that_of_many_late_households_those_late_longest_come_by_place(
    ws: Workspace, township: Township
) -> None:
    some = township.households[0]
    late = [
        replace(
            some.household,
            id=f"late-{days}",
            due=DAY - timedelta(days=1000 + days),
            living_address=f"河埠里{days}号",
        )
        for days in range(230)
    ]
    with ws.database.write() as connection:
        save_all(connection, (AssignedHousehold(home, some.declaration) for home in late))

    overdue = [one.key for one in printing.offered(ws, Range()) if one.due and one.due < DAY]

    assert overdue == [f"late-{days}" for days in range(30, 230)]


def test_that_an_empty_form_of_any_code_is_printed_for_a_household(
    ws: Workspace, township: Township
) -> None:
    home = township.households[0].household
    wanted = printing.empty_form(ws, home.id, "F06a")

    (form,) = printing.copies(ws, wanted, 1)

    text = _text(form)
    assert "拟调减（终止）社会救助事先告知书" in text
    assert home.head.name in text
    assert "（发出时编号）" in text
    newest = trail.entries(ws, home.id)[0]
    assert (newest.act, newest.detail) == (
        "form.printed",
        "1份空白拟调减（终止）社会救助事先告知书",
    )


def test_that_an_empty_proof_of_service_goes_with_its_paper(
    ws: Workspace, township: Township
) -> None:
    home = township.households[0].household
    draft = papers.begin(ws, "F10", home.id)
    for name, value in (("paper_title", "通知"), ("paper_number", "1号"), ("received", "当日")):
        papers.write(ws, draft.id, name, value)
    papers.write(ws, draft.id, "service_address", "家中")
    issued = papers.issue(ws, draft.id)

    text = _text(printing.pdf(ws, printing.empty_form(ws, home.id, "F10", issued.number)))

    assert issued.number in text
    assert "送达回证" in text


def test_that_an_issued_paper_is_printed_again_for_a_reason(
    ws: Workspace, township: Township
) -> None:
    home = township.households[0].household
    draft = papers.begin(ws, "F10", home.id)
    for name in ("paper_title", "paper_number", "received", "service_address"):
        papers.write(ws, draft.id, name, "按实填写")
    issued = papers.issue(ws, draft.id)
    (paper,) = printing.of_household(ws, home.id)
    assert (paper.key, paper.title, paper.void) == (issued.number, "送达回证", "")
    assert printing.of_day(ws) == (paper,)

    printing.copies(ws, paper, 2)
    with pytest.raises(RefusedError, match="重印的原因"):
        printing.copies(ws, paper, 1)
    (again,) = printing.copies(ws, paper, 1, "原件受潮")

    assert "第3份　2026年11月23日重印" in _text(again)
    assert papers.read(ws, issued.number).paper.copies == 3
    assert [e.act for e in trail.entries(ws, issued.number)] == ["paper.printed"] * 3 + [
        "paper.issued"
    ]
