"""A household whose declaration and registers agree, and the comparison of any change to it."""

from collections.abc import Callable
from datetime import date

import pytest

from caseworker_app.model import id_number
from caseworker_app.model.declaration import (
    Declaration,
    DeclaredEstate,
    DeclaredPerson,
    DeclaredVehicle,
)
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.register import (
    EstateRecord,
    Marriage,
    PersonRecord,
    RegisterSlice,
    VehicleRecord,
)
from caseworker_app.model.source import Source
from caseworker_app.paths import resource
from caseworker_app.rules.comparison import compare
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack
from tests.rules.packs import NATIONAL

DAY = date(2026, 3, 10)
POLICE = Source("公安 户籍", date(2026, 3, 1), "B1", date(2026, 6, 1))
TRAFFIC = Source("公安 交管", date(2026, 3, 1), "B1", date(2026, 6, 1))
LAND = Source("自然资源 不动产登记", date(2026, 3, 1), "B1", date(2026, 6, 1))


def number(born: str, sequence: int) -> str:
    """Return an invented number of a county that does not exist."""
    first17 = f"330199{born}{sequence:03d}"
    return first17 + id_number.check_digit(first17)


HEAD, WIFE, SON = number("19750314", 1), number("19780520", 2), number("20100601", 3)


@pytest.fixture(scope="session")
def pack() -> Pack:
    text = resource("packs", "zj_demo.toml").read_text("utf-8")
    return read_pack(text, "zj_demo.toml", NATIONAL)


@pytest.fixture
def day() -> date:
    return DAY


@pytest.fixture
def declaration() -> Declaration:
    return Declaration(
        household_id="h1",
        signed=date(2024, 5, 6),
        region="330199001002",
        hukou_number="H001",
        head="m1",
        persons=(
            DeclaredPerson("m1", "陈大山", HEAD, "21", "H001"),
            DeclaredPerson("m2", "林秀", WIFE, "21", "H001"),
            DeclaredPerson("m3", "陈小山", SON, "10", "H001", "在校"),
        ),
        vehicles=(DeclaredVehicle("v1", "浙A1B2C3", "car", "m1", 40_000_00),),
        estates=(
            DeclaredEstate("e1", "青山路8号1幢102室", 60_00, "m1", "330199001002GB00123F00010023"),
        ),
        last_check=date(2025, 5, 6),
    )


@pytest.fixture
def records() -> RegisterSlice:
    def person(row: str, idn: str, name: str, **known: Marriage) -> PersonRecord:
        return PersonRecord(
            row,
            POLICE,
            idn,
            name,
            "H001",
            region="330199001002",
            address="青山路8号",
            marriage=known.get("marriage"),
        )

    married = date(2001, 5, 1)
    return RegisterSlice(
        persons=(
            person("p1", HEAD, "陈大山", marriage=Marriage("20", WIFE, "林秀", married)),
            person("p2", WIFE, "林秀", marriage=Marriage("20", HEAD, "陈大山", married)),
            person("p3", SON, "陈小山"),
        ),
        vehicles=(
            VehicleRecord(
                "c1",
                TRAFFIC,
                HEAD,
                "陈大山",
                "浙A1B2C3",
                "02",
                "LSVAB2180F2123456",
                "小型轿车",
                first_registered=date(2015, 4, 2),
                registered=date(2019, 3, 2),
                price=40_000_00,
                insured_until=date(2026, 9, 1),
            ),
        ),
        estates=(
            EstateRecord(
                "f1",
                LAND,
                HEAD,
                "陈大山",
                "330199001002GB00123F00010023",
                "浙(2016)杭州市不动产权第0000001号",
                "青山路8号1幢102室",
                "11",
                60_00,
                registered=date(2016, 5, 4),
            ),
        ),
    )


Compared = Callable[[Declaration, RegisterSlice], tuple[Discrepancy, ...]]


@pytest.fixture
def compared(pack: Pack) -> Compared:
    def run(declaration: Declaration, records: RegisterSlice) -> tuple[Discrepancy, ...]:
        return compare(declaration, records, pack, DAY)

    return run
