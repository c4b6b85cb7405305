"""The desk of an unlocked store: the list, the visit on the table, delivery, what is only here."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.genuine.drop import judge_papers
from caseworker_app.desktop.papers.desk import PAPERS, PRINTING
from caseworker_app.desktop.place import Place, VisitPlace
from caseworker_app.desktop.returning import go_back_to, place_of
from caseworker_app.desktop.rounds import LIST, TODAY, Rounds
from caseworker_app.desktop.status import Network, status_of
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.dialogs import tell
from caseworker_app.desktop.widgets.search_box import SearchBox
from caseworker_app.desktop.widgets.soon import soon
from caseworker_app.desktop.window import PageSpec, Window
from caseworker_app.errors import CaseworkError
from caseworker_app.model.codes import Stage
from caseworker_app.workflow import outgoing, session
from caseworker_app.workflow.workspace import Workspace

if TYPE_CHECKING:
    from caseworker_app.desktop.lists.page import ListsPage
    from caseworker_app.desktop.lists.wizard import Wizard
    from caseworker_app.desktop.rounds import Opened
    from caseworker_app.desktop.visit.page import VisitPage
    from caseworker_app.workflow.outgoing import DeliveryStatus

    _Held = tuple[Place, Opened | None, Wizard | None]

VISIT, DELIVERY, LISTS = "visit", "delivery", "lists"
_AGAIN_MS = 120_000
"""How often what waits is delivered by itself."""
_PATIENCE_MS = 4000
"""How long closing waits for files being read: a system going to sleep grants five seconds."""
_CALM_MS = 800
_LATE = (
    "caseworker_app.desktop.visit.binding",
    "caseworker_app.desktop.delivery.binding",
    "caseworker_app.desktop.lists.binding",
)


class Workbench(QObject):
    """Opens visits from the list, shows what is only here, delivers when there is a network."""

    _heard = Signal(Network)
    locked = Signal()
    """The store is closed; whoever holds the window shows the door."""
    help_asked = Signal()

    def __init__(self, ws: Workspace, tasks: Tasks, more: Sequence[PageSpec] = ()) -> None:
        """``more`` are pages besides the work itself, such as the settings."""
        super().__init__()
        self._ws, self._tasks, self._more = ws, tasks, tuple(more)
        self._window: Window
        self._is_shown = False
        self._before = LIST
        self._left: VisitPlace | None = None
        self._on_the_way: _Held | None = None
        """What a window just made anew is about to show again."""
        self._locking = False
        self.cut_off = False
        """The store was closed while files were still being read."""
        self.place: Place | None = None
        """Where the person was when the store was closed."""
        self.then: Callable[[], None] | None = None
        """What whoever shows the door does next."""
        self._network = Network.ALONE if ws.office is None else Network.OFFLINE
        self._on_table: VisitPage | None = None
        self._came_from = TODAY
        self._intake: ListsPage | None = None
        self._rounds = Rounds(ws, tasks, lambda: self._window, self._show_visit, self._fail)
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.timeout.connect(self._deliver)
        self._heard.connect(self._show_network)

    def window(self) -> QWidget:
        """Return the window, made anew; a change of look makes another, with all that was open."""
        before = self._on_the_way or (self._held() if self._is_shown else None)
        self._stop_work()
        self._table = QStackedWidget()
        self._window = Window(
            (
                PageSpec(TODAY, tr("今天"), "calendar_today", self._rounds.day),
                PageSpec(LIST, tr("复核清单"), "people", self._rounds.list),
                PageSpec(
                    VISIT, tr("入户核查"), "clipboard_task", lambda: self._table, in_rail=False
                ),
                PageSpec(DELIVERY, tr("送达"), "send", self._delivery),
                PageSpec(LISTS, tr("部门数据"), "document_table", self._lists),
                PageSpec(PRINTING, tr("打印"), "print", self._printing),
                PageSpec(
                    PAPERS, tr("文书"), "document_text", self._rounds.papers.page, in_rail=False
                ),
                *self._more,
            )
        )
        self._window.lock_asked.connect(self.lock)
        self._window.help_asked.connect(self.help_asked)
        self._window.page_left.connect(self._note_place)
        self._window.page_shown.connect(self._shown)
        judge_papers(self._window, self._tasks, self._ws)
        self._again.start()
        self._is_shown = True
        self._on_the_way = before
        if before:
            soon(self._window, self._arrive)
        self._look()
        QTimer.singleShot(_CALM_MS, self._window, self._load_the_rest)
        return self._window

    def _shown(self, name: str) -> None:
        """Note where one goes back to from a visit, and look what is only here."""
        if name in {TODAY, LIST}:
            self._came_from = name
        self._look()

    def open_comparison(self, household_id: str) -> None:
        """Open a household where its differences are."""
        from caseworker_app.desktop.visit import binding  # noqa: PLC0415  # paper and photos load late

        def show(opened: "Opened") -> None:
            self._show_visit(opened)
            if self._on_table is not None:
                self._on_table.go(Step.COMPARISON)

        self._tasks.on_database(
            self._window, lambda: binding.start(self._ws, household_id), show, self._fail
        )

    def end(self) -> None:
        """Save what was typed, finish all work and close the store: the window is closed."""
        self._again.stop()
        self._stop_work()
        self._tasks.close()
        session.lock(self._ws)

    def lock(self, then: Callable[[], None] | None = None) -> None:
        """Close the store once everything typed is saved; what cannot be saved keeps it open."""
        if not self._locking:
            self._locking, self.then = True, then
            self.rest(self._close)

    def rest(self, then: Callable[[], None]) -> None:
        """Save what was typed, then do something; what could not be saved is told instead."""
        QGuiApplication.inputMethod().commit()
        if self._on_table is not None:
            self._on_table.case.commit()
        self._rounds.papers.commit()
        self._tasks.on_database(self, lambda: None, lambda _none: self._rested(then), self._fail)

    def resume(self, place: Place) -> None:
        """Bring the same person back to where they were when the store was closed."""
        from caseworker_app.desktop.visit import binding  # noqa: PLC0415  # paper and photos load late

        if place.person != self._ws.person.id:
            return
        visit = place.visit
        if visit is None:
            self._bring_back(place)
            return
        self._tasks.on_database(
            self._window,
            lambda: binding.resume(self._ws, visit.id),
            lambda opened: self._bring_back(place, opened),
            self._fail,
        )

    def back(self) -> None:
        """Go back to the page from which the present one was asked for."""
        visit, left = self._on_table, self._left
        self._window.go(self._before)
        if self._window.current() == VISIT and visit is not None and left is not None:
            visit.resume(left)

    @property
    def practises(self) -> bool:
        return self._ws.practice

    def part(self, name: str) -> QWidget | None:
        """Return a part of the window by name, to be pointed at."""
        if name == "status":
            return self._window.status
        if name == "search":
            return self._window.findChild(SearchBox)
        return self._window.part(name)

    def topic(self) -> str:
        """Return the name of what is in sight: of a page, of a step of the visit."""
        name = self._window.current()
        if name != VISIT or self._on_table is None:
            return name
        return Step(self._on_table.place().step).name.lower()

    def _rested(self, then: Callable[[], None]) -> None:
        visit = self._on_table.trouble() if self._on_table is not None else ""
        if trouble := visit or self._rounds.papers.trouble():
            self._locking = False
            tell(self._window, tr("还有内容没有保存"), trouble)
        else:
            then()

    def _close(self) -> None:
        self.place, self._on_the_way = self._place(), None
        self._window.setEnabled(False)
        self._again.stop()
        self._stop_work()
        self._tasks.after_files(self, _PATIENCE_MS, self._shut)

    def _shut(self, read: bool) -> None:  # noqa: FBT001  # what the tasks tell
        self.cut_off = not read
        self._tasks.on_database(
            self, lambda: session.lock(self._ws), lambda _none: self.locked.emit(), self._not_closed
        )

    def _not_closed(self, error: Exception) -> None:
        """Show the door all the same: the store is closed, only the trail lacks its line."""
        self.locked.emit()
        if not isinstance(error, CaseworkError):
            raise error

    def _note_place(self, left: str) -> None:
        self._before = left
        if left == VISIT and self._on_table is not None:
            self._left = self._on_table.place()

    def _place(self) -> Place:
        if self._on_the_way:
            return self._on_the_way[0]
        shown = self._window.current() == VISIT
        table = self._on_table.place() if self._on_table is not None else None
        visit = table if shown or table is None else self._left or table
        return place_of(self._ws.person.id, self._window, visit)

    def _visit(self) -> "Opened | None":
        return None if self._on_table is None else self._on_table.opened()

    def _list_in_hand(self) -> "Wizard | None":
        return None if self._intake is None else self._intake.wizard.wizard

    def _held(self) -> "_Held":
        return self._place(), self._visit(), self._list_in_hand()

    def _arrive(self) -> None:
        before, self._on_the_way = self._on_the_way, None
        if before:
            self._bring_back(*before)

    def _bring_back(
        self, place: Place, opened: "Opened | None" = None, wizard: "Wizard | None" = None
    ) -> None:
        """Show page, visit and list as they were."""
        if opened is not None and place.visit is not None:
            if place.page != VISIT:  # gone back to later, it takes its place and the focus then
                self._lay(opened)
            else:
                self._show_visit(opened)
                if self._on_table is not None:
                    self._on_table.resume(place.visit)
        if wizard is not None:
            self._window.page(LISTS)
            if self._intake is not None:
                self._intake.wizard.carry_on(wizard)
        if place.page != VISIT:
            go_back_to(self._window, place)
            if place.visit is not None:  # leaving the visit just built noted a place of its own
                self._left, self._before = place.visit, VISIT

    def _load_the_rest(self) -> None:
        """Import what the first visit and the first delivery need, before somebody waits for it."""
        self._tasks.on_database(self._window, _load_late, lambda _none: None, self._fail)

    def _delivery(self) -> QWidget:
        from caseworker_app.desktop.conflicts import binding  # noqa: PLC0415  # the network loads late

        page = binding.page(self._ws, self._tasks, self._heard.emit)
        page.opened.connect(self._rounds.open_household)
        return page

    def _lists(self) -> QWidget:
        from caseworker_app.desktop.lists import binding  # noqa: PLC0415  # what reads files loads late
        from caseworker_app.desktop.lists.page import ListsPage  # noqa: PLC0415  # ditto

        page = ListsPage(self._tasks, binding.actions(self._ws))
        page.opened.connect(self.open_comparison)
        self._intake = page
        return page

    def _printing(self) -> QWidget:
        from caseworker_app.desktop.printing import binding  # noqa: PLC0415  # paper loads late
        from caseworker_app.desktop.printing.page import PrintingPage  # noqa: PLC0415  # ditto
        from caseworker_app.desktop.returns import binding as returns  # noqa: PLC0415  # ditto

        means = binding.actions(self._ws), binding.printers(), returns.actions(self._ws)
        page = PrintingPage(self._tasks, *means)
        page.closed.connect(self.back)
        page.genuine_asked.connect(self._window.papers_asked)
        return page

    def _show_visit(self, opened: "Opened") -> None:
        self._lay(opened)
        self._window.go(VISIT)
        self._rounds.offer_next(self._on_table)

    def _lay(self, opened: "Opened") -> None:
        """Put a visit on the table; what is in sight stays in sight."""
        from caseworker_app.desktop.delivery import binding  # noqa: PLC0415  # the network loads late
        from caseworker_app.desktop.visit.page import VisitPage  # noqa: PLC0415  # ditto

        visit, dossier, actions = opened
        self._put_away()
        delivery = binding.actions(self._ws, self._heard.emit)
        page = VisitPage(visit, dossier, self._tasks, actions, delivery)
        page.print_asked.connect(self._rounds.papers.print_paper)
        page.papers.asked.connect(self._rounds.papers.open)
        page.closed.connect(lambda: self._window.go(self._came_from))
        page.next_asked.connect(self._rounds.open_household)
        page.case.watch(self._look_once_sealed)
        self._on_table = page
        self._table.addWidget(page)
        self._table.setCurrentWidget(page)

    def _look_once_sealed(self) -> None:
        page = self._on_table
        if page is not None and page.case.visit.stage is Stage.SEALED:
            self._look()
            self._rounds.offer_next(self._on_table)

    def _stop_work(self) -> None:
        """Save what was typed and take the visit away; of a list on its way in nothing stays."""
        if self._intake is not None:
            self._intake.stop()
            self._intake = None
        self._put_away()
        self._rounds.papers.let_go()

    def _put_away(self) -> None:
        """Save what was typed in the visit on the table and take it away."""
        page = self._on_table
        if page is not None:
            self._on_table = None
            page.case.commit()
            page.hide()  # a step in sight keeps what is half written as it is hidden
            page.deleteLater()  # taken out of the table first, it may never be let go

    def _look(self) -> None:
        """Bring the line at the foot up to date, and the visit on the table by the answers."""
        if self._on_table is not None:
            self._on_table.look_again()
        self._tasks.on_database(
            self._window, lambda: outgoing.status(self._ws), self._show_status, self._fail
        )

    def _show_status(self, found: "DeliveryStatus") -> None:
        self._window.show_status(status_of(found, self._network, self._ws))
        if found.is_over:
            self.lock()

    def _deliver(self) -> None:
        """Deliver by itself; without a network it is tried again later."""
        from caseworker_app.desktop.delivery import binding  # noqa: PLC0415  # the network loads late

        if self._ws.office is None or self._network is Network.SENDING:
            return
        self._network = Network.SENDING
        actions = binding.actions(self._ws, self._heard.emit)
        self._tasks.on_network(
            self._window,
            lambda: actions.deliver(lambda _progress: None),
            lambda _delivered: self._look(),
            _not_delivered,
        )

    def _show_network(self, network: Network) -> None:
        self._network = network
        self._look()

    def _fail(self, error: Exception) -> None:
        tell(self._window, tr("没有完成"), sentence(error))


def _load_late() -> None:
    for name in _LATE:
        import_module(name)


def _not_delivered(error: Exception) -> None:
    """Interrupt nobody; the line at the foot shows what waits, and where delivering failed."""
    if not isinstance(error, CaseworkError):
        raise error
