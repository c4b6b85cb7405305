"""The whole township: villages, staff, households, and what is hidden where."""

from dataclasses import replace
from datetime import date
from itertools import count
from random import Random

from caseworker_app.demo import households as drawing, people, planting, stock
from caseworker_app.demo.dice import hit
from caseworker_app.demo.people import Registrar
from caseworker_app.demo.planting import Planter
from caseworker_app.demo.quiet import with_departments
from caseworker_app.demo.standing import settle
from caseworker_app.demo.values import Township, TownshipHousehold, Village
from caseworker_app.model.visit import Investigator

_STAFF_AGE = (27, 52)
_INVESTIGATORS = 2


def make_township(households: int = 200, seed: int = 1, *, today: date) -> Township:
    """Return a township of invented households as of a day.

    The same arguments give the same values, ids included. From 60 households on every kind of
    the catalogue is planted at least once; three quarters and more of the households are clean.
    """
    registrar = Registrar()
    registrar.begin(f"township {seed}")
    township = _ground(registrar, seed, today)
    bundles = planting.spread(households, registrar.rng)
    made = tuple(
        _household(registrar, township, f"household {seed} {index}", index, bundles.get(index, ()))
        for index in range(households)
    )
    return replace(township, households=made)


def _household(
    registrar: Registrar, township: Township, seed: str, index: int, planters: tuple[Planter, ...]
) -> TownshipHousehold:
    """Return a household; one that shall hide something is drawn again until it can."""
    for attempt in count():
        registrar.begin(f"{seed} {attempt}")
        kind = stock.draw_kind(registrar.rng)
        unit = drawing.draw(registrar, township, kind, index)
        if all(planter.suits(unit, township.day) for planter in planters):
            break
    unit = settle(unit, township.day, registrar.rng)
    unit = with_departments(registrar, township, unit)
    for planter in planters:
        unit = planter.plant(unit, registrar, township)
        unit = replace(unit, planted=tuple(sorted({*unit.planted, *planter.codes})))
    return unit


def _ground(registrar: Registrar, seed: int, today: date) -> Township:
    places = stock.places()
    number = (seed - 1) % len(places.townships)
    region = f"{places.county}{number + 1:03d}"
    name = places.townships[number]
    villages = tuple(
        Village(f"{region}{n:03d}", place.name, place.streets, place.she)
        for n, place in enumerate(places.villages, 1)
    )
    units = [(f"{name}社会救助服务站", True)] * _INVESTIGATORS
    units += [(f"{village.name}村级救助协理员", False) for village in villages]
    staff = tuple(_worker(registrar, today, unit, township=own) for unit, own in units)
    return Township(name, f"{region}000", today, villages, staff, ())


def _worker(registrar: Registrar, today: date, unit: str, *, township: bool) -> Investigator:
    rng: Random = registrar.rng
    born = registrar.born(rng.randint(*_STAFF_AGE), today)
    name = people.full_name(rng, people.surname(rng), born, male=hit(rng, 50))
    return Investigator(registrar.id(), name, unit, township)
