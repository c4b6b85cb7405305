"""The guided flow in place of the members' list: what happened, then its few questions."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.household.change_form import ChangeForm
from caseworker_app.desktop.household.change_start import ChangeStart
from caseworker_app.desktop.household.changing import ChangePresenter
from caseworker_app.desktop.step.actions import HomeActions
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.room import Stack
from caseworker_app.model.codes import ChangeKind
from caseworker_app.workflow.household_change import Elsewhere, OtherHome

T = TypeVar("T")


class ChangeFlow(QObject):
    """Puts its pages on the step's stack and takes them off again."""

    moved = Signal()
    closed = Signal()
    failed = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        stack: Stack,
        act: ChangePresenter,
        tasks: Tasks | None,
        homes: HomeActions,
        today: date,
    ) -> None:
        super().__init__(stack)
        self._act, self._tasks, self._homes, self._today = act, tasks, homes, today
        self._stack = stack
        self.start: ChangeStart | None = None
        self.form: ChangeForm | None = None

    @property
    def is_open(self) -> bool:
        return self.start is not None or self.form is not None

    def open(self) -> None:
        """Ask what happened."""
        self._drop()
        start = self.start = ChangeStart(self._act.hints())
        start.closed.connect(self.close)
        start.kind_picked.connect(lambda code: self.begin(ChangeKind(code)))
        start.hint_picked.connect(self._take_hint)
        self._show(start)
        start.begin()

    def begin(self, kind: ChangeKind) -> None:
        """Ask the questions of a kind."""
        self._act.begin(kind)
        self._ask()

    def open_change(self, change_id: str, field: str = "") -> None:
        """Show a change that stands in the visit."""
        self._act.open(change_id)
        self._ask()
        if field and self.form:
            self.form.jump(field)

    def refresh(self) -> None:
        if self.form and self._act.kind:
            self.form.show_view()

    def begin_again(self) -> None:
        """Put the focus back where it was worked."""
        if self.form:
            self.form.begin()
        elif self.start:
            self.start.begin()

    def forward(self) -> None:
        """Finish: join the two households, go on to a new head, or back to the list."""
        if self.form is None:
            self.close()
            return
        self.form.day.take()
        follows = self._act.next_kind
        if self._act.merges:
            self._merge()
        elif follows is not None:
            self._finish()
            self.begin(follows)
        else:
            self.close()

    def onward(self) -> str:
        """Return the words for where ``forward`` leads."""
        if self.form is None:
            return tr("返回家庭")
        if self._act.merges:
            return tr("并户")
        return tr("接着办理户主变更") if self._act.next_kind else tr("记好了")

    def close(self) -> None:
        """Go back to the household; what was answered stands."""
        self._finish()
        self._drop()
        self.closed.emit()
        self.moved.emit()

    def _finish(self) -> None:
        """Save what was typed last and leave the change as it stands."""
        if self._act.kind is None:
            return
        if self.form:
            self.form.finish()
        self._act.close()

    def _ask(self) -> None:
        self._drop()
        form = self.form = ChangeForm(self._act, self._today)
        form.closed.connect(self.close)
        form.taken_back.connect(self._take_back)
        form.answered.connect(self.moved)
        form.numbered.connect(self._look_elsewhere)
        form.searched.connect(self._search)
        self._show(form)
        form.begin()

    def _take_hint(self, place: int) -> None:
        self._act.take_hint(place)
        self._ask()

    def _take_back(self) -> None:
        change_id = self._act.change_id
        if self._act.merged_in(change_id):
            self._off(lambda: self._homes.unmerge(self._act.visit_id, change_id), self._act.take)
            return
        why = self._act.take_back(change_id)
        if why:
            self.failed.emit(why)
        else:
            self.close()
            self.told.emit(tr("这项变化已撤销，恢复到记录之前；留痕里查得到。"))

    def _merge(self) -> None:
        change, visit_id = self._act.merging(), self._act.visit_id
        if change is None:
            self.failed.emit(tr("请先选定并进来的户，并填好并户日期。"))
            return
        self._act.commit()
        self._off(lambda: self._homes.merge(visit_id, change), self._act.take)

    def _look_elsewhere(self) -> None:
        number, home = self._act.number_to_check(), self._act.household_id
        if number:
            self._run(
                lambda: self._homes.elsewhere(home, number),
                lambda found: self._found_elsewhere(number, found),
            )

    def _found_elsewhere(self, number: str, found: tuple[Elsewhere, ...]) -> None:
        if self._act.kind:
            self._act.elsewhere(number, found)
            self.refresh()

    def _search(self, text: str) -> None:
        home = self._act.household_id
        self._run(lambda: self._homes.others(home, text), self._offered)

    def _offered(self, found: tuple[OtherHome, ...]) -> None:
        if self._act.kind:
            self._act.others(found)
            self.refresh()
            if self.form and self.form.search.lines:
                next(iter(self.form.search.lines.values())).setFocus()

    def _off(self, work: Callable[[], T], take: Callable[[T], None]) -> None:
        """Do something that ends the flow, once: until it is done the questions are locked."""
        form = self.form
        if form is None or not form.isEnabled():
            return
        form.setEnabled(False)

        def done(value: T) -> None:
            take(value)
            if self.form is form:
                self.close()

        def failed(error: Exception) -> None:
            if self.form is form:
                form.setEnabled(True)
                form.begin()
            self._fail(error)

        self._run(work, done, failed)

    def _run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        if self._tasks is not None:
            self._tasks.on_database(self._stack, work, done, failed or self._fail)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(sentence(error))

    def _show(self, page: QWidget) -> None:
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.moved.emit()

    def _drop(self) -> None:
        for page in (self.start, self.form):
            if page is not None:
                self._stack.removeWidget(page)
                page.hide()
                page.deleteLater()
        self.start = self.form = None
