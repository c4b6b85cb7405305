"""The sheet of incomes: 申报 beside 核实, one row an income."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from caseworker_app.desktop.checks.cells import Sheet
from caseworker_app.desktop.checks.income import TYPES, IncomePresenter, IncomeRow, IncomeView
from caseworker_app.desktop.checks.part_page import PartPage
from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.step import words
from caseworker_app.desktop.step.editors import Pick, fill, fill_money
from caseworker_app.desktop.step.page import clear
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.money_edit import MoneyEdit
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.model.codes import IncomeKind
from caseworker_app.model.values import yuan

_TITLES = ("成员", "收入", "申报", "核实", "其中不计入", "")
_KINDS = [(kind.value, kind.zh) for kind in IncomeKind]


class IncomePage(PartPage):
    """Rows are built anew only when rows come or go; while typing they are only shown anew."""

    def __init__(self, presenter: IncomePresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._built: tuple[tuple[str, IncomeKind, bool], ...] = ()
        self._marks: dict[str, Chip] = {}
        self.amounts: dict[str, MoneyEdit] = {}
        self.parts: dict[str, MoneyEdit] = {}
        self.types: dict[str, QLineEdit] = {}
        self.sheet = Sheet(self)
        self.add_button = Button("加一项收入", icon="add", key="Ctrl+N")
        self.same_button = Button("全部与申报一致", key="Ctrl+F2")
        self._total = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self._grid = QGridLayout()
        self._lay_out()
        self.add_button.clicked.connect(self.add)
        self.same_button.clicked.connect(presenter.all_as_declared)
        self.sheet.on_key(Qt.Key.Key_F2, presenter.as_declared)
        self.sheet.on_key(Qt.Key.Key_Delete, self.strike)
        self.refresh()

    def refresh(self) -> None:
        view = self._presenter.view()
        built = tuple((row.id, row.kind, row.checked is None) for row in view.rows)
        if built != self._built:
            self._build(view)
            self._built = built
        for row in view.rows:
            self._show(row)
        self._total.setText(_total(view))
        self.setEnabled(view.is_open)

    def focus(self) -> None:
        (self.sheet.first("amount") or self.add_button).setFocus()

    def add(self) -> None:
        """Add a row for the member whose row has the focus."""
        view = self._presenter.view()
        at = next((r for r in view.rows if self._holds_focus(r.id)), None)
        income_id = self._presenter.add(at.who if at else view.members[0][0])
        self.refresh()
        self.types[income_id].setFocus()

    def strike(self, income_id: str) -> None:
        """Take a row out and go to the first that is left."""
        self._presenter.remove(income_id)
        self.refresh()
        self.focus()

    def _lay_out(self) -> None:
        px = look.current().px
        self._grid.setHorizontalSpacing(px(Gap.MEDIUM))
        self._grid.setVerticalSpacing(px(6))
        card = Card("收入核查")
        for button in (self.same_button, self.add_button):
            card.head.addWidget(button)
        card.body.addLayout(self._grid)
        card.add(self._total)
        hint = "F2 本行与申报一致 · 回车、↑↓ 换行 · Ctrl+Delete 去掉本行 · 没有收入的成员不用填"
        card.add(Label(hint, Text.SMALL, Shade.THIRD, wrap=True))
        scroll = Scroll()
        scroll.body.addWidget(card)
        scroll.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _build(self, view: IncomeView) -> None:
        clear(self._grid)
        self.sheet.clear()
        for cells in (self.amounts, self.parts, self.types, self._marks):
            cells.clear()
        for place, title in enumerate(_TITLES):
            side = Qt.AlignmentFlag.AlignRight if place in (2, 3, 4) else Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(Label(title, Text.SMALL, Shade.SECOND), 0, place, side)
        for line, row in enumerate(view.rows, start=1):
            if row.checked is None:
                self._build_struck(row, line)
            else:
                self._build_row(row, view, line)
        self._grid.setColumnStretch(1, 1)

    def _build_row(self, row: IncomeRow, view: IncomeView, line: int) -> None:
        px = look.current().px
        self._grid.addWidget(self._who(row, view), line, 0)
        self._grid.addLayout(self._what(row), line, 1)
        declared = "未申报" if row.declared is None else f"{yuan(row.declared)}"
        shade = Shade.THIRD if row.declared is None else Shade.SECOND
        self._grid.addWidget(
            Label(declared, Text.BODY, shade), line, 2, Qt.AlignmentFlag.AlignRight
        )
        amount = MoneyEdit(f"元/{row.per}")
        amount.setFixedWidth(px(132))
        amount.setAccessibleName(f"{row.name} {row.type or row.kind.zh} 核实")
        amount.changed.connect(lambda fen: self._presenter.amount(row.id, fen))
        amount.committed.connect(self._presenter.commit)
        self.amounts[row.id] = amount
        self.sheet.add(row.id, "amount", amount)
        self._grid.addWidget(amount, line, 3)
        if row.has_excluded:
            part = MoneyEdit("元/月")
            part.setFixedWidth(px(116))
            part.setAccessibleName(f"{row.name} {row.type} 其中不计入")
            part.changed.connect(lambda fen: self._presenter.excluded(row.id, fen))
            part.committed.connect(self._presenter.commit)
            self.parts[row.id] = part
            self.sheet.add(row.id, "part", part)
            self._grid.addWidget(part, line, 4)
        self._marks[row.id] = Chip(ChipFace("", Tone.GREY))
        self._grid.addWidget(self._marks[row.id], line, 5)

    def _build_struck(self, row: IncomeRow, line: int) -> None:
        self._grid.addWidget(Label(row.name, Text.BODY, Shade.THIRD), line, 0)
        what = Label(
            f"{row.type or row.kind.zh}（核实没有这项）", Text.BODY, Shade.THIRD, wrap=True
        )
        self._grid.addWidget(what, line, 1)
        said = Label(yuan(row.declared or 0), Text.BODY, Shade.THIRD)
        self._grid.addWidget(said, line, 2, Qt.AlignmentFlag.AlignRight)
        back = Button("恢复", Kind.QUIET, icon="arrow_undo")
        back.setAccessibleName(f"恢复 {row.name} {row.type or row.kind.zh}")
        back.clicked.connect(lambda: self._presenter.as_declared(row.id))
        self._grid.addWidget(back, line, 3, Qt.AlignmentFlag.AlignLeft)

    def _who(self, row: IncomeRow, view: IncomeView) -> QWidget:
        if row.declared is not None:
            return Label(row.name, Text.STRONG)
        pick = Pick("成员", view.members, row.who)
        pick.picked.connect(lambda who: self._presenter.who(row.id, who))
        return pick

    def _what(self, row: IncomeRow) -> QLayout:
        if row.declared is not None:
            return _named(row)
        line = QHBoxLayout()
        line.setSpacing(look.current().px(Gap.SMALL))
        kind = Pick("收入类别", _KINDS, row.kind.value)
        kind.picked.connect(lambda code: self._presenter.kind(row.id, IncomeKind(code)))
        text = QLineEdit()
        text.setPlaceholderText("项目")
        text.setAccessibleName(f"{row.name} 收入项目")
        text.setCompleter(QCompleter(TYPES[row.kind], text))
        text.textEdited.connect(lambda typed: self._presenter.type(row.id, typed))
        text.editingFinished.connect(self._presenter.commit)
        self.types[row.id] = text
        self.sheet.add(row.id, "type", text)
        line.addWidget(kind)
        line.addWidget(text, 1)
        return line

    def _show(self, row: IncomeRow) -> None:
        if row.checked is None:
            return
        fill_money(self.amounts[row.id], row.checked)
        if row.id in self.parts:
            fill_money(self.parts[row.id], row.excluded, blank=True)
        if row.id in self.types:
            fill(self.types[row.id], row.type)
        self._marks[row.id].set_face(_mark(row))

    def _holds_focus(self, income_id: str) -> bool:
        cells = (self.amounts, self.parts, self.types)
        return any(income_id in c and c[income_id].hasFocus() for c in cells)


def _named(row: IncomeRow) -> QVBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(row.type or row.kind.zh, wrap=True))
    if row.type:
        words.addWidget(Label(row.kind.zh, Text.SMALL, Shade.THIRD, wrap=True))
    return words


def _mark(row: IncomeRow) -> ChipFace:
    if row.declared is None:
        return ChipFace("新增", Tone.ORANGE, Shape.SQUARE, "未申报的收入")
    if row.differs:
        return ChipFace("有改动", Tone.YELLOW, Shape.DIAMOND, "与申报不同")
    return ChipFace("一致", Tone.GREEN, Shape.TICK, "与申报一致")


def _total(view: IncomeView) -> str:
    same = view.declared_year == view.checked_year
    told = f"申报全年合计 {words.money(view.declared_year)}"
    found = "，核实相同" if same else f"，核实 {words.money(view.checked_year)}"
    return f"{told}{found}（还没有扣除不计入部分和就业成本，推算收入另计）"
