"""How much of something is done."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.widgets.label import Label

_HEIGHT = 8


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look.current().px(80), look.current().px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = look.current().colours
        box = QRectF(self.rect())
        radius = box.height() / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.paint(colours.line))
            painter.drawRoundedRect(box, radius, radius)
            if self.share > 0:
                box.setWidth(max(box.height(), box.width() * self.share))
                painter.setBrush(look.paint(colours.accent))
                painter.drawRoundedRect(box, radius, radius)


class Progress(QWidget):
    """A bar with ``3 / 12`` beside it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._bar = _Bar()
        self._count = Label("", Text.SMALL, Shade.SECOND)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.current().px(Gap.SMALL))
        row.addWidget(self._bar, 1)
        row.addWidget(self._count)
        self.set_done(0, 0)

    def set_done(self, done: int, total: int) -> None:
        self._bar.share = done / total if total else 0.0
        self._bar.update()
        self._count.setText(f"{done} / {total}" if total else "")
        self._count.setMinimumWidth(self._count.sizeHint().width())
        self.setAccessibleName(f"{self._name} {done} / {total}")
