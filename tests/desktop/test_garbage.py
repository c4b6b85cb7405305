import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.garbage import Garbage


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


def _grown_old() -> "weakref.ref[Knot]":
    knot = Knot()
    seen = weakref.ref(knot)
    for _ in range(12):
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
