"""Entries of a notice that lists households: of each what may be public, and nothing else."""

from collections.abc import Iterator

from caseworker_app.model.values import Json
from caseworker_app.rules.publicity import shown_name
from caseworker_app.workflow.papers import people
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.entry import Entries


def _households(case: Case) -> Json:
    """Return name, number of members and amount of every household that was determined."""
    return [{"number": number, **row} for number, row in enumerate(_rows((case, *case.others)), 1)]


def _rows(cases: tuple[Case, ...]) -> Iterator[dict[str, Json]]:
    for case in cases:
        decided = case.determination
        if decided is not None:
            home = people.counted(case)
            name = shown_name(home, case.household.head_id, case.day, case.pack)
            yield {"name": name, "people": len(home), "monthly": decided.monthly}


ENTRIES: Entries = {
    "households": _households,
    "village": lambda case: case.household.village,
}
