"""房产: each kind from its own facts, and the nearest innocent fact that must stay silent."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from caseworker_app.model.declaration import Declaration
from caseworker_app.model.register import RegisterSlice
from tests.rules.comparison.estate_edits import (
    HALF,
    INHERITED,
    OFF_PLAN,
    SAME_PARCEL,
    SOLD,
    TENANCY,
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

RAISED: dict[str, tuple[Edit, list[str]]] = {
    "undeclared home": (hidden(), ["FC01 红"]),
    "undeclared, inherited whole": (hidden(acquired="继承"), ["FC01 红"]),
    "undeclared, of two members by halves": (
        both(hidden(**INHERITED), also(**INHERITED, unit_number="330199001002GB00123F00010023")),
        ["FC01 红"],
    ),
    "a second house, declared, small": (both(also(), told()), ["FC02 蓝"]),
    "a second house, declared, large": (both(also(area=60_61), told()), ["FC02 红"]),
    "a second house within the limit, one member in prison": (
        both(also(), told(), jailed(0)),
        ["HJ10 红", "FC02 红"],
    ),
    "a second house, undeclared": (also(), ["FC01 红", "FC02 蓝"]),
    "three houses, however small": (
        both(
            also(area=1_00),
            told(),
            lambda case: (
                case[0],
                replace(
                    case[1],
                    estates=(
                        *case[1].estates,
                        replace(case[1].estates[0], id="f3", unit_number="", location="城北路1号"),
                    ),
                ),
            ),
        ),
        ["FC01 红", "FC02 红"],
    ),
    "homestead beside the flat": (
        told(kind="homestead", registered=False, unit_number=""),
        ["FC02 蓝", "FC12 蓝"],
    ),
    "inherited share": (also(**INHERITED), ["FC03 黄"]),
    "inherited, as claimed": (both(also(**INHERITED), told(claim="inherited")), ["FC03 黄"]),
    "owner dead, not yet inherited": (
        also(owner_id_number="330199194001011231", owner_died=date(2024, 1, 1)),
        ["FC04 黄"],
    ),
    "contract filed": (home(contract_filed=date(2026, 1, 5)), ["FC05 橙"]),
    "sold, as claimed": (claimed("sold"), ["FC05 橙"]),
    "proceeds unaccounted": (also(**SOLD, price=500_000_00), ["FC06 橙"]),
    "proceeds of unknown size": (also(**SOLD), ["FC06 橙"]),
    "shop": (also(use="30"), ["FC07 红"]),
    "shop, declared": (both(also(use="30"), told(kind="shop")), ["FC07 红"]),
    "converted, the only home": (
        both(home(use="30"), claimed("converted_home", kind="shop")),
        ["FC07 黄"],
    ),
    "converted, beside a home": (
        both(also(use="30"), told(claim="converted_home", kind="shop")),
        ["FC07 红"],
    ),
    "undeclared parking space of the home": (
        also(use="80", unit_number=SAME_PARCEL),
        ["FC07 蓝"],
    ),
    "parking space elsewhere": (both(also(use="80"), told(kind="parking")), ["FC07 红"]),
    "resettlement": (also(right="拆迁权益", acquired="拆迁安置"), ["FC08 橙"]),
    "rented out": (home(rented_out=True), ["FC09 橙"]),
    "rented out, only dividends declared": (both(rent("分红"), home(rented_out=True)), ["FC09 橙"]),
    "off-plan purchase": (also(**OFF_PLAN), ["FC10 橙"]),
    "historic record": (also(state="2"), ["FC11 蓝"]),
    "registration cancelled": (also(registration="注销"), ["FC11 蓝"]),
    "sold lately, proceeds in the account": (
        both(household(money=500_000_00), also(**SOLD, price=500_000_00)),
        ["FC11 蓝"],
    ),
    "sold long ago": (also(**{**SOLD, "sold": date(2020, 1, 1)}), ["FC11 蓝"]),
    "homestead not in the register": (
        lambda case: (
            claimed(kind="homestead", registered=False)(case)[0],
            replace(case[1], estates=()),
        ),
        ["FC12 蓝"],
    ),
    "divorce division": (also(divorce_division=True), ["FC13 黄"]),
    "divorced, as claimed": (claimed("divorced"), ["FC13 黄"]),
    "mortgaged, the only home": (home(mortgaged=True), ["FC14 蓝"]),
    "seized, one of two": (both(also(), home(seized=True), told()), ["FC14 黄", "FC02 蓝"]),
    "public rental beside the home": (also(**TENANCY), ["FC15 橙"]),
    "nominal share": (
        also(nominal_share=True, share=Fraction(1, 100), co_ownership="2"),
        ["FC16 黄"],
    ),
    "nominal, as claimed": (claimed("nominal"), ["FC16 黄"]),
    "called nominal by the register, but sole": (hidden(nominal_share=True), ["FC01 红"]),
}

SILENT: dict[str, Edit] = {
    "FC01 declared by its address": claimed(unit_number="", location="青山路８号 1幢102室"),
    "FC01 unit number printed in blocks": claimed(
        unit_number="330199 001 002 gb00123 f00010023", location=""
    ),
    "FC01 of somebody outside": hidden(owner_id_number="330199194001011231"),
    "FC02 one house of two members": both(
        home(share=HALF, co_ownership="2"),
        also(share=HALF, co_ownership="2", unit_number="330199001002GB00123F00010023"),
    ),
    "FC03 share declared plainly": home(**INHERITED),
    "FC04 a stranger's house": also(owner_id_number="330199194001011231"),
    "FC05 nothing filed": home(registration="变更"),
    "FC06 sold, declared, long ago": lambda case: (
        claimed("sold")(case)[0],
        home(state="2", sold=date(2020, 1, 1))(case)[1],
    ),
    "FC07 parking space of the home, declared": both(
        also(use="80", unit_number=SAME_PARCEL), told(kind="parking", unit_number=SAME_PARCEL)
    ),
    "FC08 transitional rent only": also(right="拆迁权益", area=0),
    "FC08 declared": both(also(right="拆迁权益"), told()),
    "FC09 rent declared": both(rent("房租"), home(rented_out=True)),
    "FC10 declared": both(also(**OFF_PLAN), told()),
    "FC11 the same house has a current row": also(
        state="2", unit_number="330199001002GB00123F00010023"
    ),
    "FC12 registered homestead": claimed(kind="homestead"),
    "FC13 no papers": home(acquired="离婚"),
    "FC14 disputed only": home(objection=True),
    "FC15 public rental alone": lambda case: (
        replace(case[0], estates=()),
        home(**TENANCY)(case)[1],
    ),
    "FC16 small share declared": home(share=Fraction(1, 100), co_ownership="2"),
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


def test_that_every_kind_of_estate_is_covered() -> None:
    kinds = {code.split()[0] for _, codes in RAISED.values() for code in codes} - {"HJ10"}
    assert kinds == {f"FC{n:02d}" for n in range(1, 17)}
    assert {name.split()[0] for name in SILENT} == kinds


def test_that_both_sides_stand_in_words(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    (share,) = compared(*also(**INHERITED)((declaration, records)))
    (homes,) = compared(*both(also(), told())((declaration, records)))
    assert share.declared == "未申报"
    assert share.registered == ("城南路3号，60平方米，份额 1/2，住宅，2016-05-04 首次登记，现势")
    assert homes.id == "FC02:m1"
    assert homes.registered == "2 套住房，人均 40 平方米"
    assert homes.record_ids == ("f1", "f2")
