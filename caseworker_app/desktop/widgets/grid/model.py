"""The cells of a sheet as Qt asks for them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.grid.face import GridCell, GridColumn, GridRow, Wrong

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
Place = tuple[str, str]
"""Row id and column key."""


class GridModel(QAbstractTableModel):
    """Holds rows and the texts that were not taken."""

    def __init__(self, columns: Sequence[GridColumn], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[GridRow, ...] = ()
        self.wrong: dict[Place, Wrong] = {}

    def show_rows(self, rows: tuple[GridRow, ...]) -> bool:
        """Show rows; return whether rows came or went."""
        if [row.id for row in rows] != [row.id for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.wrong = {p: w for p, w in self.wrong.items() if p[0] in {r.id for r in rows}}
            self.endResetModel()
            return True
        if rows != self.rows:
            self.rows = rows
            self.look_again()
        return False

    def look_again(self) -> None:
        last = self.index(len(self.rows) - 1, len(self.columns) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def cell(self, row: int, column: int) -> GridCell:
        return self.rows[row].cells[column]

    def place(self, row: int, column: int) -> Place:
        return self.rows[row].id, self.columns[column].key

    def wrong_at(self, row: int, column: int) -> Wrong | None:
        return self.wrong.get(self.place(row, column))

    def number(self, row_id: str) -> int:
        """Return the place of a row, or -1."""
        return next((at for at, row in enumerate(self.rows) if row.id == row_id), -1)

    def column(self, key: str) -> int:
        return [column.key for column in self.columns].index(key)

    def text(self, row: int, column: int) -> str:
        """Return what a cell shows: what was typed, where that was not taken."""
        wrong = self.wrong_at(row, column)
        return wrong.text if wrong else self.cell(row, column).shown

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.cell(index.row(), index.column()).kind:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        at = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(*at)
        wrong = self.wrong_at(*at)
        if role == Qt.ItemDataRole.ToolTipRole:
            return wrong.why if wrong else self.cell(*at).spoken
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (
                tr("{text}，没有收下：{why}", text=wrong.text, why=wrong.why)
                if wrong
                else self.cell(*at).spoken
            )
            return tr("{named}：{told}", named=self.named(*at), told=told)
        return None

    def named(self, row: int, column: int) -> str:
        """Return whose a cell is and what it tells."""
        return f"{self.rows[row].name} {self.columns[column].title}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
            return (right if column.right else left) | Qt.AlignmentFlag.AlignVCenter
        return None
