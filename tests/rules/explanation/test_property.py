"""财产 in words: each limit with the figure found, and what was explained away."""

from typing import NamedTuple

import pytest

from caseworker_app.model.economy import (
    Dwelling,
    EconomicStatus,
    NonResidential,
    Property,
    Vehicle,
)
from caseworker_app.rules.policy.pack import Pack
from tests.rules.explanation.steps import NORTH, said, step, values_of
from tests.rules.homes import ALONE, SEVERE, STANDARD, flat, home, pension, person, wage
from tests.rules.packs import PACK


def owning(**owned: object) -> EconomicStatus:
    return home(person(), property=Property(**owned))  # type: ignore[arg-type]  # fields by name


DEAR = owning(
    money=STANDARD * 60,
    vehicles=(Vehicle("car", 15_000_000), Vehicle("truck", 1)),
    dwellings=(Dwelling(3000), Dwelling(2000)),
    nonresidential=(NonResidential(),),
    capital=20_000_000,
)


class Row(NamedTuple):
    status: EconomicStatus
    category: str
    label: str
    said: str
    values: str
    pack: Pack = PACK


ROWS = {
    "money beyond": Row(
        DEAR,
        "dibao",
        "货币财产",
        "超出：78,060元 ≥ 62,448元",
        "property.dibao.money_per_capita_below_years_of_standard standards.dibao",
    ),
    "money within": Row(
        DEAR,
        "low_margin",
        "货币财产",
        "符合：78,060元 < 93,672元",
        "property.low_margin.money_per_capita_below_years_of_standard standards.dibao",
    ),
    "vehicles": Row(
        DEAR,
        "dibao",
        "计入的机动车数",
        "超出：2 > 0",
        "property.dibao.vehicles_allowed property.dibao.vehicle_exempt",
    ),
    "the price of the dearest": Row(
        DEAR,
        "low_margin",
        "机动车购置价",
        "超出：150,000元 ≥ 150,000元",
        "property.low_margin.vehicle_original_price_below",
    ),
    "one dwelling": Row(
        owning(dwellings=(Dwelling(9000),)),
        "dibao",
        "计入的住房数",
        "符合：1 ≤ 1",
        "property.dibao.dwellings_max",
    ),
    "one dwelling more, by its area": Row(
        DEAR,
        "dibao",
        "多一套住房时的人均面积",
        "超出：50平方米 > 40.2平方米",
        "property.dibao.second_dwelling_if_area_per_capita_at_most "
        "standards.prev_year_housing_area_per_capita",
    ),
    "a shop": Row(DEAR, "dibao", "非居住类房屋数", "超出：1 > 0", "property.dibao.non_residential"),
    "capital, the limit included": Row(
        owning(capital=10_000_000),
        "dibao",
        "认缴出资",
        "符合：100,000元 ≤ 100,000元",
        "property.dibao.subscribed_capital_max_inclusive",
    ),
    "capital, the limit excluded": Row(
        DEAR,
        "low_margin",
        "认缴出资",
        "超出：200,000元 ≥ 200,000元",
        "property.low_margin.subscribed_capital_max_exclusive",
    ),
    "in another place": Row(
        owning(dwellings=(Dwelling(9000), Dwelling(9000), Dwelling(1))),
        "dibao",
        "计入的住房数",
        "超出：3 > 2",
        "property.dibao.dwellings_max",
        NORTH,
    ),
}
WORDS = {"dibao": "低保财产条件", "low_margin": "低边财产条件"}


@pytest.mark.parametrize("name", ROWS)
def test_that_each_limit_is_told_with_what_was_found(name: str) -> None:
    row = ROWS[name]
    owned = flat(step(row.status, "家庭财产", row.pack))
    judged = next(part for part in owned if part.label == WORDS[row.category])
    found = next(part for part in judged.steps() if part.label == row.label)
    assert said(found) == row.said
    assert values_of(found) == row.values
    assert found.articles == ("DBM-14",)


OLD = person(age=70, no_able_obligor=True)
TWO = "低保财产条件{} 低边财产条件{}"


@pytest.mark.parametrize(
    ("status", "value", "steps"),
    [
        (home(person()), "符合低保财产规定", "低保财产条件符合"),
        (home(OLD), "符合低保财产规定", "低保财产条件符合"),
        (
            home(person(status="employed"), SEVERE, incomes=(wage("p1", 20_000),), **ALONE),
            "符合低保财产规定",
            "低保财产条件符合",
        ),
        (
            home(person(), incomes=(pension("p1", 2000),)),
            "符合低保、低边财产规定",
            TWO.format("符合", "符合"),
        ),
        (owning(money=STANDARD * 60), "符合低边财产规定", TWO.format("不符合", "符合")),
        (DEAR, "不符合低保、低边财产规定", TWO.format("不符合", "不符合")),
    ],
    ids=["dibao", "tekun", "alone", "margin", "margin by property", "neither"],
)
def test_that_property_is_told_for_the_categories_that_were_tried(
    status: EconomicStatus, value: str, steps: str
) -> None:
    found = step(status, "家庭财产")
    assert found.value == value
    assert " ".join(part.label + part.value for part in found.steps()) == steps
    assert found.articles == ("DBM-14",)
    assert {part.articles for part in found.steps()} == {("DBM-14",)}


def test_that_what_was_explained_away_is_told_with_its_answer_and_nothing_else_is() -> None:
    status = owning(
        vehicles=(Vehicle("car", 5_000_000, "sold_delivered"), Vehicle("car", 1)),
        dwellings=(Dwelling(8000, resolved="no_heir"), Dwelling(9000)),
        nonresidential=(NonResidential(resolved="expropriated"), NonResidential()),
    )
    told = [part for part in step(status, "家庭财产").parts if part.value == "不计入"]
    assert [(part.label, part.articles[0]) for part in told] == [
        ("机动车 50,000元", "CC-224"),
        ("住房 80平方米", "CC-230"),
        ("非居住类房屋", "CC-229"),
    ]
    assert told[0].formula.startswith("差异已说明并有佐证：已出售")
