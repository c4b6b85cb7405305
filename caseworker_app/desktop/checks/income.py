"""收入核查: every income of every member, declared beside checked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from caseworker_app.desktop.step.case import Case, removal
from caseworker_app.model.codes import IncomeKind
from caseworker_app.model.economy import Income
from caseworker_app.model.values import Fen, Json

_MONTHS = 12
_BY_MONTH = frozenset({IncomeKind.WAGE, IncomeKind.TRANSFER})

TYPES: Mapping[IncomeKind, tuple[str, ...]] = {
    IncomeKind.WAGE: ("工资", "零工", "公益性岗位"),
    IncomeKind.BUSINESS: ("种植", "养殖", "小摊", "运输"),
    IncomeKind.PROPERTY: ("土地流转", "房租", "利息", "集体分红"),
    IncomeKind.TRANSFER: (
        "城乡居民养老金",
        "职工养老金",
        "失业保险金",
        "遗属补助",
        "高龄津贴",
        "困难残疾人生活补贴",
        "重度残疾人护理补贴",
        "亲友资助",
    ),
}
"""What the rows are called most; anything else may be typed."""


@dataclass(frozen=True, slots=True)
class IncomeRow:
    id: str
    who: str
    name: str
    kind: IncomeKind
    type: str
    per: str
    """月 or 年."""
    declared: Fen | None
    """None: not declared."""
    checked: Fen | None
    """None: declared and struck out at the visit."""
    excluded: Fen
    has_excluded: bool
    """Only a transfer has a part that is not counted."""
    differs: bool


@dataclass(frozen=True, slots=True)
class IncomeView:
    rows: tuple[IncomeRow, ...]
    members: tuple[tuple[str, str], ...]
    """(id, name) of who may have an income."""
    declared_year: Fen
    checked_year: Fen
    """Plain sums, before what the law leaves out or imputes."""
    differing: int
    is_open: bool


class IncomePresenter:
    def __init__(self, case: Case) -> None:
        self._case = case

    def view(self) -> IncomeView:
        visit = self._case.visit
        order = [member.id for member in visit.household.members]
        present = {income.id for income in visit.incomes}
        struck = [i for i in self._declared().values() if i.id not in present]
        every = [self._row(i) for i in visit.incomes] + [self._row(i, struck=True) for i in struck]
        rows = sorted(every, key=lambda row: (order.index(row.who), _rank(row.kind), row.id))
        return IncomeView(
            rows=tuple(rows),
            members=tuple((m.id, m.name) for m in visit.household.members),
            declared_year=sum(map(_yearly, self._declared().values())),
            checked_year=sum(map(_yearly, visit.incomes)),
            differing=sum(row.differs for row in rows),
            is_open=self._case.is_open,
        )

    def amount(self, income_id: str, fen: Fen | None) -> None:
        """Take an amount while it is typed: a month's or a year's, as the kind has it."""
        self._case.type({f"/incomes/#{income_id}/{_unit(self._income(income_id).kind)}": fen or 0})

    def excluded(self, income_id: str, fen: Fen | None) -> None:
        """Take the monthly part that is not counted (central basic pension)."""
        self._case.type({f"/incomes/#{income_id}/excluded_part": fen or 0})

    def type(self, income_id: str, text: str) -> None:
        self._case.type({f"/incomes/#{income_id}/type": text})

    def commit(self) -> None:
        self._case.commit()

    def who(self, income_id: str, member_id: str) -> None:
        self._case.put({f"/incomes/#{income_id}/who": member_id})

    def kind(self, income_id: str, kind: IncomeKind) -> None:
        """Change the kind; the amount stays the same money, a month's times twelve a year's."""
        income = self._income(income_id)
        year = _yearly(income)
        monthly = kind in _BY_MONTH
        path = f"/incomes/#{income_id}"
        self._case.put(
            {
                f"{path}/kind": kind.value,
                f"{path}/monthly": year // _MONTHS if monthly else 0,
                f"{path}/annual": 0 if monthly else year,
                f"{path}/excluded_part": income.excluded_part if kind is IncomeKind.TRANSFER else 0,
            }
        )

    def as_declared(self, income_id: str) -> None:
        """Set one row to what the household declared; strikes nothing out, brings back."""
        declared = self._declared().get(income_id)
        if declared is not None:
            self._case.put(_units(declared))

    def all_as_declared(self) -> None:
        """Set every declared row to what was declared; added rows stay."""
        changes: dict[str, Json] = {}
        for income in self._declared().values():
            changes |= _units(income)
        self._case.put(changes)

    def add(self, member_id: str, kind: IncomeKind = IncomeKind.WAGE) -> str:
        """Add an income nobody declared; return its id."""
        income = Income(self._case.actions.new_id(), member_id, kind)
        self._case.put(_units(income))
        return income.id

    def remove(self, income_id: str) -> None:
        """Strike a row out; a declared one stays in sight and can be brought back."""
        self._case.put(removal(f"/incomes/#{income_id}", self._income(income_id)))

    def _declared(self) -> dict[str, Income]:
        return {income.id: income for income in self._case.dossier.declaration.incomes}

    def _income(self, income_id: str) -> Income:
        found = (i for i in self._case.visit.incomes if i.id == income_id)
        return next(found, self._declared().get(income_id) or _none(income_id))

    def _row(self, income: Income, *, struck: bool = False) -> IncomeRow:
        said = self._declared().get(income.id)
        declared = _amount(said) if said else None
        checked = None if struck else _amount(income)
        return IncomeRow(
            id=income.id,
            who=income.who,
            name=self._case.name(income.who),
            kind=income.kind,
            type=income.type,
            per="月" if income.kind in _BY_MONTH else "年",
            declared=declared,
            checked=checked,
            excluded=income.excluded_part,
            has_excluded=income.kind is IncomeKind.TRANSFER,
            differs=struck
            or said is None
            or replace(income, job_disregard=said.job_disregard) != said,
        )


def _none(income_id: str) -> Income:
    return Income(income_id, "", IncomeKind.WAGE)


def _rank(kind: IncomeKind) -> int:
    return list(IncomeKind).index(kind)


def _unit(kind: IncomeKind) -> str:
    return "monthly" if kind in _BY_MONTH else "annual"


def _amount(income: Income) -> Fen:
    return income.monthly if income.kind in _BY_MONTH else income.annual


def _yearly(income: Income) -> Fen:
    return income.monthly * _MONTHS + income.annual


def _units(income: Income) -> dict[str, Json]:
    path = f"/incomes/#{income.id}"
    return {
        f"{path}/id": income.id,
        f"{path}/who": income.who,
        f"{path}/kind": income.kind.value,
        f"{path}/type": income.type,
        f"{path}/monthly": income.monthly,
        f"{path}/annual": income.annual,
        f"{path}/excluded_part": income.excluded_part,
    }
