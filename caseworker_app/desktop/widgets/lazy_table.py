"""A table of any length: first screen at once, keyboard all through, columns in proportion."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from caseworker_app.desktop.faces import Cell, Column
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Size, Text
from caseworker_app.desktop.widgets.cell_delegate import CellDelegate
from caseworker_app.desktop.widgets.lazy_model import LazyModel

R = TypeVar("R")
_Index = QModelIndex | QPersistentModelIndex
_LEAST_ROWS, _ROWS = 2, 4


class LazyTable(QTableView, Generic[R]):
    """Shows rows of type R through ``cells(row)``, one ``Cell`` a column."""

    moved = Signal(object)
    """The row now current, or None: also when its page has just arrived."""
    opened = Signal(object)
    """The row Enter was pressed or twice clicked on."""
    typed = Signal(str)
    """Letters typed while the table has the focus: where there is a search, they belong there."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        cells: Callable[[R], Sequence[Cell]],
        fetch: Callable[[Sequence[int], Callable[[Sequence[R]], None]], None],
    ) -> None:
        super().__init__()
        self._columns = columns
        self._rows: LazyModel[R] = LazyModel(columns, cells, fetch, self)
        self.setModel(self._rows)
        self.setItemDelegate(CellDelegate(self._rows, self))
        self.setAccessibleName(name)
        self._dress()
        self._rows.dataChanged.connect(self._tell)
        self.doubleClicked.connect(self.open_current)

    def set_rows(
        self, ids: Sequence[int], first: Sequence[R] = (), total: int | None = None
    ) -> None:
        """Replace the list. The current row stays current if it is still in, else the first is.

        With ``total`` the ids are only the first of so many; ``complete`` brings the others.
        """
        number = self.currentIndex().row()
        before = self._rows.ids()[number] if 0 <= number < len(self._rows.ids()) else None
        self._rows.set_rows(ids, first, total)
        kept = ids.index(before) if before is not None and before in ids else 0
        self.go_to(kept)

    def complete(self, ids: Sequence[int]) -> None:
        """Give the ids of all rows, after ``set_rows`` with the first ones."""
        self._rows.complete(ids)

    def go_to(self, number: int) -> None:
        """Make a row current and bring it into sight; tells ``moved``."""
        self.setCurrentIndex(self._rows.index(number, 0))
        self._tell()

    def current(self) -> R | None:
        number = self.currentIndex().row()
        return self._rows.row(number) if number >= 0 else None

    def open_current(self) -> None:
        """Tell ``opened`` of the current row."""
        row = self.current()
        if row is not None:
            self.opened.emit(row)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self._tell()

    def keyboardSearch(self, search: str) -> None:
        self.typed.emit(search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.open_current()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if event.key() == Qt.Key.Key_Home else self._rows.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width(event.size().width())

    def minimumSizeHint(self) -> QSize:
        """Return the heading and two rows: less would be no list."""
        return QSize(super().minimumSizeHint().width(), _high(_LEAST_ROWS))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), max(super().sizeHint().height(), _high(_ROWS)))

    def selectionCommand(
        self, index: _Index, event: object = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Return selecting the whole row, always: what is current is what is chosen."""
        del index, event
        flag = QItemSelectionModel.SelectionFlag
        return flag.ClearAndSelect | flag.Rows

    def _dress(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.current().px(Size.ROW))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heading = self.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setFixedHeight(look.current().px(Size.CONTROL))
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heading.setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTableView.Shape.NoFrame)

    def _share_width(self, room: int) -> None:
        now, shown = look.current(), set(range(len(self._columns)))
        letters = Text.BODY.pixels / Text.SMALL.pixels if now.large else 1
        least = [now.px(column.least * letters) for column in self._columns]
        while sum(least[at] for at in shown) > room:
            last = max(shown, key=lambda at: self._columns[at].gives_way)
            if not self._columns[last].gives_way:
                break
            shown.remove(last)
        needed = sum(least[at] for at in shown)
        spare = max(0, room - needed)
        shares = sum(self._columns[at].grows for at in shown)
        for at, column in enumerate(self._columns):
            self.setColumnHidden(at, at not in shown)
            if at in shown:
                given = least[at] * min(room, needed) // needed
                self.setColumnWidth(at, given + spare * column.grows // shares)

    def _tell(self) -> None:
        self.moved.emit(self.current())


def _high(rows: int) -> int:
    return look.current().px(Size.CONTROL + rows * Size.ROW)
