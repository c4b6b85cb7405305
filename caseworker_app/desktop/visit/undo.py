"""Undo and redo of a visit: two buttons, their keys, and whose ``Ctrl+Z`` it is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.step.actions import VisitActions
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.visit import told
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.grid.editor import CellEdit
from caseworker_app.workflow.undo import Reach, Undone

_UNDO, _REDO = "Ctrl+Z", "Ctrl+Shift+Z"


class UndoBar(QWidget):
    """Takes back what the visit holds; what is only being typed in a field is saved first.

    A field that writes nothing into the visit, such as a search, keeps its own undo.
    """

    turned = Signal(str, str)
    """Path of what was undone or done again, and the sentence that says so."""
    failed = Signal(str)

    def __init__(self, case: Case, tasks: Tasks, actions: VisitActions) -> None:
        super().__init__()
        self._case, self._tasks, self._actions = case, tasks, actions
        self._editor: QWidget | None = None
        self._wrote = False
        self.undo_button = Button(tr("撤销"), Kind.QUIET, icon="arrow_undo", key=_UNDO)
        self.redo_button = Button(tr("重做"), Kind.QUIET, icon="arrow_redo", key=_REDO)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.current().px(Gap.TINY))
        row.addWidget(self.undo_button)
        row.addWidget(self.redo_button)
        self.undo_button.clicked.connect(self.undo)
        self.redo_button.clicked.connect(self.redo)
        case.watch(self._changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch_editor)
        self.look()

    def set_brief(self, *, brief: bool) -> None:
        """Show only the arrows where large letters need the room."""
        undo, redo = (self.undo_button, tr("撤销"), _UNDO), (self.redo_button, tr("重做"), _REDO)
        for button, word, key in (undo, redo):
            button.setText("" if brief else word)
            button.setAccessibleName(word)
            button.setToolTip(f"{word} ({key})")

    def look(self) -> None:
        """Ask how far one can go back and forth."""
        visit_id = self._case.visit.id
        self._tasks.on_database(
            self, lambda: self._actions.reach(visit_id), self._show, self._not_turned
        )

    def undo(self) -> None:
        self._turn(self._actions.undo, tr("已撤销"))

    def redo(self) -> None:
        self._turn(self._actions.redo, tr("已重做"))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let ``Ctrl+Z`` in a field go to the visit where the field wrote into it."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.ShortcutOverride:
            return False
        keys = QKeySequence.StandardKey
        mine = event.matches(keys.Undo) or event.matches(keys.Redo)
        if mine and (self._wrote or not self._has_own_undo()):
            event.ignore()
            return True
        return False

    def _turn(self, act: Callable[[str], Undone | None], word: str) -> None:
        visit_id = self._case.visit.id
        self._case.commit()
        self._tasks.on_database(
            self, lambda: act(visit_id), lambda done: self._turned(done, word), self._not_turned
        )

    def _turned(self, done: Undone | None, word: str) -> None:
        if done is None:
            self.look()
            return
        # Read before and after, for either may lack what the other names.
        before = told.sentence(done, self._case.visit, word)
        self._case.turn(done.changes)
        after = told.sentence(done, self._case.visit, word)
        self._show(done.reach)
        self.turned.emit(told.place(done), max(before, after, key=len))

    def _not_turned(self, error: Exception) -> None:
        self.failed.emit(sentence(error))

    def _show(self, reach: Reach) -> None:
        open_now = self._case.is_open
        self.undo_button.setEnabled(open_now and (reach.undo > 0 or self._case.has_unsaved))
        self.redo_button.setEnabled(open_now and reach.redo > 0)

    def _changed(self) -> None:
        self._wrote = self._case.has_unsaved or self._wrote
        if self._case.has_unsaved:
            self.undo_button.setEnabled(True)
        if not self._case.is_open:
            self._show(Reach())

    def _watch_editor(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._editor is not None and isValid(self._editor):
            self._editor.removeEventFilter(self)
        texts = isinstance(now, QLineEdit | QPlainTextEdit) and not isinstance(now, CellEdit)
        mine = now is not None and texts and self.window().isAncestorOf(now)
        self._editor = now if mine else None
        self._wrote = False
        if self._editor is not None:
            self._editor.installEventFilter(self)

    def _has_own_undo(self) -> bool:
        editor = self._editor
        if isinstance(editor, QPlainTextEdit):
            return editor.document().isUndoAvailable()
        return isinstance(editor, QLineEdit) and editor.isUndoAvailable()
