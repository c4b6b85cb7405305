"""Paints the cells of a table: text or chips, the chosen row, the focus."""

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from caseworker_app.desktop.faces import Cell
from caseworker_app.desktop.theme import fonts, look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.widgets.chip import paint_chips

_MARK = 3


class Cells(Protocol):
    """Where the cells come from."""

    def cell(self, number: int, column: int) -> Cell: ...


class CellDelegate(QStyledItemDelegate):
    """Reads cells straight from the model: no conversion for each role, no ``QStyle``."""

    def __init__(self, cells: Cells, table: QTableView) -> None:
        super().__init__(table)
        self._cells, self._table = cells, table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect: QRect = option.rect
        cell = self._cells.cell(index.row(), index.column())
        painter.save()
        self._paint_ground(painter, rect, index)
        side = look.current().px(Gap.MEDIUM)
        if cell.chips:
            painter.setClipRect(rect)
            middle = rect.top() + rect.height() / 2
            paint_chips(painter, rect.left() + side, middle, cell.chips, look.current())
        else:
            _paint_text(painter, rect.adjusted(side, 0, -side, 0), cell)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        now = look.current()
        colours = now.colours
        chosen = index.row() == self._table.currentIndex().row()
        if chosen:
            look.fill(painter, rect, colours.accent_soft)
        painter.setPen(look.paint(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if not chosen:
            return
        if index.column() == 0:
            mark = QRect(rect.left(), rect.top(), now.px(_MARK), rect.height())
            look.fill(painter, mark, colours.accent)
        if self._table.hasFocus():
            painter.setPen(QPen(look.paint(colours.focus), now.px(1)))
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _paint_text(painter: QPainter, rect: QRect, cell: Cell) -> None:
    now = look.current()
    fonts.cover((cell.text,))
    painter.setFont(now.font(Text.STRONG if cell.strong else Text.BODY))
    painter.setPen(now.shade(Shade.TEXT if cell.strong or cell.right else Shade.SECOND))
    side = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
    words = painter.fontMetrics().elidedText(cell.text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, words)
