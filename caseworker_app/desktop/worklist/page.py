"""The list of households: search, views, table, the card of the chosen one."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseworker_app.desktop.faces import Cell
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.choice import Choice
from caseworker_app.desktop.widgets.empty import EmptyState
from caseworker_app.desktop.widgets.header import Header
from caseworker_app.desktop.widgets.lazy_model import PAGE
from caseworker_app.desktop.widgets.lazy_table import LazyTable
from caseworker_app.desktop.widgets.search_box import SearchBox
from caseworker_app.desktop.worklist import presenter
from caseworker_app.desktop.worklist.household_card import HouseholdCard
from caseworker_app.desktop.worklist.presenter import Nothing, View, Wanted, WorklistActions
from caseworker_app.errors import CaseworkError

if TYPE_CHECKING:  # see presenter
    from caseworker_app.workflow.worklist import WorklistRow

_DEBOUNCE_MS = 80
_ROOM_BESIDE = 1000
"""Width at scale 1 from which list and card stand side by side."""
_ROOM_BELOW = 640
"""Height at scale 1 from which the card below the list shows all it knows."""

Found = tuple[int, Sequence[int], "Sequence[WorklistRow]"]
"""How many rows, the ids known, the rows of the first page."""


class WorklistPage(QWidget):
    opened = Signal(object)
    """The WorklistRow to start, continue or look at."""

    def __init__(self, tasks: Tasks, actions: WorklistActions) -> None:
        super().__init__()
        self._tasks, self._actions = tasks, actions
        self._wanted = Wanted()
        self._asked = 0
        self._takes_focus = False
        self._today = actions.today()
        self._make_parts()
        self._arrange()
        self._connect()
        self.empty.say("people", "正在读取清单")

    def shown(self) -> None:
        """Read the list and its figures anew; the window calls it each time the page is shown."""
        self._today = self._actions.today()
        self._load()
        self._tasks.on_database(self, self._actions.counts, self._show_counts, self._fail)
        self._takes_focus = True

    def where(self) -> str:
        """Return the view that is chosen; what is searched for names somebody and stays here."""
        return self.views.code()

    def resume(self, where: str) -> None:
        self.views.set_code(where)
        self._pick(where)

    def search(self) -> None:
        """Put the cursor into the search box."""
        self.search_box.setFocus()
        self.search_box.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = self.rect().width() < look.current().px(_ROOM_BESIDE)
        way = QBoxLayout.Direction
        self._content.setDirection(way.TopToBottom if below else way.LeftToRight)
        slim = below and self.rect().height() < look.current().px(_ROOM_BELOW)
        self.card.arrange(below=below, slim=slim)

    def _make_parts(self) -> None:
        self.header = Header("复核清单", " ")
        self.search_box = SearchBox("姓名、拼音首字母、身份证尾号、地址")
        self.search_box.setFixedWidth(look.current().px(330))
        self.header.add(self.search_box)
        self.views = Choice([(view.name, view.value) for view in View], View.ALL.name, quiet=True)
        self.views.setAccessibleName("筛选")
        self.table: LazyTable[WorklistRow] = LazyTable(
            "复核清单", presenter.COLUMNS, self._cells, self._fetch
        )
        self.empty = EmptyState()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        self.card = HouseholdCard()
        self.card.hide()

    def _arrange(self) -> None:
        px = look.current().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(Gap.WIDE), px(20), px(Gap.WIDE), px(Gap.LARGE))
        column.setSpacing(px(Gap.LARGE))
        column.addWidget(self.header)
        column.addWidget(self.views)
        sheet = Card(padded=False)
        sheet.body.setContentsMargins(1, px(6), 1, px(6))
        sheet.add(self.stack)
        self._content = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._content.setSpacing(px(Gap.LARGE))
        self._content.addWidget(sheet, 1)
        self._content.addWidget(self.card)
        column.addLayout(self._content, 1)

    def _connect(self) -> None:
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(_DEBOUNCE_MS)
        self._debounce.timeout.connect(self._load)
        self.search_box.textChanged.connect(self._type)
        self.search_box.left.connect(self.table.setFocus)
        self.views.picked.connect(self._pick)
        self.table.moved.connect(self._show_row)
        self.table.opened.connect(self.opened)
        self.table.typed.connect(self._type_ahead)
        self.card.started.connect(self.table.open_current)
        self.empty.acted.connect(self._way_out)

    def _type(self, text: str) -> None:
        self._wanted = Wanted(text.strip(), self._wanted.view)
        self._debounce.start()

    def _type_ahead(self, text: str) -> None:
        self.search_box.setFocus()
        self.search_box.setText(text)

    def _pick(self, name: str) -> None:
        self._wanted = Wanted(self._wanted.text, View[name])
        self._load()

    def _way_out(self) -> None:
        if self._wanted.text:
            self.search_box.clear()
        elif self._wanted.view is not View.ALL:
            self.views.set_code(View.ALL.name)
            self._wanted = Wanted()
        self._load()

    def _load(self) -> None:
        self._debounce.stop()
        self._asked += 1
        at_first = self._asked == 1
        work = self._first if at_first else partial(self._find, self._wanted)
        done = partial(self._show_list, self._asked)
        self._tasks.on_database(self, work, done, self._fail)
        if at_first:
            ids = partial(self._actions.find, self._wanted)
            self._tasks.on_database(self, ids, partial(self._complete, self._asked), self._fail)

    def _first(self) -> Found:
        total, ids = self._actions.first(PAGE)
        return total, ids, self._actions.page(ids)

    def _find(self, wanted: Wanted) -> Found:
        ids = self._actions.find(wanted)
        return len(ids), ids, self._actions.page(ids[:PAGE])

    def _show_list(self, asked: int, found: Found) -> None:
        if asked != self._asked:
            return
        total, ids, first = found
        self.table.set_rows(ids, first, total)
        self.stack.setCurrentWidget(self.table if total else self.empty)
        if not total:
            self._say(presenter.nothing(self._wanted))
        elif self._takes_focus:
            self._takes_focus = False
            if self.isVisible():  # the person may have gone to another page meanwhile
                self.table.setFocus()

    def _complete(self, asked: int, ids: Sequence[int]) -> None:
        if asked == self._asked:
            self.table.complete(ids)

    def _fetch(self, ids: Sequence[int], put: "Callable[[Sequence[WorklistRow]], None]") -> None:
        self._tasks.on_database(self, partial(self._actions.page, ids), put, self._fail)

    def _cells(self, row: "WorklistRow") -> tuple[Cell, ...]:
        return presenter.cells(row, self._actions.countdown(row, self._today))

    def _show_row(self, row: "WorklistRow | None") -> None:
        if row is not None:
            running = self._actions.countdown(row, self._today)
            self.card.show_face(presenter.household(row, running))
        self.card.setVisible(row is not None)

    def _show_counts(self, counts: Mapping[View, int]) -> None:
        self.header.line.setText(presenter.headline(counts))
        for view in View:
            self.views.set_word(view.name, presenter.view_word(view, counts))
        self.views.set_offered([view.name for view in presenter.offered(counts)])

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, CaseworkError):
            raise error
        self.card.hide()
        self.stack.setCurrentWidget(self.empty)
        self._say(presenter.failed(error))

    def _say(self, what: Nothing) -> None:
        self.empty.say(what.icon, what.title, what.text, what.action)
        if not self.search_box.hasFocus():
            (self.empty.action if what.action else self.search_box).setFocus()
