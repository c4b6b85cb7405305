"""Scans are dropped or chosen; what nobody recognised is assigned by keys alone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.printing.page import PrintingPage
from caseworker_app.desktop.returns.sheet import ReturnsSheet
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import style
from caseworker_app.desktop.theme.look import Look
from caseworker_app.desktop.widgets.dialogs import QuestionDialog
from tests.desktop.printing.making import Printer, Shelf
from tests.desktop.returns.making import CHOICES, FILED, NEXT, WAITS, Tray
from tests.desktop.screen import assert_saves, show
from tests.desktop.truncation import cut_texts

Made = Callable[[Tray], ReturnsSheet]


@pytest.fixture
def made(qtbot: QtBot, tasks: Tasks) -> Made:
    def make(tray: Tray) -> ReturnsSheet:
        window = QWidget()
        window.resize(1366, 768)
        show(qtbot, window)
        sheet = ReturnsSheet(window, tasks, tray.actions())
        sheet.open_over()
        qtbot.waitUntil(sheet.isActiveWindow)
        return sheet

    return make


def rows(sheet: ReturnsSheet) -> list[str]:
    return [sheet.pages.item(at).text() for at in range(sheet.pages.count())]


def _dropped(*names: str) -> QDropEvent:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(f"/tray/{name}") for name in names])
    _dropped.kept = mime  # type: ignore[attr-defined]  # Qt does not keep what is dropped
    action = Qt.DropAction.CopyAction
    none = Qt.MouseButton.NoButton
    return QDropEvent(QPointF(9, 9), action, mime, none, Qt.KeyboardModifier.NoModifier)


def test_that_what_became_of_each_page_is_listed(qtbot: QtBot, made: Made) -> None:
    tray = Tray()
    sheet = made(tray)
    assert "拖到这里" in sheet.empty.title()

    sheet.dropEvent(_dropped("扫描0001.pdf"))

    qtbot.waitUntil(lambda: sheet.pages.count() == 5)
    assert [row.split()[0] for row in rows(sheet)] == [
        "认不出", "认不出", "已归档", "已归档", "重复",
    ]  # fmt: skip
    summary = "归档 3 页，认不出 2 页，重复 1 页，空白背面 2 页没有列出"
    assert sheet.summary.text() == summary
    assert "手写的内容不会自动录入" in rows(sheet)[3]
    assert "以前收回过" in rows(sheet)[3]


def test_that_a_bad_file_hinders_no_other(qtbot: QtBot, made: Made) -> None:
    tray = Tray()
    sheet = made(tray)

    sheet.take([Path("坏的.pdf"), Path("好的.pdf")])

    qtbot.waitUntil(lambda: sheet.pages.count() == 5)
    assert tray.taken == ["好的.pdf"]
    qtbot.waitUntil(lambda: "坏的.pdf" in sheet.banner.text())
    assert "正在" not in sheet.summary.text()


def test_that_pages_that_waited_are_there_again(qtbot: QtBot, made: Made) -> None:
    sheet = made(Tray(aside=(WAITS, NEXT)))

    qtbot.waitUntil(lambda: sheet.pages.count() == 2)
    qtbot.waitUntil(lambda: not sheet.picture.pixmap().isNull())
    assert sheet.assign.isVisible()
    assert WAITS.why in rows(sheet)[0]
    assert not sheet.assign.file.isEnabled()


def test_that_only_pages_in_sight_are_drawn(qtbot: QtBot, made: Made) -> None:
    tray = Tray(aside=tuple(replace(WAITS, id=f"p{n}") for n in range(60)))
    sheet = made(tray)

    qtbot.waitUntil(lambda: "p0" in tray.drawn)
    qtbot.wait(50)
    assert len(set(tray.drawn)) < 20
    sheet.pages.verticalScrollBar().setValue(sheet.pages.verticalScrollBar().maximum())

    qtbot.waitUntil(lambda: "p59" in tray.drawn)


def test_that_pages_are_assigned_by_keys_alone(qtbot: QtBot, made: Made) -> None:
    tray = Tray(aside=(WAITS, NEXT))
    sheet = made(tray)
    qtbot.waitUntil(lambda: sheet.pages.count() == 2)
    sheet.pages.setFocus()
    QTest.keyClick(sheet.pages, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert sheet.assign.title.text() == "指明这 2 页归到哪里"

    sheet.assign.search.setFocus()
    sheet.assign.search.insert("王")
    qtbot.waitUntil(lambda: sheet.assign.homes.count() == 2)
    QTest.keyClick(sheet.assign.search, Qt.Key.Key_Down)
    QTest.keyClick(sheet.assign.homes, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: sheet.presenter.household == "h2" and sheet.assign.form.count() == 2)
    QTest.keyClick(sheet.assign.form, Qt.Key.Key_Down)
    qtbot.waitUntil(sheet.assign.file.isEnabled)
    QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: bool(tray.assigned))
    assert tray.assigned == [((WAITS.id, NEXT.id), "h2", CHOICES[1])]
    qtbot.waitUntil(lambda: [r[:3] for r in rows(sheet)] == ["已归档"])
    assert "已归到王芳户" in sheet.banner.text()
    assert not sheet.assign.isVisible()


def test_that_the_only_household_found_is_chosen(qtbot: QtBot, made: Made) -> None:
    sheet = made(Tray(aside=(WAITS,)))
    qtbot.waitUntil(lambda: sheet.pages.count() == 1)

    sheet.assign.search.setText("王芳")

    qtbot.waitUntil(lambda: sheet.presenter.choice == CHOICES[0])
    assert sheet.assign.file.isEnabled()
    assert FILED.number in sheet.assign.form.itemText(0)
    sheet.assign.search.clear()
    qtbot.waitUntil(lambda: not sheet.assign.file.isEnabled())


def test_that_a_household_found_too_late_is_not_the_one_filed_to(
    qtbot: QtBot, made: Made, tasks: Tasks
) -> None:
    sheet = made(Tray(aside=(WAITS,)))
    qtbot.waitUntil(lambda: sheet.pages.count() == 1)
    sheet.assign.search.setText("王芳")
    qtbot.waitUntil(lambda: sheet.presenter.household == "h1")

    sheet.assign.search.setText("王建")
    assert not sheet.assign.file.isEnabled()
    qtbot.waitUntil(lambda: sheet.presenter.household == "h2")
    sheet.assign.homes.setCurrentRow(-1)
    sheet.assign.homes.setCurrentRow(0)  # asks once more what can come back from there
    sheet.assign.search.clear()
    assert_saves(qtbot, tasks)
    qtbot.wait(10)

    assert not sheet.assign.file.isEnabled()
    assert sheet.presenter.household == ""


def test_that_a_page_is_put_away_for_a_reason(qtbot: QtBot, made: Made) -> None:
    tray = Tray(aside=(WAITS,))
    sheet = made(tray)
    qtbot.waitUntil(lambda: sheet.pages.count() == 1)

    QTest.keyClick(sheet, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    (question,) = sheet.findChildren(QuestionDialog)
    question.reason.setPlainText("夹进来的菜单")
    question.confirm.click()

    qtbot.waitUntil(lambda: tray.away == [(("p1",), "夹进来的菜单")])
    qtbot.waitUntil(lambda: sheet.pages.count() == 0)


def test_that_the_telephone_folder_is_offered_where_one_is_known(made: Made) -> None:
    assert not made(Tray()).phone.isVisible()
    assert made(Tray(folder="/手机")).phone.isVisible()


def test_that_scans_dropped_on_the_printing_page_are_taken(qtbot: QtBot, tasks: Tasks) -> None:
    tray = Tray()
    page = PrintingPage(tasks, Shelf().actions(), Printer(), tray.actions())
    show(qtbot, page)

    page.dropEvent(_dropped("扫描0001.pdf"))

    qtbot.waitUntil(lambda: tray.taken == ["扫描0001.pdf"])
    (sheet,) = page.findChildren(ReturnsSheet)
    qtbot.waitUntil(lambda: sheet.pages.count() == 5)


@pytest.mark.parametrize("percent", [100, 150, 250])
def test_that_no_text_is_cut(qtbot: QtBot, made: Made, qapp: QApplication, percent: int) -> None:
    style.apply(qapp, Look(scale=percent / 100))
    sheet = made(Tray(aside=(WAITS,)))
    qtbot.waitUntil(lambda: sheet.pages.count() == 1)

    assert cut_texts(sheet) == []
