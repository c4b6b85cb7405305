"""What the household step shows, and which units its keys change."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from caseworker_app.desktop.comparison import proposed
from caseworker_app.desktop.comparison.proposed import ProposalRow
from caseworker_app.desktop.household import history
from caseworker_app.desktop.household.changing import ChangePresenter
from caseworker_app.desktop.household.condition import ConditionPresenter
from caseworker_app.desktop.step import law, words
from caseworker_app.desktop.step.case import Case, removal
from caseworker_app.desktop.tongue import joined, tr
from caseworker_app.model import id_number
from caseworker_app.model.ages import is_adult
from caseworker_app.model.codes import EmploymentStatus, VisitKind
from caseworker_app.model.household import Member
from caseworker_app.model.values import Json, Month
from caseworker_app.model.visit import CheckedMember, Investigator
from caseworker_app.rules import membership
from caseworker_app.rules.changes.kinds import COMES

_TEAM = 2


@dataclass(frozen=True, slots=True)
class MemberRow:
    id: str
    name: str
    relation: str
    number: str
    number_fault: str
    """What is wrong with the number, or ""."""
    age: int
    status: EmploymentStatus
    excluded: str
    died: date | None
    asks_died: bool
    paid_months: int
    """Months paid for the dead person after the month of death."""
    idle_exempt: str
    asks_idle: bool
    """Able to work and without work: the law asks for the reason."""
    refused_jobs: int
    health: str
    counted: bool
    why: str
    met: bool
    present: bool


@dataclass(frozen=True, slots=True)
class ColleagueRow:
    id: str
    name: str
    unit: str
    comes: bool
    self: bool
    """The person at the keyboard, who always comes."""


@dataclass(frozen=True, slots=True)
class HouseholdView:
    proposals: tuple[ProposalRow, ...]
    members: tuple[MemberRow, ...]
    colleagues: tuple[ColleagueRow, ...]
    kind: VisitKind
    phone: str
    registered_address: str
    living_address: str
    counted: str
    """Such as ``共同生活 3 人，见到 2 人``."""
    team_fault: str
    """Why this team may not visit, or ""."""
    notes: tuple[str, ...]
    is_open: bool


class HouseholdPresenter:
    def __init__(self, case: Case) -> None:
        self._case = case
        self.condition = ConditionPresenter(case)
        self.changing = ChangePresenter(case)
        self.homes = case.actions.homes
        self.day = case.visit.day

    def view(self) -> HouseholdView:
        visit, household = self._case.visit, self._case.visit.household
        rows = tuple(self._row(member) for member in household.members)
        return HouseholdView(
            proposals=proposed.rows(self._case),
            members=rows,
            colleagues=self._colleagues(),
            kind=visit.kind,
            phone=household.phone,
            registered_address=household.registered_address,
            living_address=household.living_address,
            counted=_numbers(rows),
            team_fault=team_fault(visit.investigators),
            notes=self._notes(),
            is_open=self._case.is_open,
        )

    def meet(self, member_id: str, met: bool) -> None:  # noqa: FBT001  # the state of a check box
        """Note that somebody was met; who was not met can't be the one present."""
        changes: dict[str, Json] = {f"/members/#{member_id}/met": met}
        if not met and self._case.visit.present == member_id:
            changes["/present"] = ""
        self._case.put(changes)

    def meet_all(self) -> None:
        """Note that everybody who counts was met."""
        counted = self._case.live.determination.counted
        self._case.put({f"/members/#{member_id}/met": True for member_id in counted})

    def present(self, member_id: str) -> None:
        """Note who is at home and signs; that person has been met."""
        self._case.put({"/present": member_id, f"/members/#{member_id}/met": True})

    def status(self, member_id: str, status: EmploymentStatus) -> None:
        changes: dict[str, Json] = {f"/members/#{member_id}/status": status.value}
        if status is not EmploymentStatus.IDLE:
            changes[f"/members/#{member_id}/idle_exempt"] = ""
        self._case.put(changes)

    def idle_exempt(self, member_id: str, reason: str) -> None:
        self._case.put({f"/members/#{member_id}/idle_exempt": reason})

    def exclude(self, member_id: str, reason: str) -> None:
        """Note why a member doesn't count; "" counts again."""
        path = f"/members/#{member_id}"
        changes: dict[str, Json] = {f"{path}/excluded": reason}
        if reason != membership.DEAD:
            changes |= {f"{path}/died": None, "/paid_after_death": []}
        self._case.put(changes)

    def died(self, member_id: str, day: date) -> None:
        """Note the day of death; what was paid after it follows from that."""
        self._case.put({f"/members/#{member_id}/died": day.isoformat()})

    def paid_after(self, member_id: str, months: int) -> None:
        """Take, while it is typed, for how many months after death was paid."""
        died = self._case.checked(member_id).died
        if died is not None:
            paid = [Month.of(died).plus(n) for n in range(1, months + 1)]
            self._case.type({"/paid_after_death": [[m.year, m.month] for m in paid]})

    def refused(self, member_id: str, times: int) -> None:
        """Take, while it is typed, how often suitable work was refused in a row (DBM-34)."""
        self._case.type({f"/members/#{member_id}/refused_jobs": times})

    def kind(self, kind: VisitKind) -> None:
        self._case.put({"/kind": kind.value})

    def phone(self, text: str) -> None:
        self._case.type({"/household/phone": text})

    def living_address(self, text: str) -> None:
        self._case.type({"/household/living_address": text})

    def accompany(self, investigator_id: str, *, comes: bool) -> None:
        """Take a colleague into the team or out of it; oneself stays."""
        if investigator_id == self._case.actions.person.id:
            return
        path = f"/investigators/#{investigator_id}"
        who = next(i for i in self._everybody() if i.id == investigator_id)
        if comes:
            self._case.put(_units(who))
        else:
            self._case.put(removal(path, who))

    def bring(self, name: str, *, township: bool) -> None:
        """Take somebody into the team by name; whoever is not on the list is of one's own unit."""
        named = name.strip()
        known = next((i for i in self._everybody() if i.name == named), None)
        if known is not None:
            self.accompany(known.id, comes=True)
        elif named:
            new_id, unit = self._case.actions.new_id(), self._case.actions.person.unit
            self._case.put(_units(Investigator(new_id, named, unit, township)))

    def commit(self) -> None:
        self._case.commit()

    def _row(self, member: Member) -> MemberRow:
        checked = self._case.checked(member.id)
        fault = id_number.fault(member.id_number)
        counted = member.id in self._case.live.determination.counted
        return MemberRow(
            id=member.id,
            name=member.name,
            relation=words.relation(member.relation),
            number=member.id_number,
            number_fault=fault.reason if fault else "",
            age=id_number.age(member.id_number, self._case.visit.day),
            status=checked.status,
            excluded=checked.excluded,
            died=checked.died,
            asks_died=checked.excluded == membership.DEAD,
            paid_months=len(self._case.visit.paid_after_death),
            idle_exempt=checked.idle_exempt,
            asks_idle=checked.status is EmploymentStatus.IDLE,
            refused_jobs=checked.refused_jobs,
            health=_health(checked),
            counted=counted,
            why=history.of_member(self._case.visit, member.id)
            or self._why(member, checked, counted=counted),
            met=checked.met,
            present=self._case.visit.present == member.id,
        )

    def _why(self, member: Member, checked: CheckedMember, *, counted: bool) -> str:
        if not counted:
            return words.NOT_COUNTED.get(checked.excluded, "") or tr("不符合共同生活条件")
        word = words.relation(member.relation)
        if member.id == self._case.visit.household.head_id:
            return ""
        if member.relation.startswith("1"):
            return tr("配偶，户籍不在一处也计入")
        if not is_adult(member.id_number, self._case.visit.day):
            return tr("未成年{word}", word=word)
        return tr("{word}，共同生活", word=word)

    def _everybody(self) -> tuple[Investigator, ...]:
        known = {i.id: i for i in (self._case.actions.person, *self._case.visit.investigators)}
        return tuple((known | {i.id: i for i in self._case.actions.colleagues}).values())

    def _colleagues(self) -> tuple[ColleagueRow, ...]:
        team = {i.id for i in self._case.visit.investigators}
        me = self._case.actions.person.id
        return tuple(
            ColleagueRow(i.id, i.name, i.unit, i.id in team, i.id == me) for i in self._everybody()
        )

    def _notes(self) -> tuple[str, ...]:
        notes = []
        if self._case.visit.household.near_relative:
            notes.append(
                tr(
                    "已备案的近亲属家庭：须由县级民政部门入户（{article}）。",
                    article=law.article("DBM-20"),
                )
            )
        away = [r.name for m in self._case.visit.members if not m.met and (r := self._met(m.id))]
        if away:
            notes.append(
                tr(
                    "还没见到 {names}。没见到的人，请在生活状况的备注里写明去向。",
                    names=tr("、").join(away),
                )
            )
        origin = self._case.visit.household.origin
        if origin:
            file = joined(tr("由{head}户分出", head=origin.head), origin.number)
            notes.append(tr("本户{file}。两份档案互相关联，原户的历史都在原档。", file=file))
        notes += [
            tr("{name}的从业状况是按年龄推定的，请问清后改正。", name=name)
            for name in self._by_age()
        ]
        return tuple(notes)

    def _by_age(self) -> Iterator[str]:
        """Yield who came and stands as idle, not met yet: nobody has asked what they do."""
        came = {who for c in self._case.visit.changes or () if c.kind in COMES for who in c.who}
        for seen in self._case.visit.members:
            if seen.id in came and seen.status is EmploymentStatus.IDLE and not seen.met:
                yield self._case.name(seen.id)

    def _met(self, member_id: str) -> Member | None:
        counted = member_id in self._case.live.determination.counted
        return self._case.member(member_id) if counted else None


def team_fault(team: tuple[Investigator, ...]) -> str:
    """Return why a team may not visit, or ""."""
    rule = law.article("DBM-16")
    if len(team) < _TEAM:
        return tr("入户调查至少 2 人，现在 {n} 人（{rule}）。", n=len(team), rule=rule)
    if not any(i.township for i in team):
        return tr("至少 1 人须是乡镇（街道）工作人员（{rule}）。", rule=rule)
    return ""


def _units(who: Investigator) -> dict[str, Json]:
    path = f"/investigators/#{who.id}"
    return {
        f"{path}/id": who.id,
        f"{path}/name": who.name,
        f"{path}/unit": who.unit,
        f"{path}/township": who.township,
    }


def _numbers(rows: tuple[MemberRow, ...]) -> str:
    counted, met = sum(row.counted for row in rows), sum(row.met for row in rows)
    return tr("共同生活 {counted} 人，见到 {met} 人", counted=counted, met=met)


def _health(checked: CheckedMember) -> str:
    return tr("、").join(filter(None, (words.disability(checked.disability), checked.illness)))
