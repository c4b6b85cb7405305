"""Laptop and office as processes of their own, to be killed with no warning."""

import os
import signal
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from caseworker_app.errors import CaseworkError
from caseworker_app.server.central import Configuration
from caseworker_app.server.run import serve
from caseworker_app.workflow import delivery, enrolment, session

PASSPHRASE = "云溪演示2026"  # noqa: S105  # of invented people
_PAUSE_SECONDS = 0.02
_PROCESSES = get_context("forkserver")
_PROCESSES.set_forkserver_preload([__name__])


def be_office(folder: Path, port: int) -> None:
    """Serve until killed; the one before may need a moment to let the folder go."""
    while True:
        try:
            serve(Configuration(folder, port=port), lambda _: None)
        except CaseworkError:
            time.sleep(_PAUSE_SECONDS)


def be_laptop(folder: Path, address: str) -> None:
    """Deliver until all is receipted."""
    ws = session.unlock(folder, PASSPHRASE)
    if ws.enrolled().address != address:
        ws = enrolment.moved(ws, address)
    while not _delivered(lambda: delivery.deliver(ws, lambda _: None)):
        time.sleep(_PAUSE_SECONDS)
    session.lock(ws)


def _delivered(deliver: Callable[[], object]) -> bool:
    try:
        deliver()
    except CaseworkError:
        return False
    return True


class Mortal:
    """A process that is started again after each death."""

    def __init__(
        self, be: Callable[[Path, int], None] | Callable[[Path, str], None], *args: object
    ) -> None:
        self._be = be
        self._args = args
        self._process = self._start()
        self.ends = 0
        """How often it came to its own end."""

    def _start(self) -> BaseProcess:
        process = _PROCESSES.Process(target=self._be, args=self._args)
        process.start()
        return process

    def revive(self) -> None:
        if not self._process.is_alive():
            assert self._process.exitcode in (0, -signal.SIGKILL), "see standard error"
            self.ends += self._process.exitcode == 0
            self._process = self._start()

    def kill(self) -> None:
        if self._process.is_alive():
            os.kill(self._process.pid or 0, signal.SIGKILL)
        self._process.join()

    def end(self, seconds: float) -> None:
        """Wait for its own end."""
        self._process.join(seconds)
        assert self._process.exitcode == 0
