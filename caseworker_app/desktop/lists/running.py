"""Long work with a list: its bar, its rows so far, and the way to stop it."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseworker_app.desktop.theme.tokens import Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.progress import Progress
from caseworker_app.workflow.register_trial import Reached


class Watcher(QObject):
    """Tells the screen from the worker's thread how far it is, and the worker when to stop."""

    reached = Signal(object)

    def __init__(self, parent: QObject, shown: Callable[[Reached], None]) -> None:
        super().__init__(parent)
        self._stopped = Event()
        self._shown = shown
        self.reached.connect(self._show)

    def stop(self) -> None:
        self._stopped.set()

    def watch(self, reached: Reached) -> bool:
        """Tell how far the work is; return whether it goes on. The worker calls it."""
        if self._stopped.is_set():
            return False
        self.reached.emit(reached)
        return True

    def _show(self, reached: Reached) -> None:
        if not self._stopped.is_set():
            self._shown(reached)


class RunningCard(Card):
    """In sight while rows are read."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._what = Label("", Text.HEADING)
        self.line = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self.bar = Progress(tr("行"))
        self.stop = Button(tr("停止"), icon="dismiss", key="Esc")
        head = QHBoxLayout()
        head.addWidget(self._what)
        head.addStretch()
        head.addWidget(self.stop)
        self.body.addLayout(head)
        parts: tuple[QWidget, ...] = (self.bar, self.line)
        for part in parts:
            self.add(part)
        self.stop.clicked.connect(self._stop)
        self.hide()

    def begin(self, what: str, total: int) -> None:
        self._what.setText(what)
        self.setAccessibleName(what)
        self.line.setText(tr("正在打开名单"))
        self.bar.set_done(0, total)
        self.stop.setEnabled(True)
        self.show()

    def show_reached(self, reached: Reached) -> None:
        of = tr("，约 {total:,} 行", total=reached.total) if reached.total else ""
        self.line.setText(tr("已读 {done:,} 行{of}", done=reached.done, of=of))
        self.bar.set_done(min(reached.done, reached.total), reached.total)

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.line.setText(tr("正在停止"))
        self.stopped.emit()
