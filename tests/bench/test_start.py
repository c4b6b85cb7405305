"""How long until the list is painted, as a ratio to a bare window with the same rows."""

import json
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from caseworker_app.demo.clock import DAY
from caseworker_app.demo.township import make_township
from caseworker_app.model.household import Household
from caseworker_app.model.values import yuan
from caseworker_app.model.visit import Investigator
from caseworker_app.store import key, person
from caseworker_app.store.household import AssignedHousehold, save_all
from caseworker_app.store.key import Cost
from caseworker_app.store.upgrade import open_store

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

_HERE = Path(__file__).parent
_WORD = "起动测量2026"
_QUICK = Cost(time_cost=1, memory_cost=64, parallelism=1)
_PAIRS = 7
_TYPING_MS = "2000"


@dataclass(frozen=True)
class Township:
    folder: Path
    rows: Path


@pytest.fixture(scope="module", params=[200, 20_000])
def township(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Township:
    folder = tmp_path_factory.mktemp("start")
    made = make_township(request.param, today=DAY)
    database = open_store(folder, key.create(folder, _WORD, _QUICK))
    with database.write() as connection:
        person.put(connection, Investigator("p1", "胡龙", "云溪镇"))
        save_all(
            connection,
            (AssignedHousehold(u.household, u.declaration) for u in made.households),
        )
    database.close()
    rows = folder / "rows.json"
    rows.write_text(json.dumps([_row(unit.household) for unit in made.households]), "utf-8")
    return Township(folder, rows)


def _row(home: Household) -> list[str]:
    return [
        home.head.name, home.category.zh, home.village, f"{len(home.members)} 人",
        f"{yuan(home.monthly)} 元", "待入户", "无", str(home.due),
    ]  # fmt: skip


def _run(script: str, *words: str) -> list[float]:
    command = [sys.executable, str(_HERE / script), str(time.monotonic_ns()), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return [float(number) for number in done.stdout.split()]


def test_that_the_list_is_painted_soon_after_a_bare_window(township: Township) -> None:
    doors, lists, sums, hurried = [], [], [], []
    for _ in range(_PAIRS + 1):
        floor = _run("floor_window.py", str(township.rows))[0]
        door, after = _run("our_window.py", str(township.folder), _WORD, _TYPING_MS)
        doors.append(door / floor)
        lists.append(after / floor)
        sums.append((door + after) / floor)
        hurried.append(sum(_run("our_window.py", str(township.folder), _WORD, "0")) / floor)

    door, after, total, rushed = (statistics.median(f[1:]) for f in (doors, lists, sums, hurried))
    print(  # noqa: T201  # the figure
        f"\nx a bare window with the same rows: door {door:.2f}, Enter to list {after:.2f}, "
        f"both {total:.2f}; without a pause for typing {rushed:.2f}"
    )
    assert total < 3
    assert rushed < 8
