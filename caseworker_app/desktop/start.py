"""From the closed store to the desk and back: the door, the workbench, the window around them."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from caseworker_app import __version__
from caseworker_app.desktop import suspend
from caseworker_app.desktop.app import Desktop, application
from caseworker_app.desktop.away import Away
from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.garbage import Garbage, settle
from caseworker_app.desktop.idle import Idle
from caseworker_app.desktop.place import Place
from caseworker_app.desktop.preferences import Preferences
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.unlock import binding
from caseworker_app.desktop.unlock.page import UnlockPage
from caseworker_app.desktop.unlock.presenter import UnlockActions
from caseworker_app.desktop.widgets.dialogs import Question, ask, tell
from caseworker_app.desktop.widgets.empty import EmptyState
from caseworker_app.desktop.window import PageSpec
from caseworker_app.paths import is_set_up
from caseworker_app.settings import Settings

SETTINGS = "settings"
_CUT_OFF = tr("锁定时还有文件没有读完或写完。已收下、已存好的都在，其余的请打开后再做一次。")
_CALM_MS = 700
"""What passes before the tour begins: the list is there then."""

if TYPE_CHECKING:  # the store below it takes longer to import than the door to paint
    from datetime import datetime

    from caseworker_app.desktop.help.page import HelpWindow
    from caseworker_app.desktop.tour.page import TourPage
    from caseworker_app.desktop.unlock.first_run import FirstRunPage
    from caseworker_app.desktop.workbench import Workbench
    from caseworker_app.workflow.workspace import Clock, Workspace


@dataclass(frozen=True, slots=True)
class Practice:
    """Where one practises: made on the database thread, by whoever can make it."""

    open: Callable[[], "Workspace"]
    reset: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Installation:
    """The folder of one person's data; a demonstration has its own clock and tells its word."""

    folder: Path
    clock: "Clock | None" = None
    told: str = ""
    """What stands on the door, such as the passphrase of a demonstration."""
    practice: Practice | None = None


