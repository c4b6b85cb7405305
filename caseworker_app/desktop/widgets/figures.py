"""Counts side by side, each with its word: what became of many things at a glance."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import delete

from caseworker_app.desktop.faces import Count
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.flow import Even
from caseworker_app.desktop.widgets.label import Label


class Figures(QWidget):
    """One card a figure, all of one width."""

    def __init__(self) -> None:
        super().__init__()
        self._row = Even(self, Gap.MEDIUM)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_counts(self, counts: Sequence[Count]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
            delete(item)  # whoever takes an item has it
        for figure in counts:
            self._row.addWidget(_card(figure))


def _card(figure: Count) -> Card:
    px = look.current().px
    card = Card()
    card.body.setContentsMargins(px(Gap.LARGE), px(Gap.MEDIUM), px(Gap.LARGE), px(Gap.MEDIUM))
    card.body.setSpacing(px(2))
    card.setAccessibleName(f"{figure.word} {figure.count} {figure.unit} {figure.remark}".strip())
    card.add(Label(figure.word, Text.SMALL, Shade.SECOND))
    count = Label(f"{figure.count:,}", Text.TITLE)
    if figure.tone and figure.count:
        count.set_tone(figure.tone)
    line = QHBoxLayout()
    line.setSpacing(px(Gap.TINY))
    line.addWidget(count)
    line.addWidget(_low(Label(figure.unit, Text.SMALL, Shade.SECOND)))
    line.addStretch()
    card.body.addLayout(line)
    if figure.remark:
        card.add(Label(figure.remark, Text.SMALL, Shade.THIRD, wrap=True))
    card.body.addStretch()
    return card


def _low(label: Label) -> QWidget:
    """Put a small word on the line of the large count beside it."""
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, look.current().px(6), 0, 0)
    column.addWidget(label)
    return held
