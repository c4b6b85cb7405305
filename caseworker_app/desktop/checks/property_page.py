"""Money and things; whether a thing counts follows from its difference, with a way there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from caseworker_app.desktop.checks.part_page import PartPage
from caseworker_app.desktop.checks.property import PropertyPresenter, PropertyView, Thing
from caseworker_app.desktop.checks.reason_card import ReasonCard
from caseworker_app.desktop.step import words
from caseworker_app.desktop.step.editors import fill_money
from caseworker_app.desktop.step.page import rule
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.money_edit import MoneyEdit
from caseworker_app.desktop.widgets.scroll import Scroll


class PropertyPage(PartPage):
    asked = Signal(str)
    """Path of the difference that decides about a thing."""

    def __init__(self, presenter: PropertyPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.reason = ReasonCard(presenter.reason)
        self.money, self.capital = MoneyEdit(tr("元")), MoneyEdit(tr("元"))
        self.prices: dict[str, MoneyEdit] = {}
        self._readings: dict[str, Label] = {}
        view = presenter.view()
        scroll = Scroll()
        scroll.body.addWidget(self._sums(view))
        scroll.body.addWidget(self.reason)
        scroll.body.addWidget(self._things(tr("房屋"), view.dwellings, tr("没有房屋")))
        scroll.body.addWidget(self._things(tr("车辆"), view.vehicles, tr("没有车辆")))
        scroll.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.money.changed.connect(presenter.money)
        self.capital.changed.connect(presenter.capital)
        for edit in (self.money, self.capital):
            edit.committed.connect(presenter.commit)
        self.refresh()

    def refresh(self) -> None:
        view = self._presenter.view()
        self.reason.refresh()
        fill_money(self.money, view.money)
        fill_money(self.capital, view.capital, blank=True)
        for thing in (*view.dwellings, *view.vehicles):
            if thing.id in self._readings:
                self._readings[thing.id].setText(thing.reading)
            if thing.id in self.prices and thing.price is not None:
                fill_money(self.prices[thing.id], thing.price)
        self.setEnabled(view.is_open)

    def focus_reason(self) -> None:
        self.reason.focus()

    def focus(self) -> None:
        self.money.setFocus()

    def _sums(self, view: PropertyView) -> Card:
        card = Card(tr("存款与出资"))
        same = Button(tr("与申报一致"), key="F4")
        same.clicked.connect(self._presenter.as_declared)
        card.head.addWidget(same)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.current().px(Gap.LARGE))
        money = tr(
            "申报 {money}；存款、理财、股票、商业保险、互联网账户都算",
            money=words.money(view.declared_money),
        )
        grid.addWidget(Field(tr("全家货币财产"), self.money, hint=money), 0, 0)
        capital = tr(
            "申报 {money}；开办或投资企业的认缴出资", money=words.money(view.declared_capital)
        )
        grid.addWidget(Field(tr("认缴出资"), self.capital, hint=capital), 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        card.body.addLayout(grid)
        return card

    def _things(self, title: str, things: tuple[Thing, ...], none: str) -> Card:
        card = Card(title)
        if not things:
            card.add(Label(none, Text.BODY, Shade.SECOND))
        for number, thing in enumerate(things):
            if number:
                card.add(rule())
            card.body.addLayout(self._thing(thing))
        return card

    def _thing(self, thing: Thing) -> QHBoxLayout:
        px = look.current().px
        row, what = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(px(Gap.MEDIUM))
        what.setSpacing(px(2))
        reading = Label(thing.reading, Text.SMALL, Shade.SECOND, wrap=True)
        self._readings[thing.id] = reading
        what.addWidget(Label(thing.what, Text.STRONG, wrap=True))
        what.addWidget(Label(thing.detail, Text.SMALL, Shade.SECOND, wrap=True))
        what.addWidget(reading)
        row.addLayout(what, 1)
        if thing.price is not None:
            price = MoneyEdit(tr("元"))
            price.setFixedWidth(px(148))
            price.changed.connect(lambda fen: self._presenter.price(thing.id, fen))
            price.committed.connect(self._presenter.commit)
            self.prices[thing.id] = price
            row.addWidget(Field(tr("购置价"), price))
        if thing.discrepancy:
            there = Button(tr("看差异"), Kind.QUIET)
            there.setAccessibleName(tr("看 {what} 的差异", what=thing.what))
            place = f"/explanations/#{thing.discrepancy}/state"
            there.clicked.connect(lambda: self.asked.emit(place))
            row.addWidget(there)
        return row
