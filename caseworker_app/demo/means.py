"""What a household lives on: incomes, children who owe support, what it declared."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

from caseworker_app.demo import people
from caseworker_app.demo.dice import hit, yuan
from caseworker_app.demo.members import Drawn
from caseworker_app.demo.people import Registrar
from caseworker_app.demo.stock import HouseholdKind
from caseworker_app.demo.values import Township
from caseworker_app.model.codes import Category, IncomeKind, RigidKind
from caseworker_app.model.declaration import (
    Authorisation,
    Declaration,
    DeclaredObligor,
    DeclaredPerson,
)
from caseworker_app.model.economy import Income, RigidExpense
from caseworker_app.model.household import Household, Obligor
from caseworker_app.model.values import Fen

_LAND_SHARE = 30
_CENTRAL_PENSION: Fen = 14_300
_HIGH_AGE = 80
_SEVERE = 2
_PARENT_OF_ADULT = 42
_HUNDRED_YUAN: Fen = 10_000
_HEAD_OR_SPOUSE = frozenset({"02", "12"})


def obligors(
    registrar: Registrar, township: Township, kind: HouseholdKind, drawn: list[Drawn]
) -> Iterator[tuple[Obligor, str]]:
    """Yield children who live elsewhere with their numbers.

    None of them is so well off that the benefit would end.
    """
    rng = registrar.rng
    parents = [d for d in drawn if d.kind.relation in _HEAD_OR_SPOUSE]
    if min(d.age for d in parents) < _PARENT_OF_ADULT:
        return
    count = rng.randint(*kind.children)
    ceiling = 12 if kind.category is Category.LOW_MARGIN else 19
    relations = {True: 22, False: 32}
    for _ in range(count):
        male = hit(rng, 50)
        born = registrar.born(min(d.age for d in parents) - rng.randint(20, 24), township.day)
        size = rng.randint(2, 4)
        found = Obligor(
            id=registrar.id(),
            name=people.full_name(rng, drawn[0].member.name[0], born, male=male),
            relation=str(relations[male]),
            supports=tuple(d.member.id for d in parents),
            income=rng.randint(7, ceiling) * _HUNDRED_YUAN * size,
            size=size,
            children=count,
            supported=len(parents),
            exempt="dibao" if hit(rng, 8) else "",
            consented=hit(rng, 60),
        )
        yield found, registrar.number(born, male=male)
        relations[male] += 1


def declare(
    rng: Random,
    kind: HouseholdKind,
    household: Household,
    drawn: list[Drawn],
    payers: tuple[tuple[Obligor, str], ...],
) -> Declaration:
    """Return what the household said of itself; registered things come with the registers."""
    rows = [row for one in drawn for row in _incomes(rng, one)]
    if household.category is Category.DIBAO and hit(rng, _LAND_SHARE):
        land = rng.randrange(300, 1900, 50) * 100
        rows.append(Income("", household.head_id, IncomeKind.PROPERTY, "土地流转", annual=land))
    rigid: tuple[RigidExpense, ...] = ()
    if kind.medical:
        rigid = (RigidExpense(RigidKind.MEDICAL, yuan(rng, kind.medical)),)
    signed = date(household.since.year, household.since.month, 1)
    return Declaration(
        household_id=household.id,
        signed=signed,
        region=household.region,
        hukou_number=household.hukou_number,
        head=household.head_id,
        persons=tuple(
            DeclaredPerson(
                m.id, m.name, m.id_number, m.marital, m.hukou_number,
                "在校" if m.study else "在家", m.status, m.study, m.disability,
            )
            for m in household.members
        ),
        incomes=tuple(replace(row, id=f"i{n}") for n, row in enumerate(rows, 1)),
        rigid=rigid,
        money=yuan(rng, (300, 9000)) * len(drawn),
        category=household.category,
        obligors=tuple(_declared(payer, number) for payer, number in payers),
        authorisations=tuple(Authorisation(m.id, signed) for m in household.members),
    )  # fmt: skip


def _declared(payer: Obligor, number: str) -> DeclaredObligor:
    return DeclaredObligor(
        id=payer.id,
        name=payer.name,
        id_number=number,
        relation=payer.relation,
        supports=payer.supports,
        income=payer.income,
        consented=payer.consented,
    )


def _incomes(rng: Random, one: Drawn) -> Iterator[Income]:
    """Yield what a member receives; what the law leaves out is declared all the same."""
    who, kind = one.member.id, one.kind
    if kind.pension:
        pension = yuan(rng, kind.pension)
        yield Income(
            "", who, IncomeKind.TRANSFER, "城乡居民养老金",
            monthly=pension, excluded_part=_CENTRAL_PENSION,
        )  # fmt: skip
    if kind.employee_pension:
        yield _transfer(who, "职工养老金", yuan(rng, kind.employee_pension))
    if kind.survivor and (amount := yuan(rng, kind.survivor)):
        yield _transfer(who, "遗属补助", amount)
    if kind.wage:
        yield Income("", who, IncomeKind.WAGE, "工资", monthly=yuan(rng, kind.wage))
    if one.member.disability and one.member.disability.level <= _SEVERE:
        yield _transfer(who, "重度残疾人护理补贴", 25_000)
    elif one.member.disability:
        yield _transfer(who, "困难残疾人生活补贴", 38_000)
    if one.age >= _HIGH_AGE:
        yield _transfer(who, "高龄津贴", 5_000)


def _transfer(who: str, name: str, monthly: Fen) -> Income:
    return Income("", who, IncomeKind.TRANSFER, name, monthly=monthly)
