"""Where two determinations differ, in words an official reads."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import msgspec

from caseworker_app.model.codes import Action, Category, Recheck
from caseworker_app.model.determination import Remark
from caseworker_app.model.household import Household
from caseworker_app.model.values import Json, Month, yuan
from caseworker_app.rules.policy.labels import CHOICES
from caseworker_app.wire.operation import same
from caseworker_app.wire.units import from_json

_NONE = "（无）"
_REASON = "/reason"
_PARTS = "parts"

_Step: TypeAlias = Mapping[str, Json]
_Way: TypeAlias = tuple[str, ...]
"""Labels from the root of an explanation down to one of its steps."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the stored and the recomputed determination differ."""

    path: str
    """Unit of the determination, or the way down its explanation."""
    what: str
    stored: str
    recomputed: str


def told(
    household: Household, stored: Mapping[str, Json], again: Mapping[str, Json]
) -> tuple[Difference, ...]:
    """Return every difference: the decision and its figures first, then the explanation."""
    words = _Words({member.id: member.name for member in household.members})
    found = (*_figures(words, stored, again), *_explained(words, _tree(stored), _tree(again)))
    return found or (Difference(_REASON, "说明各步的次序", "与重算不同", "与封存不同"),)


class _Words:
    """Values of a determination in words; members by their names."""

    def __init__(self, names: Mapping[str, str]) -> None:
        keys = "|".join(map(re.escape, names))
        self._names = names
        self._key = re.compile(rf"(?<![A-Za-z0-9-])(?:{keys})(?![A-Za-z0-9-])")

    def shown(self, field: str, value: Json) -> str:
        if value in (None, "", []):
            return _NONE
        try:
            return self.text(_SHOWN[field](value)) if field in _SHOWN else self.text(value)
        except msgspec.ValidationError:  # another version wrote it in another form
            return self.text(value)

    def text(self, value: Json) -> str:
        if isinstance(value, list):
            return "、".join(map(self.text, value))
        if isinstance(value, dict):
            return "，".join(map(self.text, value.values()))
        return self._key.sub(lambda found: self._names[found[0]], str(value))


def _figures(
    words: _Words, stored: Mapping[str, Json], again: Mapping[str, Json]
) -> Iterator[Difference]:
    for path in dict.fromkeys((*again, *stored)):
        field, before, after = path.split("/")[1], stored.get(path), again.get(path)
        if not path.startswith(f"{_REASON}/") and not same(before, after):
            what = _FIELDS.get(field, path)
            yield Difference(path, what, words.shown(field, before), words.shown(field, after))


def _explained(words: _Words, stored: _Step, again: _Step) -> Iterator[Difference]:
    before, after = dict(_steps(stored, ())), dict(_steps(again, ()))
    for way in dict.fromkeys((*after, *before)):
        one, other = before.get(way), after.get(way)
        path = "/".join((_REASON, *way))
        what = " › ".join(map(words.text, ("说明", *way)))
        if one is not None and other is not None:
            for field in dict.fromkeys((*other, *one)):
                left, right = one.get(field), other.get(field)
                if field != _PARTS and not same(left, right):
                    told = f"{what} › {_FIELDS.get(field, field)}"
                    shown = words.shown(field, left), words.shown(field, right)
                    yield Difference(f"{path}/{field}", told, *shown)
        elif way[:-1] in before and way[:-1] in after:  # what is below it need not be told too
            yield Difference(path, what, _summary(words, one), _summary(words, other))


def _summary(words: _Words, step: _Step | None) -> str:
    return _NONE if step is None else words.text(step.get("value")) or "有这一步"


def _tree(units: Mapping[str, Json]) -> _Step:
    head = f"{_REASON}/"
    return {path.removeprefix(head): value for path, value in units.items() if head in path}


def _steps(step: _Step, way: _Way) -> Iterator[tuple[_Way, _Step]]:
    """Yield a step and all below it; of several of the same name the later ones are numbered."""
    yield way, step
    seen: Counter[str] = Counter()
    parts = step.get(_PARTS)
    for part in parts if isinstance(parts, list) else ():
        if isinstance(part, dict):
            label = str(part.get("label"))
            seen[label] += 1
            number = f"（{seen[label]}）" if seen[label] > 1 else ""
            yield from _steps(part, (*way, label + number))


def _money(value: Json) -> str:
    return f"{yuan(from_json(value, int))} 元"


def _month(value: Json) -> str:
    return str(from_json(value, Month))


def _each(value: Json) -> str:
    """Return member and amount of each pair of them."""
    pairs = from_json(value, tuple[tuple[str, int], ...])
    return "、".join(f"{who} {yuan(fen)} 元" for who, fen in pairs)


def _remarks(value: Json) -> str:
    return "".join(remark.text for remark in from_json(value, tuple[Remark, ...]))


_SHOWN: Mapping[str, Callable[[Json], str]] = {
    **dict.fromkeys(
        (
            "income_annual", "per_capita", "per_capita_after_rigid", "rigid_annual", "standard",
            "gap", "top_up", "monthly", "overpaid",
        ),
        _money,
    ),
    "category": lambda value: from_json(value, Category).zh,
    "action": lambda value: from_json(value, Action).zh,
    "after_grace": lambda value: from_json(value, Action).zh,
    "recheck": lambda value: from_json(value, Recheck).zh,
    "from_month": _month,
    "grace_until": _month,
    "single_listed": _each,
    "remarks": _remarks,
    "care": lambda value: CHOICES.get(str(value), str(value)),
}  # fmt: skip

_FIELDS: Mapping[str, str] = {
    "as_of": "认定日",
    "counted": "共同生活人口",
    "income_annual": "家庭年收入",
    "per_capita": "月人均收入",
    "per_capita_after_rigid": "扣除刚性支出后月人均",
    "rigid_annual": "刚性支出（年）",
    "standard": "低保标准",
    "category": "认定结果",
    "gap": "每月差额",
    "top_up": "分类施保",
    "monthly": "每月金额",
    "action": "处理",
    "from_month": "执行月份",
    "recheck": "复核周期",
    "decided_by": "依据条文",
    "pack_id": "规则包",
    "pack_hash": "规则包摘要",
    "single_listed": "单列户",
    "care": "自理能力",
    "term_months": "期限（月）",
    "grace_until": "渐退至",
    "after_grace": "渐退期满后",
    "overpaid": "多发金额",
    "finish_by": "办结期限",
    "remarks": "需要留意",
    "label": "名称",
    "value": "数值",
    "formula": "算式",
    "articles": "依据条文",
    "source": "出处",
    "basis": "标准依据",
}
