"""The papers of the day and the empty forms, each with its tick."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from caseworker_app.desktop.printing.presenter import RowView
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Text

_LEAST = 124
"""Two households and a half: one sees that there is more."""
_KEY = Qt.ItemDataRole.UserRole


class PaperList(QListWidget):
    """Arrow keys move and show the paper, Space ticks it."""

    ticked = Signal(str, bool)
    looked_at = Signal(str)
    """The paper that is to be shown."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(look.current().font(Text.BODY))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setMinimumHeight(look.current().px(_LEAST))
        self.itemChanged.connect(self._ticked)
        self.currentItemChanged.connect(lambda now, _before: self._look(now))
        self.itemClicked.connect(self._look)

    def show_rows(self, rows: Sequence[RowView]) -> None:
        """Show the rows; where one stands stays."""
        self.blockSignals(True)
        here = self.current_key()
        if [row.key for row in rows] != [self._key(self.item(n)) for n in range(self.count())]:
            self.clear()
            for row in rows:
                self.addItem(_item(row.key))
        for number, row in enumerate(rows):
            item = self.item(number)
            item.setText(f"{row.text}\n{row.note}")
            state = Qt.CheckState.Checked if row.chosen else Qt.CheckState.Unchecked
            item.setCheckState(state)
            if row.key == here:
                self.setCurrentRow(number)
        self.blockSignals(False)

    def current_key(self) -> str:
        return self._key(self.currentItem()) if self.currentRow() >= 0 else ""

    def go_to(self, key: str) -> None:
        """Stand on a paper and show it."""
        for number in range(self.count()):
            if self._key(self.item(number)) == key:
                self.setCurrentRow(number)

    def _key(self, item: QListWidgetItem) -> str:
        return str(item.data(_KEY))

    def _ticked(self, item: QListWidgetItem) -> None:
        self.ticked.emit(self._key(item), item.checkState() is Qt.CheckState.Checked)

    def _look(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.looked_at.emit(self._key(item))


def _item(key: str) -> QListWidgetItem:
    item = QListWidgetItem()
    item.setData(_KEY, key)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    return item
