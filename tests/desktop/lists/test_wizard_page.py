from dataclasses import replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.lists.wizard import Stop
from caseworker_app.desktop.lists.wizard_page import WizardPage
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.widgets.segment import OneSegment
from caseworker_app.errors import UserError
from tests.desktop.lists.making import ODD_HEAD, TAKEN, Memory, file_of
from tests.desktop.screen import show

FILE = Path("2026年10月机动车名单.xlsx")


def unwanted(error: Exception) -> None:
    raise error


def made(qtbot: QtBot, tasks: Tasks, memory: Memory) -> WizardPage:
    page = WizardPage(tasks, memory.actions())
    page.resize(1146, 640)
    show(qtbot, page)
    page.begin()
    return page


def opened(qtbot: QtBot, tasks: Tasks, memory: Memory) -> WizardPage:
    page = made(qtbot, tasks, memory)
    page.open(FILE)
    qtbot.waitUntil(lambda: page.wizard.file is not None)
    qtbot.wait(20)
    return page


def tried(qtbot: QtBot, tasks: Tasks, memory: Memory) -> WizardPage:
    page = opened(qtbot, tasks, memory)
    page.go(Stop.TRIAL)
    qtbot.waitUntil(lambda: page.wizard.tried is not None)
    return page


def test_that_a_file_dropped_is_opened_with_all_that_was_guessed(
    qtbot: QtBot, tasks: Tasks
) -> None:
    page = made(qtbot, tasks, Memory())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(Path("/tmp") / FILE.name))])  # noqa: S108  # never opened
    where, action = QPoint(9, 9), Qt.DropAction.CopyAction
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where, action, data, button, key)
    page.file.drop.dragEnterEvent(enter)
    page.file.drop.dropEvent(QDropEvent(QPointF(where), action, data, button, key))

    assert enter.isAccepted()
    qtbot.waitUntil(page.file.card.isVisible)
    assert page.file.drop.title.text() == FILE.name
    assert page.file.kind.code() == "vehicles"
    assert page.file.department.text() == "公安 交管"
    assert page.file.as_of.text() == "2026年10月31日"


def test_that_a_list_does_not_wait_for_a_delivery(qtbot: QtBot, tasks: Tasks) -> None:
    page, answered = made(qtbot, tasks, Memory()), Event()
    tasks.on_network(page, answered.wait, lambda _none: None, unwanted)

    page.open(FILE)
    qtbot.waitUntil(lambda: page.wizard.file is not None)
    page.go(Stop.TRIAL)
    qtbot.waitUntil(lambda: page.wizard.tried is not None)

    assert not answered.is_set()
    answered.set()


def test_that_the_button_waits_with_the_focus(qtbot: QtBot, tasks: Tasks) -> None:
    page = made(qtbot, tasks, Memory())
    assert page.file.drop.button.hasFocus()
    assert not page.next_button.isEnabled()


def test_that_a_file_nobody_can_read_is_a_sentence(qtbot: QtBot, tasks: Tasks) -> None:
    page = made(qtbot, tasks, Memory(refuse=UserError("这不是表格。")))
    page.open(FILE)
    qtbot.waitUntil(lambda: page.banner.text() == "这不是表格。")
    assert page.file.drop.title.text() == "把部门发来的名单拖到这里，或选择文件"


def test_that_a_column_is_assigned_by_keyboard(qtbot: QtBot, tasks: Tasks) -> None:
    page = opened(qtbot, tasks, Memory(file=file_of(ODD_HEAD)))
    page.forward()
    first, pick = page.columns.picks[0], page.columns.picks[3]
    assert page.columns.missing.isVisible()
    assert first.hasFocus()  # not used, and something is missing

    for _ in range(3):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Down)
    assert pick.hasFocus()
    QTest.keyClick(pick, Qt.Key.Key_Return)
    qtbot.waitUntil(pick.view().isVisible)
    at = pick.findData("号牌号码")
    for _ in range(at - pick.currentIndex()):
        QTest.keyClick(pick.view(), Qt.Key.Key_Down)
    QTest.keyClick(pick.view(), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: page.wizard.order().columns["牌子"] == "号牌号码")
    assert not page.columns.missing.isVisible()
    assert page.next_button.isEnabled()


def test_that_the_department_s_earlier_columns_are_asked_for(qtbot: QtBot, tasks: Tasks) -> None:
    known = {("交警大队", "vehicles"): {"牌子": "号牌号码", "序号": ""}}
    page = opened(qtbot, tasks, Memory(file=file_of(ODD_HEAD), known=dict(known)))
    assert page.next_button.text() == "对列"

    page.file.department.setText("交警大队")
    page.file.department.textEdited.emit("交警大队")

    qtbot.waitUntil(lambda: page.next_button.text() == "试读")


