"""A change on a visit, and a visit without it again: values in, values out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from caseworker_app.model.change import Before, HouseholdChange
from caseworker_app.model.codes import ChangeKind, EmploymentStatus
from caseworker_app.model.economy import Income
from caseworker_app.model.household import Member, Obligor
from caseworker_app.model.visit import (
    CheckedDwelling,
    CheckedMember,
    CheckedSupport,
    CheckedVehicle,
    Visit,
)
from caseworker_app.rules.changes import kinds
from caseworker_app.rules.changes.kinds import COMES
from caseworker_app.rules.membership import DEAD


@dataclass(frozen=True, slots=True)
class Arrival:
    """Who and what comes into the household by a change."""

    members: tuple[Member, ...] = ()
    incomes: tuple[Income, ...] = ()
    dwellings: tuple[CheckedDwelling, ...] = ()
    vehicles: tuple[CheckedVehicle, ...] = ()
    obligors: tuple[Obligor, ...] = ()

    @property
    def brought(self) -> tuple[str, ...]:
        """Return the ids of everything but the persons."""
        lists = (self.incomes, self.dwellings, self.vehicles, self.obligors)
        return tuple(item.id for items in lists for item in items)


_NOBODY = Arrival()


def apply(visit: Visit, change: HouseholdChange, arrival: Arrival = _NOBODY) -> Visit:
    """Return the visit with a change written down and done.

    The change keeps what it needs to be taken back; nobody leaves the list of members.
    """
    seen = {member.id: member for member in visit.members}
    goes = change.kind not in COMES and change.kind is not ChangeKind.HEAD
    before = tuple(_before(seen[who]) for who in change.who if goes and who in seen)
    done = replace(change, before=before, brought=arrival.brought)
    touched = {b.id for b in before}
    home, owned = visit.household, visit.property
    roles = {} if change.kind is ChangeKind.SPLIT else {r.id: r.relation for r in change.roles}
    return replace(
        visit,
        household=replace(
            home,
            members=_related((*home.members, *arrival.members), roles),
            head_id=change.head if change.kind is ChangeKind.HEAD else home.head_id,
            obligors=(*home.obligors, *arrival.obligors),
            monthly=home.monthly + _joined_pay(change),
        ),
        members=(
            *(_after(m, change) if m.id in touched else m for m in visit.members),
            *map(CheckedMember.of, arrival.members),
        ),
        incomes=(*visit.incomes, *arrival.incomes),
        support=(*visit.support, *map(CheckedSupport.of, arrival.obligors)),
        property=replace(
            owned,
            money=owned.money + change.money,
            dwellings=(*owned.dwellings, *arrival.dwellings),
            vehicles=(*owned.vehicles, *arrival.vehicles),
        ),
        paid_after_death=tuple(sorted({*visit.paid_after_death, *change.paid})),
        changes=_by_id((*(visit.changes or ()), done)),
    )


def undo(visit: Visit, change_id: str) -> Visit:
    """Return the visit without a change; what was typed over it since stays as typed."""
    change = next(c for c in visit.changes or () if c.id == change_id)
    others = tuple(c for c in visit.changes or () if c.id != change_id)
    came = frozenset(change.who) if change.kind in COMES else frozenset()
    brought = frozenset(change.brought)
    before = {b.id: b for b in change.before}
    home, owned = visit.household, visit.property
    is_head = change.kind is ChangeKind.HEAD
    roles = {} if change.kind is ChangeKind.SPLIT else {r.id: r.was for r in change.roles}
    months = {month for c in others for month in c.paid}
    return replace(
        visit,
        household=replace(
            home,
            members=_related((m for m in home.members if m.id not in came), roles),
            head_id=change.was_head if is_head and home.head_id == change.head else home.head_id,
            obligors=tuple(o for o in home.obligors if o.id not in brought),
            monthly=home.monthly - _joined_pay(change),
        ),
        members=tuple(
            _restored(m, change, before[m.id]) if m.id in before else m
            for m in visit.members
            if m.id not in came
        ),
        incomes=tuple(i for i in visit.incomes if i.id not in brought and i.who not in came),
        support=tuple(s for s in visit.support if s.id not in brought),
        property=replace(
            owned,
            money=max(0, owned.money - change.money),
            dwellings=tuple(d for d in owned.dwellings if d.id not in brought),
            vehicles=tuple(v for v in owned.vehicles if v.id not in brought),
        ),
        paid_after_death=tuple(
            m for m in visit.paid_after_death if m not in change.paid or m in months
        ),
        changes=others or None,
    )


def again(visit: Visit, change: HouseholdChange, arrival: Arrival = _NOBODY) -> Visit:
    """Return the visit with a change as it is worded now, in place of what stood of it.

    What was seen and earned of those who came by it stays.
    """
    if all(known.id != change.id for known in visit.changes or ()):
        return apply(visit, change, arrival)
    came = {member.id for member in arrival.members}
    seen = {member.id: member for member in visit.members if member.id in came}
    fresh = apply(undo(visit, change.id), change, arrival)
    lines = {income.id for income in fresh.incomes}
    kept = tuple(i for i in visit.incomes if i.who in came and i.id not in lines)
    return replace(
        fresh,
        members=tuple(
            replace(seen[m.id], status=m.status) if m.id in seen else m for m in fresh.members
        ),
        incomes=(*fresh.incomes, *kept),
    )


def in_the_way(visit: Visit, change_id: str) -> tuple[HouseholdChange, ...]:
    """Return the later changes that rest on one: they are taken back before it."""
    changes = _by_id(visit.changes or ())
    change = next(c for c in changes if c.id == change_id)
    later = changes[changes.index(change) + 1 :]
    return tuple(c for c in later if _touched(c) & _touched(change) or _after_head(change, c))


def of_difference(visit: Visit, difference: str) -> HouseholdChange | None:
    """Return the change that was written down because a difference was confirmed."""
    return next((c for c in visit.changes or () if c.difference == difference), None)


def _touched(change: HouseholdChange) -> frozenset[str]:
    roles = (r.id for r in change.roles) if change.kind is ChangeKind.SPLIT else ()
    head = {change.head} if change.kind is ChangeKind.HEAD else set()
    return frozenset({*change.who, *roles, *head})


def _after_head(change: HouseholdChange, later: HouseholdChange) -> bool:
    """Tell whether a later change names relations to the head this one made."""
    if change.kind is not ChangeKind.HEAD:
        return False
    return later.kind in COMES or later.kind is ChangeKind.HEAD


def _joined_pay(change: HouseholdChange) -> int:
    joins = change.kind is ChangeKind.MERGE and change.other is not None
    return change.other.monthly if joins and change.other else 0


def _before(seen: CheckedMember) -> Before:
    return Before(seen.id, seen.status, seen.excluded, seen.died, seen.study, seen.idle_exempt)


def _after(seen: CheckedMember, change: HouseholdChange) -> CheckedMember:
    """Return a member as the change leaves one."""
    if change.kind is ChangeKind.RETURN:
        return replace(seen, excluded="", died=None)
    out = kinds.excluded(change.kind, change.how)
    if change.kind is ChangeKind.STUDY:
        seen = replace(seen, status=EmploymentStatus.STUDENT, study=change.how, idle_exempt="")
    if not out:
        return seen
    return replace(seen, excluded=out, died=change.day if out == DEAD else seen.died)


def _restored(seen: CheckedMember, change: HouseholdChange, was: Before) -> CheckedMember:
    """Put back what the change wrote, as far as nobody wrote over it."""
    asked = CheckedMember(
        was.id,
        was.status,
        excluded=was.excluded,
        died=was.died,
        study=was.study,
        idle_exempt=was.idle_exempt,
    )
    wrote = _after(asked, change)
    return replace(
        seen,
        status=was.status if seen.status is wrote.status else seen.status,
        excluded=was.excluded if seen.excluded == wrote.excluded else seen.excluded,
        died=was.died if seen.excluded == wrote.excluded else seen.died,
        study=was.study if seen.study == wrote.study else seen.study,
        idle_exempt=was.idle_exempt if seen.idle_exempt == wrote.idle_exempt else seen.idle_exempt,
    )


def _related(members: Iterable[Member], roles: dict[str, str]) -> tuple[Member, ...]:
    return tuple(replace(m, relation=roles[m.id]) if m.id in roles else m for m in members)


def _by_id(changes: Sequence[HouseholdChange]) -> tuple[HouseholdChange, ...]:
    """Return changes in the order they were made: an id begins with its instant."""
    return tuple(sorted(changes, key=lambda change: change.id))
