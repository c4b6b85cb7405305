"""Each guard of the real code is needed: without it a promise breaks, at once and by chance."""

import logging
from collections.abc import Iterator

import pytest

from tests.proof import schedules
from tests.proof.mutants import MUTANTS, Mutant
from tests.proof.scene import Scene, Template

_MANY = 150
_BY_CHANCE = [
    mutant
    for mutant in MUTANTS
    if mutant.guard
    in {"a known id", "a comparison", "every file", "one transaction", "receipts go",
        "the fence for what is new"}
]  # fmt: skip
"""Mutants that schedules of a seed come across soon."""


@pytest.fixture(autouse=True)
def silence() -> Iterator[None]:
    """Let a broken office say so without this being the failure."""
    logging.disable(logging.ERROR)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.guard)
def test_that_a_guard_is_needed(scene: Scene, mutant: Mutant) -> None:
    with mutant.without(), pytest.raises(AssertionError):
        mutant.scene(scene)


@pytest.mark.proof
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("mutant", _BY_CHANCE, ids=lambda mutant: mutant.guard)
def test_that_schedules_miss_a_guard(template: Template, mutant: Mutant) -> None:
    with mutant.without():
        tries = (schedules.failure(template, seed) for seed in range(_MANY))
        assert any(tries), f"nobody misses {mutant.guard}"
