"""What a change does, and its questions, few and in the order they are asked in."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLineEdit, QWidget

from caseworker_app.desktop.household.change_parts import NewcomerFields, OtherSearch, Roles
from caseworker_app.desktop.household.change_view import DAY, HOW, WHO, Effect, FlowView
from caseworker_app.desktop.household.changing import ChangePresenter
from caseworker_app.desktop.step.editors import CountEdit, fill, fill_money
from caseworker_app.desktop.step.inner import InnerPage
from caseworker_app.desktop.step.page import clear
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.choice import Choice, ManyChoice
from caseworker_app.desktop.widgets.day_edit import DayEdit
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.money_edit import MoneyEdit
from caseworker_app.model.codes import ChangeKind
from caseworker_app.rules.changes.kinds import COMES, HOWS, PAPERS

V = TypeVar("V")
_MANY = 200
_LARGE = 1.5
"""Scale from which the questions come first, for want of room."""


class ChangeForm(InnerPage):
    """Ctrl+Enter is done, Ctrl+Delete takes the change back, Esc goes back to the household."""

    taken_back = Signal()
    answered = Signal()
    numbered = Signal()
    """An identity number was typed: it may stand elsewhere."""
    searched = Signal(str)

    def __init__(self, act: ChangePresenter, today: date) -> None:
        super().__init__(tr("返回家庭"), tr("返回家庭 (Esc)"))
        self._act = act
        view = act.view()
        self.remove = Button(tr("撤销这项变化"), Kind.QUIET, icon="arrow_undo", key="Ctrl+Delete")
        self.who_one = Choice(view.people)
        self.who_many = ManyChoice(view.people)
        self.person = NewcomerFields(view)
        self.how = Choice(HOWS.get(view.kind, ()))
        self.day = DayEdit(today)
        self.paid = CountEdit(tr("死亡次月起已发"), tr("个月"), 99)
        self.support = MoneyEdit()
        self.head = Choice(view.people)
        self.roles = Roles()
        self.address = QLineEdit()
        self.phone = QLineEdit()
        self.money = MoneyEdit()
        self.search = OtherSearch()
        self.papers = ManyChoice(PAPERS[view.kind])
        self.reason = QLineEdit()
        self.reason.setMaxLength(_MANY)
        self._day_field = Field(DAY.get(view.kind, tr("日期")), self.day)
        self._source = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._does, self._minds = Card(), Card()
        self._told: tuple[Effect, ...] = ()
        self._first: QWidget = self.day.line
        self._over = False
        self._lay_out(view)
        self._put_away()
        self._connect()
        self.show_view()

    def show_view(self) -> None:
        """Show the answers and what they do; what is being typed is left alone."""
        view = self._act.view()
        self.who_one.set_code(next(iter(view.who), ""))
        self.who_many.set_codes(view.who)
        self.person.show_view(view)
        self.how.set_code(view.how)
        self.day.set_day(view.day)
        self.paid.set_count(view.paid_months)
        fill_money(self.support, view.support, blank=True)
        self.head.set_offered([key for key, _ in view.heads])
        self.head.set_code(view.head)
        self.roles.show_rows(view.roles)
        fill(self.address, view.address)
        fill(self.phone, view.phone)
        fill_money(self.money, view.money, blank=True)
        self.search.show_view(view)
        self.papers.set_codes(view.papers)
        fill(self.reason, view.reason)
        self._source.setText(
            tr("照登记填好：{source}，请当面核实", source=view.source) if view.source else ""
        )
        self._source.setVisible(bool(view.source))
        self.remove.setVisible(view.written)
        self._questions.setEnabled(view.can_write)
        if view.effects != self._told:
            self._told = view.effects
            strong = [effect for effect in view.effects if effect.strong]
            _fill(self._does, strong)
            _fill(self._minds, [effect for effect in view.effects if not effect.strong])

    def begin(self) -> None:
        """Put the focus on the first question."""
        self._first.setFocus()

    def jump(self, field: str) -> None:
        """Put the focus on what is missing."""
        missing = {"day": self.day.line, "how": self.how, "papers": self.papers}
        missing.get(field, self._first).setFocus()

    def finish(self) -> None:
        """Take what was typed last; nothing is taken afterwards."""
        self.day.take()
        self._over = True

    def _lay_out(self, view: FlowView) -> None:
        px = look.current().px
        self._frame(tr("随填随存 · Esc 返回"), self.remove)
        self._does.setAccessibleName(tr("影响"))
        self._minds.setAccessibleName(tr("提醒和依据"))
        self._questions = self._asked(view)
        for card in (self._does, self._minds):
            card.body.setSpacing(px(Gap.TINY))
        cards = [self._does, self._questions, self._minds]
        if look.current().scale >= _LARGE:  # the frame tells what is paid in a line of its own
            cards = [self._questions, self._does, self._minds]
        for card in cards:
            self._scroll.body.addWidget(card)
        self._scroll.body.addStretch()

    def _asked(self, view: FlowView) -> Card:
        """Return the card with the questions this kind asks, and no others."""
        kind = view.kind
        card = Card(view.title)
        card.add(self._source)
        if kind is ChangeKind.MERGE and not view.written:
            self._first = self.search.text
            card.add(self.search)
        elif kind is ChangeKind.SPLIT:
            self._first = self.who_many
            card.add(Field(WHO[kind], self.who_many))
            self._new_home(card)
        elif kind in COMES and kind is not ChangeKind.MERGE:
            self._first = self.person.name
            card.add(self.person)
        elif kind in WHO:
            self._first = self.who_one
            card.add(Field(WHO[kind], self.who_one))
        if kind in HOWS:
            card.add(Field(HOW[kind], self.how))
        card.body.addLayout(self._when(kind))
        if kind is ChangeKind.HEAD:
            card.add(self.roles)
        self.reason.setPlaceholderText(tr("登记里已经有的材料不必再要；没有材料的，在这里写明原因"))
        card.add(Field(tr("看过的材料（可多选）"), self.papers))
        card.add(Field(tr("说明"), self.reason))
        return card

    def _when(self, kind: ChangeKind) -> QLayout:
        line = _line()
        line.addWidget(self._day_field, 2)
        if kind is ChangeKind.DEATH:
            line.addWidget(Field(tr("死亡次月起已发"), self.paid), 1)
        if kind is ChangeKind.DIVORCE:
            hint = tr("约定或判决的，没有就空着")
            line.addWidget(Field(tr("对方每月给子女的抚养费"), self.support, hint=hint), 1)
        line.addStretch(1)
        return line

    def _new_home(self, card: Card) -> None:
        card.add(Field(tr("新户的户主"), self.head))
        card.add(self.roles)
        where = _line()
        where.addWidget(Field(tr("新户现住址"), self.address), 2)
        where.addWidget(Field(tr("新户电话"), self.phone), 1)
        hint = tr("从本户存款中分走的")
        where.addWidget(Field(tr("带走的存款"), self.money, hint=hint), 1)
        card.body.addLayout(where)

    def _connect(self) -> None:
        act = self._act
        self.remove.clicked.connect(self.taken_back)
        self.who_one.picked.connect(lambda who: self._do(act.who, (who,)))
        self.who_many.picked.connect(lambda who: self._do(act.who, tuple(who)))
        self.how.picked.connect(lambda code: self._do(act.how, code))
        self.day.picked.connect(lambda day: self._do(act.day, day))
        self.day.doubted.connect(self._day_field.set_error)
        self.paid.counted.connect(lambda months: self._do(act.paid, months))
        self.support.changed.connect(lambda fen: self._do(act.support, fen))
        self.head.picked.connect(lambda who: self._do(act.head, who))
        self.roles.picked.connect(lambda who, code: self._do(lambda c: act.role(who, c), code))
        self.address.textEdited.connect(lambda text: self._do(act.address, text))
        self.phone.textEdited.connect(lambda text: self._do(act.phone, text))
        self.money.changed.connect(lambda fen: self._do(act.money, fen))
        self.papers.picked.connect(lambda codes: self._do(act.papers, tuple(codes)))
        self.reason.textEdited.connect(lambda text: self._do(act.reason, text))
        self.search.asked.connect(self.searched)
        self.search.chosen.connect(lambda key: self._do(act.choose_other, key))
        self._connect_person()
        for edit in (self.paid, self.support, self.address, self.phone, self.money, self.reason):
            edit.editingFinished.connect(act.commit)

    def _connect_person(self) -> None:
        act, person = self._act, self.person
        person.name.textEdited.connect(lambda text: self._do(act.name, text))
        person.number.textEdited.connect(self._numbered)
        person.relation.picked.connect(lambda code: self._do(act.relation, code))
        person.status.picked.connect(lambda code: self._do(act.status, person.status_of(code)))
        for edit in (person.name, person.number):
            edit.editingFinished.connect(act.commit)

    def _numbered(self, text: str) -> None:
        self._do(self._act.number, text)
        self.numbered.emit()

    def _put_away(self) -> None:
        """Keep the editors this kind doesn't ask for out of sight, and from being windows."""
        lists = (self.who_one, self.who_many, self.person, self.how, self.head, self.roles)
        fields = (self.paid, self.support, self.address, self.phone, self.money, self.search)
        for editor in (*lists, *fields):
            if editor.parentWidget() is None:
                editor.setParent(self)
                editor.hide()
                editor.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _do(self, change: Callable[[V], None], value: V) -> None:
        if self._over:
            return
        change(value)
        self.show_view()
        self.answered.emit()


def _line() -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(look.current().px(Gap.LARGE))
    return line


def _fill(card: Card, effects: list[Effect]) -> None:
    clear(card.body)
    for effect in effects:
        card.add(_effect(effect))
    card.setVisible(bool(effects))


def _effect(effect: Effect) -> Label:
    label = Label(effect.text, Text.STRONG if effect.strong else Text.SMALL, wrap=True)
    if effect.tone is Tone.GREY:
        label.set_shade(Shade.TEXT if effect.strong else Shade.SECOND)
    else:
        label.set_tone(effect.tone)
    return label
