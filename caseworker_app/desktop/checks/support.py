"""赡养、抚养、扶养费: what those outside the household owe to members in it."""

from dataclasses import dataclass

from caseworker_app.desktop.step import words
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.household import Obligor
from caseworker_app.model.values import Fen, Json
from caseworker_app.model.visit import CheckedSupport


@dataclass(frozen=True, slots=True)
class SupportRow:
    id: str
    name: str
    relation: str
    supports: str
    """Names of the members who are owed support."""
    income: Fen
    size: int
    children: int
    supported: int
    agreed: Fen
    exempt: str
    consented: bool
    declared_income: Fen
    differs: bool


@dataclass(frozen=True, slots=True)
class SupportView:
    rows: tuple[SupportRow, ...]
    is_open: bool


class SupportPresenter:
    def __init__(self, case: Case) -> None:
        self._case = case

    def view(self) -> SupportView:
        known = {o.id: o for o in self._case.visit.household.obligors}
        rows = tuple(self._row(s, known[s.id]) for s in self._case.visit.support if s.id in known)
        return SupportView(rows, self._case.is_open)

    def income(self, obligor_id: str, fen: Fen | None) -> None:
        """Take the monthly income of the obligor's household while it is typed."""
        self._case.type({f"/support/#{obligor_id}/income": fen or 0})

    def agreed(self, obligor_id: str, fen: Fen | None) -> None:
        """Take the agreed or judged monthly amount for each supported person."""
        self._case.type({f"/support/#{obligor_id}/agreed": fen or 0})

    def number(self, obligor_id: str, field: str, count: int) -> None:
        """Take ``size``, ``children`` or ``supported`` while it is typed; each is at least one."""
        self._case.type({f"/support/#{obligor_id}/{field}": max(1, count)})

    def exempt(self, obligor_id: str, reason: str) -> None:
        self._case.put({f"/support/#{obligor_id}/exempt": reason})

    def commit(self) -> None:
        self._case.commit()

    def as_declared(self, obligor_id: str) -> None:
        """Set the row to what the file says."""
        file = next(o for o in self._case.visit.household.obligors if o.id == obligor_id)
        self._case.put(_units(file))

    def unchanged(self) -> dict[str, Json]:
        """Return every obligor as the file has it."""
        checked = {support.id for support in self._case.visit.support}
        changes: dict[str, Json] = {}
        for file in self._case.visit.household.obligors:
            changes |= _units(file) if file.id in checked else {}
        return changes

    def _row(self, found: CheckedSupport, file: Obligor) -> SupportRow:
        return SupportRow(
            id=found.id,
            name=file.name,
            relation=words.relation(file.relation),
            supports=tr("、").join(filter(None, map(self._case.name, file.supports))),
            income=found.income,
            size=found.size,
            children=found.children,
            supported=found.supported,
            agreed=found.agreed,
            exempt=found.exempt,
            consented=file.consented,
            declared_income=file.income,
            differs=(found.income, found.size, found.agreed, found.exempt)
            != (file.income, file.size, file.agreed, file.exempt),
        )


def _units(file: Obligor) -> dict[str, Json]:
    path = f"/support/#{file.id}"
    return {
        f"{path}/income": file.income,
        f"{path}/size": file.size,
        f"{path}/children": file.children,
        f"{path}/supported": file.supported,
        f"{path}/agreed": file.agreed,
        f"{path}/exempt": file.exempt,
    }
