"""What is known of the entries of a form before anybody writes a word."""

from caseworker_app.documents.form import Form
from caseworker_app.model.values import Json
from caseworker_app.workflow.papers import basics, decision
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.entry import Entries

ENTRIES: Entries = {**basics.ENTRIES, **decision.ENTRIES}
"""Entries of all forms by name; an entry means the same on every form."""


def known(form: Form, case: Case) -> dict[str, Json]:
    """Return the entries the case speaks of: those that stand, and proposals for those asked."""
    found = {e.name: ENTRIES[e.name](case) for e in form.entries if e.name in ENTRIES}
    return {name: value for name, value in found.items() if value not in (None, "", [])}
