"""The one select that brings rows together: households something may be raised about, whole.

A household is left out only where every row and every declared item is known to be quiet
(``quiet_persons``, ``quiet_vehicles``, ``quiet_estates``); of the others come all rows that
``rules.comparison`` could ask for, so that it judges them as if it had the whole registers.
"""

from collections.abc import Sequence, Set as AbstractSet
from typing import NamedTuple

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    Select,
    Table,
    literal,
    select,
    union,
    union_all,
)

from caseworker_app.model.codes import Register
from caseworker_app.server.matching import quiet_estates, quiet_persons, quiet_vehicles
from caseworker_app.server.matching.layout import Flat
from caseworker_app.server.matching.quiet_persons import Measure
from caseworker_app.server.matching.sql import clean, laid, once
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
    household,
    income,
    member,
    person,
    rigid,
    told_estate,
    told_vehicle,
)


class Brought(NamedTuple):
    """A row of the answer: whose, what (place in ``PARTS``), which of them, its cells."""

    household: str
    part: int
    place: int
    cells: str


PARTS = (
    HOUSEHOLD, MEMBER, TOLD_VEHICLE, TOLD_ESTATE, INCOME, RIGID, PERSON, VEHICLE, ESTATE
)  # fmt: skip
"""What a row may be, in the order in which a household's rows come."""
_TOLD = (household, member, told_vehicle, told_estate, income, rigid)
_PERSON, _VEHICLE, _ESTATE = 6, 7, 8


class _Bringing:
    """Gathers what is loud and what is to be brought, register by register."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self.loud: list[Select[tuple[str]]] = []
        self.kin: list[Select[tuple[str, str]]] = []
        self.wanted: list[Select[tuple[str, str]]] = []
        self.rows: list[tuple[int, CTE, Sequence[Flat]]] = []

    def persons(self) -> None:
        """Members' numbers, who shares a booklet with them, their spouses."""
        seen = quiet_persons.seen(self.measure)
        mates = quiet_persons.mates(self.measure, seen)
        spouses = select(seen.c.household_id, seen.c.spouse.label("number")).where(
            seen.c.spouse != ""
        )
        others = select(mates.c.household_id, mates.c.id_number.label("number"))
        own = select(member.c.household_id, member.c.id_number.label("number"))
        self.loud += [
            quiet_persons.twice(),
            select(seen.c.household_id).where(seen.c.loud),
            select(mates.c.household_id).where(mates.c.loud),
        ]
        self.kin = [spouses, others.where(mates.c.own == 1)]
        self.wanted = [own.where(member.c.id_number != ""), spouses, others]

    def vehicles(self) -> None:
        rows = quiet_vehicles.garage()
        self.loud.append(quiet_vehicles.loud(rows, self.measure))
        self.rows.append((_VEHICLE, rows, VEHICLE.columns))

    def estates(self) -> None:
        rows = quiet_estates.holdings(self.kin)
        self.loud += quiet_estates.loud(rows, self.measure)
        self.rows.append((_ESTATE, rows, ESTATE.columns))


def selection(measure: Measure, given: AbstractSet[Register]) -> Select[tuple[object, ...]]:
    """Return the select for the registers that are given, ordered by household.

    Its columns are those of ``Brought``; the pack's limits and the day are bound to it.
    """
    bringing = _Bringing(measure)
    for register, gather in (
        (Register.PERSON, bringing.persons),
        (Register.VEHICLE, bringing.vehicles),
        (Register.ESTATE, bringing.estates),
    ):
        if register in given:
            gather()
    first, *rest = bringing.loud
    kept = once(union(first, *rest) if rest else first.distinct(), "kept")
    rows = [_told(part, table, kept) for part, table in enumerate(_TOLD)]
    rows += [_registered(part, found, kept, flats) for part, found, flats in bringing.rows]
    if bringing.wanted:
        rows.append(_persons(bringing.wanted, kept))
    brought = union_all(*rows).subquery("brought")
    return select(brought).order_by(*list(brought.c)[:3])


def _told(part: int, table: Table, kept: CTE) -> Select[tuple[object, ...]]:
    cleaned = select(*clean(table.c)).subquery()
    place = cleaned.c.place if "place" in cleaned.c else literal(0)
    joined = cleaned.join(kept, kept.c.household_id == cleaned.c.household_id)
    return _row(kept, part, place, cleaned, PARTS[part].columns).select_from(joined)


def _registered(
    part: int, found: CTE, kept: CTE, flats: Sequence[Flat]
) -> Select[tuple[object, ...]]:
    joined = found.join(kept, kept.c.household_id == found.c.household_id)
    return _row(kept, part, literal(0), found, flats).select_from(joined)


def _persons(wanted: Sequence[Select[tuple[str, str]]], kept: CTE) -> Select[tuple[object, ...]]:
    """Return all rows of the numbers that belong to a kept household."""
    numbers = union(*wanted).subquery("wanted")
    of_kept = (
        select(kept.c.household_id, numbers.c.number)
        .select_from(kept.join(numbers, numbers.c.household_id == kept.c.household_id))
        .cte("of_kept")
    )
    found = (
        select(of_kept.c.household_id, *clean(person.c))
        .select_from(of_kept.join(person, person.c.id_number == of_kept.c.number))
        .subquery("found")
    )
    return _row(found, _PERSON, literal(0), found, PERSON.columns).select_from(found)


def _row(
    whose: FromClause,
    part: int,
    place: ColumnElement[int],
    cells: FromClause,
    flats: Sequence[Flat],
) -> Select[tuple[object, ...]]:
    return select(
        whose.c.household_id,
        literal(part).label("part"),
        place.label("place"),
        laid(cells.c, flats).label("cells"),
    )
