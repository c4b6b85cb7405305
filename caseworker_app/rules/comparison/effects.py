"""差异的影响: what each difference would change if it were confirmed, by the rows it rests on.

An amount is what goes beyond the declaration. Nothing changes by kinds that only ask for a look
(SR08, SR13–SR15), stop one of two benefits (HJ13, SR12) or need figures no register has.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from caseworker_app.model import id_number
from caseworker_app.model.codes import EmploymentStatus, IncomeKind
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.departments import (
    Allowance,
    Business,
    DisabilityCertificate,
    FinancialAsset,
    Funeral,
    HousingFund,
    Insurance,
    Policy,
    Schooling,
    TaxIncome,
)
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.economy import Income
from caseworker_app.model.finding import (
    Finding,
    FoundIncome,
    FoundPerson,
    FoundProperty,
    Newcomer,
)
from caseworker_app.model.household import Disability
from caseworker_app.model.register import AnyRecord, PersonRecord, RegisterSlice
from caseworker_app.model.values import Fen
from caseworker_app.rules.comparison.benefits import class_of
from caseworker_app.rules.comparison.facts import number_of, service_of
from caseworker_app.rules.comparison.means import weighed
from caseworker_app.rules.comparison.rows import annual
from caseworker_app.rules.comparison.standing import STAGES, enrolled, valid
from caseworker_app.rules.comparison.work import kind_of, year_of
from caseworker_app.rules.figures import YEAR

_SPOUSE, _HEAD_OF_NONE = "10", "99"
_MARRIED = "2"
_Row = TypeVar("_Row", bound=AnyRecord)


@dataclass(frozen=True, slots=True)
class _Case:
    """One difference with the rows it rests on and what was declared."""

    difference: Discrepancy
    rows: tuple[AnyRecord, ...]
    declaration: Declaration
    day: date

    def of(self, kind: type[_Row]) -> tuple[_Row, ...]:
        return tuple(row for row in self.rows if isinstance(row, kind))

    def declared(self, kind: IncomeKind) -> tuple[Income, ...]:
        who = self.difference.member_id
        return tuple(i for i in self.declaration.incomes if i.who == who and i.kind is kind)

    def finding(
        self,
        person: FoundPerson | None = None,
        income: FoundIncome | None = None,
        owned: FoundProperty | None = None,
    ) -> Finding:
        return Finding(self.difference.id, self.difference.member_id, income, owned, person)


def findings(
    declaration: Declaration,
    records: RegisterSlice,
    differences: Sequence[Discrepancy],
    day: date,
) -> tuple[Finding, ...]:
    """Return what the differences would change, each under the difference's id and in its order."""
    rows = {row.id: row for _, row in records}
    found = (
        _EFFECTS[difference.code](_Case(difference, _rows(difference, rows), declaration, day))
        for difference in differences
        if difference.code in _EFFECTS
    )
    return tuple(sorted((f for f in found if f is not None), key=lambda f: f.id))


def _rows(difference: Discrepancy, rows: Mapping[str, AnyRecord]) -> tuple[AnyRecord, ...]:
    return tuple(rows[row] for row in difference.record_ids if row in rows)


def _dead(case: _Case) -> Finding:
    days = [row.death for row in case.of(PersonRecord) if row.death]
    days += [row.died for row in case.of(Funeral)]
    return case.finding(FoundPerson(excluded="dead", died=min(days, default=None)))


def _gone(case: _Case) -> Finding:
    return case.finding(FoundPerson(excluded="moved_out"))


def _inside(case: _Case) -> Finding | None:
    kinds = [row.custody.kind for row in case.of(PersonRecord) if row.custody]
    return case.finding(FoundPerson(excluded=kinds[0])) if kinds else None


def _serving(case: _Case) -> Finding | None:
    services = [service_of(row) for row in case.of(PersonRecord)]
    if not services:
        return None
    serves = services[0] == "conscript"
    return case.finding(FoundPerson(excluded="conscript" if serves else "adult_independent"))


def _missing(case: _Case) -> Finding:
    return case.finding(FoundPerson(excluded="declared_missing"))


def _mate(case: _Case) -> Finding | None:
    row = next(iter(case.of(PersonRecord)), None)
    return _newcomer(case, row.name, row.id_number, row.relation) if row else None


def _spouse(case: _Case) -> Finding | None:
    """Return the spouse the household did not name."""
    for row in case.of(PersonRecord):
        marriage = row.marriage
        if marriage is not None and marriage.state.startswith(_MARRIED):
            head = case.difference.member_id == case.declaration.head
            relation = _SPOUSE if head else _HEAD_OF_NONE
            return _newcomer(case, marriage.spouse_name, marriage.spouse_id_number, relation)
    return None


