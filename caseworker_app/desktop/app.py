"""The application around the screens: Qt's set-up, the look, the crash dialog."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from caseworker_app.desktop.crash import CrashHandler
from caseworker_app.desktop.theme import fonts, style
from caseworker_app.desktop.theme.look import Look
from caseworker_app.desktop.theme.tokens import LEAST_LARGE, SCALES
from caseworker_app.desktop.tongue import language, tr
from caseworker_app.desktop.widgets.dialogs import tell
from caseworker_app.desktop.widgets.soon import soon
from caseworker_app.desktop.widgets.tab_order import move_on
from caseworker_app.settings import Settings

_TITLE = tr("低保复核")
_WIDE, _HIGH = 1366, 768
_EDGE = 60
"""What a title bar and a task bar take."""


def input_module(environment: Mapping[str, str]) -> str | None:
    """Return what QT_IM_MODULE has to be, or None to leave it.

    The wheel has no fcitx plugin; fcitx serves the ibus protocol, and Chinese goes in by that.
    """
    asked = environment.get("QT_IM_MODULE", "")
    uses_fcitx = asked.startswith("fcitx") or "fcitx" in environment.get("XMODIFIERS", "")
    return "ibus" if uses_fcitx and (not asked or asked.startswith("fcitx")) else None


def look_of(settings: Settings, *, system_is_dark: bool) -> Look:
    """Return the look a person chose; large type is at least one and a half times the size."""
    dark = settings.appearance == "dark" or (settings.appearance == "system" and system_is_dark)
    large = settings.large_type
    least = LEAST_LARGE if large else SCALES[0]
    return Look(dark, min(max(settings.scale, least), SCALES[-1]) / 100, large=large)


def application(arguments: Sequence[str]) -> QApplication:
    """Return the one QApplication, with fonts and Qt's own words in the language in force."""
    module = input_module(os.environ)
    if module is not None:
        os.environ["QT_IM_MODULE"] = module
    QLocale.setDefault(QLocale(language()))
    app = QApplication([*arguments, "-style=fusion"])
    app.setApplicationDisplayName(_TITLE)
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(), "qtbase", "_", folder):
        app.installTranslator(translator)
    fonts.register()
    return app


class Frame(QMainWindow):
    """The frame around everything; Tab goes through it as one reads."""

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  # as Qt calls it
        return move_on(self, forward=next) or super().focusNextPrevChild(next)


class Desktop:
    """The one window of the application; what it holds is rebuilt when the look changes."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        self._app = app
        self._build: Callable[[], QWidget] | None = None
        self.frame = Frame()
        self.frame.resize(_WIDE, _HIGH)
        self.set_settings(settings)

    def show(self, build: Callable[[], QWidget]) -> None:
        """Show what ``build`` makes in place of what was shown."""
        self._build = build
        made = build()
        before = self.frame.takeCentralWidget()
        self.frame.setCentralWidget(made)
        if before is not None:
            before.hide()  # else Qt still shows what came a moment ago, as a window of its own
            # Its own button may have asked: not under its hands.
            soon(self._app, before.deleteLater)
        self._appear()
        shown = getattr(made, "shown", None)
        if callable(shown):
            shown()

    def set_settings(self, settings: Settings) -> None:
        """Apply appearance and scale, and rebuild what is shown."""
        style.apply(self._app, look_of(settings, system_is_dark=self.system_is_dark()))
        if self._build is not None:
            self.show(self._build)

    def system_is_dark(self) -> bool:
        return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark

    def report_crashes(self, folder: Path, now: Callable[[], datetime], version: str) -> None:
        """Catch what nobody caught: save a report to ``folder`` and say so."""
        sys.excepthook = CrashHandler(folder, now, version, self._tell)

    def run(self) -> int:
        """Run until the window is closed; return the exit status."""
        return self._app.exec()

    def _appear(self) -> None:
        """Show the window; a screen hardly larger than it is filled."""
        room = self._app.primaryScreen().availableGeometry()
        if room.width() < _WIDE + _EDGE or room.height() < _HIGH + _EDGE:
            self.frame.showMaximized()
        else:
            self.frame.show()

    def _tell(self, title: str, text: str) -> None:
        tell(self.frame, title, text)
