"""The head of a page: its title, one line below, actions at the right."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.widgets.flow import Spread
from caseworker_app.desktop.widgets.label import Line


class Header(QWidget):
    """Add buttons with ``add``; they stand at the right, or below where there is no room."""

    def __init__(self, title: str, line: str = "") -> None:
        super().__init__()
        self.title = Line(title, Text.TITLE)
        self.line = Line(line, Text.SMALL, Shade.SECOND)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.current().px(2))
        column.addWidget(self.title)
        column.addWidget(self.line)
        self._row = Spread(self, Gap.MEDIUM)
        self._row.addWidget(words)

    def add(self, widget: QWidget) -> None:
        self._row.addWidget(widget)
