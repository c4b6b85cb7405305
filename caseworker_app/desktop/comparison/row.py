"""One difference as a row: what it is | 申报 | 部门登记 | 现场核实 | state."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from caseworker_app.desktop.comparison.line import Line
from caseworker_app.desktop.comparison.presenter import Row
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import joined, tr
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.label import Label

STRETCH = (4, 4, 5, 4)


class RowWidget(Line):
    """A difference; Enter opens it."""

    def __init__(self, row: Row) -> None:
        px, top = look.current().px, Qt.AlignmentFlag.AlignTop
        self._level = Chip(row.level)
        self._name = Label("", Text.STRONG, wrap=True)
        self._subject = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._declared = Label("", wrap=True)
        self._registered = Label("", wrap=True)
        self._source = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._found = Label("", wrap=True)
        self._state = Chip(row.state)
        head = QHBoxLayout()
        head.setSpacing(px(Gap.SMALL))
        head.addWidget(self._level, 0, top)
        head.addWidget(self._name, 1, top)
        super().__init__(
            (
                (head, self._subject),
                (self._declared,),
                (self._registered, self._source),
                (self._found, self._state),
            ),
            STRETCH,
        )
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        self._level.set_face(row.level)
        self._name.setText(row.name)
        self._subject.setText(row.subject)
        self._declared.setText(row.declared)
        self._registered.setText(row.registered)
        self._source.setText(
            tr("{source} · 数据过旧，须再核", source=row.source) if row.stale else row.source
        )
        if row.stale:
            self._source.set_tone(Tone.ORANGE)
        self._found.setText(row.found or tr("按回车核实"))
        self._found.set_shade(Shade.TEXT if row.found else Shade.THIRD)
        self._state.set_face(row.state)
        self.setAccessibleName(
            joined(
                f"{row.level.name} {row.name} {row.subject}",
                row.declared and tr("申报 {declared}", declared=row.declared),
                row.registered and tr("登记 {registered}", registered=row.registered),
                row.source,
                row.state.name,
            )
        )
