from array import array
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.faces import Cell, Column
from caseworker_app.desktop.widgets.lazy_model import KEPT, PAGE
from caseworker_app.desktop.widgets.lazy_table import LazyTable
from tests.desktop.screen import show

MANY = 160_000
COLUMNS = (Column("号", 80), Column("名", 100, gives_way=1), Column("注", 120, gives_way=2))
Put = Callable[[Sequence[int]], None]


class Fetches:
    """Stands for the database: answers when told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[Sequence[int], Put]] = []

    def __call__(self, ids: Sequence[int], put: Put) -> None:
        self.asked.append((ids, put))

    def answer(self) -> None:
        for ids, put in self.asked:
            put(ids)
        self.asked.clear()


@pytest.fixture
def fetches() -> Fetches:
    return Fetches()


@pytest.fixture
def table(qtbot: QtBot, fetches: Fetches) -> LazyTable[int]:
    def cells(row: int) -> tuple[Cell, ...]:
        return Cell(str(row), strong=True), Cell(f"第{row}户"), Cell("")

    table: LazyTable[int] = LazyTable("表", COLUMNS, cells, fetches)
    table.resize(400, 500)
    show(qtbot, table)
    return table


def text(table: LazyTable[int], row: int, column: int = 0) -> object:
    return table.model().index(row, column).data()


def test_that_the_first_screen_needs_no_question(table: LazyTable[int], fetches: Fetches) -> None:
    ids = array("I", range(MANY))

    table.set_rows(ids, ids[:PAGE])

    assert table.model().rowCount() == MANY
    assert text(table, 0, 1) == "第0户"
    assert table.current() == 0
    assert fetches.asked == []


def test_that_a_far_row_is_asked_for_once_and_shown_when_it_comes(
    table: LazyTable[int], fetches: Fetches
) -> None:
    ids = array("I", range(MANY))
    table.set_rows(ids, ids[:PAGE])
    moved: list[object] = []
    table.moved.connect(moved.append)

    table.go_to(MANY - 1)
    waiting = text(table, MANY - 1), text(table, MANY - 2)
    questions = len(fetches.asked)
    fetches.answer()

    assert waiting == ("…", "…")
    assert questions == 1
    assert text(table, MANY - 1) == "159999"
    assert moved[-1] == MANY - 1


def test_that_answers_for_a_list_replaced_meanwhile_are_dropped(
    table: LazyTable[int], fetches: Fetches
) -> None:
    table.set_rows(range(1000), range(PAGE))
    table.go_to(500)
    late = list(fetches.asked)
    table.set_rows(range(5000, 5010), range(5000, 5010))

    for ids, put in late:
        put(ids)

    assert [text(table, row) for row in (0, 9)] == ["5000", "5009"]
    assert table.model().rowCount() == 10


def test_that_no_more_pages_are_kept_than_fit(table: LazyTable[int], fetches: Fetches) -> None:
    table.set_rows(range(MANY), range(PAGE))

    for page in range(KEPT + 10):
        text(table, page * PAGE)
        fetches.answer()

    assert len(table._rows._pages) == KEPT


def test_that_the_count_stands_before_all_ids_are_known(
    table: LazyTable[int], fetches: Fetches
) -> None:
    table.set_rows(range(PAGE), range(PAGE), MANY)
    early = table.model().rowCount()
    beyond = text(table, PAGE + 1)
    nothing_asked = list(fetches.asked)
    table.complete(range(MANY))
    text(table, PAGE + 1)
    fetches.answer()

    assert (early, beyond, nothing_asked) == (MANY, "…", [])
    assert text(table, PAGE + 1) == str(PAGE + 1)


def test_that_the_current_row_stays_current_when_the_list_is_narrowed(
    table: LazyTable[int],
) -> None:
    table.set_rows(range(100), range(100))
    table.go_to(42)

    table.set_rows(range(40, 50), range(40, 50))
    kept = table.current()
    table.set_rows(range(5), range(5))

    assert (kept, table.current()) == (42, 0)


def test_that_keys_move_open_and_search(qtbot: QtBot, table: LazyTable[int]) -> None:
    opened: list[object] = []
    typed: list[str] = []
    table.opened.connect(opened.append)
    table.typed.connect(typed.append)
    table.set_rows(range(50), range(50))

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_End):
        QTest.keyClick(table, key)
    QTest.keyClick(table, Qt.Key.Key_Enter)
    QTest.keyClick(table, Qt.Key.Key_W)

    assert opened == [2, 49]
    assert typed == ["w"]


def test_that_columns_give_way_where_room_is_short_and_share_what_is_left(
    qtbot: QtBot, table: LazyTable[int]
) -> None:
    table.set_rows(range(100), range(100))
    wide = [table.columnWidth(at) for at in range(3)]
    table.resize(200, 500)
    narrow = [table.isColumnHidden(at) for at in range(3)]
    table.resize(100, 500)

    assert sum(wide) <= table.maximumViewportSize().width() + 400
    assert all(width >= column.least for width, column in zip(wide, COLUMNS, strict=True))
    assert narrow == [False, False, True]
    assert [table.isColumnHidden(at) for at in range(3)] == [False, True, True]
