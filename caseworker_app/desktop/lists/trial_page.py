"""Step 3: the first rows as understood, and what goes back; nothing is kept."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseworker_app.desktop.lists import trial
from caseworker_app.desktop.lists.running import RunningCard
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.card import TableCard
from caseworker_app.desktop.widgets.choice import Choice
from caseworker_app.desktop.widgets.figures import Figures
from caseworker_app.desktop.widgets.held_table import HeldTable
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.workflow.register_trial import RefusedCell, Tried

_LEAST = 170
"""Height of a table that still shows three rows; below that the page scrolls."""
_FIRST, _REFUSED = "first", "refused"


class TrialPage(QWidget):
    """A bar while the rows are judged, then two tables."""

    def __init__(self) -> None:
        super().__init__()
        px = look.current().px
        self.running = RunningCard()
        self.figures = Figures()
        self.notes = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self.which = Choice(
            [(_FIRST, tr("读懂的头几行")), (_REFUSED, tr("要退回的行"))], quiet=True
        )
        self.which.setAccessibleName(tr("看哪些行"))
        self.refused: HeldTable[RefusedCell] = HeldTable(
            tr("要退回的行"), trial.REFUSED, trial.refused_cells
        )
        self.first: HeldTable[tuple[str, ...]] | None = None
        self.whole = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self._reasons = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._tables = QStackedWidget()
        self._tables.addWidget(self.refused)
        self._tried: Tried | None = None
        self._found = QWidget()
        self._tables.setMinimumHeight(px(_LEAST))
        scroll = Scroll()
        scroll.body.addWidget(self.running)
        scroll.body.addWidget(self._found, 1)
        scroll.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self._lay_out(px(Gap.MEDIUM))
        self.which.picked.connect(self._pick)
        self.refused.moved.connect(self._show_refused)
        self._found.hide()

    def show_tried(self, tried: Tried | None) -> None:
        self._tried = tried
        if tried is None:
            self._found.hide()
            return
        self.figures.show_counts(trial.trial_counts(tried))
        self.notes.setText(tr("；").join((trial.term(tried), *tried.notes)))
        self._show_first(tried)
        self.refused.hold(tried.cells)
        self._reasons.setText(trial.reasons(tried))
        self.which.set_word(_FIRST, tr("读懂的头 {n} 行", n=len(tried.first)))
        self.which.set_word(_REFUSED, tr("要退回的行 {refused:,}", refused=tried.counts.refused))
        self.which.set_offered([_FIRST, *([_REFUSED] if tried.counts.refused else [])])
        start = _REFUSED if tried.counts.refused else _FIRST
        self.which.set_code(start)
        self._pick(start)
        self._found.show()

    def begin(self) -> None:
        if not self.running.isHidden():
            self.running.stop.setFocus()
        elif self._tried:
            (self._shown_table() or self.which).setFocus()

    def _lay_out(self, gap: int) -> None:
        column = QVBoxLayout(self._found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addWidget(self.figures)
        line = QHBoxLayout()
        line.setSpacing(gap)
        line.addWidget(self.which)
        line.addWidget(self.notes, 1)
        column.addLayout(line)
        column.addWidget(TableCard(self._tables), 1)
        column.addWidget(self._reasons)
        column.addWidget(self.whole)

    def _show_first(self, tried: Tried) -> None:
        if self.first is not None:
            self._tables.removeWidget(self.first)
            self.first.deleteLater()
        self.first = HeldTable(tr("读懂的头几行"), trial.first_columns(tried), trial.first_cells)
        self.first.moved.connect(self._show_row)
        self._tables.addWidget(self.first)
        self.first.hold(tried.first)

    def _pick(self, which: str) -> None:
        table = self.refused if which == _REFUSED else self.first
        self._reasons.setVisible(which == _REFUSED and bool(self._reasons.text()))
        if table is not None:
            self._tables.setCurrentWidget(table)
            table.go_to(max(0, table.currentIndex().row()))

    def _shown_table(self) -> QWidget | None:
        return self._tables.currentWidget()

    def _show_refused(self, one: RefusedCell | None) -> None:
        if one is not None and self._tables.currentWidget() is self.refused:
            self.whole.setText(trial.refused_sentence(one))

    def _show_row(self, row: tuple[str, ...] | None) -> None:
        if row is not None and self._tried and self._tables.currentWidget() is self.first:
            self.whole.setText(trial.first_facts(self._tried, row))
