from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.lists.page import ListsPage
from caseworker_app.desktop.lists.presenter import Part
from caseworker_app.desktop.lists.wizard import Stop
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import style
from caseworker_app.desktop.theme.look import Look
from caseworker_app.desktop.widgets.scroll import is_low
from caseworker_app.workflow.register_import import Counts
from tests.desktop.lists.making import ODD_HEAD, TRIED, Memory, file_of
from tests.desktop.screen import show
from tests.desktop.truncation import cut_texts


@pytest.mark.parametrize(
    ("scale", "width", "dark"),
    [(1.0, 1194, False), (1.5, 1270, True), (1.5, 1740, False), (2.0, 1238, False)],
)
def test_that_no_word_is_cut_in_any_part(
    qtbot: QtBot, lettered: QApplication, tasks: Tasks, scale: float, width: int, *, dark: bool
) -> None:
    style.apply(lettered, Look(dark, scale))
    many = replace(TRIED, counts=Counts(3, 2, 300, 0, 900))
    page = ListsPage(tasks, Memory(file=file_of(ODD_HEAD), tried=many).actions())
    page.resize(width, 738)
    show(qtbot, page)
    page.shown()
    fits(qtbot, page, width)
    wizard = page.wizard
    wizard.open(Path("2026年10月机动车名单.xlsx"))
    qtbot.waitUntil(lambda: wizard.wizard.file is not None)
    fits(qtbot, page, width)
    wizard.forward()
    fits(qtbot, page, width)
    wizard.columns.assigned.emit("牌子", "号牌号码")
    wizard.forward()
    qtbot.waitUntil(lambda: wizard.wizard.tried is not None)
    fits(qtbot, page, width)
    wizard.forward()
    qtbot.waitUntil(lambda: wizard.wizard.taken is not None)
    assert wizard.wizard.current is Stop.RESULT
    fits(qtbot, page, width)
    page.go(Part.CLAIMS)
    qtbot.waitUntil(lambda: bool(page.claims.people))
    fits(qtbot, page, width)
    page.go(Part.HISTORY)
    qtbot.waitUntil(page.history.card.isVisible)
    fits(qtbot, page, width)


def fits(qtbot: QtBot, page: ListsPage, width: int) -> None:
    qtbot.wait(20)
    assert cut_texts(page) == []
    assert page.rect().width() == width
    assert is_low(page) or page.rect().height() == 738
