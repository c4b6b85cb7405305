"""与上次核查相比: figures that moved further than is usual, and the reason a visit gave for it.

A jump proves nothing (DBM-17): it asks for one reason, which is printed; it never decides.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from caseworker_app.model.values import Fen
from caseworker_app.model.visit import ChangeReason, Visit

_MONTHS = 12
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Limit:
    """From how much change on a reason is asked for; in force from ``since`` to ``until``."""

    what: str
    """income (a year), spending (a month), money."""
    percent: int
    least: Fen
    """A smaller difference is never asked about, whatever its share."""
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Jump:
    """One figure of the visit against the visit before."""

    what: str
    before: Fen
    now: Fen
    day: date
    """Day of the visit before."""

    @property
    def direction(self) -> str:
        return "up" if self.now > self.before else "down"

    @property
    def percent(self) -> int | None:
        """Return by how many per cent, rounded down; None where there was nothing before."""
        if not self.before:
            return None
        return abs(self.now - self.before) * _HUNDRED // self.before


def income(visit: Visit) -> Fen:
    """Return the plain sum of a year, before what the law leaves out or imputes."""
    return sum(i.monthly * _MONTHS + i.annual for i in visit.incomes)


def spending(visit: Visit) -> Fen:
    return sum(expense.monthly for expense in visit.expenses)


def money(visit: Visit) -> Fen:
    return visit.property.money


FIGURES: Mapping[str, Callable[[Visit], Fen]] = {
    "income": income,
    "spending": spending,
    "money": money,
}


def jumps(visit: Visit, before: Visit | None, limits: tuple[Limit, ...]) -> tuple[Jump, ...]:
    """Return the figures that moved beyond their limit since the visit before.

    Spending that is not written down yet is not compared: nothing is said by an empty field.
    """
    if before is None:
        return ()
    found = []
    for limit in limits:
        if not (limit.since <= visit.day and (limit.until is None or visit.day <= limit.until)):
            continue
        figure = FIGURES[limit.what]
        jump = Jump(limit.what, figure(before), figure(visit), before.day)
        unsaid = limit.what == "spending" and not jump.now
        if not unsaid and _beyond(jump, limit):
            found.append(jump)
    return tuple(found)


def reason(visit: Visit, what: str) -> ChangeReason | None:
    """Return the reason a visit gave for a change, or None."""
    return next((r for r in visit.reasons or () if r.id == what and r.code), None)


def _beyond(jump: Jump, limit: Limit) -> bool:
    moved = abs(jump.now - jump.before)
    return moved >= limit.least and moved * _HUNDRED > limit.percent * jump.before
