from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.step.editors import CountEdit, Pick, TextArea, fill_money
from caseworker_app.desktop.widgets.money_edit import MoneyEdit
from tests.desktop.screen import show

OPTIONS = (("a", "甲"), ("b", "乙"))


def turned(pick: Pick) -> None:
    """Turn the wheel over a pick by one notch."""
    middle = QPointF(pick.rect().center())
    none, still = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    plain = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(middle, middle, QPoint(0, -120), QPoint(0, -120), none, plain, still, False)
    QApplication.sendEvent(pick, event)


def test_that_the_wheel_turns_a_pick_only_while_it_has_the_focus(qtbot: QtBot) -> None:
    pick, other = Pick("选", OPTIONS), TextArea("写")
    qtbot.addWidget(other)
    show(qtbot, pick)
    pick.clearFocus()
    turned(pick)
    assert pick.code() == "a"
    pick.setFocus()
    turned(pick)
    assert pick.code() == "b"


def test_that_a_code_the_list_lacks_is_kept_and_never_shown_raw(qtbot: QtBot) -> None:
    pick = Pick("选", OPTIONS, "zzz")
    qtbot.addWidget(pick)
    assert (pick.code(), pick.currentText()) == ("zzz", "其他")


def test_that_only_the_person_is_heard_not_the_program(qtbot: QtBot) -> None:
    pick, area, number = Pick("选", OPTIONS), TextArea("写"), CountEdit("数", "人")
    for widget in (area, number):
        qtbot.addWidget(widget)
    told: list[object] = []
    pick.picked.connect(told.append)
    area.typed.connect(told.append)
    number.counted.connect(told.append)
    pick.set_code("b")
    area.fill("原有")
    number.set_count(4)
    assert told == []
    show(qtbot, pick)
    QTest.keyClick(pick, Qt.Key.Key_Up)
    QTest.keyClicks(number, "2")
    assert told == ["a", 42]


def test_that_a_money_field_being_emptied_stays_empty_and_zero_is_shown_elsewhere(
    qtbot: QtBot,
) -> None:
    edit = MoneyEdit("元", 500)
    show(qtbot, edit)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    fill_money(edit, 0)
    assert edit.text() == ""
    edit.clearFocus()
    fill_money(edit, 0, blank=True)
    assert edit.text() == ""
    fill_money(edit, 0)
    assert edit.text() == "0"
