"""What letters need of a described form: sums, ordinals, room for the hand, every page signed."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from caseworker_app.documents.form import Filled, Form, render
from caseworker_app.documents.form.description import (
    Column,
    Entry,
    Fields,
    Grid,
    Kind,
    Prose,
    Style,
    Wording,
)
from caseworker_app.model.values import Json

Read = Callable[[bytes], list[str]]
_COLUMNS = (
    Column("number", "序号", 1, Kind.ORDINAL),
    Column("month", "月份", 2, Kind.MONTH),
    Column("amount", "金额", 2, Kind.MONEY),
    Column("paid_on", "实缴日期", 2, by_hand=True),
)
_ENTRIES = (
    Entry(name="months", label="各期", kind=Kind.ROWS, columns=_COLUMNS, lines=2),
    Entry(name="sum", label="合计", kind=Kind.MONEY),
    Entry(name="note", label="附记", by_hand=True),
    Entry(name="remark", label="备注"),
    Entry(name="fact", label="事实", kind=Kind.PARA, lines=3),
    Entry(name="fault", label="原因", asked=True, shown_by="fact"),
)
_PARTS = (
    Prose(text="一、事实", style=Style.HEADING),
    Prose(text="{fact}"),
    Prose(text="某某区民政局\n2026年11月20日", style=Style.CLOSING),
    Fields(rows=(("note",), ("remark",))),
    Grid(rows="months", caption="附表", totals={"amount": "sum"}),
)
_FORM = Form(
    code="F99",
    title="样张",
    copies=1,
    entries=_ENTRIES,
    parts=_PARTS,
    wordings=(Wording("basis", date(2014, 5, 1), "依据规定制发。"),),
    each_page="当事人逐页签名：",
)
_MONTHS: list[Json] = [
    {"month": "2026-11", "amount": 12000},
    {"month": "2026-12", "amount": 12050},
]


def _paper(entries: dict[str, Json], *, is_blank: bool = False, form: Form = _FORM) -> bytes:
    return render(
        Filled(
            form=form,
            entries=entries,
            region="330106010007",
            place="文新街道",
            day=date(2026, 11, 20),
            number="" if is_blank else "330106-2026-F99-000001",
            digest="" if is_blank else "sha256:" + "0" * 64,
            subject="h1",
        )
    )


def test_that_rows_are_counted_by_the_paper_and_their_sum_stands_below(read: Read) -> None:
    (page,) = read(_paper({"months": _MONTHS, "sum": 24050}))
    words = page.split()

    at = words.index("实缴日期")
    assert words[at + 1 : at + 7] == ["1", "2026年11月", "120元", "2", "2026年12月", "120.50元"]
    assert words[at + 7 : at + 9] == ["合计", "240.50元"]


def test_that_what_is_written_by_hand_stays_open_and_the_rest_is_struck(read: Read) -> None:
    (page,) = read(_paper({"months": _MONTHS, "sum": 24050, "fact": "有事实。"}))

    assert page.count("—") == 1
    (open_,) = read(_paper({"months": _MONTHS, "sum": 24050, "fact": "有事实。", "remark": "无"}))
    assert "—" not in open_


def test_that_every_page_has_room_for_a_signature(read: Read) -> None:
    pages = read(_paper({"months": _MONTHS * 40, "fact": "有事实。" * 300}))

    assert len(pages) > 2
    assert all("当事人逐页签名：＿＿" in page for page in pages)


def test_that_nothing_is_signed_page_by_page_unless_the_form_says_so(read: Read) -> None:
    (page,) = read(_paper({}, form=msgspec.structs.replace(_FORM, each_page="")))
    assert "签名" not in page


def test_that_an_empty_form_has_as_many_lines_as_the_entry_asks_for(read: Read) -> None:
    (page,) = read(_paper({}, is_blank=True))
    room = "".join(page.split()).split("一、事实")[1]

    assert room.startswith("＿" * 3 * 38)


def test_that_an_entry_shown_by_another_needs_no_place_of_its_own() -> None:
    assert set(_FORM.named()) == {entry.name for entry in _ENTRIES}


@pytest.mark.parametrize("rows", range(22, 34))
def test_that_authority_and_day_stand_below_the_end_of_their_table(read: Read, rows: int) -> None:
    """Never on a page of their own (此页无正文)."""
    parts = (Grid(rows="months"), Prose(text="某某区民政局\n2026年11月20日", style=Style.CLOSING))
    form = msgspec.structs.replace(_FORM, parts=parts)
    pages = read(_paper({"months": _MONTHS[:1] * rows}, form=form))

    (page,) = (page for page in pages if "某某区民政局" in page)
    assert page.split("某某区民政局")[0].count("2026年11月") >= 2


@pytest.mark.parametrize("length", range(560, 760, 20))
def test_that_authority_and_day_stand_below_the_end_of_their_text(read: Read, length: int) -> None:
    pages = read(_paper({"fact": "陈述" * length, "months": _MONTHS}))
    (page,) = (page for page in pages if "某某区民政局" in page)

    above = page.split("某某区民政局")[0]
    assert above.count("陈述") >= 2
    assert "2026年11月20日" in page.split("某某区民政局")[1]
