"""One table of a rule pack, read key by key; every fault is kept with file, key, value, remedy."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias, TypeVar

from caseworker_app.model.values import Fen

T = TypeVar("T")

Steps: TypeAlias = tuple[tuple[int, Fraction], ...]
"""Least number → share, ascending."""

_CENT = 100
_DIGITS = 12
_SHOWN = 60
_DECEMBER = 12


class Faults:
    """Everything wrong with one file."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: list[str] = []

    def add(self, key: str, value: object, allowed: str) -> None:
        self._note(f"{key} = {_shown(value)}: 应为{allowed}。")

    def missing(self, key: str, allowed: str) -> None:
        self._note(f"缺少 {key}: 应为{allowed}。")

    def unknown(self, key: str, known: tuple[str, ...]) -> None:
        self._note(f"不认识的键 {key}，此处可用：{'、'.join(known)}。")

    def contradiction(self, keys: str, why: str) -> None:
        """Note values that are each allowed but cannot stand together."""
        self._note(f"{keys} 互相矛盾：{why}。")

    def _note(self, fault: str) -> None:
        line = f"{self.name}: {fault}"
        if line not in self.lines:  # a value is read once for each day on which the pack changes
            self.lines.append(line)


class Table:
    """A TOML table; each reader returns the value, or a harmless one after noting the fault."""

    def __init__(self, values: Mapping[str, object], path: str, faults: Faults) -> None:
        self._values = values
        self._path = path
        self._faults = faults
        self._asked: list[str] = []

    def has(self, key: str) -> bool:
        return key in self._values

    def table(self, key: str, *, optional: bool = False) -> "Table":
        value = self._get(key, "一个表", {} if optional else None)
        return self._inner(value, self._at(key))

    def tables(self, key: str) -> "tuple[Table, ...]":
        """Return the tables of a list, none where it is left out."""
        value = self._get(key, "表的列表", [])
        if not isinstance(value, list):
            return self._refuse(key, value, "表的列表", ())
        return tuple(self._inner(item, self._at(f"{key}[{n}]")) for n, item in enumerate(value))

    def text(self, key: str, default: str | None = None) -> str:
        return self._typed(key, str, "文字", "", default)

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        return self._typed(key, bool, "true 或 false", False, default)

    def day(self, key: str) -> date:
        value = self._get(key, "日期，如 2025-01-23", None)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        return self._refuse(key, value, "日期，如 2025-01-23", date.max)

    def day_or_none(self, key: str) -> date | None:
        if self.has(key):
            return self.day(key)
        self._asked.append(key)
        return None

    def choice(self, key: str, allowed: Mapping[str, T], default: str | None = None) -> T:
        names = "、".join(allowed)
        value = self._get(key, f"以下之一：{names}", default)
        if isinstance(value, str) and value in allowed:
            return allowed[value]
        return self._refuse(key, value, f"以下之一：{names}", next(iter(allowed.values())))

    def codes(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        value = self._get(key, "文字的列表", None if default is None else list(default))
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(str(item) for item in value)
        return self._refuse(key, value, "文字的列表", ())

    def levels(self, key: str) -> frozenset[int]:
        """Return disability levels, 1 to 4."""
        value = self._get(key, "1 至 4 的整数的列表", None)
        if isinstance(value, list) and all(type(item) is int and 1 <= item <= 4 for item in value):  # noqa: PLR2004  # GB/T 26341 knows four levels
            return frozenset(value)
        return self._refuse(key, value, "1 至 4 的整数的列表", frozenset())

    def count(self, key: str, least: int = 0, default: int | None = None) -> int:
        allowed = f"不小于 {least} 的整数"
        value = self._get(key, allowed, default)
        if type(value) is int and value >= least:
            return value
        return self._refuse(key, value, allowed, least)

    def month(self, key: str, default: int | None = None) -> int:
        """Return a month of the year."""
        allowed = "月份，1 至 12 的整数"
        value = self._get(key, allowed, default)
        if type(value) is int and 1 <= value <= _DECEMBER:
            return value
        return self._refuse(key, value, allowed, _DECEMBER)

    def number(self, key: str, default: Fraction | None = None) -> Fraction:
        """Return a number that is not negative."""
        value = self._get(key, "不小于 0 的数", default)
        exact = fraction(value)
        if exact is not None and exact >= 0:
            return exact
        return self._refuse(key, value, "不小于 0 的数", Fraction(0))

    def rate(self, key: str, default: Fraction | None = None) -> Fraction:
        allowed = "0 至 1 的数（1 即 100%）"
        value = self._get(key, allowed, default)
        exact = fraction(value)
        if exact is not None and 0 <= exact <= 1:
            return exact
        return self._refuse(key, value, allowed, Fraction(0))

    def money(self, key: str) -> Fen:
        """Return yuan of the file as fen."""
        return self._hundredths(key, "元，不小于 0，至多两位小数")

    def area(self, key: str) -> int:
        return self._hundredths(key, "平方米，不小于 0，至多两位小数")

    def share_steps(
        self, key: str, default: tuple[tuple[int, Fraction], ...]
    ) -> tuple[tuple[int, Fraction], ...]:
        """Return a table of least number → share, ascending; ``"3+"`` is 3 and more."""
        if not self.has(key) and default:
            self._asked.append(key)
            return default
        steps = self.table(key)
        numbers = {name: name.removesuffix("+") for name in steps.every_key()}
        if not numbers or not all(number.isdecimal() for number in numbers.values()):
            if self.has(key):
                self.fault(key, '数目 → 比例，如 { "1" = 0.50, "3+" = 0.40 }')
            return ((0, Fraction(0)),)
        return tuple(sorted((int(number), steps.rate(name)) for name, number in numbers.items()))

    def money_or(
        self, key: str, names: Mapping[str, Fen | None], default: str | None = None
    ) -> Fen | None:
        """Return fen, or what a name stands for."""
        value = self._values.get(key, default)
        if isinstance(value, str) or value is None:
            return self.choice(key, names, default)
        return self.money(key)

    def is_number(self, key: str) -> bool:
        return fraction(self._values.get(key)) is not None

    def is_text(self, key: str) -> bool:
        return isinstance(self._values.get(key), str)

    def every_key(self) -> tuple[str, ...]:
        """Return every key of the table, for tables whose keys are data."""
        self._asked.extend(self._values)
        return tuple(self._values)

    def fault(self, key: str, allowed: str) -> None:
        self._faults.add(self._at(key), self._values.get(key), allowed)

    def end(self) -> None:
        """Note every key that nobody asked for: a slip of the pen must not pass in silence."""
        for key in self._values:
            if key not in self._asked and not key.endswith("_note"):
                self._faults.unknown(self._at(key), tuple(dict.fromkeys(self._asked)))

    def _inner(self, value: object, path: str) -> "Table":
        if not isinstance(value, Mapping):
            self._faults.add(path, value, "一个表")
            value = {}
        return Table({str(name): item for name, item in value.items()}, path, self._faults)

    def _hundredths(self, key: str, allowed: str) -> int:
        value = self._get(key, allowed, None)
        exact = fraction(value)
        if exact is not None and exact >= 0 and (exact * _CENT).denominator == 1:
            return int(exact * _CENT)
        return self._refuse(key, value, allowed, 0)

    def _typed(self, key: str, kind: type[T], allowed: str, harmless: T, default: T | None) -> T:
        value = self._get(key, allowed, default)
        return value if isinstance(value, kind) else self._refuse(key, value, allowed, harmless)

    def _get(self, key: str, allowed: str, default: object) -> object:
        self._asked.append(key)
        if key in self._values:
            return self._values[key]
        if default is None:
            self._faults.missing(self._at(key), allowed)
            return _MISSING
        return default

    def _refuse(self, key: str, value: object, allowed: str, harmless: T) -> T:
        if value is not _MISSING:
            self._faults.add(self._at(key), value, allowed)
        return harmless

    def _at(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key


_MISSING: Mapping[str, object] = {}
"""Stands for a key that is absent and already noted."""


def fraction(value: object) -> Fraction | None:
    """Return a number below 10¹² exactly, or None for anything else; never through a float."""
    if isinstance(value, Fraction) or type(value) is int:
        return Fraction(value)
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) < _DIGITS:
        return Fraction(value)
    return None


def _shown(value: object) -> str:
    text = str(value)
    text = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return f'"{text}"' if isinstance(value, str) else text
