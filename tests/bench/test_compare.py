"""The comparison of a city against hand-written SQL of its joins, pandas and Splink, as ratios.

``CASEWORKER_BENCH_SCALE`` shrinks the city; 1 is 160,000 households against 12 M persons.
"""

import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1800)]

_SCALE = float(os.environ.get("CASEWORKER_BENCH_SCALE", "1"))
_DAY = "2026-03-10"
_SPLINK = Path(".venv-splink/bin/python").absolute()
"""Made by ``make bench``."""


@dataclass(frozen=True)
class Cost:
    wall: float
    cpu: float
    peak: float
    """Megabytes of the largest process."""

    def __str__(self) -> str:
        return f"{self.wall:.1f} s, {self.cpu:.1f} s of processor, {self.peak:.0f} MB"


@pytest.fixture(scope="module", params=[1.0, 0.1], ids=["city", "tenth"])
def city(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("pyarrow")
    folder = tmp_path_factory.mktemp("city")
    scale = str(_SCALE * float(request.param))
    subprocess.run([sys.executable, "-m", "tests.bench.city", scale, folder], check=True)
    return folder


def _measured(*words: str | Path) -> Cost:
    """Return what a module of ours cost in a process of its own."""
    return _spent(sys.executable, "-m", *words)


def _spent(*command: str | Path) -> Cost:
    """Return what a process of its own cost; one more process between keeps the peaks apart."""
    watch = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, "
        "stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", watch, *command],
        check=True,
        capture_output=True,
        text=True,
    )
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, int(done.stdout) / 1024)


def _tell(words: str) -> None:
    print(f"\n{words}")  # noqa: T201  # the figure


def _ours(city: Path) -> Cost:
    return _measured(
        "caseworker_app", "compare", "--households", city / "households",
        "--registers", city / "registers", "--as-of", _DAY, "--out", city / "out.csv",
    )  # fmt: skip


def test_that_a_city_costs_little_more_than_its_joins(city: Path) -> None:
    floor, ours = _measured("tests.bench.floor_compare", "duckdb", city), _ours(city)
    _tell(
        f"compare: {ours}; joins alone in SQL: {floor}; "
        f"x {ours.wall / floor.wall:.1f} the time, x {ours.cpu / floor.cpu:.1f} the processor"
    )
    assert ours.peak < 2000


def _only_a_tenth() -> None:
    if "tenth" not in os.environ.get("PYTEST_CURRENT_TEST", ""):
        pytest.skip("takes the memory of a whole city")


def test_that_pandas_takes_longer_for_the_joins_alone(city: Path) -> None:
    _only_a_tenth()
    pytest.importorskip("pandas")
    theirs, ours = _measured("tests.bench.floor_compare", "pandas", city), _ours(city)
    _tell(f"compare: {ours}; joins alone in pandas: {theirs}, x {theirs.wall / ours.wall:.1f}")


def test_that_splink_takes_longer_for_the_persons_alone(city: Path) -> None:
    _only_a_tenth()
    if not _SPLINK.exists():
        pytest.skip("make bench installs it")
    theirs = _spent(_SPLINK, "tests/bench/floor_splink.py", city)
    ours = _ours(city)
    _tell(f"compare: {ours}; persons alone by Splink: {theirs}, x {theirs.wall / ours.wall:.1f}")
