from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import style
from caseworker_app.desktop.theme.look import Look
from caseworker_app.desktop.widgets.dialogs import QuestionDialog
from caseworker_app.desktop.widgets.filter_chip import FilterPopup
from caseworker_app.desktop.worklist.page import WorklistPage
from caseworker_app.desktop.worklist.presenter import Facet, View, Wanted
from caseworker_app.errors import OutsideError
from caseworker_app.model.codes import VisitKind
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
    assert page.header.line.text() == "共 60 户 · 逾期 5 户 · 一周内到期 6 户"
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


def test_that_who_searches_before_the_rows_are_there_goes_on_typing(
    qtbot: QtBot, tasks: Tasks
) -> None:
    page = opened(qtbot, tasks, Memory())
    page.shown()
    page.search()
    came: list[int] = []
    tasks.on_database(page, int, came.append, lambda error: pytest.fail(str(error)))
    qtbot.waitUntil(lambda: bool(came))  # after the rows, for both come in order
    assert page.search_box.hasFocus()


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


@pytest.mark.parametrize("view", [View.OVERDUE, View.SOON, View.LOCAL])
def test_that_each_view_lists_as_many_as_its_word_says(
    qtbot: QtBot, tasks: Tasks, view: View
) -> None:
    memory = Memory()
    page = opened(qtbot, tasks, memory)

    page.filters.views.picked.emit(view.name)

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


def test_that_trying_again_asks_for_the_same_households(qtbot: QtBot, tasks: Tasks) -> None:
    memory = Memory()
    page = opened(qtbot, tasks, memory)
    memory.error = OutsideError("磁盘正忙，请稍候重试。")
    page.search_box.setText(memory.rows[3].head)
    qtbot.waitUntil(lambda: page.empty.action.text() == "重试")

    memory.error = None
    page.empty.action.click()

    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.table)
    assert page.search_box.text() == memory.rows[3].head


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

    for _ in range(2):  # what the first arranges lets the page be as small as the second asks
        page.resize(*size)
        QApplication.sendPostedEvents()

    assert (page.rect().width(), page.rect().height()) == size
    assert cut_texts(page) == []


def says(page: WorklistPage, end: str) -> bool:
    return page.header.line.text().endswith(end)


def open_chip(qtbot: QtBot, page: WorklistPage, facet: Facet) -> FilterPopup:
    page.filters.chips[facet].click()
    popup = page.filters.chips[facet].popup()
    assert popup is not None
    qtbot.waitUntil(lambda: popup.lines.count() > 0)
    return popup


@pytest.mark.parametrize("facet", list(Facet))
def test_that_each_line_of_a_chip_lists_as_many_as_it_says(
    qtbot: QtBot, tasks: Tasks, facet: Facet
) -> None:
    memory = Memory()
    page = opened(qtbot, tasks, memory)
    popup = open_chip(qtbot, page, facet)
    told = [int(popup.lines.item(at).text().rsplit("　")[1]) for at in range(popup.lines.count())]

    for at, count in enumerate(told):
        popup.lines.item(at).setCheckState(Qt.CheckState.Checked)
        qtbot.waitUntil(partial(says, page, f"共 {count} 户"))
        assert heads(page) == count
        popup.lines.item(at).setCheckState(Qt.CheckState.Unchecked)
    popup.close()
    qtbot.waitUntil(lambda: heads(page) == 60)


def test_that_chips_are_set_by_keys_alone(qtbot: QtBot, tasks: Tasks) -> None:
    page = opened(qtbot, tasks, Memory())

    QTest.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    popup = page.filters.chips[Facet.CATEGORY].popup()
    assert popup is not None
    qtbot.waitUntil(lambda: popup.lines.count() > 0)
    QTest.keyClick(popup.lines, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: heads(page) == 15)
    QTest.keyClick(popup.lines, Qt.Key.Key_Escape)

    assert page.filters.chips[Facet.CATEGORY].text() == "类别：特困"
    QTest.keyClick(page, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: heads(page) == 60)


