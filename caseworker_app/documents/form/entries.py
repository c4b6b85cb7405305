"""Values of entries in the words of a paper, and the room left for them on an empty one."""

from collections.abc import Callable, Mapping
from datetime import date

from caseworker_app.documents import words
from caseworker_app.documents.cell import BLANK, Choices, Content, Text
from caseworker_app.documents.form.description import PLACE, Entry, Kind
from caseworker_app.documents.form.filled import Filled
from caseworker_app.model.values import Json, Month

_ROOM = {
    Kind.TEXT: "＿" * 8,
    Kind.PARA: "＿" * 38,
    Kind.DAY: "＿＿＿＿年＿＿月＿＿日",
    Kind.MONTH: "＿＿＿＿年＿＿月",
    Kind.MONEY: "＿＿＿＿＿＿元",
    Kind.COUNT: "＿＿＿",
}
"""To be written into by hand, within a sentence."""


_WORDS: Mapping[Kind, Callable[[Json], str]] = {
    Kind.DAY: lambda value: words.day(date.fromisoformat(str(value))),
    Kind.MONTH: lambda value: words.month(Month.parse(str(value))),
    Kind.MONEY: lambda value: words.amount(value) if isinstance(value, int) else str(value),
    Kind.CHOICE: lambda value: "、".join(map(str, value)) if isinstance(value, list) else "",
}


def shown(value: Json, kind: Kind) -> str:
    """Return a value in words; empty where there is none."""
    if value in (None, ""):
        return ""
    return _WORDS.get(kind, str)(value)


def content(filled: Filled, entry: Entry) -> Content:
    """Return what stands in the field of an entry."""
    value = filled.entries.get(entry.name)
    if entry.kind is Kind.CHOICE:
        ticked = value if isinstance(value, list) else []
        return Choices(tuple((choice, choice in ticked) for choice in entry.choices))
    text = shown(value, entry.kind)
    if not text and not filled.is_blank and not entry.by_hand:
        return Text(BLANK, align="c")
    return Text(text)


def said(filled: Filled, name: str) -> str:
    """Return the value of an entry in words; empty where there is none."""
    return shown(filled.entries.get(name), filled.form.entry(name).kind)


def rows(filled: Filled, name: str) -> list[dict[str, Json]]:
    """Return the rows of an entry of that kind."""
    value = filled.entries.get(name)
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def sentence(filled: Filled, text: str) -> str:
    """Return a text with its entries and dated texts filled in."""
    return PLACE.sub(lambda place: _placed(filled, place[1]), text)


def _placed(filled: Filled, name: str) -> str:
    entry = next((entry for entry in filled.form.entries if entry.name == name), None)
    if entry is None:
        return sentence(filled, filled.wording(name))
    text = shown(filled.entries.get(name), entry.kind)
    if text or not filled.is_blank:
        return text or BLANK
    return _ROOM.get(entry.kind, _ROOM[Kind.TEXT]) * entry.lines
