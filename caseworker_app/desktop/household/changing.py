"""The change being written down: which questions, which answers, which units they change.

As soon as it is known whom it is about it stands in the visit; each answer after that is saved
as it is given, and taking the change back restores what stood before.
"""

from dataclasses import dataclass, replace
from datetime import date

from caseworker_app.desktop.household import history, wording
from caseworker_app.desktop.household.change_view import (
    ChangeRow,
    Effect,
    FlowView,
    HintRow,
    OtherRow,
)
from caseworker_app.desktop.household.effects import effects
from caseworker_app.desktop.household.newcomer import Newcomer, said
from caseworker_app.desktop.step import words
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import spoken, tr
from caseworker_app.model.change import HouseholdChange, LinkedFile
from caseworker_app.model.codes import ChangeKind, EmploymentStatus
from caseworker_app.model.values import Fen
from caseworker_app.model.visit import Visit
from caseworker_app.rules.changes.apply import again, in_the_way, undo
from caseworker_app.rules.changes.kinds import COMES
from caseworker_app.rules.changes.known import Hint, hints
from caseworker_app.rules.changes.missing import needs_head
from caseworker_app.rules.changes.months import paid_since
from caseworker_app.rules.findings import confirmed_by
from caseworker_app.workflow.household_change import Elsewhere, OtherHome, written


@dataclass(frozen=True, slots=True)
class Asked:
    """A household to merge with, chosen and not yet joined."""

    found: tuple[OtherHome, ...] = ()
    chosen: OtherHome | None = None