@pytest.mark.parametrize("left", [12, 90], ids=["box", "word"])
def test_that_a_chip_is_set_by_a_click_on_its_box_or_its_word(
    qtbot: QtBot, tasks: Tasks, left: int
) -> None:
    page = opened(qtbot, tasks, Memory())
    lines = open_chip(qtbot, page, Facet.CATEGORY).lines

    at = QPoint(left, lines.visualItemRect(lines.item(0)).center().y())
    QTest.mouseClick(
        lines.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )

    assert lines.item(0).checkState() is Qt.CheckState.Checked
    qtbot.waitUntil(lambda: heads(page) == 15)
    lines.window().close()


def test_that_a_view_is_kept_under_its_name_found_again_and_removed(
    qtbot: QtBot, tasks: Tasks
) -> None:
    memory = Memory()
    page = opened(qtbot, tasks, memory)
    open_chip(qtbot, page, Facet.LEVEL).lines.item(0).setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: heads(page) == 20)

    page.filters.keep.click()
    dialog = page.findChild(QuestionDialog)
    assert dialog is not None
    dialog.reason.setPlainText("红色")
    dialog.confirm.click()
    qtbot.waitUntil(lambda: page.filters.keep.text() == "删除视图")
    page.filters.views.picked.emit(View.OVERDUE.name)
    qtbot.waitUntil(lambda: heads(page) == memory.counts()[View.OVERDUE])
    page.filters.views.picked.emit("saved:红色")
    qtbot.waitUntil(lambda: heads(page) == 20)

    assert memory.saved["红色"] == {"text": "", "view": "ALL", "chosen": {"LEVEL": ["S1"]}}
    page.filters.keep.click()
    qtbot.waitUntil(lambda: not memory.saved)
    qtbot.waitUntil(lambda: page.filters.keep.text() == "存为视图")


def test_that_earlier_visits_are_a_key_away_and_another_may_be_begun(
    qtbot: QtBot, tasks: Tasks
) -> None:
    page = opened(qtbot, tasks, Memory())
    looked: list[str] = []
    anew: list[tuple[WorklistRow, VisitKind]] = []
    page.looked.connect(looked.append)
    page.begun_anew.connect(lambda row, kind: anew.append((row, kind)))

    page.table.go_to(7)
    qtbot.waitUntil(page.card.past[0].isVisible)
    page.card.past[0].click()
    page.card.again.click()
    page.card.menu.actions()[1].trigger()
    page.card.menu.close()

    assert page.card.past[0].text() == "2026-01-26 年度复核 · 继续保障"
    assert looked == ["v1"]
    assert [(row.id, kind) for row, kind in anew] == [("h7", VisitKind.CLUE)]
    page.table.go_to(1)
    assert page.card.again.isHidden()


def test_that_earlier_visits_are_behind_one_button_where_the_card_is_a_slim_strip(
    qtbot: QtBot, tasks: Tasks, qapp: QApplication
) -> None:
    style.apply(qapp, Look(scale=1.5))
    page = opened(qtbot, tasks, Memory())
    looked: list[str] = []
    page.looked.connect(looked.append)

    page.table.go_to(7)
    qtbot.waitUntil(lambda: bool(page.card._known_past))
    QTest.keyClick(page, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    action, other = page.card.menu.actions()
    with qtbot.waitSignal(page.papers_asked) as asked:
        other.trigger()
    current = page.table.current()
    assert current
    assert (other.text(), asked.args) == ("文书", [current.id])
    action.trigger()
    page.card.menu.close()

    assert not page.card.past[0].isVisible()
    assert action.text() == "2026-01-26 年度复核 · 继续保障"
    assert looked == ["v1"]
    assert cut_texts(page) == []
    assert page.rect().width() <= 1194
    page.card.arrange(below=False, slim=False)
    assert page.card.past[0].isVisible()
    assert page.card.more.isHidden()


@pytest.mark.parametrize(("scale", "slim"), [(1.0, False), (1.5, True)])
def test_that_the_papers_are_a_key_away_on_the_slimmest_card_too(
    qtbot: QtBot, tasks: Tasks, qapp: QApplication, scale: float, slim: int
) -> None:
    style.apply(qapp, Look(scale=scale))
    page = opened(qtbot, tasks, Memory())
    page.table.go_to(1)  # a household never visited
    qtbot.waitUntil(page.card.isVisible)
    assert page.card.more.isVisible() == slim
    assert page.card.papers.isVisible() != slim

    with qtbot.waitSignal(page.papers_asked) as asked:
        QTest.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)

    assert asked.args == ["h1"]
