"""Living expenses of a month, rigid expenditure of a year, and how they stand to the income."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from caseworker_app.desktop.checks.cells import Sheet
from caseworker_app.desktop.checks.part_page import PartPage
from caseworker_app.desktop.checks.spending import SpendingPresenter, SpendingView
from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.step import words
from caseworker_app.desktop.step.editors import CountEdit, fill_money
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.money_edit import MoneyEdit
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.model.codes import RigidKind
from caseworker_app.model.values import yuan

_COLUMNS = 3
_MOST_VOUCHERS = 999
_TITLES = ("刚性支出（近 12 个月）", "申报", "核实", "票据", "")


class SpendingPage(PartPage):
    def __init__(self, presenter: SpendingPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.expenses: dict[str, MoneyEdit] = {}
        self.rigid: dict[RigidKind, MoneyEdit] = {}
        self.vouchers: dict[RigidKind, CountEdit] = {}
        self._marks: dict[RigidKind, Chip] = {}
        self.sheet = Sheet(self)
        self.reading = Label("", Text.STRONG, wrap=True)
        self._sums = Label("", Text.BODY, Shade.SECOND, wrap=True)
        view = presenter.view()
        scroll = Scroll()
        for card in (self._living(view), self._rigid_card(view), self._reading()):
            scroll.body.addWidget(card)
        scroll.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.sheet.on_key(Qt.Key.Key_F2, lambda row: presenter.as_declared(RigidKind(row)))
        self.refresh()

    def refresh(self) -> None:
        view = self._presenter.view()
        for expense in view.expenses:
            fill_money(self.expenses[expense.id], expense.monthly, blank=True)
        for row in view.rigid:
            fill_money(self.rigid[row.id], row.annual, blank=True)
            self.vouchers[row.id].set_count(row.vouchers)
            same = (
                ("有改动", Tone.YELLOW, Shape.DIAMOND)
                if row.differs
                else ("一致", Tone.GREEN, Shape.TICK)
            )
            self._marks[row.id].set_face(ChipFace(*same))
        self.reading.setText(view.reading)
        spent = f"每月支出 {words.money(view.spent)}（含刚性支出）"
        self._sums.setText(f"{spent} · 每月可计算收入 {words.money(view.income)}")
        self.setEnabled(view.is_open)

    def focus(self) -> None:
        next(iter(self.expenses.values())).setFocus()

    def _living(self, view: SpendingView) -> Card:
        card, grid = Card("每月生活支出"), _grid()
        for number, expense in enumerate(view.expenses):
            edit = MoneyEdit("元/月")
            edit.setAccessibleName(f"{expense.zh} 每月支出")
            edit.changed.connect(lambda fen, code=expense.id: self._presenter.expense(code, fen))
            edit.committed.connect(self._presenter.commit)
            self.expenses[expense.id] = edit
            self.sheet.add(expense.id, f"expense{number % _COLUMNS}", edit)
            line, place = divmod(number, _COLUMNS)
            grid.addWidget(Label(expense.zh), line, 2 * place)
            grid.addWidget(edit, line, 2 * place + 1)
            grid.setColumnStretch(2 * place + 1, 1)
        card.body.addLayout(grid)
        return card

    def _rigid_card(self, view: SpendingView) -> Card:
        card, grid = Card(), _grid()
        px = look.current().px
        for place, title in enumerate(_TITLES):
            side = Qt.AlignmentFlag.AlignRight if place == 1 else Qt.AlignmentFlag.AlignLeft
            label = (
                Label(title, Text.HEADING) if not place else Label(title, Text.SMALL, Shade.SECOND)
            )
            grid.addWidget(label, 0, place, side)
        for line, row in enumerate(view.rigid, start=1):
            grid.addWidget(Label(row.zh), line, 0)
            said = Label(yuan(row.declared), Text.BODY, Shade.SECOND)
            grid.addWidget(said, line, 1, Qt.AlignmentFlag.AlignRight)
            edit = MoneyEdit("元/年")
            edit.setMinimumWidth(px(140))
            edit.setAccessibleName(f"{row.zh} 全年支出")
            edit.changed.connect(lambda fen, kind=row.id: self._presenter.rigid(kind, fen))
            edit.committed.connect(self._presenter.commit)
            self.rigid[row.id] = edit
            self.sheet.add(row.id.value, "rigid", edit)
            grid.addWidget(edit, line, 2)
            grid.addWidget(self._voucher_box(row.id, row.zh), line, 3)
            self._marks[row.id] = Chip(ChipFace("", Tone.GREY))
            grid.addWidget(self._marks[row.id], line, 4)
        grid.setColumnStretch(0, 1)
        card.body.addLayout(grid)
        hint = "医疗算扣除报销后的自付部分，教育按公办学校标准 · F2 与申报一致"
        card.add(Label(hint, Text.SMALL, Shade.THIRD, wrap=True))
        return card

    def _voucher_box(self, kind: RigidKind, zh: str) -> CountEdit:
        box = CountEdit(f"{zh} 票据张数", "张", _MOST_VOUCHERS)
        box.setFixedWidth(look.current().px(88))
        box.counted.connect(lambda count: self._presenter.vouchers(kind, count))
        box.editingFinished.connect(self._presenter.commit)
        self.vouchers[kind] = box
        self.sheet.add(kind.value, "vouchers", box)
        return box

    def _reading(self) -> Card:
        card = Card("收支对照")
        card.add(self.reading)
        card.add(self._sums)
        return card


def _grid() -> QGridLayout:
    px = look.current().px
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(Gap.MEDIUM))
    grid.setVerticalSpacing(px(Gap.SMALL))
    return grid
