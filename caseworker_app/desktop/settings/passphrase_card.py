"""A new passphrase: the old one asked, the new one twice, its strength told while it is typed."""

from functools import partial

from PySide6.QtWidgets import QLineEdit

from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.settings.presenter import SettingsActions, faults
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme.tokens import Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.unlock.strength import strength
from caseworker_app.desktop.widgets.banner import Banner, News
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.label import Label

_NAMES = {"old": tr("现在的口令"), "new": tr("新口令"), "again": tr("再输入一次新口令")}
_ADVICE = tr("一句只有您记得的话最好；不要用生日、电话")


class PassphraseCard(Card):
    def __init__(self, tasks: Tasks, actions: SettingsActions) -> None:
        super().__init__(tr("更改口令"))
        self._tasks, self._actions = tasks, actions
        self.lines = {name: QLineEdit() for name in _NAMES}
        self.fields = {name: Field(word, self.lines[name]) for name, word in _NAMES.items()}
        self.fields["new"].set_hint(_ADVICE)
        for line in self.lines.values():
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.returnPressed.connect(self._change)
        self.strength = Label("", Text.SMALL, Shade.SECOND)
        self.banner = Banner()
        self.change = Button(tr("更改口令"), icon="key", key="Ctrl+Return")
        self.add(self.banner)
        for name, field in self.fields.items():
            self.add(field)
            if name == "new":
                self.add(self.strength)
        self.add(self.change)
        self.lines["new"].textChanged.connect(self._tell_strength)
        self.change.clicked.connect(self._change)
        self.strength.hide()

    def _tell_strength(self, text: str) -> None:
        found = strength(text)
        self.strength.setText(found.word)
        self.strength.set_tone(found.tone)
        self.strength.setVisible(bool(found.word))

    def _change(self) -> None:
        texts = {name: line.text() for name, line in self.lines.items()}
        wrong = faults(texts["old"], texts["new"], texts["again"])
        for name, field in self.fields.items():
            field.set_error(wrong.get(name, ""))
        if wrong:
            self.lines[next(iter(wrong))].setFocus()
            return
        self._busy(busy=True)
        work = partial(self._actions.change_passphrase, texts["old"], texts["new"])
        self._tasks.on_database(self, work, self._done, self._fail)

    def _done(self, _none: None) -> None:
        self._busy(busy=False)
        for line in self.lines.values():
            line.clear()
        self.banner.say(News.SUCCESS, tr("口令已更改，下次打开请用新口令。"))

    def _fail(self, error: Exception) -> None:
        self._busy(busy=False)
        self.fields["old"].set_error(sentence(error))
        self.lines["old"].setFocus()
        self.lines["old"].selectAll()

    def _busy(self, *, busy: bool) -> None:
        self.change.setEnabled(not busy)
        self.change.setText(tr("正在更改") if busy else tr("更改口令"))
