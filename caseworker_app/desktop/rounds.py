"""The ways to a household: from the day's round, from the list, from one door to the next."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QWidget

from caseworker_app.desktop.papers.desk import PapersDesk
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.today import binding as day
from caseworker_app.desktop.today.page import TodayPage
from caseworker_app.desktop.window import Window
from caseworker_app.desktop.worklist import binding as listing
from caseworker_app.desktop.worklist.page import WorklistPage
from caseworker_app.desktop.worklist.presenter import Wanted
from caseworker_app.model.codes import VisitKind
from caseworker_app.workflow import today
from caseworker_app.workflow.worklist import WorklistRow
from caseworker_app.workflow.workspace import Workspace

if TYPE_CHECKING:
    from caseworker_app.desktop.step.actions import VisitActions
    from caseworker_app.desktop.visit.page import VisitPage
    from caseworker_app.model.visit import Visit
    from caseworker_app.workflow.dossier import Dossier

    Opened: TypeAlias = tuple[Visit, Dossier, VisitActions]

TODAY, LIST = "today", "worklist"


class Rounds:
    """Builds the pages of day and list, and opens what is chosen on them."""

    def __init__(
        self,
        ws: Workspace,
        tasks: Tasks,
        window: Callable[[], Window],
        show: "Callable[[Opened], None]",
        fail: Callable[[Exception], None],
    ) -> None:
        self._ws, self._tasks = ws, tasks
        self._window, self._show, self._fail = window, show, fail
        self.papers = PapersDesk(ws, tasks, window, LIST)

    def day(self) -> QWidget:
        page = TodayPage(self._tasks, day.actions(self._ws))
        page.opened.connect(self._open_row)
        page.asked.connect(self.open_household)
        page.listed.connect(self._show_list)
        page.went.connect(lambda name: self._window().go(name))
        return page

    def list(self) -> QWidget:
        page = WorklistPage(self._tasks, listing.actions(self._ws))
        page.opened.connect(self._open_row)
        page.begun_anew.connect(self._begin_anew)
        page.looked.connect(self._look_back)
        page.papers_asked.connect(self.papers.open)
        return page

    def open_household(self, household_id: str) -> None:
        """Begin or take up the visit of a household."""
        from caseworker_app.desktop.visit import binding  # noqa: PLC0415  # paper and photos load late

        self._open(partial(binding.start, self._ws, household_id))

    def offer_next(self, page: "VisitPage | None") -> None:
        """Once the visit on the table is sealed, put the next household one key away."""
        if page is None or page.case.is_open:
            return
        onward = partial(today.next_one, self._ws, page.case.visit.household.id)
        self._tasks.on_database(page, onward, page.offer_next, self._fail)

    def _open_row(self, row: WorklistRow) -> None:
        self.open_household(row.id)

    def _begin_anew(self, row: WorklistRow, kind: VisitKind) -> None:
        """Begin another visit of a household whose last one was received."""
        from caseworker_app.desktop.visit import binding  # noqa: PLC0415  # paper and photos load late

        self._open(partial(binding.start, self._ws, row.id, kind))

    def _look_back(self, visit_id: str) -> None:
        """Open an earlier visit to read it."""
        from caseworker_app.desktop.visit import binding  # noqa: PLC0415  # paper and photos load late

        self._open(partial(binding.look, self._ws, visit_id))

    def _open(self, work: "Callable[[], Opened]") -> None:
        self._tasks.on_database(self._window(), work, self._show, self._fail)

    def _show_list(self, wanted: Wanted) -> None:
        """Show the list a figure of the day counts."""
        page = self._window().page(LIST)
        if isinstance(page, WorklistPage):
            page.ask_for(wanted)
        self._window().go(LIST)
