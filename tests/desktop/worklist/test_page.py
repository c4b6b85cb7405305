import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import style
from caseworker_app.desktop.theme.look import Look
from caseworker_app.desktop.worklist.page import WorklistPage
from caseworker_app.desktop.worklist.presenter import View, Wanted
from caseworker_app.errors import OutsideError
from caseworker_app.workflow.worklist import WorklistRow
from tests.desktop.screen import show
from tests.desktop.truncation import cut_texts
from tests.desktop.worklist.rows import Memory


def opened(qtbot: QtBot, tasks: Tasks, memory: Memory) -> WorklistPage:
    page = WorklistPage(tasks, memory.actions())
    page.resize(1194, 730)
    show(qtbot, page)
    page.shown()
    qtbot.waitUntil(lambda: "共" in page.header.line.text())
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.table or not memory.rows)
    return page


def heads(page: WorklistPage) -> int:
    return page.table.model().rowCount()


def test_that_the_list_opens_with_the_first_household_and_the_keyboard_on_it(
    qtbot: QtBot, tasks: Tasks
) -> None:
    page = opened(qtbot, tasks, Memory())

    assert page.table.hasFocus()
    assert page.header.line.text() == "共 60 户 · 逾期 5 户 · 7 天内到期 6 户"
    assert page.card.start.text() == "开始入户"
    assert heads(page) == 60


def test_that_enter_opens_the_household_the_arrows_led_to(qtbot: QtBot, tasks: Tasks) -> None:
    page = opened(qtbot, tasks, Memory())
    rows: list[WorklistRow] = []
    page.opened.connect(rows.append)

    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    page.card.start.click()

    assert [row.id for row in rows] == ["h1", "h1"]


def test_that_typing_narrows_once_the_hand_rests(qtbot: QtBot, tasks: Tasks) -> None:
    memory = Memory()
    page = opened(qtbot, tasks, memory)
    memory.asked.clear()

    page.search()
    for text in ("王", "王桂", "王桂兰"):
        page.search_box.setText(text)
    qtbot.waitUntil(lambda: heads(page) == 12)
    QTest.keyClick(page.search_box, Qt.Key.Key_Down)

    assert memory.asked == [Wanted("王桂兰")]
    assert page.table.hasFocus()


def test_that_letters_typed_on_the_list_go_into_the_search(qtbot: QtBot, tasks: Tasks) -> None:
    page = opened(qtbot, tasks, Memory())

    QTest.keyClicks(page.table, "w")
    focused = QApplication.focusWidget()

    assert focused is page.search_box
    assert page.search_box.text() == "w"


def test_that_a_search_without_result_says_so_and_offers_the_way_back(
    qtbot: QtBot, tasks: Tasks
) -> None:
    page = opened(qtbot, tasks, Memory())

    page.search_box.setText("赵")
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)
    said, hidden = page.empty.title(), page.card.isHidden()
    page.empty.action.click()

    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.table)
    assert (said, hidden) == ("没有找到", True)
    assert heads(page) == 60


@pytest.mark.parametrize("view", [View.OVERDUE, View.SOON, View.RED, View.SENDING])
def test_that_each_view_lists_as_many_as_its_word_says(
    qtbot: QtBot, tasks: Tasks, view: View
) -> None:
    memory = Memory()
    page = opened(qtbot, tasks, memory)

    page.views.set_code("")
    page.views.picked.emit(view.name)

    qtbot.waitUntil(lambda: heads(page) == memory.counts()[view])


def test_that_an_empty_list_and_a_failing_disk_are_told_apart(qtbot: QtBot, tasks: Tasks) -> None:
    memory = Memory(0)
    page = opened(qtbot, tasks, memory)
    qtbot.waitUntil(lambda: page.empty.title() == "清单是空的")

    page.search_box.clearFocus()
    memory.error = OutsideError("磁盘正忙，请稍候重试。")
    page.shown()

    qtbot.waitUntil(lambda: page.empty.title() == "清单读不出来")
    assert page.empty.action.text() == "重试"
    assert page.empty.action.hasFocus()
    assert cut_texts(page) == []


@pytest.mark.parametrize(
    ("scale", "size"),
    [
        (1.0, (1194, 730)),
        (1.0, (1748, 1040)),
        (1.5, (1270, 730)),
        (1.5, (1664, 1040)),
        (2.0, (1748, 1040)),
    ],
)
def test_that_no_text_is_cut(
    qtbot: QtBot, tasks: Tasks, qapp: QApplication, scale: float, size: tuple[int, int]
) -> None:
    style.apply(qapp, Look(scale=scale))
    page = opened(qtbot, tasks, Memory())

    page.resize(*size)
    QApplication.sendPostedEvents()

    assert (page.rect().width(), page.rect().height()) == size
    assert cut_texts(page) == []
