"""The office's long work beside a real server: asked for, followed, stopped, never half done."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from caseworker_app.cli.main import main
from caseworker_app.model.codes import Dataset
from caseworker_app.server import registers
from caseworker_app.server.central import Configuration, open_central
from tests.server.conftest import fill

_HEAD = ("号牌号码", "车辆识别代号", "所有人", "所有人身份号码", "数据日期")
_SECONDS = 60.0
Jobs = Callable[..., list[dict[str, object]]]


def _vin(number: int) -> str:
    return f"LSVAA49J132{number:06d}"


class Place:
    """An office's folder, and lists for it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.office = folder, folder / "office"
        self.words = ["--files", str(self.office)]
        central = open_central(Configuration(self.office))
        self.head = fill(central)[0].household.head.id_number
        central.close()

    def cars(self, sound: int, broken: int = 0) -> Path:
        path = self.folder / "车辆.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(_HEAD)
            for n in range(sound):
                rows.writerow((f"浙A{n:05d}", _vin(n), "户主", self.head, "2026-11-01"))
            for _ in range(broken):
                rows.writerow(("浙A7K21Q", _vin(0), "户主", "不是号码", "2026-11-01"))
        return path

    def registered(self) -> int:
        central = open_central(Configuration(self.office))
        with central.database.read() as connection:
            count = sum(1 for _ in registers.every(connection, Dataset.VEHICLE))
        central.close()
        return count

    @contextmanager
    def server(self) -> Iterator["subprocess.Popen[str]"]:
        words = ["serve", *self.words, "--port", "0", "--until-input-closes"]
        command = [sys.executable, "-m", "caseworker_app", *words]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as server:
            assert server.stdout
            assert server.stdout.readline().startswith("address ")
            yield server
            server.communicate()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def job(place: Place, capsys: pytest.CaptureFixture[str]) -> Jobs:
    def run(*words: str) -> list[dict[str, object]]:
        capsys.readouterr()
        assert main(["job", *words, *place.words, "--json"]) == 0
        found: list[dict[str, object]] = json.loads(capsys.readouterr().out)["jobs"]
        return found

    return run


def ended(job: Jobs, name: object) -> dict[str, object]:
    """Wait until a job has ended and return it."""
    until = time.monotonic() + _SECONDS
    while True:
        (found,) = job("show", str(name))
        if found["state"] not in {"queued", "running"}:
            return found
        assert time.monotonic() < until, found
        time.sleep(0.2)


def test_that_a_list_is_taken_in_beside_the_server_and_its_bad_rows_go_back(
    place: Place, job: Jobs, capsys: pytest.CaptureFixture[str]
) -> None:
    (asked,) = job("import", str(place.cars(50, broken=2)), "--kind", "vehicles")
    assert asked["state"] == "queued"
    with place.server():
        found = ended(job, asked["id"])
        said = ["--out", str(place.folder / "差异.csv"), "--as-of", "2026-11-23"]
        compared = ended(job, job("compare", *said)[0]["id"])

    assert found["state"] == "done", found
    assert found["outcome"] == "车辆.csv：共 52 行，收下 50 行，退回 2 行；登记库新增或更新 50 条。"
    assert Path(str(found["refused_file"])).name == "车辆_退回.xlsx"
    assert Path(str(found["refused_file"])).exists()
    assert place.registered() == 50
    assert compared["state"] == "done", compared
    assert str(compared["outcome"]).startswith("比对 2 户，有差异的家庭 1 户")
    assert (compared["done"], compared["total"]) == (2, 2)
    assert "CL" in (place.folder / "差异.csv").read_text("utf-8-sig")
    assert main(["job", "list", *place.words]) == 0
    assert "全部家庭比对  已完成 2/2" in capsys.readouterr().out


def test_that_nothing_is_half_taken_where_the_server_dies_and_the_job_is_told_as_broken_off(
    place: Place, job: Jobs
) -> None:
    (asked,) = job("import", str(place.cars(60_000)), "--kind", "vehicles")
    with place.server() as server:
        until = time.monotonic() + _SECONDS
        while time.monotonic() < until and job("show", asked["id"])[0]["state"] != "running":
            time.sleep(0.05)
        time.sleep(0.3)  # some of the rows are laid aside by now, and far from all
        os.kill(server.pid, signal.SIGKILL)
    assert place.registered() == 0
    with place.server():
        found = ended(job, asked["id"])
        again = ended(job, job("again", str(asked["id"]))[0]["id"])

    assert found["state"] == "interrupted", found
    assert again["state"] == "done", again
    assert place.registered() == 60_000


def test_that_what_cannot_be_is_said_before_anything_is_queued(
    place: Place, job: Jobs, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (
        ("import", str(place.folder / "没有.csv"), "--kind", "vehicles"),
        ("compare", "--out", str(place.folder / "差异.doc"), "--as-of", "2026-11-23"),
        ("show", "nothing"),
    ):
        assert main(["job", *words, *place.words]) == 1
        assert capsys.readouterr().err.strip().endswith("。")
    assert job("list") == []
    (asked,) = job("import", str(place.cars(1)), "--kind", "vehicles")
    (stopped,) = job("stop", str(asked["id"]))
    assert stopped["state"] == "stopped"
