"""The pill a choice is made of, painted the same for one-of-many and several-of-many."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from caseworker_app.desktop.theme import icons, look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Size, Text

_TICK = 16


def _hint(button: QAbstractButton) -> QSize:
    now = look.current()
    letters = QFontMetrics(now.font(Text.STRONG)).horizontalAdvance(button.text())
    tick = 0 if _is_quiet(button) else _TICK + Gap.TINY
    return QSize(letters + now.px(2 * Gap.MEDIUM + tick), now.px(Size.CONTROL))


def _is_quiet(button: QAbstractButton) -> bool:
    return bool(button.property("quiet"))


def _paint(button: QAbstractButton) -> None:
    now, chosen = look.current(), button.isChecked()
    colours = now.colours
    with QPainter(button) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        quiet = _is_quiet(button)
        edge = colours.accent if chosen else colours.line if quiet else colours.edge
        focused = button.hasFocus()
        pen = QPen(
            look.paint(colours.focus if focused else edge), now.px(Size.FOCUS) if focused else 1
        )
        painter.setPen(pen)
        ground = colours.accent_soft if chosen else colours.surface
        if button.underMouse() and not chosen:
            ground = colours.hover
        painter.setBrush(look.paint(ground))
        inset = pen.widthF() / 2
        box = QRectF(button.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, now.px(Size.RADIUS), now.px(Size.RADIUS))
        painter.setFont(now.font(Text.STRONG if chosen else Text.BODY))
        painter.setPen(now.shade(Shade.ACCENT if chosen else Shade.TEXT))
        if not button.isEnabled():
            painter.setPen(now.shade(Shade.THIRD))
        words = box
        if chosen and not quiet:
            tick = icons.pixmap("checkmark", colours.accent, _TICK)
            top = round((button.rect().height() - tick.deviceIndependentSize().height()) / 2)
            painter.drawPixmap(QPoint(now.px(Gap.SMALL), top), tick)
            words = box.adjusted(now.px(Gap.SMALL + _TICK), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, button.text())


class OneSegment(QRadioButton):
    """One of many; the arrow keys move the choice."""

    def sizeHint(self) -> QSize:
        return _hint(self)

    def minimumSizeHint(self) -> QSize:
        return _hint(self)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint(self)


class ManySegment(QCheckBox):
    """Any of several; the space bar sets and clears."""

    def sizeHint(self) -> QSize:
        return _hint(self)

    def minimumSizeHint(self) -> QSize:
        return _hint(self)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint(self)
