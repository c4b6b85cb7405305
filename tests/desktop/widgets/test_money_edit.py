from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.widgets.money_edit import MoneyEdit
from tests.desktop.screen import show


def shown(qtbot: QtBot, edit: MoneyEdit) -> None:
    show(qtbot, edit)
    edit.setFocus()
    qtbot.waitUntil(lambda: edit.hasFocus() and edit.selectedText() == edit.text())


def test_that_keys_change_the_amount_and_leaving_commits_it_once(qtbot: QtBot) -> None:
    edit = MoneyEdit()
    changed: list[object] = []
    committed: list[object] = []
    edit.changed.connect(changed.append)
    edit.committed.connect(committed.append)
    shown(qtbot, edit)

    QTest.keyClicks(edit, "1250.5")
    edit.clearFocus()

    assert changed == [100, 1200, 12500, 125000, 125050]
    assert committed == [125050]
    assert edit.text() == "1,250.50"


def test_that_a_paste_with_separators_is_taken(qtbot: QtBot) -> None:
    edit = MoneyEdit()
    shown(qtbot, edit)
    QGuiApplication.clipboard().setText("1,234.50")

    edit.paste()

    assert edit.fen() == 123450


def test_that_garbage_is_refused_as_a_whole_and_the_amount_stays(qtbot: QtBot) -> None:
    edit = MoneyEdit(fen=5000)
    refused: list[str] = []
    edit.refused.connect(refused.append)
    shown(qtbot, edit)

    edit.end(False)
    QTest.keyClicks(edit, "x")
    QGuiApplication.clipboard().setText("12.3.4")
    edit.selectAll()
    edit.paste()

    assert edit.fen() == 5000
    assert edit.text() == "50"
    assert len(refused) == 2


def test_that_an_input_method_composes_in_peace(qtbot: QtBot) -> None:
    edit = MoneyEdit(fen=100)
    shown(qtbot, edit)
    edit.selectAll()

    QApplication.sendEvent(edit, QInputMethodEvent("shi", []))
    composing = edit.fen()
    commit = QInputMethodEvent("", [])
    commit.setCommitString("12。5")
    QApplication.sendEvent(edit, commit)

    assert composing in (100, None)
    assert edit.fen() == 1250


def test_that_focus_shows_the_bare_figure_and_a_set_value_tells_nobody(qtbot: QtBot) -> None:
    edit = MoneyEdit(fen=123450)
    told: list[object] = []
    edit.changed.connect(told.append)
    before = edit.text()
    shown(qtbot, edit)

    assert before == "1,234.50"
    assert edit.text() == "1234.50"
    edit.set_fen(None)
    assert edit.text() == ""
    assert told == []
    assert edit.alignment() == Qt.AlignmentFlag.AlignRight
