"""What obligors owe: one card for each of them."""

from PySide6.QtWidgets import QVBoxLayout

from caseworker_app.desktop.checks.part_page import PartPage
from caseworker_app.desktop.checks.support import SupportPresenter, SupportRow
from caseworker_app.desktop.step import words
from caseworker_app.desktop.step.editors import CountEdit, Pick, fill_money
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.empty import EmptyState
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.flow import Even
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.money_edit import MoneyEdit
from caseworker_app.desktop.widgets.scroll import Scroll

_MOST = 30
_FIELD = 150
"""Least width at scale 1 of a field beside others."""
_NUMBERS = {
    "size": tr("义务人家庭人口"),
    "children": tr("被赡养人子女数"),
    "supported": tr("受扶养人数"),
}


class _Obligor(Card):
    def __init__(self, presenter: SupportPresenter, row: SupportRow) -> None:
        super().__init__(tr("{name}（{relation}）", name=row.name, relation=row.relation))
        self._presenter, self._id = presenter, row.id
        self.income, self.agreed = MoneyEdit(tr("元/月")), MoneyEdit(tr("元/月"))
        self.exempt = Pick(tr("是否免除"), words.SUPPORT_EXEMPT.items())
        self.numbers = {name: CountEdit(title, tr("人"), _MOST) for name, title in _NUMBERS.items()}
        same = Button(tr("与档案一致"))
        same.clicked.connect(lambda: presenter.as_declared(row.id))
        self.head.addWidget(same)
        consent = tr("已同意核对") if row.consented else tr("还没有核对同意书")
        note = tr("赡养抚养扶养 {supports} · {consent}", supports=row.supports, consent=consent)
        self.add(Label(note, Text.SMALL, Shade.SECOND, wrap=True))
        self._lay_out(row)
        self._connect()

    def show_row(self, row: SupportRow) -> None:
        fill_money(self.income, row.income)
        fill_money(self.agreed, row.agreed, blank=True)
        self.exempt.set_code(row.exempt)
        for name, box in self.numbers.items():
            box.set_count(getattr(row, name))

    def _lay_out(self, row: SupportRow) -> None:
        grid = Even(gap=Gap.LARGE, least=_FIELD, most=len(_NUMBERS))
        income = Field(
            tr("义务人家庭月收入"),
            self.income,
            hint=tr("档案 {money}", money=words.money(row.declared_income)),
        )
        grid.addWidget(income)
        grid.addWidget(Field(tr("协议或判决，每人每月"), self.agreed))
        grid.addWidget(Field(tr("是否免除"), self.exempt))
        for name, title in _NUMBERS.items():
            grid.addWidget(Field(title, self.numbers[name]))
        self.body.addLayout(grid)

    def _connect(self) -> None:
        act, who = self._presenter, self._id
        self.income.changed.connect(lambda fen: act.income(who, fen))
        self.agreed.changed.connect(lambda fen: act.agreed(who, fen))
        for edit in (self.income, self.agreed):
            edit.committed.connect(act.commit)
        self.exempt.picked.connect(lambda code: act.exempt(who, code))
        for name, box in self.numbers.items():
            box.editingFinished.connect(act.commit)
            box.counted.connect(lambda count, field=name: act.number(who, field, count))


class SupportPage(PartPage):
    def __init__(self, presenter: SupportPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.cards: dict[str, _Obligor] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        rows = presenter.view().rows
        if not rows:
            empty = EmptyState()
            empty.say(
                "people",
                tr("没有法定赡养、抚养、扶养义务人"),
                tr("档案里没有家庭以外的义务人，这一项不用填。"),
            )
            empty.action.hide()
            column.addWidget(empty)
        else:
            scroll = Scroll()
            for row in rows:
                self.cards[row.id] = _Obligor(presenter, row)
                scroll.body.addWidget(self.cards[row.id])
            scroll.body.addStretch()
            column.addWidget(scroll)
        self.refresh()

    def refresh(self) -> None:
        view = self._presenter.view()
        for row in view.rows:
            self.cards[row.id].show_row(row)
        self.setEnabled(view.is_open)

    def focus(self) -> None:
        for card in self.cards.values():
            card.income.setFocus()
            return
