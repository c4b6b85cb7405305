"""The three comparisons: the list, and the difference that is open."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtGui import QHideEvent

from caseworker_app.desktop.comparison.detail import DetailView
from caseworker_app.desktop.comparison.found_editor import FoundEditor
from caseworker_app.desktop.comparison.listing import Listing
from caseworker_app.desktop.comparison.presenter import ComparisonPresenter
from caseworker_app.desktop.evidence.pictures import Pictures
from caseworker_app.desktop.evidence.taking import Taker
from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.step.actions import VisitActions
from caseworker_app.desktop.step.page import StepPage
from caseworker_app.desktop.step.places import item_of
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.room import Stack
from caseworker_app.model.codes import FoundKind
from caseworker_app.model.found import Found
from caseworker_app.workflow.found import Findings

V = TypeVar("V")


class ComparisonPage(StepPage):
    """Only differences are walked through; what agrees asks for nothing."""

    def __init__(self, presenter: ComparisonPresenter, tasks: Tasks, actions: VisitActions) -> None:
        super().__init__()
        self._presenter, self._tasks, self._actions = presenter, tasks, actions
        self.taker = Taker(self, presenter.case, tasks, actions.evidence)
        self._pictures = Pictures(self, tasks, actions.photo, self._fail)
        self.taker.told.connect(self.told)
        self.taker.warned.connect(self.warned)
        self.taker.failed.connect(self.failed)
        self.listing = Listing(presenter.view())
        self.detail: DetailView | None = None
        self.editor: FoundEditor | None = None
        self._stack = Stack()
        self._stack.fill(self)
        self._stack.addWidget(self.listing)
        self.listing.opened.connect(self.open)
        self.listing.focused.connect(presenter.choose)
        self.listing.found_opened.connect(self.open_found)

    def refresh(self) -> None:
        view = self._presenter.view()
        self.listing.show_view(view)
        if self.detail and view.detail:
            self.detail.show_detail(view.detail)
            self.detail.set_open(view.is_open)
        if self.editor:
            self.editor.show_draft(self._presenter.found.draft())

    def begin(self) -> bool:
        current = self._presenter.current
        row = self.listing.proposals.get(current) or self.listing.rows.get(current)
        if self.editor:
            self.editor.begin()
        elif self.detail:
            self.detail.answers.focus_first()
        elif row:
            row.setFocus()
        return bool(self.editor or self.detail or row)

    def jump(self, place: str) -> None:
        if item_of(place) in self.listing.rows:
            self.open(item_of(place))

    def forward(self) -> bool:
        """Go on to the next difference that is still open, else to the next step."""
        if self.editor:
            self.keep_found()
            return True
        before = self._presenter.current
        self._presenter.next_open()
        if self.detail and self._presenter.current != before:
            self.open(self._presenter.current)
            return True
        self.close_detail()
        return False

    def back(self) -> bool:
        if self.editor:
            self.close_found()
            return True
        if self.detail:
            self.close_detail()
            return True
        return False

    def onward(self) -> str:
        if self.editor:
            return self._presenter.found.draft().onward
        return tr("核实下一处") if self.detail and self._presenter.has_other_open() else ""

    def where(self) -> str:
        """Return the place in the list of the difference that is open, not what it is about."""
        rows = list(self.listing.rows)
        current = self._presenter.current
        return str(rows.index(current)) if self.detail and current in rows else ""

    def resume(self, where: str) -> None:
        rows = list(self.listing.rows)
        if where and int(where) < len(rows):
            self.open(rows[int(where)])

    def open(self, discrepancy_id: str) -> None:
        """Show a difference in full."""
        self._presenter.commit()
        self._drop_detail()
        self._presenter.choose(discrepancy_id)
        found = self._presenter.view().detail
        if found is None:
            return
        self.detail = DetailView(found, self._pictures)
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

    def open_found(self, found_id: str = "") -> None:
        """Show a found fact, or an empty sheet for a new one."""
        act = self._presenter.found
        self._presenter.commit()
        self._drop_detail()
        act.begin(found_id)
        editor = self.editor = FoundEditor(act.draft())
        editor.closed.connect(self.close_found)
        editor.kept.connect(self.keep_found)
        editor.removed.connect(self._remove_found)
        editor.kind_picked.connect(lambda code: self._drafted(act.kind, FoundKind(code)))
        editor.value_typed.connect(lambda text: self._drafted(act.value, text))
        editor.place_typed.connect(lambda text: self._drafted(act.place, text))
        editor.note_typed.connect(lambda text: self._drafted(act.note, text))
        editor.asking_picked.connect(lambda code: self._drafted(act.asking, code))
        self._stack.addWidget(editor)
        self._stack.setCurrentWidget(editor)
        editor.begin()
        self.moved.emit()

    def keep_found(self) -> None:
        """Write the fact down, compare it and ask where it was wanted."""
        act = self._presenter.found
        fact = act.ready()
        if fact is not None and act.can_write:
            self._put_found(fact, ask=act.ask)
        elif self.editor and act.can_write and not act.draft().fact.value.strip():
            self.editor.ask_for_value()
        else:
            self._leave_editor()

    def close_found(self) -> None:
        """Go back to the list; what was typed is kept, nothing is asked."""
        self._keep_typed()
        self._leave_editor()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.editor:
            self._keep_typed()

    def open_difference(self) -> str:
        """Return the difference that is open in full, or ""."""
        return self._presenter.current if self.detail else ""

    def _connect(self, detail: DetailView) -> None:
        act = self._presenter
        detail.closed.connect(self.close_detail)
        detail.stepped.connect(self._step_in_detail)
        detail.picked.connect(act.answer)
        detail.reopened.connect(act.reopen)
        detail.observed.connect(act.observe)
        detail.explained.connect(act.explain)
        detail.left.connect(act.commit)
        detail.photos.asked.connect(lambda: self.taker.browse(*act.evidence_for()))
        detail.photos.given.connect(lambda mime: self.taker.mime(mime, *act.evidence_for()))
        detail.photos.removed.connect(act.remove_evidence)

    def _drafted(self, change: Callable[[V], None], value: V) -> None:
        change(value)
        if self.editor:
            self.editor.show_draft(self._presenter.found.draft())
        self.moved.emit()

    def _keep_typed(self) -> None:
        act = self._presenter.found
        asked, act.ask = act.ask, False
        fact = act.ready()
        act.ask = asked
        if fact is not None and act.can_write:
            self._put_found(fact, ask=False)

    def _put_found(self, fact: Found, *, ask: bool) -> None:
        self._presenter.commit()
        visit_id = self._presenter.found.visit_id
        self._tasks.on_database(
            self,
            lambda: self._actions.put_found(visit_id, fact, ask),
            lambda fresh: self._found_kept(fact.id, fresh),
            self._fail,
        )

    def _remove_found(self) -> None:
        visit_id, found_id = self._presenter.found.visit_id, self._presenter.found.draft().fact.id
        self._presenter.commit()
        self._leave_editor()
        self._tasks.on_database(
            self,
            lambda: self._actions.remove_found(visit_id, found_id),
            self._presenter.take,
            self._fail,
        )

    def _found_kept(self, found_id: str, fresh: Findings) -> None:
        self._presenter.take(fresh)
        editing = self.editor is not None and self._presenter.found.draft().fact.id == found_id
        if editing:
            self._leave_editor()
        row = self.listing.found.get(found_id)
        if row and self.isVisible():
            row.setFocus()

    def _leave_editor(self) -> None:
        if self.editor:
            self._stack.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = None
            self._stack.setCurrentWidget(self.listing)
            self.begin()
            self.moved.emit()

    def _drop_detail(self) -> None:
        if self.detail:
            self._stack.removeWidget(self.detail)
            self.detail.deleteLater()
            self.detail = None

    def _step_in_detail(self, distance: int) -> None:
        self._presenter.commit()
        self._presenter.step(distance)
        self.open(self._presenter.current)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(sentence(error))
