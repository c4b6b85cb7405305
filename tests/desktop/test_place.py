from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.place import Return, Spot, find, spot, way
from tests.desktop.screen import show


class Page(QWidget):
    """A long page with fields far below."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        column = QVBoxLayout(inside)
        self.names = [QLineEdit() for _ in range(40)]
        self.note = QPlainTextEdit()
        for name in self.names:
            column.addWidget(name)
        column.addWidget(self.note)
        self.area = QScrollArea()
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        QVBoxLayout(self).addWidget(self.area)
        self.resize(400, 300)


def shown(qtbot: QtBot) -> Page:
    page = Page()
    show(qtbot, page)
    return page


def test_that_another_page_of_the_same_kind_is_brought_back_to_field_cursor_and_scroll(
    qtbot: QtBot,
) -> None:
    page = shown(qtbot)
    page.names[30].setText("王桂兰")
    page.names[30].setFocus()
    page.names[30].setSelection(1, 2)
    page.area.verticalScrollBar().setValue(500)
    left = spot(page)
    page.hide()

    again = shown(qtbot)
    again.names[30].setText("王桂兰")
    Return(again, left)

    qtbot.waitUntil(lambda: again.names[30].selectedText() == "桂兰")
    qtbot.waitUntil(lambda: again.area.verticalScrollBar().value() == 500)
    assert again.names[30].hasFocus()
    assert "王" not in repr(left)


def test_that_a_cursor_in_many_lines_comes_back(qtbot: QtBot) -> None:
    page = shown(qtbot)
    page.note.setPlainText("第一行\n第二行")
    page.note.setFocus()
    cursor = page.note.textCursor()
    cursor.setPosition(5)
    page.note.setTextCursor(cursor)
    left = spot(page)
    page.hide()

    again = shown(qtbot)
    again.note.setPlainText("第一行\n第二行")
    Return(again, left)

    qtbot.waitUntil(lambda: again.note.textCursor().position() == 5)


def test_that_a_field_that_is_no_more_is_let_be(qtbot: QtBot) -> None:
    page = shown(qtbot)
    gone = Spot(focus=(*way(page, page.names[0])[:-1], ("QLineEdit", 99)))

    assert find(page, gone.focus) is None
    page.names[3].setFocus()
    Return(page, gone)
    qtbot.wait(200)

    assert page.names[3].hasFocus()


def test_that_what_the_person_does_meanwhile_wins(qtbot: QtBot) -> None:
    page = shown(qtbot)
    page.names[30].setFocus()
    left = spot(page)
    page.names[0].setFocus()

    Return(page, left)
    QTest.keyClick(page.names[0], Qt.Key.Key_A)
    qtbot.wait(200)

    assert page.names[0].hasFocus()
