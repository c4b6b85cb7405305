"""How many keys an unchanged recertification takes (product: fewer than 120)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from caseworker_app.demo.clock import DAY
from caseworker_app.demo.township import make_township
from tests.journeys.test_window import display as display  # a fixture

pytestmark = [
    pytest.mark.journey,
    pytest.mark.timeout(300),
    pytest.mark.skipif(
        shutil.which("Xvfb") is None or sys.platform != "linux", reason="needs Xvfb (Linux)"
    ),
]

_MOST = 120


def test_that_an_unchanged_recertification_takes_few_keys(tmp_path: Path, display: str) -> None:
    units = make_township(60, 1, today=DAY).households
    home = next(
        u.household
        for u in units
        if not u.planted and len(u.household.members) > 1 and u.declaration.incomes
    )
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.journeys.keystroke_walk",
            str(tmp_path),
            home.head.id_number[-6:],
            home.head.name,
        ],
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    keys = int(done.stdout.split()[-1])
    print(f"unchanged recertification, the day's round to sealed: {keys} keys")  # noqa: T201  # the figure
    assert keys < _MOST
