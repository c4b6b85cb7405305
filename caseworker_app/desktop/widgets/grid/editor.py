"""The editor of one cell of a sheet, and the list of what may be meant."""

from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QWidget

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Size
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.grid.kinds import Kind

_SHOWN = 8
_LINE = 30


class Go(Enum):
    """Where the cursor goes when a cell is done: rows down, columns right."""

    STAY = (0, 0)
    DOWN = (1, 0)
    UP = (-1, 0)
    NEXT = (0, 1)
    BEFORE = (0, -1)
    RIGHT = (0, 2)
    LEFT = (0, -2)


_ENDS = {
    Qt.Key.Key_Tab: Go.NEXT,
    Qt.Key.Key_Backtab: Go.BEFORE,
}
_ARROWS = {
    Qt.Key.Key_Up: Go.UP,
    Qt.Key.Key_Down: Go.DOWN,
    Qt.Key.Key_Left: Go.LEFT,
    Qt.Key.Key_Right: Go.RIGHT,
}
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Offers(QListWidget):
    """What may be meant, below the cell; the focus stays in the editor."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("offers", True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(tr("可选项"))
        self.hide()

    def offer(self, words: list[str], below: QWidget) -> None:
        """Show a list under a widget, or above it where there is no room; nothing for no words."""
        self.clear()
        self.addItems(words)
        for at in range(len(words)):
            self.item(at).setSizeHint(QSize(0, look.current().px(_LINE)))
        if not words:
            self.hide()
            return
        px, room = look.current().px, self._around.rect()
        high = px(_LINE) * min(len(words), _SHOWN) + 2 * self.frameWidth() + px(2)
        wide = max(self._widest(words) + px(44), below.rect().width())
        top = below.mapTo(self._around, QPoint(0, below.rect().height()))
        if top.y() + high > room.height():
            top = below.mapTo(self._around, QPoint(0, -high))
        left = max(0, min(top.x(), room.width() - wide))
        self.setGeometry(left, max(0, top.y()), wide, high)
        self.raise_()
        self.show()

    def _widest(self, words: list[str]) -> int:
        return max(map(self.fontMetrics().horizontalAdvance, words))

    def step(self, distance: int) -> None:
        """Move the choice; past the end it starts again."""
        self.setCurrentRow((self.currentRow() + distance) % self.count())

    def chosen(self) -> str:
        """Return the words chosen in the list, or "" where nothing is."""
        chosen = self.isVisible() and self.currentRow() >= 0
        return self.currentItem().text() if chosen else ""


class CellEdit(QLineEdit):
    """Edits one cell. ``typing`` came here by a key on the cell: there the arrows leave it again.

    ``done`` says where the cursor goes; ``given_up`` that nothing is to change.
    """

    done = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget, kind: Kind, text: str, *, typing: bool) -> None:
        super().__init__(parent)
        self.kind, self._typing = kind, typing
        self.before = text
        self.setText("" if typing else text)
        if kind.right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight)
        if (kind.right or kind.closed) and not typing:
            self.selectAll()
        self.offers = Offers(self.window())
        self.offers.itemPressed.connect(lambda item: self._take(item.text()))
        self.textEdited.connect(self._offer)

    def open_offers(self) -> None:
        """Show everything that may be chosen."""
        self._show_offers("" if self.kind.closed else self.text())

    def put_away(self) -> None:
        """Hide and end, with the list."""
        self.offers.hide()
        self.offers.deleteLater()
        self.hide()
        self.deleteLater()

    def event(self, event: QEvent) -> bool:
        """Take the keys that go through a sheet before the window makes others of them."""
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress and event.key() in _ENDS:
                self._finish(_ENDS[Qt.Key(event.key())])
                return True
            if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape or (control and key == Qt.Key.Key_Z):
            self.given_up.emit()
        elif key in _RETURNS and not control:
            shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
            self._finish(Go.UP if shift else Go.DOWN)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._lists(held):
            self.offers.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in _ARROWS and self._typing and not _selects(held):
            self._finish(_ARROWS[key])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.done.emit(Go.STAY)

    def _lists(self, held: Qt.KeyboardModifier) -> bool:
        """Tell whether an arrow moves in the list, which Alt opens."""
        if held & Qt.KeyboardModifier.AltModifier:
            self.open_offers()
        return self.offers.isVisible()

    def _offer(self, text: str) -> None:
        self._show_offers(text)
        if self.kind.closed and text.strip() and self.offers.count():
            self.offers.setCurrentRow(0)

    def _show_offers(self, text: str) -> None:
        self.offers.offer([words for _, words in self.kind.offer(text)], self)

    def _take(self, words: str) -> None:
        self.setText(words)
        self.done.emit(Go.DOWN)

    def _finish(self, go: Go) -> None:
        chosen = self.offers.chosen()
        if chosen:
            self.setText(chosen)
        self.done.emit(go)


def _selects(held: Qt.KeyboardModifier) -> bool:
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    return bool(held & (shift | control))


def fit(edit: CellEdit, cell: tuple[int, int, int, int]) -> None:
    """Put an editor over a cell given by left, top, width and height."""
    left, top, wide, high = cell
    least = look.current().px(Size.CONTROL)
    edit.setGeometry(left, top + (high - max(high, least)) // 2, wide, max(high, least))
