"""How it looks and when it locks: choices that take effect at once."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from caseworker_app.desktop.catalogue import LANGUAGES
from caseworker_app.desktop.settings import presenter
from caseworker_app.desktop.settings.presenter import SettingsActions
from caseworker_app.desktop.theme.tokens import Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.choice import Choice
from caseworker_app.desktop.widgets.label import Label

_PLAIN, _LARGE = "plain", "large"


class LookCard(Card):
    def __init__(self, actions: SettingsActions) -> None:
        super().__init__(tr("显示和锁定"))
        self._actions = actions
        now = actions.now()
        self.appearance = Choice(presenter.APPEARANCES, now.appearance)
        self.version = Choice(
            ((_PLAIN, tr("标准版")), (_LARGE, tr("长辈版"))), _LARGE if now.large_type else _PLAIN
        )
        self.scale = Choice(presenter.scales(now.large_type), str(presenter.shown_scale(now)))
        self.minutes = Choice(presenter.minutes(now.lock_minutes), str(now.lock_minutes))
        self._put(tr("外观"), self.appearance)
        self._put(tr("版式"), self.version, tr("长辈版：字大、色深、一屏少些内容，图标都带文字"))
        self._put(tr("大小"), self.scale, tr("选了马上看到效果，不合适可以还原"))
        self.language = Choice(tuple(LANGUAGES.items()), now.language)
        self._put(
            tr("界面语言 Language"), self.language, tr("下次打开时生效；表格、通知书始终用中文")
        )
        self._put(
            tr("多久没有操作就锁定"), self.minutes, tr("合上盖子、休眠时也会锁定；Ctrl+L 随时锁定")
        )
        self.appearance.picked.connect(self._appearance)
        self.version.picked.connect(self._version)
        self.scale.picked.connect(self._scale)
        self.language.picked.connect(self._language)
        self.minutes.picked.connect(self._minutes)

    def begin(self) -> None:
        self.appearance.setFocus()

    def _put(self, name: str, choice: QWidget, hint: str = "") -> None:
        choice.setAccessibleName(name)
        self.add(Label(name, Text.SMALL, Shade.SECOND))
        self.add(choice)
        if hint:
            self.add(Label(hint, Text.SMALL, Shade.THIRD, wrap=True))

    def _appearance(self, code: str) -> None:
        self._actions.put(replace(self._actions.now(), appearance=code))

    def _version(self, code: str) -> None:
        now = self._actions.now()
        self._actions.try_look(replace(now, large_type=code == _LARGE))

    def _scale(self, code: str) -> None:
        self._actions.try_look(replace(self._actions.now(), scale=int(code)))

    def _language(self, code: str) -> None:
        self._actions.put(replace(self._actions.now(), language=code))

    def _minutes(self, code: str) -> None:
        self._actions.put(replace(self._actions.now(), lock_minutes=int(code)))
