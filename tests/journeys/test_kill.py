"""``kill -9`` in the middle of a working day: nothing confirmed is lost, nothing is there twice."""

import json
import random
import signal
import subprocess
import sys
import time
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
_ROUNDS = 10
_KILLS_IN_A_ROUND = 5
_LONGEST = 3.0
"""Seconds after which the day is over on a quick machine; later kills find it finished."""


def _start(folder: Path, seed: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, str(_SCRIPT), str(folder), str(seed), str(folder.with_suffix(".log"))],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _finish(folder: Path, seed: int) -> dict[str, Json]:
    done = _start(folder, seed)
    out, err = done.communicate()
    assert done.returncode == 0, err
    report: dict[str, Json] = json.loads(out)
    return report


def _confirmed(folder: Path) -> list[tuple[str, dict[str, Json]]]:
    log = folder.with_suffix(".log")
    lines = log.read_text("utf-8").splitlines() if log.exists() else []
    return [(visit, changes) for visit, changes in map(json.loads, lines)]


def _assert_nothing_lost(folder: Path) -> None:
    ws = session.unlock(folder / "laptop", PASSPHRASE, DemoClock())
    try:
        with ws.database.read() as connection:
            assert audit.verify(connection) is None
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
@pytest.mark.parametrize("seed", range(1, _ROUNDS + 1))
def test_that_a_day_killed_anywhere_is_finished_without_loss(tmp_path: Path, seed: int) -> None:
    moments = random.Random(seed)
    for kill in range(_KILLS_IN_A_ROUND):
        folder = tmp_path / f"day-{kill}"
        running = _start(folder, seed)
        time.sleep(moments.uniform(0.3, _LONGEST))
        running.send_signal(signal.SIGKILL)
        running.communicate()

        report = _finish(folder, seed)

        assert report["agree"] is True
        assert isinstance(report["sealed"], int)
        assert report["sealed"] >= 1
        _assert_nothing_lost(folder)
        _assert_nothing_twice(folder, report["sealed"])
