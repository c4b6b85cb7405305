from dataclasses import fields

import pytest

from caseworker_app.model.visit import LivingCondition
from caseworker_app.rules.living import BETTER, CHOICES, EXPENSES, spending_reading, word


def test_that_every_coded_field_of_the_living_condition_has_choices() -> None:
    free = {"leak", "high_price_item", "vehicle_seen", "note"}
    assert {field.name for field in fields(LivingCondition)} - free == set(CHOICES)
    for choices in (*CHOICES.values(), EXPENSES):
        assert len({code for code, _ in choices}) == len(choices)
        assert all(words for _, words in choices)
    assert {code for code, _ in CHOICES["impression"]} >= BETTER


def test_that_codes_have_words() -> None:
    assert word("impression", "better") == "好于申报"
    assert word("impression", "odd") == "odd"


@pytest.mark.parametrize(
    ("spent", "income", "part"),
    [
        (0, 100, "尚未填写"),
        (100, 0, "无可计算收入"),
        (699, 1000, "偏低"),
        (700, 1000, "相符"),
        (1300, 1000, "相符"),
        (1310, 1000, "偏高"),
        (2000, 1000, "偏高"),
        (2010, 1000, "过高"),
    ],
)
def test_that_spending_is_read_against_income(spent: int, income: int, part: str) -> None:
    assert part in spending_reading(spent * 100, income * 100)


def test_that_the_reading_names_the_whole_percentage() -> None:
    assert spending_reading(699_90, 1000_00).startswith("支出为收入的69%，偏低")
