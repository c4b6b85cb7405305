"""A sheet to sign on: pen, finger or mouse; kept as strokes, never as a picture."""

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QWidget

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Size, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.ink import HUNDREDTHS, PEN
from caseworker_app.desktop.widgets.ink_paint import paint_stroke
from caseworker_app.model.visit import Point, Stroke

_PALM_MS = 500
_LEAST_MOVE = 0.8
_FRAME_MS = 16
_ENOUGH = 8
_HALF_PRESSURE = 500
_LINE_AT = 0.78


class SignaturePad(QWidget):
    """Delete clears, Ctrl+Z takes back a stroke. A resize scales the ink, it never loses it."""

    changed = Signal()

    def __init__(self, who: str) -> None:
        super().__init__()
        self._who = who
        self._strokes: list[Stroke] = []
        self._points: list[Point] | None = None
        self._device = ""
        self._sheet = QSize()
        """Size of the pad when the first stroke was begun: the coordinates of all ink."""
        self._clock, self._pen_clock = QElapsedTimer(), QElapsedTimer()
        self._canvas: QPixmap | None = None
        self._shown_until: int | None = None
        self._replay = QTimer(self)
        self._replay.timeout.connect(self._replay_frame)
        self._replay_clock = QElapsedTimer()
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(look.current().px(280), look.current().px(120))
        self.setAccessibleName(tr("{who}签名区", who=who))
        self.setAccessibleDescription(tr("手写签名，Delete 清除，Ctrl+Z 撤销一笔"))

    def strokes(self) -> tuple[Stroke, ...]:
        """Return the ink in hundredths of a pixel of ``sheet``."""
        return tuple(self._strokes)

    def sheet(self) -> tuple[int, int]:
        """Return width and height the coordinates belong to."""
        size = self._sheet if self._strokes else self.rect().size()
        return size.width(), size.height()

    def has_ink(self) -> bool:
        """Return whether there is enough ink for a name; a slip of the pen is none."""
        return sum(len(stroke.points) for stroke in self._strokes) >= _ENOUGH

    def set_strokes(self, strokes: tuple[Stroke, ...], width: int, height: int) -> None:
        """Show ink that was kept."""
        self._strokes, self._sheet = list(strokes), QSize(width, height)
        self._redraw()

    def clear(self) -> None:
        self._strokes, self._points = [], None
        self._redraw()
        self.changed.emit()

    def undo(self) -> None:
        """Take back the last stroke."""
        if self._strokes:
            self._strokes.pop()
            self._redraw()
            self.changed.emit()

    def replay(self) -> None:
        """Show the signing again, in the pace it was written."""
        if self._strokes:
            self._replay_clock.start()
            self._shown_until = 0
            self._replay.start(_FRAME_MS)

    def sizeHint(self) -> QSize:
        return QSize(look.current().px(480), look.current().px(180))

    def tabletEvent(self, event: QTabletEvent) -> None:
        self._pen_clock.start()
        pressure = round(event.pressure() * 1000)
        match event.type():
            case QEvent.Type.TabletPress:
                self._begin(event.position(), pressure, PEN)
            case QEvent.Type.TabletMove:
                self._move(event.position(), pressure)
            case QEvent.Type.TabletRelease:
                self._end()
            case _:
                pass
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._touch(event)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._is_mouse(event):
            self._begin(event.position(), _HALF_PRESSURE, "mouse")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_mouse(event):
            self._move(event.position(), _HALF_PRESSURE)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_mouse(event):
            self._end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._canvas = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = look.current()
        colours = now.colours
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            wide = now.px(Size.FOCUS) if self.hasFocus() else 1
            painter.setPen(
                QPen(look.paint(colours.focus if self.hasFocus() else colours.edge), wide)
            )
            painter.setBrush(look.paint(colours.paper))
            box = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
            painter.drawRoundedRect(box, now.px(Size.RADIUS), now.px(Size.RADIUS))
            self._paint_line(painter)
            if self._shown_until is None:
                painter.drawPixmap(0, 0, self._ink())
            else:
                self._paint_strokes(painter, self._shown_until)

    def _paint_line(self, painter: QPainter) -> None:
        now = look.current()
        painter.setPen(QPen(look.paint("#9AA6B6"), 1, Qt.PenStyle.DashLine))
        y = round(self.rect().height() * _LINE_AT)
        painter.drawLine(now.px(24), y, self.rect().width() - now.px(24), y)
        if not self._strokes and self._points is None:
            painter.setPen(look.paint("#5F6B7D"))
            painter.setFont(now.font(Text.BODY))
            upper = self.rect().adjusted(0, 0, 0, -round(self.rect().height() * (1 - _LINE_AT)))
            painter.drawText(
                upper, Qt.AlignmentFlag.AlignCenter, tr("请{who}在此签名", who=self._who)
            )

    def _touch(self, event: QTouchEvent) -> None:
        event.accept()
        if self._pen_clock.isValid() and self._pen_clock.elapsed() < _PALM_MS:
            return
        finger = event.points()[0] if event.points() else None
        if event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel) or finger is None:
            self._end()
            return
        pressure = round(finger.pressure() * 1000) or _HALF_PRESSURE
        if event.type() is QEvent.Type.TouchBegin:
            self._begin(finger.position(), pressure, "touch")
        else:
            self._move(finger.position(), pressure)

    def _is_mouse(self, event: QMouseEvent) -> bool:
        return event.source() is Qt.MouseEventSource.MouseEventNotSynthesized

    def _begin(self, at: QPointF, pressure: int, device: str) -> None:
        self._replay.stop()
        self._shown_until = None
        if not self._strokes:
            self._sheet = self.rect().size()
            self._clock.start()
        self._device = device
        self._points = [self._point(at, pressure)]
        self.update()

    def _move(self, at: QPointF, pressure: int) -> None:
        if self._points is None:
            return
        point, last = self._point(at, pressure), self._points[-1]
        if abs(point.x - last.x) + abs(point.y - last.y) < _LEAST_MOVE * HUNDREDTHS:
            return
        self._points.append(point)
        with QPainter(self._ink()) as painter:
            self._scale(painter)
            paint_stroke(painter, Stroke(self._device, tuple(self._points[-4:])), newest=2)
        self.update()

    def _end(self) -> None:
        if self._points is None:
            return
        self._strokes.append(Stroke(self._device, tuple(self._points)))
        self._points = None
        self._redraw()
        self.changed.emit()

    def _point(self, at: QPointF, pressure: int) -> Point:
        scale = HUNDREDTHS / self._factor()
        ms = self._clock.elapsed() if self._clock.isValid() else 0
        return Point(round(at.x() * scale), round(at.y() * scale), pressure, ms)

    def _factor(self) -> float:
        if not self._sheet.isValid() or self._sheet.isEmpty():
            return 1.0
        size = self.rect().size()
        return min(size.width() / self._sheet.width(), size.height() / self._sheet.height())

    def _scale(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._factor(), self._factor())

    def _ink(self) -> QPixmap:
        if self._canvas is None:
            ratio = self.devicePixelRatioF()
            self._canvas = QPixmap(self.rect().size() * ratio)
            self._canvas.setDevicePixelRatio(ratio)
            self._canvas.fill(Qt.GlobalColor.transparent)
            with QPainter(self._canvas) as painter:
                self._paint_strokes(painter, None)
        return self._canvas

    def _paint_strokes(self, painter: QPainter, until: int | None) -> None:
        painter.save()
        self._scale(painter)
        for stroke in self._strokes:
            points = tuple(p for p in stroke.points if until is None or p.ms <= until)
            if points:
                paint_stroke(painter, Stroke(stroke.device, points))
        painter.restore()

    def _redraw(self) -> None:
        self._canvas = None
        self.update()

    def _replay_frame(self) -> None:
        self._shown_until = self._replay_clock.elapsed()
        if self._shown_until >= max(stroke.points[-1].ms for stroke in self._strokes):
            self._replay.stop()
            self._shown_until = None
        self.update()
