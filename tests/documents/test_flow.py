from dataclasses import replace

import pytest

from caseworker_app.documents.cell import Text, cell, label, value
from caseworker_app.documents.flow import Flow, Prose
from caseworker_app.documents.page import BODY, BOTTOM, LARGE, UPRIGHT, Format, Glyphs, Page
from caseworker_app.documents.table import CONTENT, Row, Section, Table, shares

_HALF = shares(1, 1)


def _texts(page: Page) -> list[str]:
    return [mark.text for mark in page.marks if isinstance(mark, Glyphs)]


def _section(rows: tuple[Row, ...]) -> Section:
    heads = (Row((label("左", _HALF[0]), label("右", _HALF[1]))),)
    return Section("一", "测试", (Table(rows, heads),))


def _row(left: str, right: str, *, joined: bool = False) -> Row:
    first = value(left, _HALF[0])._replace(joined=joined)
    return Row((first, value(right, _HALF[1])))


def test_that_heads_are_repeated_and_every_row_stands_once() -> None:
    flow = Flow(0)
    flow.add(_section(tuple(_row("甲", f"第{n}行") for n in range(90))))

    assert len(flow.pages) == 3
    assert all("左" in _texts(page) for page in flow.pages)
    rows = [text for page in flow.pages for text in _texts(page) if text.startswith("第")]
    assert rows == [f"第{n}行" for n in range(90)]


def test_that_a_joined_cell_shows_once_a_page() -> None:
    flow = Flow(0)
    flow.add(_section(tuple(_row("张三", f"第{n}行", joined=n > 0) for n in range(50))))

    assert [_texts(page).count("张三") for page in flow.pages] == [1, 1]


def test_that_a_row_higher_than_a_page_goes_on_and_loses_nothing() -> None:
    words = "".join(f"{n:04d}" for n in range(2400))
    flow = Flow(0)
    flow.add(Section("一", "测试", (Table((Row((cell(CONTENT, Text(words)),)),)),)))

    assert len(flow.pages) > 1
    found = [t for page in flow.pages for t in _texts(page) if t.isascii()]
    assert "".join(found) == words


def test_that_nothing_stands_outside_the_body() -> None:
    flow = Flow(40)
    for _ in range(9):
        flow.add(_section(tuple(_row("甲" * 40, "乙" * 90) for _ in range(7))))

    marks = [mark for page in flow.pages for mark in page.marks]
    assert all(BOTTOM < mark.y < UPRIGHT.top for mark in marks)
    assert all(BOTTOM - 0.1 <= rule.y2 <= UPRIGHT.top for page in flow.pages for rule in page.rules)


@pytest.mark.parametrize("rows", [2, 3, 4, 5, 36, 37])
@pytest.mark.parametrize("above", range(24, 34))
def test_that_no_single_row_of_a_table_is_left_alone(above: int, rows: int) -> None:
    flow = Flow(0)
    flow.add(_section(tuple(_row("甲", "前") for _ in range(above))))
    flow.add(_section(tuple(_row("乙", f"第{n}行") for n in range(rows))))

    shown = [sum(text.startswith("第") for text in _texts(page)) for page in flow.pages]
    assert sum(shown) == rows
    assert 1 not in shown


def test_that_a_row_no_page_holds_begins_where_the_page_has_room() -> None:
    words = "".join(f"{n:04d}" for n in range(2400))
    flow = Flow(0)
    table = Table((_row("甲", "前"), _row("甲", "中"), _row("乙", words), _row("甲", "后")))
    flow.add(Section("一", "测试", (table,)))

    assert "乙" in _texts(flow.pages[0])
    figures = (text for page in flow.pages for text in _texts(page) if text.isascii())
    assert "".join(figures) == words


def test_that_a_table_that_belongs_to_all_above_it_stands_apart() -> None:
    def gap(*, is_annex: bool) -> float:
        flow = Flow(0)
        flow.add(_section((_row("甲", "前"),)))
        flow.add(replace(_section((_row("甲", "后"),)), is_annex=is_annex))
        (page,) = flow.pages
        return min(rule.y2 for rule in page.rules)

    assert gap(is_annex=False) - gap(is_annex=True) == pytest.approx(8)


def test_that_a_short_remainder_carries_the_number_alone() -> None:
    flow = Flow(0)
    rows = tuple(_row("甲", f"第{n}行") for n in range(35))
    flow.add(replace(_section(rows), name="测试长名称"))

    last = _texts(flow.pages[-1])
    assert len([text for text in last if text.startswith("第")]) == 2
    assert "一" in last
    assert "测" not in last


def _prose(lines: int, *, whole: bool = False) -> Prose:
    text = "\n".join(f"行{n:04d}" for n in range(lines))
    return Prose(Text(text, size=12, leading=1.75).lines(BODY), whole=whole)


@pytest.mark.parametrize("size", [UPRIGHT, LARGE])
def test_that_a_paragraph_goes_on_and_loses_no_line(size: Format) -> None:
    flow = Flow(60, size)
    flow.add(_prose(90))

    assert len(flow.pages) > 1
    assert [t for page in flow.pages for t in _texts(page)] == [f"行{n:04d}" for n in range(90)]
    assert all(BOTTOM <= mark.y <= size.top for page in flow.pages for mark in page.marks)


@pytest.mark.parametrize("first", range(25, 36))
def test_that_no_single_line_is_left_alone(first: int) -> None:
    flow = Flow(0)
    flow.add(_prose(first))
    flow.add(_prose(4))

    seconds = [len([mark for mark in _texts(page) if mark < "行0004"]) for page in flow.pages]
    assert len(flow.pages) <= 2
    assert 1 not in (seconds[0] - 4, seconds[-1])


def test_that_what_belongs_together_is_never_parted() -> None:
    flow = Flow(0)
    flow.add(_prose(31))
    flow.add(_prose(5, whole=True))

    assert _texts(flow.pages[1]) == [f"行{n:04d}" for n in range(5)]


@pytest.mark.parametrize("above", range(22, 36))
def test_that_a_closing_takes_the_end_of_its_text_along(above: int) -> None:
    """Authority and day never stand on a page without the text they close (此页无正文)."""
    flow = Flow(0)
    flow.add(_prose(above))
    flow.add(replace(_prose(5), before=3.0).followed(replace(_prose(2, whole=True), before=30.0)))

    last = _texts(flow.pages[-1])
    assert len(last) >= 4
    assert sum(len(_texts(page)) for page in flow.pages) == above + 7


@pytest.mark.parametrize("above", range(22, 36))
def test_that_a_heading_stays_with_the_beginning_of_its_text(above: int) -> None:
    heading = Prose(Text("一、标题").lines(BODY), 4.0, whole=True)
    flow = Flow(0)
    flow.add(_prose(above))
    flow.add(heading.leading(_prose(5)))

    (page,) = (_texts(page) for page in flow.pages if "一、标题" in _texts(page))
    assert len(page) - page.index("一、标题") >= 3
    assert sum(len(_texts(page)) for page in flow.pages) == above + 6


def test_that_a_section_without_a_name_fills_the_whole_width() -> None:
    flow = Flow(0)
    flow.add(Section("", "", (Table((Row((cell(BODY, Text("甲")),)),)),)))

    (page,) = flow.pages
    assert page.outline == []
    assert max(rule.x2 for rule in page.rules) - min(rule.x1 for rule in page.rules) == BODY
