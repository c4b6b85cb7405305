"""四 收入核查, 五 支出核查: declared against checked, income against spending."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caseworker_app.documents import words
from caseworker_app.documents.cell import Cell, cell, remark, value
from caseworker_app.documents.table import Row, Section, Table, head, pairs, shares, statement
from caseworker_app.documents.visit_form.differences import said
from caseworker_app.documents.visit_form.form import MONTHLY, VisitForm, annual
from caseworker_app.documents.wording import SectionWords
from caseworker_app.model.codes import IncomeKind, RigidKind
from caseworker_app.model.determination import Reason
from caseworker_app.model.economy import Income
from caseworker_app.model.values import Fen, yuan
from caseworker_app.rules import living

_CELL = 8.5
_COLUMNS = 3
_INCOME = shares(52, 58, 96, 66, 66, 60, 90)
_WORKED = shares(52, 106, 70, 260)
_WORKED_OUT = re.compile(r"/members/#[^/]+/(status|idle_exempt)|/support")
"""Sources of the steps by which an income is worked out instead of received."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One income of one member: as declared, as checked, or both."""

    who: str
    kind: IncomeKind
    declared: Income | None
    checked: Income | None

    @property
    def either(self) -> Income:
        income = self.checked or self.declared
        assert income is not None  # noqa: S101  # a line is made from one of the two
        return income


def incomes(form: VisitForm, w: SectionWords) -> Section:
    """Return 四: every income, declared and checked, and the figures that count."""
    keys = ("name", "kind", "type", "declared", "checked", "difference", "note")
    heads = (head(_INCOME, *(w[k] for k in keys)),)
    rows = tuple(_income_rows(form))
    listed = Table(rows, heads) if rows else Table((statement("家庭申报与核查均无收入。"),))
    worked = tuple(_worked_rows(form))
    names = (w[k] for k in ("name", "imputed", "yearly", "worked"))
    computed = (Table(worked, (head(_WORKED, *names),)),) if worked else ()
    return Section(w.number, w.name, (listed, *computed, Table(_income_totals(form, w))))


def _lines(form: VisitForm) -> list[_Line]:
    """Return the incomes of both sides by member, class and id; one id is one income."""
    declared = {income.id: income for income in form.declaration.incomes}
    checked = {income.id: income for income in form.visit.incomes}
    order = {member.id: n for n, member in enumerate(form.visit.household.members)}
    lines = []
    for income_id in declared.keys() | checked.keys():
        found = checked.get(income_id) or declared[income_id]
        sides = (declared.get(income_id), checked.get(income_id))
        lines.append((income_id, _Line(found.who, found.kind, *sides)))
    kinds = list(IncomeKind)
    lines.sort(key=lambda e: (order.get(e[1].who, len(order)), kinds.index(e[1].kind), e[0]))
    return [line for _, line in lines]


def _income_rows(form: VisitForm) -> Iterator[Row]:
    who, kind = "", ""
    for line in _lines(form):
        same = line.who == who
        yield Row(
            tuple(_income(form, line, same_person=same, same_kind=same and line.kind == kind))
        )
        who, kind = line.who, line.kind


def _income(form: VisitForm, line: _Line, *, same_person: bool, same_kind: bool) -> Iterator[Cell]:
    yield _joined(value(form.name(line.who), _INCOME[0], align="c", size=_CELL), same_person)
    yield _joined(value(line.kind.zh, _INCOME[1], align="c", size=_CELL), same_kind)
    texts = (
        (line.either.type, "c"),
        (_period(line.declared), "r"),
        (_period(line.checked), "r"),
        (_difference(line), "r"),
    )
    for wide, (text, align) in zip(_INCOME[2:], texts, strict=False):
        yield value(text, wide, align=align, size=_CELL)
    notes = _notes(line)
    yield cell(_INCOME[-1], *map(remark, notes)) if notes else value("", _INCOME[-1])


def _worked_rows(form: VisitForm) -> Iterator[Row]:
    """Yield the incomes nobody receives in hand: imputed, spared, owed by obligors."""
    for step in _steps(form.determination.reason):
        found = _WORKED_OUT.fullmatch(step.source)
        who, _, name = step.label.partition(" ")
        if found and name:
            texts = ((form.name(who), "c"), (name, "c"), (step.value, "r"), (step.formula, "l"))
            yield Row(
                tuple(
                    value(said(form, text), wide, align=align, size=_CELL)
                    for wide, (text, align) in zip(_WORKED, texts, strict=True)
                )
            )


def _steps(reason: Reason) -> Iterator[Reason]:
    yield reason
    for part in reason.parts:
        yield from _steps(part)


