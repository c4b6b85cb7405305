"""Households put into disorder: any field may take any value seen in a whole township."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar

from caseworker_app.model.declaration import Declaration
from caseworker_app.model.register import RegisterSlice
from caseworker_app.rules.comparison.facts import months_before

Case = tuple[Declaration, RegisterSlice]
_T = TypeVar("_T")

_KEPT = {"id", "household_id", "member_id", "head", "source"}
"""Fields by which rows are told apart."""
_LISTS = ("persons", "vehicles", "estates", "incomes")
_BELONGING = ("persons", "vehicles", "estates")


class Disorder:
    """Changes households at random, the same for the same seed."""

    def __init__(self, sample: Iterable[Case], day: date, seed: int) -> None:
        self.chance = Random(seed)
        self._values: dict[tuple[type, str], list[object]] = defaultdict(list)
        sample = tuple(sample)
        for told, records in sample:
            self._learn(told)
            for item in (*_items(told, _LISTS), *_items(records, _BELONGING)):
                self._learn(item)
        self._days = _days(day, [told for told, _ in sample])

    def household(self, case: Case) -> Case:
        """Return a household with some of what it declared and of its rows changed."""
        told, records = case
        for name in _LISTS:
            changes: dict[str, Any] = {name: self._some(getattr(told, name))}
            told = replace(told, **changes)
        for name in _BELONGING:
            rows = self._some(getattr(records, name))
            more = (self._changed(replace(row, id=f"{row.id}b")) for row in rows if self._hit(0.05))
            same = (row for row in rows if self._hit(0.05))
            records = replace(records, **{name: (*rows, *more, *same)})
        return (self._changed(told) if self._hit(0.2) else told), records

    def _some(self, items: Sequence[_T]) -> tuple[_T, ...]:
        kept = [item for item in items if not self._hit(0.04)]
        return tuple(self._changed(item) if self._hit(0.25) else item for item in kept)

    def _changed(self, item: _T) -> _T:
        names = [f.name for f in fields(item) if self._may(f.name)]  # type: ignore[arg-type]  # nouns are dataclasses
        chosen = self.chance.sample(names, self.chance.randint(1, 3))
        changes = {name: self._value(item, name) for name in chosen}
        return replace(item, **changes)  # type: ignore[type-var]  # likewise

    def _value(self, item: object, name: str) -> object:
        seen = self.chance.choice(self._values[type(item), name])
        if isinstance(seen, date):
            return self.chance.choice(self._days)
        if "id_number" in name and isinstance(seen, str) and self._hit(0.2):
            return self.chance.choice((seen.lower(), f" {seen}", seen[:6] + seen[8:17], seen[:-1]))
        return seen

    def _learn(self, item: object) -> None:
        for field in fields(item):  # type: ignore[arg-type]  # likewise
            self._values[type(item), field.name].append(getattr(item, field.name))

    def _may(self, name: str) -> bool:
        return name not in {*_KEPT, *_LISTS, "rigid", "obligors", "authorisations"}

    def _hit(self, share: float) -> bool:
        return self.chance.random() < share


def _items(holder: object, names: Iterable[str]) -> Iterable[object]:
    return (item for name in names for item in getattr(holder, name))


def _days(day: date, told: Iterable[Declaration]) -> list[date]:
    """Return the days on which a rule may change its mind, and those beside them."""
    turning = {day, months_before(day, 24), months_before(day, 12)}
    turning |= {one.last_check or one.signed for one in told}
    return sorted(d + timedelta(days=n) for d in turning for n in (-1, 0, 1))
