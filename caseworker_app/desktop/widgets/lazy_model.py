"""The rows of a long list, by id: pages are asked for when they come into sight."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from caseworker_app.desktop.faces import Cell, Column
from caseworker_app.desktop.tongue import tr

PAGE = 64
KEPT = 128
_WAITING = Cell(tr("…"))
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)

R = TypeVar("R")


class LazyModel(QAbstractTableModel, Generic[R]):
    """``ids`` of all rows, and the rows of at most 128 pages of 64.

    ``fetch(ids, put)`` asks for rows; whoever answers calls ``put(rows)`` on the UI thread.
    Answers for a list that was replaced meanwhile are dropped.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        cells: Callable[[R], Sequence[Cell]],
        fetch: Callable[[Sequence[int], Callable[[Sequence[R]], None]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns, self._cells, self._fetch = columns, cells, fetch
        self._ids: Sequence[int] = ()
        self._total = 0
        self._pages: dict[int, Sequence[R]] = {}
        self._asked: set[int] = set()
        self._generation = 0
        self._last: tuple[R, Sequence[Cell]] | None = None
        """The row painted last: a view paints cell after cell of one row."""

    def set_rows(
        self, ids: Sequence[int], first: Sequence[R] = (), total: int | None = None
    ) -> None:
        """Replace the list; ``first`` are the rows of its first page, so that it shows at once."""
        self.beginResetModel()
        self._generation += 1
        self._last = None
        self._ids = ids
        self._total = len(ids) if total is None else total
        self._pages = {0: first} if first else {}
        self._asked = set()
        self.endResetModel()

    def complete(self, ids: Sequence[int]) -> None:
        """Give all ids of a list of which only the first were known."""
        if len(ids) != self._total:
            self.set_rows(ids, self._pages.get(0, ()))
            return
        self._ids = ids
        self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, len(self._columns) - 1))

    def ids(self) -> Sequence[int]:
        return self._ids

    def row(self, number: int) -> R | None:
        """Return a row, or None while its page is on the way; asks for the page."""
        at, place = divmod(number, PAGE)
        page = self._pages.get(at)
        if page is None:
            self._ask(at)
            return None
        return page[place] if place < len(page) else None

    def cell(self, number: int, column: int) -> Cell:
        row = self.row(number)
        if row is None:
            return _WAITING
        if self._last is None or self._last[0] is not row:
            self._last = (row, self._cells(row))
        return self._last[1][column]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.cell(index.row(), index.column()).tip
        return self.cell(index.row(), index.column()).name if role in _TEXT_ROLES else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight
                if self._columns[section].right
                else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _ask(self, at: int) -> None:
        if at in self._asked or at * PAGE >= len(self._ids):
            return
        self._asked.add(at)
        generation = self._generation

        def put(rows: Sequence[R]) -> None:
            if generation == self._generation:
                self._put(at, rows)

        self._fetch(self._ids[at * PAGE : (at + 1) * PAGE], put)

    def _put(self, at: int, rows: Sequence[R]) -> None:
        self._asked.discard(at)
        if len(self._pages) >= KEPT:
            self._pages.pop(next(iter(self._pages)))
        self._pages[at] = rows
        last = min((at + 1) * PAGE, len(self._ids)) - 1
        self.dataChanged.emit(self.index(at * PAGE, 0), self.index(last, len(self._columns) - 1))
