"""Both sides of a difference in short words; what the department left out is left out."""

from dataclasses import replace
from fractions import Fraction

import pytest

from caseworker_app.model.declaration import DeclaredEstate, DeclaredVehicle
from caseworker_app.model.household import Disability
from caseworker_app.model.register import RegisterSlice
from caseworker_app.rules.comparison.names import fold_name, fold_place
from caseworker_app.rules.comparison.words import (
    declared_estate,
    declared_vehicle,
    disability,
    price,
    registered_estate,
    registered_vehicle,
)


@pytest.mark.parametrize(
    ("kind", "claim", "words"),
    [
        ("truck", "", "浙A1，货车"),
        ("car", "sold", "浙A1，小轿车，申报已出售"),
        ("hovercraft", "dreamt", "浙A1，车辆"),
    ],
)
def test_that_a_declared_vehicle_is_told_with_what_is_claimed(
    kind: str, claim: str, words: str
) -> None:
    assert declared_vehicle(DeclaredVehicle("v1", "浙A1", kind, "m1", claim=claim)) == words


@pytest.mark.parametrize(
    ("kind", "claim", "words"),
    [
        ("homestead", "", "东村，宅基地房屋，60平方米"),
        ("dwelling", "inherited", "东村，住房，60平方米，申报继承份额"),
        ("castle", "dreamt", "东村，房屋，60平方米"),
    ],
)
def test_that_a_declared_house_is_told_with_what_is_claimed(
    kind: str, claim: str, words: str
) -> None:
    estate = DeclaredEstate("e1", "东村", 60_00, "m1", kind=kind, claim=claim)
    assert declared_estate(estate) == words


def test_that_a_registered_vehicle_is_told_by_what_the_row_has(records: RegisterSlice) -> None:
    car = records.vehicles[0]
    assert registered_vehicle(replace(car, registered=None)).startswith(
        "浙A1B2C3 小型轿车，2015-04-02 登记"
    )
    bare = replace(car, registered=None, first_registered=None, plate="", status="?")
    assert registered_vehicle(bare) == "小型轿车"
    assert registered_vehicle(replace(car, status="AKO")).endswith("状态正常、查封、锁定")


def test_that_a_registered_house_is_told_by_what_the_row_has(records: RegisterSlice) -> None:
    home = records.estates[0]
    assert registered_estate(home) == (
        "青山路8号1幢102室，60平方米，住宅，2016-05-04 首次登记，现势"
    )
    bare = replace(home, location="", area=0, use="", registered=None, state="?")
    assert registered_estate(bare) == "用途未登记"
    assert "份额 1/3" in registered_estate(replace(home, share=Fraction(1, 3)))
    assert "商业" in registered_estate(replace(home, use="31"))


def test_that_a_price_nobody_registered_is_no_price_of_nothing() -> None:
    assert [price(None), price(0), price(15_000_000)] == ["未登记", "0元", "150,000元"]


def test_that_forms_of_a_character_a_dot_or_a_blank_make_no_other_name() -> None:
    assert fold_name("阿依古丽•买 买提") == fold_name("阿依古丽·买买提")
    assert fold_name("Ａnna") == "ANNA"
    assert fold_name("王伯年") != fold_name("王伯")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("青山路 ８号（1-2）", "青山路8号1－2", True),
        ("青山路8号，1幢102室", "青山路8号 1幢 102室", True),
        ("青山路3-12号", "青山路31-2号", False),
        ("青山路1-2号", "青山路12号", False),
        ("a座1-2", "A座1—2", True),
    ],
)
def test_that_an_address_is_one_however_it_is_spaced_but_its_numbers_stay_apart(
    left: str, right: str, *, same: bool
) -> None:
    assert (fold_place(left) == fold_place(right)) is same


def test_that_a_disability_is_told_by_the_words_of_the_list_or_as_unclear() -> None:
    assert disability(None) == ""
    assert disability(Disability(1, 1)) == "视力一级"
    assert disability(Disability(7, 4)) == "多重四级"
    assert disability(Disability(8, 1)) == disability(Disability(1, 5)) == "类别等级不明"
