"""Spark alone and on a cluster of two workers brings the same rows as DuckDB."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

import pytest

from caseworker_app.demo.township import make_township
from caseworker_app.intake.pack_file import shipped
from caseworker_app.server.matching import Extracts
from tests.server.matching.extracts import brought, raised, spooled

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(900)]

DAY = date(2026, 3, 10)
_HOUSEHOLDS = 3_200
"""A city's at 1/50."""
_WORKERS = 2
_START_SECONDS = 120


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Extracts:
    made = make_township(_HOUSEHOLDS, 5, today=DAY).households
    cases = [(unit.declaration, unit.records) for unit in made]
    extracts = spooled(tmp_path_factory.mktemp("town"), cases, DAY)
    assert brought(extracts, shipped(), DAY, "duckdb") == raised(cases, shipped(), DAY)
    return extracts


def test_that_spark_on_this_machine_finds_what_duckdb_finds(town: Extracts) -> None:
    found = brought(town, shipped(), DAY, "spark")

    assert found == brought(town, shipped(), DAY, "duckdb")


def test_that_a_cluster_of_two_workers_finds_the_same(
    town: Extracts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _cluster(tmp_path) as master:
        monkeypatch.setenv("SPARK_MASTER", master)
        found = brought(town, shipped(), DAY, "spark")

    assert found == brought(town, shipped(), DAY, "duckdb")
    applications = list((tmp_path / "work").iterdir())
    assert len(list(applications[0].iterdir())) == _WORKERS


@contextmanager
def _cluster(folder: Path) -> Iterator[str]:
    """Run a master and its workers on loopback for the length of a block."""
    import pyspark  # noqa: PLC0415  # there only for make cluster

    port, home = _free_port(), Path(pyspark.__file__).parent
    master = f"spark://127.0.0.1:{port}"
    with ExitStack() as stack:
        log = stack.enter_context((folder / "cluster.log").open("w"))

        def run(*words: str) -> None:
            process = subprocess.Popen(
                [home / "bin" / "spark-class", *words],
                env={**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable},
                stdout=log,
                stderr=log,
            )
            stack.callback(process.wait)
            stack.callback(process.terminate)

        of_master = ("--host", "127.0.0.1", "--port", str(port), "--webui-port", "0")
        run("org.apache.spark.deploy.master.Master", *of_master)
        for _ in range(_WORKERS):
            of_worker = (
                "--host",
                "127.0.0.1",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--webui-port",
                "0",
            )
            work = ("--work-dir", str(folder / "work"))
            run("org.apache.spark.deploy.worker.Worker", *of_worker, *work, master)
        _wait(folder / "cluster.log", "Registering worker", _WORKERS)
        yield master


def _wait(log: Path, words: str, times: int) -> None:
    end = time.monotonic() + _START_SECONDS
    while log.read_text("utf-8").count(words) < times:
        assert time.monotonic() < end, log.read_text("utf-8")
        time.sleep(0.2)


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
