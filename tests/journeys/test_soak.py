"""A short day of work leaves nothing behind; ``make soak`` works the long one."""

from pathlib import Path

import msgspec
import pytest

from tests.bench import camera, measured
from tests.bench.soak import Told

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

_VISITS = 3


def test_that_a_day_of_work_leaves_nothing_behind(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    camera.take(photos, 1)
    with measured.office(tmp_path / "demo", _VISITS):
        words = (str(photos), str(_VISITS))
        printed = measured.desktop("tests.bench.soak", tmp_path / "demo", *words, seconds=560)

    told = msgspec.json.decode(printed, type=Told)
    assert [held.visits for held in told.held] == [1, 2, 3]
    assert max(held.pages for held in told.held) <= 2, "a visit or a desk was not let go"
    assert told.left() == []
