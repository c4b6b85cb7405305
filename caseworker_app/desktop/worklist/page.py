"""The list of households: search, views, table, the card of the chosen one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseworker_app.desktop.faces import Cell
from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.card import TableCard
from caseworker_app.desktop.widgets.dialogs import Question, ask, tell
from caseworker_app.desktop.widgets.empty import EmptyState
from caseworker_app.desktop.widgets.header import Header
from caseworker_app.desktop.widgets.lazy_model import PAGE
from caseworker_app.desktop.widgets.lazy_table import LazyTable
from caseworker_app.desktop.widgets.search_box import SearchBox
from caseworker_app.desktop.worklist import presenter
from caseworker_app.desktop.worklist.filter_bar import FilterBar
from caseworker_app.desktop.worklist.household_card import HouseholdCard
from caseworker_app.desktop.worklist.nothing import Nothing, failed, nothing
from caseworker_app.desktop.worklist.presenter import Facet, View, Wanted, WorklistActions
from caseworker_app.model.codes import VisitKind
from caseworker_app.model.values import Json

if TYPE_CHECKING:  # see presenter
    from caseworker_app.workflow.recheck import PastVisit
    from caseworker_app.workflow.worklist import WorklistRow

_DEBOUNCE_MS = 80
_REST_MS = 150
"""How long a row is rested on before its earlier visits are read."""
_ROOM_BESIDE = 1000
"""Width at scale 1 from which list and card stand side by side."""
_ROOM_BELOW = 640
"""Height at scale 1 from which the card below the list shows all it knows."""

Found = tuple[int, Sequence[int], "Sequence[WorklistRow]", bool]
"""How many rows, the ids known, the rows of the first page, whether these are all."""


class WorklistPage(QWidget):
    opened = Signal(object)
    """The WorklistRow to start, continue or look at."""
    begun_anew = Signal(object, object)
    """The WorklistRow and the VisitKind of a visit before the next one is due."""
    looked = Signal(str)
    """Id of an earlier visit to look at."""
    papers_asked = Signal(str)
    """Id of the household whose papers are wanted."""

    def __init__(self, tasks: Tasks, actions: WorklistActions) -> None:
        super().__init__()
        self._tasks, self._actions = tasks, actions
        self._wanted = Wanted()
        self._asked = 0
        self._takes_focus = self._retries = False
        self._counts: Mapping[View, int] | None = None
        self._today = actions.today()
        self._make_parts()
        self._arrange()
        self._connect()
        self.empty.say("people", tr("正在读取清单"))

    def shown(self) -> None:
        """Read the list and its figures anew; the window calls it each time the page is shown."""
        self._today = self._actions.today()
        self._load()
        self._tasks.on_database(self, self._actions.counts, self._show_counts, self._fail)
        self._tasks.on_database(self, self._actions.views, self._show_views, self._fail)
        self._takes_focus = True

    def where(self) -> str:
        """Return the view that is chosen; what is searched for names somebody and stays here."""
        return self._wanted.view.name

    def resume(self, where: str) -> None:
        """Choose a view again; one of another version is not known any more."""
        self._pick(Wanted(view=View.__members__.get(where, View.ALL)))

    def ask_for(self, wanted: Wanted) -> None:
        """List what a figure elsewhere counts; takes effect when the page is shown."""
        self.search_box.blockSignals(True)
        self.search_box.setText(wanted.text)
        self.search_box.blockSignals(False)
        self._wanted = wanted
        self.filters.show_wanted(wanted)

    def search(self) -> None:
        """Put the cursor into the search box, and leave it there when the rows come."""
        self._takes_focus = False
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
        self.header = Header(tr("复核清单"), " ")
        self.search_box = SearchBox(tr("姓名、拼音首字母、身份证尾号、地址"))
        self.search_box.setFixedWidth(look.current().px(330))
        self.header.add(self.search_box)
        self.filters = FilterBar()
        self.table: LazyTable[WorklistRow] = LazyTable(
            tr("复核清单"), presenter.COLUMNS, self._cells, self._fetch
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
        column.addWidget(self.filters)
        self._content = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._content.setSpacing(px(Gap.LARGE))
        self._content.addWidget(TableCard(self.stack), 1)
        self._content.addWidget(self.card)
        column.addLayout(self._content, 1)

    def _connect(self) -> None:
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(_DEBOUNCE_MS)
        self._debounce.timeout.connect(self._load)
        self.search_box.textChanged.connect(self._type)
        self.search_box.left.connect(self.table.setFocus)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._read_past)
        self.filters.picked.connect(self._pick)
        self.filters.asked.connect(self._count)
        self.filters.saving.connect(self._name_view)
        self.filters.removing.connect(self._remove_view)
        self.table.moved.connect(self._show_row)
        self.table.opened.connect(self.opened)
        self.table.typed.connect(self._type_ahead)
        self.card.started.connect(self.table.open_current)
        self.card.anew.connect(self._begin_anew)
        self.card.looked.connect(self.looked)
        self.card.papers.clicked.connect(self._ask_papers)
        self.empty.acted.connect(self._way_out)

    def _type(self, text: str) -> None:
        self._wanted = replace(self._wanted, text=text.strip())
        self.filters.show_wanted(self._wanted)
        self._debounce.start()

    def _type_ahead(self, text: str) -> None:
        self.search_box.setFocus()
        self.search_box.setText(text)

    def _pick(self, wanted: Wanted) -> None:
        self.ask_for(wanted)
        self._load()

    def _way_out(self) -> None:
        if self._retries:
            self.shown()
            return
        if self._wanted.text:
            self.search_box.clear()
        elif self._wanted.chosen:
            self.ask_for(Wanted(view=self._wanted.view))
        elif self._wanted.view is not View.ALL:
            self.ask_for(Wanted())
        self._load()

    def _load(self) -> None:
        """Ask for the list: its first rows at once, the whole of a long one after that."""
        self._debounce.stop()
        self._asked += 1
        bare = not self._wanted.is_narrow
        work = self._first if bare else partial(self._begin, self._wanted)
        done = partial(self._show_list, self._asked)
        self._tasks.on_database(self, work, done, self._fail)

    def _complete_later(self) -> None:
        ids = partial(self._actions.find, self._wanted)
        self._tasks.on_database(self, ids, partial(self._complete, self._asked), self._fail)

    def _first(self) -> Found:
        total, ids = self._actions.first(PAGE)
        return total, ids, self._actions.page(ids), total <= len(ids)

    def _begin(self, wanted: Wanted) -> Found:
        ids, whole = self._actions.begin(wanted, PAGE)
        return len(ids), ids, self._actions.page(ids[:PAGE]), whole

    def _show_list(self, asked: int, found: Found) -> None:
        if asked != self._asked:
            return
        total, ids, first, whole = found
        self._retries = False
        self.table.set_rows(ids, first, total)
        self.stack.setCurrentWidget(self.table if total else self.empty)
        if not whole:
            self._complete_later()
        else:
            self._say_how_many(total)
        if not total:
            self._say(nothing(self._wanted))
        elif self._takes_focus:
            self._takes_focus = False
            if self.isVisible() and not QApplication.mouseButtons():
                self.table.setFocus()  # neither from another page nor from under a click

    def _complete(self, asked: int, ids: Sequence[int]) -> None:
        if asked == self._asked:
            self.table.complete(ids)
            self._say_how_many(len(ids))

    def _say_how_many(self, count: int) -> None:
        if self._wanted.is_narrow:
            self.header.line.setText(presenter.found_line(self._wanted, count))
        elif self._counts is not None:
            self.header.line.setText(presenter.headline(self._counts))

    def _fetch(self, ids: Sequence[int], put: "Callable[[Sequence[WorklistRow]], None]") -> None:
        self._tasks.on_database(self, partial(self._actions.page, ids), put, self._fail)

    def _cells(self, row: "WorklistRow") -> tuple[Cell, ...]:
        return presenter.cells(row, self._actions.countdown(row, self._today))

    def _show_row(self, row: "WorklistRow | None") -> None:
        if row is not None:
            running = self._actions.countdown(row, self._today)
            self.card.show_face(presenter.household(row, running))
            self.card.show_past(())
            self._rest.start()
        self.card.setVisible(row is not None)

    def _read_past(self) -> None:
        row = self.table.current()
        if row is not None:
            self._tasks.on_database(
                self, partial(self._actions.past, row.id), partial(self._show_past, row), self._fail
            )

    def _show_past(self, row: "WorklistRow", past: "Sequence[PastVisit]") -> None:
        if self.table.current() is row:
            self.card.show_past([(one.id, presenter.past_word(one)) for one in past])

    def _begin_anew(self, kind: VisitKind) -> None:
        row = self.table.current()
        if row is not None:
            self.begun_anew.emit(row, kind)

    def _ask_papers(self) -> None:
        row = self.table.current()
        if row is not None:
            self.papers_asked.emit(row.id)

    def _show_counts(self, counts: Mapping[View, int]) -> None:
        self._counts = counts
        self.filters.show_counts(counts)
        if not self._wanted.is_narrow:
            self.header.line.setText(presenter.headline(counts))

    def _count(self, facet: Facet) -> None:
        """Count what a chip offers; the list as it is otherwise narrowed stays the ground."""
        self._tasks.on_database(
            self,
            partial(self._actions.grouped, facet, self._wanted),
            lambda found: self.filters.show_options(facet, presenter.options(facet, found)),
            self._fail,
        )

    def _name_view(self) -> None:
        text = tr("筛选和视图会以这个名称保存在本机。同名的视图会被替换。")
        question = Question(tr("存为视图"), text, tr("保存"), reason=tr("视图名称"), shortest=1)
        ask(self, question, self._save_view)

    def _save_view(self, name: str) -> None:
        saved = presenter.to_json(self._wanted)
        self._on_views(partial(self._actions.save_view, name, saved))

    def _remove_view(self, name: str) -> None:
        self._on_views(partial(self._actions.remove_view, name))

    def _on_views(self, change: Callable[[], None]) -> None:
        def work() -> Mapping[str, Json]:
            change()
            return self._actions.views()

        self._tasks.on_database(self, work, self._show_views, self._not_kept)

    def _show_views(self, saved: Mapping[str, Json]) -> None:
        self.filters.show_saved({name: presenter.from_json(view) for name, view in saved.items()})
        if self._counts is not None:
            self.filters.show_counts(self._counts)

    def _not_kept(self, error: Exception) -> None:
        tell(self, tr("没有保存"), sentence(error))

    def _fail(self, error: Exception) -> None:
        said = failed(error)
        self._retries = True
        self.card.hide()
        self.stack.setCurrentWidget(self.empty)
        self._say(said)

    def _say(self, what: Nothing) -> None:
        self.empty.say(what.icon, what.title, what.text, what.action)
        if not self.search_box.hasFocus():
            (self.empty.action if what.action else self.search_box).setFocus()
