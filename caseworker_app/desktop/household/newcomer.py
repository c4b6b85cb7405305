"""Who comes into the household, as far as it is typed: what the number says of the person."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from caseworker_app.desktop.step import words
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.model import id_number
from caseworker_app.model.codes import ChangeKind, EmploymentStatus
from caseworker_app.model.household import Member
from caseworker_app.rules.changes.known import Hint
from caseworker_app.rules.changes.relations import OTHER, SONS, SPOUSE
from caseworker_app.rules.comparison.facts import number_of
from caseworker_app.rules.findings import status_by_age
from caseworker_app.workflow.household_change import Elsewhere

_INFANTS = frozenset({ChangeKind.BIRTH, ChangeKind.ADOPTION})


@dataclass(frozen=True, slots=True)
class Newcomer:
    name: str = ""
    typed: str = ""
    """The number as it was typed."""
    relation: str = OTHER
    status: EmploymentStatus = EmploymentStatus.IDLE
    marital: str = "10"
    asked: bool = False
    """The state was chosen and not taken by age."""

    @classmethod
    def of_kind(cls, kind: ChangeKind) -> Self:
        """Return what is known of a newcomer by the kind of change alone."""
        if kind in _INFANTS:
            return cls(relation=SONS[True], status=EmploymentStatus.CHILD)
        if kind is ChangeKind.MARRIAGE:
            return cls(relation=SPOUSE, marital="20")
        return cls()

    @classmethod
    def of_hint(cls, hint: Hint, day: date) -> Self:
        """Return whom a register names."""
        known = cls.of_kind(hint.kind)
        named = replace(known, name=hint.name, relation=hint.relation or known.relation)
        return named.numbered(hint.number, day)

    @classmethod
    def of_member(cls, member: Member, status: EmploymentStatus) -> Self:
        """Return somebody who stands on the list already."""
        return cls(
            member.name, member.id_number, member.relation, status, member.marital, asked=True
        )

    @property
    def number(self) -> str:
        """Return the number as it is matched."""
        return number_of(self.typed)

    @property
    def born(self) -> date | None:
        """Return the day of birth of a number of full length."""
        whole = len(self.number) == id_number.LENGTH
        return id_number.birth(self.number) if whole else None

    def numbered(self, text: str, day: date) -> Self:
        """Return the newcomer with a number, and what follows from it."""
        new = replace(self, typed=text)
        if new.born is None:
            return new
        if not self.asked:
            new = replace(new, status=status_by_age(id_number.age(new.number, day)))
        if self.relation in SONS.values() and new.number[16].isdigit():
            new = replace(new, relation=SONS[id_number.is_male(new.number)])
        return new

    def twin(self, members: Iterable[Member]) -> str:
        """Return the name of the member with the same number, or ""."""
        number = self.number
        same = (m.name for m in members if number and number_of(m.id_number) == number)
        return next(same, "")

    def member(self, member_id: str, hukou_number: str) -> Member:
        return Member(
            id=member_id,
            name=self.name.strip(),
            id_number=self.number,
            relation=self.relation,
            status=self.status,
            marital=self.marital,
            hukou_number=hukou_number,
        )


def said(person: Newcomer, here: str, twins: tuple[Elsewhere, ...], day: date) -> tuple[str, Tone]:
    """Return what the number says, or what is wrong with it; red only where it is wrong."""
    number = person.number
    if not number:
        return tr("还没有号码的新生儿可以先空着"), Tone.GREY
    if here:
        return tr("这个号码是本户成员{here}的，不能再加一次", here=here), Tone.RED
    if len(number) < id_number.LENGTH:
        return tr("已输 {n} 位，共 18 位", n=len(number)), Tone.GREY
    fault = id_number.fault(number)
    return (fault.reason, Tone.RED) if fault else _of_whole(number, twins, day)


def _of_whole(number: str, twins: tuple[Elsewhere, ...], day: date) -> tuple[str, Tone]:
    if twins:
        homes = tr("；").join(
            tr("{head}户（{number}）的{name}", head=t.head, number=t.number, name=t.name)
            for t in twins
        )
        return tr("这个号码已在别户名单上：{homes}。请核对，防止重复享受", homes=homes), Tone.ORANGE
    sex = tr("男") if id_number.is_male(number) else tr("女")
    born = words.day(id_number.birth(number))
    return tr(
        "{sex}，{born}生，{age} 岁", sex=sex, born=born, age=id_number.age(number, day)
    ), Tone.GREEN
