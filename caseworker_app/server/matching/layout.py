"""The nouns as flat rows and back: columns derived from the dataclasses, so neither can drift."""

import json
from collections.abc import Callable, Sequence
from dataclasses import MISSING, dataclass, fields
from datetime import date
from enum import Enum, StrEnum
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from types import UnionType
from typing import Generic, TypeAlias, TypeVar, cast, get_args, get_type_hints

from caseworker_app.model.economy import JobDisregard
from caseworker_app.model.register import Custody, Marriage
from caseworker_app.model.source import Source
from caseworker_app.wire.units import from_json, to_json

_T = TypeVar("_T")
Cell: TypeAlias = str | int | date | bool | None
_GROUPS: dict[type, str] = {
    Source: "",
    Marriage: "marriage_",
    Custody: "custody_",
    JobDisregard: "job_disregard_",
}
"""Values inside a value, and how the names of their columns begin."""


class Kind(Enum):
    """What a column holds."""

    TEXT = "文字"
    DAY = "日期"
    WHOLE = "整数"
    FLAG = "是/否"


@dataclass(frozen=True, slots=True)
class Flat:
    """A column; a needed one has no sensible value when a file lacks it."""

    name: str
    kind: Kind
    needed: bool
    default: Cell = None
    """What an empty cell means; None where that is empty text, zero, no or unknown."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A field of a noun: its columns, how it is taken apart and put together."""

    columns: tuple[Flat, ...]
    lay: Callable[[object], tuple[Cell, ...]]
    read: Callable[[Sequence[str], int], object]
    """Takes all texts of the row and where its own begin."""


class Layout(Generic[_T]):
    """One noun as a row of columns; ``leave_out`` names fields that are tables of their own."""

    def __init__(self, noun: type[_T], *leave_out: str) -> None:
        hints = get_type_hints(noun)
        kept = [field for field in fields(noun) if field.name not in leave_out]  # type: ignore[arg-type]  # nouns are dataclasses
        self._make: Callable[..., _T] = noun
        self._names = tuple(field.name for field in kept)
        self._parts = tuple(_part(field.name, hints[field.name], field.default) for field in kept)
        self.columns = tuple(column for part in self._parts for column in part.columns)
        ends = accumulate(len(part.columns) for part in self._parts)
        self._places = [
            (part.read, end - len(part.columns))
            for part, end in zip(self._parts, ends, strict=True)
        ]

    def flatten(self, value: _T) -> tuple[Cell, ...]:
        """Return the cells of a value in the order of ``columns``."""
        pairs = zip(self._names, self._parts, strict=True)
        return tuple(cell for name, part in pairs for cell in part.lay(getattr(value, name)))

    def rebuild(self, texts: Sequence[str], at: int = 0, **rest: object) -> _T:
        """Return the value its cells stand for, which begin at a place of the texts.

        Raises ValueError where one is none.
        """
        read = [read(texts, at + start) for read, start in self._places]
        if not rest:
            return self._make(*read)
        return self._make(**dict(zip(self._names, read, strict=True)), **rest)


def _part(name: str, hint: object, default: object) -> _Part:
    kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    kind, optional = kinds[0], len(kinds) > 1
    if kind in _GROUPS:
        return _group(kind, optional=optional)
    if not isinstance(kind, type) or not (issubclass(kind, StrEnum) or kind in _SCALARS):
        return _nested(name, hint, default)
    column, lay, read = _SCALARS[StrEnum if issubclass(kind, StrEnum) else kind]
    if issubclass(kind, StrEnum):
        read = kind
    if optional:
        read = _or_none(read)
    meant = (
        (default if default is True else str(default))
        if isinstance(default, str | bool) and default
        else None
    )
    return _Part(
        (Flat(name, column, default is MISSING, meant),),
        lambda value: (None if value is None else lay(value),),
        lambda texts, at: read(texts[at]),
    )


def _nested(name: str, hint: object, default: object) -> _Part:
    """Return what no rule of the comparisons joins by as one text of JSON."""

    def lay(value: object) -> tuple[Cell, ...]:
        return ("" if value == default else json.dumps(to_json(value), ensure_ascii=False),)

    def read(texts: Sequence[str], at: int) -> object:
        text = texts[at]
        return from_json(json.loads(text), cast("type[object]", hint)) if text else default

    return _Part((Flat(name, Kind.TEXT, needed=False),), lay, read)


def _group(noun: type, *, optional: bool) -> _Part:
    """Return a value inside a value; an optional one is there when its needed columns are."""
    inner: Layout[object] = Layout(noun)
    begin = _GROUPS[noun]
    columns = tuple(Flat(begin + c.name, c.kind, needed=False) for c in inner.columns)
    needed = tuple(place for place, column in enumerate(inner.columns) if column.needed)
    nothing = (None,) * len(columns)

    def read(texts: Sequence[str], at: int) -> object:
        if optional and not all(texts[at + place] for place in needed):
            return None
        return inner.rebuild(texts, at)

    return _Part(columns, lambda value: nothing if value is None else inner.flatten(value), read)


def _or_none(read: Callable[[str], object]) -> Callable[[str], object]:
    return lambda text: read(text) if text else None


@lru_cache(maxsize=4096)
def _day(text: str) -> date:
    return date.fromisoformat(text)


@lru_cache(maxsize=1024)
def _share(text: str) -> Fraction:
    return Fraction(text or "1")


_SCALARS: dict[type, tuple[Kind, Callable[..., Cell], Callable[[str], object]]] = {
    str: (Kind.TEXT, str, str),
    StrEnum: (Kind.TEXT, str, str),
    bool: (Kind.FLAG, bool, "1".__eq__),
    int: (Kind.WHOLE, int, lambda text: int(text or 0)),
    date: (Kind.DAY, lambda value: value, _day),
    Fraction: (Kind.TEXT, str, _share),
}
