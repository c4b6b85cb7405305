"""Editors that can be shown a value again while a person is typing in them, undisturbed."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QIntValidator,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.money_edit import MoneyEdit
from caseworker_app.model.values import Fen

_ARROW = 28


class Pick(QComboBox):
    """One of a closed list; the wheel only turns it while it has the focus."""

    picked = Signal(str)
    """Code the person chose; silent for ``set_code``."""

    def __init__(self, name: str, options: Iterable[tuple[str, str]], code: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for key, word in options:
            self.addItem(word, key)
        self.set_code(code)
        self.activated.connect(self._tell)

    def code(self) -> str:
        return str(self.currentData())

    def set_code(self, code: str) -> None:
        """Show a choice; one the list doesn't have is shown as 其他 and kept."""
        if code and self.findData(code) < 0:
            self.addItem(tr("其他"), code)
        self.setCurrentIndex(max(0, self.findData(code)))

    def sizeHint(self) -> QSize:
        letters = QFontMetrics(self.font())
        widths = [letters.horizontalAdvance(self.itemText(i)) for i in range(self.count())]
        wide = max(widths, default=0) + look.current().px(2 * Gap.MEDIUM + _ARROW)
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _tell(self) -> None:
        self.picked.emit(self.code())


class TextArea(QPlainTextEdit):
    """Several lines; Tab goes on to the next field."""

    typed = Signal(str)
    """What stands there after each stroke of the person; silent for ``fill``."""
    left = Signal()

    def __init__(self, name: str, lines: int = 3, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(hint)
        line = QFontMetrics(look.current().font(Text.BODY)).lineSpacing()
        self.setMinimumHeight(lines * line + look.current().px(2 * Gap.MEDIUM))
        self.setMaximumHeight((lines + 2) * line + look.current().px(2 * Gap.MEDIUM))
        self.textChanged.connect(self._tell)

    def fill(self, text: str) -> None:
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _tell(self) -> None:
        self.typed.emit(self.toPlainText())


class CountEdit(QLineEdit):
    """A small whole number, the unit painted inside; nothing is shown for 0."""

    counted = Signal(int)
    """The number after each keystroke; silent for ``set_count``."""

    def __init__(self, name: str, unit: str, most: int = 999) -> None:
        super().__init__()
        self._unit = unit
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("单位 {unit}", unit=unit))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setValidator(QIntValidator(0, most, self))
        room = QFontMetrics(self.font()).horizontalAdvance(unit) + look.current().px(Gap.MEDIUM)
        self.setTextMargins(0, 0, room, 0)
        self.textEdited.connect(self._tell)

    def count(self) -> int:
        return int(self.text() or 0)

    def set_count(self, count: int) -> None:
        if count != self.count():
            self.setText(str(count) if count else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        now = look.current()
        with QPainter(self) as painter:
            painter.setFont(now.font(Text.SMALL))
            painter.setPen(now.shade(Shade.THIRD))
            edge = self.rect().adjusted(0, 0, -now.px(Gap.MEDIUM), 0)
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(edge, Qt.AlignmentFlag.AlignRight | middle, self._unit)

    def _tell(self) -> None:
        self.counted.emit(self.count())


def fill(edit: QLineEdit, text: str) -> None:
    """Show a text; what is just being typed is left alone, for it says the same."""
    if edit.text() != text:
        edit.setText(text)


def fill_money(edit: MoneyEdit, fen: Fen, *, blank: bool = False) -> None:
    """Show an amount; ``blank`` leaves a field empty for 0. What is being typed is left alone."""
    shown = edit.fen()
    unsaid = shown is None and not fen
    if (shown or 0) != fen or (unsaid and not blank and not edit.hasFocus()):
        edit.set_fen(fen)
