"""A day of work without a pause: what the process holds stays what it was after the first tenth.

A hundred and sixty visits, each with its saving, its photos, undo, evidence, ink, sealing and
delivery, and in between filters, help, settings, other looks and the lock.
"""

from pathlib import Path

import msgspec
import pytest

from tests.bench import camera, measured
from tests.bench.soak import Held, Told

pytestmark = [pytest.mark.soak, pytest.mark.timeout(2400)]

_VISITS = 160
_PHOTOS = 8
_MOST = 0.05
_COUNTS = ("memory", "blocks", "qobjects", "widgets")


def test_that_a_day_of_work_holds_no_more_at_its_end(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    camera.take(photos, _PHOTOS)
    with measured.office(tmp_path / "demo", _VISITS):
        words = (str(photos), str(_VISITS))
        printed = measured.desktop("tests.bench.soak", tmp_path / "demo", *words, seconds=2200)

    told = msgspec.json.decode(printed, type=Told)
    for held in told.held:
        print(f"{held.visits:4} visits: {_line(held)}")  # noqa: T201  # the figures
    settled = [held for held in told.held if held.visits > _VISITS / 10]
    grown = {name: _growth(settled, name) for name in _COUNTS}
    print(f"{told.keys} keys; grown: {grown}")  # noqa: T201  # ditto
    assert told.left() == []
    assert max(held.pages for held in told.held) <= 2
    assert max(grown.values()) <= _MOST


def _line(held: Held) -> str:
    return ", ".join(f"{name} {value}" for name, value in msgspec.structs.asdict(held).items())


def _growth(held: list[Held], name: str) -> float:
    """Return by how much the last quarter holds more than the first, as a share."""
    quarter = max(1, len(held) // 4)
    first, last = held[:quarter], held[-quarter:]
    before = sum(float(getattr(one, name)) for one in first)
    after = sum(float(getattr(one, name)) for one in last)
    return round(after / before - 1, 3)
