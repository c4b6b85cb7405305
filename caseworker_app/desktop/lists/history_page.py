"""The imports as a table, the chosen one beside it, the way to take it back."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseworker_app.desktop.lists import history
from caseworker_app.desktop.lists.actions import ListsActions
from caseworker_app.desktop.lists.facts import FactsCard
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Size, Text, Tone
from caseworker_app.desktop.tongue import spoken, tr
from caseworker_app.desktop.widgets.banner import Banner, News
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import TableCard
from caseworker_app.desktop.widgets.dialogs import Question, QuestionDialog, ask
from caseworker_app.desktop.widgets.empty import EmptyState
from caseworker_app.desktop.widgets.held_table import HeldTable
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.workflow.register_desk import Going, PastImport

_ROOM_BESIDE = 940
_CARD = 330


class HistoryPage(QWidget):
    changed = Signal()
    """An import was taken back."""

    def __init__(self, tasks: Tasks, actions: ListsActions) -> None:
        super().__init__()
        self._tasks, self._actions = tasks, actions
        self._current: PastImport | None = None
        self._going: Going | None = None
        self.dialog: QuestionDialog | None = None
        self.banner = Banner()
        self.table: HeldTable[PastImport] = HeldTable(
            tr("导入记录"), history.COLUMNS, history.cells
        )
        self.empty = EmptyState()
        self.empty.say(
            "history", tr("还没有导入过名单"), tr("导入的每一份名单都会记在这里，可以整份撤销。")
        )
        self.card = FactsCard()
        self.why_not = Label("", Text.SMALL, wrap=True)
        self.why_not.set_tone(Tone.ORANGE)
        self.undo_button = Button(tr("整份撤销"), Kind.DANGER, icon="arrow_undo", key="Del")
        self._stack = QStackedWidget()
        self._lay_out()
        self.table.moved.connect(self._choose)
        self.table.opened.connect(lambda _one: self.ask_undo())
        self.undo_button.clicked.connect(self.ask_undo)
        self.card.hide()

    def shown(self) -> None:
        """Read the history anew."""
        self._tasks.on_database(self, self._actions.history, self._show, self.banner.fail)

    def begin(self) -> None:
        self.table.setFocus()

    def ask_undo(self) -> None:
        """Say what goes and ask."""
        one, going = self._current, self._going
        if one is None or going is None or not history.face(one, going).can_undo:
            return
        question = Question(
            tr("整份撤销这次导入？"),
            history.what_goes(one, going),
            confirm=tr("撤销导入"),
            danger=True,
        )
        self.dialog = ask(self, question, lambda _reason: self._undo(one))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = self.rect().width() < look.current().px(_ROOM_BESIDE)
        way = QBoxLayout.Direction
        self._content.setDirection(way.TopToBottom if below else way.LeftToRight)
        self.card.arrange(brief=below)
        wide = look.current().px(_CARD)
        self._beside.setMinimumWidth(0 if below else wide)
        self._beside.setMaximumWidth(Size.UNBOUNDED if below else wide)

    def _undo(self, one: PastImport) -> None:
        work = partial(self._actions.undo, one.batch.n)
        self._tasks.on_database(self, work, lambda _none: self._undone(one), self.banner.fail)

    def _undone(self, one: PastImport) -> None:
        self.banner.say(
            News.SUCCESS, tr("{word}的这次导入已整份撤销。", word=spoken(one.batch.origin.dataset))
        )
        self.shown()
        self.changed.emit()

    def _show(self, every: tuple[PastImport, ...]) -> None:
        self.table.hold(every)
        self._stack.setCurrentWidget(self._sheet if every else self.empty)
        self.card.setVisible(bool(every))

    def _choose(self, one: PastImport | None) -> None:
        self._current, self._going = one, None
        if one is not None:
            self._show_card()
            work = partial(self._actions.going, one.batch.n)
            self._tasks.on_database(self, work, partial(self._weighed, one), self.banner.fail)

    def _weighed(self, one: PastImport, going: Going) -> None:
        if one is self._current:
            self._going = going
            self._show_card()

    def _show_card(self) -> None:
        if self._current is None:
            return
        face = history.face(self._current, self._going)
        self.card.show_facts(face.title, face.line, face.facts, face.state)
        self.undo_button.setVisible(face.can_undo)
        self.why_not.setText(face.why_not)
        self.why_not.setVisible(bool(face.why_not))

    def _lay_out(self) -> None:
        px = look.current().px
        self._sheet = TableCard(self.table)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._sheet)
        self.card.add(self.why_not)
        self.card.add(self.undo_button)
        self._content = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._content.setSpacing(px(Gap.LARGE))
        self._beside = Scroll()
        self._beside.body.addWidget(self.card)
        self._content.addWidget(self._stack, 3)
        self._content.addWidget(self._beside, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(Gap.MEDIUM))
        column.addWidget(self.banner)
        column.addLayout(self._content, 1)
