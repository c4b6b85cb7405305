"""The way from any field of a visit to its evidence, and back by dropping a photo on a field."""

from collections.abc import Callable

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from caseworker_app.desktop.evidence.desk import EvidenceDesk
from caseworker_app.desktop.evidence.taking import holds_pictures
from caseworker_app.desktop.step.actions import VisitActions
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.step.page import StepPage
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.visit.drop import pass_on, place_at, place_of_focus
from caseworker_app.desktop.widgets.button import Button, Kind


class EvidenceButton(Button):
    """Opens the contact sheet at the evidence of the field one comes from."""

    def __init__(self, owner: QWidget, case: Case, tasks: Tasks, actions: VisitActions) -> None:
        super().__init__(tr("佐证"), Kind.QUIET, icon="image_add", key="Ctrl+E")
        self.desk = EvidenceDesk(owner, case, tasks, actions)
        self._owner, self._case = owner, case
        self._page: Callable[[], StepPage]
        owner.setAcceptDrops(True)
        self.clicked.connect(self._open)

    def follow(self, page: Callable[[], StepPage]) -> None:
        """Be told which page is in sight."""
        self._page = page

    def show_words(self, *, brief: bool) -> None:
        """Say what is new or missing; show the icon alone where letters are large."""
        words = self.desk.label()
        self.setText("" if brief else words)
        self.setAccessibleName(words)

    def hover(self, event: QDragEnterEvent) -> None:
        """Let a photo be dropped on the page in sight."""
        pass_on(self._page())
        if self._case.is_open and holds_pictures(event.mimeData()):
            event.acceptProposedAction()

    def take(self, event: QDropEvent) -> None:
        """Take what was dropped for the field it was dropped on."""
        page, at = self._page(), event.position().toPoint()
        self.desk.take(event.mimeData(), place_at(page, page.mapFrom(self._owner, at)))

    def _open(self) -> None:
        self._case.commit()
        self.desk.open(place_of_focus(self._page()))
