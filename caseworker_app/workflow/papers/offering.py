"""What can be issued for a household: what the law asks for now, and everything else."""

from collections.abc import Iterable

from caseworker_app.documents import form as forms
from caseworker_app.rules.procedure.papers import DECIDES
from caseworker_app.store import paper as table, paper_draft as drafts
from caseworker_app.store.database import Connection
from caseworker_app.workflow.papers import filing, law, opening, writing
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.told import Draft, Offer, Offered
from caseworker_app.workflow.papers.visit import called
from caseworker_app.workflow.workspace import Workspace

STRANGER = "stranger"
"""Stands for the id of a neighbour the visit does not know."""
_OF_MEMBER, _OF_NEIGHBOUR = frozenset({"queried", "assessed"}), "informant"
"""Entries about one person, by which a form tells that it speaks of one."""
_UNSEALED = "须以封存的核查为依据。请先封存该户的核查表。"


def offered(ws: Workspace, household_id: str, visit_id: str = "") -> Offered:
    """Return the papers of a household, or of one sealed visit to it.

    Raises as ``case_of`` where the visit is not sealed or cannot be read.
    """
    with ws.database.read() as connection:
        case = opening.opened(connection, ws, household_id, visit_id)
        home = case.household.id
        begun = tuple(
            writing.told(connection, writing.loaded(connection, ws, row.id))
            for row in drafts.of_household(connection, home)
            if (row.visit or "") == visit_id
        )
        rows = table.of_household(connection, home)
        filed = tuple(row for row in rows if row.visit == visit_id or not visit_id)
        asked = _asked(connection, case, begun)
        taken = {offer.form for offer in asked if not offer.about}
        return Offered(
            asked=asked,
            others=tuple(_others(connection, case, begun, taken)),
            drafts=begun,
            issued=filing.listed(connection, filed),
            way=law.ahead(connection, case),
            elsewhere=filing.elsewhere(connection, home),
        )


def _asked(connection: Connection, case: Case, begun: tuple[Draft, ...]) -> tuple[Offer, ...]:
    described = forms.described()
    return tuple(
        Offer(
            form=one.form,
            title=filing.title_of(one.form),
            why=one.zh,
            article=one.article,
            step=one.step,
            about=one.about,
            blocked=_blocked(connection, case, one.form),
            draft=_draft(begun, one.form, one.about),
            of=_spoken_of(case, one.form),
        )
        for one in law.wanted(connection, case)
        if one.form in described
    )


def _others(
    connection: Connection, case: Case, begun: tuple[Draft, ...], taken: Iterable[str]
) -> Iterable[Offer]:
    for form in forms.described():
        if form not in taken:
            blocked = _blocked(connection, case, form)
            draft, of = _draft(begun, form, ""), _spoken_of(case, form)
            yield Offer(form, filing.title_of(form), "", "", "", "", blocked, draft, of)


def _blocked(connection: Connection, case: Case, form: str) -> str:
    if form in DECIDES and case.visit is None:
        return _UNSEALED
    return "".join(fault.text for fault in law.refused(connection, case, form))


def _spoken_of(case: Case, form: str) -> tuple[tuple[str, str], ...]:
    """Return the members or neighbours a form may speak of; none of a form about all."""
    names = {entry.name for entry in forms.read(form).entries}
    if names & _OF_MEMBER:
        return tuple((member.id, member.name) for member in case.household.members)
    visit = case.visit
    if _OF_NEIGHBOUR not in names or visit is None or not visit.neighbours:
        return ()
    return (*((one.id, called(visit, one)) for one in visit.neighbours), (STRANGER, ""))


def _draft(begun: tuple[Draft, ...], form: str, about: str) -> str:
    found = (one.id for one in begun if (one.form.code, one.about) == (form, about))
    return next(found, "")
