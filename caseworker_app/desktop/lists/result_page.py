"""Step 4: the import while it runs, then what became of the rows and what is new."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.lists import trial
from caseworker_app.desktop.lists.running import RunningCard
from caseworker_app.desktop.step import words
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.figures import Figures
from caseworker_app.desktop.widgets.held_table import HeldTable
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.workflow.register_desk import NewFound, TakenIn

_LEAST = 170
"""Height of a table that still shows three rows; below that the page scrolls."""


class ResultPage(QWidget):
    """Buttons only for what there is."""

    opened = Signal(str)
    """Id of the household to open at its comparison."""

    def __init__(self) -> None:
        super().__init__()
        px = look.current().px
        self.running = RunningCard()
        self.figures = Figures()
        self.outcome = Label("", Text.HEADING, wrap=True)
        self.save = Button(tr("保存退回件"), icon="save", key="Ctrl+S")
        self.claim = Button(tr("去认领"), icon="person_question_mark", key="Ctrl+M")
        self.again = Button(tr("仍再导一次"), icon="arrow_upload", key="Ctrl+R")
        self.new: HeldTable[NewFound] = HeldTable(
            tr("新发现的差异"), trial.NEW, trial.new_cells(words.difference)
        )
        self._sheet = Card(tr("新发现的差异"))
        self._sheet.head.addWidget(Label(tr("↑↓ 选户 · 回车看比对"), Text.SMALL, Shade.THIRD))
        self._sheet.add(self.new, 1)
        self._found = QWidget()
        self.new.setMinimumHeight(px(_LEAST))
        scroll = Scroll()
        scroll.body.addWidget(self.running)
        scroll.body.addWidget(self._found, 1)
        scroll.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self._lay_out(px(Gap.MEDIUM))
        self.new.opened.connect(lambda one: self.opened.emit(one.household.id))
        self._found.hide()

    def show_taken(self, taken: TakenIn | None) -> None:
        self._found.setVisible(taken is not None)
        if taken is None:
            return
        counts = taken.batch.counts
        self.outcome.setText(trial.outcome(taken))
        self.figures.show_counts(trial.taken_counts(taken))
        self.save.setVisible(counts.refused > 0)
        self.claim.setText(tr("去认领 {queued} 条", queued=counts.queued))
        self.claim.setVisible(counts.queued > 0 and not taken.repeated)
        self.again.setVisible(taken.repeated)
        self.new.hold(taken.new)
        self._sheet.setVisible(bool(taken.new))

    def begin(self) -> None:
        if not self.running.isHidden():
            self.running.stop.setFocus()
        elif not self._sheet.isHidden():
            self.new.setFocus()

    def _lay_out(self, gap: int) -> None:
        column = QVBoxLayout(self._found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addWidget(self.outcome)
        column.addWidget(self.figures)
        line = QHBoxLayout()
        line.setSpacing(gap)
        for button in (self.claim, self.save, self.again):
            line.addWidget(button)
        line.addStretch()
        column.addLayout(line)
        column.addWidget(self._sheet, 1)
        column.addStretch()
