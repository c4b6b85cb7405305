"""From the closed store to the desk and back: the door, the workbench, the window around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caseworker_app import __version__, settings
from caseworker_app.desktop.app import Desktop, application
from caseworker_app.desktop.idle import Idle
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.unlock import binding
from caseworker_app.desktop.unlock.page import UnlockPage
from caseworker_app.desktop.unlock.presenter import UnlockActions
from caseworker_app.paths import is_set_up

if TYPE_CHECKING:  # the store below it takes longer to import than the door to paint
    from datetime import datetime

    from caseworker_app.desktop.workbench import Workbench
    from caseworker_app.workflow.workspace import Clock, Workspace


@dataclass(frozen=True, slots=True)
class Installation:
    """The folder of one person's data; a demonstration has its own clock and tells its word."""

    folder: Path
    clock: "Clock | None" = None
    told: str = ""
    """What stands on the door, such as the passphrase of a demonstration."""


class Session(QObject):
    """One run of the desktop."""

    def __init__(self, installation: Installation, arguments: Sequence[str]) -> None:
        self.app = application(arguments)
        super().__init__()
        self._installation = installation
        self._tasks = Tasks(self)
        self._settings = settings.load(installation.folder)
        self.desktop = Desktop(self.app, self._settings)
        self._idle: Idle | None = None
        self.app.aboutToQuit.connect(self._end)
        self.workbench: Workbench | None = None

    def run(self) -> int:
        """Show the door and run until the window is closed; what nobody catches is reported."""
        reports = self._installation.folder / "reports"
        self.desktop.report_crashes(reports, self._now, __version__)
        self.show_door()
        return self.desktop.run()

    def _now(self) -> "datetime":
        from caseworker_app.workflow.workspace import SystemClock  # noqa: PLC0415  # only a crash asks

        return (self._installation.clock or SystemClock()).now()

    def show_door(self) -> None:
        self.workbench = None
        self.desktop.show(self._door)

    def show_desk(self, ws: "Workspace") -> None:
        """Show the workbench; whom nobody introduced yet is asked first, as on the first run."""
        if not ws.person.id:
            ws.database.close()
            self.desktop.show(self._first_run)
            return
        from caseworker_app.desktop.workbench import Workbench  # noqa: PLC0415  # loads while one types

        self.workbench = Workbench(ws, self._tasks)
        self.workbench.locked.connect(self.show_door)
        self.desktop.show(self.workbench.window)
        self._lock_when_idle()

    def _lock_when_idle(self) -> None:
        """Lock after the minutes the person chose; 0 never."""
        window = self.desktop.frame.windowHandle()
        if self._idle is None and self._settings.lock_minutes:
            self._idle = Idle(window, self._settings.lock_minutes)
            self._idle.passed.connect(self._lock)

    def _lock(self) -> None:
        if self.workbench is not None:
            self.workbench.lock()

    def _end(self) -> None:
        if self.workbench is None:
            self._tasks.close()
        else:
            self.workbench.end()

    def _first_run(self) -> QWidget:
        from caseworker_app.desktop.unlock.first_run import (  # noqa: PLC0415  # shown only once
            FirstRunPage,
        )

        page = FirstRunPage(self._tasks, self._actions())
        page.opened.connect(self.show_desk)
        return page

    def _actions(self) -> UnlockActions:
        return binding.actions(self._installation.folder, self._installation.clock)

    def _door(self) -> QWidget:
        place = self._installation
        if not is_set_up(place.folder):
            return self._first_run()
        page = UnlockPage(self._tasks, self._actions(), place.told)
        page.opened.connect(self.show_desk)
        self._tasks.on_database(page, _load_desk, _loaded, _not_loaded)
        return page


def _load_desk() -> None:
    """Load what the desk needs, store, rules and all, while a person types the passphrase."""
    import_module("caseworker_app.desktop.workbench")
    from caseworker_app.workflow import session  # noqa: PLC0415  # a door needs no store

    session.prepare()


def _loaded(_none: None) -> None:
    """Show nothing: the person is still typing."""


def _not_loaded(error: Exception) -> None:
    raise error
