"""The card of 事件提示: one line a proposal, opened to verify it or rule it out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseworker_app.desktop.comparison.line import Line
from caseworker_app.desktop.comparison.proposed import ProposalRow
from caseworker_app.desktop.step.page import rule
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import joined, tr
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.label import Label


class ProposalLine(Line):
    """A proposal; Enter opens the difference it comes from."""

    def __init__(self, row: ProposalRow) -> None:
        self._state = Chip(row.state)
        self._text = Label("", Text.STRONG, wrap=True)
        self._proofs = _Fact(tr("依据"))
        self._changes = _Fact(tr("影响"))
        self._articles = _Fact(tr("条款"), Text.SMALL, Shade.SECOND)
        parts = (_beside(self._state, self._text), self._proofs, self._changes, self._articles)
        super().__init__((parts,), (1,))
        self.show_row(row)

    def show_row(self, row: ProposalRow) -> None:
        self._state.set_face(row.state)
        self._text.setText(tr("{text}。{advice}", text=row.text, advice=row.advice))
        proofs, changes = tr("；").join(row.proofs), tr("；").join(row.changes)
        self._proofs.say(proofs)
        self._changes.say(changes)
        self._articles.say(row.articles)
        self.setAccessibleName(
            joined(
                tr("事件提示 {text}", text=row.text),
                row.advice,
                row.state.name,
                proofs and tr("依据 {proofs}", proofs=proofs),
                changes,
            )
        )


class ProposalCard(Card):
    """Every proposal of the household; ``lines`` by the difference."""

    opened = Signal(str)

    def __init__(self, rows: tuple[ProposalRow, ...]) -> None:
        super().__init__(tr("事件提示"))
        self.body.setSpacing(look.current().px(Gap.TINY))
        self.head.addWidget(Label(tr("回车打开，核实或排除"), Text.SMALL, Shade.THIRD))
        self.lines = {row.id: ProposalLine(row) for row in rows}
        for key, line in self.lines.items():
            self.add(rule())
            self.add(line)
            line.opened.connect(lambda key=key: self.opened.emit(key))


class _Fact(QWidget):
    """A name and what is said of it; hidden where nothing is."""

    def __init__(self, name: str, size: Text = Text.BODY, shade: Shade = Shade.TEXT) -> None:
        super().__init__()
        self._said = Label("", size, shade, wrap=True)
        row = _beside(Label(name, size, Shade.THIRD), self._said)
        row.setContentsMargins(0, 0, 0, 0)
        self.setLayout(row)

    def say(self, text: str) -> None:
        self._said.setText(text)
        self.setVisible(bool(text))


def _beside(first: QWidget, said: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look.current().px(Gap.MEDIUM))
    row.addWidget(first, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(said, 1)
    return row
