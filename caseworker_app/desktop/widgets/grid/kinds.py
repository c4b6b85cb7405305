"""What a cell of a sheet may hold, and how people write it; without Qt.

``read`` takes text typed or pasted and raises ``WrongTextError`` with a sentence for the person.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets import money_text
from caseworker_app.desktop.widgets.grid import initials
from caseworker_app.model.values import Fen

Value: TypeAlias = str | int | date | None
"""What a cell holds: words or a code, fen or a count, a day; None where it is empty."""

_DAY = re.compile(r"(\d{4}|\d{2})[-/.年 ](\d{1,2})[-/.月 ](\d{1,2})[日号]?")
_RUN = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH = re.compile(r"(\d{4})[-/.年 ]?(\d{1,2})月?")
_PER = re.compile(r"元?/[月年]$")
_CENTURY = 100
_NAMED = 6
_NO_MATCH = 4


class WrongTextError(ValueError):
    """A sentence saying why a text was not taken."""


@dataclass(frozen=True, slots=True)
class TextKind:
    """Words on one line."""

    longest: int = 60
    options: tuple[tuple[str, str], ...] = ()
    """What is written there most often, offered while typing."""
    right = False
    live = True
    closed = False

    def read(self, text: str) -> Value:
        words = " ".join(text.split())
        if len(words) > self.longest:
            raise WrongTextError(
                tr("有 {n} 个字，这一格最多 {longest} 个字", n=len(words), longest=self.longest)
            )
        return words

    def shown(self, value: Value) -> str:
        return str(value or "")

    typed = shown

    @property
    def unit(self) -> str:
        return ""

    def offer(self, text: str) -> tuple[tuple[str, str], ...]:
        """Return what is offered for a text begun."""
        return _matching(self.options, text) if text else self.options


@dataclass(frozen=True, slots=True)
class MoneyKind:
    """An amount, typed in yuan, kept in fen."""

    unit: str = tr("元")
    most: Fen = 1_000_000_000
    """Ten million yuan: more is a slip of the finger."""
    blank: bool = False
    """Whether nothing is shown for 0."""
    right = True
    live = True
    closed = False

    def read(self, text: str) -> Value:
        folded = "".join(map(money_text.fold, text)).strip()
        bare = money_text.plain(_PER.sub("", folded))
        if bare.startswith(("-", "−")):
            raise WrongTextError(tr("“{strip}”是负数，金额不能小于 0", strip=text.strip()))
        try:
            fen = money_text.read(bare)
        except ValueError:
            told = tr("“{strip}”不是金额，请只填数字，最多两位小数", strip=text.strip())
            raise WrongTextError(told) from None
        if fen is not None and fen > self.most:
            raise WrongTextError(
                tr("超过 {shown} 元，请核对是否多打了几位", shown=money_text.shown(self.most))
            )
        return fen

    def shown(self, value: Value) -> str:
        if not isinstance(value, int) or (self.blank and not value):
            return ""
        return money_text.shown(value)

    def typed(self, value: Value) -> str:
        return self.shown(value).replace(",", "")

    def offer(self, _text: str) -> tuple[tuple[str, str], ...]:
        return ()


@dataclass(frozen=True, slots=True)
class CountKind:
    """A whole number."""

    unit: str = ""
    most: int = 999
    least: int = 0
    right = True
    live = True
    closed = False

    def read(self, text: str) -> Value:
        bare = money_text.plain(text).removesuffix(self.unit)
        if not bare:
            return None
        if not bare.isdecimal() or not self.least <= int(bare) <= self.most:
            told = tr(
                "“{strip}”不合适，请填 {least} 至 {most} 的整数",
                strip=text.strip(),
                least=self.least,
                most=self.most,
            )
            raise WrongTextError(told)
        return int(bare)

    def shown(self, value: Value) -> str:
        return str(value) if value else ""

    typed = shown

    def offer(self, _text: str) -> tuple[tuple[str, str], ...]:
        return ()


@dataclass(frozen=True, slots=True)
class ChoiceKind:
    """One of a list: typed by its words, its code, the initials of its pinyin, or its number."""

    options: tuple[tuple[str, str], ...]
    """(code, words); a code "" is the answer that nothing is the case."""
    right = False
    live = False
    closed = True

    @property
    def unit(self) -> str:
        return ""

    def read(self, text: str) -> Value:
        wanted = _folded(text)
        codes = {code for code, _ in self.options}
        if not wanted:
            if "" not in codes:
                raise WrongTextError(tr("这一格不能空着，请选一项"))
            return ""
        for code, words in self.options:
            if wanted in {_folded(words), code.lower()}:
                return code
        best = _best(self.options, text)
        if len(best) == 1:
            return best[0][0]
        if best:
            names = tr("、").join(words for _, words in best[:_NAMED])
            raise WrongTextError(
                tr("“{strip}”不止一个：{names}，请再写一个字", strip=text.strip(), names=names)
            )
        names = tr("、").join(words for _, words in self.options[:_NAMED])
        more = tr(" 等 {n} 项", n=len(self.options)) if len(self.options) > _NAMED else ""
        raise WrongTextError(
            tr(
                "没有“{strip}”这一项，可填 {names}{more}",
                strip=text.strip(),
                names=names,
                more=more,
            )
        )

    def shown(self, value: Value) -> str:
        return dict(self.options).get(str(value or ""), str(value or ""))

    typed = shown

    def offer(self, text: str) -> tuple[tuple[str, str], ...]:
        return _matching(self.options, text) if text.strip() else self.options


@dataclass(frozen=True, slots=True)
class DateKind:
    """A day, in any of six ways: 2026-11-2, 2026/11/2, 2026.11.2, 20261102, 2026年11月2日, 26.11.2.

    ``month`` also takes 2026-11 and 2026年11月 for the first of the month, and shows no day.
    """

    earliest: date
    latest: date
    month: bool = False
    right = False
    live = False
    closed = False

    @property
    def unit(self) -> str:
        return ""

    def read(self, text: str) -> Value:
        bare = "".join(map(money_text.fold, text)).strip()
        if not bare:
            return None
        day = self._day(bare, text)
        if not self.earliest <= day <= self.latest:
            told = tr(
                "{said}不在 {said2} 至 {said3} 之间",
                said=_said(day),
                said2=_said(self.earliest),
                said3=_said(self.latest),
            )
            raise WrongTextError(told)
        return day

    def shown(self, value: Value) -> str:
        if not isinstance(value, date):
            return ""
        return (
            tr("{year}年{month}月", year=value.year, month=value.month)
            if self.month
            else _said(value)
        )

    def typed(self, value: Value) -> str:
        if not isinstance(value, date):
            return ""
        return f"{value:%Y-%m}" if self.month else value.isoformat()

    def offer(self, _text: str) -> tuple[tuple[str, str], ...]:
        return ()

    def _day(self, bare: str, text: str) -> date:
        found = _RUN.fullmatch(bare) or _DAY.fullmatch(bare)
        parts = found.groups() if found else ()
        if not parts and self.month and (short := _MONTH.fullmatch(bare)):
            parts = (*short.groups(), "1")
        try:
            year, month, day = map(int, parts)
            return date(self._year(year), month, day)
        except ValueError:
            wish = tr("2026-11 或 2026年11月") if self.month else tr("2026-11-22 或 20261122")
            told = tr("“{strip}”不是日期，请照 {wish} 的样子填", strip=text.strip(), wish=wish)
            raise WrongTextError(told) from None

    def _year(self, year: int) -> int:
        """Return the whole year of two digits: this century unless that is still to come."""
        if year >= _CENTURY:
            return year
        this = self.latest.year // _CENTURY * _CENTURY + year
        return this if this <= self.latest.year else this - _CENTURY


Kind: TypeAlias = TextKind | MoneyKind | CountKind | ChoiceKind | DateKind


def _said(day: date) -> str:
    return tr("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)


def _folded(text: str) -> str:
    return "".join(map(money_text.fold, text)).strip().lower()


def _matching(options: tuple[tuple[str, str], ...], text: str) -> tuple[tuple[str, str], ...]:
    """Return the options a text may mean, the likeliest first."""
    ranked = sorted((_rank(option, _folded(text)), at) for at, option in enumerate(options))
    return tuple(options[at] for rank, at in ranked if rank < _NO_MATCH)


def _best(options: tuple[tuple[str, str], ...], text: str) -> tuple[tuple[str, str], ...]:
    """Return only the options that match as well as the likeliest."""
    found = _matching(options, text)
    wanted = _folded(text)
    return tuple(o for o in found if _rank(o, wanted) == _rank(found[0], wanted))


def _rank(option: tuple[str, str], wanted: str) -> int:
    """Return how well an option fits: its beginning, its code or initials, anywhere, not."""
    code, words = option[0].lower(), option[1].lower()
    short = initials.of(words)
    if wanted == short:
        return 0
    if words.startswith(wanted):
        return 1
    if (code and code.startswith(wanted)) or short.startswith(wanted):
        return 2
    return 3 if wanted in words or wanted in short else _NO_MATCH
