"""The fields of one worked case, read one by one; every fault names case, field and reason."""

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from caseworker_app.intake.yaml_text import Plain
from caseworker_app.model.values import Fen, Month

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

_CENT = 100
_DIGITS = 12
_WIDEST = 10**_DIGITS
_MOST_FAULTS = 200
_LONGEST_FAULT, _LONGEST_VALUE = 400, 80
_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12})?|[0-9]{1,6}/[1-9][0-9]{0,5}")
_NOTHING: tuple[Plain, ...] = (None, "")


class Faults:
    """What is wrong with a file (refused) and what was not understood in it (told).

    A file of the wrong kind is wrong in every line: of so many faults only the first are kept.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.rest = 0
        self.unknown: list[str] = []

    def add(self, line: str) -> None:
        if len(self.lines) < _MOST_FAULTS:
            self.lines.append(printable(line, _LONGEST_FAULT))
        else:
            self.rest += 1

    def told(self) -> tuple[str, ...]:
        """Return a line for each fault, and at the end how many more there are."""
        more = (f"另有 {self.rest} 处错误未列出。",) if self.rest else ()
        return (*self.lines, *more)


class Fields:
    """One mapping of the file; each reader returns a value, harmless where it noted a fault."""

    def __init__(self, values: Plain, case: str, path: str, faults: Faults) -> None:
        self.case = case
        self._path = path
        self._faults = faults
        self._asked: set[str] = set()
        if not isinstance(values, dict):
            self.fault("", values, "若干“字段：值”")
            values = {}
        self._values = {str(key): value for key, value in values.items()}

    def fault(self, key: str, value: Plain, allowed: str) -> None:
        shown = "（未填）" if value is None else printable(str(value), _LONGEST_VALUE)
        self._faults.add(f"{self.case}: {self._at(key)} = {shown}: 应为{allowed}。")

    def raw(self, key: str) -> Plain:
        self._asked.add(key)
        return self._values.get(key)

    def has(self, key: str) -> bool:
        return self.raw(key) not in _NOTHING

    def text(self, key: str, *, required: bool = False) -> str:
        value = self.raw(key)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is None and not required:
            return ""
        if isinstance(value, str) and (value or not required):
            return value
        return self._refuse(key, value, "文字", "")

    def flag(self, key: str) -> bool:
        """Return true or false; a word, such as the name of an illness, is true."""
        value = self.raw(key)
        if isinstance(value, str):
            return bool(value)
        return (
            bool(value) if value is None or isinstance(value, bool) else self._no_flag(key, value)
        )

    def count(self, key: str, most: int = 10**6, *, required: bool = False) -> int:
        value = self.raw(key)
        if value is None and not required:
            return 0
        if type(value) is int and 0 <= value <= most:
            return value
        return self._refuse(key, value, f"0 至 {most} 的整数", 0)

    def money(self, key: str) -> Fen:
        """Return yuan as fen; 0 where it is left out."""
        return self._hundredths(key, "元，不小于 0，至多两位小数")

    def area(self, key: str) -> int:
        return self._hundredths(key, "平方米，不小于 0，至多两位小数")

    def share(self, key: str) -> Fraction:
        value = self.raw(key)
        if value is None:
            return Fraction(1)
        exact = exact_number(value)
        if exact is not None and 0 <= exact <= 1:
            return exact
        return self._refuse(key, value, "0 至 1 的数或分数，如 0.25、1/4", Fraction(1))

    def day(self, key: str) -> date:
        value = self.raw(key)
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        return self._refuse(key, value, "日期 YYYY-MM-DD", date.min)

    def day_or_none(self, key: str) -> date | None:
        return self.day(key) if self.has(key) else None

    def month(self, key: str) -> Month:
        month = as_month(self.raw(key))
        return month or self._refuse(key, self.raw(key), "月份 YYYY-MM", Month(1, 1))

    def months(self, key: str) -> tuple[Month, ...]:
        found = [as_month(value) for value in self._list(key)]
        months = tuple(month for month in found if month)
        return (
            months
            if len(months) == len(found)
            else self._refuse(key, self.raw(key), "月份的列表", ())
        )

    def one_of(self, key: str, kind: type[E], default: E | None = None) -> E:
        value = self.raw(key)
        if value is None and default is not None:
            return default
        if isinstance(value, str):
            try:
                return kind(value)
            except ValueError:
                pass
        allowed = "、".join(member.value for member in kind)
        return self._refuse(key, value, f"以下之一：{allowed}", next(iter(kind)))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; a single text is a list of one."""
        value = self.raw(key)
        values = [value] if isinstance(value, str) else self._list(key)
        if all(isinstance(item, str) for item in values):
            return tuple(str(item) for item in values)
        return self._refuse(key, value, "文字的列表", ())

    def part(self, key: str) -> "Fields":
        """Return a mapping inside, empty where it is left out."""
        value = self.raw(key)
        return Fields({} if value is None else value, self.case, self._at(key), self._faults)

    def parts(self, key: str) -> tuple["Fields", ...]:
        """Return the mappings of a list, empty where it is left out."""
        return tuple(
            Fields(value, self.case, f"{self._at(key)}[{n}]", self._faults)
            for n, value in enumerate(self._list(key))
        )

    def mapping(self, key: str) -> dict[str, Plain]:
        value = self.raw(key)
        if value is None:
            return {}
        return value if isinstance(value, dict) else self._refuse(key, value, "若干“字段：值”", {})

    def end(self) -> None:
        """Note fields that nobody asked for: they change nothing, and the writer should know."""
        for key in self._values.keys() - self._asked:
            self._faults.unknown.append(f"{self.case}: {self._at(key)} 未使用。")

    def _list(self, key: str) -> list[Plain]:
        value = self.raw(key)
        if value is None:
            return []
        return value if isinstance(value, list) else self._refuse(key, value, "一个列表", [])

    def _hundredths(self, key: str, allowed: str) -> int:
        value = self.raw(key)
        if value is None:
            return 0
        if type(value) is int and 0 <= value < _WIDEST:  # nearly every amount, without a fraction
            return value * _CENT
        exact = exact_number(value)
        if exact is not None and exact >= 0 and (exact * _CENT).denominator == 1:
            return int(exact * _CENT)
        return self._refuse(key, value, allowed, 0)

    def _no_flag(self, key: str, value: Plain) -> bool:
        return self._refuse(key, value, "true 或 false", harmless=False)

    def _refuse(self, key: str, value: Plain, allowed: str, harmless: T) -> T:
        self.fault(key, value, allowed)
        return harmless

    def _at(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path and key else self._path or key


def printable(text: str, longest: int) -> str:
    """Return a text of others cut to a length and without what a terminal would obey."""
    cut = text if len(text) <= longest else f"{text[:longest]}…"
    return cut if cut.isprintable() else "".join(c if c.isprintable() else "□" for c in cut)


def exact_number(value: Plain) -> Fraction | None:
    """Return a number below 10¹², or a text that is one, exactly; None for anything else.

    The bound is checked before a huge exponent could fill the memory with digits.
    """
    if isinstance(value, str):
        return Fraction(value) if _NUMBER.fullmatch(value) else None
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return None
    number = Decimal(value)
    return Fraction(number) if abs(number.adjusted()) < _DIGITS else None


def as_month(value: Plain) -> Month | None:
    """Return the month of ``YYYY-MM``, or of a whole date; None for anything else."""
    if not isinstance(value, str):
        return None
    try:
        return Month.of(date.fromisoformat(value if value.count("-") > 1 else f"{value}-01"))
    except ValueError:
        return None
