"""A card: a white sheet with a thin edge that holds one matter."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Size, Text
from caseworker_app.desktop.widgets.flow import Spread
from caseworker_app.desktop.widgets.label import Label, Line


class Card(QFrame):
    """Add content to ``body``; ``head`` holds the title and what stands right of it."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        px = look.current().px
        self.body = QVBoxLayout(self)
        edge = px(Gap.LARGE)
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(px(Gap.MEDIUM))
        self.head = Spread(gap=Gap.MEDIUM)
        self.title: Label = Line(title, Text.HEADING)
        if title:
            self.setAccessibleName(title)
            self.head.addWidget(self.title)
            self.body.addLayout(self.head)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        self.body.addWidget(widget, stretch)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = look.current()
        radius = now.px(Size.CARD_RADIUS)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(look.paint(now.colours.line))
            painter.setBrush(look.paint(now.colours.surface))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius
            )


class TableCard(Card):
    """A card a table fills from edge to edge."""

    def __init__(self, table: QWidget) -> None:
        super().__init__()
        high = look.current().px(6)
        self.body.setContentsMargins(1, high, 1, high)
        self.add(table, 1)