def _newcomer(case: _Case, name: str, number: str, relation: str) -> Finding | None:
    """Return somebody with a real birth date, unless the household named that number."""
    whole = number_of(number)
    known = {number_of(person.id_number) for person in case.declaration.persons}
    if whole in known or id_number.birth(whole) is None:
        return None
    return Finding(case.difference.id, newcomer=Newcomer(name, whole, relation))


def _insured(case: _Case) -> Finding:
    """Return the wage by the tax data, else by the contribution base, which is only a clue."""
    base = max((row.base or 0 for row in case.of(Insurance)), default=0)
    return _earned(case, IncomeKind.WAGE, year_of(case.of(TaxIncome)) or base * YEAR)


def _taxed(case: _Case) -> Finding | None:
    rows = case.of(TaxIncome)
    return _earned(case, kind_of(rows[0]), year_of(rows)) if rows else None


def _earned(case: _Case, kind: IncomeKind, year: Fen) -> Finding:
    """Return an income beyond the declared one; who has it works, so nothing is imputed."""
    rent = kind is IncomeKind.PROPERTY
    person = None if rent else FoundPerson(status=EmploymentStatus.EMPLOYED)
    return case.finding(person, _income(case, kind, year))


def _income(case: _Case, kind: IncomeKind, year: Fen) -> FoundIncome:
    said = annual(case.declared(kind))
    beyond = max(0, year - said)
    monthly = kind is IncomeKind.WAGE
    line = Income(
        id=case.difference.id,
        who=case.difference.member_id,
        kind=kind,
        monthly=beyond // YEAR if monthly else 0,
        annual=0 if monthly else beyond,
    )
    return FoundIncome(line, said)


def _pension(case: _Case) -> Finding | None:
    rows = case.of(Allowance)
    if not rows:
        return None
    name = class_of(rows[0].kind)
    said = [i for i in case.declared(IncomeKind.TRANSFER) if class_of(i.type) in (name, "")]
    line = Income(
        id=case.difference.id,
        who=case.difference.member_id,
        kind=IncomeKind.TRANSFER,
        type=rows[0].kind,
        monthly=max(0, sum(r.monthly for r in rows) - sum(i.monthly for i in said)),
        excluded_part=max(
            0, sum(r.excluded_part for r in rows) - sum(i.excluded_part for i in said)
        ),
    )
    return case.finding(income=FoundIncome(line, annual(case.declared(IncomeKind.TRANSFER))))


def _business(case: _Case) -> Finding | None:
    rows = case.of(Business)
    if not rows:
        return None
    capital = max(0, (rows[0].capital or 0) - case.declaration.capital)
    earned = _earned(case, IncomeKind.BUSINESS, year_of(case.of(TaxIncome)))
    return case.finding(earned.person, earned.income, _owned(case, capital=capital))


def _fund(case: _Case) -> Finding:
    return case.finding(owned=_owned(case, sum(row.balance for row in case.of(HousingFund))))


def _deposits(case: _Case) -> Finding:
    """Return by how much the accounts, on the average of a year, are above the declared money."""
    held = sum(weighed(row) for row in case.of(FinancialAsset))
    return case.finding(owned=_owned(case, max(0, held - case.declaration.money)))


def _policy(case: _Case) -> Finding:
    return case.finding(owned=_owned(case, sum(row.cash_value for row in case.of(Policy))))


def _owned(case: _Case, money: Fen = 0, capital: Fen = 0) -> FoundProperty:
    return FoundProperty(money, capital, case.declaration.money, case.declaration.capital)


def _certificate(case: _Case) -> Finding:
    row = valid(case.of(DisabilityCertificate), case.day)
    held = Disability(row.category, row.level) if row else None
    return case.finding(FoundPerson(disability=held, lapsed=held is None))


def _school(case: _Case) -> Finding:
    """Return the stage of the school now attended; who left school and could work is idle."""
    now = enrolled(case.of(Schooling), case.day)
    if now is None:
        return case.finding(FoundPerson(status=EmploymentStatus.IDLE, study=""))
    study = STAGES.get(now.stage, "") if now.full_time else ""
    return case.finding(FoundPerson(status=EmploymentStatus.STUDENT, study=study))


_Effect = Callable[[_Case], Finding | None]
_EFFECTS: Mapping[str, _Effect] = {
    "HJ01": _dead,
    "HJ02": _gone,
    "HJ03": _gone,
    "HJ04": _mate,
    "HJ06": _spouse,
    "HJ07": _spouse,
    "HJ08": _mate,
    "HJ10": _inside,
    "HJ11": _serving,
    "HJ12": _missing,
    "SR01": _insured,
    "SR02": _pension,
    "SR03": _taxed,
    "SR04": _fund,
    "SR05": _business,
    "SR06": _deposits,
    "SR07": _policy,
    "SR09": _certificate,
    "SR10": _school,
}
