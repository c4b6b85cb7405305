"""One found fact as a row: what was seen | how it compares | what the office answered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from caseworker_app.desktop.comparison.found import FoundRow
from caseworker_app.desktop.comparison.line import Line
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import joined, tr
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.label import Label

SHARES = (5, 6, 6)
TITLES = (tr("看到、听到的"), tr("和申报、登记比对"), tr("提请查询"))


class FoundRowWidget(Line):
    """A found fact; Enter opens it."""

    def __init__(self, row: FoundRow) -> None:
        px, top = look.current().px, Qt.AlignmentFlag.AlignTop
        self._kind = Label("", Text.SMALL, Shade.SECOND)
        self._value = Label("", Text.STRONG, wrap=True)
        self._seen = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._match = Chip(row.match)
        self._text = Label("", wrap=True)
        self._source = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._state = Chip(row.state)
        self._answer = Label("", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(px(Gap.SMALL))
        head.addWidget(self._kind, 0, top)
        head.addWidget(self._value, 1, top)
        super().__init__(
            (
                (head, self._seen),
                (self._match, self._text, self._source),
                (self._state, self._answer),
            ),
            SHARES,
        )
        self.show_row(row)

    def show_row(self, row: FoundRow) -> None:
        self._kind.setText(row.kind)
        self._value.setText(row.value)
        self._seen.setText(row.seen)
        self._match.set_face(row.match)
        self._text.setText(row.text)
        self._source.setText(row.source)
        self._source.setVisible(bool(row.source))
        self._state.set_face(row.state)
        self._answer.setText(row.answer)
        self._answer.setVisible(bool(row.answer))
        self.setAccessibleName(
            joined(
                tr("现场发现 {kind} {value}", kind=row.kind, value=row.value),
                row.match.name,
                row.text,
                row.state.name,
                row.answer,
            )
        )
