"""Two ways to use the desktop: keys alone, or a pointer alone.

A pointer writes as a screen keyboard does, by committing text into the field it clicked.
"""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from tests.journeys.hand import Hand
from tests.journeys.sight import NOTCH, called, same_choice, towards, turn, visible

_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier
_MOST_TABS = 250
_KEYS = {"Enter": "Return", "←": "Left", "→": "Right"}
"""Keys as buttons tell of them → as Qt does."""


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
        name, is_button = called(widget), isinstance(widget, QAbstractButton)
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
        before = days.currentIndex().row()
        self.key(Qt.Key.Key_Up)
        assert days.currentIndex().row() == before - 1
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
        name = called(widget)
        self._still(widget)
        if isValid(widget):
            self._hit(widget)
        else:  # the window was built anew while one aimed
            self.press(name)

    def _go(self, widget: QWidget) -> None:
        self._click(widget)

    def _still(self, widget: QWidget) -> None:
        """Wait until what one aims at stands still."""
        before = None
        while isValid(widget) and before != (
            before := widget.mapToGlobal(widget.rect().bottomRight())
        ):
            QTest.qWait(60)

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
        self._still(widget)
        self._hit(widget, at)

    def _hit(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click through the window, so that whatever covers the widget gets the click."""
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
