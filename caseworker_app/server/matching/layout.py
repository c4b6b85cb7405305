"""The nouns as flat rows and back: columns derived from the dataclasses, so neither can drift."""

import json
from collections.abc import Callable, Sequence
from dataclasses import MISSING, dataclass, fields
from datetime import date
from enum import Enum, StrEnum
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from operator import getitem
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


_READ = object()


@dataclass(frozen=True, slots=True)
class _Part:
    """A field of a noun: its columns, how it is taken apart and put together."""

    columns: tuple[Flat, ...]
    lay: Callable[[object], tuple[Cell, ...]]
    read: Callable[[Sequence[str], int], object]
    """Takes all texts of the row and where its own begin."""
    blank: object = _READ
    """What it is where its first column is empty, or that it has to be read even so."""


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
            (part.read, end - len(part.columns), part.blank)
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
        read = [
            read(texts, at + start) if blank is _READ or texts[at + start] else blank
            for read, start, blank in self._places
        ]
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
    meant = (
        (default if default is True else str(default))
        if isinstance(default, str | bool) and default
        else None
    )
    return _Part(
        (Flat(name, column, default is MISSING, meant),),
        lambda value: (None if value is None else lay(value),),
        getitem if read is str else lambda texts, at: read(texts[at]),
        None if optional else _BLANKS.get(kind, _READ),
    )


def _nested(name: str, hint: object, default: object) -> _Part:
    """Return what no rule of the comparisons joins by as one text of JSON."""

    def lay(value: object) -> tuple[Cell, ...]:
        return ("" if value == default else json.dumps(to_json(value), ensure_ascii=False),)

    def read(texts: Sequence[str], at: int) -> object:
        return from_json(json.loads(texts[at]), cast("type[object]", hint))

    return _Part((Flat(name, Kind.TEXT, needed=False),), lay, read, default)


def _group(noun: type, *, optional: bool) -> _Part:
    """Return a value inside a value; an optional one is there when its needed columns are."""
    inner: Layout[object] = Layout(noun)
    begin = _GROUPS[noun]
    columns = tuple(Flat(begin + c.name, c.kind, needed=False) for c in inner.columns)
    needed = tuple(place for place, column in enumerate(inner.columns) if column.needed)
    nothing = (None,) * len(columns)

    made = lru_cache(maxsize=4096)(inner.rebuild)  # a register has few sources

    def read(texts: Sequence[str], at: int) -> object:
        if optional and not all(texts[at + place] for place in needed):
            return None
        return made(tuple(texts[at : at + len(columns)]))

    blank = None if optional and 0 in needed else _READ
    return _Part(
        columns, lambda value: nothing if value is None else inner.flatten(value), read, blank
    )


@lru_cache(maxsize=4096)
def _day(text: str) -> date:
    return date.fromisoformat(text)


@lru_cache(maxsize=1024)
def _share(text: str) -> Fraction:
    return Fraction(text)


_SCALARS: dict[type, tuple[Kind, Callable[..., Cell], Callable[[str], object]]] = {
    str: (Kind.TEXT, str, str),
    StrEnum: (Kind.TEXT, str, str),
    bool: (Kind.FLAG, bool, "1".__eq__),
    int: (Kind.WHOLE, int, int),
    date: (Kind.DAY, lambda value: value, _day),
    Fraction: (Kind.TEXT, str, _share),
}
_BLANKS = {str: "", bool: False, int: 0, Fraction: Fraction(1)}
"""What an empty text means where a field is always there; others have to say."""
