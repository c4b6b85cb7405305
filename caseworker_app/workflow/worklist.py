"""The list of households to re-verify, most urgent first."""

from array import array
from collections.abc import Sequence

from caseworker_app.store import worklist
from caseworker_app.store.proposal import Proposed
from caseworker_app.store.worklist import Due, Order, WorklistCounts, WorklistFilter, WorklistRow
from caseworker_app.workflow.workspace import Workspace

__all__ = [
    "Due",
    "Order",
    "Proposed",
    "WorklistCounts",
    "WorklistFilter",
    "WorklistRow",
    "counts",
    "find",
    "first",
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


def counts(ws: Workspace) -> WorklistCounts:
    """Return the figures above the list; each agrees with the list its filter gives."""
    with ws.database.read() as connection:
        return worklist.counts(connection, ws.clock.today())
