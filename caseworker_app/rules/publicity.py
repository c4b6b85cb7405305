"""公示, 公布: the name a notice shows of a household; a child's never (ZJR-55, DBM-24)."""

from collections.abc import Sequence
from datetime import date

from caseworker_app.model import id_number
from caseworker_app.model.household import Member
from caseworker_app.rules.policy.pack import Pack

HIDDEN = "某某"
"""Stands for all of a name but its first character."""


def is_grown(member: Member, day: date, pack: Pack) -> bool:
    """Say whether a member is of age on a day; nobody without a readable day of birth is."""
    return id_number.age(member.id_number, day) >= pack.on(day).national.majority


def shown_name(counted: Sequence[Member], head_id: str, day: date, pack: Pack) -> str:
    """Return the name that stands for the counted members of a household.

    The head's, where that is a counted member of age; otherwise the first such member's in the
    order of the file; in a household of children the head's, all but its first character hidden.
    Empty where nobody counts.
    """
    in_order = sorted(counted, key=lambda member: member.id != head_id)
    grown = [member.name for member in in_order if is_grown(member, day, pack)]
    if grown:
        return grown[0]
    return f"{in_order[0].name[:1]}{HIDDEN}" if in_order else ""
