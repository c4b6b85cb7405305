"""Keys, paste and errors of a sheet, by real key events."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.theme import style
from caseworker_app.desktop.theme.look import Look
from caseworker_app.desktop.widgets.grid.face import (
    Entry,
    GridCell,
    GridColumn,
    GridRow,
    NewRows,
    Wrong,
)
from caseworker_app.desktop.widgets.grid.grid import Grid
from caseworker_app.desktop.widgets.grid.kinds import (
    ChoiceKind,
    CountKind,
    Kind,
    MoneyKind,
    TextKind,
    Value,
)
from tests.desktop.screen import show
from tests.desktop.truncation import cut_texts

KINDS: dict[str, Kind | None] = {
    "name": None,
    "what": TextKind(),
    "kind": ChoiceKind((("wage", "工资性收入"), ("transfer", "转移净收入"), ("land", "土地流转"))),
    "money": MoneyKind("元/月"),
    "count": CountKind("张"),
}
COLUMNS = (
    GridColumn("name", "成员", 80),
    GridColumn("what", "项目", 120, grows=1),
    GridColumn("kind", "类别", 120),
    GridColumn("money", "核实", 120, right=True),
    GridColumn("count", "票据", 80, right=True),
)


class Book(QWidget):
    """A sheet over plain values, and a field after it."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.values: dict[str, dict[str, Value]] = {}
        self.told: list[tuple[Entry, ...]] = []
        self.typed: list[Entry] = []
        self.grid = Grid("收入", COLUMNS, "提示")
        self.after = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.grid)
        column.addWidget(self.after)
        self.add(lines)
        self.grid.entered.connect(self.enter)
        self.grid.typing.connect(self.typed.append)

    def add(self, count: int) -> None:
        for _ in range(count):
            number = len(self.values) + 1
            self.values[f"r{number}"] = {
                "name": f"第{number}人",
                "what": "",
                "kind": "wage",
                "money": number * 100,
                "count": 0,
            }
        self.refresh()

    def enter(self, entries: tuple[Entry, ...]) -> None:
        self.told.append(entries)
        for entry in entries:
            self.values[entry.row][entry.column] = entry.value
        self.refresh()

    def refresh(self) -> None:
        self.grid.show_rows(
            tuple(
                GridRow(
                    row,
                    str(cells["name"]),
                    tuple(
                        GridCell(cells[key], kind, text=str(cells[key]))
                        for key, kind in KINDS.items()
                    ),
                )
                for row, cells in self.values.items()
            )
        )

    def at(self) -> tuple[int, int]:
        return self.grid.table.at()

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.grid.table.editor() or self.grid.table, key, held)

    def write(self, text: str) -> None:
        """Type into the cell, the first sign opens the editor."""
        for sign in text:
            QTest.keyClicks(self.grid.table.editor() or self.grid.table, sign)


@pytest.fixture
def book(qtbot: QtBot) -> Book:
    book = Book(3)
    book.resize(760, 420)
    show(qtbot, book)
    book.grid.setFocus()
    qtbot.waitUntil(book.grid.table.hasFocus)
    return book


def cell(book: Book, row: int, column: int) -> None:
    book.grid.table.go_to(row, column)


def test_that_the_cursor_begins_where_something_may_be_typed(book: Book) -> None:
    assert book.at() == (0, 1)


def test_that_typing_replaces_and_enter_goes_down(book: Book) -> None:
    cell(book, 0, 3)
    book.write("36.5")
    assert [entry.value for entry in book.typed] == [300, 3600, 3600, 3650]
    book.press(Qt.Key.Key_Return)
    assert book.values["r1"]["money"] == 3650
    assert book.at() == (1, 3)
    book.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert book.at() == (0, 3)


def test_that_f2_edits_what_stands_there_and_arrows_stay_in_it(book: Book) -> None:
    cell(book, 1, 1)
    book.write("abc")
    book.press(Qt.Key.Key_Return)
    cell(book, 1, 1)
    book.press(Qt.Key.Key_F2)
    book.press(Qt.Key.Key_Left)
    book.write("x")
    book.press(Qt.Key.Key_Return)
    assert book.values["r2"]["what"] == "abxc"


def test_that_arrows_leave_a_cell_that_is_typed_over(book: Book) -> None:
    cell(book, 0, 3)
    book.write("5")
    book.press(Qt.Key.Key_Down)
    assert book.values["r1"]["money"] == 500
    assert book.at() == (1, 3)
    book.press(Qt.Key.Key_Left)
    assert book.at() == (1, 2)


