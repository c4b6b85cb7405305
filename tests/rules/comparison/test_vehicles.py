"""车辆: each kind from its own facts, and the nearest innocent fact that must stay silent."""

from datetime import date

import pytest

from caseworker_app.model.declaration import Declaration
from caseworker_app.model.register import RegisterSlice
from tests.rules.comparison.vehicle_edits import (
    GIVEN,
    MOTORCYCLE,
    OUTSIDER,
    TRUCK,
    WRECK,
    Compared,
    Edit,
    also,
    both,
    claimed,
    earning,
    hidden,
    row,
    said,
)

RAISED: dict[str, tuple[Edit, list[str]]] = {
    "undeclared car": (hidden(), ["CL01 红"]),
    "undeclared, inspection lapsed but insured": (hidden(status="Q"), ["CL01 红"]),
    "undeclared big motorcycle": (hidden(**{**MOTORCYCLE, "displacement": 650}), ["CL01 红"]),
    "undeclared, moved to another registry": (hidden(status="B"), ["CL01 黄"]),
    "a car declared as a motorcycle": (
        claimed("", kind="ordinary_two_wheel_motorcycle"),
        ["CL01 红"],
    ),
    "called scrapped, but it runs": (claimed("scrapped"), ["CL01 红"]),
    "sold, still registered": (claimed("sold"), ["CL02 黄"]),
    "sold, though dear and new": (
        both(claimed("sold"), row(price=200_000_00, registered=date(2025, 9, 1))),
        ["CL02 黄"],
    ),
    "scrapped, plates void": (both(claimed("scrapped"), row(status="P")), ["CL03 蓝"]),
    "scrapped, long uninsured": (
        both(claimed("scrapped"), row(insured_until=date(2021, 1, 1))),
        ["CL03 蓝"],
    ),
    "undeclared wreck": (hidden(**WRECK), ["CL03 蓝"]),
    "undeclared, stolen": (hidden(status="C"), ["CL03 蓝"]),
    "name lent, as claimed": (claimed("lent_name"), ["CL04 橙"]),
    "name lent, as the insurance shows": (hidden(insurance_payer=OUTSIDER), ["CL04 橙"]),
    "vehicle for the disabled, undeclared": (
        hidden(vehicle_type="残疾人专用汽车"),
        ["CL05 蓝"],
    ),
    "vehicle for the disabled, declared": (
        claimed("", kind="disability_compensation_vehicle"),
        ["CL05 蓝"],
    ),
    "undeclared motorcycle": (hidden(**MOTORCYCLE), ["CL06 蓝"]),
    "undeclared electric tricycle": (
        hidden(plate="", plate_type="", vin="", vehicle_type="电动三轮车"),
        ["CL06 蓝"],
    ),
    "livelihood, as claimed": (both(claimed("livelihood"), row(use="F")), ["CL07 橙"]),
    "undeclared truck": (hidden(**TRUCK), ["CL07 橙"]),
    "declared truck, no income from it": (row(**TRUCK), ["CL07 橙"]),
    "undeclared tractor": (
        hidden(plate="浙01 A1234", plate_type="14", vin="T1", vehicle_type="轮式拖拉机"),
        ["CL07 橙"],
    ),
    "at the price limit": (row(price=150_000_00), ["CL08 红"]),
    "declared price over the limit, none on record": (
        both(claimed("", price=180_000_00), row(price=None)),
        ["CL08 红"],
    ),
    "undeclared and dear": (hidden(price=180_000_00), ["CL01 红", "CL08 红"]),
    "bought after the last check": (
        row(first_registered=date(2025, 9, 1), registered=date(2025, 9, 1)),
        ["CL09 红"],
    ),
    "bought second-hand after the last check": (row(registered=date(2025, 9, 1)), ["CL09 红"]),
    "given to a relative": (hidden(**GIVEN), ["CL10 橙"]),
    "mortgaged": (row(mortgaged=True), ["CL11 黄"]),
    "seized by status": (row(status="K"), ["CL11 黄"]),
    "undeclared and seized": (hidden(seized=True), ["CL01 红", "CL11 黄"]),
    "not theirs, they say": (claimed("not_mine"), ["CL12 黄"]),
    "a row that names no vehicle": (hidden(plate="浙I1234", vin="0"), ["CL12 蓝"]),
    "undeclared, plate garbled, VIN good": (hidden(plate="浙I12345"), ["CL01 红", "CL12 蓝"]),
    "declared, VIN garbled": (row(vin="LSVOOOOO"), ["CL12 蓝"]),
}

