import gc
import weakref

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.visit import binding
from caseworker_app.desktop.workbench import VISIT, Workbench
from caseworker_app.workflow.workspace import Workspace


def test_that_a_visit_somebody_still_looks_at_is_let_go_with_the_next(
    qtbot: QtBot, tasks: Tasks, ws: Workspace
) -> None:
    with ws.database.read() as connection:
        found = connection.exec_driver_sql("SELECT household FROM discrepancy").scalars()
        home = str(found.first())
    bench = Workbench(ws, tasks)
    window = bench.window()
    qtbot.addWidget(window)
    bench._show_visit(binding.start(ws, home))
    assert bench._on_table is not None
    seen = weakref.ref(bench._on_table)

    bench._show_visit(binding.start(ws, home))
    window.findChildren(QWidget)
    qtbot.wait(50)
    gc.collect()

    assert seen() is None
    bench._again.stop()


def test_that_two_changes_of_look_at_once_keep_the_page_and_the_visit(
    qtbot: QtBot, tasks: Tasks, ws: Workspace
) -> None:
    with ws.database.read() as connection:
        home = str(connection.exec_driver_sql("SELECT id FROM household").scalars().first())
    bench = Workbench(ws, tasks)
    qtbot.addWidget(bench.window())
    bench._show_visit(binding.start(ws, home))

    for _ in range(2):
        qtbot.addWidget(bench.window())

    qtbot.waitUntil(lambda: bench._window.current() == VISIT)
    assert bench._on_table is not None
    assert bench._on_table.case.visit.household.id == home
    bench._again.stop()


def test_that_a_store_closed_between_two_looks_knows_where_one_was(
    qtbot: QtBot, tasks: Tasks, ws: Workspace
) -> None:
    with ws.database.read() as connection:
        home = str(connection.exec_driver_sql("SELECT id FROM household").scalars().first())
    bench = Workbench(ws, tasks)
    qtbot.addWidget(bench.window())
    bench._show_visit(binding.start(ws, home))

    qtbot.addWidget(bench.window())
    with qtbot.waitSignal(bench.locked):
        bench._close()

    assert bench.place is not None
    assert bench.place.page == VISIT
    assert bench._on_table is None
