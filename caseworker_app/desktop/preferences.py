"""The settings in force while the desktop runs: put, or tried, and then kept or taken back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from caseworker_app import settings
from caseworker_app.settings import Settings

TRIAL_SECONDS = 20
"""A size nobody can read takes itself back after so long."""


class Preferences(QObject):
    """``apply`` shows a look on the screen; it may take its time."""

    changed = Signal()
    """Something other than the look is another now."""
    ticked = Signal(int)
    """Seconds until a trial takes itself back; 0 once it is over."""

    def __init__(self, folder: Path, apply: Callable[[Settings], None]) -> None:
        super().__init__()
        self._folder, self._apply = folder, apply
        self.now = settings.load(folder)
        self._before: Settings | None = None
        self.seconds_left = 0
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)

    def put(self, wanted: Settings) -> None:
        """Keep new settings at once and show the look where it is another."""
        other = _look(wanted) != _look(self.now)
        self.now = wanted
        self._save(wanted if self._before is None else _with_look_of(self._before, wanted))
        if other:
            self._apply(wanted)
        self.changed.emit()

    def try_look(self, wanted: Settings) -> None:
        """Show a look that is not kept before ``keep``."""
        if _look(wanted) == _look(self.now):
            return
        if self._before is None:
            self._before = self.now
        if _look(wanted) == _look(self._before):
            self.take_back()
            return
        self.now = wanted
        self.seconds_left = TRIAL_SECONDS
        self._second.start()
        self._apply(wanted)

    def keep(self) -> None:
        """Keep the look that is tried."""
        if self._end_trial() is not None:
            self._save(self.now)

    def take_back(self) -> None:
        """Show again the look from before the trial."""
        before = self._end_trial()
        if before is not None:
            self.now = _with_look_of(before, self.now)
            self._apply(self.now)

    def _save(self, wanted: Settings) -> None:
        """Save what is chosen here; what enrolment and evidence wrote since stays."""
        there = settings.load(self._folder)
        kept = replace(wanted, server=there.server, photo_folder=there.photo_folder)
        settings.save(self._folder, kept)

    def _end_trial(self) -> Settings | None:
        self._second.stop()
        self.seconds_left = 0
        before, self._before = self._before, None
        if before is not None:
            self.ticked.emit(0)
        return before

    def _tick(self) -> None:
        self.seconds_left -= 1
        self.ticked.emit(self.seconds_left)
        if self.seconds_left <= 0:
            self.take_back()


def _look(of: Settings) -> tuple[str, int, bool]:
    return of.appearance, of.scale, of.large_type


def _with_look_of(look: Settings, rest: Settings) -> Settings:
    return replace(rest, appearance=look.appearance, scale=look.scale, large_type=look.large_type)
