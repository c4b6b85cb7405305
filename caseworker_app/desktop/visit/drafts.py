"""Keeps the texts the sheets could not take, so that they are there after a restart too."""

from PySide6.QtCore import QObject, Signal

from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.step.actions import VisitActions
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.tasks import Tasks


class Drafts(QObject):
    failed = Signal(str)

    def __init__(self, case: Case, tasks: Tasks, actions: VisitActions, parent: QObject) -> None:
        super().__init__(parent)
        self._case, self._tasks, self._actions = case, tasks, actions
        self._kept = case.wrong.texts()
        case.watch(self._keep)

    def _keep(self) -> None:
        texts = self._case.wrong.texts()
        if texts == self._kept or not self._case.is_open:
            return
        self._kept = texts
        visit_id = self._case.visit.id
        self._tasks.on_database(
            self,
            lambda: self._actions.keep_drafts(visit_id, texts),
            lambda _none: None,
            self._not_kept,
        )

    def _not_kept(self, error: Exception) -> None:
        self.failed.emit(sentence(error))
