"""Rows judged one by one: a record, or the reasons why not."""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from caseworker_app.intake.lists import values
from caseworker_app.intake.lists.field import AS_OF, Form, Table
from caseworker_app.intake.lists.layout import Column, Layout
from caseworker_app.intake.lists.outcome import Fault, Record, Refused, Taken
from caseworker_app.intake.lists.values import Notes, Value
from caseworker_app.intake.table.cell import CellError, Number, clean, is_nothing
from caseworker_app.model.source import Source

KEPT_DAYS = 90
"""Days a department's copy may be used where nobody says otherwise."""

_LONGEST_SHOWN = 60
_ZEROS_SUSPICIOUS = 50
_REMEMBERED = 2000


@dataclass(frozen=True, slots=True)
class Sender:
    """Who gave the list, as of which day; ``today`` is the day on which it is read."""

    today: date
    department: str = ""
    """Empty for the department that keeps this register."""
    as_of: date | None = None
    """None for the list's own 数据日期, and today where it has none."""
    batch: str = ""
    """Empty for the beginning of the file's SHA-256."""
    kept_days: int = KEPT_DAYS
    keep_doubtful: bool = False
    """Take numbers that fail their check as they stand: who is meant, a person decides later."""


class Judge(ABC):
    """Judges the rows of one list; the invariant is that each comes out exactly once."""

    def __init__(self, form: Form, layout: Layout, source: Source, sender: Sender) -> None:
        self.notes = Notes(sender.today, keep_doubtful=sender.keep_doubtful)
        self.hidden = 0
        self._form = form
        self._layout = layout
        self._source = source
        self._sender = sender
        self._sources = {source.as_of: source}
        self._blanks = {f.name: f.blank for f in form.fields if f.blank is not None}
        numbers = (c for c in layout.columns if c.field.read is values.citizen_number)
        self._number = next(numbers, None)
        self._columns: list[tuple[Column, dict[str, Value]]] = [(c, {}) for c in layout.columns]

    def look_ahead(self, rows: Sequence[Sequence[str]]) -> None:
        """Look at the first rows whether a spreadsheet has ruined the numbers of all.

        Of true numbers one in a thousand ends in 000, of ruined ones every one, and one ruined
        number in eleven passes the check digit.
        """
        column = self._number
        if column:
            cells = [row[column.index] for row in rows if len(row) > column.index]
            zeros = sum(cell.strip().endswith("000") for cell in cells)
            self.notes.numbers_end_in_zeros = zeros * _ZEROS_SUSPICIOUS > len(cells)

    @abstractmethod
    def rows(self, rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[Taken | Refused]:
        """Yield what can be said of these rows already."""

    @abstractmethod
    def end(self) -> Iterator[Taken | Refused]:
        """Yield what only the whole list could tell."""

    def read(self, cells: Sequence[str]) -> tuple[dict[str, Value], list[Fault]]:
        """Return the values of a row by field name, and what is wrong with it."""
        given: dict[str, Value] = dict(self._blanks)
        faults = []
        width = len(cells)
        for column, known in self._columns:
            raw = cells[column.index] if column.index < width else ""
            value = None if isinstance(raw, Number) else known.get(raw)
            if value is None:
                try:
                    value = self._value(column, raw, known)
                except CellError as fault:
                    faults.append(Fault(column.heading, shown(raw), str(fault)))
            if value is not None:
                given[column.field.name] = value
        if width > len(self._layout.headings) and any(cells[len(self._layout.headings) :]):
            faults.append(Fault("", "", "这一行比表头多出内容，可能是内容里的逗号没有加引号"))
        return given, faults or self._incomplete(given)

    def source(self, given: Mapping[str, Value]) -> Source:
        """Return where the row comes from, by its own day where the list carries one."""
        day = given.get(AS_OF)
        if not isinstance(day, date) or self._sender.as_of:
            return self._source
        if day not in self._sources:
            kept = timedelta(days=self._sender.kept_days)
            source = self._source
            self._sources[day] = Source(source.department, day, source.batch, day + kept)
        return self._sources[day]

    def identity(self, *key: object) -> str:
        """Return the identity of a row: the same in the next delivery of the same department."""
        parts = (self._source.department, self._form.kind, *key)
        text = "\x1f".join("" if part is None else str(part) for part in parts)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def _value(self, column: Column, raw: str, known: dict[str, Value]) -> Value:
        """Read a cell; what is plain and comes often is read once."""
        text, odd = clean(raw)
        self.hidden += odd
        if is_nothing(text):
            if column.field.necessary and not column.field.common:
                raise CellError("没有填")
            return None
        if len(text) > column.field.longest:
            raise CellError(f"超过 {column.field.longest} 个字")
        if isinstance(raw, Number):
            return column.read(Number(text), self.notes)
        told = self.notes.told
        value = column.read(text, self.notes)
        if len(known) < _REMEMBERED and not odd and told == self.notes.told:
            known[raw] = value
        return value

    def _incomplete(self, given: Mapping[str, Value]) -> list[Fault]:
        """Tell of a part of which only some is given, such as a custody without its first day."""
        return [
            Fault(heading, "", "填了同类的其他列，这一列也要填")
            for heading in self._form.unfinished(given)
        ]


def shown(raw: str) -> str:
    """Return a cell as given for a sentence: cut, and without what a terminal would obey."""
    cut = raw if len(raw) <= _LONGEST_SHOWN else f"{raw[:_LONGEST_SHOWN]}…"
    return cut if cut.isprintable() else "".join(c if c.isprintable() else "□" for c in cut)


class RowJudge(Judge):
    """Judges a list whose rows are records by themselves."""

    def __init__(
        self, table: Table[Record], layout: Layout, source: Source, sender: Sender
    ) -> None:
        super().__init__(table, layout, source, sender)
        self._table = table
        self._seen: dict[str, tuple[int, int]] = {}

    def rows(self, rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[Taken | Refused]:
        """Yield each row as a record or refused."""
        for number, cells in rows:
            yield self._row(number, cells)

    def end(self) -> Iterator[Taken | Refused]:
        """Yield nothing more."""
        return iter(())

    def _row(self, number: int, cells: Sequence[str]) -> Taken | Refused:
        given, faults = self.read(cells)
        if faults:
            if self._repeats_headings(cells):
                faults = [Fault("", "", "这一行是重复的表头")]
            return Refused(number, tuple(cells), tuple(faults))
        identity = self.identity(*self._table.key(given))
        if repeated := self._repeated(identity, number, given):
            return Refused(number, tuple(cells), (repeated,))
        return Taken((number,), self._table.build(identity, self.source(given), given))

    def _repeated(self, identity: str, number: int, given: Mapping[str, Value]) -> Fault | None:
        content = hash(tuple(given.items()))
        first = self._seen.setdefault(identity, (number, content))
        if first[0] == number:
            return None
        if first[1] == content:
            return Fault("", "", f"与第 {first[0]} 行重复，已收第 {first[0]} 行")
        return Fault(
            "",
            "",
            f"与第 {first[0]} 行是同一条登记，内容却不同。"
            f"已收第 {first[0]} 行，请部门核对以哪一行为准",
        )

    def _repeats_headings(self, cells: Sequence[str]) -> bool:
        texts = tuple(clean(cell)[0] for cell in cells)
        return texts == self._layout.headings[: len(texts)]
