"""车辆: by which marks of the register a vehicle is told to be of its kind, and on which day."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from caseworker_app.model.codes import IncomeKind
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.economy import Income
from caseworker_app.model.register import RegisterSlice
from caseworker_app.rules.comparison.words import VEHICLE_USE
from tests.rules.comparison.conftest import DAY
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
    hidden,
    household,
    row,
    said,
)

NO_PLATE: dict[str, Any] = {"plate": "", "plate_type": "", "vin": ""}


def a_year_of(kind: IncomeKind, who: str) -> Edit:
    return household(incomes=(Income("i1", who, kind, "运输", annual=6_000_00),))


RAISED: dict[str, tuple[Edit, list[str]]] = {
    **{
        f"working by its use, {word}": (hidden(use=use), ["CL07 橙"])
        for use, word in VEHICLE_USE.items()
        if use != "A"
    },
    "private use": (hidden(use="A"), ["CL01 红"]),
    "a farm plate": (hidden(plate_type="13", plate="浙01 12345"), ["CL07 橙"]),
    "a tractor's plate": (hidden(plate_type="14", plate="浙01 12345"), ["CL07 橙"]),
    "a lorry by its type": (hidden(vehicle_type="轻型货车"), ["CL07 橙"]),
    "a tractor by its type": (hidden(vehicle_type="手扶拖拉机"), ["CL07 橙"]),
    "a slow vehicle by its type": (hidden(vehicle_type="三轮低速汽车"), ["CL07 橙"]),
    "a motorcycle by its plate": (hidden(plate_type="07", vehicle_type=""), ["CL06 蓝"]),
    "a light motorcycle by its plate": (hidden(plate_type="08", vehicle_type=""), ["CL06 蓝"]),
    "a motorcycle by its type": (hidden(vehicle_type="普通二轮摩托车"), ["CL06 蓝"]),
    "a light one by its type": (hidden(vehicle_type="二轮轻便车"), ["CL06 蓝"]),
    "a tricycle without plate or VIN": (
        hidden(**NO_PLATE, vehicle_type="电动三轮车"),
        ["CL06 蓝"],
    ),
    "the largest ordinary motorcycle": (
        hidden(**{**MOTORCYCLE, "displacement": 250}),
        ["CL06 蓝"],
    ),
    "a motorcycle just too large": (hidden(**{**MOTORCYCLE, "displacement": 251}), ["CL01 红"]),
    "a motorcycle at the price of a car": (
        hidden(**MOTORCYCLE, price=150_000_00),
        ["CL01 红", "CL08 红"],
    ),
    "a wheelchair by its type": (hidden(vehicle_type="机动轮椅车"), ["CL05 蓝"]),
    "a car declared as a tricycle": (claimed("", kind="electric_tricycle"), ["CL01 红"]),
    "called scrapped, insured to this day": (
        both(claimed("scrapped"), row(insured_until=DAY)),
        ["CL01 红"],
    ),
    "called scrapped, insured to yesterday": (
        both(claimed("scrapped"), row(insured_until=date(2026, 3, 9))),
        ["CL03 蓝"],
    ),
    "called scrapped, fined a year ago": (
        both(claimed("scrapped"), row(insured_until=None, last_violation=date(2025, 3, 10))),
        ["CL01 红"],
    ),
    "called scrapped, fined longer ago": (
        both(claimed("scrapped"), row(insured_until=None, last_violation=date(2025, 3, 9))),
        ["CL03 蓝"],
    ),
    "called scrapped, inspection lapsed but insured": (
        both(claimed("scrapped"), row(status="Q")),
        ["CL03 蓝"],
    ),
    "undeclared, long uninsured, inspection in order": (
        hidden(insured_until=date(2021, 1, 1)),
        ["CL01 红"],
    ),
    "declared wreck": (row(**WRECK, mortgaged=True), ["CL11 黄"]),
    "bought today": (row(registered=DAY), ["CL09 红"]),
    "first registered lately, by another day of registration unknown": (
        row(first_registered=date(2025, 9, 1), registered=None),
        ["CL09 红"],
    ),
    "given to kin two years ago to the day": (
        hidden(**{**GIVEN, "transferred": date(2024, 3, 10)}),
        ["CL10 橙"],
    ),
    "given to kin today": (hidden(**{**GIVEN, "transferred": DAY}), ["CL10 橙"]),
    "to be given to kin tomorrow, still theirs": (
        hidden(**{**GIVEN, "transferred": date(2026, 3, 11)}),
        ["CL01 红"],
    ),
    "a truck that another member earns with": (
        both(a_year_of(IncomeKind.BUSINESS, "m2"), row(**TRUCK)),
        ["CL07 橙"],
    ),
    "a truck, wages declared": (both(a_year_of(IncomeKind.WAGE, "m1"), row(**TRUCK)), ["CL07 橙"]),
    "called a livelihood, with its income": (
        both(a_year_of(IncomeKind.BUSINESS, "m1"), claimed("livelihood")),
        ["CL07 橙"],
    ),
    "name lent, dear": (
        both(claimed("lent_name"), row(price=150_000_00)),
        ["CL08 红", "CL04 橙"],
    ),
    "a livelihood, dear": (hidden(**TRUCK, price=150_000_00), ["CL08 红", "CL07 橙"]),
    "two tricycles without a VIN are two": (
        both(hidden(**NO_PLATE, vehicle_type="电动三轮车"), also()),
        ["CL06 蓝", "CL06 蓝"],
    ),
    "neither side knows the plate": (both(claimed("", plate=""), row(plate="")), ["CL01 红"]),
    "a plate without a VIN names a vehicle": (hidden(vin=""), ["CL01 红"]),
    "a VIN without a plate names a vehicle": (hidden(plate=""), ["CL01 红"]),
}

SILENT: dict[str, Edit] = {
    **{
        f"given to one whom code {code or 'none'} calls no kin": hidden(
            **{**GIVEN, "transferred_to_relation": code}
        )
        for code in ("", "01", "02", "80", "98", "99")
    },
    "given to a member": lambda case: hidden(
        **{**GIVEN, "transferred_to": case[0].persons[1].id_number}
    )(case),
    "a farm plate of its own pattern": both(
        claimed("", plate="浙01 12345"),
        row(plate_type="13", plate="浙01 12345"),
        a_year_of(IncomeKind.BUSINESS, "m1"),
    ),
    "a temporary plate of its own pattern": both(
        claimed("", plate="浙A临1234"), row(plate_type="22", plate="浙A临1234")
    ),
    "no price on either side": both(claimed("", price=None), row(price=None)),
    "registered tomorrow": row(registered=date(2026, 3, 11)),
    "declared, the outsider's insurance explains nothing": row(insurance_payer=OUTSIDER),
}


@pytest.mark.parametrize("name", RAISED)
def test_that_the_mark_tells_the_kind(
    name: str, declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    edit, expected = RAISED[name]
    assert said(compared(*edit((declaration, records)))) == expected


@pytest.mark.parametrize("name", SILENT)
def test_that_without_the_mark_nothing_is_told(
    name: str, declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    assert said(compared(*SILENT[name]((declaration, records)))) == []


def test_that_of_two_rows_of_one_vehicle_the_one_still_theirs_then_the_later_speaks(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    gone = also(transferred=date(2025, 1, 1), registered=date(2024, 9, 1))
    for edit in (both(hidden(), gone), both(hidden(registered=date(2018, 1, 1)), also())):
        found = compared(*edit((declaration, records)))
        assert [item.code for item in found] == ["CL01"]
    first = replace(records.vehicles[0], registered=None)
    later = replace(first, id="c2", first_registered=date(2020, 4, 2))
    rows = replace(records, vehicles=(later, first))
    (item,) = compared(replace(declaration, vehicles=()), rows)
    assert item.record_ids == ("c2",)
    older = replace(later, registered=date(2012, 4, 2))
    rows = replace(records, vehicles=(first, older))
    (item,) = compared(replace(declaration, vehicles=()), rows)
    assert item.record_ids == ("c1",)
    unknown = replace(later, first_registered=None)
    rows = replace(records, vehicles=(first, unknown))
    (item,) = compared(replace(declaration, vehicles=()), rows)
    assert item.record_ids == ("c1",)


def test_that_each_side_tells_what_the_kind_is_about(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    def registered(edit: Edit) -> str:
        return compared(*edit((declaration, records)))[-1].registered

    assert "保险由户外人员缴纳" in registered(hidden(insurance_payer=OUTSIDER))
    assert "保险" not in registered(claimed("lent_name"))
    assert "货运" in registered(hidden(**TRUCK))
    assert "购置价 150,000元" in registered(row(price=150_000_00))
    assert "取得方式购买" in registered(row(registered=DAY))
    assert "2025-09-01 转移登记给亲属" in registered(hidden(**GIVEN))
    assert registered(row(seized=True)).endswith("，查封")
    assert registered(row(status="K")).endswith("，查封")
    assert registered(row(mortgaged=True)).endswith("，抵押")
    assert registered(row(seized=True, mortgaged=True)).endswith("，查封、抵押")
    assert "均无法识别" in registered(hidden(plate="浙I1234", vin="0"))
    assert "登记有误" in registered(row(vin="LSVOOOOO"))
    assert "有误" not in registered(claimed("not_mine"))
