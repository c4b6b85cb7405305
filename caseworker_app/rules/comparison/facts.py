"""One household's declaration and register rows, laid out for the rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from caseworker_app.model import id_number
from caseworker_app.model.codes import Dataset, Level, Register
from caseworker_app.model.declaration import Authorisation, Declaration, DeclaredPerson
from caseworker_app.model.departments import Funeral
from caseworker_app.model.register import (
    FIELD,
    AnyRecord,
    EstateRecord,
    PersonRecord,
    RegisterSlice,
    VehicleRecord,
)
from caseworker_app.model.values import Month
from caseworker_app.rules.comparison.limits import ComparisonLimits

_INSIDE = frozenset({"prison", "drug_isolation"})
_Row = TypeVar("_Row", bound=AnyRecord)
_NO_ROWS = RegisterSlice()
_OTHERS = tuple(FIELD[dataset] for dataset in Dataset if dataset.register is Register.OTHER)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule has to say; ``raising`` makes a discrepancy of it."""

    code: str
    subject: str
    declared: str
    registered: str
    records: tuple[AnyRecord, ...] = ()
    member_id: str = ""
    level: Level | None = None
    """Other than the catalogue's, where the facts already give the answer."""
    anchor: str = ""
    """What the id hangs on where it is not about the first record, or there is none."""
    each_proves: bool = False
    """Any one of the records shows the fact, so that it is as fresh as the freshest."""


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
    others: RegisterSlice
    """Rows of the other departments alone; of whom they may be used: ``asked``."""
    funerals: Mapping[str, tuple[Funeral, ...]]
    unauthorised: frozenset[str]
    """Ids of members without an authorisation in force on the day; none where it is unknown."""

    @property
    def has_others(self) -> bool:
        return self.others is not _NO_ROWS

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
            if person.whereabouts != "死亡" and not self.is_dead(number)
        )

    def counted(self) -> tuple[tuple[str, DeclaredPerson], ...]:
        """Return number and person of the living who are not in prison or drug isolation."""
        return tuple(
            (number, person)
            for number, person in self.living()
            if person.whereabouts != "服刑" and not self.inside(number)
        )

    def asked(self) -> tuple[tuple[str, DeclaredPerson], ...]:
        """Return the counted members other departments may be asked about (SAL-41)."""
        return tuple(pair for pair in self.counted() if pair[1].member_id not in self.unauthorised)

    def member_of(self, number: str) -> DeclaredPerson | None:
        """Return the member a number as written in a row belongs to."""
        return self.members.get(number_of(number))

    def is_dead(self, number: str) -> bool:
        """Tell whether booklet or funeral house know of the death."""
        for row in self.persons.get(number, ()):
            if is_dead(row, self.day):
                return True
        return any(row.died <= self.day for row in self.funerals.get(number, ()))

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
    others = _others(records)
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
        _by_number(_each_once(records.persons)),
        _each_once(records.vehicles),
        _each_once(records.estates),
        others,
        _by_number(others.funerals),
        _unauthorised(declaration, day),
    )


def in_force(authorisation: Authorisation, day: date) -> bool:
    """Tell whether an authorisation is signed and has not ended on a day."""
    ended = authorisation.until is not None and authorisation.until < day
    return authorisation.signed <= day and not ended


def _unauthorised(declaration: Declaration, day: date) -> frozenset[str]:
    if declaration.authorisations is None:
        return frozenset()
    valid = {a.member_id for a in declaration.authorisations if in_force(a, day)}
    return frozenset(person.member_id for person in declaration.persons) - valid


def _others(records: RegisterSlice) -> RegisterSlice:
    """Return the rows of other departments, each once; most households have none."""
    held = {field: rows for field in _OTHERS if (rows := getattr(records, field))}
    if not held:
        return _NO_ROWS
    return RegisterSlice(**{field: _each_once(rows) for field, rows in held.items()})


_Known = TypeVar("_Known", PersonRecord, Funeral)


def _by_number(rows: tuple[_Known, ...]) -> dict[str, tuple[_Known, ...]]:
    found: dict[str, list[_Known]] = {}
    for row in rows:
        number = number_of(row.id_number)
        if number:
            found.setdefault(number, []).append(row)
    return {number: tuple(held) for number, held in found.items()}


def _each_once(rows: Iterable[_Row]) -> tuple[_Row, ...]:
    """Return the rows by id, of several answers to one row the latest."""
    latest: dict[str, _Row] = {}
    for row in rows:
        known = latest.setdefault(row.id, row)
        if known is not row:
            latest[row.id] = max(known, row, key=_freshness)
    return tuple(latest[key] for key in sorted(latest))


def _freshness(row: AnyRecord) -> tuple[date, str, str]:
    return row.source.as_of, row.source.batch, repr(row)
