"""A household's rows as an engine brings them, put together into the nouns."""

from collections.abc import Sequence
from typing import TypeVar

from caseworker_app.model.declaration import Declaration
from caseworker_app.model.register import RegisterSlice
from caseworker_app.server.matching.layout import Layout
from caseworker_app.server.matching.selection import PARTS, Brought
from caseworker_app.server.matching.sql import APART
from caseworker_app.server.matching.tables import (
    ESTATE,
    HOUSEHOLD,
    INCOME,
    MEMBER,
    PERSON,
    RIGID,
    TOLD_ESTATE,
    TOLD_VEHICLE,
    VEHICLE,
)

_T = TypeVar("_T")


def read(rows: Sequence[Brought]) -> tuple[Declaration, RegisterSlice]:
    """Return what a household declared and what the registers hold of it.

    Raises ValueError where a cell is not what its column holds, or the household is listed twice.
    """
    cells: dict[int, list[list[str]]] = {part: [] for part in range(len(PARTS))}
    for row in rows:
        cells[row[1]].append(row[3].split(APART))

    def every(layout: Layout[_T]) -> tuple[_T, ...]:
        return tuple(map(layout.rebuild, cells[PARTS.index(layout)]))

    if len(cells[0]) != 1:
        raise ValueError("名单中应有且只有一次")
    declaration = HOUSEHOLD.rebuild(
        cells[0][0],
        persons=every(MEMBER),
        vehicles=every(TOLD_VEHICLE),
        estates=every(TOLD_ESTATE),
        incomes=every(INCOME),
        rigid=every(RIGID),
    )
    return declaration, RegisterSlice(every(PERSON), every(VEHICLE), every(ESTATE))
