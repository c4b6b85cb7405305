"""From which month a change counts, who counts in a month, and what was reported late."""

from datetime import date

from caseworker_app.model.change import HouseholdChange
from caseworker_app.model.codes import ChangeKind
from caseworker_app.model.values import Month
from caseworker_app.model.visit import Visit
from caseworker_app.rules.changes import kinds
from caseworker_app.rules.changes.kinds import COMES, GOES
from caseworker_app.rules.period import months_after
from caseworker_app.rules.policy.pack import Pack


def effective(change: HouseholdChange, decided: date) -> Month:
    """Return the first month a change counts for what is paid.

    A death ends the payment with the month it happened in, whenever it is heard of; anything
    else counts from the month after the decision (DBM-21, SAL-47).
    """
    if change.kind is ChangeKind.DEATH and change.day is not None:
        return Month.of(change.day).plus(1)
    return Month.of(decided).plus(1)


def counted_in(visit: Visit, month: Month) -> frozenset[str]:
    """Return the members who count in a month, by what was written down of each."""
    still = {member.id for member in visit.members if not member.excluded}
    for change in reversed(visit.changes or ()):
        since = effective(change, visit.day)
        if month >= since:
            continue
        if change.kind in COMES:
            still -= set(change.who)
        elif change.kind in GOES | {ChangeKind.STUDY, ChangeKind.RETURN}:
            for was in change.before:
                still = still - {was.id} if was.excluded else still | {was.id}
    return frozenset(still)


def steps(visit: Visit) -> tuple[tuple[Month, int], ...]:
    """Return the months in which the number who count changes, and the number from then on."""
    months = {effective(c, visit.day) for c in visit.changes or () if moves(c)}
    if not months:
        return ()
    first = min(months)
    counts = [(month, len(counted_in(visit, month))) for month in sorted({*months})]
    return ((first.plus(-1), len(counted_in(visit, first.plus(-1)))), *counts)


def moves(change: HouseholdChange) -> bool:
    """Tell whether a change alters who counts."""
    if change.kind in COMES or change.kind is ChangeKind.RETURN:
        return True
    return bool(kinds.excluded(change.kind, change.how))


def paid_since(died: date, today: date) -> tuple[Month, ...]:
    """Return the months that were usually paid since a death: up to the current one."""
    first = Month.of(died)
    return tuple(first.plus(n) for n in range(1, first.months_until(Month.of(today)) + 1))


def report_within(pack: Pack) -> int:
    """Return the months after which silence about a major change is criticised (N22-5.5)."""
    return pack.time_limits.limits["report_change"].length


def is_late(change: HouseholdChange, day: date, within: int) -> bool:
    """Tell whether a change was kept silent for more than so many months."""
    return change.day is not None and months_after(change.day, within) < day
