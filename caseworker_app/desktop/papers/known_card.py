"""What a paper takes from the record: read here, changed only where it comes from."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from caseworker_app.desktop.papers.draft import KnownView
from caseworker_app.desktop.step.page import clear
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.flow import Spread
from caseworker_app.desktop.widgets.label import Label, Line


class KnownCard(Card):
    def __init__(self) -> None:
        super().__init__(tr("由资料得出，不用填"))
        self._shown: tuple[KnownView, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.current().px(Gap.MEDIUM))
        self.body.addLayout(self._rows)

    def show_known(self, known: Sequence[KnownView]) -> None:
        if tuple(known) == self._shown:
            return
        self._shown = tuple(known)
        clear(self._rows)
        for one in known:
            self._rows.addLayout(_row(one))
        self.setVisible(bool(known))


def _row(one: KnownView) -> QVBoxLayout:
    row = QVBoxLayout()
    row.setSpacing(look.current().px(2))
    head = Spread(gap=Gap.SMALL)
    head.addWidget(Line(one.label, Text.SMALL, Shade.SECOND))
    head.addWidget(Line(one.source, Text.SMALL, Shade.THIRD))
    row.addLayout(head)
    row.addWidget(Label(one.text, wrap=True))
    return row
