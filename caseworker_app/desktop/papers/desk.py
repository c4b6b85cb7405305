"""The ways to the papers of a household, from them to the printer, and back where one came from."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.window import Window
from caseworker_app.workflow.workspace import Workspace

if TYPE_CHECKING:  # what draws papers loads late
    from caseworker_app.desktop.papers.page import PapersPage
    from caseworker_app.desktop.printing.page import PrintingPage

PAPERS, PRINTING = "papers", "printing"


class PapersDesk:
    """Builds the page of papers when it is first asked for."""

    def __init__(
        self, ws: Workspace, tasks: Tasks, window: Callable[[], Window], home: str
    ) -> None:
        """``home`` is the page one goes back to where nobody came from another one."""
        self._ws, self._tasks, self._window = ws, tasks, window
        self._page: PapersPage | None = None
        self._came_from = home

    def page(self) -> QWidget:
        from caseworker_app.desktop.papers import binding  # noqa: PLC0415  # papers load late
        from caseworker_app.desktop.papers.page import PapersPage  # noqa: PLC0415  # ditto

        page = self._page = PapersPage(self._tasks, binding.actions(self._ws))
        self.follow(page)
        return page

    def follow(self, page: "PapersPage") -> None:
        """Lead on where a page of papers asks to."""
        self._page = page
        page.closed.connect(self._back)
        page.print_asked.connect(self.print_paper)
        page.blank_asked.connect(self._print_blank)

    def open(self, household_id: str, visit_id: str | None = None) -> None:
        """Show the papers of a household: of one sealed visit, or of the latest where None."""
        now = self._window().current()
        if now not in {PAPERS, PRINTING}:
            self._came_from = now
        self._window().go(PAPERS)
        if self._page is not None:
            self._page.open(household_id, visit_id)

    def print_paper(self, number: str) -> None:
        """Show one paper where it is printed."""
        printing = self._printing()
        if printing is not None:
            printing.open(number)

    def commit(self) -> None:
        """Keep what is being typed."""
        if self._page is not None:
            self._page.commit()

    def trouble(self) -> str:
        """Return why what was typed could not be kept, or ""."""
        return self._page.trouble() if self._page is not None else ""

    def let_go(self) -> None:
        """Keep what is being typed; the window goes."""
        self.commit()
        self._page = None

    def _print_blank(self, household_id: str, form: str, about: str) -> None:
        printing = self._printing()
        if printing is not None:
            printing.open_blank(household_id, form, about)

    def _printing(self) -> "PrintingPage | None":
        from caseworker_app.desktop.printing.page import PrintingPage  # noqa: PLC0415  # paper loads late

        page = self._window().go(PRINTING)
        return page if isinstance(page, PrintingPage) else None

    def _back(self) -> None:
        self._window().go(self._came_from)
