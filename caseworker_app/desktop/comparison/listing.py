"""The list of the three comparisons: differences in rows, what agrees in quiet lines."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from caseworker_app.desktop.comparison.found_row import SHARES, TITLES, FoundRowWidget
from caseworker_app.desktop.comparison.line import Line, go, titles
from caseworker_app.desktop.comparison.presenter import ComparisonView, Group
from caseworker_app.desktop.comparison.proposed_card import ProposalCard, ProposalLine
from caseworker_app.desktop.comparison.row import STRETCH, RowWidget
from caseworker_app.desktop.step.page import clear, rule
from caseworker_app.desktop.theme import icons, look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.flow import Spread
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll

_COLUMNS = (tr("差异"), tr("申报"), tr("部门登记"), tr("现场核实"))


class Listing(QWidget):
    """What the data propose, what was found on the spot, then one card a register."""

    opened = Signal(str)
    focused = Signal(str)
    found_opened = Signal(str)
    """Id of a found fact; empty for a new one."""

    def __init__(self, view: ComparisonView) -> None:
        super().__init__()
        self.rows: dict[str, RowWidget] = {}
        self.found: dict[str, FoundRowWidget] = {}
        self.proposals: dict[str, ProposalLine] = {}
        self.add_button = Button(tr("现场发现"), icon="add", key="Ctrl+N")
        self._summary = Label("", Text.BODY, Shade.SECOND)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(look.current().px(Gap.LARGE))
        self._shape: tuple[tuple[str, ...], ...] | None = None
        scroll = Scroll()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        line = Spread(gap=Gap.MEDIUM)
        line.addWidget(self._summary)
        line.addWidget(Label(tr("↑↓ 选行 · 回车打开"), Text.SMALL, Shade.THIRD))
        line.addWidget(self.add_button)
        scroll.body.addLayout(line)
        scroll.body.addLayout(self._cards)
        scroll.body.addStretch()
        self.add_button.clicked.connect(lambda: self.found_opened.emit(""))
        self.show_view(view)

    def show_view(self, view: ComparisonView) -> None:
        self._summary.setText(view.summary)
        self.add_button.setEnabled(view.may_add)
        if _shape(view) != self._shape:
            self._build(view)
        for said in view.proposals:
            self.proposals[said.id].show_row(said)
        for group in view.groups:
            for row in group.rows:
                self.rows[row.id].show_row(row)
        for fact in view.found:
            self.found[fact.id].show_row(fact)

    def _build(self, view: ComparisonView) -> None:
        self._shape = _shape(view)
        before = next((key for key, line in self._lines().items() if line.hasFocus()), "")
        clear(self._cards)
        self.rows, self.found, self.proposals = {}, {}, {}
        if view.proposals:
            self._cards.addWidget(self._proposal_card(view))
        if view.found:
            self._cards.addWidget(self._found_card(view))
        for group in view.groups:
            self._cards.addWidget(self._card(group))
        if before in self._lines():
            self._lines()[before].setFocus()

    def _lines(self) -> dict[str, Line]:
        proposed = {f"proposal {key}": line for key, line in self.proposals.items()}
        return {**proposed, **self.found, **self.rows}

    def _proposal_card(self, view: ComparisonView) -> ProposalCard:
        card = ProposalCard(view.proposals)
        self.proposals = card.lines
        card.opened.connect(self.opened)
        for key, line in card.lines.items():
            line.stepped.connect(lambda distance, line=line: self._step(line, distance))
            line.focused.connect(lambda key=key: self.focused.emit(key))
        return card

    def _found_card(self, view: ComparisonView) -> Card:
        card = Card(tr("现场发现"))
        card.body.setSpacing(look.current().px(Gap.TINY))
        self.found = {fact.id: FoundRowWidget(fact) for fact in view.found}
        card.add(titles(TITLES, SHARES))
        _fill(card, self._connected(self.found, self.found_opened.emit))
        return card

    def _card(self, group: Group) -> Card:
        card = Card(group.register.zh)
        card.body.setSpacing(look.current().px(Gap.TINY))
        rows = {row.id: RowWidget(row) for row in group.rows}
        self.rows |= rows
        if rows:
            card.add(titles(_COLUMNS, STRETCH))
        _fill(card, self._connected(rows, self.opened.emit))
        for key, widget in rows.items():
            widget.focused.connect(lambda key=key: self.focused.emit(key))
        for text in group.agreed:
            card.body.addLayout(
                _quiet("checkmark_circle", Tone.GREEN, tr("一致　{text}", text=text))
            )
        for text in group.lapsed:
            card.body.addLayout(_quiet("info", Tone.GREY, text))
        return card

    def _connected(
        self, lines: Mapping[str, Line], opened: Callable[[str], None]
    ) -> Mapping[str, Line]:
        for key, line in lines.items():
            line.opened.connect(lambda key=key: opened(key))
            line.stepped.connect(lambda distance, line=line: self._step(line, distance))
        return lines

    def _step(self, line: Line, distance: int) -> None:
        """Go up or down the lines, over the ends of the cards."""
        go(self._lines().values(), line, distance)


def _shape(view: ComparisonView) -> tuple[tuple[str, ...], ...]:
    """Return which lines there are; while it stays the widgets stay."""
    groups = (
        tuple(row.id for row in group.rows) + group.agreed + group.lapsed for group in view.groups
    )
    proposed = tuple(row.id for row in view.proposals)
    return (proposed, tuple(fact.id for fact in view.found), *groups)


def _fill(card: Card, lines: Mapping[str, Line]) -> None:
    for line in lines.values():
        card.add(rule())
        card.add(line)


def _quiet(icon: str, tone: Tone, text: str) -> QHBoxLayout:
    """Return a line about something there is nothing to do about."""
    now = look.current()
    row = QHBoxLayout()
    row.setContentsMargins(
        now.px(Gap.MEDIUM), now.px(Gap.TINY), now.px(Gap.MEDIUM), now.px(Gap.TINY)
    )
    row.setSpacing(now.px(Gap.SMALL))
    mark = QLabel()
    mark.setPixmap(icons.pixmap(icon, now.tone(tone).text))
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(text, wrap=True), 1)
    return row
