"""Editors for the entries of a paper, by their kind. All take a value and give it back alike."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from caseworker_app.desktop.papers import sheet
from caseworker_app.desktop.step.editors import TextArea
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets import day_text
from caseworker_app.desktop.widgets.button import Button, Kind as Look
from caseworker_app.desktop.widgets.choice import Choice, ManyChoice
from caseworker_app.desktop.widgets.day_edit import DayEdit
from caseworker_app.desktop.widgets.grid.face import Entry as Cell, NewRows, Wrong
from caseworker_app.desktop.widgets.grid.grid import Grid
from caseworker_app.desktop.widgets.grid.kinds import WrongTextError
from caseworker_app.desktop.widgets.grid.model import Place
from caseworker_app.desktop.widgets.money_edit import MoneyEdit
from caseworker_app.model.values import Json
from caseworker_app.workflow.papers import Column, Entry, Kind

_NONE = "-"
_FEWEST_LINES, _MOST_LINES = 3, 8


class Telling(QObject):
    """What every editor tells."""

    touched = Signal()
    """Something is being typed."""
    left = Signal()
    """It may be taken now."""
    doubted = Signal(str)
    """Why what was typed was not taken at all."""


class WordsEdit(QLineEdit):
    """Words on one line."""

    def __init__(self) -> None:
        super().__init__()
        self.tells = Telling(self)
        self.textEdited.connect(lambda _text: self.tells.touched.emit())
        self.editingFinished.connect(self.tells.left)

    def value(self) -> Json:
        return self.text().strip() or None

    def show_value(self, value: Json) -> None:
        self.setText("" if value is None else str(value))


class TypedEdit(WordsEdit):
    """A month or a whole number, in any way one writes it."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind, self._typed = kind, sheet.kind_of(kind)
        if kind is Kind.MONTH:
            self.setPlaceholderText(tr("如 2026-12"))

    def value(self) -> Json:
        text = self.text().strip()
        try:
            return sheet.from_cell(self._typed.read(text), self._kind) if text else None
        except WrongTextError:
            return text

    def show_value(self, value: Json) -> None:
        cell = sheet.to_cell(value, self._kind)
        shown = str(cell) if isinstance(cell, int) else self._typed.typed(cell)
        super().show_value(shown or value)


class ParagraphEdit(TextArea):
    """Words on several lines."""

    def __init__(self, name: str, lines: int) -> None:
        super().__init__(name, min(max(lines, _FEWEST_LINES), _MOST_LINES))
        self.tells = Telling(self)
        self.typed.connect(lambda _text: self.tells.touched.emit())
        self.left.connect(self.tells.left)

    def value(self) -> Json:
        return self.toPlainText().strip() or None

    def show_value(self, value: Json) -> None:
        self.fill("" if value is None else str(value))


class AmountEdit(MoneyEdit):
    """Yuan and fen; what is no amount is refused at once."""

    def __init__(self) -> None:
        super().__init__()
        self.tells = Telling(self)
        self.changed.connect(lambda _fen: self.tells.touched.emit())
        self.committed.connect(lambda _fen: self.tells.left.emit())
        self.refused.connect(self.tells.doubted)

    def value(self) -> Json:
        return self.fen()

    def show_value(self, value: Json) -> None:
        self.set_fen(value if isinstance(value, int) else None)


class WhenEdit(DayEdit):
    """A day, past or to come."""

    def __init__(self, today: date) -> None:
        super().__init__(today, ahead=True)
        self.tells = Telling(self)
        self.line.textEdited.connect(lambda _text: self.tells.touched.emit())
        self.line.editingFinished.connect(self.tells.left)
        self.picked.connect(lambda _day: self.tells.left.emit())
        self.setFocusProxy(self.line)

    def setAccessibleName(self, name: str) -> None:
        """Name the parts, not what holds them: that never has the focus."""
        super().setAccessibleName(name)
        QWidget.setAccessibleName(self, "")

    def value(self) -> Json:
        text = self.line.text().strip()
        day = day_text.read(text, self._today, ahead=True)
        return (day.isoformat() if day else text) or None

    def show_value(self, value: Json) -> None:
        text = "" if value is None else str(value)
        self.set_day(day_text.read(text, self._today, ahead=True))
        self.line.setText(text)


class OneEdit(Choice):
    """One of the words; where it may stay empty, that is a choice too."""

    def __init__(self, words: Sequence[str], *, required: bool) -> None:
        none = () if required else ((_NONE, tr("不填")),)
        super().__init__((*((word, word) for word in words), *none))
        self.tells = Telling(self)
        self.picked.connect(lambda _word: self.tells.left.emit())

    def value(self) -> Json:
        return [self.code()] if self.code() not in ("", _NONE) else None

    def show_value(self, value: Json) -> None:
        self.set_code(str(value[0]) if isinstance(value, list) and value else "")


