"""What did not go well, each with its cause and the button that helps."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseworker_app.desktop.delivery.presenter import BadRow, Help
from caseworker_app.desktop.step.page import clear, rule
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.flow import Spread
from caseworker_app.desktop.widgets.label import Label, Line
from caseworker_app.desktop.widgets.soon import soon

_WORDS = {Help.AGAIN: tr("再送一次"), Help.OPEN: tr("打开这户")}


class Tray(Card):
    """One bad item keeps none of the others."""

    again = Signal()
    opened = Signal(str)
    """Id of the household to open."""

    def __init__(self) -> None:
        super().__init__(tr("没有办成的"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.current().px(Gap.SMALL))
        self.body.addLayout(self._rows)
        self.buttons: list[Button] = []
        self.hide()

    def show_rows(self, rows: Sequence[BadRow]) -> None:
        clear(self._rows)
        self.buttons = []
        self.setVisible(bool(rows))
        for number, row in enumerate(rows):
            if number:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._row(row))

    def _row(self, row: BadRow) -> QWidget:
        widget = QWidget()
        lines = QVBoxLayout(widget)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.current().px(Gap.TINY))
        head = Spread(gap=Gap.MEDIUM)
        head.addWidget(Line(row.title, Text.STRONG))
        if row.help is not Help.NONE:
            button = Button(_WORDS[row.help])
            button.setAccessibleName(tr("{act}：{title}", act=_WORDS[row.help], title=row.title))
            button.clicked.connect(lambda _on: soon(self, lambda: self._help(row)))  # it may go
            self.buttons.append(button)
            head.addWidget(button)
        lines.addLayout(head)
        cause = Label(row.cause, Text.BODY, wrap=True)
        cause.set_tone(Tone.RED)
        lines.addWidget(cause)
        if row.ask:
            lines.addWidget(Label(row.ask, Text.SMALL, Shade.SECOND, wrap=True))
        return widget

    def _help(self, row: BadRow) -> None:
        if row.help is Help.AGAIN:
            self.again.emit()
        else:
            self.opened.emit(row.household)
