"""The head of a page: its title, one line below, actions at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.widgets.label import Label


class Header(QWidget):
    """Add buttons with ``add``; they stand at the right in the order added."""

    def __init__(self, title: str, line: str = "") -> None:
        super().__init__()
        px = look.current().px
        self.title = Label(title, Text.TITLE)
        self.line = Label(line, Text.SMALL, Shade.SECOND)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.title)
        words.addWidget(self.line)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(Gap.MEDIUM))
        self._row.addLayout(words)
        self._row.addStretch()

    def add(self, widget: QWidget) -> None:
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
