"""What a visit has at hand for evidence: the sheet, the telephone's folder, dropping anywhere."""

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from caseworker_app.desktop.evidence.phone import PhoneFolder
from caseworker_app.desktop.evidence.presenter import SheetPresenter
from caseworker_app.desktop.evidence.sheet import Means, Sheet
from caseworker_app.desktop.evidence.taking import Taker
from caseworker_app.desktop.step.actions import VisitActions
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.tongue import tr


class EvidenceDesk(QObject):
    """One for each visit on the table."""

    told = Signal(str)
    warned = Signal(str)
    failed = Signal(str)
    changed = Signal()
    """The telephone brought something."""

    def __init__(self, owner: QWidget, case: Case, tasks: Tasks, actions: VisitActions) -> None:
        super().__init__(owner)
        self._owner, self._case, self._tasks, self._actions = owner, case, tasks, actions
        self._places = SheetPresenter(case, actions.evidence.wanted)
        self._taker = Taker(owner, case, tasks, actions.evidence)
        self.phone = PhoneFolder(owner, tasks, actions.evidence, actions.now())
        self._sheet: Sheet | None = None
        self._taker.told.connect(self.told)
        self._taker.warned.connect(self.warned)
        self._taker.failed.connect(self.failed)
        self.phone.changed.connect(self.changed)

    def label(self) -> str:
        """Return the words of the button that opens the sheet."""
        if not self._case.is_open:
            return tr("佐证")
        taken = frozenset(a.origin.sha for a in self._case.visit.attachments if a.origin)
        count = len(self.phone.view(taken).offers)
        if count:
            return tr("佐证 · {count} 张新照片", count=count)
        lacking = self._places.lacking()
        return tr("佐证 · 缺 {lacking} 样", lacking=lacking) if lacking else tr("佐证")

    def open(self, place: str) -> Sheet:
        """Show the contact sheet at the evidence of a place."""
        if self._sheet is None:
            means = Means(self._tasks, self._actions.evidence, self._actions.photo, self.phone)
            self._sheet = Sheet(self._owner, self._case, means)
        self._sheet.open_at(place)
        return self._sheet

    def take(self, mime: QMimeData, place: str) -> bool:
        """Take what was dropped on a place of the visit."""
        settled = self._places.settle(place)
        caption = self._places.place_name(settled) if settled else ""
        return self._case.is_open and self._taker.mime(mime, settled, caption)
