"""房产: the rows of one house, with what the household said about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from caseworker_app.model import estate_unit
from caseworker_app.model.declaration import DeclaredEstate
from caseworker_app.model.register import EstateRecord
from caseworker_app.rules.comparison.facts import Facts, number_of
from caseworker_app.rules.comparison.names import fold_place

NOT_OWNED = frozenset({"承租", "拆迁权益", "预告", "居住权", "抵押权", "土地承包经营权"})
PUBLIC_RENTAL = frozenset({"3", "4"})
HISTORIC = "2"


@dataclass(frozen=True, slots=True)
class House:
    """One house seen from both sides; rows of several owners in the household are one house."""

    facts: Facts
    rows: tuple[EstateRecord, ...]
    declared: DeclaredEstate | None

    @property
    def row(self) -> EstateRecord:
        """The row that decides: of ownership before any other right, else the first by id."""
        if len(self.rows) == 1:
            return self.rows[0]
        return min(self.rows, key=lambda row: row.right in NOT_OWNED)

    @property
    def claim(self) -> str:
        return self.declared.claim if self.declared else ""

    @property
    def share(self) -> Fraction:
        """The household's share."""
        return min(Fraction(1), sum((row.share for row in self.rows), Fraction(0)))

    @property
    def is_historic(self) -> bool:
        """Tell whether nothing of it stands any more; else all ``rows`` are current."""
        return is_historic(self.row)

    @property
    def is_public_rental(self) -> bool:
        return self.row.right == "承租" or self.row.nature in PUBLIC_RENTAL

    @property
    def is_owned(self) -> bool:
        """Tell whether the household now holds the property itself, vested."""
        row = self.row
        vested = row.right not in NOT_OWNED and not row.advance_notice
        return vested and not self.is_historic and not self.is_public_rental

    @property
    def is_dwelling(self) -> bool:
        return self.row.use[:1] == "1"

    @property
    def member_id(self) -> str:
        owner = self.facts.members.get(number_of(self.row.owner_id_number))
        return owner.member_id if owner else ""


@dataclass(frozen=True, slots=True)
class Estates:
    """All houses of a household, and what it declared that no register holds."""

    houses: tuple[House, ...]
    unregistered: tuple[DeclaredEstate, ...]

    def on_parcel_of(self, house: House) -> bool:
        """Tell whether another own dwelling stands on the same parcel (a tied parking space)."""
        parcel = estate_unit.parcel(house.row.unit_number)
        return bool(parcel) and any(
            estate_unit.parcel(other.row.unit_number) == parcel
            for other in self.houses
            if other is not house and other.is_owned and other.is_dwelling
        )

    def other_dwellings(self, house: House) -> bool:
        registered = any(h is not house and h.is_owned and h.is_dwelling for h in self.houses)
        return registered or any(True for _ in self.standing())

    def standing(self) -> Iterable[DeclaredEstate]:
        """Return declared homes without a record whose ownership nobody questions."""
        return (
            told
            for told in self.unregistered
            if told.kind in ("dwelling", "homestead") and not told.claim
        )


def is_historic(row: EstateRecord) -> bool:
    return row.state == HISTORIC or "注销" in row.registration


def estates(facts: Facts) -> Estates:
    """Return each house once: current rows, or historic ones of a house no longer held."""
    groups: dict[str, list[EstateRecord]] = {}
    for row in facts.estates:
        if number_of(row.owner_id_number) in facts.members or row.owner_died is not None:
            groups.setdefault(_key(row.unit_number, row.location), []).append(row)
    houses = tuple(_house(facts, tuple(rows)) for rows in groups.values())
    matched = {house.declared.id for house in houses if house.declared and not house.is_historic}
    unmatched = (told for told in facts.declaration.estates if told.id not in matched)
    return Estates(
        houses,
        tuple(told for told in unmatched if not told.registered or told.kind == "homestead"),
    )


def _house(facts: Facts, rows: tuple[EstateRecord, ...]) -> House:
    current = tuple(row for row in rows if not is_historic(row)) or rows
    return House(facts, current, declared_of(current, facts.declaration.estates))


def declared_of(
    rows: tuple[EstateRecord, ...], declared: tuple[DeclaredEstate, ...]
) -> DeclaredEstate | None:
    """Return what was declared of the house of some rows: by unit number, else by place."""
    units = {estate_unit.normalise(row.unit_number) for row in rows} - {""}
    places = {fold_place(row.location) for row in rows} - {""}
    by_unit = (told for told in declared if estate_unit.normalise(told.unit_number) in units)
    by_place = (
        told for told in declared if not told.unit_number and fold_place(told.location) in places
    )
    return next(by_unit, None) or next(by_place, None)


def _key(unit_number: str, location: str) -> str:
    return estate_unit.normalise(unit_number) or fold_place(location)
