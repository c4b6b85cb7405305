"""An amount of money: typed in yuan, kept in fen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets import money_text
from caseworker_app.desktop.widgets.soon import soon
from caseworker_app.model.values import Fen


class MoneyEdit(QLineEdit):
    """Right-aligned, the unit painted inside.

    What is no amount is refused as a whole, at once, and the text before comes back. The check
    runs on finished text only, so an input method may compose in peace.
    """

    changed = Signal(object)
    """The amount (Fen or None) after each keystroke that changed it."""
    committed = Signal(object)
    """The amount when the field is left or Enter pressed, if it differs from the last commit."""
    refused = Signal(str)
    """A sentence saying why what was typed or pasted was not taken."""

    def __init__(self, unit: str = tr("元"), fen: Fen | None = None) -> None:
        super().__init__()
        self._unit = unit
        self._fen: Fen | None = None
        self._committed: Fen | None = None
        self._good = ""
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.setTextMargins(
            0, 0, QFontMetrics(self._unit_font()).horizontalAdvance(unit) + self._gap(), 0
        )
        self.setAccessibleDescription(tr("单位 {unit}", unit=unit))
        self.textEdited.connect(self._check)
        self.editingFinished.connect(self._commit)
        self.set_fen(fen)

    def fen(self) -> Fen | None:
        """Return the amount, None when empty."""
        return self._fen

    def set_fen(self, fen: Fen | None) -> None:
        """Show an amount without telling anybody."""
        self._fen = self._committed = fen
        self._show(money_text.typed(fen) if self.hasFocus() else money_text.shown(fen))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show(money_text.typed(self._fen))
        soon(self, self.selectAll)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show(money_text.shown(self._fen))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setFont(self._unit_font())
            painter.setPen(look.current().shade(Shade.THIRD))
            edge = self.rect().adjusted(0, 0, -self._gap(), 0)
            painter.drawText(
                edge, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._unit
            )

    def _check(self, text: str) -> None:
        try:
            fen = money_text.read(text)
        except ValueError:
            cursor = max(0, self.cursorPosition() - (len(text) - len(self._good)))
            self._show(self._good)
            self.setCursorPosition(cursor)
            self.refused.emit(tr("“{text}”不是金额，请只填数字，最多两位小数", text=text))
            return
        self._good = text
        if fen != self._fen:
            self._fen = fen
            self.changed.emit(fen)

    def _commit(self) -> None:
        if self._fen != self._committed:
            self._committed = self._fen
            self.committed.emit(self._fen)

    def _show(self, text: str) -> None:
        self._good = text
        self.setText(text)

    def _unit_font(self) -> QFont:
        return look.current().font(Text.SMALL)

    def _gap(self) -> int:
        return look.current().px(Gap.MEDIUM)
