"""房产: by which marks of the register a house is told to be of its kind, and what then counts."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from caseworker_app.model.codes import IncomeKind
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.economy import Income
from caseworker_app.model.register import RegisterSlice
from tests.rules.comparison.conftest import DAY
from tests.rules.comparison.estate_edits import (
    HALF,
    SAME_PARCEL,
    SOLD,
    TENANCY,
    Case,
    Compared,
    Edit,
    also,
    both,
    claimed,
    hidden,
    home,
    household,
    jailed,
    rent,
    said,
    told,
)

HOME = "330199001002GB00123F00010023"
HOMESTEAD: dict[str, Any] = {"kind": "homestead", "registered": False, "unit_number": ""}
DEAD_OWNER: dict[str, Any] = {
    "owner_id_number": "330199194001011231",
    "owner_died": date(2024, 1, 1),
}


def unregistered(case: Case) -> Case:
    """The register holds nothing; the home is declared as a homestead."""
    return claimed(**HOMESTEAD)((case[0], replace(case[1], estates=())))


def joint(**changes: Any) -> Edit:
    """Enter husband and wife as joint owners of the home."""

    def edit(case: Case) -> Case:
        wife = case[0].persons[1].id_number
        return also(owner_id_number=wife, unit_number=HOME, location="", id="f9", **changes)(case)

    return edit


RAISED: dict[str, tuple[Edit, list[str]]] = {
    "let by the state, beside the home": (also(nature="3"), ["FC15 橙"]),
    "let by the county, beside the home": (also(nature="4"), ["FC15 橙"]),
    "let by contract, beside the home": (also(right="承租"), ["FC15 橙"]),
    "public rental beside a homestead": (
        both(hidden(**TENANCY), told(**HOMESTEAD)),
        ["FC15 橙", "FC12 蓝"],
    ),
    "a homestead called a dwelling, in no register": (
        both(unregistered, claimed(kind="dwelling", registered=False)),
        ["FC12 蓝"],
    ),
    "a homestead said to be registered, in no register": (
        both(unregistered, claimed(kind="homestead")),
        ["FC12 蓝"],
    ),
    "neither has a unit number, and the places differ": (
        both(claimed(unit_number=""), home(unit_number="", location="城南路3号")),
        ["FC01 红"],
    ),
    "neither has a place, and only one a unit number": (
        both(claimed(unit_number="", location=""), home(location="")),
        ["FC01 红"],
    ),
    "an unregistered flat is a dwelling": (
        told(registered=False, unit_number=""),
        ["FC02 蓝", "FC12 蓝"],
    ),
    "an unregistered shop is no dwelling": (
        told(kind="shop", registered=False, unit_number=""),
        ["FC12 蓝"],
    ),
    "a homestead said to be sold stands no more": (told(**HOMESTEAD, claim="sold"), ["FC12 蓝"]),
    "compensation without a house": (
        also(right="拆迁权益", area=0, price=100_000_00),
        ["FC08 橙"],
    ),
    "off plan by advance notice": (also(advance_notice=True), ["FC10 橙"]),
    "off plan by the right": (also(right="预告"), ["FC10 橙"]),
    "one fen of the proceeds missing": (
        both(household(money=499_999_99), also(**SOLD, price=500_000_00)),
        ["FC06 橙"],
    ),
    "sold by halves, a fen missing": (
        both(household(money=249_999_99), also(**SOLD, share=HALF, price=500_000_00)),
        ["FC06 橙"],
    ),
    "sold by halves, half the proceeds in the account": (
        both(household(money=250_000_00), also(**SOLD, share=HALF, price=500_000_00)),
        ["FC11 蓝"],
    ),
    "sold two years ago to the day": (
        also(**{**SOLD, "sold": date(2024, 3, 10)}),
        ["FC06 橙"],
    ),
    "sold more than two years ago": (also(**{**SOLD, "sold": date(2024, 3, 9)}), ["FC11 蓝"]),
    "sold today": (also(**{**SOLD, "sold": DAY}), ["FC06 橙"]),
    "nominal, and joint": (also(nominal_share=True, co_ownership="1"), ["FC16 黄"]),
    "nominal, by a share": (
        also(nominal_share=True, share=Fraction(1, 100)),
        ["FC16 黄"],
    ),
    "inherited whole, as claimed": (
        both(also(acquired="继承"), told(claim="inherited")),
        ["FC03 黄"],
    ),
    "undeclared parking space beside another's dwelling": (
        also(use="80", unit_number="330199001002GB00124F00020009"),
        ["FC07 红"],
    ),
    "a store-room on the parcel of a shop": (
        both(home(use="30"), claimed(kind="shop"), also(use="80", unit_number=SAME_PARCEL)),
        ["FC07 红", "FC07 红"],
    ),
    "a shop on the parcel of the home": (
        also(use="30", unit_number=SAME_PARCEL),
        ["FC07 红"],
    ),
    "called converted, but a dwelling and not declared at all": (
        both(hidden(), told(claim="converted_home", kind="shop")),
        ["FC01 红"],
    ),
    "converted, beside a homestead": (
        both(home(use="30"), claimed("converted_home", kind="shop"), told(**HOMESTEAD)),
        ["FC07 红", "FC12 蓝"],
    ),
    "rented out, dividends and wages declared": (
        both(
            household(incomes=(Income("i1", "m1", IncomeKind.WAGE, "房租", monthly=1),)),
            home(rented_out=True),
        ),
        ["FC09 橙"],
    ),
    "seized, the only home": (home(seized=True), ["FC14 蓝"]),
    "mortgaged shop": (also(use="30", mortgaged=True), ["FC07 红", "FC14 黄"]),
    "mortgaged and undeclared": (hidden(mortgaged=True), ["FC01 红", "FC14 黄"]),
    "mortgaged, beside a homestead": (
        both(home(mortgaged=True), told(**HOMESTEAD)),
        ["FC14 黄", "FC02 蓝", "FC12 蓝"],
    ),
    "sold by contract, still a dwelling of theirs": (
        both(also(contract_filed=date(2026, 1, 5)), told()),
        ["FC05 橙", "FC02 蓝"],
    ),
    "a second house at the limit of area": (both(also(area=60_60), told()), ["FC02 蓝"]),
    "a second house within the limit for two, but one counted": (
        both(home(area=30_00), also(area=30_00), told(), jailed(1, 2)),
        ["HJ10 红", "HJ10 红", "FC02 红"],
    ),
    "a second house, and nobody counted": (
        both(home(area=20_00), also(area=20_00), told(), jailed(0, 1, 2)),
        ["HJ10 红", "HJ10 红", "HJ10 红", "FC02 蓝"],
    ),
    "a homestead beside the flat, too large together": (
        told(**HOMESTEAD, area=60_61),
        ["FC02 红", "FC12 蓝"],
    ),
    "a homestead beside the flat, of which a half is theirs": (
        told(**HOMESTEAD, area=121_20, share=HALF),
        ["FC02 蓝", "FC12 蓝"],
    ),
    "a second house, of which a half is theirs": (
        both(also(area=121_20, share=HALF, co_ownership="2"), told()),
        ["FC02 蓝"],
    ),
    "two joint owners, each of the whole, own one whole": (
        both(joint(), also(area=60_60), told()),
        ["FC02 蓝"],
    ),
    "registered in part to one who died": (also(**DEAD_OWNER), ["FC04 黄"]),
    "of the dead owner and his heir": (
        both(hidden(), also(**DEAD_OWNER, unit_number=HOME)),
        ["FC04 黄"],
    ),
    "contract filed by one of two owners": (
        both(home(share=HALF), also(share=HALF, unit_number=HOME, contract_filed=DAY)),
        ["FC05 橙"],
    ),
    "let by one of two owners": (
        both(home(share=HALF), also(share=HALF, unit_number=HOME, rented_out=True)),
        ["FC09 橙"],
    ),
    "mortgaged by one of two owners": (
        both(home(share=HALF), also(share=HALF, unit_number=HOME, mortgaged=True)),
        ["FC14 蓝"],
    ),
    "the declared house was sold long ago, and is said to stand": (
        home(**{**SOLD, "sold": date(2020, 1, 1)}),
        ["FC11 蓝"],
    ),
}

SILENT: dict[str, Edit] = {
    **{
        f"the right is {right}, no ownership": also(right=right)
        for right in ("居住权", "抵押权", "土地承包经营权")
    },
    "let by the state, nothing of their own": hidden(nature="3"),
    "an older row of the home, cancelled with its mortgage": also(
        id="e0", state="2", unit_number=HOME, mortgaged=True
    ),
    "a mortgage of another's house in their favour": also(right="抵押权", mortgaged=True),
    "rent declared without its kind": both(rent(""), home(rented_out=True)),
    "a house nobody is owner of": hidden(owner_id_number=""),
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


def test_that_each_side_tells_what_the_kind_is_about(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    def registered(edit: Edit, code: str) -> str:
        found = compared(*edit((declaration, records)))
        return next(item.registered for item in found if item.code == code)

    assert "权利人 2024-01-01 去世" in registered(also(**DEAD_OWNER), "FC04")
    assert "网签 2026-03-10" in registered(home(contract_filed=DAY), "FC05")
    assert "网签" not in registered(claimed("sold"), "FC05")
    assert "2025-09-01 转移，价款 5,000元" in registered(also(**SOLD, price=5_000_00), "FC06")
    assert "拆迁权益，补偿 未登记" in registered(also(right="拆迁权益"), "FC08")
    assert "登记为出租" in registered(home(rented_out=True), "FC09")
    assert "预告登记" in registered(also(right="预告"), "FC10")
    assert registered(home(seized=True), "FC14").endswith("，查封")
    assert registered(home(mortgaged=True), "FC14").endswith("，抵押")
    marks = {"seized": True, "mortgaged": True}
    assert registered(both(home(), joint(**marks)), "FC14").endswith("，查封、抵押")
    assert "公租房承租" in registered(also(**TENANCY), "FC15")
    assert "名义份额" in registered(also(nominal_share=True, share=HALF), "FC16")
    assert "名义份额" not in registered(claimed("nominal"), "FC16")
    assert "登记簿无记录" in registered(unregistered, "FC12")


def test_that_a_house_without_an_address_goes_by_its_certificate(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    (item,) = compared(*hidden(location="")((declaration, records)))
    assert item.subject == records.estates[0].certificate


def test_that_a_difference_hangs_on_the_member_who_owns_or_on_nobody(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    wife = declaration.persons[1].id_number
    (hers,) = compared(*hidden(owner_id_number=wife)((declaration, records)))
    (his,) = compared(*also(**DEAD_OWNER)((declaration, records)))
    assert (hers.member_id, his.member_id) == ("m2", "")


@pytest.mark.parametrize("right", ["承租", "预告", "居住权", "抵押权", "土地承包经营权"])
def test_that_the_row_of_ownership_speaks_before_any_other_right(
    right: str, declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    edit = both(hidden(), also(id="e0", unit_number=HOME, right=right))
    (item,) = compared(*edit((declaration, records)))
    assert (item.code, item.record_ids) == ("FC01", ("f1", "e0"))


def test_that_rows_of_the_home_and_of_the_homestead_make_one_sum(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    edit = told(**HOMESTEAD, area=30_00)
    both_homes = next(i for i in compared(*edit((declaration, records))) if i.code == "FC02")
    assert both_homes.registered == "2 套住房，人均 30 平方米"
    assert both_homes.declared == "申报 2 处"
