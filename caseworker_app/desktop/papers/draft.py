"""A paper being written: its fields, what is known, what is still in the way; no Qt."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from caseworker_app.desktop.step import words
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.values import Json, Month
from caseworker_app.workflow.papers import Draft, Entry, Fault, Kind

_BY_ISSUER = frozenset({"authority", "officer"})
_NAMED = 4
"""So many fields that are missing are named; more are counted."""


@dataclass(frozen=True, slots=True)
class FieldView:
    entry: Entry
    label: str
    value: Json
    hint: str
    fault: str
    """What is wrong with it; nothing is wrong with a field one has not come to yet."""


@dataclass(frozen=True, slots=True)
class KnownView:
    """What is taken from the record and cannot be changed here."""

    label: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class DraftView:
    title: str
    line: str
    fields: tuple[FieldView, ...]
    known: tuple[KnownView, ...]
    against: tuple[str, ...]
    """Why the paper as a whole cannot be issued yet."""
    cautions: tuple[str, ...]
    """What should be looked at before; nothing of it is in the way."""
    hint: str
    """What is missing, in one line, or that nothing is."""
    first: str
    """Name of the first field something is missing in or wrong with, or ""."""
    is_large: bool
    can_issue: bool


class DraftPresenter:
    """Holds a draft as the disk has it."""

    def __init__(self, draft: Draft, basis: str) -> None:
        self.draft, self._basis = draft, basis
        self._tried = False
        self.failed = ""

    def told(self, draft: Draft) -> None:
        """Take in the draft as it is kept now."""
        self.draft = draft

    def tried(self) -> None:
        """Take in that somebody wanted to issue it: whatever is missing is told from now on."""
        self._tried = True

    def view(self) -> DraftView:
        draft = self.draft
        asked = [entry for entry in draft.form.entries if entry.asked]
        names = {entry.name for entry in asked}
        open_ = [fault for fault in draft.faults if fault.entry in names]
        first = next((e.name for e in asked if any(f.entry == e.name for f in open_)), "")
        return DraftView(
            title=draft.form.title,
            line=tr("{head}　依据：{basis}", head=draft.head, basis=self._basis),
            fields=tuple(self._field(entry) for entry in asked),
            known=tuple(self._known(names)),
            against=tuple(fault.text for fault in draft.faults if fault.entry not in names),
            cautions=draft.cautions,
            hint=self._hint(open_),
            first=first,
            is_large=draft.is_large,
            can_issue=not draft.faults,
        )

    def _field(self, entry: Entry) -> FieldView:
        value = self.draft.entries.get(entry.name)
        proposed = value is not None and entry.name not in self.draft.written
        told = self._tried or value is not None or entry.name in self.draft.written
        wrong = [fault.text for fault in self.draft.faults if fault.entry == entry.name]
        return FieldView(
            entry,
            label(entry),
            value,
            _advice(entry, proposed=proposed),
            "".join(wrong) if told else "",
        )

    def _known(self, asked: set[str]) -> Iterator[KnownView]:
        for entry in self.draft.form.entries:
            text = shown(self.draft.entries.get(entry.name), entry)
            if entry.name not in asked and text:
                yield KnownView(label(entry), text, self._source(entry))

    def _source(self, entry: Entry) -> str:
        if entry.name == "day":
            return tr("出具当天")
        return tr("出具人") if entry.name in _BY_ISSUER else self._basis

    def _hint(self, faults: list[Fault]) -> str:
        wanted = {fault.entry for fault in faults}
        labels = [label(entry) for entry in self.draft.form.entries if entry.name in wanted]
        if not labels:
            return "" if self.draft.faults else tr("都填好了，可以出具。")
        more = tr(" 等") if len(labels) > _NAMED else ""
        said = tr("、").join(labels[:_NAMED])
        return tr("还差 {n} 项：{said}{more}", n=len(labels), said=said, more=more)


def _advice(entry: Entry, *, proposed: bool) -> str:
    by_hand = tr("可以空着，印出来后手写。") if entry.by_hand and not entry.required else ""
    more = tr("已按资料代填，可以改。") if proposed else by_hand
    stop = tr("。") if entry.hint and more and not entry.hint.endswith(tr("。")) else ""
    return f"{entry.hint}{stop}{more}"


def label(entry: Entry) -> str:
    return entry.label.replace("\n", "")


def shown(value: Json, entry: Entry) -> str:
    """Return a value as one reads it."""
    if value in (None, "", []):
        return ""
    if entry.kind is Kind.ROWS:
        return "\n".join(_row(row, entry) for row in value) if isinstance(value, list) else ""
    return word(value, entry.kind)


def word(value: Json, kind: Kind) -> str:
    """Return one value in words; what is none of its kind as it is."""
    try:
        return _WORDS.get(kind, str)(value)
    except ValueError:
        return str(value)


def _row(row: Json, entry: Entry) -> str:
    if not isinstance(row, dict):
        return str(row)
    cells = (word(row[c.name], c.kind) for c in entry.columns if row.get(c.name) not in (None, ""))
    return tr("　").join(cells)


_WORDS: Mapping[Kind, Callable[[Json], str]] = {
    Kind.DAY: lambda value: words.day(date.fromisoformat(str(value))),
    Kind.MONTH: lambda value: words.month(Month.parse(str(value))),
    Kind.MONEY: lambda value: words.money(value) if isinstance(value, int) else str(value),
    Kind.CHOICE: lambda value: tr("、").join(map(str, value)) if isinstance(value, list) else "",
}
