"""The people of a case: who counts, who is of age, what anybody's name is."""

from caseworker_app.model.household import Member
from caseworker_app.model.visit import CheckedMember
from caseworker_app.rules.publicity import is_grown
from caseworker_app.workflow.papers.case import Case


def counted(case: Case) -> tuple[Member, ...]:
    """Return the members who count: as determined, as checked, or as filed."""
    if case.determination is not None:
        ids = set(case.determination.counted)
        return tuple(m for m in case.household.members if m.id in ids)
    return tuple(m for m in case.household.members if not checked(case, m).excluded)


def grown(case: Case) -> tuple[Member, ...]:
    """Return the counted members of age on the day of the act."""
    return tuple(m for m in counted(case) if is_grown(m, case.day, case.pack))


def checked(case: Case, member: Member) -> CheckedMember:
    """Return what the visit found about a member, or what is filed."""
    found = case.visit.members if case.visit else ()
    return next((one for one in found if one.id == member.id), CheckedMember.of(member))


def about(case: Case) -> Member:
    """Return the member a paper about one person is about: the head where nobody is named."""
    return next((m for m in case.household.members if m.id == case.about), case.household.head)


def name(case: Case, one: str) -> str:
    """Return the name of anybody in the record by id, or the id."""
    names = {p.member_id: p.name for p in case.declaration.persons}
    names |= {p.id: p.name for p in case.household.obligors}
    names |= {p.id: p.name for p in case.household.members}
    if case.visit is not None:
        names |= {p.id: p.name for p in case.visit.investigators}
        names |= {f.id: f.newcomer.name for f in case.visit.findings or () if f.newcomer}
    return names.get(one, one)
