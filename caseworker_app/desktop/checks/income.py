"""收入核查: every income of every member, declared beside checked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from caseworker_app.desktop.checks.reason import ReasonPresenter
from caseworker_app.desktop.step.case import Case, removal
from caseworker_app.desktop.step.wrong import Place
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.grid.face import Entry, Wrong
from caseworker_app.model.codes import IncomeKind
from caseworker_app.model.economy import Income, JobDisregard
from caseworker_app.model.values import Fen, Json, Month

_MONTHS = 12
_BY_MONTH = frozenset({IncomeKind.WAGE, IncomeKind.TRANSFER})
_ORDER = ("who", "kind", "type", "amount", "excluded", "increment", "since")
"""In which order the cells of a pasted row are taken: the kind says what an amount means."""

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
    before: Fen | None
    """What the visit before found, in the same unit; None: nothing, or no visit before."""
    job: JobDisregard | None
    """The rise by a job that is not counted for some months (ZJR-50)."""
    job_since: Month | None
    """Month of the first wage of that job."""
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
    has_before: bool
    day: date
    job_months: int
    """For how many months a rise by a job is not counted."""
    is_open: bool


class IncomePresenter:
    def __init__(self, case: Case) -> None:
        self._case = case
        self.reason = ReasonPresenter(case, "income")
        self._added: list[str] = []
        """Rows added at this table, in their order: a pasted block stays together."""

    def view(self) -> IncomeView:
        visit = self._case.visit
        order = [member.id for member in visit.household.members]
        present = {income.id for income in visit.incomes}
        struck = [i for i in self._declared().values() if i.id not in present]
        every = [self._row(i) for i in visit.incomes] + [self._row(i, struck=True) for i in struck]
        added = {income_id: at for at, income_id in enumerate(self._added, start=1)}
        rows = sorted(
            every,
            key=lambda r: (added.get(r.id, 0), order.index(r.who), _rank(r.kind), r.id),
        )
        return IncomeView(
            rows=tuple(rows),
            members=tuple((m.id, m.name) for m in visit.household.members),
            declared_year=sum(map(_yearly, self._declared().values())),
            checked_year=sum(map(_yearly, visit.incomes)),
            differing=sum(row.differs for row in rows),
            has_before=self._case.dossier.before is not None,
            day=visit.day,
            job_months=self._case.live.job_months,
            is_open=self._case.is_open,
        )

    def enter(self, entries: tuple[Entry, ...]) -> None:
        """Save what was entered in the sheet, one cell or a block, in one step."""
        self._case.put(self._changes(entries))

    def typing(self, entry: Entry) -> None:
        """Take a value while it is typed."""
        self._case.type(self._changes((entry,)))

    def not_taken(self, sheet: str) -> Mapping[Place, Wrong]:
        """Return the texts a sheet did not take, from before a restart perhaps."""
        return self._case.wrong.of(sheet)

    def wrong(self, wrong: Mapping[Place, Wrong]) -> None:
        """Take note of the texts the sheet did not take."""
        self._case.hold_wrong("incomes", wrong)

    def wrong_jobs(self, wrong: Mapping[Place, Wrong]) -> None:
        self._case.hold_wrong("jobs", wrong)

    def as_declared(self, income_id: str) -> None:
        """Set one row to what the household declared; strikes nothing out, brings back."""
        declared = self._declared().get(income_id)
        if declared is not None:
            self._case.put(_units(declared))

    def unchanged(self) -> dict[str, Json]:
        """Return every declared row as it was declared; added rows stay."""
        changes: dict[str, Json] = {}
        for income in self._declared().values():
            changes |= _units(income)
        return changes

    def add(self, member_id: str, kind: IncomeKind = IncomeKind.WAGE, count: int = 1) -> str:
        """Add incomes nobody declared; return the id of the first."""
        incomes = [Income(self._case.actions.new_id(), member_id, kind) for _ in range(count)]
        self._added += [income.id for income in incomes]
        changes: dict[str, Json] = {}
        for income in incomes:
            changes |= _units(income)
        self._case.put(changes)
        return incomes[0].id

    def remove(self, income_id: str) -> None:
        """Strike a row out; a declared one stays in sight and can be brought back."""
        self._case.put(removal(f"/incomes/#{income_id}", self._income(income_id)))

    def _changes(self, entries: tuple[Entry, ...]) -> dict[str, Json]:
        """Return the units in which the incomes differ once the entries are in."""
        before = {income.id: income for income in self._case.visit.incomes}
        after = dict(before)
        for entry in sorted(entries, key=lambda entry: _ORDER.index(entry.column)):
            if entry.row in after:
                after[entry.row] = self._entered(after[entry.row], entry)
        changes: dict[str, Json] = {}
        for income_id, income in after.items():
            was = _units(before[income_id]) | _job_units(before[income_id])
            now = _units(income) | _job_units(income)
            changes |= {path: value for path, value in now.items() if was[path] != value}
        return changes

    def _entered(self, income: Income, entry: Entry) -> Income:
        if entry.column in ("increment", "since"):
            return self._with_job(income, entry)
        if entry.column in ("who", "kind", "type"):
            return _named(income, entry.column, str(entry.value or ""))
        fen = entry.value if isinstance(entry.value, int) else 0
        if entry.column == "excluded":
            return replace(income, excluded_part=fen)
        monthly = income.kind in _BY_MONTH
        return replace(income, monthly=fen) if monthly else replace(income, annual=fen)

    def _with_job(self, income: Income, entry: Entry) -> Income:
        """Return the income with the rise or the month of its first wage; both empty is none."""
        job = income.job_disregard or JobDisregard(0, 1)
        if entry.column == "increment":
            job = replace(job, increment=entry.value if isinstance(entry.value, int) else 0)
        elif isinstance(entry.value, date):
            begun = Month.of(entry.value)
            job = replace(job, month=begun.months_until(Month.of(self._case.visit.day)) + 1)
        return replace(income, job_disregard=job if job.increment else None)

    def _before(self, income_id: str) -> Income | None:
        before = self._case.dossier.before
        found = (i for i in before.incomes if i.id == income_id) if before else iter(())
        return next(found, None)

    def _declared(self) -> dict[str, Income]:
        return {income.id: income for income in self._case.dossier.declaration.incomes}

    def _income(self, income_id: str) -> Income:
        found = (i for i in self._case.visit.incomes if i.id == income_id)
        return next(found, self._declared().get(income_id) or _none(income_id))

    def _row(self, income: Income, *, struck: bool = False) -> IncomeRow:
        said = self._declared().get(income.id)
        declared = _amount(said) if said else None
        checked = None if struck else _amount(income)
        before, job = self._before(income.id), income.job_disregard
        return IncomeRow(
            id=income.id,
            who=income.who,
            name=self._case.name(income.who),
            kind=income.kind,
            type=income.type,
            per=tr("月") if income.kind in _BY_MONTH else tr("年"),
            declared=declared,
            checked=checked,
            excluded=income.excluded_part,
            has_excluded=income.kind is IncomeKind.TRANSFER,
            before=_amount(before) if before and before.kind is income.kind else None,
            job=job,
            job_since=Month.of(self._case.visit.day).plus(1 - job.month) if job else None,
            differs=struck
            or said is None
            or replace(income, job_disregard=said.job_disregard) != said,
        )


def _none(income_id: str) -> Income:
    return Income(income_id, "", IncomeKind.WAGE)


def _rank(kind: IncomeKind) -> int:
    return list(IncomeKind).index(kind)


def _named(income: Income, column: str, text: str) -> Income:
    if column == "kind":
        return _of_kind(income, IncomeKind(text))
    return replace(income, who=text) if column == "who" else replace(income, type=text)


def _of_kind(income: Income, kind: IncomeKind) -> Income:
    """Return an income of another kind; the money of a year stays the same."""
    year, monthly = _yearly(income), kind in _BY_MONTH
    return replace(
        income,
        kind=kind,
        monthly=year // _MONTHS if monthly else 0,
        annual=0 if monthly else year,
        excluded_part=income.excluded_part if kind is IncomeKind.TRANSFER else 0,
        job_disregard=income.job_disregard if kind is IncomeKind.WAGE else None,
    )


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


def _job_units(income: Income) -> dict[str, Json]:
    path, job = f"/incomes/#{income.id}/job_disregard", income.job_disregard
    return {
        f"{path}/increment": job.increment if job else None,
        f"{path}/month": job.month if job else None,
    }
