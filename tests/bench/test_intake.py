"""What the office takes in on PostgreSQL: records a second on two cores, fifty laptops at once."""

import contextlib
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec
import psycopg
import pytest
import requests

from caseworker_app.server.central import Central, Configuration, open_central
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.compress import compress
from caseworker_app.wire.message import Ops, OpsAnswer
from caseworker_app.wire.operation import document
from tests.bench.intake_worker import BATCH, batches, visits
from tests.proof.test_document import token_of
from tests.server import remote
from tests.server.conftest import Clock, Office, fill
from tests.server.laptop import Laptop
from tests.server.remote import Remote
from tests.server.test_remote import two_workers

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

_ROOT = Path(__file__).parents[2]
_CORES = 2
_RECORDS = 6000
"""Of each process."""
_LAPTOPS = 50
_FLOOR = 0.05
"""Of a bare COPY: signatures are most of the work."""
_WANTED = 3000
"""Records a second by the processor's time; a crowded machine takes half as much again for each."""
_EACH = 4
"""Batches of each laptop."""
_TABLES = ("record", "version", "oplog", "audit", "done")


class Yard(NamedTuple):
    """An office at work on PostgreSQL and S3."""

    place: Configuration
    central: Central
    office: Office


@pytest.fixture(scope="module")
def far() -> Iterator[Remote]:
    with remote.running() as far:
        yield far


@pytest.fixture
def yard(far: Remote, tmp_path: Path) -> Iterator[Yard]:
    place = far.configuration(tmp_path / "office")
    with closing(open_central(place)) as central:
        yield Yard(place, central, Office(central, Clock(), fill(central)))


def _tell(figures: str) -> None:
    print(f"\n{figures}")  # noqa: T201  # the figure


@contextmanager
def _worker(yard: Yard, name: str, size: int) -> Iterator["subprocess.Popen[str]"]:
    laptop = Laptop(name)
    yard.office.enrol(laptop)
    words = (name, laptop.key.hex(), yard.office.homes[0], str(_RECORDS), str(size))
    place = (str(yard.place.folder), yard.place.url)
    command = [sys.executable, "-m", "tests.bench.intake_worker", *place, *words]
    with subprocess.Popen(
        command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process


def _processor_of_postgresql(url: str) -> float:
    """Return the seconds of a processor the database took so far, with its children."""
    with psycopg.connect(url) as connection:
        row = connection.execute("SHOW data_directory").fetchone()
    assert row is not None
    main = (Path(row[0]) / "postmaster.pid").read_text().split()[0]
    children = Path(f"/proc/{main}/task/{main}/children").read_text().split()
    ticks = 0
    for pid, fields in [(main, 4), *((child, 2) for child in children)]:
        with contextlib.suppress(FileNotFoundError):  # it has ended, and is counted above
            stat = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            ticks += sum(map(int, stat[11 : 11 + fields]))
    return ticks / os.sysconf("SC_CLK_TCK")


def _copied(url: str) -> float:
    """Return the seconds a bare COPY of the same rows takes, into tables with the same indexes."""
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        rows = {}
        for table in _TABLES:
            with cursor.copy(f"COPY {table} TO STDOUT (FORMAT BINARY)") as copy:
                rows[table] = b"".join(copy)
            cursor.execute(f"CREATE TABLE raw_{table} (LIKE {table} INCLUDING ALL)")
        connection.commit()
        begun = time.perf_counter()
        for table, data in rows.items():
            with cursor.copy(f"COPY raw_{table} FROM STDIN (FORMAT BINARY)") as copy:
                copy.write(data)
        connection.commit()
        took = time.perf_counter() - begun
        for table in _TABLES:
            cursor.execute(f"DROP TABLE raw_{table}")
    return took


@pytest.mark.parametrize("size", [1000, 4000])
def test_that_records_come_in_by_the_thousand(yard: Yard, size: int) -> None:
    with ExitStack() as stack:
        workers = [stack.enter_context(_worker(yard, f"bench-{n}", size)) for n in range(_CORES)]
        for worker in workers:
            assert worker.stdout is not None
            assert worker.stdout.readline() == "ready\n"
        before = _processor_of_postgresql(yard.place.url)
        told = [worker.communicate("go\n")[0].split() for worker in workers]
    wall = max(float(clock) for clock, _ in told)
    own = statistics.mean(float(processor) for _, processor in told) / _RECORDS * 1e6
    theirs = (_processor_of_postgresql(yard.place.url) - before) / (_CORES * _RECORDS) * 1e6
    alone = _CORES * 1e6 / (own + theirs)
    rate, raw = _CORES * _RECORDS / wall, _CORES * _RECORDS / _copied(yard.place.url)
    _tell(
        f"Intake of records of {size} bytes in batches on PostgreSQL, {_CORES} processes: "
        f"{rate:.0f} records/s, {rate / raw:.2f} of a bare COPY of the same rows ({raw:.0f}/s); "
        f"a record takes {own:.0f} us of a processor in our process and {theirs:.0f} in "
        f"PostgreSQL's: {alone:.0f} records/s where {_CORES} cores do nothing else"
    )
    assert rate / raw > _FLOOR
    assert alone > _WANTED


class Delivered(NamedTuple):
    """One request: how long it took and whether it was taken whole."""

    seconds: float
    whole: bool


def _deliver(url: str, token: str, bodies: list[bytes]) -> list[Delivered]:
    headers = {
        "Authorization": f"Bearer {token}",
        "Content-Type": "application/json",
        "Content-Encoding": "zstd",
        "Accept-Encoding": "identity",
    }
    done = []
    with requests.Session() as line:
        for body in bodies:
            begun = time.perf_counter()
            answer = line.post(f"{url}/v1/ops", data=body, headers=headers, timeout=120)
            took = time.perf_counter() - begun
            taken = msgspec.json.decode(answer.content, type=OpsAnswer) if answer.ok else None
            whole = taken is not None and all(r.status == "accepted" for r in taken.results)
            done.append(Delivered(took, whole))
    return done


def test_that_fifty_laptops_deliver_at_once_without_an_error(yard: Yard) -> None:
    loads = []
    for n in range(_LAPTOPS):
        laptop = Laptop(f"laptop-{n}")
        yard.office.enrol(laptop)
        sealed = visits(laptop, yard.office.homes[0], _EACH * BATCH, 4000)
        sent = [document(canonical(visit)) for visit in sealed]
        bodies = [compress(canonical(Ops(tuple(batch)))) for batch in batches(sent)]
        loads.append((token_of(yard.central, laptop), bodies))
    with two_workers(yard.place) as process, ThreadPoolExecutor(_LAPTOPS) as pool:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        requests.get(f"{url}/health", timeout=30).raise_for_status()
        begun = time.perf_counter()
        done = [one for some in pool.map(lambda load: _deliver(url, *load), loads) for one in some]
        wall = time.perf_counter() - begun
        process.communicate()
    took = sorted(one.seconds for one in done)
    records = _LAPTOPS * _EACH * BATCH
    _tell(
        f"{_LAPTOPS} laptops at once, {records} records of 4 KB in {len(done)} batches of {BATCH} "
        f"over HTTP, {_CORES} processes: {records / wall:.0f} records/s, a batch takes "
        f"{statistics.median(took):.2f} s, p99 {took[int(len(took) * 0.99)]:.2f} s, no error"
    )
    assert all(one.whole for one in done)
    assert len(done) == _LAPTOPS * _EACH
