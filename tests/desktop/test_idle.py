from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.idle import Idle


def _watched(qtbot: QtBot) -> tuple[QWidget, Idle]:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    window = widget.windowHandle()
    assert window is not None
    idle = Idle(window, 1)
    return widget, idle


def test_that_a_minute_without_a_sign_is_told(qtbot: QtBot) -> None:
    _, idle = _watched(qtbot)
    idle._last -= 61

    with qtbot.waitSignal(idle.passed, timeout=1000):
        idle._look()


def test_that_the_mouse_and_the_keys_are_signs(qtbot: QtBot) -> None:
    widget, idle = _watched(qtbot)
    window = widget.windowHandle()
    assert window is not None
    told: list[None] = []
    idle.passed.connect(lambda: told.append(None))

    idle._last -= 61
    QTest.mouseMove(window, QPoint(5, 5))
    idle._look()
    idle._last -= 61
    QTest.keyClick(window, Qt.Key.Key_A)
    idle._look()

    assert told == []


def test_that_work_in_a_window_over_the_first_one_is_a_sign(qtbot: QtBot) -> None:
    widget, idle = _watched(qtbot)
    sheet = QDialog(widget)
    sheet.open()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is sheet.windowHandle())
    idle._last -= 61

    QTest.keyClick(sheet.windowHandle(), Qt.Key.Key_A)

    with qtbot.assertNotEmitted(idle.passed):
        idle._look()
