"""A list in its order, held in memory, so that what a keystroke finds is put in that order at once.

Sorting what a search finds by day and place in the database reads every household found.
"""

import heapq
from array import array
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from caseworker_app.store import leaving, search
from caseworker_app.store.tables import household

_FEW = 4000
"""Hits up to which all are put in order at once."""

_DENSE = 0.3
"""Share of the households from which on walking the list meets a first page of hits sooner."""

_ABSENT = -1


class Hits(NamedTuple):
    """What was found, in the order of the list; ``whole`` where nothing is left out."""

    rows: "array[int]"
    whole: bool


class Ranked:
    """The row numbers of a list in its order, and the place of each."""

    def __init__(self, order: "array[int]", *, everything: bool) -> None:
        """``everything`` says that the list holds every household, by due day."""
        self.order = order
        self._everything = everything
        self._place = array("i", [_ABSENT]) * (max(order, default=0) + 1)
        for place, row in enumerate(order):
            self._place[row] = place

    def all_of(self, connection: Connection, typed: str) -> "array[int]":
        """Return the rows of the list that match what was typed, in its order."""
        asked = search.query(typed)
        if not asked:
            return self.order
        return self._in_order(sorted(self._places(search.rows(connection, asked))))

    def first_of(self, connection: Connection, typed: str, limit: int, few: int = _FEW) -> Hits:
        """Return at least the first so many rows that match; up to ``few`` hits, all of them."""
        asked = search.query(typed)
        if not asked:
            return Hits(self.order, whole=True)
        some = search.rows(connection, asked, few + 1)
        if len(some) <= few:
            return Hits(self._in_order(sorted(self._places(some))), whole=True)
        if self._everything and len(some) > _DENSE * max(some):
            return Hits(_walked(connection, asked, limit), whole=False)
        places = heapq.nsmallest(limit, self._places(search.rows(connection, asked)))
        return Hits(self._in_order(places), whole=False)

    def _places(self, rows: Sequence[int]) -> list[int]:
        known, place = len(self._place), self._place
        return [at for row in rows if row < known and (at := place[row]) >= 0]

    def _in_order(self, places: Sequence[int]) -> "array[int]":
        return array("I", map(self.order.__getitem__, places))


def _walked(connection: Connection, asked: str, limit: int) -> "array[int]":
    """Return the first rows by due day that match, testing household after household."""
    found = search.matches(asked, household.c.row)
    order = (household.c.due, household.c.region, household.c.place, household.c.row)
    here = leaving.is_here()
    statement = select(household.c.row).where(found, here).order_by(*order).limit(limit)
    return array("I", connection.scalars(statement))
