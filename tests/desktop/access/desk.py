"""The whole desktop on one window, with something on every page, for who walks through it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.app import Frame
from caseworker_app.desktop.lists.page import ListsPage
from caseworker_app.desktop.papers.desk import PAPERS, PRINTING
from caseworker_app.desktop.papers.page import PapersPage
from caseworker_app.desktop.printing.page import PrintingPage
from caseworker_app.desktop.settings.page import SettingsPage
from caseworker_app.desktop.step.page import StepPage
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.visit.page import VisitPage
from caseworker_app.desktop.window import PageSpec, Window
from caseworker_app.desktop.workbench import LISTS, Workbench
from caseworker_app.model.departments import Funeral
from caseworker_app.model.visit import Visit
from caseworker_app.workflow.dossier import Dossier
from caseworker_app.workflow.workspace import Workspace
from tests.desktop.lists import making as lists
from tests.desktop.papers.making import Cabinet
from tests.desktop.printing.making import Printer, Shelf
from tests.desktop.returns.making import Tray
from tests.desktop.settings.test_page import Kept
from tests.desktop.table import DAY, DIFFERING, GRANNY, Memory, dossier, visit_of

W = TypeVar("W", bound=QWidget)
P = TypeVar("P", bound=StepPage)

LAPTOP = QSize(1366, 768)
"""The screen of an old laptop."""
_MOMENT_MS = 3
"""After which is done what widgets do soon."""

_FUNERAL = Funeral("fu1", DIFFERING.persons[0].source, GRANNY, DAY, "王桂兰")
FILE = dossier(replace(DIFFERING, funerals=(_FUNERAL,)))


class Desk:
    """The window of a store of a small township, where lists and papers are made up."""

    def __init__(self, qtbot: QtBot, tasks: Tasks, ws: Workspace, folder: Path) -> None:
        self.qtbot, self.tasks, self.folder = qtbot, tasks, folder
        self._threads = (tasks.on_database, tasks.on_network, tasks.on_paper, tasks.on_files)
        self.kept = Kept()
        self.lists = lists.Memory(file=lists.file_of(lists.ODD_HEAD))
        self.memory = Memory()
        settings = PageSpec("settings", "设置", "settings", self._settings, key="Ctrl+,")
        self.bench = Workbench(ws, tasks, (settings,))
        self.frame = Frame()
        self.frame.resize(LAPTOP)
        qtbot.addWidget(self.frame)
        made = self.bench.window()
        assert isinstance(made, Window)
        self.window = made
        self._put(LISTS, lambda: ListsPage(tasks, self.lists.actions()))
        self.cabinet = Cabinet()
        self._put(PAPERS, self._papers)
        back = Tray().actions()
        self._put(PRINTING, lambda: PrintingPage(tasks, Shelf().actions(), Printer(), back))
        self.show(self.window)

    def show(self, page: QWidget) -> None:
        """Put something into the frame, active, so that focus and keys go where they would."""
        self.frame.setCentralWidget(page)
        self.frame.show()
        self.frame.activateWindow()
        self.qtbot.waitUntil(self.frame.isActiveWindow)

    def settle(self) -> None:
        """Wait until no thread has work and the layouts stand."""
        for _ in range(3):
            arrived: list[None] = []
            for on in self._threads:
                on(self.frame, lambda: None, arrived.append, _raise)
            while len(arrived) < len(self._threads):
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            self.qtbot.wait(_MOMENT_MS)

    def go(self, name: str, kind: type[W]) -> W:
        """Go to a page of the window."""
        page = self.window.go(name)
        assert isinstance(page, kind)
        self.settle()
        return page

    def visit(self, file: Dossier = FILE, visit: Visit | None = None) -> VisitPage:
        """Put a visit on the table."""
        memory = self.memory = Memory(photos=self.memory.photos)
        memory.begun, memory.file = visit or visit_of(file), file
        self.bench._show_visit((memory.begun, file, memory.actions()))
        page = self.bench._on_table
        assert page is not None
        self.settle()
        return page

    def step(self, page: VisitPage, step: Step, kind: type[P]) -> P:
        """Go to a step of a visit."""
        page.go(step)
        self.settle()
        found = page.pages[step]
        assert isinstance(found, kind)
        return found

    def dialog(self, kind: type[W]) -> W:
        """Return the dialog that is open."""
        self.settle()
        (found,) = (
            top
            for top in QApplication.topLevelWidgets()
            if isinstance(top, kind) and top.isVisible()
        )
        return found

    def end(self) -> None:
        self.bench._again.stop()
        self.bench._put_away()

    def _put(self, name: str, build: Callable[[], QWidget]) -> None:
        self.window._specs[name] = replace(self.window._specs[name], build=build)

    def _papers(self) -> QWidget:
        page = PapersPage(self.tasks, self.cabinet.actions())
        self.bench._rounds.papers.follow(page)
        return page

    def _settings(self) -> QWidget:
        return SettingsPage(self.tasks, self.kept.actions())


def _raise(error: Exception) -> None:
    raise error
