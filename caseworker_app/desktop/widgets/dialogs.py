"""Questions that need an answer before anything goes on. They never block: the answer is a call."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.tab_order import move_on


@dataclass(frozen=True, slots=True)
class Question:
    title: str
    text: str
    confirm: str = tr("确定")
    cancel: str = tr("取消")
    danger: bool = False
    reason: str = ""
    """Name of the reason the person has to give; empty when none is asked."""
    shortest: int = 2
    """Characters a reason needs at least."""


class Dialog(QDialog):
    """Tab goes through it as one reads."""

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  # as Qt calls it
        return move_on(self, forward=next) or super().focusNextPrevChild(next)


class QuestionDialog(Dialog):
    """Enter confirms (Ctrl+Enter in the reason), Esc goes back."""

    def __init__(
        self, parent: QWidget, question: Question, confirmed: Callable[[str], None]
    ) -> None:
        super().__init__(parent)
        px = look.current().px
        self._question, self._confirmed = question, confirmed
        self.setWindowTitle(question.title)
        self.setMinimumWidth(px(420))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(Gap.WIDE), px(Gap.WIDE), px(Gap.WIDE), px(Gap.LARGE))
        column.setSpacing(px(Gap.MEDIUM))
        column.addWidget(Label(question.title, Text.HEADING, wrap=True))
        column.addWidget(Label(question.text, Text.BODY, Shade.SECOND, wrap=True))
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(px(88))
        self._field = Field(question.reason, self.reason, required=True)
        column.addWidget(self._field)
        self._field.setVisible(bool(question.reason))
        self.confirm = Button(
            question.confirm, Kind.DANGER if question.danger else Kind.PRIMARY, key="Ctrl+Return"
        )
        self.cancel = Button(question.cancel)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.confirm)
        column.addSpacing(px(Gap.SMALL))
        column.addLayout(buttons)
        self.cancel.clicked.connect(self.reject)
        self.confirm.clicked.connect(self._confirm)
        (self.reason if question.reason else self.confirm).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height the words need: Qt gives at most two thirds of the screen."""
        wide = self.rect().width()
        self.resize(wide, max(self.rect().height(), self.heightForWidth(wide)))
        super().showEvent(event)

    def _confirm(self) -> None:
        reason = self.reason.toPlainText().strip()
        if self._question.reason and len(reason) < self._question.shortest:
            self._field.set_error(
                tr(
                    "请写明{reason}，至少 {shortest} 个字",
                    reason=self._question.reason,
                    shortest=self._question.shortest,
                )
            )
            self.reason.setFocus()
            return
        self.accept()
        self._confirmed(reason)


def lay_over(sheet: QDialog, window: QWidget) -> None:
    """Give a sheet the room of a window, less an edge all round."""
    edge = look.current().px(Gap.LARGE)
    room = window.rect().adjusted(edge, edge, -edge, -edge)
    sheet.setGeometry(room.translated(window.mapToGlobal(QPoint(0, 0))))


def open_once(dialog: QDialog) -> None:
    """Open a dialog that goes when it closes, not only with the page it stands over."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def ask(parent: QWidget, question: Question, confirmed: Callable[[str], None]) -> QuestionDialog:
    """Ask; ``confirmed`` gets the reason (empty when none was asked) if the answer is yes."""
    dialog = QuestionDialog(parent, question, confirmed)
    open_once(dialog)
    return dialog


def tell(parent: QWidget, title: str, text: str) -> QuestionDialog:
    """Tell something that must not be overlooked."""
    dialog = QuestionDialog(
        parent, Question(title, text, confirm=tr("知道了")), lambda _reason: None
    )
    dialog.cancel.hide()
    open_once(dialog)
    return dialog
