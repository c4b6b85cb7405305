"""A stock of households as an office has them: many old and alone, few with children, seeded."""

from collections.abc import Iterator
from datetime import date
from random import Random

from caseworker_app.model.codes import Category, EmploymentStatus, IncomeKind, RigidKind
from caseworker_app.model.economy import (
    Death,
    Dwelling,
    EconomicStatus,
    Income,
    JobDisregard,
    NonResidential,
    Person,
    Property,
    RigidExpense,
    Support,
    Vehicle,
)
from caseworker_app.model.household import Disability
from caseworker_app.model.values import Fen, Month

DAY = date(2025, 6, 10)

_SIZES = (46, 27, 14, 8, 3, 2)
"""Weights of one to six members."""

_GENERATIONS = ((0, 17, 25), (18, 44, 20), (45, 64, 25), (65, 95, 30))
"""Age from, to, weight: of those who live with the first member."""

_STATES = {
    EmploymentStatus.EMPLOYED: 34,
    EmploymentStatus.UNSTABLE: 22,
    EmploymentStatus.IDLE: 14,
    EmploymentStatus.UNABLE: 30,
}
_REASONS = ("", "", "sole_carer_of_severe", "pregnant", "within_6_months_of_graduation")
_SHARES = {
    Category.DIBAO: 66,
    Category.LOW_MARGIN: 14,
    Category.NONE: 8,
    Category.TEKUN: 5,
    Category.EXPENDITURE_DIBAO: 3,
    Category.SINGLE_LISTED: 2,
    Category.RIGID_FAMILY: 2,
}


def stock(number: int, seed: int = 2026) -> tuple[EconomicStatus, ...]:
    """Return so many households; the same for the same seed."""
    chance = Random(seed)
    return tuple(_household(chance) for _ in range(number))


def _household(chance: Random) -> EconomicStatus:
    size = chance.choices(range(1, 7), _SIZES)[0]
    persons = tuple(_person(chance, place, size) for place in range(size))
    current = chance.choices(tuple(_SHARES), tuple(_SHARES.values()))[0]
    unpaid = current in {Category.NONE, Category.RIGID_FAMILY, Category.LOW_MARGIN}
    return EconomicStatus(
        as_of=DAY,
        persons=persons,
        incomes=tuple(_incomes(chance, persons)),
        support=tuple(_support(chance, persons)),
        property=_property(chance, size),
        rigid=tuple(_rigid(chance, persons)),
        current=current,
        current_monthly=0 if unpaid else _yuan(chance, 50, 1301 * size),
        cause="employment" if _one_in(chance, 20) else "",
        apply_alone="adult_jobless_severe" if _one_in(chance, 80) else "",
        death=Death(persons[-1].id, date(2025, 4, 20), (Month(2025, 5),))
        if size > 1 and _one_in(chance, 100)
        else None,
    )


def _person(chance: Random, place: int, size: int) -> Person:
    age = _age(chance, place)
    disability = Disability(chance.randint(1, 7), chance.randint(1, 4))
    state = _state(chance, age)
    return Person(
        id=f"p{place + 1}",
        relation="02" if place == 0 else "99",
        age=age,
        status=state,
        idle_exempt=chance.choice(_REASONS) if state is EmploymentStatus.IDLE else "",
        excluded="prison" if place and _one_in(chance, 60) else "",
        disability=disability if _one_in(chance, 4) else None,
        illness=_one_in(chance, 10),
        refused_jobs=3 if state is EmploymentStatus.IDLE and _one_in(chance, 10) else 0,
        adl_failed=chance.randint(1, 6) if age > 75 and _one_in(chance, 5) else 0,
        no_able_obligor=size == 1 and _one_in(chance, 8),
    )


def _age(chance: Random, place: int) -> int:
    if place == 0:
        return round(chance.triangular(22, 95, 66))
    first, last, _ = chance.choices(_GENERATIONS, [weight for _, _, weight in _GENERATIONS])[0]
    return chance.randint(first, last)


