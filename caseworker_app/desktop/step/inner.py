"""A page opened in place of a step's own: the way back in one line above what scrolls."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll


class InnerPage(QWidget):
    """Esc or ``back`` closes it."""

    closed = Signal()

    def __init__(self, back: str, tip: str) -> None:
        super().__init__()
        self.back = Button(back, Kind.QUIET, icon="arrow_left")
        self.back.setToolTip(tip)
        self.back.clicked.connect(self.closed)
        self._scroll = Scroll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _frame(self, keys: str, act: Button | None = None) -> None:
        """Lay out the line, with its keys and one more button, and what scrolls below."""
        px = look.current().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(Gap.SMALL))
        head = QHBoxLayout()
        head.setSpacing(px(Gap.SMALL))
        head.addWidget(self.back)
        head.addWidget(Label(keys, Text.SMALL, Shade.THIRD))
        head.addStretch()
        if act is not None:
            head.addWidget(act)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
