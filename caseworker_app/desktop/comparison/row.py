"""One difference as a row: what it is | 申报 | 部门登记 | 现场核实 | state."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from caseworker_app.desktop.comparison.presenter import Row
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Size, Text, Tone
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.label import Label

STRETCH = (4, 4, 5, 4)
_KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RowWidget(QWidget):
    """Takes the focus as a whole; ↑↓ or J K move on, Enter or a click opens."""

    opened = Signal()
    stepped = Signal(int)
    focused = Signal()

    def __init__(self, row: Row) -> None:
        super().__init__()
        px, top = look.current().px, Qt.AlignmentFlag.AlignTop
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._level = Chip(row.level)
        self._name = Label("", Text.STRONG, wrap=True)
        self._subject = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._declared = Label("", wrap=True)
        self._registered = Label("", wrap=True)
        self._source = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._found = Label("", wrap=True)
        self._state = Chip(row.state)
        head = QHBoxLayout()
        head.setSpacing(px(Gap.SMALL))
        head.addWidget(self._level, 0, top)
        head.addWidget(self._name, 1, top)
        columns: tuple[tuple[QWidget | QHBoxLayout, ...], ...] = (
            (head, self._subject),
            (self._declared,),
            (self._registered, self._source),
            (self._found, self._state),
        )
        line = lay_out_line(self)
        for share, parts in zip(STRETCH, columns, strict=True):
            line.addWidget(Column(parts), share)
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        self._level.set_face(row.level)
        self._name.setText(row.name)
        self._subject.setText(row.subject)
        self._declared.setText(row.declared)
        self._registered.setText(row.registered)
        self._source.setText(f"{row.source} · 已过期，须再核" if row.stale else row.source)
        if row.stale:
            self._source.set_tone(Tone.ORANGE)
        self._found.setText(row.found or "按回车核实")
        self._found.set_shade(Shade.TEXT if row.found else Shade.THIRD)
        self._state.set_face(row.state)
        self.setAccessibleName(
            f"{row.level.name} {row.name} {row.subject}，申报 {row.declared}，"
            f"登记 {row.registered}，{row.source}，{row.state.name}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.stepped.emit(_KEYS[key])
        elif key in _OPENING and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()

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


class Column(QWidget):
    """A cell whose width follows from its share of the line alone, never from its words."""

    def __init__(self, parts: tuple[QWidget | QHBoxLayout, ...]) -> None:
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
