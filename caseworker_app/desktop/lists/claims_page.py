"""The rows nobody owns yet at the left; the chosen one beside whom it may mean at the right."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseworker_app.desktop.lists import claims
from caseworker_app.desktop.lists.actions import ListsActions
from caseworker_app.desktop.lists.facts import FactTable
from caseworker_app.desktop.lists.person_card import PersonCard
from caseworker_app.desktop.step.page import clear
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.banner import Banner, News
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.card import Card, TableCard
from caseworker_app.desktop.widgets.choice import Choice
from caseworker_app.desktop.widgets.empty import EmptyState
from caseworker_app.desktop.widgets.flow import Spread
from caseworker_app.desktop.widgets.held_table import HeldTable
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.workflow.register_doubt import Doubt

_ROOM_BESIDE = 940
_ROOM_FOR_TWO = 640
"""Width at scale 1 from which row and person stand side by side."""
_WAITING, _ANSWERED = "waiting", "answered"


class ClaimsPage(QWidget):
    """↑↓ choose a row, 1 2 … say who it is, 0 that it is none of them."""

    changed = Signal()
    """Something was decided or taken back."""

    def __init__(self, tasks: Tasks, actions: ListsActions) -> None:
        super().__init__()
        self._tasks, self._actions = tasks, actions
        self._current: Doubt | None = None
        self._is_busy = False
        self._last = 0
        """Question decided last, to be taken back."""
        self.banner = Banner()
        self.which = Choice(
            [(_WAITING, tr("待认领")), (_ANSWERED, tr("已认定"))], _WAITING, quiet=True
        )
        self.which.setAccessibleName(tr("看哪些"))
        self.table: HeldTable[Doubt] = HeldTable(tr("待认领"), claims.COLUMNS, claims.cells)
        self.empty = EmptyState()
        self.people: list[PersonCard] = []
        self._title = Label("", Text.HEADING)
        self._line = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._decided = Label("", Text.STRONG, wrap=True)
        self.sent = FactTable()
        self.none = Button(tr("都不是 0"), key="0")
        self.undo_button = Button(tr("撤回认定 Ctrl+Z"), icon="arrow_undo")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def shown(self) -> None:
        """Read the rows anew."""
        read = self._actions.answered if self._sees_answered() else self._actions.waiting
        self._tasks.on_database(self, read, self._show, self._fail)

    def begin(self) -> None:
        self.table.setFocus()

    def decide(self, digit: int) -> None:
        """Say whom the chosen row means: the candidate of a digit, 0 for none of them."""
        one = self._current
        if one is None or one.question.answer or self._is_busy or digit > len(one.people):
            return
        self._is_busy = True
        work = partial(self._actions.decide, one.question.id, claims.whom(one, digit))
        done = partial(self._is_decided, one, digit)
        self._tasks.on_database(self, work, lambda _none: done(), self._fail)

    def take_back(self) -> None:
        """Take back the decision in sight, or the last one."""
        one = self._current
        number = one.question.id if one and one.question.answer else self._last
        if number and not self._is_busy:
            self._is_busy = True
            work = partial(self._actions.reopen, number)
            self._tasks.on_database(self, work, lambda _none: self._taken_back(), self._fail)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = self.rect().width() < look.current().px(_ROOM_BESIDE)
        way = QBoxLayout.Direction
        self._content.setDirection(way.TopToBottom if below else way.LeftToRight)
        stacked = self.rect().width() < look.current().px(_ROOM_FOR_TWO)
        self._beside.setDirection(way.TopToBottom if stacked else way.LeftToRight)

    def _sees_answered(self) -> bool:
        return self.which.code() == _ANSWERED

    def _is_decided(self, one: Doubt, digit: int) -> None:
        self._is_busy = False
        self._last = one.question.id
        self.banner.say(News.SUCCESS, claims.told(one, digit), tr("撤回 Ctrl+Z"))
        self.shown()
        self.changed.emit()

    def _taken_back(self) -> None:
        self._is_busy = False
        self._last = 0
        self.banner.say(News.INFO, tr("认定已撤回，这一条回到待认领。"))
        self.shown()
        self.changed.emit()

    def _show(self, doubts: tuple[Doubt, ...]) -> None:
        self.table.hold(doubts)
        self._stack.setCurrentWidget(self._whole if doubts else self.empty)
        if doubts:
            self.table.setFocus()
        elif self._sees_answered():
            self.empty.say("person_question_mark", tr("还没有认定过"))
        else:
            told = tr("号码不全、又与本机的人相像的行会排在这里，由人认定。")
            self.empty.say("checkmark_circle", tr("没有待认领的行"), told)

    def _choose(self, one: Doubt | None) -> None:
        self._current = one
        if one is None:
            return
        face = claims.face(one)
        self._title.setText(face.title)
        self._line.setText(face.line)
        self._decided.setText(face.decided)
        self._decided.setVisible(bool(face.decided))
        self.sent.show_facts(face.sent)
        clear(self._side)
        self.people = []
        for digit, person in enumerate(face.people, start=1):
            card = PersonCard(person, open_=not face.decided)
            card.claimed.connect(partial(self.decide, digit))
            self._side.addWidget(card)
            self.people.append(card)
        self.none.setVisible(not face.decided)
        self.undo_button.setVisible(bool(face.decided))

    def _fail(self, error: Exception) -> None:
        self._is_busy = False
        self.banner.fail(error)

    def _lay_out(self) -> None:
        px = look.current().px
        row = Card()
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        row.body.addLayout(head)
        for part in (self._line, self._decided, self.sent):
            row.add(part)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.none)
        buttons.addWidget(self.undo_button)
        row.body.addLayout(buttons)
        row.body.addStretch()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(px(Gap.MEDIUM))
        for name, inner in ((tr("名单上的这一行"), row), (tr("档案里的人"), self._people())):
            column = QVBoxLayout()
            column.setSpacing(px(Gap.SMALL))
            column.addWidget(Label(name, Text.STRONG, Shade.SECOND))
            column.addWidget(inner)
            column.addStretch()
            self._beside.addLayout(column, 1)
        scroll = Scroll()
        scroll.body.addLayout(self._beside)
        scroll.body.addStretch()
        self._put_together(scroll)

    def _people(self) -> QWidget:
        held = QWidget()
        self._side = QVBoxLayout(held)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(look.current().px(Gap.MEDIUM))
        return held

    def _put_together(self, scroll: Scroll) -> None:
        px = look.current().px
        self._whole = QWidget()
        self._content = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._whole)
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.setSpacing(px(Gap.LARGE))
        self._content.addWidget(TableCard(self.table), 2)
        self._content.addWidget(scroll, 3)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._whole)
        line = Spread(gap=Gap.MEDIUM)
        line.addWidget(self.which)
        line.addWidget(Label(tr("↑↓ 换行 · 1 2 是此人 · 0 都不是"), Text.SMALL, Shade.THIRD))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(Gap.MEDIUM))
        column.addLayout(line)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.which.picked.connect(lambda _code: self.shown())
        self.table.moved.connect(self._choose)
        self.none.clicked.connect(partial(self.decide, 0))
        self.undo_button.clicked.connect(self.take_back)
        self.banner.acted.connect(self.take_back)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.take_back)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