class Session(QObject):
    """One run of the desktop."""

    def __init__(self, installation: Installation, arguments: Sequence[str]) -> None:
        self.app = application(arguments)
        super().__init__()
        self._installation = installation
        self._tasks = Tasks(self)
        self.preferences = Preferences(installation.folder, self._show_look)
        self.desktop = Desktop(self.app, self.preferences.now)
        self._idle: Idle | None = None
        self._garbage = Garbage(self, lambda: self._idle.rested() if self._idle else 0.0)
        self._away: Away | None = None
        self._place: Place | None = None
        self.workbench: Workbench | None = None
        self._help: HelpWindow | None = None
        self._tour: TourPage | None = None
        self.preferences.changed.connect(self._set_idle)
        self.app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.app.aboutToQuit.connect(self._end)

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
        """Show the door; where the person was is kept for the same person."""
        bench, self.workbench = self.workbench, None
        if bench is not None and not bench.practises:
            self._place = bench.place
        self._tour = None  # it lay over the desk
        self.desktop.show(self._door)
        self.preferences.take_back()  # what is built anew then is the door
        if self._away is not None:
            self._away.ready()
        if bench is not None and bench.cut_off:
            tell(self.desktop.frame, tr("有文件没有处理完"), _CUT_OFF)
        if bench is not None and bench.then is not None:
            bench.then()

    def show_desk(self, ws: "Workspace") -> None:
        """Show the workbench; whom nobody introduced yet is asked first, as on the first run."""
        if not ws.person.id:
            ws.database.close()
            self.desktop.show(self._first_run)
            return
        from caseworker_app.desktop.workbench import Workbench  # noqa: PLC0415  # loads while one types

        place, self._place = (None, self._place) if ws.practice else (self._place, None)
        self.workbench = bench = Workbench(ws, self._tasks, (self._settings_page(ws),))
        bench.locked.connect(self.show_door)
        bench.help_asked.connect(self.help)
        self.desktop.show(self._banded if ws.practice else bench.window)
        if place is not None:
            bench.resume(place)
        self._watch()
        if not self.preferences.now.toured:
            QTimer.singleShot(_CALM_MS, bench, self.tour)

    def help(self) -> None:
        """Open the help at what is in sight."""
        from caseworker_app.desktop.help.page import HelpWindow  # noqa: PLC0415  # seldom asked for

        if self._help is None:
            self._help = HelpWindow(self.desktop.frame)
        self._help.open(self._topic())

    def tour(self) -> None:
        """Show round; once is enough unless somebody asks again."""
        from caseworker_app.desktop.tour.page import TourPage  # noqa: PLC0415  # seldom asked for

        over = self.desktop.frame.centralWidget()
        if self.workbench is None or self._tour is not None or over is None:
            return
        self._tour = TourPage(over, self.workbench.part)
        self._tour.ended.connect(self._toured)

    def practise(self) -> None:
        """Go to the practice township; an open store is closed first."""
        if self.workbench is not None:
            self.workbench.lock(self.practise)
            return
        practice = self._installation.practice
        if practice is not None:
            self.desktop.show(_preparing)
            self._tasks.on_database(self, practice.open, self.show_desk, self._not_practised)

    def _begin_again(self) -> None:
        """Throw away what was practised and begin anew, if the person says so."""
        practice, bench = self._installation.practice, self.workbench
        if practice is None or bench is None:
            return

        def reset() -> None:
            self._tasks.on_database(
                self, practice.reset, lambda _none: self.practise(), self._not_practised
            )

        def confirmed(_reason: str) -> None:
            bench.lock(reset)

        question = Question(
            tr("练习重新开始？"), tr("练习里填过的内容会全部清掉，家庭恢复原样。"), tr("重新开始")
        )
        ask(self.desktop.frame, question, confirmed)

    def _not_practised(self, error: Exception) -> None:
        said = sentence(error)
        self.show_door()
        tell(self.desktop.frame, tr("练习没有打开"), said)

    def _banded(self) -> QWidget:
        from caseworker_app.desktop.practice.band import Band, under_band  # noqa: PLC0415  # ditto

        band = Band()
        band.reset_asked.connect(self._begin_again)
        band.left.connect(self._lock)
        return under_band(band, self.workbench.window() if self.workbench else QWidget())

    def _toured(self) -> None:
        self._tour = None
        if not self.preferences.now.toured:
            self.preferences.put(replace(self.preferences.now, toured=True))

    def _topic(self) -> str:
        if self.workbench is not None:
            return self.workbench.topic()
        return "door" if is_set_up(self._installation.folder) else "first_run"

    def _settings_page(self, ws: "Workspace") -> PageSpec:
        def build() -> QWidget:
            from caseworker_app.desktop.settings import binding  # noqa: PLC0415  # seldom asked for
            from caseworker_app.desktop.settings.page import SettingsPage  # noqa: PLC0415  # ditto

            can_practise = self._installation.practice is not None and not ws.practice
            practise = self.practise if can_practise else None
            actions = binding.actions(ws, self.preferences, self.tour, practise)
            page = SettingsPage(self._tasks, actions)
            page.closed.connect(self._back)
            self.preferences.ticked.connect(page.show_trial)
            return page

        return PageSpec(SETTINGS, tr("设置"), "settings", build, key="Ctrl+,")

    def _back(self) -> None:
        if self.workbench is not None:
            self.workbench.back()

    def _show_look(self, settings: Settings) -> None:
        """Show a look once everything typed is saved."""
        if self.workbench is None:
            self._rebuild(settings)
        else:
            self.workbench.rest(lambda: self._rebuild(settings))

    def _rebuild(self, settings: Settings) -> None:
        if self._help is not None:
            self._help.close()
            self._help.deleteLater()
        self._help = self._tour = None
        self.desktop.set_settings(settings)

    def _follow_system(self) -> None:
        if self.preferences.now.appearance == "system":
            self._show_look(self.preferences.now)

    def _watch(self) -> None:
        """Lock when nobody is there: after some minutes, on sleep, with the screen."""
        window = self.desktop.frame.windowHandle()
        if self._idle is None:
            self._idle = Idle(window, self.preferences.now.lock_minutes)
            self._idle.passed.connect(self._lock)
        if self._away is None:
            self._away = suspend.watch()
            self._away.setParent(self)
            self._away.leaving.connect(self._lock)

    def _set_idle(self) -> None:
        if self._idle is not None:
            self._idle.set_minutes(self.preferences.now.lock_minutes)

    def _lock(self) -> None:
        if self.workbench is not None:
            self.workbench.lock()
        elif self._away is not None:
            self._away.ready()

    def _end(self) -> None:
        self._garbage.end()
        if self.workbench is None:
            self._tasks.close()
        else:
            self.workbench.end()

    def _first_run(self) -> QWidget:
        from caseworker_app.desktop.unlock.first_run import (  # noqa: PLC0415  # shown only once
            FirstRunPage,
        )

        page = FirstRunPage(self._tasks, self._actions())
        return self._outside(page)

    def _outside(self, page: "UnlockPage | FirstRunPage") -> QWidget:
        """Give a page before the desk its ways in, and its help."""
        page.opened.connect(self.show_desk)
        page.practice_asked.connect(self.practise)
        page.practise.setVisible(self._installation.practice is not None)
        QShortcut(QKeySequence(Qt.Key.Key_F1), page, self.help)
        return page

    def _actions(self) -> UnlockActions:
        return binding.actions(self._installation.folder, self._installation.clock)

    def _door(self) -> QWidget:
        place = self._installation
        if not is_set_up(place.folder):
            return self._first_run()
        page = UnlockPage(self._tasks, self._actions(), place.told)
        self._outside(page)
        self._tasks.on_database(page, _load_desk, _loaded, _not_loaded)
        return page


def _preparing() -> QWidget:
    page = EmptyState()
    page.say("hat_graduation", tr("正在准备练习"), tr("正在造一个虚构的乡镇，几秒钟就好。"))
    return page


def _load_desk() -> None:
    """Load what the desk needs, store, rules and all, while a person types the passphrase."""
    if "caseworker_app.desktop.workbench" in sys.modules:
        return
    import_module("caseworker_app.desktop.workbench")
    from caseworker_app.workflow import session  # noqa: PLC0415  # a door needs no store

    session.prepare()
    settle()


def _loaded(_none: None) -> None:
    """Show nothing: the person is still typing."""


def _not_loaded(error: Exception) -> None:
    raise error
