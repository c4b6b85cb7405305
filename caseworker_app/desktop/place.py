"""Where somebody is: page, step, field, cursor, scroll. Names widgets by their kind, nobody's data.

Widgets are found again by the way down to them: at each level the kind and the number among
those of its kind. A page built anew from the same data has the same ways.
"""

from dataclasses import dataclass, field
from typing import TypeAlias, cast

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

Way: TypeAlias = tuple[tuple[str, int], ...]

_EVERY_MS = 40
_TRIES = 75
"""Three seconds: a list is read, a visit opened."""
_SETTLED = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """Where on a page the person was."""

    focus: Way = ()
    cursor: tuple[int, int] = (0, 0)
    """Where the selection began and where the cursor stands."""
    scrolls: tuple[tuple[Way, int, int], ...] = ()
    rows: tuple[tuple[Way, int], ...] = ()
    """Number of the current row of each table."""


@dataclass(frozen=True, slots=True)
class VisitPlace:
    """Where in a visit."""

    id: str
    step: int
    where: str
    """Which part of the step is in sight."""
    spot: Spot = field(default_factory=Spot)


@dataclass(frozen=True, slots=True)
class Place:
    """Where on the desk, and whose desk it is."""

    person: str
    page: str
    where: str
    spot: Spot
    visit: VisitPlace | None = None
    """The visit on the table, in sight or not."""


def spot(root: QWidget) -> Spot:
    """Return where the person is on a page."""
    focused = QApplication.focusWidget()
    inside = focused is not None and root.isAncestorOf(focused)
    scrolls, rows = [], []
    for area in root.findChildren(QAbstractScrollArea):
        if not area.isVisible():
            continue
        at = area.horizontalScrollBar().value(), area.verticalScrollBar().value()
        if any(at):
            scrolls.append((way(root, area), *at))
        if isinstance(area, QTableView) and area.currentIndex().row() > 0:
            rows.append((way(root, area), area.currentIndex().row()))
    return Spot(
        way(root, focused) if focused is not None and inside else (),
        _cursor(focused) if inside else (0, 0),
        tuple(scrolls),
        tuple(rows),
    )


def way(root: QWidget, widget: QWidget) -> Way:
    """Return the way from a page down to a widget on it."""
    steps: list[tuple[str, int]] = []
    while widget is not root and (parent := widget.parentWidget()) is not None:
        alike = [one for one in _children(parent) if type(one) is type(widget)]
        steps.append((type(widget).__name__, alike.index(widget)))
        widget = parent
    return tuple(reversed(steps))


def find(root: QWidget, path: Way) -> QWidget | None:
    """Return the widget at the end of a way, or None where there is none now."""
    for kind, number in path:
        alike = [one for one in _children(root) if type(one).__name__ == kind]
        if number >= len(alike):
            return None
        root = alike[number]
    return root


def _children(parent: QWidget) -> list[QWidget]:
    return [child for child in parent.children() if isinstance(child, QWidget)]


def _cursor(editor: QWidget | None) -> tuple[int, int]:
    if isinstance(editor, QLineEdit):
        start = editor.selectionStart()
        here = editor.cursorPosition()
        if start < 0:
            return here, here
        end = start + len(editor.selectedText())
        return (end, here) if here == start else (start, here)
    if isinstance(editor, QPlainTextEdit):
        cursor = editor.textCursor()
        return cursor.anchor(), cursor.position()
    return 0, 0


def _set_cursor(editor: QWidget, cursor: tuple[int, int]) -> None:
    anchor, here = cursor
    if isinstance(editor, QLineEdit):
        editor.setCursorPosition(anchor)
        if here != anchor:
            editor.setSelection(anchor, here - anchor)
    elif isinstance(editor, QPlainTextEdit):
        moved = editor.textCursor()
        last = len(editor.toPlainText())
        moved.setPosition(min(anchor, last))
        moved.setPosition(min(here, last), moved.MoveMode.KeepAnchor)
        editor.setTextCursor(moved)


class Return(QObject):
    """Brings a page back to a spot as it fills; a key or a click of the person ends it."""

    def __init__(self, root: QWidget, wanted: Spot) -> None:
        super().__init__(root)
        self._wanted = wanted
        self._tries = self._settled = self._placed = 0
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._try)
        self._timer.start()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    @property
    def _root(self) -> QWidget:
        """The page; held as its child only, for a page put away meanwhile is to be let go."""
        return cast("QWidget", self.parent())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (
            QEvent.Type.KeyPress,
            QEvent.Type.MouseButtonPress,
            QEvent.Type.InputMethod,
        ):
            self._end()
        return False

    def _try(self) -> None:
        self._tries += 1
        self._settled = self._settled + 1 if self._is_back() else 0
        if self._settled >= _SETTLED or self._tries >= _TRIES:
            self._end()

    def _is_back(self) -> bool:
        """Do what is missing; return whether nothing was."""
        rows = [self._choose(path, row) for path, row in self._wanted.rows]
        focus = self._focus() if all(rows) else False
        scrolls = [self._scroll(*wanted) for wanted in self._wanted.scrolls] if focus else [False]
        return all(rows) and focus and all(scrolls)

    def _focus(self) -> bool:
        if not self._wanted.focus:
            return True
        widget = find(self._root, self._wanted.focus)
        if widget is None or not widget.isVisible():
            return False
        if QApplication.focusWidget() is not widget:
            widget.setFocus()
            return False
        if _cursor(widget) != self._wanted.cursor and self._placed < _SETTLED:
            self._placed += 1  # a field that marks all of itself does so a moment later
            _set_cursor(widget, self._wanted.cursor)
            return False
        return True

    def _scroll(self, path: Way, across: int, down: int) -> bool:
        area = find(self._root, path)
        if not isinstance(area, QAbstractScrollArea):
            return False
        bars = (area.horizontalScrollBar(), across), (area.verticalScrollBar(), down)
        there = all(bar.value() == min(value, bar.maximum()) for bar, value in bars)
        enough = all(value <= bar.maximum() for bar, value in bars)
        for bar, value in bars:
            bar.setValue(value)
        return there and enough

    def _choose(self, path: Way, row: int) -> bool:
        table = find(self._root, path)
        if not isinstance(table, QTableView):
            return False
        if table.currentIndex().row() == row:
            return True
        if row < table.model().rowCount():
            table.setCurrentIndex(table.model().index(row, 0))
        return False

    def _end(self) -> None:
        self._timer.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.deleteLater()
