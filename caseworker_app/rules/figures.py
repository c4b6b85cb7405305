"""Exact figures: rounding happens here and nowhere else; writing them for people too."""

from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from caseworker_app.model.values import Fen, square_metres, yuan

Exact: TypeAlias = Fraction | int
"""Fen, not rounded."""

YEAR = 12
YUAN = 100


class Rounding(StrEnum):
    """How the benefit of a household becomes an amount that is paid."""

    CEIL_YUAN = "ceil_yuan_household"
    HALF_UP_YUAN = "half_up_yuan_household"
    HALF_UP_FEN = "half_up_fen_household"


def quotient(amount: Exact, parts: int) -> Exact:
    """Return one of so many equal parts: an integer where it comes out whole, as most do.

    Exact either way; integers are many times quicker to add and compare than fractions.
    """
    whole, rest = divmod(amount, parts)
    return Fraction(amount, parts) if rest else whole


def share(amount: Exact, rate: Fraction) -> Exact:
    """Return a rate of an amount, an integer where it comes out whole."""
    return quotient(amount * rate.numerator, rate.denominator)


def half_up(value: Exact, unit: int = 1) -> int:
    """Return the multiple of ``unit`` nearest to a value, the upper one from the middle."""
    step = value.denominator * unit
    return (2 * value.numerator + step) // (2 * step) * unit


def ceil(value: Exact, unit: int) -> int:
    """Return the least multiple of ``unit`` that is not below a value."""
    return -(-value.numerator // (value.denominator * unit)) * unit


def benefit(value: Exact, rounding: Rounding) -> Fen:
    """Return what is paid a month for an exact amount, never below zero."""
    due = max(0, value)
    if rounding is Rounding.CEIL_YUAN:
        return ceil(due, YUAN)
    return half_up(due, YUAN if rounding is Rounding.HALF_UP_YUAN else 1)


def money(value: Exact) -> str:
    """Write an exact amount in yuan, half-up to the fen."""
    return f"{yuan(half_up(value))}元"


def area(value: Exact) -> str:
    return f"{square_metres(half_up(value))}平方米"


def percent(rate: Fraction) -> str:
    hundredths = half_up(rate * 10_000)
    return f"{square_metres(hundredths)}%"