def test_that_tab_goes_through_what_may_be_typed_and_leaves_at_the_end(book: Book) -> None:
    for _ in range(4):
        book.press(Qt.Key.Key_Tab)
    assert book.at() == (1, 1)
    book.press(Qt.Key.Key_Backtab)
    assert book.at() == (0, 4)
    cell(book, 2, 4)
    book.press(Qt.Key.Key_Tab)
    assert book.after.hasFocus()


def test_that_tab_in_an_editor_takes_and_goes_right(book: Book) -> None:
    cell(book, 0, 3)
    book.write("8")
    book.press(Qt.Key.Key_Tab)
    assert book.values["r1"]["money"] == 800
    assert book.at() == (0, 4)


def test_that_escape_brings_back_what_stood_there(book: Book) -> None:
    cell(book, 1, 3)
    book.write("999")
    book.press(Qt.Key.Key_Escape)
    assert book.values["r2"]["money"] == 200
    assert book.grid.table.editor() is None
    book.write("999")
    book.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert book.values["r2"]["money"] == 200


def test_that_a_choice_is_made_by_initials_and_by_the_list(book: Book) -> None:
    cell(book, 0, 2)
    book.write("zy")
    editor = book.grid.table.editor()
    assert editor
    assert [editor.offers.item(at).text() for at in range(editor.offers.count())] == ["转移净收入"]
    book.press(Qt.Key.Key_Return)
    assert book.values["r1"]["kind"] == "transfer"
    book.press(Qt.Key.Key_F2)
    editor = book.grid.table.editor()
    assert editor
    assert editor.offers.count() == 3
    book.press(Qt.Key.Key_Down)
    book.press(Qt.Key.Key_Down)
    book.press(Qt.Key.Key_Down)
    book.press(Qt.Key.Key_Return)
    assert book.values["r2"]["kind"] == "land"


