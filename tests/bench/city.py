"""An invented city as clean extracts: registers of millions, and the households that get aid.

At scale 1: 12 M persons, 4 M vehicles, 5 M estates and 160,000 households of 400,000 members.
Something is hidden in about one household in eight, as in a real stock. Seeded.

    python -m tests.bench.city SCALE FOLDER
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from sqlalchemy import Table

from caseworker_app.server.matching import tables
from caseworker_app.server.matching.layout import Kind
from caseworker_app.server.matching.tables import flats
from tests.bench.spelling import (
    booklet_of,
    booklet_text,
    id_numbers,
    places_of,
    plates_of,
    rank_of,
    regions_of,
    spelled,
    units_of,
)

DAY = date(2026, 3, 10)
_AS_OF, _EXPIRES = date(2026, 3, 1), date(2026, 6, 1)
_CHUNK = 1_000_000
_SHARES = {
    "name": 0.008,
    "dead": 0.007,
    "moved": 0.007,
    "mate": 0.025,
    "wrong_number": 0.004,
    "booklet": 0.005,
    "divorced": 0.008,
    "elsewhere_paid": 0.003,
    "custody": 0.002,
    "car": 0.015,
    "sold_car": 0.003,
    "new_car": 0.002,
    "house": 0.015,
    "mortgage": 0.008,
    "second_home": 0.005,
    "historic": 0.006,
    "homestead": 0.008,
}
"""What is hidden, and in what share of the households; the rest is clean."""

_NAMES = 200_000
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余"
_GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰华建国志文玉红梅春生金凤云海燕林波辉"
_ARROW = {
    Kind.TEXT: pa.string(),
    Kind.DAY: pa.date32(),
    Kind.WHOLE: pa.int64(),
    Kind.FLAG: pa.bool_(),
}


@dataclass(frozen=True)
class City:
    """The persons by index, who of them is in an aided household, and what each of those hides."""

    people: int
    vehicles: int
    estates: int
    members: np.ndarray
    """Indices of the members, by household."""
    household: np.ndarray
    """Place of each member's household."""
    hides: np.ndarray
    """Name of what each household hides, or empty."""
    names: pa.Array
    chance: np.random.Generator = field(repr=False)

    @classmethod
    def at(cls, scale: float, seed: int = 2026) -> "City":
        chance = np.random.default_rng(seed)
        people, wanted = int(12_000_000 * scale), int(160_000 * scale)
        blocks = np.sort(chance.choice(people // 8, wanted // 3 + 1, replace=False))
        members = (blocks[:, None] * 8 + np.arange(8)).reshape(-1)
        _, household = np.unique(booklet_of(members), return_inverse=True)
        kept = household < wanted
        kinds = np.array(["", *_SHARES])
        shares = [1 - sum(_SHARES.values()), *_SHARES.values()]
        surname, first, second = (
            chance.choice(list(s), _NAMES) for s in (_SURNAMES, _GIVEN, _GIVEN)
        )
        return cls(
            people,
            int(4_000_000 * scale),
            int(5_000_000 * scale),
            members[kept],
            household[kept],
            chance.choice(kinds, wanted, p=shares),
            pa.array(np.char.add(np.char.add(surname, first), second)),
            chance,
        )

    def name_of(self, people: np.ndarray) -> pa.Array:
        return self.names.take(pa.array(people * 2_654_435_761 % _NAMES))

    def hiding(self, *kinds: str) -> np.ndarray:
        """Return for each member whether the household hides one of these."""
        return np.isin(self.hides, kinds)[self.household]

    @property
    def heads(self) -> np.ndarray:
        return self.members[np.r_[True, self.household[1:] != self.household[:-1]]]

    @property
    def last(self) -> np.ndarray:
        """Whether each member is the last of a household of two or more."""
        ends = np.r_[self.household[1:] != self.household[:-1], True]
        return ends & (rank_of(self.members) > 0)


def write(city: City, folder: Path) -> None:
    """Write the households to ``folder/households``, the registers to ``folder/registers``."""
    households, registers = folder / "households", folder / "registers"
    for part in (households, registers):
        part.mkdir(parents=True)
    _save(registers / "persons.parquet", tables.person, _persons(city))
    told_cars, cars = _vehicles(city)
    told_homes, homes = _estates(city)
    _save(registers / "vehicles.parquet", tables.vehicle, cars)
    _save(registers / "estates.parquet", tables.estate, homes)
    for made, columns in (
        (tables.household, _households(city)),
        (tables.member, _members(city)),
        (tables.told_vehicle, told_cars),
        (tables.told_estate, told_homes),
    ):
        _save(households / f"{made.name}.parquet", made, iter([columns]))


_Columns = dict[str, pa.Array]


def _save(path: Path, made: Table, parts: Iterator[_Columns]) -> None:
    schema = pa.schema([(flat.name, _ARROW[flat.kind]) for flat in flats(made)])
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for given in parts:
            rows = len(next(iter(given.values())))
            cells = [
                given[name].cast(kind) if name in given else pa.nulls(rows, kind)
                for name, kind in zip(schema.names, schema.types, strict=True)
            ]
            writer.write_table(pa.table(cells, schema=schema), row_group_size=250_000)


def _source(rows: int, register: str, department: str, first: int) -> _Columns:
    return {
        "id": spelled(register, np.arange(first, first + rows), 8),
        "department": pa.repeat(department, rows),
        "as_of": pa.repeat(pa.scalar(_AS_OF), rows),
        "batch": pa.repeat("B1", rows),
        "expires": pa.repeat(pa.scalar(_EXPIRES), rows),
    }


def _households(city: City) -> _Columns:
    heads = city.heads
    rows = len(heads)
    return {
        "household_id": spelled("J", booklet_of(heads), 11),
        "signed": pa.repeat(pa.scalar(date(2024, 5, 6)), rows),
        "region": regions_of(heads),
        "hukou_number": booklet_text(booklet_of(heads)),
        "head": pa.repeat("m0", rows),
        "money": pa.repeat(0, rows),
        "capital": pa.repeat(0, rows),
        "last_check": pa.repeat(pa.scalar(date(2025, 5, 6)), rows),
        "near_relative_filed": pa.repeat(pa.scalar(value=False), rows),
    }


def _members(city: City) -> _Columns:
    """What was declared of the members; who shares the booklet may be left out."""
    told = ~(city.hiding("mate") & city.last)
    people, rank = city.members[told], rank_of(city.members[told])
    wrong = (city.hiding("wrong_number") & (rank_of(city.members) == 0))[told]
    misnamed = (city.hiding("name") & (rank_of(city.members) == 0))[told]
    pairs = _paired(people)
    elsewhere = np.where(wrong, people + city.people, people)
    return {
        "household_id": spelled("J", booklet_of(people), 11),
        "place": pa.array(rank),
        "member_id": spelled("m", rank, 1),
        "name": city.name_of(people + misnamed),
        "id_number": id_numbers(elsewhere),
        "marital": pa.array(np.where(pairs, "20", "10")),
        "hukou_number": booklet_text(booklet_of(people)),
        "whereabouts": pa.repeat("在家", len(people)),
    }


def _paired(people: np.ndarray) -> np.ndarray:
    """Return whether each person is the head or spouse of a booklet of two or more."""
    rank = rank_of(people)
    followed = (people % 8 < 7) & (booklet_of(people + 1) == booklet_of(people))
    return (rank == 1) | ((rank == 0) & followed)


def _persons(city: City) -> Iterator[_Columns]:
    heads = rank_of(city.members) == 0
    hidden = {
        kind: city.members[city.hiding(kind) & heads]
        for kind in ("moved", "elsewhere_paid", "custody", "divorced")
    }
    last = {kind: city.members[city.hiding(kind) & city.last] for kind in ("dead", "booklet")}
    for first in range(0, city.people, _CHUNK):
        people = np.arange(first, min(city.people, first + _CHUNK))
        yield _person_rows(city, people, {**hidden, **last})


def _person_rows(city: City, people: np.ndarray, hidden: dict[str, np.ndarray]) -> _Columns:
    rows, pairs = len(people), _paired(people)
    spouse = np.where(rank_of(people) == 0, people + 1, people - 1).clip(0)
    is_ = {kind: np.isin(people, some) for kind, some in hidden.items()}

    def where(kind: str, value: object, other: object = "") -> pa.Array:
        return pc.if_else(
            pa.array(is_[kind]), pa.scalar(value), pa.scalar(other, pa.scalar(value).type)
        )

    booklet = booklet_of(people) + np.where(is_["booklet"], 4 * city.people, 0)
    return {
        **_source(rows, "p", "公安 户籍", int(people[0])),
        "id_number": id_numbers(people),
        "name": city.name_of(people),
        "hukou_number": booklet_text(booklet),
        "relation": pa.array(np.where(rank_of(people) == 0, "02", "99")),
        "hukou_kind": pa.repeat("家庭户", rows),
        "region": regions_of(people),
        "address": spelled("青山路", booklet_of(people) % 100_000, 5, "号"),
        "moved_to": where("moved", "320900000000"),
        "cancelled": where("dead", "死亡"),
        "death": where("dead", date(2025, 11, 2), None),
        "marriage_state": pc.if_else(
            pa.array(is_["divorced"]), "40", pc.if_else(pa.array(pairs), "20", "")
        ),
        "marriage_spouse_id_number": pc.if_else(pa.array(pairs), id_numbers(spouse), ""),
        "marriage_spouse_name": pc.if_else(pa.array(pairs), city.name_of(spouse), ""),
        "custody_kind": where("custody", "prison"),
        "custody_since": where("custody", date(2025, 8, 1), None),
        "benefits": where(
            "elsewhere_paid",
            '[{"place":"江苏省盐城市","category":"低保","since":[2025,1],"last_paid":[2026,2],"monthly":80000}]',
        ),
    }


def _owners(city: City, rows: int, owned: np.ndarray) -> np.ndarray:
    """Return an owner for each row: the given members first, then anyone who gets no aid."""
    aided = np.zeros(city.people, bool)
    aided[city.members] = True
    others = np.flatnonzero(~aided)
    return np.r_[owned, city.chance.choice(others, rows - len(owned))]


def _vehicles(city: City) -> tuple[_Columns, Iterator[_Columns]]:
    chance, heads = city.chance, city.heads
    told = heads[(chance.random(len(heads)) < 0.07) | np.isin(city.hides, ("sold_car", "new_car"))]
    hidden = heads[city.hides == "car"]
    hides = city.hides[np.isin(heads, told)]
    small = (chance.random(len(told)) < 0.7) & (hides != "new_car")
    new = hides == "new_car"
    declared = {
        "household_id": spelled("J", booklet_of(told), 11),
        "place": pa.repeat(0, len(told)),
        "id": pa.repeat("v1", len(told)),
        "plate": plates_of(np.arange(len(told))),
        "kind": pa.array(np.where(small, "ordinary_two_wheel_motorcycle", "car")),
        "owner": pa.repeat("m0", len(told)),
        "claim": pa.array(np.where(hides == "sold_car", "sold", "")),
    }
    owners = _owners(city, city.vehicles, np.r_[told, hidden])
    two = np.r_[small, chance.random(city.vehicles - len(told)) < 0.15]
    late = np.r_[new, np.zeros(city.vehicles - len(told), bool)]
    return declared, _vehicle_rows(city, owners, two, late)


def _vehicle_rows(
    city: City, owners: np.ndarray, two: np.ndarray, late: np.ndarray
) -> Iterator[_Columns]:
    for first in range(0, city.vehicles, _CHUNK):
        own = owners[first : first + _CHUNK]
        rows, small = len(own), pa.array(two[first : first + _CHUNK])
        new = pa.array(late[first : first + _CHUNK])
        bought = pc.if_else(new, pa.scalar(date(2025, 12, 1)), pa.scalar(date(2016, 4, 2)))
        yield {
            **_source(rows, "c", "公安 交管", first),
            "owner_id_number": id_numbers(own),
            "owner_name": city.name_of(own),
            "plate": plates_of(np.arange(first, first + rows)),
            "plate_type": pc.if_else(small, "07", "02"),
            "vin": spelled("LSVAB2180F", np.arange(first, first + rows), 7),
            "vehicle_type": pc.if_else(small, "普通二轮摩托车", "小型轿车"),
            "use": pa.repeat("A", rows),
            "status": pa.repeat("A", rows),
            "acquired": pa.repeat("购买", rows),
            "first_registered": bought,
            "registered": bought,
            "price": pc.if_else(small, 4_000_00, 80_000_00),
        }


def _estates(city: City) -> tuple[_Columns, Iterator[_Columns]]:
    chance, heads = city.chance, city.heads
    houses = np.isin(city.hides, ("mortgage", "second_home", "historic"))
    housed = (chance.random(len(heads)) < 0.8) | houses
    homeless = np.isin(city.hides, ("homestead", "house"))
    told = heads[housed & ~homeless]
    second = heads[city.hides == "second_home"]
    stead = heads[city.hides == "homestead"]
    hidden = heads[city.hides == "house"]
    owned = np.r_[told, second, hidden]
    units = np.arange(len(owned))
    declared_owners = np.r_[told, second, stead]
    declared = {
        "household_id": spelled("J", booklet_of(declared_owners), 11),
        "place": pa.array(
            np.r_[np.zeros(len(told)), np.ones(len(second)), np.zeros(len(stead))].astype(int)
        ),
        "id": spelled("e", np.arange(len(declared_owners)), 8),
        "location": places_of(np.arange(len(declared_owners))),
        "area": pa.repeat(60_00, len(declared_owners)),
        "owner": pa.repeat("m0", len(declared_owners)),
        "unit_number": pc.if_else(
            pa.array(np.arange(len(declared_owners)) < len(told) + len(second)),
            units_of(np.arange(len(declared_owners))),
            "",
        ),
        "kind": pa.array(
            np.repeat(["dwelling", "homestead"], [len(told) + len(second), len(stead)])
        ),
        "registered": pa.array(np.arange(len(declared_owners)) < len(told) + len(second)),
    }
    hides = city.hides[housed & ~homeless]
    marked = np.r_[hides == "mortgage", np.zeros(city.estates - len(told), bool)]
    historic = np.r_[hides == "historic", np.zeros(city.estates - len(told), bool)]
    owners = _owners(city, city.estates, owned)
    assert len(units) <= city.estates
    return declared, _estate_rows(city, owners, marked, historic)


def _estate_rows(
    city: City, owners: np.ndarray, marked: np.ndarray, historic: np.ndarray
) -> Iterator[_Columns]:
    for first in range(0, city.estates, _CHUNK):
        own = owners[first : first + _CHUNK]
        rows, number = len(own), np.arange(first, first + len(own))
        yield {
            **_source(rows, "f", "自然资源 不动产登记", first),
            "owner_id_number": id_numbers(own),
            "owner_name": city.name_of(own),
            "unit_number": units_of(number),
            "certificate": spelled("浙(2016)杭州市不动产权第", number, 8, "号"),
            "location": places_of(number),
            "use": pa.repeat("11", rows),
            "area": pa.repeat(60_00, rows),
            "share": pa.repeat("1", rows),
            "co_ownership": pa.repeat("0", rows),
            "nature": pa.repeat("0", rows),
            "right": pa.repeat("所有权", rows),
            "acquired": pa.repeat("购买", rows),
            "registration": pa.repeat("首次", rows),
            "registered": pa.repeat(pa.scalar(date(2016, 5, 4)), rows),
            "state": pc.if_else(pa.array(historic[first : first + _CHUNK]), "2", "1"),
            "mortgaged": pa.array(marked[first : first + _CHUNK]),
        }


if __name__ == "__main__":
    write(City.at(float(sys.argv[1])), Path(sys.argv[2]))
