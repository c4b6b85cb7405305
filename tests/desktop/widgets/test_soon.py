import gc
import weakref
from functools import partial

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from caseworker_app.desktop.widgets.money_edit import MoneyEdit
from caseworker_app.desktop.widgets.room import Stack
from caseworker_app.desktop.widgets.soon import soon


class Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.begun = 0

    def begin(self) -> None:
        self.begun += 1


def test_that_it_is_done_once_and_not_at_once(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)

    soon(page, page.begin)

    assert page.begun == 0
    qtbot.wait(30)
    assert page.begun == 1


def test_that_a_page_that_goes_first_is_let_go(qtbot: QtBot) -> None:
    page = Page()
    seen = weakref.ref(page)
    soon(page, page.begin)
    soon(page, partial(page.begin))

    delete(page)
    qtbot.wait(30)
    del page
    gc.collect()

    assert seen() is None


def test_that_a_field_that_goes_as_the_focus_comes_is_let_go(qtbot: QtBot) -> None:
    edit = MoneyEdit("金额")
    seen = weakref.ref(edit)
    edit.show()
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)

    edit.clearFocus()
    edit.setFocus()
    delete(edit)
    del edit
    gc.collect()

    assert seen() is None


def test_that_a_stack_that_goes_as_its_page_changes_is_let_go(qtbot: QtBot) -> None:
    stack = Stack()
    seen = weakref.ref(stack)
    stack.addWidget(QWidget())

    delete(stack)
    qtbot.wait(30)
    del stack
    gc.collect()

    assert seen() is None
