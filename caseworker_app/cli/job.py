"""``caseworker job``: the office's long work, asked for, followed, stopped, and done."""

import argparse
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from caseworker_app.cli import output, spreadsheet
from caseworker_app.cli.findings import check_ending
from caseworker_app.cli.place import ADMINISTRATOR, configuration, existing
from caseworker_app.errors import OutsideError, UserError
from caseworker_app.model.codes import JobKind
from caseworker_app.model.values import CHINA
from caseworker_app.server import jobs, registers
from caseworker_app.server.central import Central, address_of, open_central
from caseworker_app.server.database import is_embedded
from caseworker_app.server.jobs import Job
from caseworker_app.server.lock import only_process

_PAUSE_SECONDS, _GRACE_SECONDS = 1.0, 3.0
_TRIES = 10
_WORK = "work"


def run(wanted: argparse.Namespace) -> int:
    """Do what was asked about jobs; with ``work`` do jobs until standard input closes."""
    if wanted.what == _WORK:
        _work(wanted)
    central = open_central(existing(wanted))
    try:
        told = _act(central, wanted)
    finally:
        central.close()
    if wanted.json:
        output.document({"jobs": [_document(one) for one in told]})
        return 0
    for one in told:
        for line in _lines(one, whole=wanted.what == "show"):
            output.say(line)
    if not told:
        output.say("没有任务。")
    return 0


@contextmanager
def beside(wanted: argparse.Namespace) -> Iterator[None]:
    """Let a process of its own do jobs while the block lasts; it ends when this one does."""
    named = (("--database", wanted.database), ("--files", wanted.files), ("--keys", wanted.keys))
    words = [word for name, value in named if value for word in (name, str(value))]
    command = [sys.executable, "-m", "caseworker_app", "job", _WORK, *words]
    worker = subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603  # our own program
    try:
        yield
    finally:
        worker.communicate()


def _act(central: Central, wanted: argparse.Namespace) -> tuple[Job, ...]:
    if wanted.what == "list":
        return jobs.listed(central)
    name: str = getattr(wanted, "job", "")
    if wanted.what == "import":
        name = jobs.ask(central, JobKind.IMPORT, _list(wanted), ADMINISTRATOR)
    elif wanted.what == "compare":
        name = jobs.ask(central, JobKind.COMPARE, _comparison(wanted), ADMINISTRATOR)
    elif wanted.what == "stop":
        jobs.stop(central, name, ADMINISTRATOR)
    elif wanted.what == "again":
        name = jobs.again(central, name, ADMINISTRATOR)
    return (jobs.get(central, name),)


def _list(wanted: argparse.Namespace) -> dict[str, str]:
    for path in filter(None, (wanted.file, wanted.mapping)):
        if not path.is_file():
            raise UserError(f"没有文件 {path}，没有安排任务。请核对文件名。")
    return {
        "file": str(wanted.file.resolve()),
        "kind": wanted.kind,
        "mapping": str(wanted.mapping.resolve()) if wanted.mapping else "",
        "department": wanted.department,
        "as_of": wanted.as_of.isoformat() if wanted.as_of else "",
    }


def _comparison(wanted: argparse.Namespace) -> dict[str, str]:
    check_ending(wanted.out)
    spreadsheet.check_place(wanted.out, ())
    return {"out": str(wanted.out.resolve()), "as_of": wanted.as_of.isoformat()}


def _work(wanted: argparse.Namespace) -> NoReturn:
    from caseworker_app.cli.job_work import WORKS  # noqa: PLC0415  # reads spreadsheets, compares

    place, over = configuration(wanted), threading.Event()
    threading.Thread(target=_wait_for_end, args=(over,), daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server's end is ours
    with suppress(AttributeError, OSError):
        os.nice(5)  # who answers the laptops goes first
    with _alone(place.folder / "jobs", over):
        central = open_central(place)
        try:
            alone = is_embedded(address_of(place))
            _bury(central, even_if_lively=alone)  # nobody else does jobs there
            while not over.is_set():
                if not jobs.do_next(central, WORKS):
                    over.wait(_PAUSE_SECONDS)
                    _bury(central)
        finally:
            central.close()
    os._exit(0)  # what waits for the end of input would hold an orderly exit back


def _bury(central: Central, *, even_if_lively: bool = False) -> None:
    """Leave nothing of what was broken off."""
    for name in jobs.bury(central, even_if_lively=even_if_lively):
        registers.throw_away(central, name)


@contextmanager
def _alone(folder: Path, over: threading.Event) -> Iterator[None]:
    """Do jobs as the only process of a folder; the one of a server just ended lets go soon."""
    for last in (*[False] * _TRIES, True):
        with ExitStack() as held:
            try:
                held.enter_context(only_process(folder))
            except OutsideError:
                if last or over.wait(_PAUSE_SECONDS):
                    raise
                continue
            yield
            return


def _wait_for_end(over: threading.Event) -> None:
    """End with who started this; what is being done may have some seconds to be done."""
    sys.stdin.buffer.read()
    over.set()
    time.sleep(_GRACE_SECONDS)
    os._exit(0)  # half of it is nowhere, and the next one tells that it was broken off


def _lines(one: Job, *, whole: bool) -> Iterator[str]:
    share = f" {one.done:,}/{one.total:,}" if one.total else ""
    what = Path(one.said.get("file", "")).name
    yield f"{one.id}  {one.kind.zh}{what and f'（{what}）'}  {one.state.zh}{share}"
    if whole:
        times = (("安排", one.asked), ("开始", one.started), ("结束", one.ended))
        yield "  " + "，".join(f"{word} {_instant(at)}" for word, at in times if at)
    if one.outcome:
        yield f"  {one.outcome}"
    if one.refused:
        yield f"  退回的行已写到 {one.refused}，可以发还部门改正后重新导入。"


def _document(one: Job) -> dict[str, object]:
    times = {name: _instant(getattr(one, name)) for name in ("asked", "started", "ended")}
    plain = {name: getattr(one, name) for name in ("id", "by", "done", "total", "outcome")}
    return {**plain, **times, "kind": one.kind.value, "state": one.state.value,
            "said": dict(one.said), "refused_file": one.refused or None}  # fmt: skip


def _instant(at: int) -> str:
    return (
        f"{datetime.fromtimestamp(at / 1000, UTC).astimezone(CHINA):%Y-%m-%d %H:%M}" if at else ""
    )
