"""What is known of the entries of a form before anybody writes a word, and what follows then."""

from collections.abc import Callable, Mapping

from caseworker_app.documents.form import Form
from caseworker_app.model.values import Json
from caseworker_app.workflow.papers import (
    approval,
    basics,
    decision,
    differences,
    hearing,
    household,
    instalments,
    missing,
    notice,
    recovery,
    self_care,
    visit,
)
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.entry import Entries, Following, Written

FOLLOWING: Following = {
    **recovery.FOLLOWING,
    **instalments.FOLLOWING,
    **missing.FOLLOWING,
    **household.FOLLOWING,
    **self_care.FOLLOWING,
}
"""Entries that change with what a person writes into others."""

ROOMS = (
    basics, decision, hearing, differences, recovery, instalments, missing,
    household, visit, approval, notice, self_care,
)  # fmt: skip


def _unwritten(say: Callable[[Case, Written], Json]) -> Callable[[Case], Json]:
    return lambda case: say(case, {})


ENTRIES: Entries = {
    **{name: say for room in ROOMS for name, say in room.ENTRIES.items()},
    **{name: _unwritten(say) for name, say in FOLLOWING.items()},
}
"""Entries of all forms by name; an entry means the same on every form."""


def known(form: Form, case: Case, written: Written | None = None) -> dict[str, Json]:
    """Return the entries the case speaks of: those that stand, and proposals for those asked.

    With what a person wrote they fit it, so it is asked again when a paper is issued. Raises
    ``UserError`` where what was written contradicts the record.
    """
    names = [entry.name for entry in form.entries if entry.name in ENTRIES]
    found = {name: _value(name, case, written or {}) for name in names}
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def _value(name: str, case: Case, written: Mapping[str, Json]) -> Json:
    if name in FOLLOWING:
        return FOLLOWING[name](case, written)
    return ENTRIES[name](case)
