"""Nobody at the laptop: the store is locked after some minutes without a key or the mouse."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_EVERY_MS = 5_000
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class Idle(QObject):
    """Watches the windows one works in, the sheets and the help over the first one too.

    The events of a window are few, those of all widgets many.
    """

    passed = Signal()

    def __init__(self, window: QWindow, minutes: int) -> None:
        super().__init__(window)
        self._seconds = 0
        self._last = time.monotonic()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._look)
        window.installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._follow)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """Pass after other minutes than before; 0 never."""
        self._seconds = minutes * 60
        if minutes:
            self._timer.start()
        else:
            self._timer.stop()

    def rested(self) -> float:
        """Return the seconds since the last sign of a person."""
        return time.monotonic() - self._last

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self._last = time.monotonic()
        return False

    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _look(self) -> None:
        if self.rested() >= self._seconds:
            self._last = time.monotonic()
            self.passed.emit()
