"""支出核查: what the household lives on in a month, and its rigid expenditure of a year."""

from collections.abc import Mapping
from dataclasses import dataclass

from caseworker_app.desktop.checks.reason import ReasonPresenter
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.step.wrong import Place
from caseworker_app.desktop.tongue import spoken
from caseworker_app.desktop.widgets.grid.face import Entry, Wrong
from caseworker_app.model.codes import RigidKind
from caseworker_app.model.values import Fen, Json
from caseworker_app.rules.living import EXPENSES

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class ExpenseRow:
    id: str
    zh: str
    monthly: Fen
    before: Fen | None
    """What the visit before found; None where there was none."""


@dataclass(frozen=True, slots=True)
class RigidRow:
    id: RigidKind
    zh: str
    declared: Fen
    annual: Fen
    vouchers: int
    before: Fen | None
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
    has_before: bool
    is_open: bool


class SpendingPresenter:
    def __init__(self, case: Case) -> None:
        self._case = case
        self.reason = ReasonPresenter(case, "spending")

    def view(self) -> SpendingView:
        visit, live = self._case.visit, self._case.live
        spent = {expense.id: expense.monthly for expense in visit.expenses}
        return SpendingView(
            expenses=tuple(
                ExpenseRow(code, zh, spent.get(code, 0), self._spent_before(code))
                for code, zh in EXPENSES
            ),
            rigid=tuple(map(self._rigid, RigidKind)),
            spent=live.spent,
            income=live.determination.income_annual // _MONTHS,
            reading=live.reading,
            has_before=self._case.dossier.before is not None,
            is_open=self._case.is_open,
        )

    def enter(self, entries: tuple[Entry, ...]) -> None:
        """Save what was entered in one of the sheets, one cell or a block, in one step."""
        self._case.put(_all_units(entries))

    def typing(self, entry: Entry) -> None:
        """Take a value while it is typed."""
        self._case.type(_units(entry))

    def not_taken(self, sheet: str) -> Mapping[Place, Wrong]:
        """Return the texts a sheet did not take, from before a restart perhaps."""
        return self._case.wrong.of(sheet)

    def wrong_living(self, wrong: Mapping[Place, Wrong]) -> None:
        """Take note of the texts the sheet of living expenses did not take."""
        self._case.hold_wrong("expenses", wrong)

    def wrong_rigid(self, wrong: Mapping[Place, Wrong]) -> None:
        self._case.hold_wrong("rigid", wrong)

    def as_declared(self, kind: RigidKind) -> None:
        self.enter((Entry(kind.value, "annual", self._declared(kind)),))

    def unchanged(self) -> dict[str, Json]:
        """Return rigid expenditure as declared, and living expenses as the visit before found."""
        entries = [Entry(kind.value, "annual", self._declared(kind)) for kind in RigidKind]
        before = self._case.dossier.before
        entries += [Entry(e.id, "monthly", e.monthly) for e in before.expenses] if before else []
        return _all_units(tuple(entries))

    def _declared(self, kind: RigidKind) -> Fen:
        return sum(r.annual for r in self._case.dossier.declaration.rigid if r.kind is kind)

    def _rigid(self, kind: RigidKind) -> RigidRow:
        found = next((r for r in self._case.visit.rigid if r.id is kind), None)
        annual, vouchers = (found.annual, found.vouchers) if found else (0, 0)
        declared = self._declared(kind)
        before = self._rigid_before(kind)
        return RigidRow(kind, spoken(kind), declared, annual, vouchers, before, annual != declared)

    def _spent_before(self, code: str) -> Fen | None:
        before = self._case.dossier.before
        return sum(e.monthly for e in before.expenses if e.id == code) if before else None

    def _rigid_before(self, kind: RigidKind) -> Fen | None:
        before = self._case.dossier.before
        return sum(r.annual for r in before.rigid if r.id is kind) if before else None


def _all_units(entries: tuple[Entry, ...]) -> dict[str, Json]:
    changes: dict[str, Json] = {}
    for entry in entries:
        changes |= _units(entry)
    return changes


def _units(entry: Entry) -> dict[str, Json]:
    """Return the units of one cell: a month's expense, or a rigid one's amount or vouchers."""
    section = "expenses" if entry.column == "monthly" else "rigid"
    path = f"/{section}/#{entry.row}"
    number = entry.value if isinstance(entry.value, int) else 0
    return {f"{path}/id": entry.row, f"{path}/{entry.column}": number}
