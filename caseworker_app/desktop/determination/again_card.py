"""The card on a sealed visit that has its determination recomputed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from caseworker_app.desktop.determination.again import AgainPresenter, AgainView, DifferenceRow
from caseworker_app.desktop.faces import ChipFace
from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.step.page import clear
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.wire.replay import Replay

_HEADS = ("", tr("封存时"), tr("重算为"))


class AgainCard(Card):
    """Hidden while the visit is open."""

    failed = Signal(str)
    """A sentence why it could not be recomputed."""

    def __init__(self, presenter: AgainPresenter, tasks: Tasks) -> None:
        super().__init__(tr("封存的认定"))
        self._presenter, self._tasks = presenter, tasks
        self.button = Button(tr("按当日规则重算"), Kind.QUIET)
        self.result = Chip(ChipFace("", Tone.GREEN))
        self.line = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self.more = Label("", Text.SMALL, Shade.THIRD)
        self._list = QWidget()
        self.rows = QGridLayout(self._list)
        self.head.addWidget(self.button)
        self._lay_out()
        self.button.clicked.connect(self.ask)

    def ask(self) -> None:
        """Have it recomputed and show the answer."""
        self._tasks.on_database(self, self._presenter.work, self._seen, self._fail)

    def refresh(self) -> None:
        view = self._presenter.view()
        self.setVisible(view.is_sealed)
        self.result.setVisible(view.result is not None)
        if view.result is not None:
            self.result.set_face(view.result)
        self.line.setText(view.line)
        self._show_rows(view)

    def _seen(self, found: Replay) -> None:
        self._presenter.seen(found)
        self.refresh()

    def _fail(self, error: Exception) -> None:
        self.failed.emit(sentence(error))

    def _lay_out(self) -> None:
        px = look.current().px
        line = QHBoxLayout()
        line.setSpacing(px(Gap.MEDIUM))
        line.addWidget(self.result, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.line, 1)
        self.body.addLayout(line)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setHorizontalSpacing(px(Gap.LARGE))
        self.rows.setVerticalSpacing(px(Gap.TINY))
        for column, stretch in enumerate((2, 3, 3)):
            self.rows.setColumnStretch(column, stretch)
        self.add(self._list)
        self.add(self.more)

    def _show_rows(self, view: AgainView) -> None:
        clear(self.rows)
        self._list.setVisible(bool(view.rows))
        self.more.setText(view.more)
        self.more.setVisible(bool(view.more))
        if view.rows:
            for column, head in enumerate(_HEADS):
                self.rows.addWidget(Label(head, Text.SMALL, Shade.THIRD), 0, column)
        for number, row in enumerate(view.rows, 1):
            self._show_row(number, row)

    def _show_row(self, number: int, row: DifferenceRow) -> None:
        cells = (
            Label(row.what, Text.BODY, Shade.SECOND, wrap=True),
            Label(row.stored, wrap=True),
            Label(row.recomputed, wrap=True),
        )
        for column, cell in enumerate(cells):
            self.rows.addWidget(cell, number, column, Qt.AlignmentFlag.AlignTop)
