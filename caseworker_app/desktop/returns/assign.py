"""Where a person says what a page is: the household, then one of its papers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem

from caseworker_app.desktop.returns.presenter import Home, ReturnsPresenter
from caseworker_app.desktop.step.editors import Pick
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.search_box import SearchBox

_KEY = Qt.ItemDataRole.UserRole
_WAIT_MS = 120
_HIGH = 132


class AssignCard(Card):
    """Typing finds, ↓ goes to what was found, Ctrl+Enter files."""

    typed = Signal(str)
    at_home = Signal(str)
    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        px = look.current().px
        self.title = Label("", Text.STRONG, wrap=True)
        self.search = SearchBox(tr("姓名、拼音首字母、身份号码后几位、证号或地址"))
        self.homes = QListWidget()
        self.homes.setAccessibleName(tr("找到的户"))
        self.homes.setFont(look.current().font(Text.BODY))
        self.homes.setMinimumHeight(px(_HIGH))
        self.homes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.homes.setWordWrap(True)
        self.form = Pick(tr("哪份文书"), ())
        self._which = Field(tr("哪份文书"), self.form)
        self._which.hide()
        self.file = Button(tr("归档"), Kind.PRIMARY, icon="save", key="Ctrl+Return")
        self.away = Button(tr("不属于任何文书…"), Kind.QUIET, key="Ctrl+Delete")
        self._typing = QTimer(self, singleShot=True, interval=_WAIT_MS)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(Gap.SMALL))
        buttons.addWidget(self.away)
        buttons.addStretch()
        buttons.addWidget(self.file)
        self.add(self.title)
        self.add(Field(tr("哪一户"), self.search))
        self.add(self.homes, 1)
        self.add(self._which)
        self.body.addLayout(buttons)
        self.search.textChanged.connect(lambda _text: self._retype())
        self.search.left.connect(self._down)
        self._typing.timeout.connect(lambda: self.typed.emit(self.search.text()))
        self.homes.currentItemChanged.connect(lambda now, _before: self._home(now))
        self.form.picked.connect(lambda _code: self.picked.emit(self.form.currentIndex()))

    def offer_homes(self, homes: Sequence[Home]) -> None:
        """Show what was found."""
        self.homes.blockSignals(True)
        self.homes.clear()
        for home in homes:
            item = QListWidgetItem(home.text)
            item.setData(_KEY, home.id)
            self.homes.addItem(item)
        self.homes.blockSignals(False)
        if len(homes) == 1:
            self.homes.setCurrentRow(0)
        else:
            self.at_home.emit("")

    def offer_forms(self, presenter: ReturnsPresenter) -> None:
        """Show what can come back from the household."""
        self.form.clear()
        for at, choice in enumerate(presenter.choices):
            self.form.addItem(presenter.words(choice), str(at))
        self._which.setVisible(bool(presenter.choices))

    def home(self) -> str:
        """Return the household chosen now, or ""."""
        return str(self.homes.currentItem().data(_KEY)) if self.homes.currentRow() >= 0 else ""

    def _retype(self) -> None:
        """Look for what is typed now; the household chosen before is not meant any more."""
        self.homes.setCurrentRow(-1)
        self.at_home.emit("")
        self._typing.start()

    def _home(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.at_home.emit(str(item.data(_KEY)))

    def _down(self) -> None:
        self.homes.setFocus()
        if self.homes.currentRow() < 0:
            self.homes.setCurrentRow(0)
