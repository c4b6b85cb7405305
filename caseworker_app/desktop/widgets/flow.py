"""A layout that breaks into lines like text."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import delete

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap


class Flow(QLayout):
    """Widgets from left to right, in as many lines as the width needs."""

    def __init__(self, parent: QWidget | None = None, gap: int = Gap.SMALL) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.destroyed.connect(partial(_let_go, self._items))
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(look.current().px(gap))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        wide = sum(item.sizeHint().width() for item in self._shown())
        return QSize(
            wide + self.spacing() * max(0, len(self._shown()) - 1), self.minimumSize().height()
        )

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        left, top, tallest = rect.left(), rect.top(), 0
        for item in self._shown():
            size = _size(item, rect.width())
            if left > rect.left() and left + size.width() > rect.right() + 1:
                left, top, tallest = rect.left(), top + tallest + self.spacing(), 0
            if place:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self.spacing()
            tallest = max(tallest, size.height())
        return top + tallest - rect.top()


class Spread(Flow):
    """Where one line holds everything, what follows the first widget stands at the right end."""

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        sizes = [item.sizeHint() for item in self._shown()]
        spare = rect.width() - sum(size.width() + self.spacing() for size in sizes)
        if len(sizes) > 1 and spare + self.spacing() < 0:
            return super()._arrange(rect, place=place)
        high = max((size.height() for size in sizes), default=0)
        left = rect.left()
        for at, (item, size) in enumerate(zip(self._shown(), sizes, strict=True)):
            left += max(0, spare + self.spacing()) if at == 1 else 0
            top = rect.top() + (max(high, rect.height()) - size.height()) // 2
            if place:
                item.setGeometry(QRect(QPoint(left, top), _size(item, rect.width())))
            left += size.width() + self.spacing()
        return high


class Even(Flow):
    """All widgets of one width, in lines of as many each as the width allows."""

    def __init__(
        self, parent: QWidget | None = None, gap: int = Gap.SMALL, *, least: int = 0, most: int = 99
    ) -> None:
        """``least`` is the width at scale 1 a widget needs to be used, ``most`` ends a line."""
        super().__init__(parent, gap)
        self._least, self._most = look.current().px(least), most

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        shown = self._shown()
        widest = max((item.minimumSize().width() for item in shown), default=1)
        widest = max(widest, self._least) + self.spacing()
        columns = _columns(len(shown), (rect.width() + self.spacing()) // widest, self._most)
        width = (rect.width() + self.spacing()) // columns - self.spacing()
        top = rect.top() - self.spacing()
        for at in range(0, len(shown), columns):
            line = shown[at : at + columns]
            high = max(_high(item, width) for item in line)
            top += self.spacing()
            for number, item in enumerate(line if place else ()):
                left = rect.left() + number * (width + self.spacing())
                item.setGeometry(QRect(left, top, width, high))
            top += high
        return max(0, top - rect.top())


def _let_go(items: list[QLayoutItem]) -> None:
    """Delete what a layout held: Qt leaves that to whoever keeps the items."""
    for item in items:
        delete(item)


def _columns(count: int, fitting: int, most: int) -> int:
    """Return how many stand in a line, so that the lines are about equally long."""
    lines = -(-count // max(1, min(fitting, most)))
    return -(-count // lines) if lines else 1


def _high(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _size(item: QLayoutItem, width: int) -> QSize:
    """Return the size of an item that may not be wider than a line."""
    size = item.sizeHint()
    if size.width() <= width:
        return size
    return QSize(width, _high(item, width))
