"""追缴的请求: what may be asked for what was paid too much, by fault and the day of the act.

The day is that of the office's act. For fraud ended before the law and dealt with since, that is
also the milder of the two rules, as the law of penalties asks.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from caseworker_app.model.codes import Fault
from caseworker_app.model.values import Fen
from caseworker_app.rules.law import Articles, applicable, in_force
from caseworker_app.rules.period import months_after
from caseworker_app.rules.policy.pack import Pack

_LAPSES_MONTHS = 24
"""A violation not found for two years is no longer fined (APL-44, art. 36)."""

_GROUNDS: Mapping[Fault, Articles] = {
    Fault.NEGLIGENCE: ("SAL-46", "DBM-30", "N22-5.5", "CC-985"),
    Fault.INNOCENT: ("CC-985",),
    Fault.AUTHORITY: ("CC-985", "DBM-39"),
}
"""Of those who did not cheat: to report changes, to return what has no ground."""

_IN_GOOD_FAITH = frozenset({Fault.INNOCENT, Fault.AUTHORITY})


@dataclass(frozen=True, slots=True)
class Debt:
    """What was paid too much, and how it came about."""

    fault: Fault
    amount: Fen
    dead: bool = False
    """The recipient is dead: the heirs return it, from the estate."""
    estate: Fen | None = None
    """Value of the estate; None where it is not known yet."""
    gone: Fen = 0
    """Of the amount, what a recipient in good faith no longer has (CC-985, art. 986)."""
    ignored: bool = False
    """A decision to reduce or stop was ignored and the benefit kept (SAL-74)."""
    ended: date | None = None
    """Day the fraud ended."""
    found: date | None = None
    """Day it was found."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What may be asked; all of it by ``articles`` in force on the day."""

    debt: Debt
    day: date
    """Of the act."""
    returned: Fen
    left: Fen
    """Not asked back."""
    fine_least: Fen
    fine_most: Fen
    """0 where no fine may be asked."""
    multiple: int
    """Of the amount, at most; 0 without a fine."""
    lapsed: bool
    """A fine is out of time (APL-44)."""
    credit: bool
    """Recorded in personal credit (ZJR-61)."""
    ordered: bool
    """A return within a time limit is ordered for a decision that was ignored (SAL-74)."""
    articles: Articles


def claim(debt: Debt, day: date, pack: Pack) -> Claim:
    """Return what may be asked for a debt on the day of the act."""
    law = pack.on(day)
    since_law = in_force("SAL-73", day, law)
    by_fraud = debt.fault is Fault.FRAUD and not debt.dead
    lapsed = by_fraud and _lapsed(debt)
    fined = by_fraud and not lapsed
    multiple = law.national.fine_multiple if fined else 0
    credit = by_fraud and bool(_in_force(("ZJR-61",), day, law))
    ordered = debt.ignored and not debt.dead and in_force("SAL-74", day, law)
    left = _left(debt)
    return Claim(
        debt=debt,
        day=day,
        returned=debt.amount - left,
        left=left,
        fine_least=0 if since_law or not fined else debt.amount,
        fine_most=multiple * debt.amount,
        multiple=multiple,
        lapsed=lapsed,
        credit=credit,
        ordered=ordered,
        articles=_in_force(
            (
                *_grounds(debt, since_law=since_law),
                *(("SAL-74",) if ordered else ()),
                *(("APL-44",) if by_fraud else ()),
                *(("ZJR-61",) if credit else ()),
            ),
            day,
            law,
        ),
    )


def _left(debt: Debt) -> Fen:
    """Return what is not asked back: what is gone in good faith, what the estate cannot pay."""
    if debt.dead:
        return max(0, debt.amount - debt.estate) if debt.estate is not None else 0
    return min(debt.gone, debt.amount) if debt.fault in _IN_GOOD_FAITH else 0


def _lapsed(debt: Debt) -> bool:
    return (
        debt.ended is not None
        and debt.found is not None
        and debt.found > months_after(debt.ended, _LAPSES_MONTHS)
    )


def _grounds(debt: Debt, *, since_law: bool) -> Articles:
    if debt.dead:
        return ("CC-985",)
    if debt.fault is Fault.FRAUD:
        return ("SAL-73" if since_law else "IM-68", "N22-5.5")
    return _GROUNDS[debt.fault]


def _in_force(codes: Articles, day: date, law: Pack) -> Articles:
    return tuple(code for code in applicable(codes, law) if in_force(code, day, law))
