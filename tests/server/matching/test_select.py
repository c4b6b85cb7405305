"""The select leaves out only what can raise nothing, and brings the rest with all it needs."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings, strategies as st

from caseworker_app.demo.township import make_township
from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.codes import Register
from caseworker_app.rules.comparison import compare_registers
from caseworker_app.rules.comparison.catalogue import KINDS
from caseworker_app.server.matching import compare_all
from tests.server.matching.disorder import Disorder
from tests.server.matching.extracts import brought, raised, spooled, whole

DAY = date(2026, 3, 10)
PACK = shipped()
TOWNSHIP = [(u.declaration, u.records) for u in make_township(150, 3, today=DAY).households]


@pytest.mark.parametrize("engine", ["sqlite", "duckdb"])
def test_that_every_kind_of_a_township_survives_the_select(tmp_path: Path, engine: str) -> None:
    found = brought(spooled(tmp_path, TOWNSHIP, DAY), PACK, DAY, engine)

    assert found == raised(TOWNSHIP, PACK, DAY)
    assert {item.code for items in found.values() for item in items} == {
        code for code, kind in KINDS.items() if kind.register is not Register.OTHER
    }


@pytest.mark.parametrize("engine", ["sqlite", "duckdb"])
@pytest.mark.parametrize("register", [Register.PERSON, Register.VEHICLE, Register.ESTATE])
def test_that_one_register_alone_brings_a_household_once(
    tmp_path: Path, engine: str, register: Register
) -> None:
    every = spooled(tmp_path, TOWNSHIP, DAY)
    alone = replace(every, registers={register: every.registers[register]})

    found = brought(alone, PACK, DAY, engine)
    assert found
    assert all(item.register is register for items in found.values() for item in items)


def test_that_most_clean_households_are_not_brought(tmp_path: Path) -> None:
    judged = list(compare_all(spooled(tmp_path, TOWNSHIP, DAY), PACK, DAY))

    clean = [one for one in judged if not one.differences]
    assert len(clean) < len(TOWNSHIP) / 20
    assert [one.household for one in judged] == sorted(one.household for one in judged)


@pytest.mark.long
@settings(max_examples=12)
@given(seed=st.integers(0, 2**32), engine=st.sampled_from(["sqlite", "duckdb"]))
def test_that_whatever_the_whole_registers_raise_is_raised_from_what_is_brought(
    seed: int, engine: str
) -> None:
    disorder = Disorder(TOWNSHIP, DAY, seed)
    cases = [disorder.household(case) for case in disorder.chance.sample(TOWNSHIP, 60)]
    with TemporaryDirectory() as folder:
        found = brought(spooled(Path(folder), cases, DAY), PACK, DAY, engine)

    for told, _ in cases:
        expected = compare_registers(told, whole(told, cases), PACK, DAY)
        assert found.get(told.household_id, ()) == expected, told.household_id
