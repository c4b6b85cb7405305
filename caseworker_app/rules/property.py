"""财产: what a household may own in a category (DBM-14, the pack's limits)."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from caseworker_app.model.codes import Category
from caseworker_app.model.economy import Dwelling, Property, Vehicle
from caseworker_app.rules.figures import YEAR, Exact, share
from caseworker_app.rules.policy.pack import Below, Pack, PropertyRules


class Asset(StrEnum):
    """What is judged; the value is the field of ``economy.Property``."""

    MONEY = "money"
    VEHICLES = "vehicles"
    PRICE = "vehicles.price"
    DWELLINGS = "dwellings"
    AREA = "dwellings.area"
    NONRESIDENTIAL = "nonresidential"
    CAPITAL = "capital"


class Measured(NamedTuple):
    """One limit: the figure found, the limit, and how they are compared."""

    asset: Asset
    found: Exact
    limit: Exact
    test: Below = Below.AT_MOST

    @property
    def holds(self) -> bool:
        return self.test.holds(self.found, self.limit)


class Limits(Mapping[Category, tuple[Measured, ...]]):
    """Every category's limits, measured when first asked for: most households need one."""

    def __init__(self, owned: Property, heads: int, pack: Pack) -> None:
        self._owned, self._heads, self._pack = owned, heads, pack
        self._judged: dict[Category, tuple[Measured, ...]] = {}

    def __getitem__(self, category: Category) -> tuple[Measured, ...]:
        if category not in self._judged:
            rules = self._pack.property[category]
            self._judged[category] = judge(self._owned, self._heads, rules, self._pack)
        return self._judged[category]

    def __iter__(self) -> Iterator[Category]:
        return iter(self._pack.property)

    def __len__(self) -> int:
        return len(self._pack.property)


def judge(owned: Property, heads: int, rules: PropertyRules, pack: Pack) -> tuple[Measured, ...]:
    """Return every limit of a category against what so many counted members own."""
    money_limit = share(YEAR * pack.standards.dibao * heads, rules.money_years)
    return (
        Measured(Asset.MONEY, owned.money, money_limit, Below.STRICTLY),
        *_vehicles(owned.vehicles, rules),
        _dwellings(owned.dwellings, heads, rules),
        _nonresidential(owned, rules),
        Measured(Asset.CAPITAL, owned.capital, rules.capital_max, rules.capital_test),
    )


def holds(compared: tuple[Measured, ...]) -> bool:
    return all(one.holds for one in compared)


def _vehicles(vehicles: tuple[Vehicle, ...], rules: PropertyRules) -> list[Measured]:
    counted = [v for v in vehicles if not v.resolved and v.kind not in rules.vehicle_exempt]
    compared = [Measured(Asset.VEHICLES, len(counted), rules.vehicles_allowed)]
    if counted and rules.vehicle_price_below is not None:
        dearest = max(vehicle.price for vehicle in counted)
        compared.append(Measured(Asset.PRICE, dearest, rules.vehicle_price_below, Below.STRICTLY))
    return compared


def _dwellings(dwellings: tuple[Dwelling, ...], heads: int, rules: PropertyRules) -> Measured:
    """One dwelling more than the number allowed is judged by the floor area per head."""
    counted = [d for d in dwellings if not d.resolved and d.share > 0]
    number = len(counted)
    one_more = number == rules.dwellings_max + 1 and rules.second_area is not None
    if not one_more or rules.second_area is None:
        return Measured(Asset.DWELLINGS, number, rules.dwellings_max)
    area = sum((d.area * d.share for d in counted), start=Fraction(0)) / heads
    return Measured(Asset.AREA, area, rules.second_area)


def _nonresidential(owned: Property, rules: PropertyRules) -> Measured:
    counted = [item for item in owned.nonresidential if not item.resolved]
    if rules.nonresidential_converted:
        counted = [item for item in counted if not item.converted_sole_home]
    return Measured(Asset.NONRESIDENTIAL, len(counted), 0)
