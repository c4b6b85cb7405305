"""The list of households to re-verify, most urgent first."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from caseworker_app.store import worklist
from caseworker_app.store.proposal import Proposed
from caseworker_app.store.ranked import Hits, Ranked
from caseworker_app.store.worklist import Due, Facet, Mark, Order, WorklistFilter, WorklistRow
from caseworker_app.workflow.workspace import Workspace

__all__ = [
    "Due",
    "Facet",
    "Hits",
    "Listing",
    "Mark",
    "Order",
    "Proposed",
    "WorklistFilter",
    "WorklistRow",
    "counts",
    "find",
    "first",
    "grouped",
    "next_after",
    "page",
]


def first(ws: Workspace, limit: int) -> "tuple[int, array[int]]":
    """Return how many households there are, and the row numbers of the first screen."""
    with ws.database.read() as connection:
        return worklist.first_page(connection, limit)


def find(ws: Workspace, wanted: WorklistFilter) -> "array[int]":
    """Return the row numbers of the households that match, in the order of the list."""
    with ws.database.read() as connection:
        return worklist.rows(connection, wanted, ws.clock.today())


def page(ws: Workspace, rows: Sequence[int]) -> tuple[WorklistRow, ...]:
    """Return what the list shows of some households, in the order asked."""
    with ws.database.read() as connection:
        return worklist.page(connection, rows)


def counts(ws: Workspace, lists: Iterable[WorklistFilter]) -> tuple[int, ...]:
    """Return the length of some lists, each as ``find`` gives it."""
    today = ws.clock.today()
    with ws.database.read() as connection:
        return tuple(worklist.count(connection, wanted, today) for wanted in lists)


def grouped(ws: Workspace, facet: Facet, wanted: WorklistFilter) -> Mapping[str, int]:
    """Return how many of the wanted households stand under each value of a facet."""
    with ws.database.read() as connection:
        return worklist.grouped(connection, facet, wanted, ws.clock.today())


def next_after(ws: Workspace, wanted: WorklistFilter, household_id: str) -> WorklistRow | None:
    """Return the wanted household one walks to from another, or None where none is left."""
    with ws.database.read() as connection:
        row = worklist.next_after(connection, wanted, ws.clock.today(), household_id)
        return worklist.page(connection, [row])[0] if row is not None else None


class Listing:
    """The list as it is narrowed, kept in its order while nothing is written and the day lasts.

    Belongs to the one thread that reads for a screen.
    """

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._of: tuple[WorklistFilter, date, int] | None = None
        self._ranked = Ranked(array("I"), everything=False)

    def find(self, wanted: WorklistFilter) -> "array[int]":
        """Return the row numbers of the households that match, in the order of the list."""
        ranked = self._narrowed(wanted)
        with self._ws.database.read() as connection:
            return ranked.all_of(connection, wanted.text)

    def begin(self, wanted: WorklistFilter, limit: int) -> Hits:
        """Return at least the first so many rows of what ``find`` gives, without delay."""
        ranked = self._narrowed(wanted)
        with self._ws.database.read() as connection:
            return ranked.first_of(connection, wanted.text, limit)

    def _narrowed(self, wanted: WorklistFilter) -> Ranked:
        ws = self._ws
        bare = replace(wanted, text="")
        now = (bare, ws.clock.today(), ws.database.version)
        if self._of != now:
            with ws.database.read() as connection:
                order = worklist.rows(connection, bare, ws.clock.today())
            self._ranked = Ranked(order, everything=bare == WorklistFilter())
            self._of = now
        return self._ranked
