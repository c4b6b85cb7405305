"""What the comparison needs of the rule pack, and the periods it looks back."""

from dataclasses import dataclass

from caseworker_app.model.codes import Category
from caseworker_app.model.values import Area, Fen
from caseworker_app.rules.comparison.shelf import Shelf
from caseworker_app.rules.policy.pack import OtherRules, Pack


@dataclass(frozen=True, slots=True)
class ComparisonLimits:
    """Figures the comparisons measure against."""

    low_margin_vehicle_price: Fen | None
    """Original purchase price a car must be below; None where the place names none."""
    dwellings_max: int
    area_per_capita: Area | None
    """Floor area a head up to which one dwelling more is allowed; None: never."""
    lookback_months: int
    use_months: int
    ordinary_displacement: int
    """cm³"""
    renumbered: frozenset[tuple[str, str]]
    shelf: Shelf
    others: OtherRules
    law: Pack
    """For what the law of income, property and support already answers."""


def limits(pack: Pack) -> ComparisonLimits:
    """Return the pack's limits; dwellings by the rule for 低保, the price of a car by 低边's."""
    dibao, registers = pack.property[Category.DIBAO], pack.registers
    return ComparisonLimits(
        low_margin_vehicle_price=pack.property[Category.LOW_MARGIN].vehicle_price_below,
        dwellings_max=dibao.dwellings_max,
        area_per_capita=dibao.second_area,
        lookback_months=registers.lookback_months,
        use_months=registers.use_months,
        ordinary_displacement=registers.ordinary_displacement,
        renumbered=registers.renumbered,
        shelf=Shelf(registers.shelf_days_by_department, registers.shelf_days),
        others=registers.others,
        law=pack,
    )
