"""Parts of the form of a change: who comes, who is what to the head, which household joins."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from caseworker_app.desktop.comparison.line import Line, go
from caseworker_app.desktop.household.change_view import FlowView, OtherRow, RoleRow
from caseworker_app.desktop.step import words
from caseworker_app.desktop.step.editors import Pick, fill
from caseworker_app.desktop.step.page import clear
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.model.codes import EmploymentStatus
from caseworker_app.rules.changes.relations import CHOICES

_STATUSES = [(status.value, status.zh) for status in EmploymentStatus]
_RELATIONS = [(code, words.relation(code)) for code in CHOICES]
_NUMBER = 24
_NAME = 50


class NewcomerFields(QWidget):
    """Name, number with what it says, relation to the head, what the person does."""

    def __init__(self, view: FlowView) -> None:
        super().__init__()
        self.name, self.number = QLineEdit(), QLineEdit()
        self.name.setMaxLength(_NAME)
        self.number.setMaxLength(_NUMBER)
        self.relation = Pick(tr("与户主关系"), _RELATIONS, view.relation)
        self.status = Pick(tr("从业状况"), _STATUSES, view.status.value)
        self._said = Field(tr("公民身份号码"), self.number)
        px = look.current().px
        first, second = QHBoxLayout(), QHBoxLayout()
        for line in (first, second):
            line.setSpacing(px(Gap.LARGE))
        first.addWidget(Field(tr("姓名"), self.name), 1)
        first.addWidget(self._said, 2)
        second.addWidget(Field(tr("与户主关系"), self.relation))
        second.addWidget(Field(tr("从业状况"), self.status))
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(Gap.MEDIUM))
        column.addLayout(first)
        column.addLayout(second)

    def show_view(self, view: FlowView) -> None:
        fill(self.name, view.name)
        fill(self.number, view.number)
        self.relation.set_code(view.relation)
        self.status.set_code(view.status.value)
        if view.number_tone is Tone.RED:
            self._said.set_error(view.number_said)
            return
        self._said.set_hint(view.number_said)
        if view.number_tone is Tone.ORANGE:
            self._said.warn(view.number_said)

    def status_of(self, code: str) -> EmploymentStatus:
        return EmploymentStatus(code)


class Roles(QWidget):
    """Everybody's relation to the new head, proposed and open to correction."""

    picked = Signal(str, str)
    """Member and relation code."""

    def __init__(self) -> None:
        super().__init__()
        self.picks: dict[str, Pick] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.current().px(Gap.TINY))
        column.addWidget(Label(tr("与新户主的关系（请逐人核对）"), Text.SMALL, Shade.SECOND))
        box = QWidget()
        self._flow = Flow(box, Gap.LARGE)
        column.addWidget(box)
        self._box = box

    def show_rows(self, rows: tuple[RoleRow, ...]) -> None:
        if {row.id for row in rows} != self.picks.keys():
            clear(self._flow)
            self.picks = {row.id: self._add(row) for row in rows}
            self._box.updateGeometry()
        for row in rows:
            self.picks[row.id].set_code(row.relation)
        self.setVisible(bool(rows))

    def _add(self, row: RoleRow) -> Pick:
        pick = Pick(tr("{name} 与新户主的关系", name=row.name), _RELATIONS, row.relation)
        pick.picked.connect(lambda code: self.picked.emit(row.id, code))
        field = Field(row.name, pick)
        pick.setAccessibleName(tr("{name} 与新户主的关系", name=row.name))
        self._flow.addWidget(field)
        return pick


class OtherSearch(QWidget):
    """Finds the household that joins by name, number or address; ↑↓ and Enter choose."""

    asked = Signal(str)
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.text = QLineEdit()
        self.text.setPlaceholderText(tr("姓名、拼音首字母、身份号码后几位、证号或地址"))
        self.search_button = Button(tr("查找"), icon="search")
        self.lines: dict[str, _OtherLine] = {}
        self._shown: tuple[OtherRow, ...] = ()
        self._chosen = Label("", Text.STRONG, wrap=True)
        self._chosen.set_tone(Tone.BLUE)
        px = look.current().px
        line = QHBoxLayout()
        line.setSpacing(px(Gap.SMALL))
        line.addWidget(self.text, 1)
        line.addWidget(self.search_button)
        box = QWidget()
        box.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        self._rows = QVBoxLayout()
        self._nobody = Label(tr("没有找到。请换姓名、证号或地址再查。"), Text.SMALL, Shade.THIRD)
        self._nobody.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(Gap.SMALL))
        column.addWidget(Field(tr("哪一户并进来"), box))
        self.text.setAccessibleName(tr("哪一户并进来"))
        column.addLayout(self._rows)
        column.addWidget(self._nobody)
        column.addWidget(self._chosen)
        self._searched = False
        self.text.returnPressed.connect(self._ask)
        self.search_button.clicked.connect(self._ask)

    def show_view(self, view: FlowView) -> None:
        self._chosen.setText(tr("并进来的是：{other}", other=view.other) if view.other else "")
        self._chosen.setVisible(bool(view.other))
        if view.found != self._shown:
            self._shown = view.found
            clear(self._rows)
            self.lines = {row.id: self._add(row) for row in view.found}
        self._nobody.setVisible(self._searched and not view.found)

    def _add(self, row: OtherRow) -> "_OtherLine":
        line = _OtherLine(row)
        line.opened.connect(lambda: self.chosen.emit(row.id))
        line.stepped.connect(lambda distance: go(self.lines.values(), line, distance))
        self._rows.addWidget(line)
        return line

    def _ask(self) -> None:
        self._searched = True
        self.asked.emit(self.text.text())


class _OtherLine(Line):
    def __init__(self, row: OtherRow) -> None:
        super().__init__(((Label(row.text, Text.BODY, wrap=True),),), (1,))
        self.setAccessibleName(tr("并进来 {text}", text=row.text))
        self.setEnabled(not row.refused)
