"""A sheet with the sentence below it: what is wrong in a cell, what a paste did."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.grid import block, paste
from caseworker_app.desktop.widgets.grid.face import Entry, GridColumn, GridRow, NewRows, Wrong
from caseworker_app.desktop.widgets.grid.kinds import WrongTextError
from caseworker_app.desktop.widgets.grid.model import Place
from caseworker_app.desktop.widgets.grid.table import GridTable
from caseworker_app.desktop.widgets.label import Label

_FIXED = NewRows()


class Grid(QWidget):
    """Give it rows; it tells ``entered`` with a tuple of ``Entry`` and ``typing`` with one."""

    entered = Signal(object)
    typing = Signal(object)
    wrong_changed = Signal(object)
    """The texts that are not taken now: as typed, with a whole sentence, by row and column."""

    def __init__(self, name: str, columns: Sequence[GridColumn], hint: str = "") -> None:
        super().__init__()
        self.table = GridTable(name, columns)
        self.line = Label(hint, Text.SMALL, Shade.THIRD, wrap=True)
        self._hint, self._news = hint, ""
        self._add: Callable[[int], None] | None = None
        self._new = _FIXED
        self._known: Mapping[Place, str] = {}
        self.setFocusProxy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.current().px(Gap.SMALL))
        column.addWidget(self.table)
        column.addWidget(self.line)
        self.table.entered.connect(self._enter)
        self.table.typing.connect(self.typing)
        self.table.pasted.connect(self.paste)
        self.table.moved.connect(self._moved)

    def show_rows(self, rows: tuple[GridRow, ...]) -> None:
        """Show rows; an open editor and the texts not taken stay, those of rows gone go too."""
        place = self.table.row_id(), self.table.at()[1]
        if self.table.cells.show_rows(rows):
            number = self.table.cells.number(place[0])
            if number >= 0 and place[1] >= 0:
                self.table.go_to(number, place[1])
            elif rows and self.table.hasFocus():
                self.table.go_to_first()
            self._moved()
        self.table.fit_height()

    def allow_rows(self, new: NewRows, add: Callable[[int], None]) -> None:
        """Let a paste add rows: ``add(count)`` adds them and shows them with ``show_rows``."""
        self._new, self._add = new, add

    def wrongs(self) -> Mapping[Place, Wrong]:
        """Return the texts not taken, by row and column."""
        return dict(self.table.cells.wrong)

    def restore(self, wrongs: Mapping[Place, Wrong]) -> None:
        """Show texts not taken earlier, with what is wrong with them; of rows gone none is left.

        That some are gone is told with the next move: the page is only being made here.
        """
        cells = self.table.cells
        rows = {row.id for row in cells.rows}
        keys = {column.key for column in cells.columns}
        kept = {p: w.text for p, w in wrongs.items() if p[0] in rows and p[1] in keys}
        cells.wrong = {place: Wrong(text, self._why(place, text)) for place, text in kept.items()}
        self._known = _texts(wrongs)
        cells.look_again()
        self._tell()

    def _why(self, place: Place, text: str) -> str:
        cells = self.table.cells
        kind = cells.cell(cells.number(place[0]), cells.column(place[1])).kind
        try:
            if kind is not None:
                kind.read(text)
        except WrongTextError as error:
            return str(error)
        return tr("“{text}”还没有收下，请打开这一格按回车", text=text)

    def focus(self, row: str, column: str) -> None:
        """Make a cell current and take the focus."""
        number = self.table.cells.number(row)
        keys = [c.key for c in self.table.cells.columns]
        if number >= 0 and column in keys:
            self.table.go_to(number, keys.index(column))
        self.table.setFocus()
        self._moved()

    def paste(self, text: str, top: int, left: int) -> None:
        """Take a copied block from a cell on; say how much of it was taken."""
        if not text or top < 0:
            return
        cells, columns = self.table.cells, self.table.cells.columns
        read = paste.without_heading(block.read(text), columns)
        if len(read) == 1 and len(read[0]) == 1:
            self._fill(read[0][0])
            return
        add, room = self._add or (lambda _count: None), self._new.room if self._add else 0
        taken = paste.make_room(len(read), len(cells.rows) - top, room, add)
        done = paste.read(read[:taken], cells.rows, columns, (top, left))
        given = {(entry.row, entry.column) for entry in done.entries}
        kept = {p: w for p, w in cells.wrong.items() if p not in given}
        self.entered.emit(done.entries)
        cells.wrong = kept | done.wrong
        cells.look_again()
        self._moved()
        self._news = paste.told(len(read), taken, done, self._new.why)
        self._tell()

    def _fill(self, text: str) -> None:
        """Give one copied cell to every chosen cell that takes it."""
        chosen = self.table.selectionModel().selectedIndexes()
        places = [(index.row(), index.column()) for index in chosen]
        cells, lines = self.table.cells, [[text]]
        found = [paste.read(lines, cells.rows, cells.columns, place) for place in places]
        entries = tuple(entry for done in found for entry in done.entries)
        for done in found:
            cells.wrong |= done.wrong
        for entry in entries:
            cells.wrong.pop((entry.row, entry.column), None)
        self.entered.emit(entries)
        cells.look_again()
        self._moved()

    def _enter(self, entries: tuple[Entry, ...]) -> None:
        self._news = ""
        self.entered.emit(entries)

    def _moved(self) -> None:
        wrongs = self.wrongs()
        if _texts(wrongs) != self._known:
            self._known, self._news = _texts(wrongs), ""
            self.wrong_changed.emit(
                {p: Wrong(wrong.text, self.sentence(p)) for p, wrong in wrongs.items()}
            )
        self._tell()

    def _tell(self) -> None:
        """Say what is wrong here, else what was just pasted, else what is wrong elsewhere."""
        told = self._wrong_here() or self._news or self._wrong_elsewhere()
        self.line.setText(told or self._hint)
        if told and (self.table.cells.wrong or not self._news):
            self.line.set_tone(Tone.RED)
        else:
            self.line.set_shade(Shade.SECOND if told else Shade.THIRD)
        self.line.setVisible(bool(self.line.text()))

    def _wrong_here(self) -> str:
        row, column = self.table.at()
        if row < 0 or self.table.cells.wrong_at(row, column) is None:
            return ""
        return self.sentence(self.table.cells.place(row, column))

    def _wrong_elsewhere(self) -> str:
        wrong = self.table.cells.wrong
        if not wrong:
            return ""
        more = tr("（另有 {n} 格）", n=len(wrong) - 1) if len(wrong) > 1 else ""
        return self.sentence(next(iter(wrong))) + more

    def sentence(self, place: Place) -> str:
        """Return what is wrong in a cell."""
        cells = self.table.cells
        row, column = cells.rows[cells.number(place[0])], cells.columns[cells.column(place[1])]
        return tr(
            "{name} {title}：{why}。原来的内容没有改动。",
            name=row.name,
            title=column.title,
            why=cells.wrong[place].why,
        )


def _texts(wrongs: Mapping[Place, Wrong]) -> Mapping[Place, str]:
    return {place: wrong.text for place, wrong in wrongs.items()}
