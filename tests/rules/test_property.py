from dataclasses import replace
from fractions import Fraction

import pytest

from caseworker_app.model.codes import (
    Category,
)
from caseworker_app.model.economy import (
    Dwelling,
    NonResidential,
    Property,
    Vehicle,
)
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack
from caseworker_app.rules.property import Limits
from tests.rules.homes import STANDARD, home, person
from tests.rules.packs import NATIONAL


@pytest.mark.parametrize(
    ("owned", "category"),
    [
        (Property(money=STANDARD * 48 - 1), "dibao"),
        (Property(money=STANDARD * 48), "low_margin"),
        (Property(money=STANDARD * 72), "none"),
        (Property(capital=10_000_000), "dibao"),
        (Property(capital=10_000_001), "low_margin"),
        (Property(capital=20_000_000), "none"),
        (Property(dwellings=(Dwelling(90_000),)), "dibao"),
        (Property(dwellings=(Dwelling(2010), Dwelling(2010))), "dibao"),
        (Property(dwellings=(Dwelling(2010), Dwelling(2011))), "none"),
        (Property(dwellings=(Dwelling(3000), Dwelling(4080, Fraction(1, 4)))), "dibao"),
        (Property(dwellings=(Dwelling(3000), Dwelling(4081, Fraction(1, 4)))), "none"),
        (Property(dwellings=(Dwelling(9000), Dwelling(9000, Fraction(0)))), "dibao"),
        (Property(dwellings=(Dwelling(10), Dwelling(10), Dwelling(10))), "none"),
        (Property(dwellings=(Dwelling(9000), Dwelling(9000, resolved="no_heir"))), "dibao"),
        (Property(vehicles=(Vehicle("car", 14_999_999),)), "low_margin"),
        (Property(vehicles=(Vehicle("car", 15_000_000),)), "none"),
        (Property(vehicles=(Vehicle("car", 1), Vehicle("truck", 1))), "none"),
        (Property(vehicles=(Vehicle("car", 1), Vehicle("ordinary_two_wheel_motorcycle", 1))),
         "low_margin"),
        (Property(vehicles=(Vehicle("car", 99_000_000, "scrapped"),)), "dibao"),
        (Property(nonresidential=(NonResidential(),)), "none"),
        (Property(nonresidential=(NonResidential(converted_sole_home=True),)), "dibao"),
        (Property(nonresidential=(NonResidential(resolved="tied_parking"),)), "dibao"),
    ],
)  # fmt: skip
def test_that_each_limit_of_property_is_exact(pack: Pack, owned: Property, category: str) -> None:
    assert determine(home(person(), property=owned), pack).category == category


def test_that_the_dearest_of_the_vehicles_allowed_is_measured(pack: Pack) -> None:
    rules = replace(pack.property[Category.LOW_MARGIN], vehicles_allowed=2)
    two = replace(pack, property={**pack.property, Category.LOW_MARGIN: rules}, changes=())
    cheap = Property(vehicles=(Vehicle("car", 1), Vehicle("truck", 14_999_999)))
    dear = Property(vehicles=(Vehicle("car", 1), Vehicle("truck", 15_000_000)))
    assert determine(home(person(), property=cheap), two).category is Category.LOW_MARGIN
    assert determine(home(person(), property=dear), two).category is Category.NONE


def test_that_a_pack_may_forbid_any_second_dwelling_and_any_shop(pack_text: str) -> None:
    line = 'second_dwelling_if_area_per_capita_at_most = "prev_year_housing_area_per_capita"'
    text = pack_text.replace(line, "").replace('"none_unless_converted_sole_home"', '"none"')
    pack = read_pack(text, "p", NATIONAL)
    two = Property(dwellings=(Dwelling(100), Dwelling(100)))
    shop = Property(nonresidential=(NonResidential(converted_sole_home=True),))
    for owned in (two, shop):
        assert determine(home(person(), property=owned), pack).category is Category.NONE


def test_that_there_are_limits_for_dibao_and_for_the_margin_and_no_other_category(
    pack: Pack,
) -> None:
    limits = Limits(Property(), 1, pack)
    assert [*limits] == [Category.DIBAO, Category.LOW_MARGIN]
    assert len(limits) == 2
