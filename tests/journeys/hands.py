"""Two ways to use the desktop: keys alone, or a pointer alone. Both find things by their names.

A pointer writes as a screen keyboard does, by committing text into the field it clicked.
"""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from tests.journeys.sight import NOTCH, same_choice, scrolled_by, towards, turn, visible

_PATIENCE = 20.0
_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier
_MOST_TABS = 250
_KEYS = {"Enter": "Return", "←": "Left", "→": "Right"}
"""Keys as buttons tell of them → as Qt does."""


class Hand(ABC):
    """What a person does at the window, however they do it."""

    def __init__(self, frame: QWidget) -> None:
        self.frame = frame

    def press(self, name: str) -> None:
        """Press the button that is called so."""
        self._do(self.find(name))

    def focus(self, name: str) -> QWidget:
        """Go to the field or table that is called so, and return it."""
        widget = self.find(name)
        self._go(widget)
        return widget

    @abstractmethod
    def _do(self, widget: QWidget) -> None:
        """Press a button or a line."""

    @abstractmethod
    def _go(self, widget: QWidget) -> None:
        """Put the cursor into a widget."""

    @abstractmethod
    def _edit(self) -> None:
        """Begin to write in the cell one is in."""

    @abstractmethod
    def _leave(self) -> None:
        """Leave the cell with what was written."""

    @abstractmethod
    def _over(self, widget: QWidget) -> None:
        """Choose all that stands in a field."""

    @abstractmethod
    def cell(self, table: str, row: int, column: int) -> None:
        """Go to a cell of a table."""

    @abstractmethod
    def tick(self, word: str) -> None:
        """Set a line of the list that is open, and close it."""

    @abstractmethod
    def _open(self, box: QComboBox) -> None:
        """Let the list of a box drop down."""

    @abstractmethod
    def _take(self, lines: QAbstractItemView, row: int) -> None:
        """Take a line of the list that dropped down."""

    @abstractmethod
    def _line_above(self, days: QTableView) -> None:
        """Take the day a week before the one the calendar stands at."""

    def week_before(self, name: str) -> None:
        """Open the calendar of a field, and take the day a week before it stands at."""
        self.press(name)
        self.wait("calendar", lambda: self.top().findChild(QTableView))
        days = self.top().findChild(QTableView)
        assert isinstance(days, QTableView)
        self._line_above(days)
        self.wait("closed", lambda: not isValid(days) or not days.isVisible())

    def pick(self, name: str, word: str) -> None:
        """Take the line of a box that is called so."""
        box = self.find(name)
        assert isinstance(box, QComboBox)
        row = next(row for row in range(box.count()) if box.itemText(row) == word)
        self._open(box)
        self.wait("list", box.view().isVisible)
        self._take(box.view(), row)
        self.wait("taken", lambda: not isValid(box) or not box.view().isVisible())

    def write(self, name: str, text: str) -> None:
        """Write into a field, over what stands there."""
        self._over(self.focus(name))
        self.type(text)

    def over(self, text: str) -> None:
        """Write into the cell one is in, and leave it."""
        self._edit()
        self.type(text)
        self._leave()

    def type(self, text: str) -> None:
        """Write where the cursor is, as an input method does."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self._focused(), event)
        self.pause()

    def file(self, file: Path) -> None:
        """Name a file in the dialog that asks for one."""
        self.wait("dialog", lambda: isinstance(self.top(), QFileDialog))
        dialog = self.top()
        line, buttons = dialog.findChild(QLineEdit), dialog.findChild(QDialogButtonBox)
        assert isinstance(line, QLineEdit)
        assert isinstance(buttons, QDialogButtonBox)
        self._go(line)
        self._over(line)
        self.type(str(file))
        accept = next(b for b in buttons.buttons() if b.isEnabled())
        self._do(accept)
        self.pause(200)
        if isValid(dialog) and dialog.isVisible():  # names were proposed over it
            self._do(accept)
        self.wait("taken", lambda: not isValid(dialog) or not dialog.isVisible())

    def draw(self, pad: str) -> None:
        """Sign with the pen: nobody signs with keys."""
        widget = self.find(pad)
        self._bring_in_sight(widget)
        for left in (60, 130, 200):
            start, end = QPoint(left, 40), QPoint(left + 45, 100)
            QTest.mousePress(widget, _LEFT, _NONE, start)
            for part in range(1, 9):
                QTest.mouseMove(widget, start + (end - start) * part / 8)
            QTest.mouseRelease(widget, _LEFT, _NONE, end)
        self.pause()

    def top(self) -> QWidget:
        """Return the window one works in: a dialog hides what is behind it."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.frame

    def wait(self, what: str, until: Callable[[], object]) -> None:
        end = time.monotonic() + _PATIENCE
        while not until():
            if time.monotonic() > end:
                raise TimeoutError(f"{what}; in sight: {'、'.join(self.names())}")
            QTest.qWait(10)

    def pause(self, milliseconds: int = 60) -> None:
        """Wait, and bring back the window behind a closed dialog, as a window manager does."""
        QTest.qWait(milliseconds)
        if QApplication.activeWindow() is None:
            self.top().activateWindow()
            self.wait("active window", QApplication.activeWindow)

    def line(self, word: str) -> tuple[QListWidget, QListWidgetItem]:
        """Return the list that popped up, and the line of it that begins so."""
        self.wait("list", lambda: any(w.count() for w in self.top().findChildren(QListWidget)))
        lines = self.top().findChild(QListWidget)
        assert isinstance(lines, QListWidget)
        every = (lines.item(row) for row in range(lines.count()))
        return lines, next(item for item in every if item.text().startswith(word))

    def find(self, name: str) -> QWidget:
        """Return what is in sight under a name, once it is there and can be used."""
        self.wait(name, lambda: self._named(name))
        return self._named(name)[0]

    def table(self, name: str) -> QTableView:
        """Return the table in sight under a name; the card around it may be called alike."""
        self.wait(name, lambda: any(isinstance(w, QTableView) for w in self._named(name)))
        return next(w for w in self._named(name) if isinstance(w, QTableView))

    def says(self, words: str) -> bool:
        """Return whether words stand somewhere in sight."""
        return any(words in text for text in self.texts())

    def texts(self) -> Iterator[str]:
        for widget in self._seen():
            text = getattr(widget, "text", None)
            yield str(text()) if callable(text) else ""

    def names(self) -> list[str]:
        """Return the names of what can be used now."""
        return [w.accessibleName() for w in self._seen() if w.accessibleName() and w.isEnabled()]

    def _named(self, name: str) -> list[QWidget]:
        """Return what is called so or begins so; what can have the focus comes first."""
        usable = [w for w in self._seen() if w.isEnabled() and w.accessibleName()]
        usable.sort(key=lambda w: w.focusPolicy() is Qt.FocusPolicy.NoFocus)
        return [w for w in usable if w.accessibleName() == name] or [
            w for w in usable if w.accessibleName().startswith(name)
        ]

    def _seen(self) -> list[QWidget]:
        top = self.top()
        return [w for w in (top, *top.findChildren(QWidget)) if w.isVisible()]

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self.top()

    def _bring_in_sight(self, widget: QWidget) -> None:
        """Turn the wheel over whatever scrolls until the middle of the widget is in sight."""
        for area in scrolled_by(widget):
            for _ in range(200):
                view = area.viewport()
                middle = view.mapFromGlobal(widget.mapToGlobal(widget.rect().center())).y()
                if 0 <= middle < view.height():
                    break
                turn(view, -NOTCH if middle >= view.height() else NOTCH)


