"""Paints the cells of a sheet: what may be typed in, what is only read, what was not taken."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPolygon
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from caseworker_app.desktop.theme import fonts, look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Size, Text, Tone
from caseworker_app.desktop.widgets.chip import paint_chips
from caseworker_app.desktop.widgets.grid.face import GridCell
from caseworker_app.desktop.widgets.grid.model import GridModel

SIDE = 10
"""Room at both sides of a cell, as in an editor."""
_CORNER = 7


class GridDelegate(QStyledItemDelegate):
    def __init__(self, cells: GridModel, table: QTableView) -> None:
        super().__init__(table)
        self._cells, self._table = cells, table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect: QRect = option.rect
        at = index.row(), index.column()
        cell = self._cells.cell(*at)
        painter.save()
        painter.setClipRect(rect)
        self._paint_ground(painter, rect, index, cell)
        side = look.current().px(SIDE)
        inside = rect.adjusted(side, 0, -side, 0)
        if cell.chip:
            middle = rect.top() + rect.height() / 2
            paint_chips(painter, inside.left(), middle, (cell.chip,), look.current())
        else:
            wrong = self._cells.wrong_at(*at) is not None
            right = self._cells.columns[index.column()].right
            _paint_text(painter, inside, cell, (self._cells.text(*at), right), wrong=wrong)
            if wrong:
                _paint_mark(painter, rect)
        self._paint_frame(painter, rect, index)
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        cell: GridCell,
    ) -> None:
        colours = look.current().colours
        if self._table.hasFocus() and self._table.selectionModel().isSelected(index):
            look.fill(painter, rect, colours.accent_soft)
        elif cell.kind is None:
            look.fill(painter, rect, colours.hover)
        painter.setPen(look.paint(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())

    def _paint_frame(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if not self._table.hasFocus() or index != self._table.currentIndex():
            return
        thick = look.current().px(Size.FOCUS)
        painter.setPen(QPen(look.paint(look.current().colours.focus), thick))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = thick // 2
        painter.drawRect(rect.adjusted(half, half, -half - 1, -half - 1))


def _paint_text(
    painter: QPainter, rect: QRect, cell: GridCell, told: tuple[str, bool], *, wrong: bool
) -> None:
    """Paint a text, at the right side or the left, and its unit after it."""
    now = look.current()
    text, right = told
    fonts.cover((text,))
    middle = Qt.AlignmentFlag.AlignVCenter
    unit = cell.kind.unit if cell.kind and text and not wrong else ""
    if unit:
        painter.setFont(now.font(Text.SMALL))
        painter.setPen(now.shade(Shade.THIRD))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | middle, unit)
        wide = painter.fontMetrics().horizontalAdvance(unit) + now.px(Gap.TINY)
        rect = rect.adjusted(0, 0, -wide, 0)
    painter.setFont(now.font(Text.STRONG if cell.strong else Text.BODY))
    if wrong:
        painter.setPen(look.paint(now.tone(Tone.RED).text))
    else:
        painter.setPen(now.shade(_shade(cell)))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, side | middle, words)


def _shade(cell: GridCell) -> Shade:
    if cell.faint:
        return Shade.THIRD
    return Shade.TEXT if cell.kind or cell.strong else Shade.SECOND


def _paint_mark(painter: QPainter, rect: QRect) -> None:
    """Mark the corner of a cell whose text was not taken, beside the colour of the text."""
    side = look.current().px(_CORNER)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.paint(look.current().tone(Tone.RED).text))
    edge = rect.topRight()
    painter.drawPolygon(QPolygon([edge, edge - QPoint(side, 0), edge + QPoint(0, side)]))
