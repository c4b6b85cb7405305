"""Every story of a caseworker by keys alone, and by pointer alone, with the network cut."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]

_LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}


@pytest.mark.parametrize("way", ["keyboard", "pointer"])
def test_that_the_stories_are_told_by_one_hand_and_without_a_network(
    tmp_path: Path, way: str
) -> None:
    screen = tmp_path / "screen.json"
    screen.write_text(json.dumps({"screens": [_LAPTOP]}), "utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.story_walk", way, str(tmp_path / "demo")],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screen}"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=220,
    )

    assert done.returncode == 0, f"windows: {done.stdout}\n{done.stderr[-3000:]}"
