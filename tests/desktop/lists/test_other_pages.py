from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.lists.claims_page import ClaimsPage
from caseworker_app.desktop.lists.history_page import HistoryPage
from caseworker_app.desktop.lists.page import ListsPage
from caseworker_app.desktop.lists.presenter import Part
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.widgets.segment import OneSegment
from caseworker_app.errors import RefusedError
from caseworker_app.workflow.register_import import State
from tests.desktop.lists.making import Memory
from tests.desktop.screen import show


def claiming(qtbot: QtBot, tasks: Tasks, memory: Memory) -> ClaimsPage:
    page = ClaimsPage(tasks, memory.actions())
    page.resize(1146, 640)
    show(qtbot, page)
    page.shown()
    qtbot.waitUntil(lambda: bool(page.people) or not memory.doubts)
    return page


def past(qtbot: QtBot, tasks: Tasks, memory: Memory) -> HistoryPage:
    page = HistoryPage(tasks, memory.actions())
    page.resize(1146, 640)
    show(qtbot, page)
    page.shown()
    qtbot.waitUntil(page.card.isVisible)
    qtbot.wait(30)
    return page


def test_that_digits_decide_and_the_next_row_follows(qtbot: QtBot, tasks: Tasks) -> None:
    memory = Memory()
    page = claiming(qtbot, tasks, memory)
    assert page.table.hasFocus()

    QTest.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(page.people[1].button.isVisible)
    QTest.keyClick(page.table, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: len(page.table.held()) == 1 and page.none.isVisible())
    QTest.keyClick(page.table, Qt.Key.Key_0)
    qtbot.waitUntil(lambda: page.empty.title() == "没有待认领的行")

    assert memory.decided == [(2, "m9"), (1, "")]


def test_that_a_decision_is_taken_back_by_key(qtbot: QtBot, tasks: Tasks) -> None:
    memory = Memory()
    page = claiming(qtbot, tasks, memory)
    QTest.keyClick(page.table, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(page.table.held()) == 1)
    assert "已认定：机动车登记第 11 行是 李建国" in page.banner.text()

    QTest.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: len(page.table.held()) == 2)
    assert page.banner.text() == "认定已撤回，这一条回到待认领。"


def test_that_an_older_decision_is_found_and_taken_back(qtbot: QtBot, tasks: Tasks) -> None:
    memory = Memory()
    page = claiming(qtbot, tasks, memory)
    page.people[0].button.click()
    qtbot.waitUntil(lambda: len(page.table.held()) == 1)
    page.which.set_code("answered")
    page.shown()
    qtbot.waitUntil(page.undo_button.isVisible)

    assert not page.none.isVisible()
    assert not page.people[0].button.isVisible()
    page.undo_button.click()
    qtbot.waitUntil(lambda: page.empty.title() == "还没有认定过")


def test_that_a_refused_decision_says_why(qtbot: QtBot, tasks: Tasks) -> None:
    memory = Memory(refuse=RefusedError("该户的核查已封存，不再收入新的数据。"))
    page = claiming(qtbot, tasks, memory)
    page.decide(1)
    qtbot.waitUntil(lambda: page.banner.text() == "该户的核查已封存，不再收入新的数据。")
    assert len(page.table.held()) == 2


def test_that_a_digit_without_a_person_decides_nothing(qtbot: QtBot, tasks: Tasks) -> None:
    memory = Memory()
    page = claiming(qtbot, tasks, memory)
    page.decide(3)
    qtbot.wait(20)
    assert memory.decided == []


def test_that_an_import_goes_back_only_after_it_was_said_what_goes(
    qtbot: QtBot, tasks: Tasks
) -> None:
    memory = Memory()
    page = past(qtbot, tasks, memory)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert page.dialog is not None
    assert memory.undone == []

    with qtbot.waitSignal(page.changed):
        page.dialog.confirm.click()

    assert memory.undone == [1]
    assert memory.imports[0].state is State.UNDONE
    qtbot.waitUntil(lambda: not page.undo_button.isVisible())


def test_that_what_cannot_go_back_says_why(qtbot: QtBot, tasks: Tasks) -> None:
    page = past(qtbot, tasks, Memory(sealed=("王桂兰",)))
    page.ask_undo()

    assert page.dialog is None
    assert not page.undo_button.isVisible()
    assert page.why_not.text().startswith("王桂兰 1 户的核查已封存")


def test_that_no_history_is_said_so(qtbot: QtBot, tasks: Tasks) -> None:
    page = HistoryPage(tasks, Memory(imports=[]).actions())
    show(qtbot, page)
    page.shown()
    qtbot.waitUntil(page.empty.isVisible)
    assert page.empty.title() == "还没有导入过名单"


def test_that_the_parts_tell_what_waits_in_them(qtbot: QtBot, tasks: Tasks) -> None:
    memory = Memory()
    page = ListsPage(tasks, memory.actions())
    page.resize(1194, 738)
    show(qtbot, page)
    page.shown()
    words = page.parts.findChildren(OneSegment)
    qtbot.waitUntil(lambda: [word.text() for word in words][1:] == ["待认领 2", "导入记录 1"])

    page.wizard.claiming.emit()
    qtbot.waitUntil(lambda: len(page.claims.people) == 2)
    assert page.claims.table.hasFocus()
    page.claims.decide(1)
    qtbot.waitUntil(lambda: words[1].text() == "待认领 1")
    page.go(Part.HISTORY)
    assert page.parts.code() == Part.HISTORY.name