def test_that_what_was_learned_comes_too_late_for_a_trial_that_runs(
    qtbot: QtBot, tasks: Tasks
) -> None:
    known = {("公安 交管", "vehicles"): {"号牌号码": ""}}
    memory, free = Memory(known=dict(known)), Event()
    page = made(qtbot, tasks, memory)
    tasks.on_database(page, free.wait, lambda _none: None, unwanted)
    page.open(FILE)
    qtbot.waitUntil(lambda: page.wizard.file is not None)
    columns = page.wizard.columns
    memory.go_on.clear()
    page.go(Stop.TRIAL)
    free.set()
    qtbot.wait(50)
    memory.go_on.set()

    qtbot.waitUntil(lambda: page.wizard.tried is not None)
    assert page.wizard.columns is columns


def test_that_the_trial_shows_how_far_it_is_and_then_what_goes_back(
    qtbot: QtBot, tasks: Tasks
) -> None:
    memory = Memory()
    page = opened(qtbot, tasks, memory)
    memory.go_on.clear()
    page.go(Stop.TRIAL)
    qtbot.waitUntil(lambda: page.trial.running.line.text() == "已读 100 行，约 307 行")
    assert not page.next_button.isEnabled()
    memory.go_on.set()

    qtbot.waitUntil(page.trial.refused.isVisible)
    assert page.trial.whole.text() == "第 10 行 “初登日期”“2019-13-45”：没有这一天，请核对。"
    QTest.keyClick(page.trial.refused, Qt.Key.Key_Down)
    assert page.trial.whole.text().startswith("第 12 行")
    page.trial.which.findChildren(OneSegment)[0].click()
    assert page.trial.whole.text().startswith("第 3 行　所有人 李建国")
    assert memory.orders == []


def test_that_a_trial_that_is_stopped_leads_back(qtbot: QtBot, tasks: Tasks) -> None:
    memory = Memory()
    page = opened(qtbot, tasks, memory)
    memory.go_on.clear()
    page.go(Stop.TRIAL)
    qtbot.waitUntil(lambda: "已读" in page.trial.running.line.text())
    QTest.keyClick(page.trial.running.stop, Qt.Key.Key_Escape)
    memory.go_on.set()

    qtbot.waitUntil(lambda: page.banner.text() == "已停止，什么都没有留下。")
    assert page.wizard.current is Stop.COLUMNS


def test_that_an_import_shows_what_became_of_the_rows(qtbot: QtBot, tasks: Tasks) -> None:
    memory = Memory()
    page = tried(qtbot, tasks, memory)
    with qtbot.waitSignal(page.taken_in):
        QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert page.result.outcome.text() == "机动车登记（公安 交管）已导入，1 户有新的差异。"
    assert page.result.claim.text() == "去认领 2 条"
    assert [anew for _, anew in memory.orders] == [False]
    with qtbot.waitSignal(page.opened) as told:
        QTest.keyClick(page.result.new, Qt.Key.Key_Return)
    assert told.args == ["h1"]
    with qtbot.waitSignal(page.claiming):
        page.result.claim.click()
    page.forward()
    assert page.wizard.file is None


def test_that_refused_rows_are_saved_to_send_back(qtbot: QtBot, tasks: Tasks) -> None:
    memory = Memory()
    page = tried(qtbot, tasks, memory)
    page.forward()
    qtbot.waitUntil(page.result.save.isVisible)
    page.save_refused(Path("退回件.xlsx"))

    told = "2 行已写到 退回件.xlsx，可以发还部门改正。"
    qtbot.waitUntil(lambda: page.banner.text() == told)
    assert memory.saved == [Path("退回件.xlsx")]
    assert page.wizard.current is Stop.RESULT


def test_that_a_failure_to_save_leaves_the_result_in_sight(qtbot: QtBot, tasks: Tasks) -> None:
    memory = Memory()
    page = tried(qtbot, tasks, memory)
    page.forward()
    qtbot.waitUntil(page.result.save.isVisible)
    memory.refuse = UserError("写不进去。")
    page.save_refused(Path("退回件.xlsx"))

    qtbot.waitUntil(lambda: page.banner.text() == "写不进去。")
    assert page.wizard.current is Stop.RESULT


def test_that_a_file_taken_in_before_can_be_taken_in_again(qtbot: QtBot, tasks: Tasks) -> None:
    memory = Memory(taken=replace(TAKEN, repeated=True, new=()))
    page = tried(qtbot, tasks, memory)
    page.forward()
    qtbot.waitUntil(page.result.again.isVisible)
    page.result.again.click()

    qtbot.waitUntil(lambda: len(memory.orders) == 2)
    assert [anew for _, anew in memory.orders] == [False, True]


def test_that_a_failed_import_goes_back_to_the_trial(qtbot: QtBot, tasks: Tasks) -> None:
    memory = Memory()
    page = tried(qtbot, tasks, memory)
    memory.refuse = UserError("打开以后又改动过。")
    page.forward()

    qtbot.waitUntil(lambda: page.banner.text() == "打开以后又改动过。")
    assert page.wizard.current is Stop.TRIAL
    assert page.next_button.isEnabled()
