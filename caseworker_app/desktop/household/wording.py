"""What follows from the answers of a change: roles, who is offered, what comes along."""

from collections.abc import Callable
from dataclasses import replace

from caseworker_app.desktop.household.change_view import RoleRow
from caseworker_app.desktop.household.newcomer import Newcomer
from caseworker_app.desktop.step import words
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.change import HouseholdChange, LinkedFile, Role
from caseworker_app.model.codes import ChangeKind
from caseworker_app.model.household import Household, Obligor
from caseworker_app.model.values import Fen
from caseworker_app.model.visit import Visit
from caseworker_app.rules.changes import relations
from caseworker_app.rules.changes.apply import Arrival
from caseworker_app.rules.changes.kinds import COMES
from caseworker_app.rules.membership import DEAD

_CHILD = ("2", "3")
_STAYS = frozenset({ChangeKind.HEAD, ChangeKind.SPLIT, ChangeKind.DIVORCE})
"""Kinds the head is not asked about: a head who leaves hands the household over first."""


def worded(change: HouseholdChange, base: Visit, new_id: Callable[[], str]) -> HouseholdChange:
    """Return a change with what follows from its answers; ``base`` is the visit without it."""
    home = base.household
    if change.kind in COMES:
        return replace(change, who=(f"{change.id}-1",))
    if change.kind is ChangeKind.HEAD:
        return replace(change, was_head=home.head_id)
    if change.kind is not ChangeKind.SPLIT:
        return change
    linked = change.other or LinkedFile(
        new_id(), living_address=home.living_address, phone=home.phone
    )
    head = next((m.name for m in home.members if m.id == change.head), "")
    return replace(change, other=replace(linked, head=head))


def arrival(change: HouseholdChange, person: Newcomer, support: Fen, home: Household) -> Arrival:
    """Return who comes, or the parent who left and pays for the children (CC-1084)."""
    if change.kind in COMES:
        return Arrival((person.member(f"{change.id}-1", home.hukou_number),))
    if change.kind is ChangeKind.DIVORCE and support and change.who:
        leaver = home.member(change.who[0])
        children = tuple(m.id for m in home.members if m.relation.startswith(_CHILD))
        paying = Obligor(f"{change.id}-o", leaver.name, "80", children, agreed=support)
        return Arrival(obligors=(paying,))
    return Arrival()


def roles(change: HouseholdChange, home: Household) -> tuple[Role, ...]:
    """Return the relations to the head a change makes, as proposed."""
    if not change.head:
        return ()
    if change.kind is ChangeKind.SPLIT:
        return relations.among(home, change.who, change.head)
    return relations.after_head(home, change.head)


def role_rows(change: HouseholdChange, home: Household) -> tuple[RoleRow, ...]:
    """Return the relations that are asked about: everybody's but the head's own."""
    names = {member.id: member.name for member in home.members}
    return tuple(
        RoleRow(role.id, names[role.id], role.relation)
        for role in change.roles
        if role.id != change.head and role.id in names
    )


def people(kind: ChangeKind, base: Visit) -> tuple[tuple[str, str], ...]:
    """Return id and words of the members a kind of change may be about."""
    home = base.household
    reasons = {member.id: member.excluded for member in base.members}
    back = kind is ChangeKind.RETURN
    return tuple(
        (m.id, tr("{name}（{relation}）", name=m.name, relation=words.relation(m.relation)))
        for m in home.members
        if bool(reasons.get(m.id)) is back
        and not (back and reasons.get(m.id) == DEAD)
        and not (m.id == home.head_id and kind in _STAYS)
    )
