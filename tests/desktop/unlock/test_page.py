import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import style
from caseworker_app.desktop.theme.look import Look
from caseworker_app.desktop.unlock.first_run import FirstRunPage
from caseworker_app.desktop.unlock.page import UnlockPage
from caseworker_app.desktop.unlock.presenter import FirstRun, UnlockActions
from caseworker_app.errors import UserError
from caseworker_app.workflow.outgoing import DeliveryStatus
from tests.desktop.delivery.making import acts
from tests.desktop.screen import show
from tests.desktop.truncation import cut_texts

RIGHT = "山高水长2026"


class Door:
    """A door in memory: one right word, a wait after a wrong one."""

    def __init__(self, wait: int = 0) -> None:
        self.wait, self.left = wait, 0
        self.made: list[FirstRun] = []

    def unlock(self, passphrase: str) -> object:
        if passphrase != RIGHT:
            self.left = self.wait
            raise UserError("口令不对，数据没有打开。")
        return "workspace"

    def create(self, asked: FirstRun) -> object:
        self.made.append(asked)
        return "new workspace"

    def actions(self) -> UnlockActions:
        waits = DeliveryStatus(0, None, 0, 0, None, ())
        return UnlockActions(self.unlock, self.create, lambda: self.left, lambda _: acts(waits))


def test_that_the_right_passphrase_opens_by_enter_and_leaves_no_trace(
    qtbot: QtBot, tasks: Tasks
) -> None:
    page = UnlockPage(tasks, Door().actions())
    opened: list[object] = []
    page.opened.connect(opened.append)
    show(qtbot, page)
    page.shown()

    page.passphrase.setText(RIGHT)
    QTest.keyClick(page.passphrase, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(opened))
    assert opened == ["workspace"]
    assert page.passphrase.text() == ""
    assert page.passphrase.echoMode() is QLineEdit.EchoMode.Password


def test_that_practice_waits_while_the_store_is_being_opened(qtbot: QtBot, tasks: Tasks) -> None:
    page = UnlockPage(tasks, Door().actions())
    show(qtbot, page)

    page.passphrase.setText("错的口令2026")
    page.enter.click()

    assert not page.practise.isEnabled()
    qtbot.waitUntil(page.practise.isEnabled)


def test_that_a_wrong_passphrase_says_so_and_may_be_tried_again(qtbot: QtBot, tasks: Tasks) -> None:
    page = UnlockPage(tasks, Door().actions())
    show(qtbot, page)

    page.passphrase.setText("wrong")
    page.enter.click()

    qtbot.waitUntil(lambda: "口令不对" in page.field.error())
    assert page.enter.isEnabled()


def test_that_the_wait_is_counted_down_before_the_next_try(qtbot: QtBot, tasks: Tasks) -> None:
    page = UnlockPage(tasks, Door(wait=2).actions())
    show(qtbot, page)

    page.passphrase.setText("wrong")
    page.enter.click()
    qtbot.waitUntil(lambda: "2 秒" in page.field.error())
    blocked = page.enter.isEnabled()
    page._tick()
    page._tick()

    assert blocked is False
    assert page.enter.isEnabled()
    assert page.field.error() == ""


def test_that_the_first_run_asks_again_at_the_field_that_is_wrong(
    qtbot: QtBot, tasks: Tasks
) -> None:
    door = Door()
    page = FirstRunPage(tasks, door.actions())
    opened: list[object] = []
    page.opened.connect(opened.append)
    show(qtbot, page)
    page.way.picked.emit("alone")
    page.way.set_code("alone")

    page.start.click()
    wrong = {name for name, field in page.fields.items() if field.error()}
    for name, text in {
        "passphrase": RIGHT,
        "again": RIGHT,
        "name": "陈敏",
        "unit": "石桥街道",
    }.items():
        editor = page.fields[name].editor
        assert isinstance(editor, QLineEdit)
        editor.setText(text)
    page.start.click()

    qtbot.waitUntil(lambda: bool(opened))
    assert wrong == {"passphrase", "name", "unit"}
    assert [(made.alone, made.name) for made in door.made] == [(True, "陈敏")]


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_that_no_text_of_the_door_is_cut(
    qtbot: QtBot, tasks: Tasks, qapp: QApplication, scale: float
) -> None:
    style.apply(qapp, Look(scale=scale))
    for page in (UnlockPage(tasks, Door().actions()), FirstRunPage(tasks, Door().actions())):
        page.resize(1366, 1000)
        show(qtbot, page)
        QApplication.sendPostedEvents()

        assert cut_texts(page) == []
