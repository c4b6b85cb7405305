"""The shipped stock the generator draws from: characters, places, kinds of household."""

import tomllib
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from caseworker_app.model.codes import Category
from caseworker_app.paths import resource

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Generation:
    """Characters for the given names of people born before a year."""

    born_before: int
    male_first: str
    male_second: str
    female_first: str
    female_second: str


@dataclass(frozen=True, slots=True)
class Names:
    surnames: tuple[str, ...]
    weights: tuple[int, ...]
    she: tuple[str, ...]
    rare: tuple[str, ...]
    generations: tuple[Generation, ...]


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    streets: tuple[str, ...]
    she: bool


@dataclass(frozen=True, slots=True)
class Places:
    county: str
    townships: tuple[str, ...]
    villages: tuple[Place, ...]
    counties: tuple[str, ...]
    provinces: tuple[str, ...]
    far: tuple[str, ...]
    cities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MemberKind:
    """Of what kind a member is; ranges in years and yuan, shares in per cent."""

    age: Range
    status: str
    relation: str = ""
    child: int = 0
    grandchild: bool = False
    male: int = 50
    marital: tuple[str, ...] = ("10",)
    pension: Range | None = None
    employee_pension: Range | None = None
    survivor: Range | None = None
    wage: Range | None = None
    disabled: int = 0
    certificates: tuple[Range, ...] = (
        (1, 2),
        (2, 3),
        (2, 4),
        (4, 2),
        (4, 3),
        (4, 4),
        (5, 2),
        (6, 2),
    )
    ill: int = 0
    care: int = 0
    idle_exempt: str = ""
    study: str = ""
    no_obligor: bool = False


@dataclass(frozen=True, slots=True)
class HouseholdKind:
    """A kind of household with its share of all and the children living elsewhere."""

    name: str
    category: Category
    weight: float
    members: tuple[MemberKind, ...]
    children: Range = (0, 0)
    medical: Range | None = None


@cache
def names() -> Names:
    found = _load("names")
    return Names(
        surnames=tuple(name for name, _ in found["surnames"]),
        weights=tuple(weight for _, weight in found["surnames"]),
        she=tuple(found["she_surnames"]),
        rare=tuple(found["rare"]),
        generations=tuple(Generation(**row) for row in found["generation"]),
    )


@cache
def places() -> Places:
    found = _load("places")
    far = found["elsewhere"]
    return Places(
        county=found["county"],
        townships=tuple(found["townships"]),
        villages=tuple(
            Place(row["name"], tuple(row.get("streets", ())), row.get("she", False))
            for row in found["village"]
        ),
        counties=tuple(far["counties"]),
        provinces=tuple(far["provinces"]),
        far=tuple(far["places"]),
        cities=tuple(far["cities"]),
    )


@cache
def kinds() -> tuple[HouseholdKind, ...]:
    return tuple(_kind(row) for row in _load("households")["kind"])


@cache
def _weights() -> tuple[float, ...]:
    return tuple(kind.weight for kind in kinds())


def draw_kind(rng: Random) -> HouseholdKind:
    """Return a kind of household by its share."""
    return rng.choices(kinds(), _weights())[0]


def _kind(row: dict[str, Any]) -> HouseholdKind:
    rest = {key: _frozen(value) for key, value in row.items() if key not in ("member", "category")}
    members = tuple(MemberKind(**{k: _frozen(v) for k, v in m.items()}) for m in row["member"])
    return HouseholdKind(category=Category(row["category"]), members=members, **rest)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("demo", f"{name}.toml").read_text("utf-8"))
