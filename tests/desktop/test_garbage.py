import gc
import platform
import sys
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.garbage import Garbage
from tests.bench.memory import own_kib


class Knot:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def rested() -> list[float]:
    return [0.0]


@pytest.fixture
def garbage(qtbot: QtBot, rested: list[float]) -> Iterator[Garbage]:
    owner = QObject()
    made = Garbage(owner, lambda: rested[0])
    made._timer.stop()
    yield made
    made.end()
    gc.disable()  # as it is between two tests of screens


def _grown_old(collections: int = 12) -> "weakref.ref[Knot]":
    knot = Knot()
    seen = weakref.ref(knot)
    for _ in range(collections):
        gc.collect(1)
    return seen


def test_that_no_other_thread_collects(garbage: Garbage) -> None:
    seen = weakref.ref(Knot())
    knots = threading.Thread(target=lambda: [Knot() for _ in range(5_000)])
    knots.start()
    knots.join()
    assert seen() is not None

    garbage.look()
    assert seen() is None


def test_that_everything_is_looked_through_only_once_the_hand_rests(
    garbage: Garbage, rested: list[float]
) -> None:
    seen = _grown_old()
    garbage.look()
    assert seen() is not None

    rested[0] = 2.0
    garbage.look()
    assert seen() is None


@pytest.mark.skipif(
    sys.platform != "linux" or platform.libc_ver()[0] != "glibc",
    reason="only this allocator keeps what was freed",
)
def test_that_memory_nobody_holds_goes_back_to_the_system(
    garbage: Garbage, rested: list[float]
) -> None:
    blocks = [bytes(600) for _ in range(100_000)]  # too large for Python's own store of small ones
    kept = blocks[::50]
    full = own_kib()
    del blocks
    rested[0] = 6.0

    garbage.look()

    assert len(kept) == 2_000
    assert own_kib() < full - 20_000


def test_that_a_long_pause_is_used_once(garbage: Garbage, rested: list[float]) -> None:
    def is_there_after(seconds: float) -> bool:
        knot = _grown_old(2)
        rested[0] = seconds
        garbage.look()
        return knot() is not None

    assert [is_there_after(seconds) for seconds in (6.0, 7.0, 0.1, 6.0)] == [
        False,
        True,
        True,
        False,
    ]
