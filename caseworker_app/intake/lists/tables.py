"""Every kind of list there is."""

from collections.abc import Mapping

from caseworker_app.intake.lists.departments import DEPARTMENTS
from caseworker_app.intake.lists.estates import ESTATES
from caseworker_app.intake.lists.field import Form, Table
from caseworker_app.intake.lists.households import HOUSEHOLDS, HouseholdJudge
from caseworker_app.intake.lists.judge import Judge, RowJudge, Sender
from caseworker_app.intake.lists.layout import Layout
from caseworker_app.intake.lists.persons import PERSONS
from caseworker_app.intake.lists.vehicles import VEHICLES
from caseworker_app.model.source import Source

FORMS: Mapping[str, Form] = {
    form.kind: form for form in (PERSONS, VEHICLES, ESTATES, HOUSEHOLDS, *DEPARTMENTS)
}
KINDS = tuple(FORMS)


def headings_of(kind: str) -> Mapping[str, str]:
    """Return official Chinese heading → field name of one kind; KeyError for no such kind."""
    return FORMS[kind].headings()


def judge_of(kind: str, layout: Layout, source: Source, sender: Sender) -> Judge:
    """Return the judge of one list of a kind; KeyError for no such kind."""
    form = FORMS[kind]
    if isinstance(form, Table):
        return RowJudge(form, layout, source, sender)
    return HouseholdJudge(form, layout, source, sender)
