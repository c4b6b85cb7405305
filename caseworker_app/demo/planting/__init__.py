"""What is hidden in the records: for each kind of difference a way to bring it about.

The triggers are those of ``rules.comparison``; a planter changes declaration and records
only, never what the household receives.
"""

from random import Random

from caseworker_app.demo.planting.estates import ESTATE_PLANTERS
from caseworker_app.demo.planting.others import OTHER_PLANTERS
from caseworker_app.demo.planting.persons import PERSON_PLANTERS
from caseworker_app.demo.planting.planter import Planter as Planter
from caseworker_app.demo.planting.vehicles import VEHICLE_PLANTERS

_THREE_REGISTERS = (*PERSON_PLANTERS, *VEHICLE_PLANTERS, *ESTATE_PLANTERS)
PLANTERS = (*_THREE_REGISTERS, *OTHER_PLANTERS)
"""One planter for each kind, HJ01 … SR15."""

_PER_CENT = 21
_FEW = 15
"""Places that hide up to four kinds each while there are fewer places than kinds."""
_TURN = 5
"""By how many places the others are shifted, so that each finds households that suit all four."""


def spread(households: int, rng: Random) -> dict[int, tuple[Planter, ...]]:
    """Return which household, by position, shall hide what; at most a quarter hides anything."""
    hiding = max(households * _PER_CENT // 100, min(_FEW, households // 4))
    places = rng.sample(range(households), hiding)
    return {place: _bundle(number, hiding) for number, place in enumerate(places)}


def _bundle(number: int, hiding: int) -> tuple[Planter, ...]:
    if number < _FEW and hiding < len(PLANTERS):
        return (*_THREE_REGISTERS[number::_FEW], OTHER_PLANTERS[number - _TURN])
    return (PLANTERS[number % len(PLANTERS)],)
