"""The same sums in plain NumPy on integers: what a stock costs when nothing else is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from caseworker_app.model.codes import Category
from caseworker_app.rules.policy.pack import Pack
from tests.bench.reduced import Answer, Reduced, group_amounts

Numbers: TypeAlias = np.ndarray

SCALE = 36_000
"""Each rate, and each number an amount is divided by, goes into it: every sum stays whole."""

ORDER = (Category.DIBAO, Category.EXPENDITURE_DIBAO, Category.LOW_MARGIN, Category.NONE)


@dataclass(frozen=True, slots=True)
class Rows:
    """Fields of all rows, household after household, and where each household's rows begin."""

    fields: Numbers
    starts: Numbers

    def sums(self, values: Numbers) -> Numbers:
        """Return the sum of each household."""
        running = np.concatenate((np.zeros(1, np.int64), np.cumsum(values)))
        return running[self.starts[1:]] - running[self.starts[:-1]]


@dataclass(frozen=True, slots=True)
class Flat:
    homes: Numbers
    """Heads, money, rigid expenditure, members at odd jobs, idle members."""
    groups: Rows
    wages: Rows
    others: Rows
    obligors: Rows


@dataclass(frozen=True, slots=True)
class Sums:
    category: Numbers
    """Place in ``ORDER``."""
    gap: Numbers
    top_up: Numbers

    def answer(self, place: int) -> Answer:
        """Return one household's."""
        category = ORDER[self.category[place]]
        return Answer(category, int(self.gap[place]), int(self.top_up[place]))


def flatten(homes: Sequence[Reduced]) -> Flat:
    figures = [(len(h.groups), h.money, h.rigid, h.odd_jobs, h.idle) for h in homes]
    return Flat(
        np.array(figures).T.copy(),
        _rows([[(group,) for group in h.groups] for h in homes]),
        _rows([h.wages for h in homes]),
        _rows([h.others for h in homes]),
        _rows([h.obligors for h in homes]),
    )


def sums(flat: Flat, pack: Pack) -> Sums:
    """Return what every household has and gets, in fen."""
    heads, money, rigid, _, _ = flat.homes
    standards, margin = pack.standards, pack.low_margin
    annual = _annual(flat, pack)
    after = np.maximum(annual - rigid * SCALE, 0)
    line = heads * standards.dibao * 12 * SCALE
    cap = heads * standards.disposable_per_capita * SCALE
    least_wage = heads * standards.min_wage * 12 * SCALE
    within, within_margin = (
        money < heads * int(pack.property[category].money_years * standards.dibao * 12)
        for category in (Category.DIBAO, Category.LOW_MARGIN)
    )
    category = np.select(
        [
            (annual < line) & within,
            (rigid > 0) & (annual < cap) & (after < line) & within,
            (after < line * int(margin.multiple)) & (after <= least_wage) & within_margin,
        ],
        [0, 1, 2],
        3,
    )
    gap = -((np.where(category == 0, annual, after) - line) // (12 * SCALE * 100)) * 100
    amounts = np.array(group_amounts(pack))
    top_up = flat.groups.sums(amounts[flat.groups.fields[0]])
    return Sums(
        category=category,
        gap=np.where(category < 2, gap, 0),
        top_up=np.where(category == 0, top_up, 0),
    )


def _annual(flat: Flat, pack: Pack) -> Numbers:
    """Return the income of each household in a year, in fen × ``SCALE``."""
    rules, least_wage = pack.income, pack.standards.min_wage * 12
    gross, disabled = flat.wages.fields
    cost = np.maximum(
        gross * _scaled(rules.cost_rate),
        disabled * int(rules.disabled_floor_rate * least_wage) * SCALE,
    )
    wages = np.maximum(gross * SCALE - cost, 0)
    other, pension = flat.others.fields
    _, _, _, odd_jobs, idle = flat.homes
    return (
        flat.wages.sums(wages)
        + flat.others.sums(np.maximum(other - pension, 0) * SCALE)
        + odd_jobs * least_wage * _scaled(1 - rules.cost_rate)
        + idle * least_wage * SCALE
        + flat.obligors.sums(_owed(flat.obligors.fields, pack) * 12)
    )


def _owed(obligors: Numbers, pack: Pack) -> Numbers:
    income, size, children, divisor, agreed, supports = obligors
    excess = np.maximum(income - size * pack.standards.dibao, 0)
    steps = np.array([least for least, _ in pack.support.ratios])
    ratios = np.array([_scaled(rate) for _, rate in pack.support.ratios])
    ratio = ratios[np.searchsorted(steps, children, side="right") - 1]
    return np.maximum(excess * ratio // (size * divisor), agreed * SCALE) * supports


def _scaled(rate: Fraction) -> int:
    whole = rate * SCALE
    assert whole.denominator == 1
    return whole.numerator


def _rows(homes: Sequence[Sequence[Sequence[int]]]) -> Rows:
    starts = np.cumsum([0, *(len(rows) for rows in homes)])
    fields = np.array([row for rows in homes for row in rows], np.int64).T.copy()
    return Rows(fields, starts)
