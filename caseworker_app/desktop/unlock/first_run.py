"""The first run: a passphrase twice, then the office's slip or work alone."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.unlock.page import centred, practice_button
from caseworker_app.desktop.unlock.presenter import SHORTEST, FirstRun, UnlockActions, faults
from caseworker_app.desktop.unlock.strength import strength
from caseworker_app.desktop.widgets.banner import Banner
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.choice import Choice
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.label import Label

_WIDTH = 480
_ENROL, _ALONE = "enrol", "alone"


class FirstRunPage(QWidget):
    opened = Signal(object)
    """What ``UnlockActions.create`` returned."""
    practice_asked = Signal()

    def __init__(self, tasks: Tasks, actions: UnlockActions) -> None:
        super().__init__()
        self._tasks, self._actions = tasks, actions
        self.banner = Banner()
        self.way = Choice([(_ENROL, tr("用登记单接入办公室")), (_ALONE, tr("先单机使用"))], _ENROL)
        self.slip = QPlainTextEdit()
        self.slip.setTabChangesFocus(True)
        self.slip.setFixedHeight(look.current().px(84))
        self._lines = {
            name: QLineEdit() for name in ("passphrase", "again", "name", "unit", "server")
        }
        for name in ("passphrase", "again"):
            self._lines[name].setEchoMode(QLineEdit.EchoMode.Password)
        self._lines["server"].setPlaceholderText("https://")
        self.fields = {
            "passphrase": Field(
                tr("设置口令"), self._lines["passphrase"], hint=_ADVICE, required=True
            ),
            "again": Field(tr("再输入一次"), self._lines["again"], required=True),
            "server": Field(tr("服务器地址"), self._lines["server"], required=True),
            "slip": Field(
                tr("登记单"), self.slip, hint=tr("把登记单上的文字整段粘贴进来"), required=True
            ),
            "name": Field(tr("姓名"), self._lines["name"], required=True),
            "unit": Field(tr("单位"), self._lines["unit"], required=True),
        }
        self.practise = practice_button(self.practice_asked)
        self.start = Button(tr("开始使用"), Kind.PRIMARY, key="Ctrl+Return")
        self._arrange()
        self._lines["passphrase"].textChanged.connect(self._tell_strength)
        self.way.picked.connect(self._show_way)
        self.start.clicked.connect(self._create)
        self._show_way(_ENROL)

    def shown(self) -> None:
        self._lines["passphrase"].setFocus()

    def asked(self) -> FirstRun:
        """Return what is filled in now."""
        line = {name: edit.text() for name, edit in self._lines.items()}
        alone = self.way.code() == _ALONE
        return FirstRun(alone=alone, slip=self.slip.toPlainText(), **line)

    def _arrange(self) -> None:
        px = look.current().px
        card = Card()
        card.body.setContentsMargins(*[px(28)] * 4)
        card.body.setSpacing(px(Gap.MEDIUM))
        card.add(Label(tr("第一次使用"), Text.TITLE))
        card.add(Label(_WELCOME, Text.BODY, Shade.SECOND, wrap=True))
        card.add(self.banner)
        for name in ("passphrase", "again"):
            card.add(self.fields[name])
        card.add(self.way)
        column = QVBoxLayout()
        column.setSpacing(px(Gap.MEDIUM))
        for name in ("server", "slip", "name", "unit"):
            column.addWidget(self.fields[name])
        card.body.addLayout(column)
        card.body.addSpacing(px(Gap.TINY))
        card.add(self.start)
        card.add(self.practise)
        centred(card, self, _WIDTH)

    def _tell_strength(self, text: str) -> None:
        found = strength(text)
        self.fields["passphrase"].set_hint(found.word or _ADVICE)

    def _show_way(self, way: str) -> None:
        for name in ("server", "slip"):
            self.fields[name].setVisible(way == _ENROL)
        for name in ("name", "unit"):
            self.fields[name].setVisible(way == _ALONE)

    def _create(self) -> None:
        asked = self.asked()
        wrong = faults(asked)
        for name, field in self.fields.items():
            field.set_error(wrong.get(name, ""))
        if wrong:
            self.fields[next(iter(wrong))].editor.setFocus()
            return
        self._busy(busy=True)
        self._tasks.on_database(self, partial(self._actions.create, asked), self._open, self._fail)

    def _open(self, opened: object) -> None:
        self._busy(busy=False)
        for edit in self._lines.values():
            edit.clear()
        self.opened.emit(opened)

    def _fail(self, error: Exception) -> None:
        self._busy(busy=False)
        self.banner.fail(error)

    def _busy(self, *, busy: bool) -> None:
        self.start.setEnabled(not busy)
        self.start.setText(tr("正在设置") if busy else tr("开始使用"))
        self.practise.setEnabled(not busy)


_WELCOME = tr("所有数据加密保存在本机。口令只有您知道，忘记后只能由办公室用恢复密钥打开。")
_ADVICE = tr("至少 {SHORTEST} 个字符，可以是一句只有您记得的话", SHORTEST=SHORTEST)
