"""Entries of a notice that lists households: of each what may be public, and nothing else."""

from collections.abc import Iterator
from typing import NamedTuple

from caseworker_app.model.values import Fen, Json
from caseworker_app.rules.publicity import shown_name
from caseworker_app.workflow.papers import people
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.entry import Entries


class Line(NamedTuple):
    """What a notice tells of one household."""

    name: str
    people: int
    monthly: Fen


def line_of(case: Case) -> Line | None:
    """Return what may be public of a household; None where nothing was determined."""
    decided = case.determination
    if decided is None:
        return None
    home = people.counted(case)
    name = shown_name(home, case.household.head_id, case.day, case.pack)
    return Line(name, len(home), decided.monthly)


def _households(case: Case) -> Json:
    """Return name, number of members and amount of every household that was determined."""
    return [{"number": number, **row} for number, row in enumerate(_rows((case, *case.others)), 1)]


def _rows(cases: tuple[Case, ...]) -> Iterator[dict[str, Json]]:
    for line in filter(None, map(line_of, cases)):
        yield {"name": line.name, "people": line.people, "monthly": line.monthly}


ENTRIES: Entries = {
    "households": _households,
    "village": lambda case: case.household.village,
}