def test_that_a_choice_is_made_by_mouse_alone(book: Book) -> None:
    table = book.grid.table
    place = table.visualRect(table.cells.index(2, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    editor = table.editor()
    assert editor
    item = editor.offers.visualItemRect(editor.offers.item(1)).center()
    QTest.mouseClick(editor.offers.viewport(), Qt.MouseButton.LeftButton, pos=item)
    assert book.values["r3"]["kind"] == "transfer"


def test_that_a_wrong_text_stays_marked_and_the_figure_too(book: Book) -> None:
    cell(book, 0, 3)
    book.write("12x")
    book.press(Qt.Key.Key_Return)
    assert book.values["r1"]["money"] == 100
    assert book.grid.table.cells.text(0, 3) == "12x"
    assert "第1人 核实：“12x”不是金额" in book.grid.line.text()
    assert "没有收下" in str(
        book.grid.table.cells.data(
            book.grid.table.cells.index(0, 3), Qt.ItemDataRole.AccessibleTextRole
        )
    )
    cell(book, 0, 3)
    book.press(Qt.Key.Key_F2)
    editor = book.grid.table.editor()
    assert editor
    assert editor.text() == "12x"
    QTest.keyClick(editor, Qt.Key.Key_End)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    book.press(Qt.Key.Key_Return)
    assert book.values["r1"]["money"] == 1200
    assert book.grid.wrongs() == {}
    assert book.grid.line.text() == "提示"


def test_that_leaving_a_cell_by_mouse_takes_what_was_typed(qtbot: QtBot, book: Book) -> None:
    cell(book, 0, 3)
    book.write("77")
    QTest.mouseClick(book.after, Qt.MouseButton.LeftButton)
    assert book.values["r1"]["money"] == 7700
    assert book.after.hasFocus()


def test_that_an_input_method_opens_the_cell(book: Book) -> None:
    event = QInputMethodEvent()
    event.setCommitString("零工")
    QApplication.sendEvent(book.grid.table, event)
    book.press(Qt.Key.Key_Return)
    assert book.values["r1"]["what"] == "零工"


def test_that_a_block_of_a_spreadsheet_goes_in_and_bad_cells_are_marked(book: Book) -> None:
    QGuiApplication.clipboard().setText(
        '养老金\t转移净收入\t"1,234.50"\t２\r\n种地\t农业\t￥３００元\t三张\r\n"两\r\n行"\tgz\t-3\t1\r\n'
    )
    cell(book, 0, 1)
    book.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert book.values["r1"] == {
        "name": "第1人",
        "what": "养老金",
        "kind": "transfer",
        "money": 123450,
        "count": 2,
    }
    assert (book.values["r2"]["kind"], book.values["r2"]["money"]) == ("wage", 30000)
    assert (book.values["r3"]["what"], book.values["r3"]["money"]) == ("两 行", 300)
    assert set(book.grid.wrongs()) == {("r2", "kind"), ("r2", "count"), ("r3", "money")}
    assert book.grid.wrongs()["r2", "count"].text == "三张"
    assert "收下 3 行 9 格" in book.grid.line.text()
    assert "3 格没有收下" in book.grid.line.text()
    assert len(book.told) == 1  # one block is one step to undo
    cell(book, 0, 3)
    book.write("5")
    book.press(Qt.Key.Key_Return)
    assert book.grid.line.text().startswith("第2人 类别：没有“农业”这一项")
    assert "（另有 2 格）" in book.grid.line.text()


def test_that_headings_in_a_block_are_left_out_and_read_only_cells_stay(book: Book) -> None:
    QGuiApplication.clipboard().setText("成员\t项目\n别人\t种地\n")
    cell(book, 0, 0)
    book.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (book.values["r1"]["name"], book.values["r1"]["what"]) == ("第1人", "种地")
    assert "1 格只供查看" in book.grid.line.text()


def test_that_ten_thousand_rows_say_how_many_were_taken_and_do_not_freeze(book: Book) -> None:
    book.grid.allow_rows(NewRows(20, "一户最多加 20 行"), book.add)
    text = "".join(f"项目{n}\t工资\t{n}\t1\r\n" for n in range(10_000))
    cell(book, 0, 1)
    begun = time.process_time()
    book.grid.paste(text, 0, 1)
    assert time.process_time() - begun < 0.5
    assert len(book.values) == 23
    assert book.values["r23"]["money"] == 2200
    assert "粘贴 10,000 行，收下 23 行" in book.grid.line.text()
    assert "其余 9,977 行没有收下：一户最多加 20 行" in book.grid.line.text()


def test_that_a_fixed_sheet_takes_what_fits(book: Book) -> None:
    book.grid.paste("1\n2\n3\n4\n5\n", 1, 3)
    assert [row["money"] for row in book.values.values()] == [100, 100, 200]
    assert "表里的行是固定的" in book.grid.line.text()


def test_that_a_block_is_copied_cleared_and_pasted_elsewhere(book: Book) -> None:
    cell(book, 0, 3)
    for _ in range(2):
        book.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    book.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "1\n2\n3"
    book.press(Qt.Key.Key_Delete)
    assert [row["money"] for row in book.values.values()] == [None, None, None]
    assert len(book.told) == 1
    cell(book, 0, 4)
    book.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [row["count"] for row in book.values.values()] == [1, 2, 3]


def test_that_one_copied_cell_fills_a_chosen_block(book: Book) -> None:
    QGuiApplication.clipboard().setText("50")
    cell(book, 0, 3)
    book.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    book.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [row["money"] for row in book.values.values()] == [5000, 5000, 300]


def test_that_new_figures_leave_an_open_editor_alone(book: Book) -> None:
    cell(book, 1, 3)
    book.write("4")
    book.add(1)
    book.write("2")
    book.press(Qt.Key.Key_Return)
    assert book.values["r2"]["money"] == 4200


def test_that_texts_not_taken_come_back(book: Book) -> None:
    told: list[object] = []
    book.grid.wrong_changed.connect(told.append)
    book.grid.restore(
        {
            ("r2", "money"): Wrong("若干", ""),
            ("r3", "money"): Wrong("9", ""),
            ("x", "money"): Wrong("a", "b"),
        }
    )
    assert set(book.grid.wrongs()) == {("r2", "money"), ("r3", "money")}
    assert "第2人 核实：“若干”不是金额" in book.grid.line.text()
    assert "按回车" in book.grid.wrongs()["r3", "money"].why
    assert told == []
    cell(book, 2, 3)
    book.press(Qt.Key.Key_F2)
    book.press(Qt.Key.Key_Return)
    assert book.values["r3"]["money"] == 900
    held = told[-1]
    assert isinstance(held, dict)
    assert {place: wrong.text for place, wrong in held.items()} == {("r2", "money"): "若干"}


def test_that_a_text_not_taken_goes_with_its_row(book: Book) -> None:
    told: list[object] = []
    book.grid.wrong_changed.connect(told.append)
    cell(book, 1, 3)
    book.write("x")
    book.press(Qt.Key.Key_Return)
    book.after.setFocus()
    del book.values["r2"]
    book.refresh()
    assert told[-1] == {}
    assert book.grid.line.text() == "提示"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.5])
@pytest.mark.parametrize("dark", [False, True])
def test_that_no_heading_is_cut(
    qtbot: QtBot,
    lettered: QApplication,
    scale: float,
    dark: bool,  # noqa: FBT001  # parametrised
) -> None:
    style.apply(lettered, Look(dark=dark, scale=scale))
    book = Book(3)
    book.resize(860, 500)
    show(qtbot, book)
    assert cut_texts(book) == []
