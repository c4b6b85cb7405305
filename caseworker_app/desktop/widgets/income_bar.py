"""月人均收入 against the line, as a picture."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.values import Fen, yuan

_HIGH, _BAR = 54, 12
_ROOM = (3, 2)
"""The bar reaches to one and a half times the larger of the lines and the income."""


class IncomeBar(QWidget):
    """A bar for the income, a mark for each line: green up to the first line, else amber."""

    def __init__(self) -> None:
        super().__init__()
        self._income: Fen = 0
        self._lines: tuple[tuple[str, Fen], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_figures(self, per_capita: Fen, *lines: tuple[str, Fen]) -> None:
        """Show the income of a month per counted member and the named lines, lowest first."""
        self._income, self._lines = per_capita, lines
        words = tr("，").join(
            tr("{name} {amount} 元", name=name, amount=yuan(fen)) for name, fen in lines
        )
        self.setAccessibleName(
            tr("月人均收入 {amount} 元，{words}", amount=yuan(per_capita), words=words)
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.current().px(240), look.current().px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = look.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            track = QRectF(0, now.px(4), self.rect().width(), now.px(_BAR))
            painter.setBrush(look.paint(now.colours.line))
            painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
            within = not self._lines or self._income <= self._lines[0][1]
            painter.setBrush(look.paint(now.colours.good if within else now.colours.over))
            if self._income > 0:
                filled = QRectF(track)
                filled.setWidth(max(track.height(), self._at(self._income)))
                painter.drawRoundedRect(filled, track.height() / 2, track.height() / 2)
            self._paint_lines(painter)

    def _paint_lines(self, painter: QPainter) -> None:
        now, free = look.current(), 0.0
        font = now.font(Text.SMALL)
        painter.setFont(font)
        for name, fen in self._lines:
            x, words = self._at(fen), f"{name} {yuan(fen)}"
            painter.setPen(QPen(now.shade(Shade.TEXT), now.px(2)))
            painter.drawLine(round(x), 0, round(x), now.px(_BAR + 8))
            wide = QFontMetrics(font).horizontalAdvance(words)
            left = min(max(free, x - wide / 2), self.rect().width() - wide)
            painter.setPen(now.shade(Shade.SECOND))
            box = QRectF(left, now.px(_BAR + 10), wide + 2, now.px(22))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
            free = left + wide + now.px(12)

    def _at(self, fen: Fen) -> float:
        largest = max([self._income, *(line for _, line in self._lines)], default=0)
        times, parts = _ROOM
        return self.rect().width() * fen * parts / (largest * times) if largest else 0.0
