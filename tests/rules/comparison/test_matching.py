"""现场发现 against what is known: by which numbers a thing is known again, and in which words."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import FoundKind
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.found import Found
from caseworker_app.model.register import AnyRecord, EstateRecord, RegisterSlice, VehicleRecord
from caseworker_app.rules.comparison.matching import (
    Match,
    Matched,
    match,
    named,
    place_fits,
    text_fits,
)
from tests.rules.comparison.conftest import DAY, HEAD, WIFE, number
from tests.rules.comparison.other_rows import (
    asset,
    beside,
    business,
    consumption,
    insurance,
    policy,
    school,
    tax,
)

CAR, HOME = "浙A1B2C3", "330199001002GB00123F00010023"
VIN = "LSVAB2180F2123456"
STRANGER = number("19800101", 9)
DECLARED_CAR = "浙A1B2C3，小轿车"
REGISTERED_CAR = "浙A1B2C3 小型轿车，2019-03-02 登记"
DECLARED_HOME = "青山路8号1幢102室，住房，60平方米"


def placed(
    kind: FoundKind, value: str, declaration: Declaration, records: RegisterSlice
) -> Matched:
    return match(Found("f1", kind, value), declaration, records, DAY)


def cars(records: RegisterSlice, *rows: VehicleRecord) -> RegisterSlice:
    return replace(records, vehicles=rows)


def homes(records: RegisterSlice, *rows: EstateRecord) -> RegisterSlice:
    return replace(records, estates=rows)


def test_that_a_declared_car_is_known_again_by_its_vin(
    declaration: Declaration, records: RegisterSlice
) -> None:
    for value in (CAR, VIN):
        found = placed(FoundKind.VEHICLE, value, declaration, records)
        assert found.match is Match.AGREED
        assert found.text.startswith(f"申报{DECLARED_CAR}；登记{REGISTERED_CAR}")


def test_that_a_vin_does_not_name_the_vehicles_without_a_plate(
    declaration: Declaration, records: RegisterSlice
) -> None:
    bare = replace(declaration.vehicles[0], plate="")
    told = replace(declaration, vehicles=(bare,))
    unplated = replace(records.vehicles[0], plate="", vin="LSVAB2180F2000002")
    found = placed(FoundKind.VEHICLE, VIN, told, cars(records, unplated))
    assert (found.match, found.rows) == (Match.UNKNOWN, ())


def test_that_of_two_rows_of_a_plate_the_households_speaks(
    declaration: Declaration, records: RegisterSlice
) -> None:
    own = replace(records.vehicles[0], id="c2", vehicle_type="微型轿车")
    other = replace(own, id="c0", owner_id_number=STRANGER, vehicle_type="大型客车")
    found = placed(FoundKind.VEHICLE, CAR, declaration, cars(records, other, own))
    assert (found.match, found.record_ids) == (Match.AGREED, ("c2",))
    assert "微型轿车" in found.text


def test_that_a_car_of_another_is_told_with_what_was_declared_of_it(
    declaration: Declaration, records: RegisterSlice
) -> None:
    other = replace(records.vehicles[0], owner_id_number=STRANGER)
    found = placed(FoundKind.VEHICLE, CAR, declaration, cars(records, other))
    assert found.match is Match.OTHERS
    assert found.text.startswith(f"登记不在本户名下：{REGISTERED_CAR}")
    assert found.text.endswith(f"，但申报了{DECLARED_CAR}")
    silent = replace(declaration, vehicles=())
    assert "申报" not in placed(FoundKind.VEHICLE, CAR, silent, cars(records, other)).text
    assert placed(FoundKind.VEHICLE, CAR, silent, records).text.startswith("登记在本户名下：")


def test_that_a_row_of_an_owner_without_a_number_is_nobodys(
    declaration: Declaration, records: RegisterSlice
) -> None:
    unknown = replace(declaration.persons[2], id_number="")
    told = replace(declaration, persons=(*declaration.persons[:2], unknown))
    row = replace(records.vehicles[0], owner_id_number="")
    assert placed(FoundKind.VEHICLE, CAR, told, cars(records, row)).match is Match.OTHERS


def test_that_a_house_is_known_again_by_unit_number_or_place(
    declaration: Declaration, records: RegisterSlice
) -> None:
    by_place = replace(declaration.estates[0], unit_number="")
    told = replace(declaration, estates=(by_place,))
    for value in (HOME, "330199 001002GB00123F00010023", "青山路8号1幢102室"):
        found = placed(FoundKind.ESTATE, value, told, records)
        assert (found.match, found.record_ids) == (Match.AGREED, ("f1",))
        assert found.text.startswith(f"申报{DECLARED_HOME}；登记青山路8号1幢102室，60平方米")


def test_that_a_declared_house_without_a_row_is_said_to_be_declared(
    declaration: Declaration, records: RegisterSlice
) -> None:
    found = placed(FoundKind.ESTATE, HOME, declaration, homes(records))
    assert (found.match, found.rows) == (Match.DECLARED, ())
    assert found.text == f"申报{DECLARED_HOME}；本机登记数据中没有"


def test_that_a_house_sold_is_no_longer_theirs(
    declaration: Declaration, records: RegisterSlice
) -> None:
    sold = replace(records.estates[0], state="2", registration="转移")
    silent = replace(declaration, estates=())
    found = placed(FoundKind.ESTATE, HOME, silent, homes(records, sold))
    assert (found.match, found.record_ids) == (Match.OTHERS, ("f1",))
    old = replace(sold, id="f0", location="旧址")
    rows = homes(records, old, records.estates[0])
    current = placed(FoundKind.ESTATE, HOME, silent, rows)
    assert (current.match, current.record_ids) == (Match.UNDECLARED, ("f1",))
    assert "青山路8号1幢102室" in current.text


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("2幢102室", "河埠里2幢102室", True),
        ("幢102室", "河埠里3幢102室", True),
        ("102室", "河埠里3幢102室", False),
        ("河埠里3幢", "河埠里3幢102室", False),
        ("甲村", "甲村", True),
        ("", "", False),
    ],
)
def test_that_the_end_of_an_address_counts_from_five_characters(
    one: str,
    other: str,
    fits: bool,  # noqa: FBT001  # a case
) -> None:
    assert place_fits(one, other) is place_fits(other, one) is fits


NAMING: list[tuple[AnyRecord, str]] = [
    (insurance(employer="云溪五金厂"), "云溪五金厂"),
    (tax(withholder="云溪五金厂"), "云溪五金厂"),
    (business(title="陈记便利店"), "陈记便利店"),
    (asset(institution="县农商银行"), "县农商银行"),
    (policy(insurer="某保险"), "某保险"),
    (consumption(account="6010203"), "6010203"),
    (school(school="云溪中学"), "云溪中学"),
]


@pytest.mark.parametrize(("row", "name"), NAMING, ids=[type(row).__name__ for row, _ in NAMING])
def test_that_every_department_names_whom_or_what_its_row_is_of(row: AnyRecord, name: str) -> None:
    assert named(row) == name
    assert text_fits(name, row)
    assert text_fits(name[:2], row)
    assert text_fits(f"县城的{name}", row)
    assert not text_fits(name[:1], row)
    assert not text_fits("别家", row)


def test_that_a_name_of_one_character_names_nobody() -> None:
    assert not text_fits("云溪五金厂", insurance(employer="厂"))
    assert text_fits("云溪", insurance(employer="云溪"))
    assert not text_fits("云溪五金厂", insurance(employer=""))


def test_that_other_facts_are_told_once_by_department_and_person(
    declaration: Declaration, records: RegisterSlice
) -> None:
    rows = beside(
        records,
        insurance(name="陈大山"),
        insurance(id="r2", name="陈大山", kind="失业保险"),
        insurance(id="r3", name="林秀", id_number=WIFE),
    )
    found = placed(FoundKind.OTHER, "云溪五金厂", declaration, rows)
    assert found.record_ids == ("r1", "r2", "r3")
    assert found.text == "本机登记数据中有：某部门（陈大山）；某部门（林秀）"


def test_that_a_person_is_told_by_the_booklet(
    declaration: Declaration, records: RegisterSlice
) -> None:
    mate = replace(records.persons[0], id="p9", id_number=STRANGER, name="钱七")
    rows = replace(records, persons=(*records.persons, mate))
    found = placed(FoundKind.PERSON, STRANGER, declaration, rows)
    assert (found.match, found.record_ids) == (Match.UNDECLARED, ("p9",))
    assert found.text == "钱七登记在本户户口簿（青山路8号），未申报"
    apart = replace(mate, hukou_number="H9", address="")
    rows = replace(records, persons=(*records.persons, apart))
    found = placed(FoundKind.PERSON, STRANGER, declaration, rows)
    assert (found.match, found.text) == (Match.OTHERS, "钱七登记在别的户口簿，未申报")
    known = placed(FoundKind.PERSON, HEAD, declaration, records)
    assert known.text == "是申报的成员陈大山，户籍登记中有"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("陈大山", "与申报的成员陈大山姓名相同，请核对身份号码"),
        ("陈大山 1975-03-14", "与申报的成员陈大山姓名、出生日期相同，请核对身份号码"),
        ("周某 1975-03-14", "没有身份号码，不能和登记比对；申报的成员中没有同名的"),
        ("3301991975", "没有完整的身份号码，不能比对"),
    ],
)
def test_that_a_name_only_hints_at_a_member(
    value: str, text: str, declaration: Declaration, records: RegisterSlice
) -> None:
    found = placed(FoundKind.PERSON, value, declaration, records)
    assert found.text == text
    assert found.rows == ()


def test_that_who_has_no_name_is_not_taken_for_a_member_without_one(
    declaration: Declaration, records: RegisterSlice
) -> None:
    nameless = replace(declaration.persons[2], name="")
    told = replace(declaration, persons=(*declaration.persons[:2], nameless))
    assert placed(FoundKind.PERSON, "3301991975", told, records).match is Match.BARE


def test_that_a_car_handed_over_on_the_day_is_anothers(
    declaration: Declaration, records: RegisterSlice
) -> None:
    given = replace(records.vehicles[0], transferred=DAY)
    kept = replace(given, transferred=date(2026, 3, 11))
    assert placed(FoundKind.VEHICLE, CAR, declaration, cars(records, given)).match is Match.OTHERS
    assert placed(FoundKind.VEHICLE, CAR, declaration, cars(records, kept)).match is Match.AGREED
