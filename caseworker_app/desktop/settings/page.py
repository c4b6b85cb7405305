"""The settings: two columns of cards, one where letters are large."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.settings import presenter
from caseworker_app.desktop.settings.facts_cards import AboutCard, OfficeCard, RulesCard
from caseworker_app.desktop.settings.licence_dialog import LicenceDialog
from caseworker_app.desktop.settings.look_card import LookCard
from caseworker_app.desktop.settings.passphrase_card import PassphraseCard
from caseworker_app.desktop.settings.presenter import Facts, SettingsActions
from caseworker_app.desktop.settings.trial_bar import TrialBar
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.banner import Banner, News
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.header import Header
from caseworker_app.desktop.widgets.scroll import Scroll

_ROOM_BESIDE = 900
"""Width at scale 1 from which two columns stand side by side."""


class SettingsPage(QWidget):
    closed = Signal()
    """The person goes back to where they came from."""

    def __init__(self, tasks: Tasks, actions: SettingsActions) -> None:
        super().__init__()
        self._tasks, self._actions = tasks, actions
        self._facts: Facts | None = None
        self.header = Header(tr("设置"), tr("改动随时保存在本机"))
        self.leave = Button(tr("返回"), Kind.QUIET, icon="arrow_left", key="Ctrl+W")
        self.header.add(self.leave)
        self.banner = Banner()
        self.trial = TrialBar()
        self.look = LookCard(actions)
        self.passphrase = PassphraseCard(tasks, actions)
        self.office = OfficeCard()
        self.rules = RulesCard()
        self.about = AboutCard(practice=actions.practice is not None)
        self._arrange()
        self._connect()
        self.show_trial(actions.seconds_left())

    def shown(self) -> None:
        """Read the facts anew; the window calls it each time the page is shown."""
        self._tasks.on_database(self, self._actions.facts, self._show_facts, self.banner.fail)
        if self._actions.seconds_left():
            self.trial.begin()
        else:
            self.look.begin()

    def asks(self) -> bool:
        """Whether a question has the focus, and keeps it."""
        return bool(self._actions.seconds_left())

    def show_trial(self, seconds: int) -> None:
        """Ask whether the size on trial is kept, or stop asking."""
        sentence = presenter.trial_sentence(self._actions.now(), seconds) if seconds else ""
        self.trial.say(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = self.rect().width() < look.current().px(_ROOM_BESIDE)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.TopToBottom if below else way.LeftToRight)

    def _arrange(self) -> None:
        px = look.current().px
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(px(Gap.LARGE))
        for cards in ((self.look, self.office, self.about), (self.passphrase, self.rules)):
            half = QVBoxLayout()
            half.setSpacing(px(Gap.LARGE))
            for card in cards:
                half.addWidget(card)
            half.addStretch()
            self._columns.addLayout(half, 1)
        scroll = Scroll()
        scroll.body.addLayout(self._columns)
        scroll.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(Gap.WIDE), px(20), px(Gap.WIDE), px(Gap.LARGE))
        column.setSpacing(px(Gap.MEDIUM))
        for widget in (self.header, self.banner, self.trial):
            column.addWidget(widget)
        column.addWidget(scroll, 1)

    def _connect(self) -> None:
        self.leave.clicked.connect(self.closed)
        self.trial.kept.connect(self._keep)
        self.trial.taken_back.connect(self._actions.take_back)
        self.about.folder.clicked.connect(self._open_folder)
        self.about.licences.clicked.connect(self._read_licences)
        self.about.tour.clicked.connect(self._actions.tour)
        if self._actions.practice is not None:
            self.about.practice.clicked.connect(self._actions.practice)

    def _keep(self) -> None:
        self._actions.keep()
        self.show_trial(0)
        self.look.begin()

    def _show_facts(self, facts: Facts) -> None:
        self._facts = facts
        self.office.show_facts(facts)
        self.rules.show_facts(facts)
        self.about.show_facts(facts)

    def _open_folder(self) -> None:
        if self._facts is None:
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(self._facts.folder)):
            self.banner.say(
                News.WARNING,
                tr("没有能打开文件夹的程序。位置：{folder}", folder=self._facts.folder),
            )

    def _read_licences(self) -> None:
        self._tasks.on_database(
            self,
            self._actions.licences,
            lambda found: LicenceDialog(self, found).open(),
            self.banner.fail,
        )
