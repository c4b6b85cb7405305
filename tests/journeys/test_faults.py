"""Full disk, a taken store, a clock set back, a giant photo, a giant paste: nothing is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]


def test_that_nothing_typed_is_lost_whatever_goes_wrong_around_it(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.fault_walk", str(tmp_path / "laptop")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=220,
    )

    assert done.returncode == 0, done.stderr[-3000:]
