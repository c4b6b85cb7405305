"""A figure one can press: its count, its word, and the way to what it counts."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Size, Text, Tone
from caseworker_app.desktop.tongue import tr

_HIGH = 76


class FigureButton(QAbstractButton):
    """Enter, the space bar, its key or a click follow the figure."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._word, self._count, self._remark = "", "", ""
        self._tone: Tone | None = None
        self._key = key
        QShortcut(QKeySequence(key), self, self.click)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, word: str, count: int, tone: Tone | None = None, remark: str = "") -> None:
        self._word, self._count, self._remark, self._tone = word, f"{count:,}", remark, tone
        self.setAccessibleName(
            tr("{word} {count} 户 {remark}", word=word, count=count, remark=remark).strip()
        )
        self.setAccessibleDescription(tr("快捷键 {key}", key=self._key))
        self.setToolTip(f"{word} ({self._key})")
        self.updateGeometry()
        self.update()

    def count(self) -> str:
        return self._count

    def word(self) -> str:
        return self._word

    def sizeHint(self) -> QSize:
        now = look.current()
        words = max(
            QFontMetrics(now.font(Text.SMALL)).horizontalAdvance(self._word),
            QFontMetrics(now.font(Text.TITLE)).horizontalAdvance(self._count)
            + now.px(Gap.SMALL)
            + QFontMetrics(now.font(Text.SMALL)).horizontalAdvance(self._remark),
        )
        return QSize(words + now.px(2 * Gap.LARGE), now.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = look.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            inner = self.rect().adjusted(now.px(Gap.LARGE), now.px(10), 0, -now.px(10))
            painter.setFont(now.font(Text.SMALL))
            painter.setPen(now.shade(Shade.SECOND))
            painter.drawText(inner, Qt.AlignmentFlag.AlignTop, self._word)
            painter.setFont(now.font(Text.TITLE))
            painter.setPen(
                look.paint(now.tone(self._tone).text) if self._tone else now.shade(Shade.TEXT)
            )
            painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, self._count)
            wide = painter.fontMetrics().horizontalAdvance(self._count) + now.px(Gap.SMALL)
            painter.setFont(now.font(Text.SMALL))
            painter.setPen(now.shade(Shade.SECOND))
            low = inner.adjusted(wide, 0, 0, -now.px(4))
            painter.drawText(low, Qt.AlignmentFlag.AlignBottom, self._remark)

    def _paint_ground(self, painter: QPainter) -> None:
        now = look.current()
        colours, focused = now.colours, self.hasFocus()
        wide = now.px(Size.FOCUS) if focused else 1
        painter.setPen(QPen(look.paint(colours.focus if focused else colours.line), wide))
        painter.setBrush(look.paint(colours.hover if self.underMouse() else colours.surface))
        box = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(box, now.px(Size.CARD_RADIUS), now.px(Size.CARD_RADIUS))
