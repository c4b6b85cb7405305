"""A way to bring one kind of difference about."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from caseworker_app.demo.people import Registrar
from caseworker_app.demo.values import Township, TownshipHousehold


@dataclass(frozen=True, slots=True)
class Planter:
    """The kinds it raises, the households it can be hidden in, and how it is done."""

    codes: tuple[str, ...]
    """The kind meant first, then those it cannot help bringing along."""
    suits: Callable[[TownshipHousehold, date], bool]
    plant: Callable[[TownshipHousehold, Registrar, Township], TownshipHousehold]


def between_checks(unit: TownshipHousehold, rng: Random, as_of: date) -> date:
    """Return a day after the last check that the register already knows of."""
    since = unit.declaration.last_check or unit.declaration.signed
    return since + timedelta(days=rng.randint(2, max(3, (as_of - since).days - 1)))


def months_back(rng: Random, as_of: date, low: int, high: int) -> date:
    """Return a day some months before the register's date."""
    return as_of - timedelta(days=rng.randint(low * 31, high * 30))
