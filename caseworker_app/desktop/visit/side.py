"""The card that is always in sight: income against the line, the proposal, the members."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.step.page import clear, rule
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.visit.presenter import SideMember, SideView
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.income_bar import IncomeBar
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.model.values import yuan

_WIDTH = 276


class SideCard(QWidget):
    def __init__(self) -> None:
        super().__init__()
        px = look.current().px
        self.setFixedWidth(px(_WIDTH))
        self.per_capita = Label("", Text.DISPLAY)
        self.reading = Label("", Text.SMALL, wrap=True)
        self.bar = IncomeBar()
        self.action = Label("", Text.HEADING, wrap=True)
        self.amount = Label("", Text.TITLE)
        self.change = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._why = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._members = QVBoxLayout()
        self._shown: tuple[SideMember, ...] = ()
        scroll = Scroll()
        for card in (self._figures(), self._people()):
            scroll.body.addWidget(card)
        scroll.body.setSpacing(px(Gap.MEDIUM))
        scroll.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def show_view(self, view: SideView) -> None:
        self.per_capita.setText(yuan(view.per_capita))
        self.bar.set_figures(view.per_capita, (tr("低保标准"), view.standard))
        self.reading.setText(view.reading)
        self.reading.set_tone(Tone.GREEN if view.per_capita < view.standard else Tone.ORANGE)
        self.action.setText(tr("建议{action}", action=view.action))
        self.amount.setText(tr("{amount} 元 / 月", amount=view.amount))
        self.change.setText(view.change)
        self._why.setText("\n".join(view.why))
        self._why.setVisible(bool(view.why))
        if view.members != self._shown:
            self._shown = view.members
            clear(self._members)
            for member in view.members:
                self._members.addLayout(_member(member))

    def _figures(self) -> Card:
        card = Card()
        card.body.setSpacing(look.current().px(2))
        line = QHBoxLayout()
        line.addWidget(self.per_capita)
        line.addWidget(Label(tr("元"), Text.BODY, Shade.SECOND), 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch()
        card.add(Label(tr("月人均收入"), Text.SMALL, Shade.SECOND))
        card.body.addLayout(line)
        card.add(self.bar)
        card.add(self.reading)
        card.body.addSpacing(look.current().px(Gap.SMALL))
        card.add(rule())
        card.body.addSpacing(look.current().px(Gap.SMALL))
        for widget in (self.action, self.amount, self.change, self._why):
            card.add(widget)
        return card

    def _people(self) -> Card:
        card = Card()
        card.body.setSpacing(look.current().px(Gap.SMALL))
        card.add(Label(tr("家庭成员"), Text.SMALL, Shade.SECOND))
        self._members.setSpacing(look.current().px(6))
        card.body.addLayout(self._members)
        return card


def _member(member: SideMember) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(look.current().px(Gap.SMALL))
    line.addWidget(Label(member.name, Text.STRONG if member.counted else Text.BODY))
    line.addWidget(Label(member.relation, Text.SMALL, Shade.SECOND))
    line.addStretch()
    if not member.counted:
        line.addWidget(Chip(ChipFace(tr("不计入"), Tone.GREY, Shape.RING)))
    elif member.met:
        line.addWidget(Chip(ChipFace(tr("见到"), Tone.GREEN, Shape.TICK)))
    return line