SILENT: dict[str, Edit] = {
    "CL01 declared with another spelling of the plate": claimed("", plate="浙ａ·1b2c3"),
    "CL01 deregistered": hidden(status="E"),
    "CL01 compulsorily deregistered": hidden(status="AM"),
    "CL01 of somebody outside": hidden(owner_id_number=OUTSIDER),
    "CL01 declared by its former plate": also(
        plate="浙AD12345", plate_type="52", registered=date(2024, 8, 1)
    ),
    "CL02 sold and transferred": both(
        claimed("sold"), row(transferred=date(2025, 9, 1), transferred_to=OUTSIDER)
    ),
    "CL03 deregistered": both(claimed("scrapped"), row(status="E")),
    "CL04 a member pays the insurance": lambda case: row(
        insurance_payer=case[0].persons[1].id_number
    )(case),
    "CL05 deregistered": hidden(vehicle_type="残疾人专用汽车", status="E"),
    "CL06 declared motorcycle": both(
        claimed("", kind="ordinary_two_wheel_motorcycle", plate="浙A1B23C"), row(**MOTORCYCLE)
    ),
    "CL07 declared with its income": both(earning, row(**TRUCK)),
    "CL08 just below the limit": row(price=149_999_99),
    "CL09 a gift": row(registered=date(2025, 9, 1), acquired="赠与"),
    "CL09 bought before": row(registered=date(2025, 5, 6)),
    "CL10 to a stranger": hidden(**{**GIVEN, "transferred_to_relation": ""}),
    "CL10 to no kin, by the code": hidden(**{**GIVEN, "transferred_to_relation": "99"}),
    "CL10 long ago": hidden(**{**GIVEN, "transferred": date(2024, 3, 9)}),
    "CL11 lock only": row(status="AO"),
    "CL12 temporary plate": row(plate_type="22"),
}


@pytest.mark.parametrize("name", RAISED)
def test_that_the_fact_raises_its_kind(
    name: str, declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    edit, expected = RAISED[name]
    assert said(compared(*edit((declaration, records)))) == expected


@pytest.mark.parametrize("name", SILENT)
def test_that_the_nearest_innocent_fact_raises_nothing(
    name: str, declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    assert said(compared(*SILENT[name]((declaration, records)))) == []


def test_that_every_kind_of_vehicle_is_covered() -> None:
    kinds = {code.split()[0] for _, codes in RAISED.values() for code in codes}
    assert kinds == {f"CL{n:02d}" for n in range(1, 13)}
    assert {name.split()[0] for name in SILENT} == kinds


def test_that_both_sides_stand_in_words(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    (undeclared,) = compared(*hidden()((declaration, records)))
    (sold,) = compared(*claimed("sold")((declaration, records)))
    assert undeclared.declared == "未申报"
    assert undeclared.registered == "浙A1B2C3 小型轿车，2019-03-02 登记，状态正常"
    assert sold.declared == "浙A1B2C3，小轿车，申报已出售"
    assert (sold.subject, sold.member_id, sold.record_ids) == ("浙A1B2C3", "m1", ("c1",))


def test_that_one_vehicle_with_two_rows_is_raised_once(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    edit = both(hidden(status="B"), also(status="A", registered=date(2021, 1, 1)))
    assert [item.id for item in compared(*edit((declaration, records)))] == ["CL01:c2"]
