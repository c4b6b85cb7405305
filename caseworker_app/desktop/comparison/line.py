"""A line of the list that takes the focus as a whole, and the columns lines share."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Size, Text
from caseworker_app.desktop.widgets.label import Label

_KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)

Parts = tuple[QWidget | QHBoxLayout, ...]


class Line(QAbstractButton):
    """↑↓ or J K move on, Enter or a click opens."""

    opened = Signal()
    stepped = Signal(int)
    focused = Signal()

    def __init__(self, columns: tuple[Parts, ...], shares: tuple[int, ...]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.opened)
        line = lay_out_line(self)
        for share, parts in zip(shares, columns, strict=True):
            line.addWidget(Column(parts), share)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.stepped.emit(_KEYS[key])
        elif key in _OPENING and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        inside = self.layout()
        return inside.totalSizeHint() if inside else super().sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = look.current()
        if not (self.hasFocus() or self.underMouse()):
            return
        ground = now.colours.accent_soft if self.hasFocus() else now.colours.hover
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(look.paint(ground))
            edge = QPen(now.shade(Shade.ACCENT), now.px(Size.FOCUS))
            painter.setPen(edge if self.hasFocus() else Qt.PenStyle.NoPen)
            radius = now.px(Size.RADIUS)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


def go(lines: Iterable[Line], line: Line, distance: int) -> None:
    """Put the focus on the line so far from another, never past the first or the last."""
    every = list(lines)
    every[max(0, min(every.index(line) + distance, len(every) - 1))].setFocus()


class Column(QWidget):
    """A cell whose width follows from its share of the line alone, never from its words."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.current().px(2))
        for part in parts:
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        column.addStretch()


def lay_out_line(widget: QWidget) -> QHBoxLayout:
    """Give a widget the layout all lines of the list share, so that their columns agree."""
    px = look.current().px
    line = QHBoxLayout(widget)
    line.setContentsMargins(px(Gap.MEDIUM), px(Gap.SMALL), px(Gap.MEDIUM), px(Gap.SMALL))
    line.setSpacing(px(Gap.MEDIUM))
    return line


def titles(words: tuple[str, ...], shares: tuple[int, ...]) -> QWidget:
    """Return the headings of the columns."""
    head = QWidget()
    line = lay_out_line(head)
    for share, title in zip(shares, words, strict=True):
        line.addWidget(Column((Label(title, Text.SMALL, Shade.SECOND, wrap=True),)), share)
    return head
