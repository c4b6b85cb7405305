"""The talks with neighbours: a line for each, added when there was one."""

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from caseworker_app.desktop.checks.neighbours import AGREES, NeighbourRow, NeighboursPresenter
from caseworker_app.desktop.step.editors import Pick, fill
from caseworker_app.desktop.step.page import clear
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.label import Label

_FIELDS = {"name": tr("姓名（可不填）"), "relation": tr("与该户关系"), "said": tr("反映的情况")}


class _Talk(QWidget):
    def __init__(self, presenter: NeighboursPresenter, row: NeighbourRow) -> None:
        super().__init__()
        px = look.current().px
        self.edits = {field: QLineEdit() for field in _FIELDS}
        self.agrees = Pick(tr("邻里说法与申报"), AGREES)
        self.remove = Button(tr("去掉"), Kind.QUIET)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(Gap.SMALL))
        for field, edit in self.edits.items():
            edit.setPlaceholderText(_FIELDS[field])
            edit.setAccessibleName(tr("邻里访问 {part}", part=_FIELDS[field]))
            edit.textEdited.connect(lambda text, name=field: presenter.text(row.id, name, text))
            edit.editingFinished.connect(presenter.commit)
        grid.addWidget(self.edits["name"], 0, 0)
        grid.addWidget(self.edits["relation"], 0, 1)
        grid.addWidget(self.agrees, 0, 2)
        grid.addWidget(self.remove, 0, 3)
        grid.addWidget(self.edits["said"], 1, 0, 1, 4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.agrees.picked.connect(lambda code: presenter.agrees(row.id, code))
        self.remove.clicked.connect(lambda: presenter.remove(row.id))
        self.show_row(row)

    def show_row(self, row: NeighbourRow) -> None:
        for field, edit in self.edits.items():
            fill(edit, getattr(row, field))
        self.agrees.set_code(row.agrees)


class NeighboursCard(Card):
    def __init__(self, presenter: NeighboursPresenter) -> None:
        super().__init__(tr("邻里访问"))
        self._presenter = presenter
        self.talks: dict[str, _Talk] = {}
        self.add_button = Button(tr("加一位邻里"), icon="add")
        self._none = Label(
            tr("没有走访邻里可不填，邻里可以不留姓名"), Text.SMALL, Shade.THIRD, wrap=True
        )
        self._column = QVBoxLayout()
        self.head.addWidget(self.add_button)
        self.add(self._none)
        self.body.addLayout(self._column)
        self.add_button.clicked.connect(self._add)

    def refresh(self) -> None:
        rows = self._presenter.view()
        if tuple(self.talks) != tuple(row.id for row in rows):
            clear(self._column)
            self.talks = {row.id: _Talk(self._presenter, row) for row in rows}
            for talk in self.talks.values():
                self._column.addWidget(talk)
        for row in rows:
            self.talks[row.id].show_row(row)
        self._none.setVisible(not rows)

    def _add(self) -> None:
        talk_id = self._presenter.add()
        self.refresh()
        self.talks[talk_id].edits["name"].setFocus()
