"""Changes to a household of the township, each a value in and a value out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import get_args

from caseworker_app.demo.values import TownshipHousehold
from caseworker_app.model import id_number
from caseworker_app.model.codes import Dataset, Register
from caseworker_app.model.declaration import DeclaredEstate, DeclaredVehicle
from caseworker_app.model.departments import DepartmentRecord
from caseworker_app.model.household import Member
from caseworker_app.model.register import FIELD, EstateRecord, PersonRecord, VehicleRecord

_OLDEST = 130
_FIELDS: Mapping[type, str] = dict(
    zip(
        get_args(DepartmentRecord),
        (FIELD[dataset] for dataset in Dataset if dataset.register is Register.OTHER),
        strict=True,
    )
)
"""Kind of row → the field of a slice that holds such rows."""


def aged(unit: TownshipHousehold, day: date, low: int, high: int = _OLDEST) -> list[Member]:
    """Return the members of an age in full years, in the order of the file."""
    return [m for m in unit.household.members if low <= id_number.age(m.id_number, day) <= high]


def add_person(unit: TownshipHousehold, row: PersonRecord) -> TownshipHousehold:
    rows = replace(unit.records, persons=(*unit.records.persons, row))
    return replace(unit, records=rows)


def person_of(unit: TownshipHousehold, member: Member) -> PersonRecord:
    """Return the row of a member."""
    return next(row for row in unit.records.persons if row.id_number == member.id_number)


def put_person(unit: TownshipHousehold, row: PersonRecord) -> TownshipHousehold:
    """Return the household with a person's row in the place of the one with its id."""
    rows = tuple(row if old.id == row.id else old for old in unit.records.persons)
    return replace(unit, records=replace(unit.records, persons=rows))


def add_vehicle(
    unit: TownshipHousehold, row: VehicleRecord, declared: DeclaredVehicle | None = None
) -> TownshipHousehold:
    rows = replace(unit.records, vehicles=(*unit.records.vehicles, row))
    words = unit.declaration.vehicles + ((declared,) if declared else ())
    return replace(unit, records=rows, declaration=replace(unit.declaration, vehicles=words))


def add_estate(
    unit: TownshipHousehold, row: EstateRecord | None, declared: DeclaredEstate | None = None
) -> TownshipHousehold:
    rows = replace(unit.records, estates=unit.records.estates + ((row,) if row else ()))
    words = unit.declaration.estates + ((declared,) if declared else ())
    return replace(unit, records=rows, declaration=replace(unit.declaration, estates=words))


def add_rows(unit: TownshipHousehold, *rows: DepartmentRecord) -> TownshipHousehold:
    """Return the household with rows of other departments, each in its own dataset."""
    held = unit.records
    for row in rows:
        field = _FIELDS[type(row)]
        held = replace(held, **{field: (*getattr(held, field), row)})
    return replace(unit, records=held)


def drop_rows(unit: TownshipHousehold, *rows: DepartmentRecord) -> TownshipHousehold:
    held = unit.records
    for row in rows:
        field = _FIELDS[type(row)]
        kept = tuple(old for old in getattr(held, field) if old.id != row.id)
        held = replace(held, **{field: kept})
    return replace(unit, records=held)


def put_estate(unit: TownshipHousehold, row: EstateRecord) -> TownshipHousehold:
    """Return the household with a house's row in the place of the one with its id."""
    rows = tuple(row if old.id == row.id else old for old in unit.records.estates)
    return replace(unit, records=replace(unit.records, estates=rows))
