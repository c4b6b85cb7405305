"""The day's page: the figures, the round as one walks it, the notes, the next household."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caseworker_app.desktop.faces import Cell
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Size
from caseworker_app.desktop.today import presenter
from caseworker_app.desktop.today.notes_card import WIDTH, NotesCard
from caseworker_app.desktop.today.presenter import ASKED, LISTS, Figure, Place, TodayActions
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.banner import Banner, News
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import TableCard
from caseworker_app.desktop.widgets.empty import EmptyState
from caseworker_app.desktop.widgets.figure_button import FigureButton
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.header import Header
from caseworker_app.desktop.widgets.lazy_model import PAGE
from caseworker_app.desktop.widgets.lazy_table import LazyTable
from caseworker_app.desktop.widgets.save_dialog import ask_where
from caseworker_app.desktop.widgets.scroll import is_low
from caseworker_app.desktop.worklist.nothing import Nothing
from caseworker_app.desktop.worklist.presenter import Wanted
from caseworker_app.workflow import plain_file

if TYPE_CHECKING:  # see presenter
    from caseworker_app.workflow.calendar_file import DaysDue
    from caseworker_app.workflow.today import Today
    from caseworker_app.workflow.worklist import WorklistRow

_ROOM_BESIDE = 1000
"""Width at scale 1 from which round and notes stand side by side."""
_ROOM_BELOW = 640
"""Height at scale 1 from which the notes fit below the round."""
_NOTES_LOW = 150


class TodayPage(QWidget):
    opened = Signal(object)
    """The WorklistRow to start or continue."""
    listed = Signal(object)
    """The Wanted whose list to show."""
    went = Signal(str)
    """Name of another page."""
    asked = Signal(str)
    """Id of a household to open."""

    def __init__(self, tasks: Tasks, actions: TodayActions) -> None:
        super().__init__()
        self._tasks, self._actions = tasks, actions
        self._today = actions.today()
        self._figures: tuple[Figure, ...] = ()
        self._asked = 0
        self._retries = False
        self._below = self._crowded = False
        self._make_parts()
        self._arrange()
        self._connect()
        self.empty.say("calendar_today", tr("正在读取今天的安排"))

    def shown(self) -> None:
        """Look at the day anew; the window calls it each time the page is shown."""
        self._today = self._actions.today()
        self._asked += 1
        self._tasks.on_database(
            self,
            partial(self._actions.look, ASKED, PAGE),
            partial(self._show, self._asked),
            self._fail,
        )

    def write_calendar(self, file: Path) -> None:
        """Write the days due into a file, by place and number."""

        def write(found: "DaysDue") -> int:
            plain_file.write(file, found.data)
            return found.households

        self._tasks.out_of_store(
            self,
            self._actions.calendar,
            write,
            lambda count: self.banner.say(News.SUCCESS, presenter.calendar_saved(file, count)),
            self.banner.fail,
        )

    def _ask_where(self) -> None:
        name = tr("复核到期-{day}.ics", day=self._today)
        ask_where(self, tr("存为日历"), name, self.write_calendar, tr("日历 (*.ics)"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = look.current().px
        below = self.rect().width() < px(_ROOM_BESIDE)
        way = QBoxLayout.Direction
        self._content.setDirection(way.TopToBottom if below else way.LeftToRight)
        self.notes.setMinimumWidth(0 if below else px(WIDTH))
        self.notes.setMaximumWidth(Size.UNBOUNDED if below else px(WIDTH))
        self._below = below
        short = self.rect().height() < px(_ROOM_BELOW)
        self._crowded = below and short and not is_low(self)
        self._show_notes(instead=False)

    def _show_notes(self, *, instead: bool) -> None:
        """Show the notes beside the round; where room is short a button shows them in its place."""
        count = len(self.notes.lines)
        self.notes.setVisible(instead or not self._crowded)
        self.notes.setMaximumHeight(
            look.current().px(_NOTES_LOW)
            if self._below and not instead and not is_low(self)
            else Size.UNBOUNDED
        )
        self._sheet.setVisible(not instead)
        self.more.setVisible(self._crowded and count > 0)
        self.more.setText(tr("回到今天要走的户") if instead else tr("提醒 {count} 条", count=count))

    def _turn(self) -> None:
        self._show_notes(instead=self._sheet.isVisible())
        if self._sheet.isHidden():
            self.notes.lines[0].setFocus()
        else:
            self.table.setFocus()

    def _make_parts(self) -> None:
        self.header = Header(tr("今天"), presenter.headline(self._today))
        self.next = Button("", Kind.PRIMARY, icon="arrow_right", key="Ctrl+Return")
        self.next.hide()
        self.more = Button("", Kind.PLAIN, key="F8")
        self.more.hide()
        self.calendar = Button(tr("存为日历…"), Kind.QUIET, icon="calendar_today", key="Ctrl+S")
        self.banner = Banner()
        self.header.add(self.calendar)
        self.header.add(self.more)
        self.header.add(self.next)
        self.figures = [FigureButton(f"Ctrl+{number}") for number in range(1, len(LISTS) + 1)]
        self.table: LazyTable[WorklistRow] = LazyTable(
            tr("今天要走的户"), presenter.COLUMNS, self._cells, self._fetch
        )
        self.empty = EmptyState()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        self.notes = NotesCard()

    def _arrange(self) -> None:
        px = look.current().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(Gap.WIDE), px(20), px(Gap.WIDE), px(Gap.LARGE))
        column.setSpacing(px(Gap.LARGE))
        column.addWidget(self.header)
        column.addWidget(self.banner)
        held = QWidget()
        flow = Flow(held, Gap.MEDIUM)
        for figure in self.figures:
            figure.hide()
            flow.addWidget(figure)
        column.addWidget(held)
        self._sheet = TableCard(self.stack)
        self._content = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._content.setSpacing(px(Gap.LARGE))
        self._content.addWidget(self._sheet, 1)
        self._content.addWidget(self.notes)
        column.addLayout(self._content, 1)

    def _connect(self) -> None:
        for at, figure in enumerate(self.figures):
            figure.clicked.connect(partial(self._follow_figure, at))
        self.table.opened.connect(self.opened)
        self.table.moved.connect(self._show_next)
        self.next.clicked.connect(self.table.open_current)
        self.more.clicked.connect(self._turn)
        self.calendar.clicked.connect(self._ask_where)
        self.notes.followed.connect(self._follow)
        self.empty.acted.connect(self._way_out)

    def _show(self, asked: int, today: "Today") -> None:
        if asked != self._asked:
            return
        self._retries = False
        self.header.line.setText(presenter.round_line(today))
        self._figures = presenter.figures(today, self._actions.now())
        for at, button in enumerate(self.figures):
            button.setVisible(at < len(self._figures))
            if at < len(self._figures):
                figure = self._figures[at]
                button.say(figure.word, figure.count, figure.tone, figure.remark)
        self.notes.show_notes(presenter.notes(today))
        self._show_notes(instead=False)
        self.table.set_rows(today.round, today.first)
        self.stack.setCurrentWidget(self.table if today.round else self.empty)
        if not today.round:
            self._say(presenter.nothing())
        elif self.isVisible() and not QApplication.mouseButtons():
            self.table.setFocus()  # neither from another page nor from under a click

    def _show_next(self, row: "WorklistRow | None") -> None:
        self.next.setVisible(row is not None)
        if row is not None:
            self.next.setText(presenter.next_word(row))

    def _cells(self, row: "WorklistRow") -> tuple[Cell, ...]:
        return presenter.cells(row, self._actions.countdown(row, self._today))

    def _fetch(self, ids: Sequence[int], put: "Callable[[Sequence[WorklistRow]], None]") -> None:
        self._tasks.on_database(self, partial(self._actions.page, ids), put, self._fail)

    def _follow_figure(self, at: int) -> None:
        if at < len(self._figures):
            self.listed.emit(self._figures[at].wanted)

    def _follow(self, to: Wanted | Place | str) -> None:
        if isinstance(to, Wanted):
            self.listed.emit(to)
        elif isinstance(to, Place):
            self.went.emit(to.value)
        else:
            self.asked.emit(to)

    def _way_out(self) -> None:
        if self._retries:
            self.shown()
        else:
            self.listed.emit(Wanted())

    def _fail(self, error: Exception) -> None:
        said = presenter.failed(error)
        self._retries = True
        self.next.hide()
        self.stack.setCurrentWidget(self.empty)
        self._say(said)

    def _say(self, what: Nothing) -> None:
        self.empty.say(what.icon, what.title, what.text, what.action)
        if self.isVisible():
            self.empty.action.setFocus()
