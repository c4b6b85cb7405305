"""The office of the demonstration: a server's folder filled with the township, and the server.

The server is the real one, a process of its own on a free port of this machine; it stops when
its standard input closes, so it never outlives whoever started it.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TypeAlias

from caseworker_app.demo import clock, finding
from caseworker_app.demo.values import Township
from caseworker_app.errors import OutsideError
from caseworker_app.model.codes import OfficeRole, Tier
from caseworker_app.model.region import common
from caseworker_app.rules.rights import Post
from caseworker_app.server import assignments, enrolment, households, registers
from caseworker_app.server.central import Central, Configuration, open_central

Serving: TypeAlias = Callable[[Path], AbstractContextManager[str]]
"""Runs a server on a folder and gives its address."""

_WEEKS = 12
_SUPERVISOR = "supervisor"
_SLIP = "slip.txt"
_ADDRESS = "address "
_SERVER = "caseworker_app.demo.server"
_TRIES = 20
_PAUSE_SECONDS = 0.25


def prepare(folder: Path, township: Township) -> str:
    """Fill the office's folder once and return the enrolment slip for the laptop.

    May be broken off anywhere and called again.
    """
    note = folder / _SLIP
    if note.exists():
        return note.read_text("utf-8")
    central = open_central(Configuration(folder), clock.instant)
    try:
        first = township.staff[0]
        area = common(unit.household.region for unit in township.households)
        post = Post(OfficeRole.CASEWORKER, area[: Tier.TOWNSHIP])
        enrolment.put_person(central, first.id, first.name, first.unit, post)
        _load(central, township)
        slip = str(enrolment.make_slip(central, first.id, _SUPERVISOR))
    finally:
        central.close()
    fresh = note.with_suffix(".new")
    fresh.write_text(slip, "utf-8")
    fresh.rename(note)
    return slip


def _load(central: Central, township: Township) -> None:
    dossiers = (
        households.Dossier(unit.household, unit.declaration, unit.records)
        for unit in township.households
    )
    households.load_township(central, dossiers, _SUPERVISOR)
    for dataset, rows in finding.rows(township):
        registers.load(central, dataset, rows, _SUPERVISOR)
    order = assignments.Order(
        person=township.staff[0].id,
        since=township.day,
        until=township.day + timedelta(weeks=_WEEKS),
        why="年度复核",
        by=_SUPERVISOR,
    )
    assignments.assign_all(central, [u.household.id for u in township.households], order)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Run the server on the folder and yield its address; stop it on the way out."""
    server, address = _start(folder)
    try:
        yield address
    finally:
        server.communicate()


def _start(folder: Path) -> "tuple[subprocess.Popen[str], str]":
    """Start the server; one of a day just broken off may need a moment to let the folder go."""
    command = [sys.executable, "-m", _SERVER, str(folder)]
    last = ""
    for _ in range(_TRIES):
        server = subprocess.Popen(  # noqa: S603  # our own program
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        line = server.stdout.readline() if server.stdout else ""
        if line.startswith(_ADDRESS):
            return server, line.removeprefix(_ADDRESS).strip()
        last = server.communicate()[1]
        time.sleep(_PAUSE_SECONDS)
    raise OutsideError(f"演示服务器没有启动成功：{last.strip()}")
