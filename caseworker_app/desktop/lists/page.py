"""部门数据: a list on its way in, the rows nobody owns yet, what was taken in before."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.lists import presenter
from caseworker_app.desktop.lists.actions import ListsActions
from caseworker_app.desktop.lists.claims_page import ClaimsPage
from caseworker_app.desktop.lists.history_page import HistoryPage
from caseworker_app.desktop.lists.presenter import Part
from caseworker_app.desktop.lists.wizard_page import WizardPage
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.choice import Choice
from caseworker_app.desktop.widgets.header import Header
from caseworker_app.desktop.widgets.room import Stack
from caseworker_app.workflow.register_desk import PastImport


class ListsPage(QWidget):
    opened = Signal(str)
    """Id of a household to open at its comparison."""

    def __init__(self, tasks: Tasks, actions: ListsActions) -> None:
        super().__init__()
        self._tasks, self._actions = tasks, actions
        self.header = Header(tr("部门数据"), " ")
        self.parts = Choice(
            [(part.name, part.value) for part in Part], Part.IMPORT.name, quiet=True
        )
        self.parts.setAccessibleName(tr("看什么"))
        self.wizard = WizardPage(tasks, actions)
        self.claims = ClaimsPage(tasks, actions)
        self.history = HistoryPage(tasks, actions)
        self._pages = {
            Part.IMPORT: self.wizard,
            Part.CLAIMS: self.claims,
            Part.HISTORY: self.history,
        }
        self._stack = Stack()
        px = look.current().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(Gap.WIDE), px(20), px(Gap.WIDE), px(Gap.LARGE))
        column.setSpacing(px(Gap.MEDIUM))
        self.header.add(self.parts)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._connect()

    def shown(self) -> None:
        """Read anew what waits and what was taken in; the window calls it."""
        self._count()
        self._begin()

    def go(self, part: Part) -> None:
        """Go to one of the parts."""
        self.parts.set_code(part.name)
        self._stack.setCurrentWidget(self._pages[part])
        self._begin()

    def where(self) -> str:
        """Return which part is in sight."""
        return self.parts.code()

    def resume(self, where: str) -> None:
        self.go(Part[where])

    def stop(self) -> None:
        """Stop what runs: the page goes away."""
        self.wizard.stop()

    def _connect(self) -> None:
        self.parts.picked.connect(lambda name: self.go(Part[name]))
        self.wizard.opened.connect(self.opened)
        self.wizard.claiming.connect(partial(self.go, Part.CLAIMS))
        for changed in (self.wizard.taken_in, self.claims.changed, self.history.changed):
            changed.connect(self._count)

    def _begin(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, ClaimsPage | HistoryPage):
            page.shown()
        if isinstance(page, WizardPage | ClaimsPage | HistoryPage):
            page.begin()

    def _count(self) -> None:
        self._tasks.on_database(self, self._read, self._show_counts, self._fail)

    def _read(self) -> tuple[int, tuple[PastImport, ...]]:
        return self._actions.to_judge(), self._actions.history()

    def _show_counts(self, found: tuple[int, tuple[PastImport, ...]]) -> None:
        to_judge, imports = found
        self.header.line.setText(presenter.headline(imports))
        counts = {Part.CLAIMS: to_judge, Part.HISTORY: len(imports)}
        for part in Part:
            self.parts.set_word(part.name, presenter.word(part, counts.get(part, 0)))

    def _fail(self, error: Exception) -> None:
        self.header.line.setText(sentence(error))
