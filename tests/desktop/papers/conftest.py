"""Papers are shown with the household they are about opened."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.papers.page import PapersPage
from caseworker_app.desktop.tasks import Tasks
from tests.desktop.papers.making import Cabinet
from tests.desktop.printing.making import page_of
from tests.desktop.screen import show

Made: TypeAlias = Callable[[Cabinet], PapersPage]


@pytest.fixture
def made(qtbot: QtBot, tasks: Tasks) -> Made:
    page_of("预览")  # typefaces load slowly beside an event loop

    def make(cabinet: Cabinet) -> PapersPage:
        page = PapersPage(tasks, cabinet.actions())
        page.resize(1180, 720)
        show(qtbot, page)
        page.open("h1")
        qtbot.waitUntil(page.shelf.table.isVisible)
        return page

    return make
