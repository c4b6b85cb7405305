"""Two rule packs compared in words: which value differs, from when, for whom."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

from caseworker_app.model.codes import Residence
from caseworker_app.model.determination import Reason
from caseworker_app.rules.policy.pack import Pack

_ABSENT = "未规定"


class Difference(NamedTuple):
    """One value that is not the same in both packs."""

    path: str
    label: str
    before: str
    after: str
    since: date
    """First day on which the packs differ so; at the earliest the day both have begun."""
    residence: Residence | None
    """Whom it concerns; None for everybody."""
    basis: str
    """Where the value of the second pack comes from."""

    def sentence(self) -> str:
        whose = f"（{self.residence.zh}）" if self.residence else ""
        return f"{self.label}{whose}：{self.before} → {self.after}，自{self.since}起"


def differences(before: Pack, after: Pack) -> tuple[Difference, ...]:
    """Return every difference, by the order of the second pack's values, then by day."""
    found: list[Difference] = []
    last: dict[tuple[str, Residence | None], tuple[str, str]] = {}
    for day in _days(before, after):
        for residence in Residence:
            for one in _on(before, after, day, residence):
                key, values = (one.path, residence), (one.before, one.after)
                if last.get(key) != values and one.before != one.after:
                    found.append(one)
                last[key] = values
    order = {path: n for n, (path, _) in enumerate(last)}
    found.sort(key=lambda one: order[one.path])  # keeps the days of a path in their order
    return _joined(found)


def _days(before: Pack, after: Pack) -> list[date]:
    """Return the days on which either changes, once both have begun."""
    start = max(before.effective_from, after.effective_from)
    return sorted({start, *(max(start, day) for day, _, _ in chain(before.changes, after.changes))})


def _on(before: Pack, after: Pack, day: date, residence: Residence) -> Iterator[Difference]:
    old = before.on(day, residence).parameters
    new = after.on(day, residence).parameters
    absent = Reason("", _ABSENT)
    for path in dict.fromkeys((*new, *old)):
        then, now = old.get(path, absent), new.get(path, absent)
        label = now.label or then.label
        yield Difference(path, label, then.value, now.value, day, residence, now.basis)


def _joined(found: list[Difference]) -> tuple[Difference, ...]:
    """Return what is alike for town and country once, for everybody."""
    plain = [one._replace(residence=None) for one in found]
    told = (
        one if plain.count(shared) == 1 else shared
        for one, shared in zip(found, plain, strict=True)
    )
    return tuple(dict.fromkeys(told))
