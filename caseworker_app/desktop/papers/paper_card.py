"""The card of the chosen paper: why it is wanted or what became of it, and what can be done."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from caseworker_app.desktop.papers.card import CardView
from caseworker_app.desktop.step.page import clear
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Size, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.chip import ChipRow
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.soon import soon

WIDTH = 300


class Facts(QWidget):
    """Names and values, one pair a line."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, str], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.current().px(Gap.MEDIUM))
        self._grid.setVerticalSpacing(look.current().px(Gap.TINY))
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        if facts == self._shown:
            return
        self._shown = facts
        clear(self._grid)
        for row, (name, value) in enumerate(facts):
            self._grid.addWidget(Label(name, Text.SMALL, Shade.SECOND), row, 0)
            self._grid.addWidget(Label(value, wrap=True), row, 1)


class PaperCard(Card):
    def __init__(self) -> None:
        super().__init__()
        self._below = False
        self._name = Label("", Text.HEADING, wrap=True)
        self._chips = ChipRow()
        self._why = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self._blocked = Label("", Text.BODY, wrap=True)
        self._blocked.set_tone(Tone.ORANGE)
        self._facts = Facts()
        self.act = Button(tr("开始写"), Kind.PRIMARY)
        self.print = Button(tr("打印…"), icon="print", key="Ctrl+P")
        self.blank = Button(tr("打印空白表…"), key="Ctrl+Shift+P")
        self.void = Button(tr("作废…"), Kind.QUIET, key="Ctrl+Delete")
        self.drop = Button(tr("丢弃草稿…"), Kind.QUIET, key="Ctrl+Shift+Delete")
        for part in (self._name, self._chips, self._why, self._blocked, self._facts):
            self.add(part)
        self.body.addStretch(1)
        held = QWidget()
        self._acts = Flow(held, Gap.SMALL)
        for button in (self.act, self.print, self.blank, self.void, self.drop):
            self._acts.addWidget(button)
        self.add(held)

    def arrange(self, *, below: bool) -> None:
        """Stand beside the list, or below it where there is less room."""
        width = look.current().px(WIDTH)
        self.setMinimumWidth(0 if below else width)
        self.setMaximumWidth(Size.UNBOUNDED if below else width)
        self._below = below
        self.take_height()

    def ask_whom(self, people: Sequence[tuple[str, str]], then: Callable[[str], None]) -> None:
        """Ask of whom a paper is to speak; the arrow keys move, Enter takes."""
        menu = QMenu(self)
        menu.setAccessibleName(tr("写哪一位"))
        for who, name in people:
            menu.addAction(name).triggered.connect(partial(then, who))
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu = menu
        menu.popup(self.act.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
        menu.setActiveAction(menu.actions()[0])

    def take_height(self) -> None:
        """Ask below the list for all the height the words need: nothing there may be cut."""
        wide = self.rect().width()
        self.setMinimumHeight(self.heightForWidth(wide) if self._below else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        soon(self, self.take_height)

    def show_view(self, view: CardView) -> None:
        self._name.setText(view.title)
        self._chips.set_faces(view.chips)
        for label, text in ((self._why, view.why), (self._blocked, view.blocked)):
            label.setText(text)
            label.setVisible(bool(text))
        self._facts.show_facts(view.facts)
        self._facts.setVisible(bool(view.facts))
        self.act.setText(view.act)
        self.act.setAccessibleName(tr("{act}：{title}", act=view.act, title=view.title))
        self.act.setToolTip(f"{view.act} (Enter)")
        shown = (
            (self.act, bool(view.act)),
            (self.print, view.can_print),
            (self.blank, view.can_blank),
            (self.void, view.can_void),
            (self.drop, view.can_drop),
        )
        for button, can in shown:
            button.setVisible(can)
            button.setEnabled(can)
        self.setAccessibleName(view.title)
        soon(self, self.take_height)