class Keyboard(Hand):
    """Nothing but keys."""

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
        QTest.keyClick(self._focused(), key, held)
        self.pause()

    def _do(self, widget: QWidget) -> None:
        """Use the key the button tells of, else go there and press Space or Enter."""
        told = widget.accessibleDescription().removeprefix("快捷键 ")
        for sign, key in _KEYS.items():
            told = told.replace(sign, key)
        if told:
            QTest.keySequence(self._focused(), QKeySequence(told))
            self.pause()
            return
        name, is_button = widget.accessibleName(), isinstance(widget, QAbstractButton)
        self._go(widget)
        if not isValid(widget):  # an arrow chose the neighbour, and the window was built anew
            self.pause(200)
            self.press(name)
            return
        self.key(Qt.Key.Key_Space if is_button else Qt.Key.Key_Return)

    def cell(self, table: str, row: int, column: int) -> None:
        view = self.table(table)
        self._go(view)
        self.key(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        for way, distance in ((Qt.Key.Key_Down, row), (Qt.Key.Key_Right, column)):
            for _ in range(distance):
                self.key(way)
        assert (view.currentIndex().row(), view.currentIndex().column()) == (row, column)

    def _edit(self) -> None:
        self.key(Qt.Key.Key_F2)
        self._over(self._focused())

    def _leave(self) -> None:
        self.key(Qt.Key.Key_Return)

    def _over(self, widget: QWidget) -> None:
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    def tick(self, word: str) -> None:
        lines, item = self.line(word)
        self._go(lines)
        while lines.currentItem() is not item:
            before = lines.currentRow()
            self.key(Qt.Key.Key_Down)
            assert lines.currentRow() != before, f"{word} is not reached"
        self.key(Qt.Key.Key_Space)
        self.key(Qt.Key.Key_Escape)

    def _open(self, box: QComboBox) -> None:
        self._go(box)
        self.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    def _take(self, lines: QAbstractItemView, row: int) -> None:
        while (here := lines.currentIndex().row()) != row:
            self.key(Qt.Key.Key_Down if here < row else Qt.Key.Key_Up)
            assert lines.currentIndex().row() != here, f"line {row} is not reached"
        self.key(Qt.Key.Key_Return)

    def _line_above(self, days: QTableView) -> None:
        self.key(Qt.Key.Key_Up)
        self.key(Qt.Key.Key_Return)

    def _go(self, widget: QWidget) -> None:
        """Go there by Tab, and by arrows within a group."""
        passed = []
        for _ in range(_MOST_TABS):
            focused = QApplication.focusWidget()
            if focused is widget or not isValid(widget):
                return
            if focused is not None and same_choice(focused, widget):
                QTest.keyClick(focused, towards(focused, widget))
            else:
                QTest.keyClick(self._focused(), Qt.Key.Key_Tab)
            passed.append(self._focused().accessibleName() or type(self._focused()).__name__)
            QApplication.processEvents()
        raise AssertionError(f"Tab never reaches {widget.accessibleName()}: {passed[:80]}")


class Pointer(Hand):
    """Nothing but clicks and the wheel."""

    def _do(self, widget: QWidget) -> None:
        self._click(widget)

    def _go(self, widget: QWidget) -> None:
        self._click(widget)

    def cell(self, table: str, row: int, column: int) -> None:
        view = self.table(table)
        self._bring_in_sight(view)
        at = view.visualRect(view.model().index(row, column)).center()
        self._click(view.viewport(), at)
        assert (view.currentIndex().row(), view.currentIndex().column()) == (row, column)

    def tick(self, word: str) -> None:
        lines, item = self.line(word)
        QTest.mouseClick(lines.viewport(), _LEFT, _NONE, lines.visualItemRect(item).center())
        self.pause()
        QTest.mouseClick(lines.window(), _LEFT, _NONE, QPoint(-5, -5))
        self.pause()

    def _open(self, box: QComboBox) -> None:
        self._click(box)

    def _take(self, lines: QAbstractItemView, row: int) -> None:
        view, index = lines.viewport(), lines.model().index(row, 0)
        for _ in range(lines.model().rowCount()):
            if view.rect().contains(lines.visualRect(index).center()):
                break
            turn(view, NOTCH if lines.visualRect(index).center().y() < 0 else -NOTCH)
        QTest.qWait(QApplication.doubleClickInterval())  # till then Qt takes it for the first click
        QTest.mouseClick(view, _LEFT, _NONE, lines.visualRect(index).center())
        self.pause()

    def _line_above(self, days: QTableView) -> None:
        now = days.currentIndex()
        before = now.siblingAtRow(now.row() - 1)
        QTest.mouseClick(days.viewport(), _LEFT, _NONE, days.visualRect(before).center())
        self.pause()

    def _edit(self) -> None:
        view = self._focused()
        assert isinstance(view, QTableView)
        at = view.visualRect(view.currentIndex()).center()
        QTest.mouseDClick(view.viewport(), _LEFT, _NONE, at)
        self.pause()
        self._over(self._focused())

    def _leave(self) -> None:
        above = self._focused().parentWidget()
        assert above is not None
        self._click(above, above.rect().bottomRight() - QPoint(3, 3))

    def _over(self, widget: QWidget) -> None:
        """Click three times."""
        middle = widget.rect().center()
        QTest.mouseDClick(widget, _LEFT, _NONE, middle)
        QTest.mouseClick(widget, _LEFT, _NONE, middle)

    def _click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click through the window, so that whatever covers the widget gets the click.

        An eye waits until what it aims at stands still.
        """
        before = None
        while before != (before := widget.mapToGlobal(widget.rect().bottomRight())):
            QTest.qWait(120)
        self._bring_in_sight(widget)
        window = widget.window()
        handle = window.windowHandle()
        assert handle is not None
        point = widget.mapTo(window, at or visible(widget).center())
        hit = window.childAt(point)
        assert hit is not None
        assert hit is widget or widget.isAncestorOf(hit), f"{hit} covers {widget.accessibleName()}"
        QTest.mousePress(handle, _LEFT, _NONE, point)
        QTest.qWait(15)
        QTest.mouseRelease(handle, _LEFT, _NONE, point)
        self.pause()
