"""The books as clean extracts, by which a whole stock of households is compared."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from caseworker_app.errors import UserError
from caseworker_app.model.codes import Dataset, Register
from caseworker_app.model.register import EstateRecord, PersonRecord, VehicleRecord
from caseworker_app.server import households, registers
from caseworker_app.server.central import Central
from caseworker_app.server.matching import Extracts, Spool

_EVERY = 200
_DATASETS = {
    Register.PERSON: Dataset.PERSON,
    Register.VEHICLE: Dataset.VEHICLE,
    Register.ESTATE: Dataset.ESTATE,
}


def extracts(
    central: Central, folder: Path, day: date, tell: Callable[[int, int], None]
) -> tuple[Extracts, int]:
    """Write the books as clean extracts; return them and how many households there are."""
    with central.database.read() as connection:
        total = households.count(connection)
        if not total:
            raise UserError("服务器上还没有家庭，无法比对。请先载入家庭。")
        with Spool.declared(folder) as spool:
            for number, declared in enumerate(households.declarations(connection)):
                spool.declaration(declared)
                if number % _EVERY == 0:
                    tell(0, total)
        given = {
            register: folder / f"{register.value}.parquet"
            for register in _DATASETS
            if _spooled(connection, folder, register)
        }
    if not given:
        raise UserError("登记库里没有户籍、车辆、房产数据，无法比对。请先导入部门名单。")
    return Extracts(folder, given, day), total


def _spooled(connection: Connection, folder: Path, register: Register) -> int:
    """Write one register as an extract and return how many rows it has."""
    count = 0
    with Spool.registered(folder, register) as spool:
        for row in registers.every(connection, _DATASETS[register]):
            if isinstance(row, PersonRecord | VehicleRecord | EstateRecord):
                spool.record(row)
                count += 1
    return count
