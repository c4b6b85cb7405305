"""与户主关系 after the head changes, as far as it follows from what is on file (GB/T 4761).

A proposal, shown to the caseworker: half-siblings and second marriages don't show in the codes.
"""

from collections.abc import Callable, Mapping
from datetime import date

from caseworker_app.model import id_number
from caseworker_app.model.change import Role
from caseworker_app.model.household import Household, Member

HEAD, SPOUSE, OTHER = "02", "10", "80"
_SON, _DAUGHTER = "20", "30"
_PARENT, _SIBLING = "5", "7"
_KIN = {"1": "spouse", "2": "child", "3": "child", "4": "grandchild", "5": "parent", "6": "elder"}
_INLAWS = frozenset({"28", "38"})
_OWN_PARENTS = frozenset({"50", "51", "52", "57", "58"})

CHOICES = (
    "10", "20", "30", "27", "37", "28", "38", "41", "42", "43", "44", "51", "52", "53", "54",
    "55", "56", "57", "58", "61", "62", "63", "64", "71", "73", "75", "77", "80", "93", "97",
)  # fmt: skip
"""Relations offered for a member; any other code on file is kept."""


def after_head(household: Household, new_head: str) -> tuple[Role, ...]:
    """Return everybody's relation to a new head, with what it was."""
    old, new = household.head, household.member(new_head)
    return tuple(
        Role(m.id, _relation(m, old, new), m.relation)
        for m in household.members
        if old.id != new_head
    )


def among(household: Household, who: tuple[str, ...], head: str) -> tuple[Role, ...]:
    """Return the relations of some members who make a household of their own under a head."""
    return tuple(role for role in after_head(household, head) if role.id in who)


def _relation(member: Member, old: Member, new: Member) -> str:
    if member.id == new.id:
        return HEAD
    to_old = "head" if member.id == old.id else _kin(member)
    found = _TABLE.get((_kin(new), to_old))
    return found(member, old, new) if found else OTHER


def _kin(member: Member) -> str:
    """Return what somebody is to the head, in one word."""
    if member.relation in _INLAWS:
        return "inlaw"
    if member.relation.startswith(_SIBLING):
        return "sibling"
    if member.relation.startswith(_PARENT):
        return "parent" if member.relation in _OWN_PARENTS else "inlaw_parent"
    return _KIN.get(member.relation[:1], "other")


def _child(member: Member, _old: Member, _new: Member) -> str:
    return _by_sex(member, _SON, _DAUGHTER)


def _parent(member: Member, _old: Member, _new: Member) -> str:
    return _by_sex(member, "51", "52")


def _spouse(_member: Member, _old: Member, _new: Member) -> str:
    return SPOUSE


def _son_in_law(member: Member, _old: Member, _new: Member) -> str:
    return _by_sex(member, "28", "38")


def _same(member: Member, _old: Member, _new: Member) -> str:
    return member.relation


def _grandchild(member: Member, old: Member, _new: Member) -> str:
    return _by_sex(member, *(("41", "42") if _male(old) else ("43", "44")))


def _grandparent(member: Member, old: Member, _new: Member) -> str:
    return _by_sex(member, *(("61", "62") if _male(old) else ("63", "64")))


def _as_grandparent(member: Member, _old: Member, new: Member) -> str:
    mothers = new.relation in {"43", "44"}
    return _by_sex(member, *(("63", "64") if mothers else ("61", "62")))


def _partner(member: Member, _old: Member, new: Member) -> str:
    """Return spouse of the child who becomes head; another child's is no near kin."""
    return SPOUSE if _male(member) is not _male(new) else OTHER


def _sibling(member: Member, _old: Member, new: Member) -> str:
    """Return elder or younger, brother or sister."""
    own, other = (id_number.birth(_number(one)) or date.max for one in (member, new))
    return _by_sex(member, *(("71", "75") if own <= other else ("73", "77")))


def _inlaw_parent(member: Member, _old: Member, new: Member) -> str:
    return _by_sex(member, *(("55", "56") if _male(new) else ("53", "54")))


_TABLE: Mapping[tuple[str, str], Callable[[Member, Member, Member], str]] = {
    ("spouse", "head"): _spouse,
    ("spouse", "child"): _same,
    ("spouse", "grandchild"): _same,
    ("spouse", "inlaw"): _same,
    ("spouse", "parent"): _inlaw_parent,
    ("spouse", "inlaw_parent"): _parent,
    ("child", "head"): _parent,
    ("child", "spouse"): _parent,
    ("child", "child"): _sibling,
    ("child", "inlaw"): _partner,
    ("child", "grandchild"): _child,
    ("child", "parent"): _grandparent,
    ("parent", "head"): _child,
    ("parent", "spouse"): _son_in_law,
    ("parent", "child"): _grandchild,
    ("parent", "parent"): _spouse,
    ("parent", "sibling"): _child,
    ("sibling", "head"): _sibling,
    ("sibling", "sibling"): _sibling,
    ("sibling", "parent"): _same,
    ("sibling", "elder"): _same,
    ("grandchild", "head"): _as_grandparent,
    ("grandchild", "spouse"): _as_grandparent,
    ("grandchild", "child"): _parent,
    ("grandchild", "grandchild"): _sibling,
    ("inlaw", "head"): _inlaw_parent,
    ("inlaw_parent", "head"): _son_in_law,
}
"""What the new head was to the old one, and a member to the old one → what that member is now."""


def _by_sex(member: Member, man: str, woman: str) -> str:
    return man if _male(member) else woman


def _male(member: Member) -> bool:
    number = _number(member)
    return len(number) == id_number.LENGTH and number[:17].isdigit() and id_number.is_male(number)


def _number(member: Member) -> str:
    return id_number.upgrade(id_number.normalise(member.id_number))


SONS: Mapping[bool, str] = {True: _SON, False: _DAUGHTER}
"""Relation of a child to the head, by whether it is a boy."""


def of_spouse(partner: str) -> str:
    """Return the relation to the head of who marries a member with a relation."""
    if partner == HEAD:
        return SPOUSE
    return {"2": "38", "3": "28"}.get(partner[:1], "97")
