"""The tables of a comparison in bulk: what was declared, laid flat, and the three registers.

Written and read by these definitions alone. Money is in fen, area in 0.01 m², days are dates.
"""

from sqlalchemy import BigInteger, Boolean, Column, Date, MetaData, Table, Text

from caseworker_app.model.declaration import (
    Declaration,
    DeclaredEstate,
    DeclaredPerson,
    DeclaredVehicle,
)
from caseworker_app.model.economy import Income, RigidExpense
from caseworker_app.model.register import EstateRecord, PersonRecord, VehicleRecord
from caseworker_app.server.matching.layout import Flat, Kind, Layout

metadata = MetaData()

HOUSEHOLD = Layout(Declaration, "persons", "vehicles", "estates", "incomes", "rigid")
MEMBER = Layout(DeclaredPerson)
TOLD_VEHICLE = Layout(DeclaredVehicle)
TOLD_ESTATE = Layout(DeclaredEstate)
INCOME = Layout(Income)
RIGID = Layout(RigidExpense)
PERSON = Layout(PersonRecord)
VEHICLE = Layout(VehicleRecord)
ESTATE = Layout(EstateRecord)

OF_HOUSEHOLD = (
    Flat("household_id", Kind.TEXT, needed=True),
    Flat("place", Kind.WHOLE, needed=True),
)
"""Whose a declared item is, and which of the household's it is, counted from 0."""
HEIR = Flat("heir_id_number", Kind.TEXT, needed=False)
"""Number of the heir a dead right holder's row was given for, where the department says so."""

SQL_TYPES = {Kind.TEXT: Text, Kind.DAY: Date, Kind.WHOLE: BigInteger, Kind.FLAG: Boolean}


def _table(name: str, columns: tuple[Flat, ...]) -> Table:
    made = (Column(c.name, SQL_TYPES[c.kind](), info={"flat": c}) for c in columns)
    return Table(name, metadata, *made)


household = _table("household", HOUSEHOLD.columns)
member = _table("member", OF_HOUSEHOLD + MEMBER.columns)
told_vehicle = _table("told_vehicle", OF_HOUSEHOLD + TOLD_VEHICLE.columns)
told_estate = _table("told_estate", OF_HOUSEHOLD + TOLD_ESTATE.columns)
income = _table("income", OF_HOUSEHOLD + INCOME.columns)
rigid = _table("rigid", OF_HOUSEHOLD + RIGID.columns)
person = _table("person", PERSON.columns)
vehicle = _table("vehicle", VEHICLE.columns)
estate = _table("estate", (*ESTATE.columns, HEIR))

DECLARED = (household, member, told_vehicle, told_estate, income, rigid)
NUMBER = {
    "member": "id_number",
    "person": "id_number",
    "vehicle": "owner_id_number",
    "estate": "owner_id_number",
}
"""Column of the identity number rows are joined by: as it is matched, not as it was written."""


def flats(table: Table) -> tuple[Flat, ...]:
    """Return the columns of a table as files hold them."""
    return tuple(column.info["flat"] for column in table.columns)
