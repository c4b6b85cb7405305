"""All that is chosen as one file: written down, bound, saved, each where it belongs."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caseworker_app.desktop.printing.presenter import PrintActions, PrintingPresenter
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.save_dialog import ask_where
from caseworker_app.errors import RefusedError
from caseworker_app.workflow import plain_file
from caseworker_app.workflow.printing import Printable


class Batch(QObject):
    """Tells how it goes; the page shows it."""

    began = Signal(str)
    ended = Signal(str)
    broke = Signal(object)
    """The exception that ended it."""

    def __init__(
        self, page: QWidget, tasks: Tasks, actions: PrintActions, presenter: PrintingPresenter
    ) -> None:
        super().__init__(page)
        self._page, self._tasks, self._actions = page, tasks, actions
        self._presenter = presenter

    def ask(self, reason: str) -> None:
        """Ask where to, then write what is chosen there."""
        where = self._presenter.range.village or tr("今天和近期")
        name = tr("{where}-成批打印.pdf", where=where)
        ask_where(self._page, tr("所选合成一个 PDF"), name, partial(self.write, reason=reason))

    def write(self, file: Path, reason: str = "") -> None:
        """Write every copy down, then all of them as one file, in the order of the round."""
        orders, actions = self._presenter.orders(), self._actions
        self.began.emit(tr("正在合成 {n} 件，请稍候", n=len(orders)))
        self._tasks.out_of_store(
            self,
            lambda: actions.batch(orders, reason),
            lambda sheaf: plain_file.write(file, actions.bind(sheaf)),
            lambda _none: self.ended.emit(tr("已存到 {file}，已记为打印。", file=file)),
            lambda error: self._failed(orders, error),
        )

    def _failed(self, orders: Sequence[tuple[Printable, int]], error: Exception) -> None:
        """Write down that nothing came of it, unless it was refused before anything was."""
        if isinstance(error, RefusedError):
            self.broke.emit(error)
            return

        def note() -> None:
            for paper, _ in orders:
                self._actions.failed(paper, str(error))

        self._tasks.on_database(self, note, lambda _none: self.broke.emit(error), self.broke.emit)
