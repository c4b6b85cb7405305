"""职权: who may do what, where (ASVS 8.2, GB/T 22239 8.1.4.2): one table, asked for everything.

Disjoint: who administers reads no household, who reads the trail does nothing else, and nobody
decides about what is their own.
"""

from collections.abc import Mapping, Set as AbstractSet
from enum import Enum, auto
from typing import NamedTuple

from caseworker_app.model.codes import OfficeRole, Tier
from caseworker_app.model.region import covers, tier_of


class Act(Enum):
    """What can be asked of the office."""

    GIVE = auto()
    """Hand over what was done, whatever becomes of it, and hear where one stands."""
    LEARN = auto()
    """Be told the rules and forms that are published."""
    READ = auto()
    WRITE = auto()
    """Do a visit, file papers, change a household, ask the registers: it stands at once."""
    LEAVE = auto()
    """Write so that it is kept for whoever decides by now."""
    DECIDE = auto()
    """Decide about what two people want."""
    ASSIGN = auto()
    NUMBER = auto()
    """Be given numbers for papers."""
    FOLLOW_JOBS = auto()
    """See how far the office's long work is, and stop it."""


class Reach(Enum):
    """Which households an act is for."""

    NONE = auto()
    HELD = auto()
    """In one's hands now, and in one's area."""
    ONCE_HELD = auto()
    """In one's hands now or before, wherever it is by now."""
    AREA = auto()
    ANY = auto()


class Post(NamedTuple):
    """What somebody is for, and where: the code of the area, empty for nowhere."""

    role: OfficeRole
    area: str


class Tie(NamedTuple):
    """How a person stands to a household."""

    region: str = ""
    """Of 12 digits; empty where there is no such household."""
    holds: bool = False
    """It is in their hands now."""
    held: bool = False
    """It is, or once was."""


class Hands(NamedTuple):
    """Who is in a conflict: ids of people."""

    sides: AbstractSet[str]
    """Whose word stands, and whose is wanted; of a decision, that of those it was between."""
    makers: AbstractSet[str]
    """Who ever wrote in the record other than by deciding, or was there at the visit."""


_HANDS_ON = {Act.WRITE: Reach.HELD, Act.LEAVE: Reach.ONCE_HELD, Act.NUMBER: Reach.ANY}
_LEADS = {
    **_HANDS_ON, Act.READ: Reach.AREA, Act.DECIDE: Reach.AREA, Act.ASSIGN: Reach.AREA,
}  # fmt: skip
_TABLE: Mapping[OfficeRole, Mapping[Act, Reach]] = {
    OfficeRole.CASEWORKER: {**_HANDS_ON, Act.READ: Reach.HELD, Act.DECIDE: Reach.HELD},
    OfficeRole.TOWNSHIP: _LEADS,
    OfficeRole.COUNTY: {**_LEADS, Act.FOLLOW_JOBS: Reach.ANY},
    OfficeRole.CITY: {Act.READ: Reach.AREA, Act.FOLLOW_JOBS: Reach.ANY},
    OfficeRole.ADMINISTRATOR: {Act.FOLLOW_JOBS: Reach.ANY},
    OfficeRole.AUDITOR: {},
}
_TIERS: Mapping[OfficeRole, AbstractSet[Tier]] = {
    OfficeRole.CASEWORKER: {Tier.COUNTY, Tier.TOWNSHIP, Tier.VILLAGE},
    OfficeRole.TOWNSHIP: {Tier.TOWNSHIP},
    OfficeRole.COUNTY: {Tier.COUNTY},
    OfficeRole.CITY: {Tier.CITY},
    OfficeRole.ADMINISTRATOR: set(Tier),
    OfficeRole.AUDITOR: set(Tier),
}


def reach(role: OfficeRole, act: Act) -> Reach:
    """Return which households a role may do something with; everybody may hand over, and learn."""
    return Reach.ANY if act in {Act.GIVE, Act.LEARN} else _TABLE[role].get(act, Reach.NONE)


def may(post: Post, act: Act, tie: Tie) -> bool:
    """Tell whether somebody in this post may do something with a household."""
    how_far, inside = reach(post.role, act), covers(post.area, tie.region)
    if how_far is Reach.HELD:
        return inside and tie.holds
    if how_far is Reach.ONCE_HELD:
        return tie.holds or tie.held
    if how_far is Reach.AREA:
        return inside
    return how_far is Reach.ANY


def is_their_own(post: Post, person: str, hands: Hands) -> bool:
    """Tell whether a conflict is about somebody's own work, so that others decide it.

    Who does visits brings their own two versions in order themselves, but is no judge between
    their own word and another's; who leads decides about nothing they had a hand in.
    """
    if post.role is OfficeRole.CASEWORKER:
        return person in hands.sides and hands.sides != {person}
    return person in hands.makers


def is_sound(post: Post) -> bool:
    """Tell whether an area is one of the size the role is for."""
    return tier_of(post.area) in _TIERS[post.role]
