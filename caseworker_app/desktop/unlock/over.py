"""The door of a laptop whose lease is over: what is on it can still go to the office."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseworker_app.desktop.delivery.presenter import DeliveryActions, outcome, progress_view
from caseworker_app.desktop.delivery.stick_bar import StickBar
from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.banner import News
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.workflow.delivery import Delivered, Progress


class OverPart(QWidget):
    """Delivers by line or stick; after what may have renewed the lease one tries to open again."""

    heard = Signal()
    """The office answered."""
    _progressed = Signal(object)

    def __init__(self, actions: DeliveryActions, tasks: Tasks) -> None:
        super().__init__()
        self._actions, self._tasks = actions, tasks
        self.deliver_button = Button(tr("送达并续期"), icon="send", key="Ctrl+D")
        self.stick = StickBar(actions, tasks, narrow=True)
        self.said = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.current().px(Gap.MEDIUM))
        for part in (self.deliver_button, self.said, self.stick):
            column.addWidget(part)
        self.said.hide()
        self.deliver_button.clicked.connect(self.deliver)
        self._progressed.connect(self._progress)
        self.stick.progressed.connect(self._progress)
        self.stick.told.connect(self._tell)
        self.stick.taken.connect(self.heard)

    def deliver(self) -> None:
        """Deliver what waits; the office's answer may renew the lease."""
        self.setEnabled(False)
        self._tasks.on_network(
            self,
            partial(self._actions.deliver, self._progressed.emit),
            self._delivered,
            self._failed,
        )

    def _delivered(self, delivered: Delivered) -> None:
        self.setEnabled(True)
        self._tell(News.SUCCESS, outcome(delivered))
        self.heard.emit()

    def _failed(self, error: Exception) -> None:
        self.setEnabled(True)
        self._tell(News.ERROR, sentence(error))

    def _progress(self, progress: Progress) -> None:
        self._say(progress_view(progress).text, Tone.GREY)

    def _tell(self, news: News, text: str) -> None:
        self._say(text, news.value[0])

    def _say(self, text: str, tone: Tone) -> None:
        self.said.setText(text)
        self.said.set_tone(tone)
        self.said.show()
