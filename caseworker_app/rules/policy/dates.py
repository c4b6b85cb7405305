"""Dated values of a rule pack: each may say since when, by which paper, for town or country.

A value is written plainly, or as ``{ value = …, since = 2025-01-23, source = "…" }``, or as a list
of such entries, the later ones replacing the earlier. ``{ urban = …, rural = … }`` holds one of
either for households in town and in the country. A value dated after the pack's first day does
not exist before its day.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import NamedTuple

from caseworker_app.model.codes import Residence
from caseworker_app.rules.policy.pack import Source
from caseworker_app.rules.policy.table import Faults

_ENTRY = ("value", "since", "source")
_SPLIT = frozenset(residence.value for residence in Residence)
_UNSAID = "（未填）"
_ABSENT = object()


class Moment(NamedTuple):
    """For when and whom a dated text is read; ``start`` is the pack's first day."""

    day: date
    start: date
    residence: Residence | None


class Resolved(NamedTuple):
    """Plain values as they stand at a moment, and where each comes from."""

    values: Mapping[str, object]
    sources: Mapping[str, Source]


def days(values: Mapping[str, object], start: date) -> tuple[date, ...]:
    """Return the first day of a pack and every later day on which a value changes."""
    return tuple(sorted({start, *(max(start, _since(entry)) for entry, _ in _entries(values, ""))}))


def is_split(values: Mapping[str, object]) -> bool:
    """Say whether any value differs between town and country."""
    return any(_splits(values))


def judge(values: Mapping[str, object], faults: Faults) -> None:
    """Note every dated entry that lacks a day or a source, or that contradicts another."""
    for entry, path in _entries(values, ""):
        for key in entry.keys() - set(_ENTRY):
            faults.unknown(f"{path}.{key}", _ENTRY)
        if not _is_day(entry.get("since")):
            faults.add(f"{path}.since", entry.get("since", _UNSAID), "日期，如 2025-01-23")
        if not isinstance(entry.get("source"), str) or not entry["source"]:
            faults.add(f"{path}.source", entry.get("source", _UNSAID), "文字，写明出处")
    for history, path in _histories(values, ""):
        since = [_since(entry) for entry in history]
        for day in {day for day in since if since.count(day) > 1}:
            faults.add(f"{path}.since", day, "各不相同的日期，同一天不能有两个值")


def resolve(values: Mapping[str, object], moment: Moment) -> Resolved:
    """Return the values as they stand at a moment."""
    sources: dict[str, Source] = {}
    plain = _resolved(values, "", moment, sources)
    return Resolved(plain if isinstance(plain, dict) else {}, sources)


def _resolved(node: object, path: str, moment: Moment, sources: dict[str, Source]) -> object:
    history = _history(node)
    if history:
        return _at(history, path, moment, sources)
    if not isinstance(node, Mapping):
        return node
    if _is_split(node):
        whose = moment.residence or Residence.URBAN
        return _resolved(node[whose.value], path, moment, sources)
    inner = {
        str(key): _resolved(value, f"{path}.{key}" if path else str(key), moment, sources)
        for key, value in node.items()
    }
    return {key: value for key, value in inner.items() if value is not _ABSENT}


def _at(
    history: list[Mapping[str, object]], path: str, moment: Moment, sources: dict[str, Source]
) -> object:
    """Return the latest value dated up to the day; ``_ABSENT`` where none is yet."""
    past = [entry for entry in history if _since(entry) <= max(moment.day, moment.start)]
    if not past:
        return _ABSENT
    entry = max(past, key=_since)
    sources[path] = Source(_since(entry), str(entry.get("source", "")))
    return _resolved(entry["value"], path, moment, sources)


def _since(entry: Mapping[str, object]) -> date:
    since = entry.get("since")
    return since if isinstance(since, date) and _is_day(since) else date.min


def _history(node: object) -> list[Mapping[str, object]]:
    """Return the dated entries a node is written as; none where it is written plainly."""
    items = node if isinstance(node, list) else [node]
    entries = [item for item in items if isinstance(item, Mapping) and "value" in item]
    return entries if entries and len(entries) == len(items) else []


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _is_split(node: Mapping[str, object]) -> bool:
    return frozenset(node) == _SPLIT


def _walk(node: object, path: str) -> Iterator[tuple[object, str]]:
    """Yield every node of a text with its path, the values of dated entries included."""
    yield node, path
    inner: Iterable[tuple[str, object]] = ()
    if history := _history(node):
        inner = ((path, entry["value"]) for entry in history)
    elif isinstance(node, Mapping):
        inner = ((f"{path}.{key}" if path else str(key), value) for key, value in node.items())
    for name, value in inner:
        yield from _walk(value, name)


def _histories(node: object, path: str) -> Iterator[tuple[list[Mapping[str, object]], str]]:
    for found, where in _walk(node, path):
        if history := _history(found):
            yield history, where


def _entries(node: object, path: str) -> Iterator[tuple[Mapping[str, object], str]]:
    for history, where in _histories(node, path):
        for entry in history:
            yield entry, where


def _splits(node: object) -> Iterator[bool]:
    for found, _ in _walk(node, ""):
        yield isinstance(found, Mapping) and _is_split(found)
