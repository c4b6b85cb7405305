"""The lists have their place in the window, and lead from there to a household's comparison."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.comparison.page import ComparisonPage
from caseworker_app.desktop.lists.page import ListsPage
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.visit.page import VisitPage
from caseworker_app.desktop.workbench import Workbench
from caseworker_app.workflow.workspace import Workspace
from tests.desktop.screen import show


def test_that_a_new_difference_opens_the_comparison_of_its_household(
    qtbot: QtBot, tasks: Tasks, ws: Workspace
) -> None:
    bench = Workbench(ws, tasks)
    window = bench.window()
    window.resize(1366, 768)
    show(qtbot, window)

    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    (page,) = window.findChildren(ListsPage)
    assert page.isVisible()
    with ws.database.read() as connection:
        (home, *_) = connection.exec_driver_sql("SELECT id FROM household").scalars()
    page.opened.emit(home)

    qtbot.waitUntil(lambda: bool(window.findChildren(VisitPage)), timeout=15_000)
    (visit,) = window.findChildren(VisitPage)
    (comparison,) = visit.findChildren(ComparisonPage)
    assert comparison.isVisible()
