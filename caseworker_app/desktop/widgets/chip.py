"""Chips: a short word on a coloured ground with a shape before it."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPixmapCache,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseworker_app.desktop.faces import ChipFace, Shape, tips
from caseworker_app.desktop.theme.look import Look, current, paint
from caseworker_app.desktop.theme.tokens import Gap, Size, Text
from caseworker_app.desktop.tongue import tr

_MARK = 9
_SIDE, _AFTER_MARK = 7, 5
_OUTLINE = 56
"""Opacity of 255: the chip keeps its form on a chosen row."""
_POINTS = {
    Shape.TRIANGLE: ((0, 1), (0.5, 0.05), (1, 1)),
    Shape.SQUARE: ((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94)),
    Shape.DIAMOND: ((0, 0.5), (0.5, 0), (1, 0.5), (0.5, 1)),
    Shape.TICK: ((0, 0.55), (0.38, 0.92), (1, 0.12)),
}


def chip_width(face: ChipFace, look: Look) -> int:
    """Return the width of a chip in pixels."""
    letters = QFontMetrics(look.font(Text.CHIP)).horizontalAdvance(face.text)
    return letters + look.px(2 * _SIDE + (_MARK + _AFTER_MARK if face.shape else 0))


def paint_chip(painter: QPainter, left: float, middle: float, face: ChipFace, look: Look) -> int:
    """Paint a chip beginning at ``left``, centred on ``middle``; return its width."""
    wide, high = chip_width(face, look), look.px(Size.CHIP)
    picture = _picture(face, look, painter.device().devicePixelRatio())
    painter.drawPixmap(QPoint(round(left), round(middle - high / 2)), picture)
    return wide


def _picture(face: ChipFace, look: Look, ratio: float) -> QPixmap:
    """Return a chip as a picture: a long list shows few different ones, again and again."""
    key = f"chip:{face.text}:{face.tone}:{face.shape}:{look.dark}:{look.scale}:{ratio}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        size = QSize(chip_width(face, look), look.px(Size.CHIP))
        found = QPixmap(size * ratio)
        found.setDevicePixelRatio(ratio)
        found.fill(Qt.GlobalColor.transparent)
        with QPainter(found) as painter:
            _paint_face(painter, QRectF(QPoint(0, 0), size), face, look)
        QPixmapCache.insert(key, found)
    return found


def _paint_face(painter: QPainter, box: QRectF, face: ChipFace, look: Look) -> None:
    pair = look.tone(face.tone)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QColor(pair.text)
    outline.setAlpha(_OUTLINE)
    painter.setPen(outline)
    painter.setBrush(paint(pair.fill))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), look.px(6), look.px(6))
    inner = box.adjusted(look.px(_SIDE), 0, 0, 0)
    if face.shape:
        side, middle = look.px(_MARK), box.center().y()
        _paint_mark(painter, QRectF(inner.left(), middle - side / 2, side, side), face, look)
        inner.adjust(look.px(_MARK + _AFTER_MARK), 0, 0, 0)
    painter.setPen(paint(pair.text))
    painter.setFont(look.font(Text.CHIP))
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, face.text)


def _paint_mark(painter: QPainter, box: QRectF, face: ChipFace, look: Look) -> None:
    colour = paint(look.tone(face.tone).text)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if face.shape in (Shape.RING, Shape.TICK):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(colour, look.scale * 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
    if face.shape in (Shape.RING, Shape.CIRCLE):
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        return
    points = [
        QPointF(box.left() + x * box.width(), box.top() + y * box.height())
        for x, y in _POINTS[face.shape]
    ]
    if face.shape is Shape.TICK:
        painter.drawPolyline(QPolygonF(points))
    else:
        painter.drawPolygon(QPolygonF(points))


class Chip(QWidget):
    """One chip as a widget."""

    def __init__(self, face: ChipFace) -> None:
        super().__init__()
        self._face = face
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_face(face)

    def face(self) -> ChipFace:
        return self._face

    def set_face(self, face: ChipFace) -> None:
        self._face = face
        self.setAccessibleName(face.name)
        self.setToolTip(face.tip)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = current()
        return QSize(chip_width(self._face, look), look.px(Size.CHIP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_chip(painter, 0, self.rect().height() / 2, self._face, current())


class ChipRow(QWidget):
    """Several chips side by side, painted as one widget."""

    def __init__(self, faces: tuple[ChipFace, ...] = ()) -> None:
        super().__init__()
        self._faces: tuple[ChipFace, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_faces(faces)

    def set_faces(self, faces: tuple[ChipFace, ...]) -> None:
        self._faces = faces
        self.setAccessibleName(tr("，").join(face.name for face in faces))
        self.setToolTip(tips(faces))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = current()
        gaps = look.px(Gap.TINY) * max(0, len(self._faces) - 1)
        wide = sum(chip_width(face, look) for face in self._faces) + gaps
        return QSize(wide, look.px(Size.CHIP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_chips(painter, 0, self.rect().height() / 2, self._faces, current())


def paint_chips(
    painter: QPainter, left: float, middle: float, faces: tuple[ChipFace, ...], look: Look
) -> None:
    """Paint chips side by side."""
    for face in faces:
        left += paint_chip(painter, left, middle, face, look) + look.px(Gap.TINY)
