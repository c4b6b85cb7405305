"""The door: one field for the passphrase; on the first run, what sets the laptop up."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.unlock.presenter import UnlockActions, waiting_sentence
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.errors import LeaseOverError

if TYPE_CHECKING:
    from caseworker_app.desktop.unlock.over import OverPart

_WIDTH = 400
_SECOND_MS = 1000


def centred(card: QWidget, page: QWidget, width: int) -> None:
    """Put a card of a width (at scale 1) into the middle of a page."""
    now = look.current()
    card.setFixedWidth(now.px(width))
    scroll = Scroll()
    row = QHBoxLayout()
    row.addStretch()
    row.addWidget(card)
    row.addStretch()
    scroll.body.addStretch(2)
    scroll.body.addLayout(row)
    scroll.body.addStretch(3)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, now.px(Gap.SMALL), 0, now.px(Gap.SMALL))
    column.addWidget(scroll)


def practice_button(asked: SignalInstance) -> Button:
    """Return the way from the door to practice; hidden until there is a place to practise."""
    made = Button(tr("练习：用虚构的乡镇试一试"), Kind.QUIET, icon="hat_graduation", key="Alt+L")
    made.clicked.connect(asked)
    made.hide()
    return made


class UnlockPage(QWidget):
    opened = Signal(object)
    """What ``UnlockActions.unlock`` returned."""
    practice_asked = Signal()

    def __init__(self, tasks: Tasks, actions: UnlockActions, told: str = "") -> None:
        super().__init__()
        self._tasks, self._actions = tasks, actions
        self._left = 0
        self.over: OverPart | None = None
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.field = Field(tr("口令"), self.passphrase, hint=" ")
        self.enter = Button(tr("打开"), Kind.PRIMARY)
        self.enter.setToolTip("Enter")
        card = Card()
        card.body.setContentsMargins(*[look.current().px(28)] * 4)
        card.body.setSpacing(look.current().px(Gap.LARGE))
        card.add(Label(tr("低保复核"), Text.TITLE))
        card.add(
            Label(tr("数据已加密保存在本机，请输入口令打开。"), Text.BODY, Shade.SECOND, wrap=True)
        )
        if told:
            card.add(Label(told, Text.BODY, wrap=True))
        card.add(self.field)
        card.add(self.enter)
        self._card = card
        self.practise = practice_button(self.practice_asked)
        card.add(self.practise)
        centred(card, self, _WIDTH)
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self._tick)
        self.passphrase.returnPressed.connect(self._try)
        self.enter.clicked.connect(self._try)
        self._tasks.on_database(self, actions.waiting, self._wait, self._fail)

    def shown(self) -> None:
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self) -> None:
        text = self.passphrase.text()
        if not text or self._left or not self.enter.isEnabled():
            return
        self._busy(busy=True)
        self._tasks.on_database(self, partial(self._actions.unlock, text), self._open, self._refuse)

    def _open(self, opened: object) -> None:
        self.passphrase.clear()
        self._busy(busy=False)
        self.opened.emit(opened)

    def _refuse(self, error: Exception) -> None:
        self._fail(error)
        if isinstance(error, LeaseOverError):
            self._offer_delivery(self.passphrase.text())
        self.passphrase.selectAll()
        self._tasks.on_database(self, self._actions.waiting, self._wait, self._fail)

    def _fail(self, error: Exception) -> None:
        self._busy(busy=False)
        self.field.set_error(sentence(error))
        self.passphrase.setFocus()

    def _offer_delivery(self, passphrase: str) -> None:
        """Show what is left where the lease is over; once it is renewed the desk opens."""
        if self._actions.to_deliver is None or self.over is not None:
            return
        from caseworker_app.desktop.unlock.over import OverPart  # noqa: PLC0415  # loads the store

        self.over = OverPart(self._actions.to_deliver(passphrase), self._tasks)
        self.over.heard.connect(self._try)
        self._card.add(self.over)

    def _wait(self, seconds: int) -> None:
        self._left = seconds
        if seconds > 0:
            self._second.start()
            self._show_wait()

    def _tick(self) -> None:
        self._left = max(0, self._left - 1)
        self._show_wait()

    def _show_wait(self) -> None:
        self.field.set_error(waiting_sentence(self._left))
        self.enter.setEnabled(not self._left)
        if not self._left:
            self._second.stop()
            self.passphrase.setFocus()

    def _busy(self, *, busy: bool) -> None:
        self.enter.setEnabled(not busy and not self._left)
        self.enter.setText(tr("正在打开") if busy else tr("打开"))
        self.passphrase.setReadOnly(busy)
        self.practise.setEnabled(not busy)
