"""Starts what is measured in processes of its own, on the screen of an old laptop."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SCREEN = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
_DOTS = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
_ROOT = Path(__file__).parents[2]
_HABIT = "This plugin does not support"
"""What Qt says of windows where there is no screen."""


@contextmanager
def office(folder: Path, households: int) -> Iterator[None]:
    """Run the office of a laptop that is filled with so many households."""
    command = [sys.executable, "-m", "tests.bench.office", str(folder), str(households)]
    with subprocess.Popen(
        command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield
        process.stdin.close()


def desktop(module: str, folder: Path, *words: str, seconds: float) -> bytes:
    """Run a script at the real window and return the JSON it prints."""
    screen = folder.with_suffix(".screen.json")
    screen.write_text(json.dumps({"screens": [_SCREEN | _DOTS]}), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", module, str(folder), *words],
        cwd=_ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "PYTHONFAULTHANDLER": "1",
        },
        capture_output=True,
        check=False,
        timeout=seconds,
    )
    told = [line for line in done.stderr.decode().splitlines() if _HABIT not in line]
    assert done.returncode == 0, "\n".join([f"ended with {done.returncode}", *told[-90:]])
    return done.stdout
