"""辖区: regions by code (GB/T 2260 and 10114), and what lies in what.

A code is read by its tiers: province 2 digits, city 4, county 6, township 9, village 12.
"""

from collections.abc import Iterable

from caseworker_app.model.codes import Tier

_FULL = frozenset({6, 9, 12})
"""Digits of a code as lists write it, which zeros fill up."""
_EMPTY = {Tier.VILLAGE: "000", Tier.TOWNSHIP: "000", Tier.COUNTY: "00", Tier.CITY: "00"}


def area_of(code: str) -> str:
    """Return the area a code names, without the zeros that fill it up; empty for no code.

    ``330100`` and ``330100000000`` are the city ``3301``.
    """
    if not (code.isascii() and code.isdigit()) or len(code) not in _FULL | set(Tier):
        return ""
    for tier, empty in _EMPTY.items():
        if len(code) == tier and len(code) > Tier.PROVINCE:
            code = code.removesuffix(empty)
    return code if len(code) in set(Tier) and code.strip("0") else ""


def covers(area: str, region: str) -> bool:
    """Tell whether a village of this code lies in an area; an empty area covers nothing."""
    return bool(area) and area == area_of(area) and region.startswith(area)


def tier_of(area: str) -> Tier | None:
    """Return how large an area is; None for no area."""
    return Tier(len(area)) if area and area == area_of(area) else None


def common(regions: Iterable[str]) -> str:
    """Return the smallest area all regions lie in; empty where there is none."""
    found = sorted(set(regions))
    if not found:
        return ""
    return next((found[0][:tier] for tier in sorted(Tier, reverse=True) if _lies(found, tier)), "")


def _lies(regions: list[str], tier: Tier) -> bool:
    area = regions[0][:tier]
    return area == area_of(area) and all(covers(area, region) for region in regions)
