"""Lists of vehicles as a department would send them, already read."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from caseworker_app.demo.clock import DAY
from caseworker_app.model.codes import Dataset
from caseworker_app.model.household import Member
from caseworker_app.model.register import RegisterSlice, VehicleRecord
from caseworker_app.model.source import Source
from caseworker_app.store import household as households
from caseworker_app.store.imports import Origin
from caseworker_app.workflow.sorting import Portion, RefusedRow, TakenRow
from caseworker_app.workflow.workspace import Workspace

DEPARTMENT = "公安 交管"
NOVEMBER = DAY - timedelta(days=3)
OCTOBER = DAY - timedelta(days=33)
STRANGER = "110105194912310021"


def car(position: int, number: str, name: str, as_of: date = NOVEMBER, plate: str = "") -> TakenRow:
    """Return a row about a car; its plate is of its row in the file unless said."""
    source = Source(DEPARTMENT, as_of, "JG", as_of + timedelta(days=90))
    plate = plate or f"浙A{position:05}"
    record = VehicleRecord(
        plate, source, number, name, plate, "02", f"LSVAA4182E{position:07}", "小型轿车"
    )
    return TakenRow(position, record)


def of(member: Member, position: int, as_of: date = NOVEMBER, plate: str = "") -> TakenRow:
    return car(position, member.id_number, member.name, as_of, plate)


def mistyped(member: Member, position: int) -> TakenRow:
    """Return a row with one wrong digit behind the birth date."""
    number = member.id_number
    wrong = str((int(number[15]) + 1) % 10)
    return car(position, number[:15] + wrong + number[16:], member.name)


def origin(sha: str = "ab" * 32, as_of: date = NOVEMBER, mapping: str = "") -> Origin:
    return Origin("机动车.xlsx", sha, DEPARTMENT, Dataset.VEHICLE, as_of, mapping)


def portions(rows: Iterable[TakenRow], *refused: RefusedRow, size: int = 2) -> Iterator[Portion]:
    rows = list(rows)
    for start in range(0, len(rows), size):
        yield Portion(tuple(rows[start : start + size]), refused if start == 0 else ())


def slice_of(ws: Workspace, household_id: str) -> RegisterSlice:
    with ws.database.read() as connection:
        return households.records(connection, household_id)


def plates(ws: Workspace, household_id: str) -> list[str]:
    """Return the plates that count for a household and came by a list of this department."""
    vehicles = slice_of(ws, household_id).vehicles
    return sorted(row.plate for row in vehicles if row.source.batch == "JG")
