"""The three comparisons: the list, and the difference that is open."""

from pathlib import Path

from PySide6.QtWidgets import QStackedLayout

from caseworker_app.desktop.comparison.detail import DetailView
from caseworker_app.desktop.comparison.listing import Listing
from caseworker_app.desktop.comparison.presenter import ComparisonPresenter
from caseworker_app.desktop.step.actions import VisitActions
from caseworker_app.desktop.step.page import StepPage
from caseworker_app.desktop.step.places import item_of
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.errors import CaseworkError, UserError


class ComparisonPage(StepPage):
    """Only differences are walked through; what agrees asks for nothing."""

    def __init__(self, presenter: ComparisonPresenter, tasks: Tasks, actions: VisitActions) -> None:
        super().__init__()
        self._presenter, self._tasks, self._actions = presenter, tasks, actions
        self.listing = Listing(presenter.view())
        self.detail: DetailView | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.listing)
        self.listing.opened.connect(self.open)
        self.listing.focused.connect(presenter.choose)
        self.listing.stepped.connect(self._step_in_list)

    def refresh(self) -> None:
        view = self._presenter.view()
        self.listing.show_view(view)
        if self.detail and view.detail:
            self.detail.show_detail(view.detail)
            self.detail.set_open(view.is_open)

    def begin(self) -> bool:
        row = self.listing.rows.get(self._presenter.current)
        if self.detail:
            self.detail.answers.focus_first()
        elif row:
            row.setFocus()
        return self.detail is not None or row is not None

    def jump(self, place: str) -> None:
        if item_of(place) in self.listing.rows:
            self.open(item_of(place))

    def forward(self) -> bool:
        """Go on to the next difference that is still open, else to the next step."""
        before = self._presenter.current
        self._presenter.next_open()
        if self.detail and self._presenter.current != before:
            self.open(self._presenter.current)
            return True
        self.close_detail()
        return False

    def back(self) -> bool:
        if self.detail:
            self.close_detail()
            return True
        return False

    def onward(self) -> str:
        return "核实下一处" if self.detail and self._presenter.has_other_open() else ""

    def open(self, discrepancy_id: str) -> None:
        """Show a difference in full."""
        self._presenter.commit()
        self._drop_detail()
        self._presenter.choose(discrepancy_id)
        found = self._presenter.view().detail
        if found is None:
            return
        self.detail = DetailView(found)
        self._connect(self.detail)
        self.detail.show_detail(found)
        self._stack.addWidget(self.detail)
        self._stack.setCurrentWidget(self.detail)
        self.detail.set_open(self._presenter.view().is_open)
        self.detail.answers.focus_first()
        self.moved.emit()

    def close_detail(self) -> None:
        """Go back to the list, to the difference that was open."""
        self._presenter.commit()
        row = self.listing.rows.get(self._presenter.current)
        self._drop_detail()
        self._stack.setCurrentWidget(self.listing)
        if row:
            row.setFocus()
        self.moved.emit()

    def take_photo(self, file: Path) -> None:
        """Take a file in as evidence of the open difference."""
        visit_id, bound, caption = self._presenter.evidence_for()
        self._tasks.on_database(
            self,
            lambda: self._actions.add_photo(visit_id, _read(file), caption, bound),
            self._presenter.add_evidence,
            self._fail,
        )

    def _connect(self, detail: DetailView) -> None:
        act = self._presenter
        detail.closed.connect(self.close_detail)
        detail.stepped.connect(self._step_in_detail)
        detail.picked.connect(act.answer)
        detail.reopened.connect(act.reopen)
        detail.observed.connect(act.observe)
        detail.explained.connect(act.explain)
        detail.left.connect(act.commit)
        detail.photos.chosen.connect(self.take_photo)
        detail.photos.removed.connect(act.remove_evidence)
        detail.photos.wanted.connect(self._fetch)

    def _drop_detail(self) -> None:
        if self.detail:
            self._stack.removeWidget(self.detail)
            self.detail.deleteLater()
            self.detail = None

    def _step_in_list(self, distance: int) -> None:
        self._presenter.step(distance)
        self.listing.rows[self._presenter.current].setFocus()

    def _step_in_detail(self, distance: int) -> None:
        self._presenter.commit()
        self._presenter.step(distance)
        self.open(self._presenter.current)

    def _fetch(self, sha: str) -> None:
        self._tasks.on_database(
            self,
            lambda: self._actions.photo(sha),
            lambda data: self._picture(sha, data),
            self._fail,
        )

    def _picture(self, sha: str, data: bytes) -> None:
        if self.detail:
            self.detail.photos.show_picture(sha, data)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, CaseworkError):
            raise error
        self.failed.emit(str(error))


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UserError(f"读不出照片“{file.name}”，请看看存储卡是否插好，再选一次。") from error
