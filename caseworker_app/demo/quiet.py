"""What the other departments hold of a household that hides nothing: each as it was declared."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from caseworker_app.demo import departments
from caseworker_app.demo.dice import hit, yuan
from caseworker_app.demo.edits import add_rows
from caseworker_app.demo.people import Registrar
from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.model.codes import Category, EmploymentStatus, IncomeKind
from caseworker_app.model.departments import DepartmentRecord
from caseworker_app.model.economy import Income
from caseworker_app.model.household import Member, Obligor
from caseworker_app.model.values import Fen

_REPORTED_PERCENT = 95
_BANKED_SHARE = 70
_OWN_PERCENT = 60
_UTILITIES = (("电", (480, 1200)), ("水", (140, 340)), ("燃气", (0, 800)), ("通信", (220, 680)))
"""Yuan a year, from and to."""
_LEDGER = {
    Category.DIBAO: "最低生活保障金",
    Category.EXPENDITURE_DIBAO: "最低生活保障金",
    Category.SINGLE_LISTED: "最低生活保障金",
    Category.TEKUN: "特困人员基本生活费",
}


def with_departments(
    registrar: Registrar, township: Township, unit: TownshipHousehold
) -> TownshipHousehold:
    """Return the household with the rows by which nothing differs from its declaration."""
    for member in unit.household.members:
        unit = add_rows(unit, *_of_member(registrar, township, unit, member))
    return add_rows(unit, *_of_household(registrar, township, unit))


def _of_member(
    registrar: Registrar, township: Township, unit: TownshipHousehold, member: Member
) -> Iterator[DepartmentRecord]:
    incomes = [i for i in unit.declaration.incomes if i.who == member.id]
    wage = sum(i.monthly for i in incomes if i.kind is IncomeKind.WAGE)
    if member.status is EmploymentStatus.EMPLOYED and wage:
        yield from _job(registrar, township, member, wage)
    else:
        yield departments.resident_insurance(registrar, township, member)
    for income in incomes:
        if income.kind is IncomeKind.TRANSFER:
            yield _paid(registrar, township, member, income)
    if member.disability:
        yield departments.certificate(registrar, township, member, member.disability)
    if member.status is EmploymentStatus.STUDENT:
        yield departments.school(registrar, township, member)


def _job(
    registrar: Registrar, township: Township, member: Member, wage: Fen
) -> Iterator[DepartmentRecord]:
    employer = departments.firm(registrar, township)
    reported = wage * _REPORTED_PERCENT // 100
    who = (member.id_number, member.name)
    yield departments.employee_insurance(registrar, township, member, employer, wage)
    yield departments.tax(registrar, township, who, employer, reported)


def _paid(
    registrar: Registrar, township: Township, member: Member, income: Income
) -> DepartmentRecord:
    row = departments.allowance(registrar, township, member, income.type, income.monthly)
    return replace(row, excluded_part=income.excluded_part)


def _of_household(
    registrar: Registrar, township: Township, unit: TownshipHousehold
) -> Iterator[DepartmentRecord]:
    rng, head = registrar.rng, unit.household.head
    for kind, limits in _UTILITIES:
        yield departments.consumption(registrar, township, head, kind, yuan(rng, limits))
    if hit(rng, _BANKED_SHARE):
        yield departments.account(registrar, township, head, _banked(rng, unit))
    ledger = _LEDGER.get(unit.household.category)
    if ledger and unit.household.monthly:
        yield departments.allowance(registrar, township, head, ledger, unit.household.monthly)
    numbers = {o.id: o.id_number for o in unit.declaration.obligors}
    for obligor in unit.household.obligors:
        if obligor.consented:
            yield _earned(registrar, township, obligor, numbers[obligor.id])


def _banked(rng: Random, unit: TownshipHousehold) -> Fen:
    return unit.declaration.money * rng.randint(40, 95) // 100


def _earned(
    registrar: Registrar, township: Township, obligor: Obligor, number: str
) -> DepartmentRecord:
    monthly = obligor.income * _OWN_PERCENT // 100
    employer = departments.firm(registrar, township)
    return departments.tax(registrar, township, (number, obligor.name), employer, monthly)
