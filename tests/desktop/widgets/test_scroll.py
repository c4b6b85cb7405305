from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.widgets.room import Room, Stack
from caseworker_app.desktop.widgets.scroll import Scroll


def _page(buttons: list[QPushButton]) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    for button in buttons:
        button.setMinimumHeight(40)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(button)
    return page


def _scroll(page: QWidget) -> QWidget:
    scroll = Scroll()
    scroll.body.addWidget(page)
    return scroll


def _room(page: QWidget) -> QWidget:
    stack = Stack()
    stack.addWidget(page)
    return Room(stack)


@pytest.mark.parametrize("make", [_scroll, _room])
def test_that_a_button_half_in_sight_is_pressed_where_it_is(
    qtbot: QtBot, make: Callable[[QWidget], QWidget]
) -> None:
    buttons = [QPushButton(f"{number}") for number in range(40)]
    area = make(_page(buttons))
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    qtbot.waitActive(area)
    cut = next(b for b in buttons if _bottom(b, area) > area.rect().height())
    pressed: list[str] = []
    cut.clicked.connect(lambda: pressed.append(cut.text()))
    top = cut.mapTo(area, QPoint(20, 2))
    assert top.y() < area.rect().height()

    handle = area.windowHandle()
    assert handle is not None
    click = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, top)
    QTest.mousePress(handle, *click)
    QTest.qWait(20)
    QTest.mouseRelease(handle, *click)

    assert pressed == [cut.text()]


def _bottom(widget: QWidget, area: QWidget) -> int:
    return widget.mapTo(area, QPoint(0, widget.rect().height())).y()
