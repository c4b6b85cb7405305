"""家庭收入: each counted figure of a year, exact, with what it was made of (DBM-13)."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from caseworker_app.model.codes import EmploymentStatus, IncomeKind
from caseworker_app.model.economy import EconomicStatus, Income, Person, Support
from caseworker_app.model.values import Fen
from caseworker_app.rules.figures import YEAR, Exact, share
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.support import amount


class Wage(NamedTuple):
    """All wages of one person."""

    who: str
    annual: Exact
    rows: tuple[Income, ...]
    gross: Fen
    disregard: Exact
    cost: Exact


class Plain(NamedTuple):
    """A business, property or transfer income; ``left_out`` of it is not counted."""

    who: str
    annual: Exact
    row: Income
    left_out: Fen


class Imputed(NamedTuple):
    """Income reckoned for a person who could earn (idle) or has odd jobs (unstable)."""

    who: str
    annual: Exact
    status: EmploymentStatus
    monthly: Exact
    cost: Exact


class Spared(NamedTuple):
    """An idle person for whom nothing is imputed, with the reason code."""

    who: str
    annual: Exact
    reason: str


class Supported(NamedTuple):
    """What one supported person has from one obligor."""

    who: str
    annual: Exact
    support: Support


Item: TypeAlias = Wage | Plain | Imputed | Spared | Supported

_COULD_EARN = frozenset({EmploymentStatus.UNSTABLE, EmploymentStatus.IDLE})
"""Whose income is reckoned, not only found."""


def items(status: EconomicStatus, members: tuple[Person, ...], pack: Pack) -> tuple[Item, ...]:
    """Return every income of the counted members, by person, in fen a year."""
    rows = _by_person(status.incomes)
    found: list[Item] = []
    for person in members:
        if person.id in rows:
            found.extend(_earned(person, rows[person.id], pack, status.as_of))
        if person.status in _COULD_EARN:
            found.append(_imputed(person, members, pack))
        found.extend(
            Supported(person.id, amount(support, pack) * YEAR, support)
            for support in status.support
            if person.id in support.supports
        )
    return tuple(found)


def _by_person(incomes: tuple[Income, ...]) -> Mapping[str, list[Income]]:
    rows: dict[str, list[Income]] = {}
    for row in incomes:
        rows.setdefault(row.who, []).append(row)
    return rows


def _earned(person: Person, rows: list[Income], pack: Pack, day: date) -> list[Item]:
    wages: list[Income] = []
    others: list[Item] = []
    for row in rows:
        if row.type in pack.income.excluded_types:
            others.append(Plain(row.who, 0, row, _annual(row)))
        elif row.kind is IncomeKind.WAGE:
            wages.append(row)
        else:
            gross = _annual(row)
            left_out = _central_pension(row, pack, day)
            others.append(Plain(row.who, gross - left_out, row, left_out))
    return [_wage(person, tuple(wages), pack), *others] if wages else others


def _central_pension(row: Income, pack: Pack, day: date) -> Fen:
    if not row.excluded_part or not pack.pension_excluded(day):
        return 0
    return min(row.excluded_part * YEAR, _annual(row))


def _wage(person: Person, rows: tuple[Income, ...], pack: Pack) -> Wage:
    gross = sum(_annual(row) for row in rows)
    disregard = min(sum(_disregarded(row, pack) for row in rows), disregard_cap(pack) * YEAR)
    rest = gross - disregard
    cost = employment_cost(rest, pack, disabled=person.disability is not None)
    return Wage(person.id, rest - cost, rows, gross, disregard, cost)


def disregard_cap(pack: Pack) -> Exact:
    """Return the most that is disregarded of a rise by a job, in fen a month (ZJR-50)."""
    return share(pack.standards.dibao, pack.income.disregard.cap_multiple)


def employment_cost(annual: Exact, pack: Pack, *, disabled: bool) -> Exact:
    """Return what a year's wage is lessened by for the cost of working, at most all of it."""
    cost = share(annual, pack.income.cost_rate)
    if disabled:
        cost = max(cost, share(pack.standards.min_wage * YEAR, pack.income.disabled_floor_rate))
    return min(cost, annual)


def _disregarded(row: Income, pack: Pack) -> Fen:
    job = row.job_disregard
    if job is None or job.month > pack.income.disregard.months:
        return 0
    return min(job.increment * YEAR, _annual(row))


def _annual(row: Income) -> Fen:
    return max(0, row.monthly * YEAR + row.annual)


def _imputed(person: Person, members: tuple[Person, ...], pack: Pack) -> Imputed | Spared:
    rules = pack.income
    if person.status is EmploymentStatus.UNSTABLE:
        monthly = _or_minimum_wage(rules.unstable_imputed, pack)
        disabled = rules.unstable_disabled_floor and person.disability is not None
        cost = employment_cost(monthly * YEAR, pack, disabled=disabled)
        return Imputed(person.id, monthly * YEAR - cost, person.status, monthly, cost)
    if _is_spared(person, members, pack):
        return Spared(person.id, 0, person.idle_exempt)
    earned = share(_or_minimum_wage(rules.idle_imputed, pack), share_by_age(person.age, pack))
    return Imputed(person.id, earned * YEAR, person.status, earned, 0)


def share_by_age(age: int, pack: Pack) -> Fraction:
    """Return the share of the imputed wage an idle person of an age could earn."""
    shares = [share for since, share in pack.income.idle_by_age if since <= age]
    return shares[-1] if shares else Fraction(0)


def _or_minimum_wage(fixed: Fen | None, pack: Pack) -> Fen:
    return pack.standards.min_wage if fixed is None else fixed


def _is_spared(person: Person, members: tuple[Person, ...], pack: Pack) -> bool:
    if _is_carer(person):
        return person.id in _carers(members, pack)
    return person.idle_exempt in pack.income.idle_exempt


def _carers(members: tuple[Person, ...], pack: Pack) -> list[str]:
    """Return who is spared as a carer: by id, so that the order of the file changes nothing."""
    carers = sorted(
        person.id
        for person in members
        if person.status is EmploymentStatus.IDLE
        and _is_carer(person)
        and person.idle_exempt in pack.income.idle_exempt
    )
    return carers[: pack.income.max_carers]


def _is_carer(person: Person) -> bool:
    return "carer" in person.idle_exempt


def total(found: tuple[Item, ...]) -> Exact:
    return sum(item.annual for item in found)
