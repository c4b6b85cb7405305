"""A grid of editors that behaves like a sheet: ↑↓ and Enter stay in the column."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

_DOWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class Sheet(QObject):
    """Watches editors by row and column; ``keys`` adds what a key does to the row it is in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cells: dict[QObject, tuple[str, str]] = {}
        self._columns: dict[str, list[QWidget]] = {}
        self._keys: dict[Qt.Key, Callable[[str], None]] = {}

    def clear(self) -> None:
        self._cells.clear()
        self._columns.clear()

    def on_key(self, key: Qt.Key, act: Callable[[str], None]) -> None:
        """Call ``act`` with the row's id when a key is pressed in the row."""
        self._keys[key] = act

    def add(self, row: str, column: str, editor: QWidget) -> None:
        self._cells[editor] = (row, column)
        self._columns.setdefault(column, []).append(editor)
        editor.installEventFilter(self)

    def focus(self, row: str, column: str) -> None:
        """Put the focus on a cell, if there is one."""
        found = (e for e, place in self._cells.items() if place == (row, column))
        editor = next(found, None)
        if isinstance(editor, QWidget):
            editor.setFocus()

    def first(self, column: str) -> QWidget | None:
        return next(iter(self._columns.get(column, ())), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if watched not in self._cells:
            return False
        return self._press(watched, event)

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers()
        row, column = self._cells[watched]
        if key in self._keys and held == _modifier(key):
            self._keys[key](row)
            return True
        plain = held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not plain or (
            isinstance(watched, QComboBox) and key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            return False
        if key in _DOWN or key == Qt.Key.Key_Up:
            self._move(watched, column, -1 if key == Qt.Key.Key_Up else 1)
            return key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return False

    def _move(self, watched: QObject, column: str, distance: int) -> None:
        editors = [e for e in self._columns[column] if e.isEnabled()]
        if isinstance(watched, QWidget) and watched in editors:
            place = editors.index(watched) + distance
            if 0 <= place < len(editors):
                editors[place].setFocus()


def _modifier(key: Qt.Key) -> Qt.KeyboardModifier:
    return (
        Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Delete
        else Qt.KeyboardModifier.NoModifier
    )
