"""The floor: a bare window with a table of the same rows. ``start rows.json``; ms to paint."""

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QTableView

_Index = QModelIndex | QPersistentModelIndex


class Rows(QAbstractTableModel):
    def __init__(self, rows: list[list[str]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, _parent: _Index | None = None) -> int:  # noqa: N802  # Qt's name
        return len(self._rows)

    def columnCount(self, _parent: _Index | None = None) -> int:  # noqa: N802  # Qt's name
        return len(self._rows[0])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self._rows[index.row()][index.column()] if role == 0 else None


class View(QTableView):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        super().paintEvent(event)
        QTimer.singleShot(0, _painted)


def _painted() -> None:
    sys.stdout.write(f"{(time.monotonic_ns() - int(sys.argv[1])) / 1e6}\n")
    sys.stdout.flush()
    os._exit(0)


app = QApplication([])
view = View()
view.setModel(Rows(json.loads(Path(sys.argv[2]).read_text("utf-8"))))
view.resize(1366, 768)
view.show()
app.exec()
