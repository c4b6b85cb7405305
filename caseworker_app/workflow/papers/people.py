"""The people of a case: what anybody's name is."""

from caseworker_app.workflow.papers.case import Case


def name(case: Case, one: str) -> str:
    """Return the name of anybody in the record by id, or the id."""
    names = {p.member_id: p.name for p in case.declaration.persons}
    names |= {p.id: p.name for p in case.household.obligors}
    names |= {p.id: p.name for p in case.household.members}
    if case.visit is not None:
        names |= {p.id: p.name for p in case.visit.investigators}
        names |= {f.id: f.newcomer.name for f in case.visit.findings or () if f.newcomer}
    return names.get(one, one)
