"""Delivering the same work as others do: a bare POST of the bytes, Anki, PouchDB.

1,000 records of 4 KB and 1,000 PDFs of 80 KB over loopback; over a poor line (300 ms, 1 Mbit/s,
2 % lost) all at once, each on a line of its own, with a tenth of the PDFs, for the bare POST of
all of them takes half an hour: ``CASEWORKER_BENCH=whole`` takes them all. Ratios to the POST.
"""

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from caseworker_app.demo import laptop
from caseworker_app.demo.clock import DemoClock
from caseworker_app.server.central import Configuration, open_central
from caseworker_app.server.run import running
from caseworker_app.server.verify import agreement
from caseworker_app.workflow import delivery, enrolment, outgoing, session
from tests.bench import load, poor_line
from tests.bench.poor_line import FAR, Line, line
from tests.sync.lines import counting, cutting

pytestmark = [pytest.mark.bench, pytest.mark.timeout(7200)]

_ROOT = Path(__file__).parents[2]
_ANKI = _ROOT / ".venv-anki/bin/python"
_POUCH = _ROOT / "tests/bench/pouch"
_ALL = 1000
_POOR = _ALL if os.environ.get("CASEWORKER_BENCH") == "whole" else _ALL // 10
"""PDFs, each with its record, over the poor line."""
_OURS, _RAW, _RIVAL_ANKI, _RIVAL_POUCH = "ours", "bare POST", "Anki", "PouchDB"
_GAVE_UP = '{"seconds": Infinity, "processor": 0}'
"""What is told of a rival that the poor line was too poor for."""
_PREPARE, _SERVE, _SEND = "prepare", "serve", "send"
_WITH_FILES, _ALONE = 0.40, 0.20
"""Of a bare POST on the poor line."""
_ROUND_TRIPS, _AGAIN, _NOTHING_NEW = 100, 1.05, 1024
_LOOPBACK = 8
"""Of Anki's time: it is written in Rust and seals, signs, logs and flushes nothing."""


class Contender(NamedTuple):
    """How to begin what delivers, and what takes it."""

    name: str
    command: Callable[[str], Sequence[str]]
    """By what it is to do."""
    prepares: bool
    absent: str = ""
    """Why it cannot be measured here."""


class Taken(NamedTuple):
    """What a delivery took."""

    seconds: float
    processor: float
    """Of whoever sent, in seconds."""
    theirs: float
    """Of whoever took it."""
    carried: Mapping[str, int]
    """Over the line, where it is a poor one."""


def _module(name: str, python: str = sys.executable) -> Callable[[str], Sequence[str]]:
    return lambda what: (python, "-m", f"tests.bench.{name}", what)


def _script(what: str) -> Sequence[str]:
    return ("node", f"{_POUCH}/serve.js") if what == _SERVE else ("node", f"{_POUCH}/send.js", what)


def _contenders() -> tuple[Contender, ...]:
    no_anki = "" if _ANKI.exists() else "not in .venv-anki, see make bench"
    has_pouch = (_POUCH / "node_modules").exists() and shutil.which("node") is not None
    no_pouch = "" if has_pouch else "no node or not installed, see make bench"
    return (
        Contender(_RAW, _module("deliver_raw"), prepares=False),
        Contender(_OURS, _module("deliver_ours"), prepares=True),
        Contender(_RIVAL_ANKI, _module("deliver_anki", str(_ANKI)), prepares=False, absent=no_anki),
        Contender(_RIVAL_POUCH, _script, prepares=True, absent=no_pouch),
    )


@contextmanager
def _work(folder: Path, count: int, *, files: bool) -> Iterator[Path]:
    place = folder / f"load-{count}-{files}"
    load.make(place, count, files=files)
    yield place
    shutil.rmtree(place)


