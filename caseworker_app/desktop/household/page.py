"""The household step: widgets and their wiring."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from caseworker_app.desktop.comparison.line import go
from caseworker_app.desktop.comparison.proposed import ProposalRow
from caseworker_app.desktop.comparison.proposed_card import ProposalCard
from caseworker_app.desktop.household.change_card import ChangeCard
from caseworker_app.desktop.household.change_flow import ChangeFlow
from caseworker_app.desktop.household.condition_card import ConditionCard
from caseworker_app.desktop.household.presenter import (
    ColleagueRow,
    HouseholdPresenter,
    HouseholdView,
    MemberRow,
)
from caseworker_app.desktop.household.row import MemberWidget
from caseworker_app.desktop.step.editors import fill
from caseworker_app.desktop.step.page import StepPage
from caseworker_app.desktop.step.places import item_of, section_of
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import spoken, tr
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.choice import Choice
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.room import Stack
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.model.codes import ChangeKind, EmploymentStatus, VisitKind


class HouseholdPage(StepPage):
    """Members, team, how to reach the household."""

    def __init__(self, presenter: HouseholdPresenter, tasks: Tasks | None = None) -> None:
        super().__init__()
        self._presenter = presenter
        view = presenter.view()
        self.members: dict[str, MemberWidget] = {}
        self.team: dict[str, QCheckBox] = {}
        self.met_all = Button(tr("全部见到"), icon="people", key="F2")
        self.change = Button(tr("家庭变化"), icon="history", key="F7")
        self.changes = ChangeCard()
        self._counted = Label("", Text.SMALL, Shade.SECOND)
        self._notes = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._fault = Label("", Text.SMALL, wrap=True)
        self._fault.set_tone(Tone.RED)
        self._rows = QVBoxLayout()
        self._boxes = QWidget()
        self._flow = Flow(self._boxes, Gap.LARGE)
        self.other = QLineEdit()
        self.other.setPlaceholderText(tr("名单上没有的同行人，填姓名后回车"))
        self.other.setAccessibleName(tr("另一名调查人姓名"))
        self.township = QCheckBox(tr("乡镇（街道）工作人员"))
        self.township.setChecked(True)
        self.bring = Button(tr("加入"), icon="add")
        self.kind = Choice([(kind.value, spoken(kind)) for kind in VisitKind])
        self.phone = QLineEdit()
        self.address = QLineEdit()
        self._registered = Label("", Text.BODY, wrap=True)
        self._scroll = Scroll()
        self._stack = Stack()
        self._stack.fill(self)
        self._stack.addWidget(self._scroll)
        self.flow = ChangeFlow(
            self._stack, presenter.changing, tasks, presenter.homes, presenter.day
        )
        self.proposals = self._proposed(view.proposals)
        self.condition = ConditionCard(presenter.condition)
        self._lay_out(view)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        view = self._presenter.view()
        self._show_people(view.members)
        self.condition.refresh()
        self.changes.show_rows(self._presenter.changing.rows(), self._presenter.changing.months())
        self._show_proposals(view.proposals)
        self._show_team(view.colleagues)
        self._counted.setText(view.counted)
        self._notes.setText("\n".join(view.notes))
        self._notes.setVisible(bool(view.notes))
        self._fault.setText(view.team_fault)
        self._fault.setVisible(bool(view.team_fault))
        self.kind.set_code(view.kind.value)
        fill(self.phone, view.phone)
        fill(self.address, view.living_address)
        self._registered.setText(view.registered_address)
        for card in self.findChildren(Card):
            card.setEnabled(view.is_open)
        self.flow.refresh()

    def begin(self) -> bool:
        if self.flow.is_open:
            self.flow.begin_again()
        else:
            self.met_all.setFocus()
        return True

    def forward(self) -> bool:
        was_open = self.flow.is_open
        if was_open:
            self.flow.forward()
        return was_open

    def back(self) -> bool:
        was_open = self.flow.is_open
        if was_open:
            self.flow.close()
        return was_open

    def onward(self) -> str:
        return self.flow.onward() if self.flow.is_open else ""

    def jump(self, place: str) -> None:
        section = section_of(place)
        if section == "changes":
            self._jump_to_change(place)
            return
        if self.flow.is_open:
            self.flow.close()
        if section == "investigators":
            free = (box for box in self.team.values() if box.isEnabled() and not box.isChecked())
            next(free, self.other).setFocus()
        elif section == "present":
            next(iter(self.members.values())).present_button.setFocus()
        elif section == "apply_alone":
            self.condition.alone.setFocus()
        elif self.condition.has(field := place.rpartition("/")[2]):
            self.condition.focus_unit(item_of(place), field)
        elif item_of(place) in self.members:
            self.members[item_of(place)].status_pick.setFocus()
        else:
            self.met_all.setFocus()

    def _lay_out(self, view: HouseholdView) -> None:
        body = self._scroll.body
        body.addWidget(self.proposals)
        people = self._people(view.members)
        rest = (self.condition, self._investigators(), self._contact())
        for card in (people, self.changes, *rest):
            body.addWidget(card)
        body.addStretch()

    def _show_proposals(self, rows: tuple[ProposalRow, ...]) -> None:
        """Show what the data propose; an answer of the office may bring more meanwhile."""
        if [row.id for row in rows] != list(self.proposals.lines):
            before, self.proposals = self.proposals, self._proposed(rows)
            self._scroll.body.replaceWidget(before, self.proposals)
            before.hide()
            before.deleteLater()
        for row in rows:
            self.proposals.lines[row.id].show_row(row)
        self.proposals.setVisible(bool(rows))

    def _proposed(self, rows: tuple[ProposalRow, ...]) -> ProposalCard:
        card = ProposalCard(rows)
        card.opened.connect(lambda key: self.jump_asked.emit(f"/explanations/#{key}"))
        for line in card.lines.values():
            line.stepped.connect(
                lambda distance, line=line: go(card.lines.values(), line, distance)
            )
        return card

    def _people(self, rows: tuple[MemberRow, ...]) -> Card:
        card = Card(tr("家庭成员"))
        card.body.setSpacing(look.current().px(Gap.SMALL))
        card.head.addWidget(self._counted)
        card.head.addWidget(self.met_all)
        card.head.addWidget(self.change)
        card.body.addLayout(self._rows)
        self._show_people(rows)
        card.add(self._notes)
        return card

    def _show_people(self, rows: tuple[MemberRow, ...]) -> None:
        """Show everybody who is or was on the list; only who came by mistake goes again."""
        for gone in self.members.keys() - {row.id for row in rows}:
            widget = self.members.pop(gone)
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for row in rows:
            if row.id not in self.members:
                widget = self.members[row.id] = MemberWidget(row)
                self._connect_member(row.id, widget)
                self._rows.addWidget(widget)
            self.members[row.id].show_row(row)

    def _connect_member(self, member_id: str, widget: MemberWidget) -> None:
        act = self._presenter
        widget.met.connect(lambda met: act.meet(member_id, met))
        widget.present.connect(lambda: act.present(member_id))
        widget.status.connect(lambda code: act.status(member_id, EmploymentStatus(code)))
        widget.excluded.connect(lambda code: act.exclude(member_id, code))
        widget.idle.connect(lambda code: act.idle_exempt(member_id, code))
        widget.paid.connect(lambda months: act.paid_after(member_id, months))
        widget.refused.connect(lambda times: act.refused(member_id, times))
        widget.left.connect(act.commit)
        widget.died.connect(lambda day: self._died(member_id, day))

    def _jump_to_change(self, place: str) -> None:
        """Open the change that lacks something, or the one that has to follow; none undone."""
        change_id = item_of(place)
        if not change_id:
            self.flow.begin(ChangeKind.HEAD)
        elif self._presenter.changing.stands(change_id):
            self.flow.open_change(change_id, place.rpartition("/")[2])
        else:
            self.flow.close()

    def _closed(self) -> None:
        self._stack.setCurrentWidget(self._scroll)
        self.change.setFocus()

    def _died(self, member_id: str, day: QDate) -> None:
        self._presenter.died(member_id, date(day.year(), day.month(), day.day()))

    def _investigators(self) -> Card:
        px = look.current().px
        card = Card(tr("今天的调查人（至少 2 人）"))
        card.add(self._boxes)
        card.add(self._fault)
        line = QHBoxLayout()
        line.setSpacing(px(Gap.MEDIUM))
        line.addWidget(self.other, 1)
        line.addWidget(self.township)
        line.addWidget(self.bring)
        card.body.addLayout(line)
        return card

    def _show_team(self, rows: tuple[ColleagueRow, ...]) -> None:
        for row in rows:
            if row.id not in self.team:
                box = QCheckBox(f"{row.name} · {row.unit}" + (tr("（本人）") if row.self else ""))
                box.setEnabled(not row.self)
                box.clicked.connect(lambda on, who=row.id: self._presenter.accompany(who, comes=on))
                self.team[row.id] = box
                self._flow.addWidget(box)
            self.team[row.id].setChecked(row.comes)
        self._boxes.updateGeometry()

    def _bring(self) -> None:
        self._presenter.bring(self.other.text(), township=self.township.isChecked())
        self.other.clear()
        self.other.setFocus()

    def _contact(self) -> Card:
        px = look.current().px
        card = Card(tr("核查类型与联系"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(Gap.LARGE))
        grid.setVerticalSpacing(px(Gap.MEDIUM))
        grid.addWidget(Field(tr("核查类型"), self.kind), 0, 0, 1, 2)
        grid.addWidget(Field(tr("联系电话"), self.phone), 1, 0)
        grid.addWidget(Field(tr("现住址"), self.address), 1, 1)
        grid.addWidget(Field(tr("户籍地址"), self._registered), 2, 0, 1, 2)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(0, 1)
        card.body.addLayout(grid)
        return card

    def _connect(self) -> None:
        act = self._presenter
        self.met_all.clicked.connect(act.meet_all)
        self.change.clicked.connect(self.flow.open)
        self.changes.opened.connect(self.flow.open_change)
        self.flow.closed.connect(self._closed)
        self.flow.moved.connect(self.moved)
        self.flow.failed.connect(self.failed)
        self.flow.told.connect(self.told)
        self.kind.picked.connect(lambda code: act.kind(VisitKind(code)))
        self.bring.clicked.connect(self._bring)
        self.other.returnPressed.connect(self._bring)
        self.phone.textEdited.connect(act.phone)
        self.phone.editingFinished.connect(act.commit)
        self.address.textEdited.connect(act.living_address)
        self.address.editingFinished.connect(act.commit)
