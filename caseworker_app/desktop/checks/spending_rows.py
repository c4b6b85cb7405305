"""Living expenses and rigid expenditure as rows of two sheets; no Qt."""

from caseworker_app.desktop.checks.spending import RigidRow, SpendingView
from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.grid.face import GridCell, GridColumn, GridRow
from caseworker_app.desktop.widgets.grid.kinds import CountKind, MoneyKind
from caseworker_app.model.values import Fen, yuan

_MONTHLY = MoneyKind("", blank=True)
_ANNUAL = MoneyKind("", blank=True)
_VOUCHERS = CountKind(tr("张"), 999)
_NOTHING = tr("—")
_BEFORE = GridColumn("before", tr("上次"), 72, right=True)


def living_columns(*, has_before: bool) -> tuple[GridColumn, ...]:
    before = (_BEFORE,) if has_before else ()
    return (
        GridColumn("what", tr("生活支出"), 84, grows=1),
        *before,
        GridColumn("monthly", tr("核实 元/月"), 100, right=True),
    )


def living_rows(view: SpendingView) -> tuple[GridRow, ...]:
    return tuple(
        GridRow(
            expense.id,
            expense.zh,
            (
                GridCell(text=expense.zh, strong=True),
                *_before(expense.before, view),
                GridCell(expense.monthly, _MONTHLY),
            ),
        )
        for expense in view.expenses
    )


def rigid_columns(*, has_before: bool) -> tuple[GridColumn, ...]:
    before = (_BEFORE,) if has_before else ()
    return (
        GridColumn("what", tr("刚性支出"), 84, grows=1),
        *before,
        GridColumn("declared", tr("申报"), 72, right=True),
        GridColumn("annual", tr("核实 元/年"), 96, right=True),
        GridColumn("vouchers", tr("票据"), 64, right=True),
        GridColumn("mark", "", 80),
    )


def rigid_rows(view: SpendingView) -> tuple[GridRow, ...]:
    return tuple(
        GridRow(
            row.id.value,
            row.zh,
            (
                GridCell(text=row.zh, strong=True),
                *_before(row.before, view),
                GridCell(text=yuan(row.declared) if row.declared else _NOTHING),
                GridCell(row.annual, _ANNUAL),
                GridCell(row.vouchers, _VOUCHERS),
                GridCell(chip=_mark(row)),
            ),
        )
        for row in view.rigid
    )


def _before(fen: Fen | None, view: SpendingView) -> tuple[GridCell, ...]:
    told = yuan(fen) if fen else _NOTHING
    return (GridCell(text=told),) if view.has_before else ()


def _mark(row: RigidRow) -> ChipFace:
    if row.differs:
        return ChipFace(tr("有改动"), Tone.YELLOW, Shape.DIAMOND, tr("与申报不同"))
    return ChipFace(tr("一致"), Tone.GREEN, Shape.TICK, tr("与申报一致"))
