"""A paper being written: its fields at the left, how it will look at the right."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.papers.draft import DraftPresenter
from caseworker_app.desktop.papers.field import EntryField
from caseworker_app.desktop.papers.known_card import KnownCard
from caseworker_app.desktop.papers.presenter import PaperActions
from caseworker_app.desktop.papers.side import Sides
from caseworker_app.desktop.printing.preview import Preview
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.banner import Banner, News
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.choice import ManyChoice
from caseworker_app.desktop.widgets.dialogs import Question, ask
from caseworker_app.desktop.widgets.header import Header
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.model.values import Json
from caseworker_app.workflow.papers import Draft, Issued

T = TypeVar("T")

_IDLE_MS = 1500
"""What is being typed is saved when the person pauses this long, or leaves the field."""
_CALM_MS = 500
"""How long after a change the paper is drawn anew."""
_LARGE = "large"
_ISSUE = Question(
    tr("出具这份文书？"),
    tr("出具后编号入账，内容不能再改。写错了只能作废，重新办理一份。"),
    confirm=tr("出具"),
    cancel=tr("再看看"),
)


class DraftEditor(QWidget):
    """F8 goes to what is missing, Ctrl+Enter issues, Ctrl+W goes back; each field is kept."""

    closed = Signal()
    issued = Signal(object)
    """The paper it became."""
    drop_asked = Signal()

    def __init__(self, tasks: Tasks, actions: PaperActions, draft: Draft, basis: str) -> None:
        super().__init__()
        self._tasks, self._actions = tasks, actions
        self.presenter = DraftPresenter(draft, basis)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._is_gone = False
        view = self.presenter.view()
        self.header = Header(view.title, view.line)
        self.large = ManyChoice([(_LARGE, tr("大字版"))])
        self.drop_button = Button(tr("丢弃草稿…"), Kind.QUIET, key="Ctrl+Delete")
        self.leave = Button(tr("回到文书"), Kind.QUIET, icon="arrow_left", key="Ctrl+W")
        self.banner = Banner()
        today = actions.today()
        self.fields = {one.entry.name: EntryField(one, today) for one in view.fields}
        self._against = Card(tr("还不能出具"))
        self._reasons = Label("", wrap=True)
        self._cautions = Card(tr("先看一看"))
        self._doubts = Label("", wrap=True)
        self._doubts.set_tone(Tone.ORANGE)
        self._write = Card(tr("要填写的"))
        self.known = KnownCard()
        self.hint = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self.jump_button = Button(tr("去填"), Kind.QUIET, key="F8")
        self.issue_button = Button(tr("出具"), Kind.PRIMARY, icon="checkmark", key="Ctrl+Return")
        self._scroll = Scroll()
        self.preview = Preview(tasks, actions, self._fail)
        self._sides = Sides(self, self._scroll, self.preview)
        self._lay_out()
        self._connect()
        self.refresh()
        self._draw()

    @property
    def draft_id(self) -> str:
        return self.presenter.draft.id

    def refresh(self) -> None:
        view = self.presenter.view()
        for one in view.fields:
            self.fields[one.entry.name].show_view(one)
        self.known.show_known(view.known)
        self._reasons.setText("\n".join(view.against))
        self._against.setVisible(bool(view.against))
        self._doubts.setText("\n".join(view.cautions))
        self._cautions.setVisible(bool(view.cautions))
        self._write.setVisible(bool(view.fields))
        self.large.set_codes([_LARGE] if view.is_large else ())
        self.hint.setText(view.hint)
        self.jump_button.setVisible(bool(view.first))

    def begin(self) -> None:
        """Put the cursor into the first field something is missing in, else the first one."""
        view = self.presenter.view()
        first = self.fields.get(view.first) or next(iter(self.fields.values()), None)
        if first is not None:
            first.begin()
        else:
            self.issue_button.setFocus()

    def commit(self) -> None:
        """Keep what is being typed."""
        self._idle.stop()
        if self._is_gone:
            return
        for field in self.fields.values():
            field.take()

    def trouble(self) -> str:
        """Return why what was typed could not be kept, or ""."""
        return self.presenter.failed

    def issue(self) -> None:
        """Keep all, look what is missing, and ask once more."""
        self.commit()
        draft_id = self.draft_id
        self.issue_button.setEnabled(False)
        self._do(lambda: self._actions.resume(draft_id), self._ask_issue)

    def forget(self) -> None:
        """Keep nothing of it from now on: it is thrown away."""
        self._is_gone = True

    def jump(self) -> None:
        """Go to the first field something is missing in or wrong with."""
        self.presenter.tried()
        self.refresh()
        self.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sides.resized()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.commit()

    def _give(self, name: str, value: Json) -> None:
        if self._is_gone:
            return
        draft_id = self.draft_id
        self._tasks.on_database(
            self,
            lambda: self._actions.write(draft_id, name, value),
            lambda draft: self._kept(draft, name),
            lambda error: self._not_kept(name, error),
        )

    def _kept(self, draft: Draft, name: str = "") -> None:
        if name:
            self.fields[name].kept()
        if self.presenter.failed and all(field.is_kept for field in self.fields.values()):
            self.presenter.failed = ""
            self.banner.hide()
        self.presenter.told(draft)
        self.refresh()
        self._calm.start()

    def _not_kept(self, name: str, error: Exception) -> None:
        self.fields[name].not_kept()
        self.presenter.failed = sentence(error)
        self.banner.fail(error, tr("再存一次"), "F5")

    def _enlarge(self, codes: tuple[str, ...]) -> None:
        draft_id, on = self.draft_id, _LARGE in codes
        self._do(lambda: self._actions.enlarge(draft_id, on), self._kept)

    def _ask_issue(self, draft: Draft) -> None:
        self.issue_button.setEnabled(True)
        if self.trouble():
            return  # it would be issued with less than stands on the screen
        self.presenter.told(draft)
        self.presenter.tried()
        self.refresh()
        view = self.presenter.view()
        if view.can_issue:
            ask(self, _ISSUE, lambda _reason: self._issue())
        elif view.first:
            self.fields[view.first].begin()
        else:
            self.banner.say(News.WARNING, "".join(view.against))

    def _issue(self) -> None:
        self.commit()
        draft_id = self.draft_id
        self.issue_button.setEnabled(False)
        self._do(lambda: self._actions.issue(draft_id), self._issued)

    def _issued(self, issued: Issued) -> None:
        self._is_gone = True
        self.issued.emit(issued)

    def _draw(self) -> None:
        draft_id = self.draft_id
        self.preview.show_pdf(draft_id, lambda: self._actions.preview(draft_id))

    def _do(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._tasks.on_database(self, work, done, self._fail)

    def _fail(self, error: Exception) -> None:
        self.issue_button.setEnabled(True)
        self.banner.fail(error)

    def _lay_out(self) -> None:
        px = look.current().px
        for part in (self._sides.button, self.large, self.drop_button, self.leave):
            self.header.add(part)
        self._against.add(self._reasons)
        for field in self.fields.values():
            self._write.add(field)
        self._cautions.add(self._doubts)
        for card in (self._against, self._cautions, self._write, self.known):
            self._scroll.body.addWidget(card)
        self._scroll.body.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(px(Gap.MEDIUM))
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.jump_button)
        foot.addWidget(self.issue_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(Gap.WIDE), px(Gap.LARGE), px(Gap.WIDE), px(Gap.LARGE))
        column.setSpacing(px(Gap.MEDIUM))
        column.addWidget(self.header)
        column.addWidget(self.banner)
        column.addLayout(self._sides.row, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        for field in self.fields.values():
            field.given.connect(self._give)
            field.touched.connect(self._idle.start)
        self._idle.timeout.connect(self.commit)
        self._calm.timeout.connect(self._draw)
        self.large.picked.connect(self._enlarge)
        self.drop_button.clicked.connect(self.drop_asked)
        self.leave.clicked.connect(self.closed)
        self.jump_button.clicked.connect(self.jump)
        self.issue_button.clicked.connect(self.issue)
        self.banner.acted.connect(self.commit)