def _joined(made: Cell, joined: bool) -> Cell:  # noqa: FBT001  # reads as the name of the field
    return Cell(made.width, made.body, joined=joined)


def _period(income: Income | None) -> str:
    if income is None:
        return ""
    monthly = income.kind in MONTHLY
    return f"{yuan(income.monthly)}/月" if monthly else f"{yuan(income.annual)}/年"


def _difference(line: _Line) -> str:
    if line.declared is None or line.checked is None:
        return ""
    unit, gap = ("月", line.checked.monthly - line.declared.monthly)
    if line.kind not in MONTHLY:
        unit, gap = ("年", line.checked.annual - line.declared.annual)
    return f"{_signed(gap)}/{unit}" if gap else "0"


def _signed(fen: Fen) -> str:
    return f"+{yuan(fen)}" if fen > 0 else yuan(fen)


def _notes(line: _Line) -> list[str]:
    income = line.either
    notes = []
    if line.declared is None:
        notes.append("未申报，核查发现")
    if line.checked is None:
        notes.append("核查未见")
    if income.excluded_part:
        notes.append(f"每月{yuan(income.excluded_part)}元不计入")
    if income.job_disregard:
        step = income.job_disregard
        notes.append(f"就业增收{yuan(step.increment)}元/月，第{step.month}个月")
    return notes


def _income_totals(form: VisitForm, w: SectionWords) -> tuple[Row, ...]:
    decided = form.determination
    declared = sum(map(annual, form.declaration.incomes))
    checked = sum(map(annual, form.visit.incomes))
    after = decided.per_capita_after_rigid
    half = shares(116, 128, 116, 128)
    return (
        pairs(
            half,
            (w["annual"], words.amount(decided.income_annual)),
            (w["per_capita"], words.amount(decided.per_capita)),
        ),
        pairs(
            half,
            (w["total_difference"], f"{_signed(checked - declared)}元"),
            (w["after_rigid"], "" if after is None else words.amount(after)),
        ),
    )


def expenses(form: VisitForm, w: SectionWords) -> Section:
    """Return 五: living and rigid expenses, and how spending reads against income."""
    spent = sum(expense.monthly for expense in form.visit.expenses)
    income = words.monthly_of(form.determination.income_annual)
    widths = shares(*(58, 54) * _COLUMNS)
    keys = (w["item"], w["monthly"]) * _COLUMNS
    listed = Table(tuple(_expenses(form, widths)), (head(widths, *keys),))
    ratio = f"{spent * 100 // income}%" if income else ""
    totals = Table(
        (
            pairs(
                shares(58, 54, 58, 54, 70, 42),
                (w["total"], words.amount(spent)),
                (w["income"], words.amount(income)),
                (w["ratio"], ratio),
            ),
            pairs(
                shares(58, 278),
                (w["reading"], words.formal(living.spending_reading(spent, income))),
            ),
        )
    )
    return Section(w.number, w.name, (listed, totals, _rigid(form, w)))


def _expenses(form: VisitForm, widths: tuple[float, ...]) -> Iterator[Row]:
    amounts = {expense.id: expense.monthly for expense in form.visit.expenses}
    listed = [(zh, amounts.pop(code, None)) for code, zh in living.EXPENSES]
    listed += list(amounts.items())
    listed += [("", None)] * (-len(listed) % _COLUMNS)
    depth = len(listed) // _COLUMNS
    for number in range(depth):
        cells: list[Cell] = []
        for column in range(_COLUMNS):
            zh, fen = listed[column * depth + number]
            cells.append(value(zh, widths[2 * column], align="c"))
            text = "" if fen is None else yuan(fen)
            cells.append(value(text, widths[2 * column + 1], align="r"))
        yield Row(tuple(cells))


def _rigid(form: VisitForm, w: SectionWords) -> Table:
    widths = shares(90, 90, 60, 248)
    found = {rigid.id: rigid for rigid in form.visit.rigid}
    declared = {rigid.kind: rigid.annual for rigid in form.declaration.rigid}
    kinds = [kind for kind in RigidKind if kind in found or kind in declared]
    if not kinds:
        return Table((pairs(shares(58, 278), (w["rigid"], "无")),))
    rows = []
    for kind in kinds:
        said = f"申报{yuan(declared[kind])}元" if kind in declared else "未申报"
        seen = found.get(kind)
        rows.append(
            Row(
                (
                    value(kind.zh, widths[0], align="c"),
                    value(yuan(seen.annual) if seen else "", widths[1], align="r"),
                    value(str(seen.vouchers) if seen else "", widths[2], align="c"),
                    value(said, widths[3]),
                )
            )
        )
    heads = (head(widths, w["rigid"], w["annual"], w["vouchers"], w["declared"]),)
    return Table(tuple(rows), heads)
