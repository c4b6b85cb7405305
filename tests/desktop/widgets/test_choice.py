from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.widgets.choice import Choice, ManyChoice
from caseworker_app.desktop.widgets.segment import ManySegment
from tests.desktop.screen import show

ANSWERS = [("yes", "一致"), ("no", "不一致"), ("unsure", "待核实")]


def test_that_arrow_keys_choose_and_each_choice_is_told_once(qtbot: QtBot) -> None:
    choice = Choice(ANSWERS)
    picked: list[str] = []
    choice.picked.connect(picked.append)
    show(qtbot, choice)
    choice.setFocus()

    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)

    assert picked == ["yes", "no", "unsure", "no"]
    assert choice.code() == "no"


def test_that_a_choice_set_by_the_program_tells_nobody(qtbot: QtBot) -> None:
    choice = Choice(ANSWERS, "no")
    picked: list[str] = []
    choice.picked.connect(picked.append)
    qtbot.addWidget(choice)

    choice.set_code("unsure")
    seen = choice.code()
    choice.set_code("")

    assert (seen, choice.code(), picked) == ("unsure", "", [])


def test_that_several_may_be_chosen_in_the_order_of_the_list(qtbot: QtBot) -> None:
    choice = ManyChoice(ANSWERS, ["unsure"])
    picked: list[object] = []
    choice.picked.connect(picked.append)
    show(qtbot, choice)

    QTest.keyClick(choice.findChildren(ManySegment)[0], Qt.Key.Key_Space)

    assert picked == [("yes", "unsure")]
