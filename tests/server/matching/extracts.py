"""Declarations and register rows of tests as clean extracts, and the law's own answer to them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from caseworker_app.model.codes import Register
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.register import EstateRecord, RegisterSlice
from caseworker_app.rules.comparison import compare_registers
from caseworker_app.rules.comparison.facts import number_of
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.server.matching import Extracts, Spool, compare_all
from caseworker_app.server.matching.extracts import REGISTERED

Found = Mapping[str, tuple[Discrepancy, ...]]


def spooled(
    folder: Path, cases: Sequence[tuple[Declaration, RegisterSlice]], day: date
) -> Extracts:
    """Write households and one register of all their rows; heirs as each household has them."""
    with Spool.declared(folder) as spool:
        for told, _ in cases:
            spool.declaration(told)
    for register, field in (
        (Register.PERSON, "persons"),
        (Register.VEHICLE, "vehicles"),
        (Register.ESTATE, "estates"),
    ):
        with Spool.registered(folder, register) as spool:
            for told, records in cases:
                for row in getattr(records, field):
                    spool.record(row, heir_of(told, row))
    return Extracts(folder, {r: folder / f"{r.value}.parquet" for r in REGISTERED}, day)


def heir_of(told: Declaration, row: object) -> str:
    """Return the number of the first member where a row is a dead right holder's."""
    dead = isinstance(row, EstateRecord) and row.owner_died is not None
    return told.persons[0].id_number if dead and told.persons else ""


def brought(extracts: Extracts, pack: Pack, day: date, engine: str) -> Found:
    """Return what an engine and the law raise, household by household."""
    judged = compare_all(extracts, pack, day, engine)
    return {one.household: one.differences for one in judged if one.differences}


def raised(cases: Iterable[tuple[Declaration, RegisterSlice]], pack: Pack, day: date) -> Found:
    """Return what the law raises for each household from its own rows."""
    found = {
        told.household_id: compare_registers(told, records, pack, day) for told, records in cases
    }
    return {household: items for household, items in found.items() if items}


def whole(told: Declaration, cases: Sequence[tuple[Declaration, RegisterSlice]]) -> RegisterSlice:
    """Return everything the registers hold, of dead right holders only what the members inherit.

    Empty where no row at all belongs to the household, as on a laptop.
    """
    persons = tuple(row for _, records in cases for row in records.persons)
    vehicles = tuple(row for _, records in cases for row in records.vehicles)
    members = {number_of(person.id_number) for person in told.persons} - {""}
    rows = [row for row in persons if number_of(row.id_number) in members]
    spouses = {number_of(row.marriage.spouse_id_number) for row in rows if row.marriage}
    mates = {number_of(p.id_number) for p in persons if told.hukou_number == p.hukou_number != ""}
    kin = (spouses | (mates - members)) - {""}
    estates = tuple(
        row
        for other, records in cases
        for row in records.estates
        if row.owner_died is None
        or number_of(row.owner_id_number) in members | kin
        or number_of(heir_of(other, row)) in members
    )
    known = bool(rows) or bool(mates - {""})
    return RegisterSlice(persons if known else (), vehicles, estates)
