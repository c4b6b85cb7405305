"""What is hidden in the records: for each kind of difference a way to bring it about.

The triggers are those of ``rules.comparison``; a planter changes declaration and records
only, never what the household receives.
"""

from random import Random

from caseworker_app.demo.planting.estates import ESTATE_PLANTERS
from caseworker_app.demo.planting.persons import PERSON_PLANTERS
from caseworker_app.demo.planting.planter import Planter as Planter
from caseworker_app.demo.planting.vehicles import VEHICLE_PLANTERS

PLANTERS = (*PERSON_PLANTERS, *VEHICLE_PLANTERS, *ESTATE_PLANTERS)
"""One planter for each kind, HJ01 … FC16."""

_PER_CENT = 21
_LEAST = 15
"""With fewer households than kinds each hides up to three, of different registers."""


def spread(households: int, rng: Random) -> dict[int, tuple[Planter, ...]]:
    """Return which household, by position, shall hide what; at most a quarter hides anything."""
    hiding = max(households * _PER_CENT // 100, min(_LEAST, households // 4))
    step = max(hiding, _LEAST)
    places = rng.sample(range(households), hiding)
    return {place: _bundle(n, step) for n, place in enumerate(places)}


def _bundle(number: int, step: int) -> tuple[Planter, ...]:
    return PLANTERS[number::step] if step < len(PLANTERS) else (PLANTERS[number % len(PLANTERS)],)
