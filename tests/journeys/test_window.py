"""The whole visit in a real window on a virtual screen, with a picture of every screen."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseworker_app.demo.clock import DAY
from caseworker_app.demo.township import make_township

pytestmark = [
    pytest.mark.journey,
    pytest.mark.timeout(300),
    pytest.mark.skipif(
        shutil.which("Xvfb") is None or sys.platform != "linux", reason="needs Xvfb (Linux)"
    ),
]

_SCREENS = {
    "unlock", "today", "worklist", "search", "household", "comparison",
    "difference", "difference-answered",
    "checks-0", "determination", "signing", "sealed", "delivery-waiting", "delivered",
}  # fmt: skip


@pytest.fixture
def display() -> Iterator[str]:
    """Run a virtual screen with a window manager: without one nothing gets the focus."""
    read, write = os.pipe()
    words = ["-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    screen = subprocess.Popen(["Xvfb", *words], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as number:
        name = f":{number.readline().strip()}"
    manager = None
    if shutil.which("openbox"):
        manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": name})
        time.sleep(0.3)
    yield name
    for process in (manager, screen):
        if process:
            process.terminate()
            process.wait()


def _head_with(code: str) -> str:
    """Return the head of a household in which a difference of a kind is hidden."""
    units = make_township(60, 1, today=DAY).households
    return next(u.household.head.name for u in units if code in u.planted)


@pytest.mark.parametrize(
    "size", [(1366, 768), (1920, 1080)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_that_a_visit_goes_from_the_door_to_the_receipt(
    tmp_path: Path, display: str, size: tuple[int, int]
) -> None:
    kept = os.environ.get("CASEWORKER_PICTURES")
    pictures = Path(kept, f"{size[0]}x{size[1]}") if kept else tmp_path / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    head = _head_with("CL02")

    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.journeys.window_walk",
            str(tmp_path / "demo"),
            head,
            str(pictures),
            *map(str, size),
        ],
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )

    assert done.returncode == 0, f"cut: {done.stdout}\n{done.stderr[-3000:]}"
    assert {path.stem for path in pictures.glob("*.png")} >= _SCREENS
