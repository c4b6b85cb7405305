"""The list of the three comparisons: differences in rows, what agrees in quiet lines."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from caseworker_app.desktop.comparison.presenter import ComparisonView, Group
from caseworker_app.desktop.comparison.row import STRETCH, Column, RowWidget, lay_out_line
from caseworker_app.desktop.step.page import rule
from caseworker_app.desktop.theme import icons, look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll

_COLUMNS = ("差异", "申报", "部门登记", "现场核实")


class Listing(QWidget):
    """One card a register."""

    opened = Signal(str)
    stepped = Signal(int)
    focused = Signal(str)

    def __init__(self, view: ComparisonView) -> None:
        super().__init__()
        self.rows: dict[str, RowWidget] = {}
        self._summary = Label("", Text.BODY, Shade.SECOND)
        scroll = Scroll()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        line = QHBoxLayout()
        line.addWidget(self._summary)
        line.addStretch()
        line.addWidget(Label("↑↓ 选差异 · 回车核实", Text.SMALL, Shade.THIRD))
        scroll.body.addLayout(line)
        for group in view.groups:
            scroll.body.addWidget(self._card(group))
        scroll.body.addStretch()
        self.show_view(view)

    def show_view(self, view: ComparisonView) -> None:
        self._summary.setText(view.summary)
        for group in view.groups:
            for row in group.rows:
                self.rows[row.id].show_row(row)

    def _card(self, group: Group) -> Card:
        card = Card(group.register.zh)
        px = look.current().px
        card.body.setSpacing(px(Gap.TINY))
        if group.rows:
            card.add(_titles())
            card.add(rule())
        for number, row in enumerate(group.rows):
            if number:
                card.add(rule())
            card.add(self._row(row.id, RowWidget(row)))
        for text in group.agreed:
            card.body.addLayout(_agreed(text))
        return card

    def _row(self, discrepancy_id: str, widget: RowWidget) -> RowWidget:
        widget.opened.connect(lambda: self.opened.emit(discrepancy_id))
        widget.focused.connect(lambda: self.focused.emit(discrepancy_id))
        widget.stepped.connect(self.stepped)
        self.rows[discrepancy_id] = widget
        return widget


def _titles() -> QWidget:
    titles = QWidget()
    line = lay_out_line(titles)
    for share, title in zip(STRETCH, _COLUMNS, strict=True):
        line.addWidget(Column((Label(title, Text.SMALL, Shade.SECOND),)), share)
    return titles


def _agreed(text: str) -> QHBoxLayout:
    now = look.current()
    row = QHBoxLayout()
    row.setContentsMargins(
        now.px(Gap.MEDIUM), now.px(Gap.TINY), now.px(Gap.MEDIUM), now.px(Gap.TINY)
    )
    row.setSpacing(now.px(Gap.SMALL))
    mark = QLabel()
    mark.setPixmap(icons.pixmap("checkmark_circle", now.tone(Tone.GREEN).text))
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(f"一致　{text}", wrap=True), 1)
    return row
