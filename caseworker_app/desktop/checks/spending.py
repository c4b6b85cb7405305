"""支出核查: what the household lives on in a month, and its rigid expenditure of a year."""

from dataclasses import dataclass

from caseworker_app.desktop.step.case import Case
from caseworker_app.model.codes import RigidKind
from caseworker_app.model.values import Fen
from caseworker_app.rules.living import EXPENSES

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class ExpenseRow:
    id: str
    zh: str
    monthly: Fen


@dataclass(frozen=True, slots=True)
class RigidRow:
    id: RigidKind
    zh: str
    declared: Fen
    annual: Fen
    vouchers: int
    differs: bool


@dataclass(frozen=True, slots=True)
class SpendingView:
    expenses: tuple[ExpenseRow, ...]
    rigid: tuple[RigidRow, ...]
    spent: Fen
    """A month, rigid expenditure included."""
    income: Fen
    """Income of the household in a month, as the law counts it."""
    reading: str
    is_open: bool


class SpendingPresenter:
    def __init__(self, case: Case) -> None:
        self._case = case

    def view(self) -> SpendingView:
        visit, live = self._case.visit, self._case.live
        spent = {expense.id: expense.monthly for expense in visit.expenses}
        return SpendingView(
            expenses=tuple(ExpenseRow(code, zh, spent.get(code, 0)) for code, zh in EXPENSES),
            rigid=tuple(map(self._rigid, RigidKind)),
            spent=live.spent,
            income=live.determination.income_annual // _MONTHS,
            reading=live.reading,
            is_open=self._case.is_open,
        )

    def expense(self, code: str, fen: Fen | None) -> None:
        """Take a living expense of a month while it is typed."""
        self._case.type({f"/expenses/#{code}/id": code, f"/expenses/#{code}/monthly": fen or 0})

    def rigid(self, kind: RigidKind, fen: Fen | None) -> None:
        """Take a rigid expenditure of twelve months while it is typed."""
        self._case.type({f"/rigid/#{kind}/id": kind.value, f"/rigid/#{kind}/annual": fen or 0})

    def vouchers(self, kind: RigidKind, count: int) -> None:
        """Take how many vouchers were seen while it is typed."""
        self._case.type({f"/rigid/#{kind}/id": kind.value, f"/rigid/#{kind}/vouchers": count})

    def as_declared(self, kind: RigidKind) -> None:
        self.rigid(kind, self._declared(kind))
        self._case.commit()

    def commit(self) -> None:
        self._case.commit()

    def _declared(self, kind: RigidKind) -> Fen:
        return sum(r.annual for r in self._case.dossier.declaration.rigid if r.kind is kind)

    def _rigid(self, kind: RigidKind) -> RigidRow:
        found = next((r for r in self._case.visit.rigid if r.id is kind), None)
        annual, vouchers = (found.annual, found.vouchers) if found else (0, 0)
        declared = self._declared(kind)
        return RigidRow(kind, kind.zh, declared, annual, vouchers, annual != declared)
