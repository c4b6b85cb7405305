"""The incomes as rows of a sheet, and the jobs whose rise is not counted for a while; no Qt."""

from datetime import date

from caseworker_app.desktop.checks.income import TYPES, IncomeRow, IncomeView
from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.grid.face import GridCell, GridColumn, GridRow
from caseworker_app.desktop.widgets.grid.kinds import (
    ChoiceKind,
    DateKind,
    MoneyKind,
    TextKind,
)
from caseworker_app.model.codes import IncomeKind
from caseworker_app.model.values import yuan

MOST = 60
"""More incomes no household has; a longer list was pasted into the wrong place."""
_KINDS = ChoiceKind(tuple((kind.value, kind.zh) for kind in IncomeKind))
_EMPTY = GridCell()


def columns(*, has_before: bool) -> tuple[GridColumn, ...]:
    """Return the columns; what the visit before found only where there was one."""
    before = (GridColumn("before", tr("上次"), 76, right=True),) if has_before else ()
    return (
        GridColumn("who", tr("成员"), 76),
        GridColumn("kind", tr("类别"), 100),
        GridColumn("type", tr("项目"), 124, grows=1),
        *before,
        GridColumn("declared", tr("申报"), 76, right=True),
        GridColumn("amount", tr("核实"), 120, right=True),
        GridColumn("excluded", tr("其中不计入"), 108, right=True),
        GridColumn("mark", "", 84),
    )


def rows(view: IncomeView) -> tuple[GridRow, ...]:
    return tuple(_row(row, view) for row in view.rows)


def _row(row: IncomeRow, view: IncomeView) -> GridRow:
    struck = row.checked is None
    added = row.declared is None
    said = tr("未申报") if row.declared is None else yuan(row.declared)
    before = (GridCell(text=tr("—") if row.before is None else yuan(row.before), faint=struck),)
    part = MoneyKind(tr("元/月"), blank=True) if row.has_excluded and not struck else None
    return GridRow(
        row.id,
        f"{row.name} {row.type or row.kind.zh}",
        (
            _who(row, view) if added else GridCell(text=row.name, strong=True, faint=struck),
            GridCell(row.kind.value, _KINDS) if added else GridCell(text=row.kind.zh, faint=struck),
            _what(row) if added else GridCell(text=row.type, faint=struck),
            *(before if view.has_before else ()),
            GridCell(text=said, faint=struck or added),
            GridCell(text=tr("去掉了"), faint=True)
            if struck
            else GridCell(row.checked, MoneyKind(tr("元/{per}", per=row.per))),
            GridCell(row.excluded, part) if part else _EMPTY,
            GridCell(chip=_mark(row)),
        ),
    )


def _who(row: IncomeRow, view: IncomeView) -> GridCell:
    return GridCell(row.who, ChoiceKind(view.members), strong=True)


def _what(row: IncomeRow) -> GridCell:
    return GridCell(row.type, TextKind(30, tuple((word, word) for word in TYPES[row.kind])))


def _mark(row: IncomeRow) -> ChipFace:
    if row.checked is None:
        return ChipFace(tr("去掉"), Tone.GREY, Shape.RING, tr("申报过，核实没有这项"))
    if row.declared is None:
        return ChipFace(tr("新增"), Tone.ORANGE, Shape.SQUARE, tr("未申报的收入"))
    if row.differs:
        return ChipFace(tr("有改动"), Tone.YELLOW, Shape.DIAMOND, tr("与申报不同"))
    return ChipFace(tr("一致"), Tone.GREEN, Shape.TICK, tr("与申报一致"))


JOB_COLUMNS = (
    GridColumn("who", tr("成员"), 84),
    GridColumn("type", tr("项目"), 132, grows=1),
    GridColumn("increment", tr("就业后每月增收"), 148, right=True),
    GridColumn("since", tr("首次领工资"), 128),
    GridColumn("reading", tr("现在"), 200, grows=1),
)


def job_rows(view: IncomeView) -> tuple[GridRow, ...]:
    """Return the wages, with the rise that is not counted for some months after the first."""
    return tuple(
        _job(row, view)
        for row in view.rows
        if row.kind is IncomeKind.WAGE and row.checked is not None
    )


def _job(row: IncomeRow, view: IncomeView) -> GridRow:
    begun = date(row.job_since.year, row.job_since.month, 1) if row.job_since else None
    first = date(view.day.year - 2, view.day.month, 1)
    since = DateKind(first, view.day, month=True)
    return GridRow(
        row.id,
        f"{row.name} {row.type or row.kind.zh}",
        (
            GridCell(text=row.name, strong=True),
            GridCell(text=row.type or row.kind.zh),
            GridCell(row.job.increment if row.job else 0, MoneyKind(tr("元/月"), blank=True)),
            GridCell(begun, since) if row.job else GridCell(text=tr("先填增收")),
            GridCell(text=_reading(row, view.job_months)),
        ),
    )


def _reading(row: IncomeRow, months: int) -> str:
    if row.job is None:
        return tr("没有新就业")
    if row.job.month > months:
        return tr(
            "第 {month} 个月，已满 {months} 个月，全部计入", month=row.job.month, months=months
        )
    return tr("第 {month} 个月，增收部分不计入", month=row.job.month)
