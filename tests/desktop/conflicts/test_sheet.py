from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.conflicts.presenter import NOW, OWN
from caseworker_app.desktop.conflicts.sheet import ConflictsSheet
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.widgets.money_edit import MoneyEdit
from caseworker_app.errors import OutsideError
from caseworker_app.workflow.conflicts import OpenConflict
from tests.desktop.conflicts.making import CHANGED, INCOME, LATE, PHONE, Quarrels, point

MET = "/members/#m1/met"
COUNT = point("/living/rooms", 2, 3, 4)


def sheet_of(qtbot: QtBot, tasks: Tasks, quarrels: Quarrels) -> ConflictsSheet:
    over = QWidget()
    over.resize(1200, 700)
    qtbot.addWidget(over)
    over.show()
    sheet = ConflictsSheet(over, tasks, quarrels.actions())
    qtbot.addWidget(sheet)
    sheet.open_over()
    qtbot.waitUntil(lambda: sheet.presenter.view() is not None)
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    return sheet


def press(qtbot: QtBot, sheet: ConflictsSheet, key: Qt.Key) -> None:
    QTest.keyClick(sheet, key, Qt.KeyboardModifier.ControlModifier)


def test_that_all_of_it_is_decided_by_keys(qtbot: QtBot, tasks: Tasks) -> None:
    quarrels = Quarrels()
    sheet = sheet_of(qtbot, tasks, quarrels)
    press(qtbot, sheet, Qt.Key.Key_2)
    press(qtbot, sheet, Qt.Key.Key_Return)
    assert "理由" in sheet.banner.text()
    sheet.reason.setFocus()
    QTest.keyClicks(sheet.reason, "ok, asked")
    with qtbot.waitSignal(sheet.decided):
        press(qtbot, sheet, Qt.Key.Key_Return)
    assert quarrels.decided == {"c1": ({PHONE: "0571-3", INCOME: 40_000, MET: False}, "ok, asked")}
    qtbot.waitUntil(lambda: sheet.whole is not None)
    assert sheet.presenter.reason == sheet.reason.toPlainText() == ""


def test_that_a_third_value_is_typed_where_it_is_wanted(qtbot: QtBot, tasks: Tasks) -> None:
    quarrels = Quarrels((CHANGED,))
    sheet = sheet_of(qtbot, tasks, quarrels)
    sheet.keep_all.click()
    phone, income, met = sheet.cards
    for card in (phone, income):
        card.choice.set_code("")
        card.choice._buttons[OWN].click()
        qtbot.waitUntil(card.own.isVisible)
    assert OWN not in met.choice._buttons
    QTest.keyClicks(phone.own, " 0571-9 ")
    assert isinstance(income.own, MoneyEdit)
    QTest.keyClicks(income.own, "12.5")
    sheet.reason.setPlainText("核对过")
    with qtbot.waitSignal(sheet.decided):
        sheet.decide_button.click()
    assert quarrels.decided["c1"][0] == {PHONE: "0571-9", INCOME: 1250, MET: True}
    qtbot.waitUntil(sheet.empty.isVisible)


def test_that_the_next_one_is_a_key_away_and_taken_as_a_whole(qtbot: QtBot, tasks: Tasks) -> None:
    quarrels = Quarrels()
    sheet = sheet_of(qtbot, tasks, quarrels)
    press(qtbot, sheet, Qt.Key.Key_PageDown)
    assert sheet.whole is not None
    assert sheet.take_all.isHidden()
    sheet.whole.choice._buttons[NOW].click()
    sheet.reason.setPlainText("已另行走访")
    with qtbot.waitSignal(sheet.decided):
        sheet.decide()
    assert quarrels.decided["c2"][0] == {point.path: None for point in LATE.points}


def test_that_a_refusal_is_a_sentence_and_nothing_is_lost(qtbot: QtBot, tasks: Tasks) -> None:
    quarrels = Quarrels((CHANGED,))
    quarrels.refusal = "这一项已经裁决过了。"
    sheet = sheet_of(qtbot, tasks, quarrels)
    sheet.take_all.click()
    sheet.reason.setPlainText("核对过")
    sheet.decide()
    qtbot.waitUntil(lambda: "已经裁决过" in sheet.banner.text())
    assert sheet.presenter.choices()[PHONE] == "0571-3"


def test_that_a_third_value_is_still_in_sight_when_one_comes_back(
    qtbot: QtBot, tasks: Tasks
) -> None:
    changed = replace(CHANGED, points=(*CHANGED.points, COUNT))
    sheet = sheet_of(qtbot, tasks, Quarrels((changed, LATE)))
    typed = {PHONE: "0571-9", INCOME: "12.5", COUNT.path: "9" * 20}
    for card in sheet.cards:
        if card.path in typed:
            card.choice._buttons[OWN].click()
            QTest.keyClicks(card.own, typed[card.path])

    press(qtbot, sheet, Qt.Key.Key_PageDown)
    press(qtbot, sheet, Qt.Key.Key_PageUp)

    shown = {card.path: card.own.text() for card in sheet.cards if card.path in typed}
    assert shown == {PHONE: "0571-9", INCOME: "12.50", COUNT.path: "9" * 15}
    assert sheet.presenter.choices() == {PHONE: "0571-9", INCOME: 1250, COUNT.path: int("9" * 15)}


def test_that_pressing_twice_decides_once(qtbot: QtBot, tasks: Tasks) -> None:
    quarrels = Quarrels((CHANGED,))
    sheet = sheet_of(qtbot, tasks, quarrels)
    sheet.take_all.click()
    sheet.reason.setPlainText("核对过")
    for _ in range(2):
        press(qtbot, sheet, Qt.Key.Key_Return)
    qtbot.waitUntil(sheet.empty.isVisible)
    qtbot.wait(50)
    assert "已裁决" in sheet.banner.text()


def test_that_a_store_that_cannot_be_read_is_told_once(qtbot: QtBot, tasks: Tasks) -> None:
    quarrels, looked = Quarrels(), list[None]()
    sheet = sheet_of(qtbot, tasks, quarrels)

    def unread() -> tuple[OpenConflict, ...]:
        looked.append(None)
        raise OutsideError("磁盘读写出错，请重试。")

    sheet._actions = replace(quarrels.actions(), waiting=unread)
    sheet._look()
    qtbot.waitUntil(lambda: "磁盘" in sheet.banner.text())
    qtbot.wait(50)
    assert len(looked) == 1
    assert sheet.decide_button.isEnabled()
