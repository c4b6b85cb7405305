"""What a person does at the window, finding things by their names."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
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

from tests.journeys.sight import (
    NOTCH,
    called,
    said,
    scrolled_by,
    turn,
)

_PATIENCE = 60.0
_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


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

    def pause(self, milliseconds: int = 40) -> None:
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

    def sees(self, name: str) -> bool:
        """Return whether something that begins so is in sight and can be used."""
        return bool(self._named(name))

    def says(self, words: str) -> bool:
        """Return whether words stand somewhere in sight."""
        return any(words in said(widget) for widget in self._seen())

    def names(self) -> list[str]:
        """Return the names of what can be used now."""
        return [called(w) for w in self._seen() if called(w) and w.isEnabled()]

    def _named(self, name: str) -> list[QWidget]:
        """Return what is called so or begins so; what can have the focus comes first."""
        usable = [w for w in self._seen() if w.isEnabled() and called(w).startswith(name)]
        usable.sort(key=lambda w: w.focusPolicy() is Qt.FocusPolicy.NoFocus)
        return [w for w in usable if called(w) == name] or usable

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
