"""The departments' rows at the office: loaded in batches, found by what one sees in a yard."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from caseworker_app.model.codes import Dataset, FoundKind
from caseworker_app.model.departments import Insurance
from caseworker_app.model.found import key
from caseworker_app.model.register import EstateRecord, PersonRecord, VehicleRecord
from caseworker_app.model.source import Source
from caseworker_app.server import audit, registers
from caseworker_app.server.registers import Rows
from tests.server.conftest import DAY, Office

PLACES = ("embedded", "remote")

MARCH = Source("公安 交管", date(2026, 11, 1), "B1", date(2027, 1, 30))
NUMBER = "330199195803120021"
PERSON = PersonRecord("p", MARCH, NUMBER, "王桂兰", "H0427", address="示范区小营巷12号")
CAR = VehicleRecord(
    "c", MARCH, NUMBER, "王桂兰", "浙A·7k21Q", "02", "LSVAA49J132000001", "小型轿车"
)
HOUSE = EstateRecord(
    "e", MARCH, NUMBER, "王桂兰", "330199004006GB00012F00020102", "示0012号",
    "示范区河埠里3幢102室", "10", 4210,
)  # fmt: skip
JOB = Insurance("i", MARCH, NUMBER, "王桂兰", employer="惠民物业")


@pytest.fixture
def loaded(office: Office) -> Office:
    for dataset, row in (
        (Dataset.PERSON, PERSON),
        (Dataset.VEHICLE, CAR),
        (Dataset.ESTATE, HOUSE),
        (Dataset.INSURANCE, JOB),
    ):
        assert registers.load(office.central, dataset, [row], "import") == 1
    return office


def ask(office: Office, way: Any, *asked: object, day: date = DAY) -> Rows:
    with office.central.database.read() as connection:
        found: Rows = way(connection, *asked, day)
    return found


def test_that_each_row_is_found_by_what_can_be_seen(loaded: Office) -> None:
    def read(kind: FoundKind, value: str) -> object:
        return key(kind, value)

    car, house = ((Dataset.VEHICLE, CAR),), ((Dataset.ESTATE, HOUSE),)
    assert ask(loaded, registers.of_vehicle, read(FoundKind.VEHICLE, "浙a7K21q")) == car
    assert ask(loaded, registers.of_vehicle, read(FoundKind.VEHICLE, CAR.vin)) == car
    assert ask(loaded, registers.of_estate, read(FoundKind.ESTATE, HOUSE.unit_number)) == house
    assert ask(loaded, registers.of_estate, read(FoundKind.ESTATE, "河埠里 3 幢 102 室")) == house
    assert ask(loaded, registers.of_estate, read(FoundKind.ESTATE, "102室")) == ()
    assert ask(loaded, registers.of_person, NUMBER) == ((Dataset.PERSON, PERSON),)
    assert ask(loaded, registers.of_departments, [NUMBER]) == ((Dataset.INSURANCE, JOB),)


def test_that_what_may_no_longer_be_used_is_not_handed_out(loaded: Office) -> None:
    late = MARCH.expires + timedelta(days=1)
    assert ask(loaded, registers.of_person, NUMBER, day=late) == ()


def test_that_loading_again_changes_nothing_and_a_newer_row_replaces(office: Office) -> None:
    newer = replace(CAR, status="K", source=replace(MARCH, as_of=date(2026, 11, 20)))
    older = replace(CAR, status="E", source=replace(MARCH, as_of=date(2026, 5, 1)))
    counts = [
        registers.load(office.central, Dataset.VEHICLE, rows, "import")
        for rows in ([CAR], [CAR], [older], [newer, CAR], [older])
    ]
    found = ask(office, registers.of_vehicle, key(FoundKind.VEHICLE, "浙A7K21Q"))

    assert counts == [1, 0, 0, 1, 0]
    assert found == ((Dataset.VEHICLE, newer),)


def test_that_a_load_goes_in_batches_each_with_its_audit_entry(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registers, "BATCH", 2)
    rows = [replace(PERSON, id=f"p{n}") for n in range(5)]

    def broken() -> Any:
        yield from rows[:3]
        raise OSError("the line was cut")

    with pytest.raises(OSError, match="cut"):
        registers.load(office.central, Dataset.PERSON, broken(), "import")
    assert registers.load(office.central, Dataset.PERSON, rows, "import") == 3
    with office.central.database.read() as connection:
        said = [e.detail for e in audit.entries(connection) if e.act == "registers.loaded"]
    assert said == ["户籍信息 2 条"] * 2 + ["户籍信息 1 条"]


def lay_aside(office: Office, *rows: VehicleRecord) -> None:
    assert list(registers.lay_aside(office.central, "job-1", Dataset.VEHICLE, rows)) == [len(rows)]


def test_that_what_is_laid_aside_is_found_by_nobody_until_it_is_taken_in(loaded: Office) -> None:
    seen = key(FoundKind.VEHICLE, CAR.plate)
    newer, older = replace(MARCH, as_of=DAY), replace(MARCH, as_of=date(2026, 1, 1))
    moved = replace(CAR, owner_name="李四", source=newer)
    lay_aside(loaded, moved, replace(CAR, id="c2", plate="浙A9X9X9"))
    assert ask(loaded, registers.of_vehicle, seen) == ((Dataset.VEHICLE, CAR),)

    assert registers.take_in(loaded.central, "job-1", Dataset.VEHICLE, "import") == 2
    assert ask(loaded, registers.of_vehicle, seen) == ((Dataset.VEHICLE, moved),)
    assert registers.take_in(loaded.central, "job-1", Dataset.VEHICLE, "import") == 0
    lay_aside(loaded, moved, replace(CAR, source=older, id="c2", plate="浙A7K21Q"))
    assert registers.take_in(loaded.central, "job-1", Dataset.VEHICLE, "import") == 0
    assert ask(loaded, registers.of_vehicle, seen) == ((Dataset.VEHICLE, moved),)
    with loaded.central.database.read() as connection:
        rows = list(registers.every(connection, Dataset.VEHICLE))
        acts = [e.detail for e in audit.entries(connection) if e.act == "registers.loaded"]
    assert [row.id for row in rows] == ["c", "c2"]
    assert acts[-1] == "机动车登记 2 条"


def test_that_what_is_thrown_away_leaves_nothing(loaded: Office) -> None:
    lay_aside(loaded, replace(CAR, id="c2"))
    registers.throw_away(loaded.central, "job")
    registers.throw_away(loaded.central, "job-1")

    assert registers.take_in(loaded.central, "job-1", Dataset.VEHICLE, "import") == 0
    with loaded.central.database.read() as connection:
        assert [row.id for row in registers.every(connection, Dataset.VEHICLE)] == ["c"]
