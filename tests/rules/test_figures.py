from fractions import Fraction

import pytest

from caseworker_app.rules.figures import Rounding, area, benefit, ceil, half_up, money, percent


@pytest.mark.parametrize(
    ("value", "unit", "rounded"),
    [
        (Fraction(1, 2), 1, 1),
        (Fraction(49, 100), 1, 0),
        (Fraction(5, 2), 1, 3),
        (149, 100, 100),
        (150, 100, 200),
        (Fraction(14_999, 100), 100, 100),
        (-150, 100, -100),
    ],
)
def test_that_the_middle_goes_up(value: Fraction, unit: int, rounded: int) -> None:
    assert half_up(value, unit) == rounded


def test_that_what_is_not_said_otherwise_is_rounded_to_the_fen() -> None:
    assert half_up(Fraction(301, 2)) == 151


@pytest.mark.parametrize(
    ("value", "rounded"), [(0, 0), (1, 100), (100, 100), (Fraction(201, 2), 200), (101, 200)]
)
def test_that_any_part_of_a_yuan_is_a_yuan(value: Fraction, rounded: int) -> None:
    assert ceil(value, 100) == rounded


@pytest.mark.parametrize(
    ("value", "rounding", "paid"),
    [
        (0, Rounding.CEIL_YUAN, 0),
        (1, Rounding.CEIL_YUAN, 100),
        (-1, Rounding.CEIL_YUAN, 0),
        (Fraction(1, 3), Rounding.CEIL_YUAN, 100),
        (49, Rounding.HALF_UP_YUAN, 0),
        (50, Rounding.HALF_UP_YUAN, 100),
        (-500, Rounding.HALF_UP_YUAN, 0),
        (Fraction(1, 2), Rounding.HALF_UP_FEN, 1),
        (49, Rounding.HALF_UP_FEN, 49),
        (-1, Rounding.HALF_UP_FEN, 0),
    ],
)
def test_that_a_benefit_is_rounded_once_by_the_packs_rule_and_never_negative(
    value: Fraction, rounding: Rounding, paid: int
) -> None:
    assert benefit(value, rounding) == paid


def test_that_figures_are_written_for_people() -> None:
    assert money(Fraction(130_099, 1)) == "1,300.99元"
    assert area(Fraction(8041, 2)) == "40.21平方米"
    rates = (Fraction(3, 10), Fraction(1, 3), Fraction(1))
    assert [percent(rate) for rate in rates] == ["30%", "33.33%", "100%"]
