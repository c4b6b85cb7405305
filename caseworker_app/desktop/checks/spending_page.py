"""Living expenses of a month, rigid expenditure of a year, and how they stand to the income."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from caseworker_app.desktop.checks import spending_rows
from caseworker_app.desktop.checks.part_page import PartPage
from caseworker_app.desktop.checks.reason_card import ReasonCard
from caseworker_app.desktop.checks.spending import SpendingPresenter
from caseworker_app.desktop.step import words
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.grid.grid import Grid
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.model.codes import RigidKind

_BESIDE = 820
"""Width at scale 1 from which the two sheets stand side by side."""


class SpendingPage(PartPage):
    def __init__(self, presenter: SpendingPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.reason = ReasonCard(presenter.reason)
        known = presenter.view().has_before
        self.living = Grid(tr("每月生活支出"), spending_rows.living_columns(has_before=known))
        self.rigid = Grid(tr("刚性支出"), spending_rows.rigid_columns(has_before=known))
        self.same_button = Button(tr("本行与申报一致"), Kind.QUIET, icon="arrow_undo", key="F4")
        self.reading = Label("", Text.STRONG, wrap=True)
        self._sums = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self.refresh()
        self.living.restore(presenter.not_taken("expenses"))
        self.rigid.restore(presenter.not_taken("rigid"))

    def refresh(self) -> None:
        view = self._presenter.view()
        self.reason.refresh()
        self.living.show_rows(spending_rows.living_rows(view))
        self.rigid.show_rows(spending_rows.rigid_rows(view))
        self.reading.setText(view.reading)
        spent = tr("每月支出 {money}（含刚性支出）", money=words.money(view.spent))
        self._sums.setText(
            tr("{spent} · 每月可计算收入 {money}", spent=spent, money=words.money(view.income))
        )
        self.setEnabled(view.is_open)

    def focus_reason(self) -> None:
        self.reason.focus()

    def focus(self) -> None:
        self.living.focus("food", "monthly")

    def focus_unit(self, row: str, field: str) -> None:
        if field == "monthly":
            self.living.focus(row, field)
        else:
            self.rigid.focus(row, field)

    def as_declared(self) -> None:
        """Set the current row of rigid expenditure to what was declared."""
        self.rigid.table.finish()
        if self.rigid.table.row_id():
            self._presenter.as_declared(RigidKind(self.rigid.table.row_id()))
            self.rigid.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= look.current().px(_BESIDE)
        sides = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(sides[0] if beside else sides[1])

    def _lay_out(self) -> None:
        living, rigid = Card(), Card()
        living.add(self.living)
        living.body.addStretch()
        rigid.add(self.rigid)
        hint = tr("医疗算扣除报销后的自付部分，教育按公办学校标准")
        rigid.add(Label(hint, Text.SMALL, Shade.THIRD, wrap=True))
        rigid.body.addWidget(self.same_button, 0, Qt.AlignmentFlag.AlignLeft)
        rigid.body.addStretch()
        self._cards.setSpacing(look.current().px(Gap.LARGE))
        self._cards.addWidget(living, 4)
        self._cards.addWidget(rigid, 7)
        scroll = Scroll()
        scroll.body.addLayout(self._cards)
        scroll.body.addWidget(self.reason)
        scroll.body.addWidget(self._reading())
        scroll.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _connect(self) -> None:
        for grid in (self.living, self.rigid):
            grid.entered.connect(self._presenter.enter)
            grid.typing.connect(self._presenter.typing)
        self.living.wrong_changed.connect(self._presenter.wrong_living)
        self.rigid.wrong_changed.connect(self._presenter.wrong_rigid)
        self.same_button.clicked.connect(self.as_declared)

    def _reading(self) -> Card:
        card = Card(tr("收支对照"))
        card.add(self.reading)
        card.add(self._sums)
        return card
