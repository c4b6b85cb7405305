"""A chip that opens a list of marks to set: by what a long list is narrowed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from caseworker_app.desktop.theme import icons, look
from caseworker_app.desktop.theme.tokens import Gap, Size
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.search_box import SearchBox

_MANY = 12
"""More lines than this are found by typing."""
_SHOWN = 10
_LEAST = 200
_ARROW = 16
_APART = tr("　")
"""Between a word and its count."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its code, its word, how many it stands for."""

    code: str
    word: str
    count: int


class _Lines(QListWidget):
    """A click anywhere on a line sets or clears it, not only one on its box."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        before = item.checkState() if item else None
        super().mouseReleaseEvent(event)
        if item and item.checkState() is before:
            on = before is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)


class FilterPopup(QFrame):
    """Space or a click sets and clears a line; Enter or Esc closes."""

    changed = Signal(object)
    """Codes now set, in the order of the lines."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        px = look.current().px
        self.search = SearchBox(tr("输入名称查找"))
        self.search.textChanged.connect(self._find)
        self.lines = _Lines()
        self.search.left.connect(self.lines.setFocus)
        self.lines.setAccessibleName(name)
        self.lines.setFrameShape(QFrame.Shape.NoFrame)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.itemChanged.connect(lambda _item: self.changed.emit(self.codes()))
        self.waits = Label(tr("正在统计"))
        column = QVBoxLayout(self)
        edge = px(Gap.SMALL)
        column.setContentsMargins(edge, edge, edge, edge)
        for widget in (self.search, self.waits, self.lines):
            column.addWidget(widget)
        self.search.hide()
        self.lines.hide()

    def show_lines(self, lines: Sequence[Line], codes: frozenset[str]) -> None:
        """Show what may be set, what is set already marked."""
        px = look.current().px
        self.lines.blockSignals(True)
        self.lines.clear()
        for line in lines:
            item = QListWidgetItem(f"{line.word}{_APART}{line.count:,}")
            item.setData(Qt.ItemDataRole.UserRole, line.code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            marked = Qt.CheckState.Checked if line.code in codes else Qt.CheckState.Unchecked
            item.setCheckState(marked)
            item.setSizeHint(QSize(0, px(Size.CONTROL)))
            self.lines.addItem(item)
        self.lines.blockSignals(False)
        self.waits.setText(tr("没有可选的"))
        self.waits.setVisible(not lines)
        self.lines.setVisible(bool(lines))
        self.search.setVisible(len(lines) > _MANY)
        high = min(max(len(lines), 1), _SHOWN) * px(Size.CONTROL) + px(Gap.TINY)
        self.lines.setFixedHeight(high)
        widest = self.lines.sizeHintForColumn(0) + px(3 * Gap.WIDE)
        self.lines.setFixedWidth(max(widest, px(_LEAST)))
        self.adjustSize()
        self.lines.setCurrentRow(0)
        (self.search if len(lines) > _MANY else self.lines).setFocus()

    def codes(self) -> tuple[str, ...]:
        items = (self.lines.item(at) for at in range(self.lines.count()))
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = look.current().colours
        with QPainter(self) as painter:
            look.fill(painter, self.rect(), colours.surface)
            painter.setPen(look.paint(colours.edge))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _find(self, text: str) -> None:
        for at in range(self.lines.count()):
            item = self.lines.item(at)
            item.setHidden(text.strip() not in item.text().rpartition(_APART)[0])


class FilterChip(Button):
    """Shows what it is narrowed to; pressed, it asks for its lines and opens them."""

    picked = Signal(object)
    """Codes chosen."""

    def __init__(self, name: str, key: str, ask: Callable[[], None]) -> None:
        super().__init__(name, key=key)
        self.setProperty("filter", True)
        self.setAutoDefault(False)
        self._name, self._ask = name, ask
        self._popup: FilterPopup | None = None
        self.clicked.connect(self.open)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        mode = look.current().colours.text2
        self.setIcon(icons.pixmap("chevron_down", mode, _ARROW))
        self.setIconSize(icons.side(_ARROW))

    def open(self) -> None:
        """Open the list below the chip; its lines come with ``show_lines``."""
        popup = FilterPopup(self, self._name)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.changed.connect(self.picked)
        popup.destroyed.connect(self._closed)
        self._popup = popup
        popup.move(self.mapToGlobal(QPoint(0, self.rect().height() + look.current().px(Gap.TINY))))
        popup.show()
        self._ask()

    def show_lines(self, lines: Sequence[Line], codes: frozenset[str]) -> None:
        if self._popup is not None:
            self._popup.show_lines(lines, codes)

    def popup(self) -> FilterPopup | None:
        return self._popup

    def say(self, words: str, *, narrows: bool) -> None:
        """Show what the chip is narrowed to; one that narrows is filled."""
        self.setText(words)
        if self.property("narrows") != narrows:
            self.setProperty("narrows", narrows)
            self.style().unpolish(self)
            self.style().polish(self)
        self.updateGeometry()

    def _closed(self) -> None:
        self._popup = None
