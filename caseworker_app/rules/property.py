"""财产: what a household may own in a category (DBM-14, the pack's limits)."""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from caseworker_app.model.economy import Dwelling, Property, Vehicle
from caseworker_app.rules.figures import YEAR, Exact, share
from caseworker_app.rules.pack import Below, Pack, PropertyRules


class Asset(StrEnum):
    """What is judged; the value is the field of ``economy.Property``."""

    MONEY = "money"
    VEHICLES = "vehicles"
    PRICE = "vehicles.price"
    DWELLINGS = "dwellings"
    AREA = "dwellings.area"
    NONRESIDENTIAL = "nonresidential"
    CAPITAL = "capital"


class Finding(NamedTuple):
    """One limit: the figure found, the limit, how they are compared, and whether it holds."""

    asset: Asset
    holds: bool
    found: Exact
    limit: Exact
    test: Below = Below.AT_MOST


def judge(owned: Property, heads: int, rules: PropertyRules, pack: Pack) -> tuple[Finding, ...]:
    """Return every limit of a category against what so many counted members own."""
    money_limit = share(YEAR * pack.standards.dibao * heads, rules.money_years)
    return (
        _compare(Asset.MONEY, owned.money, money_limit, Below.STRICTLY),
        *_vehicles(owned.vehicles, rules),
        *_dwellings(counted_dwellings(owned), heads, rules),
        *_nonresidential(owned, rules),
        _compare(Asset.CAPITAL, owned.capital, rules.capital_max, rules.capital_test),
    )


def holds(findings: tuple[Finding, ...]) -> bool:
    return all(finding.holds for finding in findings)


def counted_dwellings(owned: Property) -> tuple[Dwelling, ...]:
    return tuple(d for d in owned.dwellings if not d.resolved and d.share > 0)


def counted_vehicles(vehicles: tuple[Vehicle, ...], rules: PropertyRules) -> tuple[Vehicle, ...]:
    return tuple(v for v in vehicles if not v.resolved and v.kind not in rules.vehicle_exempt)


def _compare(asset: Asset, found: Exact, limit: Exact, test: Below) -> Finding:
    return Finding(asset, test.holds(found, limit), found, limit, test)


def _vehicles(vehicles: tuple[Vehicle, ...], rules: PropertyRules) -> list[Finding]:
    counted = counted_vehicles(vehicles, rules)
    findings = [_compare(Asset.VEHICLES, len(counted), rules.vehicles_allowed, Below.AT_MOST)]
    if counted and rules.vehicle_price_below is not None:
        dearest = max(vehicle.price for vehicle in counted)
        findings.append(_compare(Asset.PRICE, dearest, rules.vehicle_price_below, Below.STRICTLY))
    return findings


def _dwellings(dwellings: tuple[Dwelling, ...], heads: int, rules: PropertyRules) -> list[Finding]:
    """One dwelling more than the number allowed is judged by the floor area per head."""
    number = len(dwellings)
    one_more = number == rules.dwellings_max + 1 and rules.second_area is not None
    if not one_more or rules.second_area is None:
        return [_compare(Asset.DWELLINGS, number, rules.dwellings_max, Below.AT_MOST)]
    area = sum((d.area * d.share for d in dwellings), start=Fraction(0)) / heads
    return [_compare(Asset.AREA, area, rules.second_area, Below.AT_MOST)]


def _nonresidential(owned: Property, rules: PropertyRules) -> list[Finding]:
    counted = [item for item in owned.nonresidential if not item.resolved]
    if rules.nonresidential_converted:
        counted = [item for item in counted if not item.converted_sole_home]
    return [_compare(Asset.NONRESIDENTIAL, len(counted), 0, Below.AT_MOST)]
