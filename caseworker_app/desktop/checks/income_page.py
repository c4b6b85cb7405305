"""The sheet of incomes: 申报 beside 核实, one row an income; below it jobs newly found."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseworker_app.desktop.checks import income_rows
from caseworker_app.desktop.checks.income import IncomePresenter, IncomeView
from caseworker_app.desktop.checks.part_page import PartPage
from caseworker_app.desktop.checks.reason_card import ReasonCard
from caseworker_app.desktop.step import law, words
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.grid.face import NewRows
from caseworker_app.desktop.widgets.grid.grid import Grid
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll

_HINT = tr("回车向下、Tab 向右，F2 修改，可从表格软件整块粘贴 · 没有收入的成员不用填")
_COLUMNS = {"excluded_part": "excluded", "monthly": "amount", "annual": "amount"}
_JOBS = {"increment": "increment", "month": "since", "since": "since"}
"""Field of the visit, or column of the sheet → column in which it is written."""


class IncomePage(PartPage):
    def __init__(self, presenter: IncomePresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.reason = ReasonCard(presenter.reason)
        view = presenter.view()
        self.grid = Grid(tr("收入核查"), income_rows.columns(has_before=view.has_before), _HINT)
        self.jobs = Grid(tr("新就业的增收"), income_rows.JOB_COLUMNS)
        self.add_button = Button(tr("加一项收入"), icon="add", key="Ctrl+N")
        self.same_button = Button(tr("本行与申报一致"), Kind.QUIET, icon="arrow_undo", key="F4")
        self.strike_button = Button(tr("去掉本行"), Kind.QUIET, key="Ctrl+Delete")
        self._total = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self._jobs_card = Card(tr("新就业的增收"))
        self._lay_out()
        self._connect()
        self.refresh()
        self.grid.restore(presenter.not_taken("incomes"))
        self.jobs.restore(presenter.not_taken("jobs"))

    def refresh(self) -> None:
        view = self._presenter.view()
        self.reason.refresh()
        self.grid.show_rows(income_rows.rows(view))
        jobs = income_rows.job_rows(view)
        self.jobs.show_rows(jobs)
        self._jobs_card.setVisible(bool(jobs))
        self._total.setText(_total(view))
        room = max(0, income_rows.MOST - len(view.rows))
        self.grid.allow_rows(
            NewRows(room, tr("一户最多记 {MOST} 项收入", MOST=income_rows.MOST)), self._add
        )
        self.setEnabled(view.is_open)

    def focus_reason(self) -> None:
        self.reason.focus()

    def focus(self) -> None:
        rows = self.grid.table.cells.rows
        if rows:
            self.grid.focus(rows[0].id, "amount")
        else:
            self.add_button.setFocus()

    def focus_unit(self, row: str, field: str) -> None:
        if field in _JOBS:
            self.jobs.focus(row, _JOBS[field])
        else:
            self.grid.focus(row, _COLUMNS.get(field, field))

    def add(self) -> None:
        """Add a row for the member whose row is current, and go to its name."""
        self.grid.table.finish()
        income_id = self._presenter.add(self._who())
        self.grid.focus(income_id, "type")

    def strike(self) -> None:
        """Take the current row out."""
        if self.grid.table.row_id():
            self._presenter.remove(self.grid.table.row_id())
            self.grid.table.setFocus()

    def as_declared(self) -> None:
        """Set the current row to what was declared."""
        self.grid.table.finish()
        if self.grid.table.row_id():
            self._presenter.as_declared(self.grid.table.row_id())
            self.grid.table.setFocus()

    def _add(self, count: int) -> None:
        self._presenter.add(self._who(), count=count)

    def _who(self) -> str:
        view = self._presenter.view()
        at = next((row for row in view.rows if row.id == self.grid.table.row_id()), None)
        return at.who if at else view.members[0][0]

    def _lay_out(self) -> None:
        card = Card(tr("收入核查"))
        card.head.addWidget(self.add_button)
        card.add(self.grid)
        card.add(_flow((self.same_button, self.strike_button)))
        card.add(self._total)
        rule = law.article("ZJR-50")
        told = tr("家庭成员新就业的，每月增收部分在规定月数内不计入家庭收入（{rule}）。", rule=rule)
        self._jobs_card.add(Label(told, Text.SMALL, Shade.SECOND, wrap=True))
        self._jobs_card.add(self.jobs)
        scroll = Scroll()
        scroll.body.addWidget(card)
        scroll.body.addWidget(self.reason)
        scroll.body.addWidget(self._jobs_card)
        scroll.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _connect(self) -> None:
        for grid in (self.grid, self.jobs):
            grid.entered.connect(self._presenter.enter)
            grid.typing.connect(self._presenter.typing)
        self.grid.wrong_changed.connect(self._presenter.wrong)
        self.jobs.wrong_changed.connect(self._presenter.wrong_jobs)
        self.add_button.clicked.connect(self.add)
        self.same_button.clicked.connect(self.as_declared)
        self.strike_button.clicked.connect(self.strike)


def _flow(widgets: Sequence[QWidget]) -> QWidget:
    box = QWidget()
    flow = Flow(box, Gap.SMALL)
    for widget in widgets:
        flow.addWidget(widget)
    return box


def _total(view: IncomeView) -> str:
    same = view.declared_year == view.checked_year
    told = tr("申报全年合计 {money}", money=words.money(view.declared_year))
    found = tr("，核实相同") if same else tr("，核实 {money}", money=words.money(view.checked_year))
    return tr(
        "{told}{found}（还没有扣除不计入部分和就业成本，推算收入另计）", told=told, found=found
    )
