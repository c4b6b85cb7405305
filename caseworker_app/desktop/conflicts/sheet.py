"""待裁决: one decision after the other, over the window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.conflicts.point_card import PointCard
from caseworker_app.desktop.conflicts.presenter import (
    NOW,
    WANTED,
    ConflictActions,
    ConflictsPresenter,
    ConflictView,
)
from caseworker_app.desktop.conflicts.whole_card import WholeCard
from caseworker_app.desktop.step.editors import TextArea
from caseworker_app.desktop.step.page import clear
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.banner import Banner, News
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.dialogs import Dialog, lay_over, open_once
from caseworker_app.desktop.widgets.empty import EmptyState
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.flow import Flow, Spread
from caseworker_app.desktop.widgets.label import Label, Line
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.workflow.conflicts import OpenConflict

_ROOMY = 720
"""Width at scale 1 from which the three columns stand side by side."""


class ConflictsSheet(Dialog):
    """Ctrl+1 and Ctrl+2 choose all of one side, Ctrl+Enter decides, Ctrl+PageDown goes on."""

    decided = Signal()

    def __init__(self, parent: QWidget, tasks: Tasks, actions: ConflictActions) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("待裁决"))
        self._over, self._tasks, self._actions = parent, tasks, actions
        self.presenter = ConflictsPresenter()
        self._title = Line("", Text.TITLE)
        self._place = Label("", Text.BODY, Shade.SECOND)
        self._about = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self.close_button = Button(tr("关闭"), icon="dismiss", key="Esc")
        self.banner = Banner()
        self.keep_all = Button(tr("全部按现在的"), key="Ctrl+1")
        self.take_all = Button(tr("全部按想改成的"), key="Ctrl+2")
        self.reason = TextArea(tr("理由"), 2)
        self._field = Field(tr("理由"), self.reason, required=True)
        self.before = Button(tr("上一项"), Kind.QUIET, key="Ctrl+PgUp")
        self.onward = Button(tr("下一项"), Kind.QUIET, key="Ctrl+PgDown")
        self.decide_button = Button(tr("裁决"), Kind.PRIMARY, icon="save", key="Ctrl+Return")
        self.empty = EmptyState()
        self.cards: list[PointCard] = []
        self.whole: WholeCard | None = None
        self._all = Flow(gap=Gap.SMALL)
        self._parts = QVBoxLayout()
        self._asking = Card()
        self._scroll = Scroll()
        self._lay_out()
        self._connect()

    def open_over(self) -> None:
        """Show the sheet over the window, with what waits."""
        lay_over(self, self._over.window())
        self.refresh()
        open_once(self)
        self._look()

    def decide(self) -> None:
        """Decide what is in sight; the next one follows."""
        found, fault = self.presenter.current(), self.presenter.fault()
        if found is None or not self.decide_button.isEnabled():
            return
        if fault:
            self.banner.say(News.WARNING, fault)
            return
        choices, reason = self.presenter.choices(), self.presenter.reason
        work = partial(self._actions.resolve, found, choices, reason)
        self.decide_button.setEnabled(False)
        self._tasks.on_database(self, work, self._done, self._fail)

    def refresh(self) -> None:
        view = self.presenter.view()
        self.empty.setVisible(view is None)
        self._scroll.setVisible(view is not None)
        for button in (self.before, self.onward):
            button.setVisible(view is not None and view.has_next)
        if view is None:
            self.empty.say("checkmark_circle", tr("没有待裁决的"))
            return
        self._title.setText(view.title)
        self._place.setText(view.place)
        self._about.setText(view.about)
        self.reason.fill(self.presenter.reason)
        self._show_points(view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _look(self) -> None:
        self._tasks.on_database(self, self._actions.waiting, self._seen, self._unread)

    def _seen(self, found: tuple[OpenConflict, ...]) -> None:
        self.presenter.seen(found)
        self.decide_button.setEnabled(True)
        self.refresh()
        self._begin()

    def _done(self, _none: None) -> None:
        self.banner.say(News.SUCCESS, tr("已裁决，下次送达时生效。"))
        self.decided.emit()
        self._look()

    def _go(self, by: int) -> None:
        self.banner.hide()
        self.presenter.go(by)
        self.refresh()
        self._begin()

    def _begin(self) -> None:
        """Put the focus on the first choice."""
        first = self.whole or next(iter(self.cards), None)
        if first is not None:
            first.choice.setFocus()

    def _choose_all(self, side: str) -> None:
        self.presenter.choose_all(side)
        self.refresh()

    def _show_points(self, view: ConflictView) -> None:
        clear(self._parts)
        self.cards, self.whole = [], None
        whole = view.is_undivided
        for button in (self.keep_all, self.take_all):
            button.setVisible(not whole)
        if whole:
            self.whole = WholeCard(view)
            self.whole.chose.connect(lambda side: self.presenter.choose("", side))
            self._parts.addWidget(self.whole)
        for point in () if whole else view.points:
            card = PointCard(point)
            card.chose.connect(self.presenter.choose)
            card.typed.connect(self.presenter.type_own)
            self.cards.append(card)
            self._parts.addWidget(card)
        self._turn()

    def _turn(self) -> None:
        roomy = self.rect().width() >= look.current().px(_ROOMY)
        way = QBoxLayout.Direction
        for card in self.cards:
            card.columns.setDirection(way.LeftToRight if roomy else way.TopToBottom)

    def _take_reason(self, text: str) -> None:
        self.presenter.reason = text

    def _fail(self, error: Exception) -> None:
        self._look()
        self.banner.fail(error)

    def _unread(self, error: Exception) -> None:
        self.decide_button.setEnabled(True)
        self.banner.fail(error)

    def _lay_out(self) -> None:
        px = look.current().px
        head = Spread(gap=Gap.MEDIUM)
        for widget in (self._title, self._place, self.close_button):
            head.addWidget(widget)
        self._parts.setSpacing(px(Gap.MEDIUM))
        row = Spread(gap=Gap.SMALL)
        for button in (self.before, self.onward, self.decide_button):
            row.addWidget(button)
        for button in (self.keep_all, self.take_all):
            self._all.addWidget(button)
        self._asking.add(self._field)
        self._asking.body.addLayout(row)
        self._scroll.body.addWidget(self._about)
        self._scroll.body.addLayout(self._all)
        self._scroll.body.addLayout(self._parts)
        self._scroll.body.addWidget(self._asking)
        self._scroll.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(Gap.WIDE), px(Gap.LARGE), px(Gap.WIDE), px(Gap.LARGE))
        column.setSpacing(px(Gap.MEDIUM))
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.empty, 1)

    def _connect(self) -> None:
        pressed: tuple[tuple[Button, Callable[[], object]], ...] = (
            (self.close_button, self.reject),
            (self.keep_all, partial(self._choose_all, NOW)),
            (self.take_all, partial(self._choose_all, WANTED)),
            (self.before, partial(self._go, -1)),
            (self.onward, partial(self._go, 1)),
            (self.decide_button, self.decide),
        )
        for button, act in pressed:
            button.clicked.connect(lambda _on=False, act=act: act())
        self.reason.typed.connect(self._take_reason)
