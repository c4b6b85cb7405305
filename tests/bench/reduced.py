"""The part of the law that plain sums can tell: what a household brings into them, laid flat."""

from dataclasses import dataclass
from typing import NamedTuple, Self

from caseworker_app.model.codes import Category, EmploymentStatus, IncomeKind
from caseworker_app.model.determination import Determination
from caseworker_app.model.economy import EconomicStatus, Income, Person
from caseworker_app.model.values import Fen
from caseworker_app.rules.figures import YEAR, YUAN, half_up
from caseworker_app.rules.membership import counted, is_severe
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.support import divisor, is_exempt

_GROUPS = ("elder_70", "severe_disabled")
"""Of the top-up, by rising rate; minors are paid as the old, the seriously ill as the severe."""


class Wage(NamedTuple):
    gross: Fen
    disabled: bool


class Other(NamedTuple):
    annual: Fen
    pension: Fen
    """What of it may be left out."""


class Obligor(NamedTuple):
    income: Fen
    size: int
    children: int
    divisor: int
    agreed: Fen
    supports: int
    """How many of the counted members."""


@dataclass(frozen=True, slots=True)
class Reduced:
    """Amounts in fen a year, an obligor's a month; exempt income is left out."""

    money: Fen
    rigid: Fen
    groups: tuple[int, ...]
    """Of each counted member, place in ``group_amounts``."""
    wages: tuple[Wage, ...]
    others: tuple[Other, ...]
    odd_jobs: int
    idle: int
    """Members for whom the minimum wage is imputed."""
    obligors: tuple[Obligor, ...]


class Answer(NamedTuple):
    """What these sums tell."""

    category: Category
    gap: Fen
    top_up: Fen

    @classmethod
    def of(cls, found: Determination) -> Self:
        """Return what they tell of a determination: they know no rigid spending's share."""
        known = found.category is not Category.RIGID_FAMILY
        return cls(found.category if known else Category.NONE, found.gap, found.top_up)


def reduced(status: EconomicStatus, pack: Pack) -> Reduced:
    """Return what the sums of a household are made of."""
    members = counted(status)
    ids = {person.id for person in members}
    rows = [
        row
        for row in status.incomes
        if row.who in ids and row.type not in pack.income.excluded_types
    ]
    idle = [person for person in members if person.status is EmploymentStatus.IDLE]
    return Reduced(
        money=status.property.money,
        rigid=sum(expense.annual for expense in status.rigid),
        groups=tuple(_group(person, pack) for person in members),
        wages=tuple(_wage(person, rows) for person in members),
        others=tuple(
            Other(_annual(row), row.excluded_part * YEAR)
            for row in rows
            if row.kind is not IncomeKind.WAGE
        ),
        odd_jobs=sum(person.status is EmploymentStatus.UNSTABLE for person in members),
        idle=sum(person.idle_exempt not in pack.income.idle_exempt for person in idle),
        obligors=tuple(
            Obligor(s.income, s.size, s.children, divisor(s), s.agreed, len(ids & {*s.supports}))
            for s in status.support
            if not is_exempt(s, pack)
        ),
    )


def applies(status: EconomicStatus) -> bool:
    """Say whether these sums alone decide about a household."""
    owned, persons = status.property, status.persons
    return not (
        status.death
        or status.apply_alone
        or owned.vehicles
        or owned.nonresidential
        or len(owned.dwellings) > 1
        or sum("carer" in person.idle_exempt for person in persons) > 1
        or any(person.no_able_obligor or person.refused_jobs for person in persons)
        or any(row.job_disregard for row in status.incomes)
    )


def group_amounts(pack: Pack) -> tuple[Fen, ...]:
    """Return what a member in no group, in the lower and in the higher one is paid a month."""
    rates, standard = pack.top_up.rates, pack.standards.dibao
    return (0, *(half_up(rates[group] * standard, YUAN) for group in _GROUPS))


def _wage(person: Person, rows: list[Income]) -> Wage:
    own = (row for row in rows if row.who == person.id and row.kind is IncomeKind.WAGE)
    return Wage(sum(_annual(row) for row in own), person.disability is not None)


def _annual(row: Income) -> Fen:
    return row.monthly * YEAR + row.annual


def _group(person: Person, pack: Pack) -> int:
    if person.illness or is_severe(person, pack):
        return 2
    return 1 if person.age < 18 or person.age >= 70 else 0
