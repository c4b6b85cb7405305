"""One tile of the contact sheet: a picture with its words, or the place of one that is missing."""

from PySide6.QtCore import QMimeData, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QAbstractButton

from caseworker_app.desktop.evidence.presenter import Tile
from caseworker_app.desktop.evidence.taking import holds_pictures
from caseworker_app.desktop.theme import fonts, icons, look
from caseworker_app.desktop.theme.tokens import Gap, Size, Text
from caseworker_app.desktop.widgets.chip import paint_chip
from caseworker_app.rules.evidence import AUDIO, PHOTO

WIDE, _PICTURE = 148, 100
_ICON = 28
_FADED = 0.45
_KEEP = Qt.AspectRatioMode.KeepAspectRatio
_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class TileButton(QAbstractButton):
    """Arrows go to the neighbours, Enter opens; pictures may be dropped on it."""

    focused = Signal()
    opened = Signal()
    moved = Signal(int, int)
    dropped = Signal(QMimeData)

    def __init__(self, tile: Tile) -> None:
        super().__init__()
        self.tile = tile
        self._picture = QPixmap()
        self._over = False
        self._chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        self.show_tile(tile, chosen=False)

    def show_tile(self, tile: Tile, *, chosen: bool) -> None:
        self.tile, self._chosen = tile, chosen
        fonts.cover((tile.title, tile.line))
        self.setAccessibleName(tile.name)
        self.setToolTip("\n".join(filter(None, (tile.title, tile.line))))
        self.update()

    def set_picture(self, picture: QPixmap) -> None:
        self._picture = picture
        self.update()

    def has_picture(self) -> bool:
        return not self._picture.isNull()

    def sizeHint(self) -> QSize:
        px = look.current().px
        lines = _line(Text.STRONG) + _line(Text.SMALL)
        return QSize(px(WIDE), px(_PICTURE) + lines + px(2 * Gap.SMALL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.moved.emit(*_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_pictures(event.mimeData()):
            event.acceptProposedAction()
            self._hover(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._hover(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(over=False)
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = look.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._paint_frame(painter)
            box = QRect(0, 0, self.rect().width(), now.px(_PICTURE))
            if self.tile.out:
                painter.setOpacity(_FADED)
            self._paint_picture(painter, box)
            painter.setOpacity(1)
            self._paint_words(painter, box)
            left = float(now.px(6))
            for chip in self.tile.chips[:1]:
                paint_chip(painter, left, now.px(6) + now.px(Size.CHIP) / 2, chip, now)

    def _paint_frame(self, painter: QPainter) -> None:
        now, c = look.current(), look.current().colours
        strong = self.hasFocus() or self._over
        edge = c.focus if strong else c.accent if self._chosen else c.line
        pen = QPen(look.paint(edge), now.px(Size.FOCUS) if strong else 1)
        if self.tile.is_missing and not (strong or self._chosen):
            pen = QPen(look.paint(c.edge), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        ground = c.accent_soft if self._over or self._chosen else c.surface
        painter.setBrush(look.paint(ground))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, now.px(Size.RADIUS), now.px(Size.RADIUS))

    def _paint_picture(self, painter: QPainter, box: QRect) -> None:
        now = look.current()
        inner = box.adjusted(now.px(6), now.px(6), -now.px(6), -now.px(2))
        if self._picture.isNull():
            colour = now.colours.text3
            name = {PHOTO: "image_add", AUDIO: "play"}.get(self.tile.role, "image_add")
            icon = icons.pixmap(name, colour, _ICON)
            side = now.px(_ICON)
            middle = inner.center()
            painter.drawPixmap(middle.x() - side // 2, middle.y() - side // 2 + now.px(6), icon)
            return
        paint_turned(painter, self._picture, self.tile.turned, inner)

    def _paint_words(self, painter: QPainter, box: QRect) -> None:
        now = look.current()
        left, room = now.px(Gap.SMALL), box.width() - 2 * now.px(Gap.SMALL)
        top = box.bottom() + now.px(Gap.TINY)
        lines = (
            (self.tile.title, Text.STRONG, now.colours.text),
            (self.tile.line, Text.SMALL, now.colours.text2),
        )
        for text, size, colour in lines:
            painter.setFont(now.font(size))
            painter.setPen(look.paint(colour))
            short = QFontMetrics(now.font(size)).elidedText(
                text, Qt.TextElideMode.ElideMiddle, room
            )
            high = _line(size)
            painter.drawText(QRect(left, top, room, high), Qt.AlignmentFlag.AlignVCenter, short)
            top += high

    def _hover(self, *, over: bool) -> None:
        self._over = over
        self.update()


def paint_turned(painter: QPainter, picture: QPixmap, degrees: int, room: QRect) -> None:
    """Paint a picture turned clockwise, in the middle of the room, as large as there is."""
    shown = picture.transformed(QTransform().rotate(degrees)) if degrees else picture
    size = shown.size().scaled(room.size(), _KEEP)
    target = QRectF(0, 0, size.width(), size.height())
    target.moveCenter(QRectF(room).center())
    painter.drawPixmap(target, shown, QRectF(shown.rect()))


def _line(size: Text) -> int:
    return QFontMetrics(look.current().font(size)).lineSpacing()
