"""空白表: a form with what is known of the household, and room to write the rest by hand."""

from caseworker_app.documents.form import Filled
from caseworker_app.documents.visit_form.form import place
from caseworker_app.store import visit as visits
from caseworker_app.store.database import Connection
from caseworker_app.workflow.papers import filing, local_words
from caseworker_app.workflow.papers.known import known
from caseworker_app.workflow.papers.opening import opened
from caseworker_app.workflow.workspace import Workspace

_BY_HAND = frozenset({"day", "officer"})
"""Known today, and not yet on the day the form is written."""


def drawn(connection: Connection, ws: Workspace, home: str, code: str, about: str = "") -> Filled:
    """Return an empty form for a household; its code names both, so that a scan finds its way.

    ``about`` is the number of the paper a proof of service is carried along with; where there is
    none, the code names the latest visit.
    """
    form = local_words.read(connection, code)
    case = opened(connection, ws, home)
    visit = visits.of_household(connection, home) or ""
    asked = {entry.name for entry in form.entries if entry.asked}
    entries = filing.naming_entries(connection, home, about) | {
        name: value
        for name, value in known(form, case).items()
        if name not in asked and name not in _BY_HAND
    }
    return Filled(
        form=form,
        entries=entries,
        region=case.household.region,
        place=place(case.household),
        day=case.day,
        household_number=case.household.number,
        subject=case.household.id,
        about=about or visit,
        pack_name=case.pack.name,
        pack_id=case.pack.id,
        pack_hash=case.pack.hash,
        is_practice=ws.practice,
    )
