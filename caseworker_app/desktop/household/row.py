"""One member's row in the household step."""

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.household.presenter import MemberRow
from caseworker_app.desktop.step import words
from caseworker_app.desktop.step.editors import CountEdit, Pick
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import joined, spoken, tr
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.segment import OneSegment
from caseworker_app.model.codes import EmploymentStatus

_STATUSES = [(status.value, spoken(status)) for status in EmploymentStatus]


class MemberWidget(QWidget):
    """Who it is, whether met, whether present and signing, and what decides who counts."""

    met = Signal(bool)
    present = Signal()
    status = Signal(str)
    excluded = Signal(str)
    idle = Signal(str)
    died = Signal(QDate)
    paid = Signal(int)
    refused = Signal(int)
    left = Signal()

    def __init__(self, row: MemberRow) -> None:
        super().__init__()
        px = look.current().px
        self.name = Label(row.name, Text.STRONG)
        self._who = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._fault = Label("", Text.SMALL, wrap=True)
        self._fault.set_tone(Tone.ORANGE)
        self._counts = Chip(ChipFace("", Tone.GREY))
        self._why = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self.met_box = QCheckBox(tr("见到"))
        self.met_box.setAccessibleName(tr("今天见到 {name}", name=row.name))
        self.present_button = OneSegment(tr("在场签字"))
        self.present_button.setAutoExclusive(False)
        self.present_button.setAccessibleName(tr("{name} 在场并签字", name=row.name))
        self.status_pick = Pick(tr("{name} 从业状况", name=row.name), _STATUSES)
        self.excluded_pick = Pick(
            tr("{name} 是否计入共同生活", name=row.name), words.NOT_COUNTED.items()
        )
        self.idle_pick = Pick(tr("{name} 未就业原因", name=row.name), words.IDLE_EXEMPT.items())
        self.refused_edit = CountEdit(
            tr("{name} 连续拒绝介绍工作", name=row.name), tr("次拒绝介绍的工作"), 99
        )
        self.refused_edit.setFixedWidth(px(180))
        self.paid_edit = CountEdit(
            tr("{name} 死亡次月起已发", name=row.name), tr("个月死后已发"), 99
        )
        self.paid_edit.setFixedWidth(px(160))
        self.died_edit = QDateEdit()
        self.died_edit.setCalendarPopup(True)
        self.died_edit.setDisplayFormat(tr("yyyy年M月d日"))
        self.died_edit.setAccessibleName(tr("{name} 死亡日期", name=row.name))
        self._lay_out(px(Gap.SMALL), px(Gap.LARGE))
        self._connect()
        self.show_row(row)

    def show_row(self, row: MemberRow) -> None:
        who = (row.relation, tr("{age} 岁", age=row.age), row.number, row.health)
        self._who.setText(" · ".join(filter(None, who)))
        self._fault.setText(row.number_fault)
        self._fault.setVisible(bool(row.number_fault))
        face = (
            (tr("计入"), Tone.GREEN, Shape.TICK)
            if row.counted
            else (tr("不计入"), Tone.GREY, Shape.RING)
        )
        self._counts.set_face(ChipFace(*face, spoken=joined(f"{row.name} {face[0]}", row.why)))
        self._why.setText(row.why)
        self.met_box.setChecked(row.met)
        self.present_button.setChecked(row.present)
        self.status_pick.set_code(row.status.value)
        self.excluded_pick.set_code(row.excluded)
        self.idle_pick.set_code(row.idle_exempt)
        self.idle_pick.setVisible(row.asks_idle)
        self.refused_edit.set_count(row.refused_jobs)
        self.refused_edit.setVisible(row.asks_idle)
        self.paid_edit.set_count(row.paid_months)
        self.paid_edit.setVisible(row.asks_died and row.died is not None)
        self.died_edit.setVisible(row.asks_died)
        if row.died and not self.died_edit.hasFocus():
            self.died_edit.setDate(QDate(row.died.year, row.died.month, row.died.day))

    def _lay_out(self, small: int, large: int) -> None:
        who = QHBoxLayout()
        who.setSpacing(small)
        for widget in (self.name, self._counts, self._why):
            who.addWidget(widget)
        who.setStretch(2, 1)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addLayout(who)
        lines.addWidget(self._who)
        lines.addWidget(self._fault)
        marks = QHBoxLayout()
        marks.setSpacing(large)
        marks.addWidget(self.met_box)
        marks.addWidget(self.present_button)
        box = QWidget()
        picks = Flow(box)
        state = (self.status_pick, self.idle_pick, self.refused_edit)
        for editor in (*state, self.excluded_pick, self.died_edit, self.paid_edit):
            picks.addWidget(editor)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, small, 0, small)
        grid.setVerticalSpacing(small)
        grid.addLayout(lines, 0, 0)
        grid.addLayout(marks, 0, 1)
        grid.addWidget(box, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    def _connect(self) -> None:
        self.met_box.clicked.connect(self.met)
        self.present_button.clicked.connect(self.present)
        self.status_pick.picked.connect(self.status)
        self.excluded_pick.picked.connect(self.excluded)
        self.idle_pick.picked.connect(self.idle)
        self.refused_edit.counted.connect(self.refused)
        self.paid_edit.counted.connect(self.paid)
        for edit in (self.refused_edit, self.paid_edit):
            edit.editingFinished.connect(self.left)
        self.died_edit.editingFinished.connect(lambda: self.died.emit(self.died_edit.date()))
