"""The determination: the answer large and calm, then figures, what is missing, the grounds."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.determination.again_card import AgainCard
from caseworker_app.desktop.determination.ahead_card import AheadCard
from caseworker_app.desktop.determination.grounds import Ground
from caseworker_app.desktop.determination.presenter import (
    CAUSES,
    DeterminationPresenter,
    Figure,
    MissingRow,
)
from caseworker_app.desktop.determination.tree import GroundWidget
from caseworker_app.desktop.faces import ChipFace
from caseworker_app.desktop.step.editors import TextArea
from caseworker_app.desktop.step.page import StepPage, clear, rule
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.choice import Choice
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll

_SETTLE_MS = 120


class DeterminationPage(StepPage):
    """The tree of grounds is built anew a moment after the last change, not at each key."""

    def __init__(self, presenter: DeterminationPresenter, tasks: Tasks) -> None:
        super().__init__()
        self._presenter = presenter
        self.again = AgainCard(presenter.again, tasks)
        self.action = Label("", Text.DISPLAY)
        self.amount = Label("", Text.DISPLAY)
        self._unit = Label(tr("元 / 月"), Text.BODY, Shade.SECOND)
        self._change = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self._category = Chip(ChipFace("", Tone.BLUE))
        self._month = Label("", Text.HEADING)
        self._notes = Label("", Text.BODY, wrap=True)
        self._notes.set_tone(Tone.ORANGE)
        self._figures = QWidget()
        self._flow = Flow(self._figures, Gap.WIDE)
        self.missing = QVBoxLayout()
        self._missing_card = Card(tr("还缺什么"))
        self.ahead = AheadCard()
        self.cause = Choice(CAUSES)
        self.opinion = TextArea(tr("调查意见"), 3)
        self.agree = Button(tr("采用建议的意见"), key="F2")
        self._grounds = QVBoxLayout()
        self._shown: Ground | None = None
        self._tree: GroundWidget | None = None
        self._figures_shown: tuple[Figure, ...] = ()
        self._missing_shown: tuple[MissingRow, ...] | None = None
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.show_grounds)
        self._lay_out()
        self._connect()
        self.refresh()
        self.show_grounds()

    def refresh(self) -> None:
        view = self._presenter.view()
        self.action.setText(view.action)
        self.action.set_tone(view.tone)
        self.amount.setText(view.amount)
        self._change.setText(view.change)
        self._category.set_face(ChipFace(view.category, view.tone))
        self._month.setText(view.from_month)
        self._notes.setText("\n".join(view.notes))
        self._notes.setVisible(bool(view.notes))
        if view.figures != self._figures_shown:
            self._show_figures(view.figures)
        if view.missing != self._missing_shown:
            self._show_missing(view.missing)
        self.ahead.show_ahead(view.ahead)
        self.cause.set_code(view.cause)
        self.opinion.fill(view.opinion)
        self.opinion.setPlaceholderText(view.proposal)
        for widget in (self.cause, self.opinion, self.agree):
            widget.setEnabled(view.is_open)
        self.again.refresh()
        self._settle.start()

    def jump(self, place: str) -> None:
        (self.cause if place.startswith("/cause") else self.opinion).setFocus()

    def show_grounds(self) -> None:
        """Build the tree anew where it changed; what was open stays open."""
        ground = self._presenter.view().ground
        if ground == self._shown:
            return
        opened = self._tree.opened() if self._tree else frozenset()
        clear(self._grounds)
        self._tree = GroundWidget(ground, opened=opened)
        self._grounds.addWidget(self._tree)
        self._shown = ground

    def _lay_out(self) -> None:
        scroll = Scroll()
        cards = (
            self._answer(),
            self.again,
            self._missing_card,
            self._words(),
            self.ahead,
            self._how(),
        )
        for card in cards:
            scroll.body.addWidget(card)
        scroll.body.addStretch()
        self.missing.setSpacing(look.current().px(Gap.TINY))
        self._missing_card.body.addLayout(self.missing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _answer(self) -> Card:
        px = look.current().px
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(px(Gap.MEDIUM))
        base = Qt.AlignmentFlag.AlignBottom
        for widget in (self.action, self.amount, self._unit):
            head.addWidget(widget, 0, base)
        head.addStretch()
        head.addWidget(self._category, 0, Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout()
        line.setSpacing(px(Gap.MEDIUM))
        line.addWidget(self._month)
        line.addWidget(self._change, 1)
        card.body.addLayout(head)
        card.body.addLayout(line)
        card.add(rule())
        card.add(self._figures)
        card.add(self._notes)
        return card

    def _words(self) -> Card:
        card = Card(tr("调查意见"))
        card.head.addWidget(self.agree)
        card.add(self.opinion)
        line = QHBoxLayout()
        line.addWidget(Label(tr("收入变化原因"), Text.BODY, Shade.SECOND))
        line.addWidget(self.cause, 1)
        card.body.addLayout(line)
        return card

    def _how(self) -> Card:
        card = Card(tr("怎么算出来的"))
        card.head.addWidget(Label(tr("点箭头看每一步的数字、条文和来源"), Text.SMALL, Shade.THIRD))
        card.body.addLayout(self._grounds)
        return card

    def _show_figures(self, figures: tuple[Figure, ...]) -> None:
        self._figures_shown = figures
        clear(self._flow)
        for figure in figures:
            cell = QWidget()
            grid = QGridLayout(cell)
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setVerticalSpacing(0)
            title = (
                tr("{label}（{note}）", label=figure.label, note=figure.note)
                if figure.note
                else figure.label
            )
            grid.addWidget(Label(title, Text.SMALL, Shade.SECOND), 0, 0)
            grid.addWidget(Label(figure.value, Text.HEADING), 1, 0)
            self._flow.addWidget(cell)
        self._figures.updateGeometry()

    def _show_missing(self, rows: tuple[MissingRow, ...]) -> None:
        self._missing_shown = rows
        clear(self.missing)
        self._missing_card.setVisible(bool(rows))
        for row in rows:
            line = QHBoxLayout()
            line.setSpacing(look.current().px(Gap.MEDIUM))
            told = QVBoxLayout()
            told.setSpacing(0)
            told.addWidget(Label(row.text, wrap=True))
            told.addWidget(Label(row.article, Text.SMALL, Shade.THIRD, wrap=True))
            line.addLayout(told, 1)
            there = Button(tr("去{where}", where=row.where))
            there.setAccessibleName(tr("去{where}：{text}", where=row.where, text=row.text))
            there.clicked.connect(lambda _on=False, place=row.place: self.jump_asked.emit(place))
            line.addWidget(there)
            self.missing.addLayout(line)

    def _connect(self) -> None:
        act = self._presenter
        self.agree.clicked.connect(act.agree)
        self.cause.picked.connect(act.cause)
        self.opinion.typed.connect(act.opinion)
        self.opinion.left.connect(act.commit)
        self.again.failed.connect(self.failed)
