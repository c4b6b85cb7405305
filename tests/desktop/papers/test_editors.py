"""Every kind of entry comes back as it was kept, and what is no value is kept as typed."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.papers.editors import RowsEdit, editor
from caseworker_app.model.values import Json
from caseworker_app.workflow.papers import Column, Entry, Kind
from tests.desktop.screen import show

TODAY = date(2026, 11, 22)
_COLUMNS = (
    Column("name", "姓名", 2.0),
    Column("since", "日期", 2.0, Kind.DAY),
    Column("paid", "金额", 1.0, Kind.MONEY),
    Column("count", "人数", 1.0, Kind.COUNT),
    Column("month", "月份", 1.0, Kind.MONTH),
)
ROWS = Entry(name="x", label="名单", kind=Kind.ROWS, columns=_COLUMNS)
FULL: Json = [
    {"name": "张三", "since": "2026-03-01", "paid": 10050, "count": 3, "month": "2026-12"}
]


def entry(kind: Kind, **more: object) -> Entry:
    return Entry(name="x", label="项", kind=kind, **more)  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        (entry(Kind.TEXT), "镇政府三楼"),
        (entry(Kind.PARA), "第一行\n第二行"),
        (entry(Kind.DAY), "2026-12-04"),
        (entry(Kind.DAY), "后天"),
        (entry(Kind.MONTH), "2026-12"),
        (entry(Kind.MONTH), "年底"),
        (entry(Kind.COUNT), 0),
        (entry(Kind.COUNT), 12),
        (entry(Kind.COUNT), "五人"),
        (entry(Kind.MONEY), 10050),
        (entry(Kind.CHOICE, choices=("甲", "乙")), ["乙"]),
        (entry(Kind.CHOICE, choices=("甲", "乙"), several=True), ["甲", "乙"]),
        (ROWS, FULL),
        (ROWS, [{"name": "张三", "since": "不知道", "paid": "abc"}]),
    ],
)
def test_that_a_value_comes_back_as_it_was(qtbot: QtBot, asked: Entry, value: Json) -> None:
    edit = editor(asked, "项", TODAY)
    qtbot.addWidget(edit)

    assert edit.value() is None
    edit.show_value(value)
    assert edit.value() == value
    edit.show_value(None)
    assert edit.value() is None


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Kind.DAY, "12-4", "2026-12-04"),
        (Kind.DAY, "2026年12月4日", "2026-12-04"),
        (Kind.MONTH, "2026年12月", "2026-12"),
        (Kind.COUNT, "１２", 12),
    ],
)
def test_that_a_value_is_read_in_any_way_one_writes_it(
    qtbot: QtBot, kind: Kind, typed: str, value: Json
) -> None:
    edit = editor(entry(kind), "项", TODAY)
    qtbot.addWidget(edit)

    edit.show_value(typed)

    assert edit.value() == value


def test_that_a_choice_may_be_taken_back_where_it_may_stay_empty(qtbot: QtBot) -> None:
    edit = editor(entry(Kind.CHOICE, choices=("甲", "乙")), "项", TODAY)
    must = editor(entry(Kind.CHOICE, choices=("甲", "乙"), required=True), "项", TODAY)
    for one in (edit, must):
        qtbot.addWidget(one)
    edit.show_value(["甲"])

    words = [button.text() for button in edit._buttons.values()]  # type: ignore[union-attr]
    assert words == ["甲", "乙", "不填"]
    edit._buttons["-"].click()  # type: ignore[union-attr]

    assert edit.value() is None
    assert len(must._buttons) == 2  # type: ignore[union-attr]


@pytest.fixture
def rows(qtbot: QtBot) -> RowsEdit:
    edit = RowsEdit("名单", _COLUMNS)
    edit.resize(700, 400)
    show(qtbot, edit)
    return edit


def test_that_a_block_from_a_spreadsheet_brings_its_rows_and_keeps_what_is_wrong(
    rows: RowsEdit,
) -> None:
    rows.grid.paste("张三\t2026-3-1\t100.5\n李四\t不知道\tabc", 0, 0)

    assert rows.value() == [
        {"name": "张三", "since": "2026-03-01", "paid": 10050},
        {"name": "李四", "since": "不知道", "paid": "abc"},
    ]
    assert set(rows.grid.wrongs()) == {("2", "since"), ("2", "paid")}


def test_that_a_wrong_cell_is_marked_again_when_the_paper_is_opened_again(qtbot: QtBot) -> None:
    edit = RowsEdit("名单", _COLUMNS)
    qtbot.addWidget(edit)

    edit.show_value([{"name": "李四", "since": "不知道"}])

    ((place, wrong),) = edit.grid.wrongs().items()
    assert (place[1], wrong.text) == ("since", "不知道")
    assert "不是日期" in wrong.why


def test_that_rows_are_added_and_deleted_by_keys(qtbot: QtBot, rows: RowsEdit) -> None:
    left: list[Json] = []
    rows.tells.left.connect(lambda: left.append(rows.value()))
    rows.grid.paste("张三\n李四", 0, 0)
    rows.add_button.click()
    qtbot.waitUntil(rows.grid.table.hasFocus)
    QTest.keyClicks(rows.grid.table, "A")
    rows.grid.table.finish()
    assert rows.value() == [{"name": "张三"}, {"name": "李四"}, {"name": "A"}]
    rows.grid.table.go_to(1, 0)

    rows.remove_button.click()

    assert left[-1] == [{"name": "张三"}, {"name": "A"}]
