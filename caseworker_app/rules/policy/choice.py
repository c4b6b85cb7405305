"""Which of several rule packs holds: by place, then by day."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple


class Offer(NamedTuple):
    """One pack that may hold."""

    pack: str
    """Hash."""
    region: str
    since: date
    """First day on which it is used."""
    until: date


def covers(whole: str, region: str) -> bool:
    """Say whether a region code lies in another; the nation's covers every one."""
    return region.startswith(_place(whole))


def chosen(offers: Iterable[Offer], region: str, day: date) -> Offer | None:
    """Return what holds in a region on a day: of the nearest place the one begun last.

    One whose term is over gives way to any other; it is better than none. None where none began.
    """
    begun = (one for one in offers if one.since <= day and covers(one.region, region))
    return max(
        begun, key=lambda one: (day <= one.until, len(_place(one.region)), one.since), default=None
    )


def _place(region: str) -> str:
    """Return the digits of a code that say something: more of them for a smaller place."""
    while region.endswith("00"):
        region = region.removesuffix("00")
    return region
