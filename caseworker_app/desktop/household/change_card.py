"""The changes written down in a visit, each with day, month and proof."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from caseworker_app.desktop.comparison.line import Line, go
from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.household.change_view import ChangeRow
from caseworker_app.desktop.step.page import clear, rule
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import joined, tr
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.label import Label


class ChangeCard(Card):
    """Enter opens a change, to be finished or taken back; hidden while there is none."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("家庭变化"))
        self.body.setSpacing(look.current().px(Gap.TINY))
        self.head.addWidget(Label(tr("回车打开，补填或撤销"), Text.SMALL, Shade.THIRD))
        self.lines: dict[str, ChangeLine] = {}
        self._shown: tuple[ChangeRow, ...] = ()
        self._months = Label("", Text.STRONG, wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.current().px(Gap.TINY))
        self.body.addLayout(self._rows)
        self.add(self._months)
        self.hide()

    def show_rows(self, rows: tuple[ChangeRow, ...], months: str) -> None:
        self._months.setText(months)
        self._months.setVisible(bool(months))
        self.setVisible(bool(rows))
        if rows == self._shown:
            return
        self._shown = rows
        clear(self._rows)
        self.lines = {}
        for row in rows:
            line = ChangeLine(row)
            line.opened.connect(lambda key=row.id: self.opened.emit(key))
            line.stepped.connect(
                lambda distance, line=line: go(self.lines.values(), line, distance)
            )
            self._rows.addWidget(rule())
            self._rows.addWidget(line)
            self.lines[row.id] = line


class ChangeLine(Line):
    def __init__(self, row: ChangeRow) -> None:
        what = Label(row.what, Text.STRONG, wrap=True)
        when = Label(row.when, Text.BODY, wrap=True)
        proof = Label(row.proof, Text.SMALL, Shade.SECOND, wrap=True)
        lacks = Label(row.lacks, Text.SMALL, wrap=True)
        lacks.set_tone(Tone.ORANGE)
        for label in (lacks, proof):
            if not label.text():
                label.hide()
        shape = Shape.DIAMOND if row.lacks else Shape.TICK
        state = Chip(ChipFace(tr("待补") if row.lacks else tr("已记"), row.tone, shape))
        head = QHBoxLayout()
        head.setSpacing(look.current().px(Gap.SMALL))
        head.addWidget(state)
        head.addWidget(what, 1)
        super().__init__(((head,), (when, proof, lacks)), (2, 3))
        self.setAccessibleName(
            joined(tr("家庭变化 {what}", what=row.what), row.when, row.lacks or row.proof)
        )
