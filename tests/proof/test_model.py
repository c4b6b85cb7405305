"""In every reachable state of a small world the promises are kept; without a guard they are not."""

import pytest

from tests.proof.search import search
from tests.proof.world import Fault, Protocol

_SMALL = Protocol(ops=2, laptops=1)
_TWO = Protocol(ops=3, laptops=2)
_BOUNDS = {Fault.LOG_IS_DURABLE: _SMALL, Fault.NO_FILE: _SMALL}
"""Where a mutant breaks a promise in a smaller world already, that one is walked."""
_MUTANTS = [fault for fault in Fault if fault is not Fault.NONE]


@pytest.mark.parametrize(
    "protocol",
    [
        _SMALL._replace(restores=0),
        _SMALL._replace(late_pages=False),
        Protocol(ops=1, laptops=2),
    ],
    ids=["late pages", "a restore", "two laptops"],
)
def test_that_every_reachable_state_keeps_the_promises(protocol: Protocol) -> None:
    found = search(protocol)
    assert not found.broken, " → ".join(found.way)
    assert found.states > 5_000


@pytest.mark.proof
@pytest.mark.timeout(1200)
@pytest.mark.parametrize(
    "protocol",
    [_SMALL, Protocol(ops=2, laptops=2, late_pages=False)],
    ids=["a restore and late pages", "two laptops and a restore"],
)
def test_that_every_state_of_a_larger_world_does(protocol: Protocol) -> None:
    found = search(protocol)
    assert not found.broken, " → ".join(found.way)
    print(f"{found.states} states")  # noqa: T201  # the figure


@pytest.mark.parametrize("fault", _MUTANTS, ids=lambda fault: fault.name)
def test_that_each_guard_is_needed(fault: Fault) -> None:
    found = search(_BOUNDS.get(fault, _TWO)._replace(fault=fault))
    assert found.broken, fault.value
