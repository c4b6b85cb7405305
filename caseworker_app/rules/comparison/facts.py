"""One household's declaration and register rows, laid out for the rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from caseworker_app.model import id_number
from caseworker_app.model.codes import Level
from caseworker_app.model.declaration import Declaration, DeclaredPerson
from caseworker_app.model.register import (
    EstateRecord,
    PersonRecord,
    RegisterRecord,
    RegisterSlice,
    VehicleRecord,
)
from caseworker_app.model.values import Month
from caseworker_app.rules.comparison.limits import ComparisonLimits

_INSIDE = frozenset({"prison", "drug_isolation"})
_Row = TypeVar("_Row", PersonRecord, VehicleRecord, EstateRecord)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule has to say; ``raising`` makes a discrepancy of it."""

    code: str
    subject: str
    declared: str
    registered: str
    records: tuple[RegisterRecord, ...] = ()
    member_id: str = ""
    level: Level | None = None
    """Other than the catalogue's, where the facts already give the answer."""
    anchor: str = ""
    """What the id hangs on where it is not about the first record, or there is none."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Declaration, rows (each once) and limits on one day; people are known by number only."""

    declaration: Declaration
    limits: ComparisonLimits
    day: date
    members: Mapping[str, DeclaredPerson]
    persons: Mapping[str, tuple[PersonRecord, ...]]
    vehicles: tuple[VehicleRecord, ...]
    estates: tuple[EstateRecord, ...]

    @property
    def since(self) -> date:
        """Day of the last check; what came after it could not be known then."""
        return self.declaration.last_check or self.declaration.signed

    @property
    def jurisdiction(self) -> str:
        return self.declaration.region[:6]

    def recent(self, happened: date | None) -> bool:
        """Tell whether something happened within the months looked back."""
        if happened is None:
            return False
        return months_before(self.day, self.limits.lookback_months) <= happened <= self.day

    def living(self) -> tuple[tuple[str, DeclaredPerson], ...]:
        """Return number and person of everyone neither declared nor recorded dead."""
        return tuple(
            (number, person)
            for number, person in self.members.items()
            if person.whereabouts != "死亡"
            and not any(is_dead(row, self.day) for row in self.persons.get(number, ()))
        )

    def inside(self, number: str) -> bool:
        """Tell whether a record shows the person in prison or drug isolation on the day."""
        return any(is_inside(row, self.day) for row in self.persons.get(number, ()))


def number_of(text: str) -> str:
    """Return an identity number as it is matched: folded and of 18 digits."""
    return id_number.upgrade(id_number.normalise(text))


def months_before(day: date, months: int) -> date:
    """Return the same day so many months ago, or the last day of a shorter month."""
    first = Month.of(day).plus(-months)
    following = first.plus(1)
    last = (date(following.year, following.month, 1) - date(first.year, first.month, 1)).days
    return date(first.year, first.month, min(day.day, last))


def is_dead(row: PersonRecord, day: date) -> bool:
    return row.cancelled == "死亡" or (row.death is not None and row.death <= day)


def is_inside(row: PersonRecord, day: date) -> bool:
    held = row.custody
    return (
        held is not None
        and held.kind in _INSIDE
        and held.since <= day
        and (held.until is None or held.until >= day)
    )


def service_of(row: PersonRecord) -> str:
    """Return the service that keeps a registration elsewhere: conscript, student or empty."""
    return "conscript" if row.cancelled == "参军" else row.service


def lay_out(
    declaration: Declaration, records: RegisterSlice, limits: ComparisonLimits, day: date
) -> Facts:
    """Return the facts of one household, the same for any order of the rows.

    A blank number joins nobody to anything.
    """
    persons: dict[str, tuple[PersonRecord, ...]] = {}
    for row in _each_once(records.persons):
        number = number_of(row.id_number)
        if number:
            persons[number] = (*persons.get(number, ()), row)
    members: dict[str, DeclaredPerson] = {}
    for person in declaration.persons:
        number = number_of(person.id_number)
        if number:
            members.setdefault(number, person)
    return Facts(
        declaration,
        limits,
        day,
        members,
        persons,
        _each_once(records.vehicles),
        _each_once(records.estates),
    )


def _each_once(rows: Iterable[_Row]) -> tuple[_Row, ...]:
    """Return the rows by id, of several answers to one row the latest."""
    latest: dict[str, _Row] = {}
    for row in rows:
        twin = latest.get(row.id)
        latest[row.id] = row if twin is None else max(twin, row, key=_freshness)
    return tuple(latest[key] for key in sorted(latest))


def _freshness(row: RegisterRecord) -> tuple[date, str, str]:
    return row.source.as_of, row.source.batch, repr(row)