@contextmanager
def _begun(command: Sequence[str]) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(
        command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _heard(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _processor(pid: int) -> float:
    """Return the seconds of a processor a process took so far."""
    stat = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return sum(map(int, stat[11:13])) / os.sysconf("SC_CLK_TCK")


def _deliver(contender: Contender, work: Path, place: Path, over: Line | None) -> Taken:
    """Let one deliver the work, on this machine or over a line that is poor meanwhile."""
    place.mkdir()
    near, far, host = (over.near, over.far, FAR) if over else ((), (), "127.0.0.1")
    if contender.prepares:
        prepare = [*contender.command(_PREPARE), str(place), str(work)]
        subprocess.run(prepare, cwd=_ROOT, check=True)
    serve = [*far, *contender.command(_SERVE), host, str(place)]
    with _begun(serve) as server:
        url = _heard(server)
        send = [*near, *contender.command(_SEND), url, str(place), str(work)]
        with _begun(send) as sender:
            assert _heard(sender) == "ready"
            if over:
                over.become_poor()
            before = _processor(server.pid)
            assert sender.stdin is not None
            sender.stdin.write("go\n")
            sender.stdin.flush()
            told = json.loads(_heard(sender) or _GAVE_UP)
            theirs = _processor(server.pid) - before
            carried = over.carried() if over else {}
            assert sender.wait(60) == 0 or contender.name not in (_OURS, _RAW)
    shutil.rmtree(place)
    return Taken(told["seconds"], told["processor"], theirs, carried)


def _over_poor_lines(work: Path, folder: Path) -> dict[str, Taken]:
    """Let all deliver at once, each over a line of its own."""
    there = [contender for contender in _contenders() if not contender.absent]
    with ExitStack() as stack, ThreadPoolExecutor(len(there)) as pool:
        lines = [stack.enter_context(line(f"b{n}", n + 1)) for n in range(len(there))]
        places = [folder / f"at-{n}" for n in range(len(there))]
        taken = pool.map(_deliver, there, [work] * len(there), places, lines)
        return dict(zip((one.name for one in there), taken, strict=True))


def _tell(title: str, work: Path, taken: Mapping[str, Taken]) -> None:
    print(f"\n{title}: {load.size(work) / 1e6:.1f} MB of records and files")  # noqa: T201  # the figures
    raw = taken[_RAW].seconds
    for name, one in taken.items():
        said = f"  {name:9} {one.seconds:8.2f} s, {one.seconds / raw:6.2f} of a bare POST"
        used = f"processor {one.processor:.2f} s + {one.theirs:.2f} s at the server"
        wire = "".join(
            f", {one.carried[way] / 1e6:.2f} MB {way}" for way in ("up", "down") if one.carried
        )
        turns = "".join(
            f", {one.carried[what]} {what}" for what in ("turns", "connections") if one.carried
        )
        print(f"{said}, {used}{wire}{turns}")  # noqa: T201  # likewise
    for contender in _contenders():
        if contender.absent:
            print(f"  {contender.name}: left out, {contender.absent}")  # noqa: T201  # likewise


@pytest.mark.parametrize("files", [True, False], ids=["with PDFs", "records alone"])
def test_that_a_delivery_over_loopback_keeps_up(tmp_path: Path, *, files: bool) -> None:
    with _work(tmp_path, _ALL, files=files) as work:
        taken = {
            one.name: _deliver(one, work, tmp_path / "at", None)
            for one in _contenders()
            if not one.absent
        }
        _tell(f"Loopback, {_ALL} records{' and PDFs' if files else ''}", work, taken)
    if files and _RIVAL_ANKI in taken:
        assert taken[_OURS].seconds < _LOOPBACK * taken[_RIVAL_ANKI].seconds


@pytest.mark.skipif(bool(poor_line.why_not()), reason=poor_line.why_not())
@pytest.mark.parametrize(
    ("count", "files", "most"),
    [(_POOR, True, _WITH_FILES), (_ALL, False, _ALONE)],
    ids=["with PDFs", "records alone"],
)
def test_that_a_poor_line_is_filled(
    tmp_path: Path, count: int, *, files: bool, most: float
) -> None:
    with _work(tmp_path, count, files=files) as work:
        taken = _over_poor_lines(work, tmp_path)
        _tell(f"Poor line, {count} records{' and PDFs' if files else ''}", work, taken)
    assert taken[_OURS].seconds <= most * taken[_RAW].seconds


def _go(place: Path, address: str) -> None:
    """Deliver once over an address."""
    ws = session.unlock(place / "laptop", laptop.PASSPHRASE, DemoClock())
    ws = enrolment.moved(ws, address)
    try:
        delivery.deliver(ws, lambda _: None)
        assert outgoing.status(ws).waiting == 0
    finally:
        session.lock(ws)


def test_that_a_thousand_records_take_a_hundred_round_trips_and_resets_cost_little(
    tmp_path: Path,
) -> None:
    kept, place = tmp_path / "kept", tmp_path / "calm"
    with _work(tmp_path, _ALL, files=True) as work:
        command = [*_module("deliver_ours")(_PREPARE), str(kept), str(work)]
        subprocess.run(command, cwd=_ROOT, check=True)
    shutil.copytree(kept, place)
    with running(Configuration(place / "server")) as server:
        with counting(server.url) as calm:
            _go(place, calm.address)
        with counting(server.url) as quiet:
            _go(place, quiet.address)
    drawn, passed = random.Random(1), list[int]()
    budgets = [drawn.randrange(1_000_000, 3_000_000) for _ in range(1000)]
    with (
        running(Configuration(kept / "server")) as server,
        cutting(server.url, budgets, passed) as resetting,
    ):
        _go(kept, resetting)
    again = sum(passed) / calm.up
    print(  # noqa: T201  # the figures
        f"\n{_ALL} records and PDFs: {calm.asked} round trips, {calm.up / 1e6:.2f} MB up, "
        f"{calm.down / 1e3:.0f} KB down; reset every 1 to 3 MB ({_ALL - len(budgets)} "
        f"connections): {again:.3f} of those bytes; nothing new: {quiet.asked} round trip, "
        f"{quiet.up + quiet.down} bytes"
    )
    assert calm.asked <= _ROUND_TRIPS
    assert quiet.asked == 1
    assert quiet.up + quiet.down < _NOTHING_NEW
    assert again <= _AGAIN
    _assert_whole(kept)


def _assert_whole(place: Path) -> None:
    """Ask both sides, hash by hash."""
    central = open_central(Configuration(place / "server"))
    ws = session.unlock(place / "laptop", laptop.PASSPHRASE, DemoClock())
    try:
        there = [tuple(row) for row in agreement(central, ws.device.id)]
        assert there == [tuple(row) for row in outgoing.held(ws)]
        assert len(there) == _ALL
    finally:
        session.lock(ws)
        central.close()
