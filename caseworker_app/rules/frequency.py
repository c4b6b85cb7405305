"""复核周期: how often a household is re-verified (DBM-31, REF-7)."""

from datetime import date, timedelta
from math import floor

from caseworker_app.model.codes import Category, EmploymentStatus, IncomeKind, Recheck
from caseworker_app.model.economy import Income, Person
from caseworker_app.model.household import Household
from caseworker_app.rules.period import months_after
from caseworker_app.rules.policy.pack import HalfYearly, Pack

_LIMITS = {Recheck.YEARLY: "recheck_yearly", Recheck.HALF_YEARLY: "recheck_half_yearly"}

_UNSTEADY = frozenset({EmploymentStatus.UNSTABLE, EmploymentStatus.IDLE})
_ABLE = _UNSTEADY | {EmploymentStatus.EMPLOYED}


def recheck(
    category: Category, counted: tuple[Person, ...], incomes: tuple[Income, ...], pack: Pack
) -> Recheck:
    """Return the cycle of a household; 特困 are always checked once a year (REF-7)."""
    if category is Category.TEKUN:
        return Recheck.YEARLY
    if pack.half_yearly is HalfYearly.ANY_ABLE:
        able = any(person.status in _ABLE for person in counted)
    else:
        able = any(_unsteady(person, incomes) for person in counted)
    return Recheck.HALF_YEARLY if able else Recheck.YEARLY


def due_day(household: Household, last_check: date | None, pack: Pack) -> date:
    """Return the day by which the household is to be checked again.

    A household never checked is due when it has received for one period.
    """
    return due_after(last_check or date(*household.since, 1), household.recheck, pack)


def due_after(check: date, cycle: Recheck, pack: Pack) -> date:
    """Return the day by which a household checked on a day is to be checked again."""
    return months_after(check, pack.time_limits.limits[_LIMITS[cycle]].length)


def near_from(check: date, due: date, pack: Pack) -> date:
    """Return the day from which the next check may begin: the first its countdown is yellow."""
    whole = (due - check).days
    return due - timedelta(days=max(0, floor(pack.time_limits.yellow_share * whole)))


def _unsteady(person: Person, incomes: tuple[Income, ...]) -> bool:
    if person.status is EmploymentStatus.EMPLOYED:
        return any(i.who == person.id and i.kind is IncomeKind.BUSINESS for i in incomes)
    return person.status in _UNSTEADY
