"""What is said of papers: state, reason, facts, what may be done."""

from dataclasses import replace

from caseworker_app.desktop.papers import draft, presenter
from caseworker_app.desktop.papers.card import card
from caseworker_app.desktop.papers.draft import DraftPresenter
from caseworker_app.desktop.papers.presenter import Group, ShelfPresenter
from caseworker_app.model.paper import Void
from caseworker_app.model.values import Json
from caseworker_app.workflow.papers import Entry, Fault, Kind
from tests.desktop.papers.making import (
    FORM,
    NOTICE,
    PAST,
    PROOF,
    RECORD,
    Cabinet,
    issued,
)
from tests.desktop.table import HOUSEHOLD, ME

_VOID = Void("2026-11-22T03:00:00.000Z", ME, "送达地点写错")


def shelf(cabinet: Cabinet) -> ShelfPresenter:
    made = ShelfPresenter()
    made.opened(HOUSEHOLD, (PAST,), PAST.id)
    made.loaded(cabinet.offered("h1", PAST.id))
    return made


def test_that_a_paper_the_law_does_not_allow_yet_says_why() -> None:
    made = shelf(Cabinet(blocked="事先告知书还没有送达。"))

    row = next(row for row in made.every() if row.form == RECORD)

    assert presenter.chip(row).text == "暂不能出"
    assert card(row).blocked == "事先告知书还没有送达。"
    assert card(row).why == "这一步要用：会商（《社会救助法》第四十八条）"


def test_that_a_draft_is_listed_once_and_goes_on() -> None:
    cabinet = Cabinet()
    cabinet.begin(NOTICE, "h1", "v1", "")
    cabinet.begin(PROOF, "h1", "v1", "330199-2026-F06a-000003")
    rows = tuple(shelf(cabinet).every())

    drafts = [(row.form, row.group) for row in rows if row.draft]
    assert drafts == [(NOTICE, Group.ASKED), (PROOF, Group.DRAFT)]
    assert card(rows[0]).act == "继续写"


def test_that_a_void_paper_is_only_read() -> None:
    row = next(
        row for row in shelf(Cabinet(filed=[issued(PROOF, 4, void=_VOID)])).every() if row.issued
    )

    view = card(row)

    assert (view.act, view.can_print, view.can_void) == ("查看", False, False)
    assert ("原因", "送达地点写错") in view.facts


def test_that_the_next_paper_is_the_first_the_law_allows() -> None:
    free, held = shelf(Cabinet()), shelf(Cabinet(blocked="还没有送达。"))

    following = free.next_after(NOTICE)
    assert following
    assert following.form == RECORD
    assert held.next_after(NOTICE) is None


def test_that_known_entries_tell_where_they_come_from() -> None:
    begun = Cabinet().begin(RECORD, "h1", "v1", "")

    view = DraftPresenter(begun, "2026年11月22日 年度复核").view()

    told = {one.label: (one.text, one.source) for one in view.known}
    assert told["现月救助金"] == ("2,312 元", "2026年11月22日 年度复核")
    assert told["机关"] == ("示范街道", "出具人")
    assert told["日期"] == ("2026年11月22日", "出具当天")
    assert not any(one.entry.name in told for one in view.fields)


def test_that_a_proposal_says_that_it_may_be_changed() -> None:
    cabinet = Cabinet()
    begun = cabinet.begin(RECORD, "h1", "v1", "")
    cabinet.drafts[begun.id] = begun
    made = DraftPresenter(begun, "")
    proposed: dict[str, Json] = {**begun.entries, "place": "示范区"}
    made.told(replace(begun, entries=proposed))
    hints = {one.entry.name: one.hint for one in made.view().fields}
    assert hints["place"] == "已按资料代填，可以改。"
    assert hints["said"] == "写明各方说了什么。"


def test_that_what_stands_against_the_whole_paper_is_told_apart() -> None:
    begun = replace(
        Cabinet().begin(RECORD, "h1", "v1", ""),
        faults=(
            Fault("", "事先告知书还没有送达。", "SAL-48"),
            Fault("head", "本户资料中没有“户主”。"),
        ),
    )

    view = DraftPresenter(begun, "").view()

    assert view.against == ("事先告知书还没有送达。", "本户资料中没有“户主”。")
    assert (view.first, view.can_issue) == ("", False)


def test_that_rows_and_values_that_are_none_are_read_all_the_same() -> None:
    present = FORM.entry("present")
    rows = draft.shown([{"name": "张三", "since": "2026-03-01", "paid": 10050}], present)

    assert rows == "张三　2026年3月1日　100.50 元"
    assert draft.shown("后天", Entry(name="x", label="x", kind=Kind.DAY)) == "后天"
    assert draft.shown(["甲", "乙"], Entry(name="x", label="x", kind=Kind.CHOICE)) == "甲、乙"
