"""The way of one list: the steps above, the step in sight, what leads on below."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.lists.actions import ListsActions
from caseworker_app.desktop.lists.columns_page import ColumnsPage
from caseworker_app.desktop.lists.file_page import FilePage
from caseworker_app.desktop.lists.result_page import ResultPage
from caseworker_app.desktop.lists.running import RunningCard, Watcher
from caseworker_app.desktop.lists.trial_page import TrialPage
from caseworker_app.desktop.lists.wizard import Stop, StopView, Wizard
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.banner import Banner, News
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.room import Stack
from caseworker_app.desktop.widgets.save_dialog import ask_where
from caseworker_app.desktop.widgets.steps import StepFace, StepRail, StepState
from caseworker_app.workflow.register_desk import TakenIn
from caseworker_app.workflow.register_list import ListFile
from caseworker_app.workflow.register_trial import Saved, StoppedError, Tried, Watch

T = TypeVar("T")


class WizardPage(QWidget):
    """Files are waited for on their own thread; database and network stay free."""

    opened = Signal(str)
    """Id of a household to open at its comparison."""
    claiming = Signal()
    """The person goes to the rows nobody owns yet."""
    taken_in = Signal()

    def __init__(self, tasks: Tasks, actions: ListsActions) -> None:
        super().__init__()
        self._tasks, self._actions = tasks, actions
        self.wizard = Wizard(actions)
        self._watcher: Watcher | None = None
        self.banner = Banner()
        self.rail = StepRail([_face(one) for one in self.wizard.view().stops], tr("导入步骤"))
        self.file = FilePage(actions.kinds)
        self.columns = ColumnsPage()
        self.trial = TrialPage()
        self.result = ResultPage()
        self._pages: dict[Stop, FilePage | ColumnsPage | TrialPage | ResultPage] = {
            Stop.FILE: self.file,
            Stop.COLUMNS: self.columns,
            Stop.TRIAL: self.trial,
            Stop.RESULT: self.result,
        }
        self._stack = Stack()
        self.hint = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self.back_button = Button(tr("上一步"), key="Alt+Left")
        self.next_button = Button("", Kind.PRIMARY, key="Ctrl+Return")
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show where the list in hand stands."""
        wizard, view = self.wizard, self.wizard.view()
        self.rail.set_faces([_face(one) for one in view.stops])
        self.rail.set_current(view.current.name)
        self._stack.setCurrentWidget(self._pages[view.current])
        self.file.show_wizard(wizard)
        if wizard.kind:
            self.columns.show_wizard(wizard, self._actions.fields(wizard.kind))
        self.hint.setText(view.hint)
        if self.next_button.text() != view.onward:
            self.next_button.setText(view.onward)
        self.next_button.setEnabled(view.can_go)
        self.back_button.setEnabled(view.can_go_back)

    def begin(self) -> None:
        """Put the focus where work goes on."""
        self._pages[self.wizard.current].begin()

    def open(self, path: Path) -> None:
        """Look into a file."""
        if self.wizard.is_running:
            return
        self.banner.hide()
        self.wizard.put_away()
        self.trial.show_tried(None)
        self.result.show_taken(None)
        self.refresh()
        self.file.drop.reading(path.name)
        self._tasks.on_files(
            self, partial(self._actions.open, path), self._opened, self._not_opened
        )

    def forward(self) -> None:
        """Go on to the next step; the trial and the import begin by themselves."""
        if self.wizard.view().can_go:
            self.banner.hide()
            self.wizard.forward()
            self._arrive()

    def back(self) -> None:
        if self.wizard.view().can_go_back:
            self.banner.hide()
            self.wizard.back()
            self._arrive()

    def go(self, stop: Stop) -> None:
        """Go to a step, where that is possible."""
        self.banner.hide()
        if self.wizard.go(stop):
            self._arrive()
        else:
            self.refresh()

    def stop(self) -> None:
        """Stop what runs; nothing of it is kept."""
        if self._watcher is not None:
            self._watcher.stop()

    def carry_on(self, wizard: Wizard) -> None:
        """Show a list that was in hand on another page; what it ran was stopped there."""
        self.wizard = wizard
        if wizard.is_running:
            wizard.is_running = False
            wizard.back()
        self.trial.show_tried(wizard.tried)
        self.result.show_taken(wizard.taken)
        self.refresh()

    def _arrive(self) -> None:
        now = self.wizard.current
        if now is Stop.FILE and self.wizard.file is None:
            self.trial.show_tried(None)
            self.result.show_taken(None)
        elif now is Stop.TRIAL and self.wizard.tried is None:
            self.trial.show_tried(None)
            self._run(tr("正在逐行试读"), self.trial.running, self.wizard.try_out, self._tried)
        elif now is Stop.RESULT and self.wizard.taken is None:
            self._take_in(anew=False)
        self.refresh()
        self.begin()

    def _take_in(self, *, anew: bool) -> None:
        work = partial(self.wizard.take_in, anew=anew)
        self._run(tr("正在导入"), self.result.running, work, self._taken)

    def _again(self) -> None:
        self.result.show_taken(None)
        self.wizard.taken = None
        self._take_in(anew=True)
        self.refresh()

    def _run(
        self,
        what: str,
        card: RunningCard,
        work: Callable[[Watch], T],
        done: Callable[[T], None],
    ) -> None:
        """Do something that reads all rows, with its bar in sight."""
        self.wizard.is_running = True
        file = self.wizard.file
        card.begin(what, file.found.total if file else 0)
        self._watcher = Watcher(self, card.show_reached)

        def end() -> None:
            self.wizard.is_running = False
            self._watcher = None
            card.hide()

        def arrived(found: T) -> None:
            end()
            done(found)

        def failed(error: Exception) -> None:
            end()
            self._not_done(error)

        self._tasks.on_files(self, partial(work, self._watcher.watch), arrived, failed)

    def _opened(self, file: ListFile) -> None:
        self.wizard.opened(file)
        self._learn()
        self.refresh()
        if self.wizard.view().can_go:
            self.next_button.setFocus()
        else:
            self.begin()

    def _not_opened(self, error: Exception) -> None:
        self.refresh()
        self.banner.fail(error)

    def _tried(self, tried: Tried) -> None:
        self.wizard.tried = tried
        self.trial.show_tried(tried)
        self.refresh()
        self.begin()

    def _taken(self, taken: TakenIn) -> None:
        self.wizard.taken = taken
        self.result.show_taken(taken)
        self.refresh()
        self.begin()
        self.taken_in.emit()

    def _not_done(self, error: Exception) -> None:
        wizard = self.wizard
        unfinished = {Stop.TRIAL: wizard.tried is None, Stop.RESULT: wizard.taken is None}
        if unfinished.get(wizard.current):
            wizard.back()
        self.refresh()
        self.begin()
        if isinstance(error, StoppedError):
            self.banner.say(News.INFO, str(error))
        else:
            self.banner.fail(error)

    def _pick_kind(self, kind: str) -> None:
        self.wizard.set_kind(kind)
        self._learn()
        self.refresh()

    def _name_department(self, name: str) -> None:
        self.wizard.set_department(name)
        self._learn()
        self.refresh()

    def _learn(self) -> None:
        """Ask what the department's earlier list taught, unless the person goes on meanwhile."""
        wizard = self.wizard
        if not wizard.kind:
            return
        whose, columns = (wizard.department, wizard.kind), wizard.columns

        def understood(known: dict[str, str]) -> None:
            asked = whose == (wizard.department, wizard.kind) and columns is wizard.columns
            if known and asked and not wizard.is_running:
                wizard.learn(known)
                self.refresh()

        work = partial(self._actions.learned, *whose)
        self._tasks.on_database(self, lambda: dict(work()), understood, self.banner.fail)

    def _date(self, day: date) -> None:
        self.wizard.set_as_of(day)
        self.refresh()

    def _save_refused(self) -> None:
        """Ask where the rows to send back go; nothing blocks meanwhile."""
        place = str(self.wizard.place_for_refused())
        ask_where(self, tr("保存退回件"), place, self.save_refused, tr("表格 (*.xlsx)"))

    def save_refused(self, path: Path) -> None:
        """Write the rows to send back to a file."""
        work = partial(self.wizard.save_refused, path)
        self._run(tr("正在写退回件"), self.result.running, work, self._saved)
        self.refresh()

    def _saved(self, saved: Saved) -> None:
        self.refresh()
        self.banner.say(
            News.SUCCESS,
            tr(
                "{rows:,} 行已写到 {name}，可以发还部门改正。",
                rows=saved.rows,
                name=saved.path.name,
            ),
        )

    def _lay_out(self) -> None:
        px = look.current().px
        for page in self._pages.values():
            self._stack.addWidget(page)
        foot = QHBoxLayout()
        foot.setSpacing(px(Gap.MEDIUM))
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(Gap.MEDIUM))
        column.addWidget(self.rail)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.rail.asked.connect(lambda name: self.go(Stop[name]))
        self.file.drop.chosen.connect(self.open)
        self.file.kind_picked.connect(self._pick_kind)
        self.file.department_named.connect(self._name_department)
        self.file.dated.connect(self._date)
        self.columns.assigned.connect(self._assign)
        for running in (self.trial.running, self.result.running):
            running.stopped.connect(self.stop)
        self.result.opened.connect(self.opened)
        self.result.claim.clicked.connect(self.claiming)
        self.result.save.clicked.connect(self._save_refused)
        self.result.again.clicked.connect(self._again)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.forward)

    def _assign(self, heading: str, field: str) -> None:
        self.wizard.assign(heading, field)
        self.refresh()


def _face(view: StopView) -> StepFace:
    state = StepState.DONE if view.done else StepState.WAITING
    if view.attention:
        state = StepState.ATTENTION
    if view.locked and not view.done:
        state = StepState.LOCKED
    return StepFace(view.stop.name, view.stop.value, state, view.note)