class ChangePresenter:
    def __init__(self, case: Case) -> None:
        self._case = case
        self._change: HouseholdChange | None = None
        self._person = Newcomer()
        self._support: Fen = 0
        self._twins: tuple[Elsewhere, ...] = ()
        self._asked = Asked()

    @property
    def visit_id(self) -> str:
        return self._case.visit.id

    @property
    def household_id(self) -> str:
        return self._case.visit.household.id

    @property
    def kind(self) -> ChangeKind | None:
        """Return the kind being written down, or None between two."""
        return self._change.kind if self._change else None

    @property
    def merges(self) -> bool:
        """Whether two households are to be joined, and are not yet."""
        return self._now.kind is ChangeKind.MERGE and not self._stands

    @property
    def next_kind(self) -> ChangeKind | None:
        """Return what has to follow a written change, such as a new head after a death."""
        heads = self._now.kind is not ChangeKind.HEAD and needs_head(self._case.visit)
        return ChangeKind.HEAD if heads and self._stands else None

    @property
    def change_id(self) -> str:
        return self._now.id

    def rows(self) -> tuple[ChangeRow, ...]:
        return history.rows(self._case.visit)

    def months(self) -> str:
        return history.months(self._case.visit)

    def hints(self) -> tuple[HintRow, ...]:
        """Return what registers show and nobody has written down."""
        return tuple(
            HintRow(
                f"{hint.name}{'' if hint.who else tr('（不在名单上）')} "
                f"{words.day(hint.day)}{spoken(hint.kind)}",
                hint.source,
            )
            for hint in self._hints()
        )

    def begin(self, kind: ChangeKind) -> None:
        """Begin a change of a kind; nothing is written before it is about somebody."""
        self._change = HouseholdChange(
            self._case.actions.new_id(),
            kind,
            by=self._case.actions.person.name,
            at=self._case.actions.now().isoformat(timespec="seconds"),
        )
        self._person = Newcomer.of_kind(kind)
        self._support, self._twins, self._asked = 0, (), Asked()

    def take_hint(self, place: int) -> None:
        """Begin the change a register shows, with everything it says."""
        hint = self._hints()[place]
        self.begin(hint.kind)
        self._set(source=hint.source, how=hint.how)
        if hint.who:
            self._set(who=(hint.who,))
        else:
            self._person = Newcomer.of_hint(hint, self._case.visit.day)
        self.day(hint.day)

    def open(self, change_id: str) -> None:
        """Take up a change that stands in the visit."""
        visit = self._case.visit
        self._change = next(c for c in visit.changes or () if c.id == change_id)
        came = next((m for m in visit.household.members if m.id in self._change.who), None)
        self._person = Newcomer()
        if came and self._change.kind in COMES:
            self._person = Newcomer.of_member(came, self._case.checked(came.id).status)
        paying = (o for o in visit.household.obligors if o.id in self._change.brought)
        self._support = next((o.agreed for o in paying), 0)
        self._twins, self._asked = (), Asked()

    def close(self) -> None:
        """Save what was typed and leave the change as it stands."""
        self._case.commit()
        self._change = None

    def commit(self) -> None:
        self._case.commit()

    def take_back(self, change_id: str) -> str:
        """Take a change back; return why that can't be yet, or ""."""
        visit = self._case.visit
        change = next(c for c in visit.changes or () if c.id == change_id)
        if change.difference in confirmed_by(visit):
            return tr("这项变化是三比对查实的，请到三比对撤回结论，名单随即恢复。")
        rests = in_the_way(visit, change_id)
        if rests:
            told = tr("、").join(
                tr("{word}（{names}）", word=spoken(c.kind), names=history.names(visit, c))
                for c in rests
            )
            return tr("后来又记了{told}，请先撤销它，再撤销这一项。", told=told)
        self._case.put(written(visit, undo(visit, change_id)))
        self._change = None
        return ""

    def who(self, ids: tuple[str, ...]) -> None:
        """Note whom it is about; a new head's roles and a death's months follow."""
        change = self._now
        leads = change.kind in {ChangeKind.HEAD, ChangeKind.SPLIT}
        stays = change.kind is ChangeKind.SPLIT and change.head in ids
        head = ids[0] if leads and ids and not stays else change.head if stays else ""
        self._set(who=ids, head=head)
        self._set(roles=wording.roles(self._now, self._base().household))
        self._put()

    def head(self, member_id: str) -> None:
        """Note who heads the household that is split off."""
        self._set(head=member_id)
        self._set(roles=wording.roles(self._now, self._base().household))
        self._put()

    def role(self, member_id: str, relation: str) -> None:
        roles = tuple(
            replace(r, relation=relation) if r.id == member_id else r for r in self._now.roles
        )
        self._set(roles=roles)
        self._put()

    def day(self, day: date | None) -> None:
        self._set(day=day)
        pays = self._base().household.monthly > 0
        if self._now.kind is ChangeKind.DEATH:
            self._set(paid=paid_since(day, self._case.visit.day) if day and pays else ())
        self._put()

    def paid(self, months: int) -> None:
        """Take, while it is typed, for how many months after the death was paid."""
        day = self._now.day
        if day is not None:
            first = paid_since(day, date(day.year + 20, 1, 1))
            self._set(paid=first[:months])
            self._put(save=False)

    def how(self, code: str) -> None:
        self._set(how=code)
        self._put()

    def papers(self, codes: tuple[str, ...]) -> None:
        self._set(papers=codes)
        self._put()

    def reason(self, text: str) -> None:
        self._set(reason=text)
        self._put(save=False)

    def name(self, text: str) -> None:
        self._person = replace(self._person, name=text)
        self._put(save=False)

    def number(self, text: str) -> None:
        """Take a number while it is typed; birth and state follow from a whole one."""
        self._person = self._person.numbered(text, self._case.visit.day)
        self._twins = ()
        born = self._person.born
        if self._now.kind is ChangeKind.BIRTH and born and self._now.day is None:
            self._set(day=born)
        self._put(save=False)

    def relation(self, code: str) -> None:
        self._person = replace(self._person, relation=code)
        self._put()

    def status(self, status: EmploymentStatus) -> None:
        self._person = replace(self._person, status=status, asked=True)
        self._put()

    def support(self, fen: Fen | None) -> None:
        """Take what the parent who left pays for the children, a month."""
        self._support = fen or 0
        self._put(save=False)

    def address(self, text: str) -> None:
        if self._now.other is not None:
            self._set(other=replace(self._now.other, living_address=text))
            self._put(save=False)

    def phone(self, text: str) -> None:
        if self._now.other is not None:
            self._set(other=replace(self._now.other, phone=text))
            self._put(save=False)

    def money(self, fen: Fen | None) -> None:
        """Take the savings the new household takes along, at most what there is."""
        there = self._base().property.money
        self._set(money=-min(fen or 0, there))
        self._put(save=False)

    def number_to_check(self) -> str:
        """Return a whole number to look for in the other households of this laptop, or ""."""
        return self._person.number if self._person.born else ""

    def elsewhere(self, number: str, found: tuple[Elsewhere, ...]) -> None:
        """Take where else a number stands; what was typed on meanwhile is not about it."""
        if number == self._person.number:
            self._twins = found

    def others(self, found: tuple[OtherHome, ...]) -> None:
        self._asked = Asked(found)

    def choose_other(self, household_id: str) -> None:
        chosen = next(o for o in self._asked.found if o.id == household_id)
        self._asked = replace(self._asked, chosen=None if chosen.refused else chosen)

    def merging(self) -> HouseholdChange | None:
        """Return the merge as it is to be carried out; None while something is missing."""
        chosen, change = self._asked.chosen, self._change
        if chosen is None or change is None or change.day is None:
            return None
        return replace(change, other=LinkedFile(chosen.id, chosen.number, chosen.head))

    def stands(self, change_id: str) -> bool:
        """Tell whether a change is written down in the visit, and not undone."""
        return any(change.id == change_id for change in self._case.visit.changes or ())

    def merged_in(self, change_id: str) -> bool:
        """Tell whether a change joined another household, which has to be told too."""
        found = (c for c in self._case.visit.changes or () if c.id == change_id)
        return any(c.kind is ChangeKind.MERGE for c in found)

    def take(self, visit: Visit) -> None:
        """Take in a visit two households were joined in, or parted again."""
        self._case.stored(visit)

    def view(self) -> FlowView:
        change, base = self._now, self._base()
        number, tone = said(self._person, self._here(base), self._twins, self._case.visit.day)
        stands = self._stands
        return FlowView(
            kind=change.kind,
            title=spoken(change.kind),
            source=change.source,
            people=wording.people(change.kind, base),
            who=change.who,
            name=self._person.name,
            number=self._person.typed,
            number_said=number,
            number_tone=tone,
            relation=self._person.relation,
            status=self._person.status,
            how=change.how,
            day=change.day,
            paid_months=len(change.paid),
            support=self._support,
            head=change.head,
            heads=tuple((m.id, m.name) for m in base.household.members if m.id in change.who),
            roles=wording.role_rows(change, base.household),
            address=change.other.living_address if change.other else "",
            phone=change.other.phone if change.other else "",
            money=-change.money,
            papers=change.papers,
            reason=change.reason,
            effects=effects(self._case, change) if stands else self._before_writing(),
            written=stands,
            can_write=self._case.is_open and not self._fixed,
            found=tuple(map(_other, self._asked.found)),
            other=_other(self._asked.chosen).text if self._asked.chosen else "",
        )

    @property
    def _now(self) -> HouseholdChange:
        if self._change is None:
            raise ValueError("no change is being written down")
        return self._change

    @property
    def _stands(self) -> bool:
        return self.stands(self._now.id)

    @property
    def _fixed(self) -> bool:
        """Whether it only can be taken back: two visits hold it."""
        return self._now.kind in {ChangeKind.MERGE, ChangeKind.MERGED} and self._stands

    def _set(self, **fields: object) -> None:
        self._change = replace(self._now, **fields)  # type: ignore[arg-type]  # fields of it

    def _base(self) -> Visit:
        """Return the visit without this change."""
        return undo(self._case.visit, self._now.id) if self._stands else self._case.visit

    def _put(self, *, save: bool = True) -> None:
        """Write the change as it is worded now; what is about nobody any more goes again."""
        visit = self._case.visit
        if not self._case.is_open or self._fixed or self._now.kind is ChangeKind.MERGE:
            return
        if self._is_about_somebody():
            base = self._base()
            self._change = wording.worded(self._now, base, self._case.actions.new_id)
            arrival = wording.arrival(self._now, self._person, self._support, base.household)
            after = again(visit, self._change, arrival)
        elif self._stands:
            after = undo(visit, self._now.id)
        else:
            return
        units = written(visit, after)
        if units:
            self._case.type(units)
        if save:
            self._case.commit()

    def _is_about_somebody(self) -> bool:
        change = self._now
        if change.kind in COMES:
            named = bool(self._person.name.strip() or self._person.number)
            return named and not self._here(self._base())
        return bool(change.who)

    def _here(self, base: Visit) -> str:
        """Return the name of the member who has this number already, or ""."""
        return self._person.twin(base.household.members)

    def _hints(self) -> tuple[Hint, ...]:
        return hints(self._case.visit, self._case.dossier.records) if self._case.is_open else ()

    def _before_writing(self) -> tuple[Effect, ...]:
        if self._now.kind is ChangeKind.MERGE:
            text = tr("选定并进来的户、填好日期，再按“并户”")
            more = tr("那一户同时转入结束核查，历史都保留")
            return Effect(text, Tone.BLUE, strong=True), Effect(more, strong=True)
        return Effect(tr("选定是谁，这里就显示影响"), strong=True), Effect(" ", strong=True)


def _other(home: OtherHome) -> OtherRow:
    parts = (
        tr("{head}户", head=home.head),
        home.number,
        home.village,
        tr("{members} 人", members=home.members),
        home.refused,
    )
    return OtherRow(home.id, " · ".join(filter(None, parts)), home.refused)
