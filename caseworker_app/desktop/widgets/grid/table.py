"""The sheet itself: where the cursor goes, what opens an editor, what the clipboard does."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Size
from caseworker_app.desktop.widgets.grid import block
from caseworker_app.desktop.widgets.grid.delegate import GridDelegate
from caseworker_app.desktop.widgets.grid.editor import CellEdit, Go, fit
from caseworker_app.desktop.widgets.grid.face import Entry, GridColumn, Wrong
from caseworker_app.desktop.widgets.grid.kinds import Value, WrongTextError
from caseworker_app.desktop.widgets.grid.model import GridModel, Place

_Index = QModelIndex | QPersistentModelIndex

ROW = 40
_TIGHTEST = 0.8
"""Share of their least width columns may give away before the sheet scrolls sideways."""
_MOST_ROWS = 12
"""A longer sheet scrolls within itself."""

_MOVES = {
    Qt.Key.Key_Return: Go.DOWN,
    Qt.Key.Key_Enter: Go.DOWN,
    Qt.Key.Key_Tab: Go.NEXT,
    Qt.Key.Key_Backtab: Go.BEFORE,
}
_OPENS = (
    (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
)
_OWN = (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CLIPBOARD = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)


class GridTable(QTableView):
    """Emits what a person enters; shows only what it is given."""

    entered = Signal(object)
    """Tuple of ``Entry``: one cell done, or a block cleared."""
    typing = Signal(object)
    """``Entry`` of a value still being typed."""
    pasted = Signal(str, int, int)
    """Text of the clipboard and the cell it begins at."""
    moved = Signal()
    """Another cell is current, or what was not taken changed."""

    def __init__(self, name: str, columns: Sequence[GridColumn]) -> None:
        super().__init__()
        self.cells = GridModel(columns, self)
        self._edit: CellEdit | None = None
        self._at: Place = ("", "")
        self._was: Value = None
        self.setModel(self.cells)
        self.setItemDelegate(GridDelegate(self.cells, self))
        self.setAccessibleName(name)
        self._dress()
        self.verticalScrollBar().valueChanged.connect(self._place_editor)
        self.horizontalScrollBar().valueChanged.connect(self._place_editor)

    def editor(self) -> CellEdit | None:
        return self._edit

    def at(self) -> tuple[int, int]:
        """Return the current cell, (-1, -1) where there is none."""
        index = self.currentIndex()
        return index.row(), index.column()

    def row_id(self) -> str:
        row = self.at()[0]
        return self.cells.rows[row].id if 0 <= row < len(self.cells.rows) else ""

    def go_to(self, row: int, column: int) -> None:
        self.setCurrentIndex(self.cells.index(row, column))

    def go_to_first(self) -> None:
        """Make the first cell current in which something may be typed."""
        place = next(self._editable(0, 0), None)
        if place:
            self.go_to(*place)

    def begin(self, *, typing: bool = False) -> CellEdit | None:
        """Open the editor of the current cell and return it; None where nothing may be typed."""
        row, column = self.at()
        if row < 0 or (kind := self.cells.cell(row, column).kind) is None:
            return None
        self.finish()
        self.scrollTo(self.currentIndex())
        wrong = self.cells.wrong_at(row, column)
        text = wrong.text if wrong else self.cells.cell(row, column).typed
        self._at, self._was = self.cells.place(row, column), self.cells.cell(row, column).value
        edit = self._edit = CellEdit(self.viewport(), kind, text, typing=typing)
        edit.setAccessibleName(self.cells.named(row, column))
        edit.textEdited.connect(self._typed)
        edit.done.connect(self._done)
        edit.given_up.connect(self.give_up)
        self._place_editor()
        edit.show()
        edit.setFocus()
        if not typing and kind.offer(""):
            edit.open_offers()
        return edit

    def finish(self) -> None:
        """Take what stands in the open editor, if there is one."""
        self._done(Go.STAY)

    def give_up(self) -> None:
        """Leave the open editor with what stood there before."""
        edit, self._edit = self._edit, None
        if edit is None:
            return
        if edit.kind.live and edit.isModified():
            self._enter(self._was)
        edit.put_away()
        self.setFocus()

    def clear_block(self) -> None:
        """Empty every chosen cell in which something may be typed."""
        entries = []
        for index in self.selectionModel().selectedIndexes():
            kind = self.cells.cell(index.row(), index.column()).kind
            place = self.cells.place(index.row(), index.column())
            if kind is None:
                continue
            self.cells.wrong.pop(place, None)
            try:
                entries.append(Entry(*place, kind.read("")))
            except WrongTextError:
                continue  # A choice without an empty answer stays as it is.
        self.cells.look_again()
        self.entered.emit(tuple(entries))
        self.moved.emit()

    def copied(self) -> str:
        """Return the chosen block as a spreadsheet takes it."""
        chosen = self.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        return block.write(
            [self._plain(row, column) for column in columns] for row in rows if columns
        )

    def event(self, event: QEvent) -> bool:
        """Keep the keys of a sheet from the shortcuts of the page."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            own = event.key() in _OWN and not event.modifiers()
            if own or any(event.matches(keys) for keys in _CLIPBOARD):
                event.accept()
                return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                return self._tab(_MOVES[key])
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _MOVES and not held & Qt.KeyboardModifier.ControlModifier:
            shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
            self._go(Go.UP if shift else _MOVES[key])
        elif (key, held) in _OPENS:
            self.begin()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not held:
            self.clear_block()
        elif not self._clipboard(event) and not self._begun(event, held):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin to type as an input method composes."""
        composes = event.commitString() or event.preeditString()
        edit = self.begin(typing=True) if composes else None
        if edit:
            QApplication.sendEvent(edit, event)
        else:
            super().inputMethodEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row, column = self.at()
        kind = self.cells.cell(row, column).kind if row >= 0 else None
        if kind and kind.closed and len(self.selectionModel().selectedIndexes()) == 1:
            self.begin()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.begin()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.at()[0] < 0:
            self.go_to_first()  # Qt would take the first cell, which is mostly only read.
        super().focusInEvent(event)
        self.moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=current.isValid())
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width(event.size().width())
        self._place_editor()

    def fit_height(self) -> None:
        """Be as high as the rows, up to a dozen."""
        px = look.current().px
        wide = sum(self.columnWidth(at) for at in range(len(self.cells.columns)))
        bar = px(12) if wide > self.viewport().rect().width() else 0
        rows = min(max(1, len(self.cells.rows)), _MOST_ROWS)
        self.setFixedHeight(px(Size.CONTROL) + rows * px(ROW) + bar + 2)

    def _tab(self, go: Go) -> bool:
        """Go to the next cell to type in; at the end the focus leaves the sheet."""
        if not self._go(go):
            self.focusNextPrevChild(go is Go.NEXT)
        return True

    def _go(self, go: Go) -> bool:
        row, column = self.at()
        down, right = go.value
        if go in (Go.NEXT, Go.BEFORE):
            step = 1 if go is Go.NEXT else -1
            target = next(self._editable(row, column + step, step), None)
        else:
            wanted = row + down, column + right // 2
            inside = 0 <= wanted[0] < len(self.cells.rows)
            target = wanted if inside and 0 <= wanted[1] < len(self.cells.columns) else None
        if target is None:
            return False
        self.go_to(*target)
        return True

    def _editable(self, row: int, column: int, step: int = 1) -> Iterator[tuple[int, int]]:
        wide = len(self.cells.columns)
        at = row * wide + column
        while 0 <= at < wide * len(self.cells.rows):
            place = divmod(at, wide)
            if self.cells.cell(*place).kind:
                yield place
            at += step

    def _typed(self, text: str) -> None:
        if self._edit is None or not self._edit.kind.live:
            return
        try:
            self.typing.emit(Entry(*self._at, self._edit.kind.read(text)))
        except WrongTextError:
            return  # Said when the cell is left: half a figure is not yet a wrong one.

    def _done(self, go: Go) -> None:
        edit, self._edit = self._edit, None
        if edit is None:
            return
        had = edit.hasFocus()
        text = edit.text()
        edit.put_away()
        if edit.isModified() or text != edit.before or self._at in self.cells.wrong:
            self._take(edit, text)
        if had or go is not Go.STAY:
            self.setFocus()
        self._go(go)
        self.moved.emit()

    def _take(self, edit: CellEdit, text: str) -> None:
        try:
            value = edit.kind.read(text)
        except WrongTextError as error:
            if edit.kind.live:
                self._enter(self._was)
            self.cells.wrong[self._at] = Wrong(text, str(error))
            self.cells.look_again()
            return
        self.cells.wrong.pop(self._at, None)
        self._enter(value)
        self.cells.look_again()

    def _enter(self, value: Value) -> None:
        self.entered.emit((Entry(*self._at, value),))

    def _begun(self, event: QKeyEvent, held: Qt.KeyboardModifier) -> bool:
        """Open the editor by the first sign typed."""
        shift = Qt.KeyboardModifier.ShiftModifier
        if held & ~shift or not event.text().isprintable() or not event.text():
            return False
        edit = self.begin(typing=True)
        if edit:
            QApplication.sendEvent(edit, event)
        return True

    def _clipboard(self, event: QKeyEvent) -> bool:
        board = QGuiApplication.clipboard()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(board.text(), *self._corner())
        elif event.matches(QKeySequence.StandardKey.Copy):
            board.setText(self.copied())
        elif event.matches(QKeySequence.StandardKey.Cut):
            board.setText(self.copied())
            self.clear_block()
        else:
            return False
        return True

    def _corner(self) -> tuple[int, int]:
        """Return the first cell of the chosen block."""
        chosen = self.selectionModel().selectedIndexes()
        rows = [index.row() for index in chosen] or [self.at()[0]]
        columns = [index.column() for index in chosen] or [self.at()[1]]
        return min(rows), min(columns)

    def _plain(self, row: int, column: int) -> str:
        wrong = self.cells.wrong_at(row, column)
        return wrong.text if wrong else self.cells.cell(row, column).typed

    def _place_editor(self) -> None:
        row = self.cells.number(self._at[0]) if self._edit else -1
        if self._edit is not None and row >= 0:
            index = self.cells.index(row, self.cells.column(self._at[1]))
            rect = self.visualRect(index)
            fit(self._edit, (rect.left(), rect.top(), rect.width(), rect.height()))

    def _dress(self) -> None:
        px = look.current().px
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heading = self.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setFixedHeight(px(Size.CONTROL))
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heading.setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)

    def _share_width(self, room: int) -> None:
        px, columns = look.current().px, self.cells.columns
        needed = sum(px(column.least) for column in columns)
        spare = max(0, room - needed)
        shares = max(1, sum(column.grows for column in columns))
        tight = min(1.0, max(_TIGHTEST, room / max(1, needed)))
        for at, column in enumerate(columns):
            title = self.horizontalHeader().sectionSizeFromContents(at).width()
            least = max(min(title, px(column.least)), int(px(column.least) * tight))
            self.setColumnWidth(at, least + spare * column.grows // shares)
