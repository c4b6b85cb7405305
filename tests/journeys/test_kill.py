"""``kill -9`` in the middle of a working day: nothing confirmed is lost, nothing is there twice."""

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseworker_app.demo.clock import DemoClock
from caseworker_app.demo.laptop import PASSPHRASE
from caseworker_app.model.values import Json
from caseworker_app.server.central import Configuration, open_central
from caseworker_app.server.verify import agreement
from caseworker_app.store import audit, visit as visits
from caseworker_app.wire.units import flatten
from caseworker_app.workflow import session

_SCRIPT = Path(__file__).with_name("scripted_day.py")
_ROUNDS = 3
_MORE_ROUNDS = 8
"""Of ``make proof``."""
_KILLS_IN_A_ROUND = 5


class Days:
    """Runs scripted days one after another."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def start(self, folder: Path, seed: int) -> int:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{folder} {seed}\n")
        self._process.stdin.flush()
        return self._line()

    def status(self) -> int:
        """Wait for the day to end and return how."""
        return self._line()

    def finish(self, folder: Path, seed: int) -> dict[str, Json]:
        self.start(folder, seed)
        assert self.status() == 0, "see what the day wrote to standard error"
        report: dict[str, Json] = json.loads(folder.with_suffix(".report").read_text("utf-8"))
        return report

    def _line(self) -> int:
        assert self._process.stdout is not None
        return int(self._process.stdout.readline())


@pytest.fixture(scope="module")
def days() -> Iterator[Days]:
    process = subprocess.Popen(
        [sys.executable, str(_SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    yield Days(process)
    process.communicate()


@pytest.fixture(scope="module")
def length(days: Days, tmp_path_factory: pytest.TempPathFactory) -> float:
    """Return the seconds a day takes that nobody breaks off."""
    started = time.monotonic()
    days.finish(tmp_path_factory.mktemp("whole") / "day", 0)
    return time.monotonic() - started


def _confirmed(folder: Path) -> list[tuple[str, dict[str, Json]]]:
    log = folder.with_suffix(".log")
    lines = log.read_text("utf-8").splitlines() if log.exists() else []
    return [(visit, changes) for visit, changes in map(json.loads, lines)]


def _assert_nothing_lost(folder: Path) -> None:
    ws = session.unlock(folder / "laptop", PASSPHRASE, DemoClock())
    try:
        with ws.database.read() as connection:
            assert audit.verify(connection).broken_at is None
            for visit_id, changes in _confirmed(folder):
                units = flatten(visits.load(connection, visit_id))
                assert {path: units.get(path) for path in changes} == changes
    finally:
        session.lock(ws)


def _assert_nothing_twice(folder: Path, sealed: int) -> None:
    central = open_central(Configuration(folder / "server"))
    ws = session.unlock(folder / "laptop", PASSPHRASE, DemoClock())
    try:
        held = agreement(central, ws.device.id)
    finally:
        session.lock(ws)
        central.close()
    assert len(held) == sealed
    assert len({operation.hash for operation in held}) == sealed
    assert all(operation.status == "accepted" and all(operation.files) for operation in held)


@pytest.mark.journey
@pytest.mark.timeout(400)
@pytest.mark.parametrize(
    "seed",
    [
        *range(_ROUNDS),
        *(pytest.param(_ROUNDS + n, marks=pytest.mark.proof) for n in range(_MORE_ROUNDS)),
    ],
)
def test_that_a_day_killed_anywhere_is_finished_without_loss(
    tmp_path: Path, days: Days, length: float, seed: int
) -> None:
    moments = random.Random(seed)
    for kill in range(_KILLS_IN_A_ROUND):
        folder = tmp_path / f"day-{kill}"
        process = days.start(folder, seed)
        time.sleep(moments.uniform(0, length))
        with contextlib.suppress(ProcessLookupError):  # the day was quicker
            os.kill(process, signal.SIGKILL)
        days.status()

        report = days.finish(folder, seed)

        assert report["agree"] is True
        assert isinstance(report["sealed"], int)
        assert report["sealed"] >= 1
        assert report["operations"] == report["sealed"] + 1  # and the question about a car
        assert report["answer"] == "登记中有"
        _assert_nothing_lost(folder)
        _assert_nothing_twice(folder, report["sealed"] + 1)