def _state(chance: Random, age: int) -> EmploymentStatus:
    if age < 18:
        return EmploymentStatus.CHILD if age < 6 else EmploymentStatus.STUDENT
    if age < 23 and _one_in(chance, 2):
        return EmploymentStatus.STUDENT
    if age >= 60:
        return EmploymentStatus.UNABLE if _one_in(chance, 4) else EmploymentStatus.RETIRED
    return chance.choices(tuple(_STATES), tuple(_STATES.values()))[0]


def _incomes(chance: Random, persons: tuple[Person, ...]) -> Iterator[Income]:
    for person in persons:
        yield from _own(chance, person)
    if _one_in(chance, 3):
        rent = _yuan(chance, 300, 3000)
        yield Income("land", persons[0].id, IncomeKind.PROPERTY, "土地流转", annual=rent)


def _own(chance: Random, person: Person) -> Iterator[Income]:
    who = person.id
    if person.status is EmploymentStatus.EMPLOYED and _one_in(chance, 8):
        yield Income(f"{who}b", who, IncomeKind.BUSINESS, annual=_yuan(chance, 6000, 40_000))
    elif person.status is EmploymentStatus.EMPLOYED:
        job = JobDisregard(_yuan(chance, 500, 4000), chance.randint(1, 9))
        disregard = job if _one_in(chance, 15) else None
        monthly = _yuan(chance, 1500, 5500)
        yield Income(
            f"{who}w", who, IncomeKind.WAGE, "工资", monthly=monthly, job_disregard=disregard
        )
    if person.status is EmploymentStatus.RETIRED:
        yield _pension(chance, who)
    if person.age >= 80:
        yield Income(f"{who}h", who, IncomeKind.TRANSFER, "高龄津贴", monthly=10_000)
    if person.disability and person.disability.level < 3:
        yield Income(f"{who}d", who, IncomeKind.TRANSFER, "重度残疾人护理补贴", monthly=25_000)


def _pension(chance: Random, who: str) -> Income:
    if _one_in(chance, 5):
        monthly = _yuan(chance, 1200, 3500)
        return Income(f"{who}e", who, IncomeKind.TRANSFER, "职工养老金", monthly=monthly)
    monthly = _yuan(chance, 200, 700)
    return Income(
        f"{who}r", who, IncomeKind.TRANSFER, "城乡居民养老金", monthly=monthly, excluded_part=14_300
    )


def _support(chance: Random, persons: tuple[Person, ...]) -> Iterator[Support]:
    """Children who live elsewhere and owe support to the old of the household."""
    old = tuple(person.id for person in persons if person.age >= 60)
    children = chance.choices((0, 1, 2, 3), (35, 35, 22, 8))[0] if old else 0
    for number in range(children):
        yield Support(
            supports=old,
            obligor=f"子女{number + 1}",
            income=_yuan(chance, 2000, 12_000),
            size=chance.randint(1, 5),
            children=children,
            supported=chance.choice((0, 1, 2, 3)),
            agreed=_yuan(chance, 100, 800) if _one_in(chance, 6) else 0,
            exempt="dibao" if _one_in(chance, 10) else "",
        )


def _property(chance: Random, size: int) -> Property:
    homes = chance.choices((0, 1, 2), (12, 84, 4))[0]
    return Property(
        money=round(chance.lognormvariate(9.3, 1.0)) * 100 * size,
        dwellings=tuple(Dwelling(chance.randint(3000, 12_000)) for _ in range(homes)),
        vehicles=(Vehicle(chance.choice(("car", "ordinary_two_wheel_motorcycle")), 6_000_000),)
        if _one_in(chance, 15)
        else (),
        nonresidential=(NonResidential(),) if _one_in(chance, 150) else (),
        capital=10_000_000 if _one_in(chance, 100) else 0,
    )


def _rigid(chance: Random, persons: tuple[Person, ...]) -> Iterator[RigidExpense]:
    for person in persons:
        if person.illness:
            yield RigidExpense(RigidKind.MEDICAL, _yuan(chance, 2000, 60_000))
        if person.status is EmploymentStatus.STUDENT and person.age >= 18:
            yield RigidExpense(RigidKind.EDUCATION, _yuan(chance, 5000, 12_000))


def _one_in(chance: Random, number: int) -> bool:
    return chance.randrange(number) == 0


def _yuan(chance: Random, least: int, most: int) -> Fen:
    return chance.randint(least, most) * 100
