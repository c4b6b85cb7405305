"""Every story of a caseworker by keys alone, and by pointer alone, with the network cut."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from caseworker_app.desktop.household.change_view import GROUPS
from tests.journeys import change_walk, parting_walk

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

_LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
_WAYS = ("keyboard", "pointer")


@pytest.mark.parametrize("walk", ["story", "change", "parting", "proof", "comfort"])
def test_that_the_stories_are_told_by_either_hand_and_without_a_network(
    tmp_path: Path, walk: str
) -> None:
    screen = tmp_path / "screen.json"
    screen.write_text(json.dumps({"screens": [_LAPTOP]}), "utf-8")
    begun = {
        way: subprocess.Popen(
            [sys.executable, "-m", f"tests.journeys.{walk}_walk", way, str(tmp_path / way)],
            env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screen}"},
            cwd=Path(__file__).parents[2],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for way in _WAYS  # side by side: a hand waits most of the time
    }
    try:
        said = {way: one.communicate(timeout=560)[1] for way, one in begun.items()}
    finally:
        for one in begun.values():
            one.kill()

    for way, one in begun.items():
        assert one.returncode == 0, f"{way}: {said[way][-3000:]}"


def test_that_every_change_the_screen_offers_is_told() -> None:
    offered = [kind.zh for _, kinds in GROUPS for kind in kinds]
    told = [told.kind for told in (*change_walk.TOLD, *parting_walk.TOLD)]
    assert sorted(told) == sorted(offered)
