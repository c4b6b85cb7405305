"""The frame of a visit: steps above, the step in the middle, the card at the side."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFontMetrics,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.checks.page import ChecksPage
from caseworker_app.desktop.checks.presenter import ChecksPresenter
from caseworker_app.desktop.comparison.page import ComparisonPage
from caseworker_app.desktop.comparison.presenter import ComparisonPresenter
from caseworker_app.desktop.delivery.page import DeliveryPage
from caseworker_app.desktop.delivery.presenter import DeliveryActions, DeliveryPresenter
from caseworker_app.desktop.determination.page import DeterminationPage
from caseworker_app.desktop.determination.presenter import DeterminationPresenter
from caseworker_app.desktop.evidence.desk import EvidenceDesk
from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.household.page import HouseholdPage
from caseworker_app.desktop.household.presenter import HouseholdPresenter
from caseworker_app.desktop.place import Return, VisitPlace, spot
from caseworker_app.desktop.signing.page import SigningPage
from caseworker_app.desktop.signing.presenter import SigningPresenter
from caseworker_app.desktop.step.actions import Changes, VisitActions
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.step.page import StepPage
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.visit.drafts import Drafts
from caseworker_app.desktop.visit.drop import pass_on
from caseworker_app.desktop.visit.evidence import EvidenceButton
from caseworker_app.desktop.visit.papers import PapersButton
from caseworker_app.desktop.visit.presenter import StepView, VisitPresenter
from caseworker_app.desktop.visit.side import SideCard
from caseworker_app.desktop.visit.undo import UndoBar
from caseworker_app.desktop.widgets.banner import Banner, News
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.chip import ChipRow
from caseworker_app.desktop.widgets.header import Header
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.room import Stack
from caseworker_app.desktop.widgets.scroll import is_low
from caseworker_app.desktop.widgets.soon import soon
from caseworker_app.desktop.widgets.steps import StepFace, StepRail, StepState
from caseworker_app.model.visit import Visit
from caseworker_app.workflow.dossier import Dossier
from caseworker_app.workflow.found import Findings
from caseworker_app.workflow.worklist import WorklistRow

_ROOMY = 1080
"""Width at scale 1 from which the card stands at the side."""
_IDLE_MS = 1500
"""What is being typed is saved when the person pauses this long, or leaves the field."""


class _Pages(dict[Step, StepPage]):
    """Pages by step, each built when it is first asked for."""

    def __init__(self, make: Callable[[Step], StepPage]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, step: Step) -> StepPage:
        self[step] = page = self._make(step)
        return page


class VisitPage(QWidget):
    """One visit from the first step to the last."""

    closed = Signal()
    """The person goes back to the list."""
    print_asked = Signal(str)
    """Number of the paper to be printed."""
    next_asked = Signal(str)
    """Id of the household one walks to next."""

    def __init__(
        self,
        visit: Visit,
        dossier: Dossier,
        tasks: Tasks,
        actions: VisitActions,
        delivery: DeliveryActions,
    ) -> None:
        super().__init__()
        self._tasks, self._actions = tasks, actions
        self.case = Case(visit, dossier, actions, self._save)
        self.evidence = EvidenceButton(self, self.case, tasks, actions)
        self._presenter = VisitPresenter(self.case)
        self._makers = self._how_to_make(delivery)
        self.pages = _Pages(self._make_page)
        view = self._presenter.view()
        self.header = Header(view.title, view.line)
        self.saved = Label("", Text.SMALL, Shade.SECOND)
        widest = QFontMetrics(self.saved.font()).horizontalAdvance(tr("已保存 00:00"))
        self.saved.setMinimumWidth(widest + look.current().px(Gap.TINY))
        self.saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._drafts = Drafts(self.case, tasks, actions, self)
        self.undo_bar = UndoBar(self.case, tasks, actions)
        self.leave = Button(tr("回到清单"), Kind.QUIET, icon="arrow_left", key="Ctrl+W")
        self.next_home = Button("", Kind.PLAIN, icon="arrow_right", key="Ctrl+N")
        self.next_home.hide()
        self.papers = PapersButton(self.case)
        self._next_id = ""
        self.running = ChipRow()
        self.rail = StepRail([_face(step, brief=True) for step in view.steps])
        self.banner = Banner()
        self.side = SideCard()
        self.brief = Label("", Text.STRONG, wrap=True)
        self.hint = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self.hint_button = Button(tr("去填"), Kind.QUIET, key="F8")
        self._there = ""
        self.back_button = Button(tr("上一步"), key="Alt+Left")
        self.next_button = Button("", Kind.PRIMARY, key="Ctrl+Return")
        self._stack = Stack()
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._lay_out()
        self._connect()
        self._show_step()

    def refresh(self) -> None:
        """Show what changed: the frame, and the step in sight."""
        self.pages[self._presenter.current].refresh()
        self._show_frame()
        self._idle.start()

    def look_again(self) -> None:
        """Take in what the office answered meanwhile."""
        if self.case.waits_for_answers:
            visit_id = self.case.visit.id
            self._tasks.on_database(
                self, lambda: self._actions.findings(visit_id), self._answered, self.banner.fail
            )

    def offer_next(self, row: WorklistRow | None) -> None:
        """Put the next household of the round one key away; None where none is left."""
        self._next_id = row.id if row else ""
        self.next_home.setText(tr("下一户：{head}", head=row.head) if row else "")
        self.next_home.setVisible(row is not None)

    def go(self, step: Step) -> None:
        """Go to a step."""
        self._presenter.go(step)
        self._show_step()

    def place(self) -> VisitPlace:
        """Return where in the visit the person is."""
        step = self._presenter.current
        return VisitPlace(self.case.visit.id, step, self.pages[step].where(), spot(self))

    def resume(self, place: VisitPlace) -> None:
        """Go to the step and the part of it where the person was."""
        self.go(Step(place.step))
        if self._presenter.current == place.step:
            self.pages[self._presenter.current].resume(place.where)
            Return(self, place.spot)

    def trouble(self) -> str:
        """Return why what was typed could not be saved, or ""."""
        return self._presenter.view().saving_failed

    def opened(self) -> tuple[Visit, Dossier, VisitActions]:
        """Return what another page for the same visit is made of."""
        return self.case.visit, self.case.dossier, self._actions

    def jump(self, place: str) -> None:
        """Go where a unit is written and put the focus there."""
        self._presenter.jump(place)
        self._show_step()
        self.pages[self._presenter.current].jump(place)

    def forward(self) -> None:
        """Go on: within the step, else to the next, else back to the list."""
        if self.pages[self._presenter.current].forward():
            self._show_frame()
        elif self._presenter.forward():
            self._show_step()
        elif self._presenter.current is Step.DELIVERY:
            self.close_visit()
        else:
            self.banner.say(News.WARNING, tr("先在签字一步封存，才能送达。"))

    def back(self) -> None:
        """Go back: within the step, else to the step before."""
        if self.pages[self._presenter.current].back():
            self._show_frame()
        elif self._presenter.back():
            self._show_step()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.evidence.hover(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.evidence.take(event)

    def close_visit(self) -> None:
        """Save what was typed and go back to the list."""
        self.case.commit()
        self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        soon(self, self._begin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._show_frame()

    def _is_narrow(self) -> bool:
        return self.rect().width() < look.current().px(_ROOMY)

    def _begin(self) -> None:
        if not self.pages[self._presenter.current].begin():
            self.next_button.setFocus()

    def _fit(self) -> None:
        """Put the side card into one line where large letters need the room."""
        beside = self._presenter.current is not Step.DELIVERY
        self.side.setVisible(beside and not self._is_narrow())
        self.brief.setVisible(beside and self._is_narrow())
        self.running.setVisible(not self._is_narrow())
        self.undo_bar.set_brief(brief=self._is_narrow())

    def _make_page(self, step: Step) -> StepPage:
        """Build a step's page when it is first gone to."""
        page = self._makers[step]()
        self._stack.addWidget(page)
        page.jump_asked.connect(self.jump)
        page.moved.connect(self._show_frame)
        page.moved.connect(lambda: pass_on(page))  # parts are built as one goes to them
        page.print_asked.connect(self.print_asked)
        self._tell_of(page)
        return page

    def _how_to_make(self, delivery: DeliveryActions) -> dict[Step, Callable[[], StepPage]]:
        case, tasks, actions = self.case, self._tasks, self._actions
        return {
            Step.HOUSEHOLD: lambda: HouseholdPage(HouseholdPresenter(case), tasks),
            Step.COMPARISON: lambda: ComparisonPage(ComparisonPresenter(case), tasks, actions),
            Step.CHECKS: lambda: ChecksPage(ChecksPresenter(case)),
            Step.DETERMINATION: lambda: DeterminationPage(DeterminationPresenter(case), tasks),
            Step.SIGNING: lambda: SigningPage(SigningPresenter(case), tasks, actions),
            Step.DELIVERY: lambda: DeliveryPage(DeliveryPresenter(delivery), tasks),
        }

    def _save(self, visit_id: str, changes: Changes) -> None:
        self._presenter.saving()
        self._tasks.on_database(
            self,
            lambda: self._actions.record(visit_id, changes),
            lambda _none: self._saved(),
            lambda error: self._not_saved(changes, error),
        )

    def _saved(self) -> None:
        self._presenter.saved()
        self.undo_bar.look()
        self._show_frame()

    def _not_saved(self, changes: Changes, error: Exception) -> None:
        self._presenter.not_saved(changes, sentence(error))
        self._show_frame()
        self.banner.fail(error, tr("再存一次"), "F5")

    def _show_step(self) -> None:
        page = self.pages[self._presenter.current]
        if not self._presenter.view().saving_failed:
            self.banner.hide()
        self.next_button.setFocus()
        self._stack.setCurrentWidget(page)
        pass_on(page)
        page.refresh()
        page.begin()
        if isinstance(page, DeliveryPage):
            page.shown()
        self._fit()
        self._show_frame()

    def _show_frame(self) -> None:
        view = self._presenter.view()
        self.header.title.setText(view.title)
        self.header.line.setText(view.line)
        self.running.set_faces(view.running)
        self.evidence.show_words(brief=self._is_narrow())
        word = tr("清单") if self._is_narrow() else tr("回到清单")
        self.leave.setText("" if is_low(self) else word)
        self.leave.setAccessibleName(tr("回到清单"))
        self.saved.setText(view.saved)
        if view.saving_failed:
            self.saved.set_tone(Tone.RED)
        else:
            self.saved.set_shade(Shade.SECOND)
        self.rail.set_faces([_face(step, brief=self._is_narrow()) for step in view.steps])
        self.rail.set_current(view.current.name)
        self.side.show_view(view.side)
        self.brief.setText(view.brief)
        self.hint.setText(view.hint)
        self._there = view.hint_place
        self.hint_button.setVisible(bool(view.hint))
        onward = self.pages[view.current].onward() or view.next
        if onward != self.next_button.text():
            self.next_button.setText(onward)
            self.next_button.setAccessibleName(onward)
            self.next_button.set_key("Ctrl+Return")
        self.back_button.setEnabled(view.current is not Step.HOUSEHOLD)

    def _lay_out(self) -> None:
        px = look.current().px
        told = self.running, self.saved
        acts = self.undo_bar, self.evidence, self.papers, self.next_home, self.leave
        for part in (*told, *acts):
            self.header.add(part)
        middle = QHBoxLayout()
        middle.setSpacing(px(Gap.LARGE))
        middle.addWidget(self._stack, 1)
        middle.addWidget(self.side)
        foot = QHBoxLayout()
        foot.setSpacing(px(Gap.MEDIUM))
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.hint_button)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(Gap.WIDE), px(Gap.LARGE), px(Gap.WIDE), px(Gap.LARGE))
        column.setSpacing(px(Gap.MEDIUM))
        for widget in (self.header, self.rail, self.banner, self.brief):
            column.addWidget(widget)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.case.watch(self.refresh)
        self._idle.timeout.connect(self.case.commit)
        self.undo_bar.turned.connect(self._turned)
        for failed in (self.undo_bar.failed, self._drafts.failed):
            failed.connect(lambda text: self.banner.say(News.ERROR, text))
        self.rail.asked.connect(lambda name: self.go(Step[name]))
        self.hint_button.clicked.connect(lambda: self.jump(self._there))
        self.leave.clicked.connect(self.close_visit)
        self.evidence.follow(lambda: self.pages[self._presenter.current])
        self._tell_of(self.evidence.desk)
        self.evidence.desk.changed.connect(self._show_frame)
        self.next_home.clicked.connect(lambda: self.next_asked.emit(self._next_id))
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.forward)
        self.banner.acted.connect(self._again)
        for keys in ("Alt+Right", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.forward).setContext(
                Qt.ShortcutContext.WidgetWithChildrenShortcut
            )

    def _tell_of(self, teller: StepPage | EvidenceDesk) -> None:
        teller.failed.connect(lambda text: self.banner.say(News.ERROR, text))
        teller.told.connect(lambda text: self.banner.say(News.SUCCESS, text))
        teller.warned.connect(lambda text: self.banner.say(News.WARNING, text))

    def _turned(self, place: str, sentence: str) -> None:
        self.jump(place)
        self.banner.say(News.SUCCESS, sentence)

    def _answered(self, fresh: Findings) -> None:
        waiting = {f.id for f in self.case.visit.found or () if f.answer is None}
        self.case.found(fresh)
        for fact in self.case.visit.found or ():
            if fact.answer and fact.id in waiting:
                self.banner.say(
                    News.SUCCESS,
                    tr("{value} 已答复：{text}", value=fact.value, text=fact.answer.text),
                )

    def _again(self) -> None:
        self.banner.hide()
        self.case.commit()


def _face(step: StepView, *, brief: bool) -> StepFace:
    state = StepState.DONE if step.done else StepState.WAITING
    if step.waits or step.locked:
        state = StepState.LOCKED if step.locked else StepState.ATTENTION
    return StepFace(step.step.name, step.zh, state, "" if brief else step.note)
