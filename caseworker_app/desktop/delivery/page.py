"""Delivery: what waits, the bar while it goes, what was confirmed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.delivery.presenter import (
    DeliveryPresenter,
    DeliveryView,
    ParcelRow,
    Seen,
    outcome,
    progress_view,
)
from caseworker_app.desktop.delivery.rule_words import SILENT
from caseworker_app.desktop.delivery.rules_card import RulesCard
from caseworker_app.desktop.delivery.stick_bar import StickBar
from caseworker_app.desktop.delivery.tray import Tray
from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.step.page import StepPage, clear, rule
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.banner import Banner, News
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.flow import Spread
from caseworker_app.desktop.widgets.label import Label, Line
from caseworker_app.desktop.widgets.progress import Progress as ProgressBar
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.errors import OfflineError
from caseworker_app.workflow.delivery import Delivered, Progress


class DeliveryPage(StepPage):
    """Usable inside a visit and on its own; ``shown`` looks at the store again."""

    opened = Signal(str)
    """Id of a household to open."""
    decide_asked = Signal(object)
    """What waits for a decision is to be opened over this page."""
    _progressed = Signal(object)

    def __init__(
        self, presenter: DeliveryPresenter, tasks: Tasks, *, decides: bool = False
    ) -> None:
        """``decides``: somebody hears that what waits for a decision shall be decided."""
        super().__init__()
        self._presenter, self._tasks, self._decides = presenter, tasks, decides
        self.to_decide = Card(tr("待裁决"))
        self._how_many = Line("", Text.BODY)
        self.decide_button = Button(tr("去裁决"), key="Ctrl+J")
        self.tray = Tray()
        self.rules = RulesCard(presenter.actions.change_over, tasks)
        self._leaving = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self._notices = Label("", Text.BODY, wrap=True)
        self._notices.set_tone(Tone.ORANGE)
        self._headline = Label("", Text.TITLE)
        self._line = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self.deliver_button = Button(tr("立即送达"), Kind.PRIMARY, icon="send", key="Ctrl+D")
        self.banner = Banner()
        self.bar = ProgressBar(tr("送达"))
        self.step = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self.stick = StickBar(presenter.actions, tasks)
        self._rows = QVBoxLayout()
        self._list = Card(tr("送达记录"))
        self._lay_out()
        self.deliver_button.clicked.connect(self.deliver)
        self.banner.acted.connect(self.deliver)
        self.decide_button.clicked.connect(lambda _on: self.decide_asked.emit(self))
        self.tray.again.connect(self.deliver)
        self.tray.opened.connect(self.opened)
        self.rules.changed.connect(self.opened)
        self.rules.failed.connect(self._fail_rules)
        self._progressed.connect(self._progress)
        self.stick.told.connect(self._tell)
        self.stick.taken.connect(self.shown)
        self.stick.progressed.connect(self._progress)
        self.refresh()

    def shown(self) -> None:
        """Look at the store again."""
        self._tasks.on_database(self, self._presenter.look, self._seen, self._fail)

    def begin(self) -> bool:
        self.deliver_button.setFocus()
        return True

    def refresh(self) -> None:
        view = self._presenter.view()
        self._headline.setText(view.headline)
        self._line.setText(view.line)
        if view.urgent:
            self._line.set_tone(Tone.ORANGE)
        else:
            self._line.set_shade(Shade.SECOND)
        self.deliver_button.setEnabled(view.can_deliver)
        self.stick.setEnabled(view.can_deliver)
        self._notices.setText("\n".join(view.notices))
        self._notices.setVisible(bool(view.notices))
        self.to_decide.setVisible(bool(view.to_decide) and self._decides)
        self._how_many.setText(view.to_decide)
        self.tray.show_rows(view.bad)
        self.rules.show_view(view.rules if self._decides else SILENT)
        self._leaving.setText("\n".join(view.leaving))
        self._leaving.setVisible(bool(view.leaving))
        running = self._presenter.is_running
        self.bar.setVisible(running)
        self.step.setVisible(running)
        self._show_rows(view)

    def deliver(self) -> None:
        """Deliver now; the work goes on in small steps that can be repeated."""
        if self._presenter.is_running:
            return
        self._presenter.is_running = True
        self.banner.hide()
        self.bar.set_done(0, 0)
        self.step.setText(tr("正在连接办公室…"))
        self.refresh()
        tell = self._progressed.emit
        self._tasks.on_network(
            self, lambda: self._presenter.deliver(tell), self._delivered, self._fail_delivery
        )

    def _progress(self, progress: Progress) -> None:
        view = progress_view(progress)
        self.step.setText(view.text)
        self.bar.set_done(view.done, view.total)

    def _delivered(self, delivered: Delivered) -> None:
        self._presenter.is_running = False
        news = News.WARNING if delivered.conflicts else News.SUCCESS
        self.banner.say(news, outcome(delivered))
        self.refresh()
        self.shown()

    def _tell(self, news: News, said: str) -> None:
        self.banner.say(news, said)

    def _fail_delivery(self, error: Exception) -> None:
        self._presenter.is_running = False
        self.refresh()
        self.shown()
        self._fail(error)

    def _fail_rules(self, error: Exception) -> None:
        self.banner.say(News.WARNING, sentence(error))
        self.shown()

    def _fail(self, error: Exception) -> None:
        news = News.OFFLINE if isinstance(error, OfflineError) else News.ERROR
        self.banner.say(news, sentence(error), tr("再试一次"), "F5")

    def _seen(self, found: Seen) -> None:
        self._presenter.seen(found)
        self.refresh()

    def _lay_out(self) -> None:
        px = look.current().px
        card = Card()
        head, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(px(Gap.TINY))
        for widget in (self._headline, self._line):
            words.addWidget(widget)
        head.addLayout(words, 1)
        head.addWidget(self.deliver_button, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        parts = (self._notices, self._leaving, self.bar, self.step, self.stick)
        for part in parts:
            card.add(part)
        self._rows.setSpacing(px(Gap.TINY))
        self._list.body.addLayout(self._rows)
        scroll = Scroll()
        decide = Spread(gap=Gap.MEDIUM)
        decide.addWidget(self._how_many)
        decide.addWidget(self.decide_button)
        self.to_decide.body.addLayout(decide)
        sections: tuple[QWidget, ...] = (
            self.banner, card, self.to_decide, self.rules, self.tray, self._list,
        )  # fmt: skip
        for section in sections:
            scroll.body.addWidget(section)
        scroll.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _show_rows(self, view: DeliveryView) -> None:
        clear(self._rows)
        self._list.setVisible(bool(view.rows))
        for number, row in enumerate(view.rows):
            if number:
                self._rows.addWidget(rule())
            self._rows.addLayout(_row(row))
        if view.rest:
            self._rows.addWidget(rule())
            self._rows.addWidget(Label(view.rest, Text.SMALL, Shade.SECOND, wrap=True))


def _row(row: ParcelRow) -> QGridLayout:
    px = look.current().px
    grid = QGridLayout()
    grid.setContentsMargins(0, px(Gap.TINY), 0, px(Gap.TINY))
    grid.setHorizontalSpacing(px(Gap.MEDIUM))
    grid.setVerticalSpacing(px(2))
    grid.addWidget(Label(row.head, Text.STRONG), 0, 0)
    grid.addWidget(Label(row.number, Text.BODY, Shade.SECOND), 0, 1)
    chips = QHBoxLayout()
    chips.setSpacing(px(Gap.TINY))
    for face in filter(None, (row.state, row.backup)):
        chips.addWidget(Chip(face))
    grid.addLayout(chips, 0, 2, Qt.AlignmentFlag.AlignRight)
    under = " · ".join(
        filter(None, (tr("封存 {sealed}", sealed=row.sealed), row.size, row.receipt))
    )
    grid.addWidget(Label(under, Text.SMALL, Shade.SECOND, wrap=True), 1, 0, 1, 3)
    grid.setColumnStretch(1, 1)
    return grid
