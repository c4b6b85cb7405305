"""赡养抚养扶养费: what obligors outside the household owe (CC-1059), by formula or agreement."""

from fractions import Fraction

from caseworker_app.model.economy import Support
from caseworker_app.rules.figures import Exact, quotient, share
from caseworker_app.rules.policy.pack import Pack, SupportBase

_BY_DISCRETION = frozenset({"sibling_of_severe", "aged_60_plus"})
"""Exemptions that hold only where the pack grants them (N22-1.1)."""


def is_exempt(support: Support, pack: Pack) -> bool:
    """Say whether nothing is counted from an obligor."""
    if support.exempt in _BY_DISCRETION:
        return pack.support.relatives_of_severe_exempt
    return bool(support.exempt)


def amount(support: Support, pack: Pack) -> Exact:
    """Return what one supported person has from an obligor, in fen a month."""
    if is_exempt(support, pack):
        return 0
    owed = by_formula(support, pack)
    return max(owed, support.agreed) if pack.support.agreed_if_higher else owed


def by_formula(support: Support, pack: Pack) -> Exact:
    """Return the formula's amount for one supported person, in fen a month."""
    heads = support.size or 1
    excess = max(0, support.income - threshold(pack) * heads)
    parts = heads if pack.support.base is SupportBase.PER_CAPITA else 1
    if pack.support.divided:
        parts *= divisor(support)
    return quotient(share(excess, ratio(support, pack)), parts)


def ratio(support: Support, pack: Pack) -> Fraction:
    """Return the ratio for the number of children the supported person has."""
    found = pack.support.ratios[0][1]
    for children, rate in pack.support.ratios:
        if children <= support.children:
            found = rate
    return found


def divisor(support: Support) -> int:
    """Return by how many supported persons the formula's amount is divided."""
    return support.supported or len(support.supports)


def threshold(pack: Pack) -> Exact:
    """Return the obligor's income per head that stays untouched, in fen a month."""
    return share(pack.standards.dibao, pack.support.threshold_multiple)
