from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.widgets.room import Room, Stack
from tests.desktop.screen import show


def made(qtbot: QtBot, *pages: QWidget) -> tuple[Room, Stack]:
    stack = Stack()
    for page in pages:
        stack.addWidget(page)
    room = Room(stack)
    room.resize(600, 400)
    show(qtbot, room)
    return room, stack


class Wavering(QWidget):
    """Needs more width where it is low, and more height where it is wide."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt calls it
        return QSize(700, 300) if self.rect().height() < 400 else QSize(300, 450)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt calls it
        super().resizeEvent(event)
        self.asked += 1
        self.updateGeometry()


def test_that_a_page_that_fits_fills_the_room_without_bars(qtbot: QtBot) -> None:
    room, stack = made(qtbot, QWidget())

    assert stack.size() == room.viewport().size()
    assert not room.horizontalScrollBar().isVisible()
    assert not room.verticalScrollBar().isVisible()


def test_that_a_page_that_needs_more_scrolls_to_what_has_the_focus(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    fields = [QLineEdit() for _ in range(40)]
    for field in fields:
        column.addWidget(field)
    room, _ = made(qtbot, page)
    assert room.verticalScrollBar().isVisible()

    fields[-1].setFocus()

    assert room.verticalScrollBar().value() > 0
    assert not fields[-1].visibleRegion().isEmpty()


def test_that_a_page_out_of_sight_takes_no_room(qtbot: QtBot) -> None:
    large = QWidget()
    large.setMinimumSize(2000, 2000)
    room, stack = made(qtbot, QWidget(), large)
    assert not room.verticalScrollBar().isVisible()

    stack.setCurrentWidget(large)

    qtbot.waitUntil(room.verticalScrollBar().isVisible)


def test_that_page_and_room_do_not_chase_each_other(qtbot: QtBot) -> None:
    page = Wavering()
    room, _ = made(qtbot, page)
    for width in (500, 800, 600):
        room.resize(width, 400)
        qtbot.wait(50)
    settled = page.asked

    qtbot.wait(200)

    assert page.asked == settled
    assert page.asked < 30
