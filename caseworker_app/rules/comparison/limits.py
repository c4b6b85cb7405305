"""What the comparison needs of the rule pack, and the periods it looks back."""

from dataclasses import dataclass, field

from caseworker_app.model.codes import Category
from caseworker_app.model.values import Area, Fen
from caseworker_app.rules.comparison.shelf import Shelf
from caseworker_app.rules.pack import Pack

_RENUMBERED = frozenset(
    {
        ("330103", "330105"),
        ("330104", "330102"),
        ("330104", "330114"),
        ("330183", "330111"),
        ("330185", "330112"),
    }
)
"""Hangzhou's abolished county codes with their successors: a new code is no removal."""


@dataclass(frozen=True, slots=True)
class ComparisonLimits:
    """Figures the three comparisons measure against."""

    low_margin_vehicle_price: Fen | None
    """Original purchase price a car must be below; None where the place names none."""
    dwellings_max: int
    area_per_capita: Area | None
    """Floor area a head up to which one dwelling more is allowed; None: never."""
    lookback_months: int = 24
    """Splits, transfers and sales within it are looked at."""
    use_months: int = 12
    """A traffic violation within it shows that a car runs."""
    ordinary_displacement: int = 250
    """cm³ up to which a motorcycle is an ordinary one."""
    renumbered: frozenset[tuple[str, str]] = _RENUMBERED
    shelf: Shelf = field(default_factory=Shelf)


def limits(pack: Pack) -> ComparisonLimits:
    """Return the pack's limits; dwellings by the rule for 低保, the price of a car by 低边's."""
    dibao = pack.property[Category.DIBAO]
    return ComparisonLimits(
        low_margin_vehicle_price=pack.property[Category.LOW_MARGIN].vehicle_price_below,
        dwellings_max=dibao.dwellings_max,
        area_per_capita=dibao.second_area,
    )
