"""Names and values of one thing, in a column beside a list or in running words below it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from caseworker_app.desktop.faces import ChipFace
from caseworker_app.desktop.step.page import clear
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import joined
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.label import Label


class FactTable(QWidget):
    """Two columns: names as wide as they are, values that wrap."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.current().px(Gap.MEDIUM))
        self._grid.setVerticalSpacing(look.current().px(6))
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        clear(self._grid)
        for row, (name, text) in enumerate(facts):
            told = Label(name, Text.SMALL, Shade.SECOND)
            told.setContentsMargins(0, look.current().px(1), 0, 0)
            value = Label(text, wrap=True)
            value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            value.setAccessibleName(f"{name} {text}")
            self._grid.addWidget(told, row, 0, Qt.AlignmentFlag.AlignTop)
            value.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(value, row, 1)


class FactsCard(Card):
    """One thing with its facts; what is added stands below them."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Label("", Text.HEADING, wrap=True)
        self._line = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._chip: Chip | None = None
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self.body.addLayout(self._head)
        self.add(self._line)
        self.table = FactTable()
        self.brief = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self.brief.hide()
        self.add(self.table)
        self.add(self.brief)
        self.body.addStretch()

    def arrange(self, *, brief: bool) -> None:
        """Show the facts in a column, or in running words where height is short."""
        self.table.setVisible(not brief)
        self._line.setVisible(not brief)
        self.brief.setVisible(brief)

    def show_facts(
        self, title: str, line: str, facts: Sequence[tuple[str, str]], chip: ChipFace
    ) -> None:
        self._title.setText(title)
        self._line.setText(line)
        self.table.show_facts(facts)
        self.brief.setText(" · ".join(f"{name} {text}" for name, text in facts))
        self.setAccessibleName(joined(title, line, chip.name))
        if self._chip is None:
            self._chip = Chip(chip)
            self._head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        self._chip.set_face(chip)
