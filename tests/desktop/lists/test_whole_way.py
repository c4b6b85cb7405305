"""A real workbook, the real store, the real pages."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseworker_app.demo.values import Township
from caseworker_app.desktop.lists import binding
from caseworker_app.desktop.lists.page import ListsPage
from caseworker_app.desktop.lists.presenter import Part
from caseworker_app.desktop.lists.wizard import Stop
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.workflow.dossier import open_household
from caseworker_app.workflow.workspace import Workspace
from tests.desktop.screen import show
from tests.workflow.test_register_list import ODD_HEAD
from tests.workflow.vehicle_file import clean_heads, vehicles

WAIT = 15_000


def taken_in(qtbot: QtBot, page: ListsPage, file: Path) -> None:
    """Lead a list whose columns nobody knows to its end."""
    wizard = page.wizard
    wizard.open(file)
    qtbot.waitUntil(lambda: wizard.wizard.file is not None, timeout=WAIT)
    wizard.file.kind_picked.emit("vehicles")
    wizard.forward()
    assert wizard.wizard.current is Stop.COLUMNS
    wizard.columns.assigned.emit("牌子", "号牌号码")
    wizard.columns.assigned.emit("机身码", "车辆识别代号")
    for _ in range(2):
        wizard.forward()
        qtbot.waitUntil(lambda: not wizard.wizard.is_running, timeout=WAIT)
    assert wizard.banner.text() == ""


def taken_back(qtbot: QtBot, page: ListsPage) -> None:
    """Take the import in sight back."""
    page.go(Part.HISTORY)
    qtbot.waitUntil(page.history.undo_button.isVisible, timeout=WAIT)
    page.history.ask_undo()
    assert page.history.dialog is not None
    with qtbot.waitSignal(page.history.changed, timeout=WAIT):
        page.history.dialog.confirm.click()


def test_that_a_workbook_goes_in_is_claimed_and_comes_out_again(
    qtbot: QtBot, tasks: Tasks, ws: Workspace, township: Township, tmp_path: Path
) -> None:
    page = ListsPage(tasks, binding.actions(ws))
    page.resize(1194, 738)
    show(qtbot, page)
    page.shown()
    taken_in(qtbot, page, vehicles(tmp_path / "机动车.xlsx", township, ODD_HEAD))
    first, second, *_ = clean_heads(township)
    home = page.wizard.result.new.held()[0].household
    assert home.head.id_number == first.id_number
    assert len(open_household(ws, home.id).discrepancies) == 1

    page.go(Part.CLAIMS)
    qtbot.waitUntil(lambda: len(page.claims.people) == 1, timeout=WAIT)
    claimed = page.claims.table.held()[0].people[0].candidate.whom.household
    QTest.keyClick(page.claims.table, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: second.id_number in page.claims.banner.text(), timeout=WAIT)
    assert len(open_household(ws, claimed).discrepancies) == 1

    taken_back(qtbot, page)
    assert open_household(ws, home.id).discrepancies == ()
    assert open_household(ws, claimed).discrepancies == ()


def test_that_refused_rows_go_back_and_columns_stay_learned(
    qtbot: QtBot, tasks: Tasks, ws: Workspace, township: Township, tmp_path: Path
) -> None:
    page = ListsPage(tasks, binding.actions(ws))
    show(qtbot, page)
    wizard = page.wizard
    taken_in(qtbot, page, vehicles(tmp_path / "机动车.xlsx", township, ODD_HEAD))

    wizard.save_refused(tmp_path / "退回件.xlsx")
    qtbot.waitUntil(lambda: "1 行已写到 退回件.xlsx" in wizard.banner.text(), timeout=WAIT)
    wizard.forward()
    wizard.open(vehicles(tmp_path / "十一月.xlsx", township, ODD_HEAD))
    qtbot.waitUntil(lambda: wizard.wizard.file is not None, timeout=WAIT)
    wizard.file.kind_picked.emit("vehicles")

    qtbot.waitUntil(lambda: wizard.wizard.is_clear, timeout=WAIT)
    assert wizard.next_button.text() == "试读"
