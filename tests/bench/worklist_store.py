"""A store of many households for measuring: invented ones, dealt out again under other names."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

from caseworker_app.demo.clock import DAY
from caseworker_app.demo.township import make_township
from caseworker_app.demo.values import TownshipHousehold
from caseworker_app.model.household import Household
from caseworker_app.model.visit import Investigator
from caseworker_app.store import key, person
from caseworker_app.store.household import AssignedHousehold, save_all
from caseworker_app.store.key import Cost
from caseworker_app.store.upgrade import open_store

WORD = "清单测量2026"
_QUICK = Cost(time_cost=1, memory_cost=64, parallelism=1)
_DRAWN = 8_000


def make(folder: Path, households: int) -> None:
    """Set an installation up that carries so many households."""
    drawn = make_township(min(_DRAWN, households), today=DAY).households
    database = open_store(folder, key.create(folder, WORD, _QUICK))
    with database.write() as connection:
        person.put(connection, Investigator("p1", "胡龙", "云溪镇"))
        save_all(connection, _dealt(drawn, households))
    database.close()


def _dealt(drawn: tuple[TownshipHousehold, ...], households: int) -> Iterator[AssignedHousehold]:
    chance = Random(7)
    names = [member.name for unit in drawn for member in unit.household.members]
    for number in range(households):
        unit = drawn[number % len(drawn)]
        home = _renamed(unit.household, f"h{number}", names, chance)
        yield AssignedHousehold(home, replace(unit.declaration, household_id=home.id))


def _renamed(home: Household, name: str, names: list[str], chance: Random) -> Household:
    members = tuple(
        replace(m, name=chance.choice(names), id_number=_tail(m.id_number, chance))
        for m in home.members
    )
    due = DAY + timedelta(days=chance.randint(-40, 360))
    return replace(home, id=name, number=f"{name:0>16}", members=members, due=due)


def _tail(number: str, chance: Random) -> str:
    return f"{number[:-4]}{chance.randrange(10_000):04}"
