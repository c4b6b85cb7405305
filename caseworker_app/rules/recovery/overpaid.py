"""追缴: what was paid too much, and how it is paid back (SAL-73, CC-985)."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from caseworker_app.errors import UserError
from caseworker_app.model.economy import EconomicStatus
from caseworker_app.model.values import Fen, Month, yuan
from caseworker_app.rules.figures import YUAN
from caseworker_app.rules.policy.pack import Pack


class Instalments(NamedTuple):
    """Equal whole-yuan instalments; the remainder is in the last."""

    each: Fen
    last: Fen
    total: Fen
    last_month: Month

    @property
    def periods(self) -> int:
        return (self.total - self.last) // self.each + 1

    def schedule(self) -> tuple["Instalment", ...]:
        """Return every instalment in its order; together they are the total, to the fen."""
        first = self.last_month.plus(1 - self.periods)
        amounts = (*[self.each] * (self.periods - 1), self.last)
        return tuple(Instalment(first.plus(n), fen) for n, fen in enumerate(amounts))


class Instalment(NamedTuple):
    month: Month
    amount: Fen


class Benefit(NamedTuple):
    """What one place pays: a month's amount from and up to a month, both included."""

    since: Month
    monthly: Fen
    last_paid: Month


class Overlap(NamedTuple):
    """Months paid by both places, what we recover, from when we stop."""

    months: int
    recover: Fen
    stop_from: Month


class Overpaid(NamedTuple):
    """A month that was paid more than it should have been."""

    month: Month
    paid: Fen
    due: Fen

    @property
    def over(self) -> Fen:
        return self.paid - self.due


def overpaid(due: Mapping[Month, Fen], paid: Mapping[Month, Fen]) -> tuple[Overpaid, ...]:
    """Return the months paid too much, in their order.

    ``due`` is what was due a month from each month on; before its first month all was rightly
    paid. What another month was paid too little is not set off here.
    """
    found = []
    for month in sorted(paid):
        since = max((start for start in due if start <= month), default=None)
        if since is not None and paid[month] > due[since]:
            found.append(Overpaid(month, paid[month], due[since]))
    return tuple(found)


def total(months: Iterable[Overpaid]) -> Fen:
    return sum(month.over for month in months)


def after_death(status: EconomicStatus, monthly: Fen) -> Fen:
    """Return what was paid too much after a death."""
    return total(months_after_death(status, monthly))


def months_after_death(status: EconomicStatus, monthly: Fen) -> tuple[Overpaid, ...]:
    """Return the months paid too much after a death: each falls by what the household loses.

    The month of the death itself was rightly paid.
    """
    death, before = status.death, status.current_monthly
    if death is None or death.day > status.as_of or before <= monthly:
        return ()
    late = sorted({month for month in death.paid_after if month > Month.of(death.day)})
    return tuple(Overpaid(month, before, monthly) for month in late)


def instalments(total: Fen, periods: int, first_month: Month) -> Instalments:
    """Return the plan for a debt; raises UserError when it cannot be split so."""
    if total <= 0 or periods < 1:
        raise UserError("分期金额须大于零，期数至少一期。请更正后重算。")
    each = total // (periods * YUAN) * YUAN if periods > 1 else total
    if not each:
        raise UserError(f"{yuan(total)}元分{periods}期，每期不足一元。请减少期数。")
    return Instalments(each, total - each * (periods - 1), total, first_month.plus(periods - 1))


def plan_faults(plan: Instalments, periods: int, pack: Pack) -> tuple[str, ...]:
    """Return in what a plan goes beyond the pack's limits, as sentences."""
    rules = pack.recovery
    faults = []
    if periods > rules.max_months:
        faults.append(f"分期{periods}个月，超过规则包规定的{rules.max_months}个月。")
    if periods > 1 and plan.each < rules.min_instalment:
        least = yuan(rules.min_instalment)
        faults.append(f"每期{yuan(plan.each)}元，低于规则包规定的{least}元。")
    return tuple(faults)


def overlap(as_of: Month, ours: Benefit, theirs: Benefit) -> Overlap:
    """Return the months both places paid and what of ours is recovered (HJ13)."""
    first, last = max(ours.since, theirs.since), min(ours.last_paid, theirs.last_paid)
    months = max(0, first.months_until(last) + 1)
    return Overlap(months, ours.monthly * months, as_of.plus(1))