class ManyEdit(ManyChoice):
    """Any of the words."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__([(word, word) for word in words])
        self.tells = Telling(self)
        self.picked.connect(lambda _words: self.tells.left.emit())

    def value(self) -> Json:
        return list(self.codes()) or None

    def show_value(self, value: Json) -> None:
        self.set_codes([str(word) for word in value] if isinstance(value, list) else ())


class RowsEdit(QWidget):
    """Rows as in a spreadsheet; a block may be pasted, and brings the rows it needs."""

    def __init__(self, name: str, columns: tuple[Column, ...]) -> None:
        super().__init__()
        self.tells = Telling(self)
        columns = sheet.asked(columns)
        self._columns = columns
        self._kinds = {column.name: column.kind for column in columns}
        self._held: dict[str, dict[str, Json]] = {}
        self._made = 0
        self.grid = Grid(name, sheet.columns(columns), tr("可以从表格软件里复制一片粘贴进来。"))
        self.add_button = Button(tr("加一行"))
        self.remove_button = Button(tr("删去这一行"), Look.QUIET)
        self.setFocusProxy(self.grid)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.current().px(Gap.SMALL))
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.current().px(Gap.SMALL))
        column.addWidget(self.grid)
        column.addLayout(buttons)
        self._connect()
        self._add(1)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.add_button.setAccessibleName(tr("{name}：加一行", name=name))
        self.remove_button.setAccessibleName(tr("{name}：删去这一行", name=name))

    def value(self) -> Json:
        return sheet.kept(self._held)

    def show_value(self, value: Json) -> None:
        if value == self.value():
            return
        rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
        self._held = {self._key(): dict(row) for row in rows}
        self._add(0 if rows else 1)
        self.grid.restore(sheet.wrongs(self._columns, self._held))

    def _key(self) -> str:
        self._made += 1
        return str(self._made)

    def _add(self, count: int) -> None:
        self._held |= {self._key(): {} for _ in range(count)}
        self._show()

    def _show(self) -> None:
        room = sheet.MOST - len(self._held)
        self.grid.allow_rows(NewRows(room, tr("一份最多 {n} 行", n=sheet.MOST)), self._add)
        self.add_button.setEnabled(room > 0)
        self.grid.show_rows(sheet.rows(self._columns, self._held))

    def _add_one(self) -> None:
        self._add(1)
        self.grid.focus(next(reversed(self._held)), self._columns[0].name)

    def _remove(self) -> None:
        key = self.grid.table.row_id() or next(reversed(self._held), "")
        self._held.pop(key, None)
        self._add(0 if self._held else 1)
        self.tells.left.emit()

    def _connect(self) -> None:
        self.grid.entered.connect(self._entered)
        self.grid.typing.connect(self._typing)
        self.grid.wrong_changed.connect(self._not_taken)
        self.add_button.clicked.connect(self._add_one)
        self.remove_button.clicked.connect(self._remove)

    def _entered(self, cells: tuple[Cell, ...]) -> None:
        for cell in cells:
            self._put(cell)
        self._show()
        self.tells.left.emit()

    def _typing(self, cell: Cell) -> None:
        self._put(cell)
        self.tells.touched.emit()

    def _put(self, cell: Cell) -> None:
        if cell.row in self._held:
            self._held[cell.row][cell.column] = sheet.from_cell(
                cell.value, self._kinds[cell.column]
            )

    def _not_taken(self, wrong: dict[Place, Wrong]) -> None:
        """Keep the texts not taken too: nothing typed may be lost."""
        for (row, column), text in wrong.items():
            if row in self._held:
                self._held[row][column] = text.text
        self.tells.left.emit()


Edit: TypeAlias = WordsEdit | ParagraphEdit | AmountEdit | WhenEdit | OneEdit | ManyEdit | RowsEdit
"""``value()`` is what stands there as it is kept, a text that is no value as it was typed;
``show_value`` shows one without telling anybody."""


def editor(entry: Entry, name: str, today: date) -> Edit:
    """Return what an entry is typed in."""
    return _EDITS[entry.kind](entry, name, today)


def _choice(entry: Entry, _name: str, _today: date) -> Edit:
    if entry.several:
        return ManyEdit(entry.choices)
    return OneEdit(entry.choices, required=entry.required)


_EDITS: Mapping[Kind, Callable[[Entry, str, date], Edit]] = {
    Kind.TEXT: lambda _entry, _name, _today: WordsEdit(),
    Kind.PARA: lambda entry, name, _today: ParagraphEdit(name, entry.lines),
    Kind.DAY: lambda _entry, _name, today: WhenEdit(today),
    Kind.MONTH: lambda entry, _name, _today: TypedEdit(entry.kind),
    Kind.MONEY: lambda _entry, _name, _today: AmountEdit(),
    Kind.COUNT: lambda entry, _name, _today: TypedEdit(entry.kind),
    Kind.CHOICE: _choice,
    Kind.ROWS: lambda entry, name, _today: RowsEdit(name, entry.columns),
}
