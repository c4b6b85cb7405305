"""What the office does of itself, in a thread of its own, once the laptop has its answer."""

import logging
import threading
import time

from sqlalchemy.exc import SQLAlchemyError

from caseworker_app.errors import CaseworkError
from caseworker_app.server import countersigning
from caseworker_app.server.central import Central

_LOG = logging.getLogger(__name__)
_PAUSE_SECONDS, _LONGEST_SECONDS = 2.0, 60.0
"""For how long nothing must be delivered before it begins, and how long it waits for that."""


class Afterwards:
    """Countersigns what is complete; how far it is is a row, so that no end interrupts it."""

    def __init__(self, central: Central, pause: float = _PAUSE_SECONDS) -> None:
        self._central = central
        self._pause = pause
        self._waiting = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._work, name="afterwards")

    def begin(self) -> None:
        """Go on where the process before this one ended."""
        self.wake()
        self._thread.start()

    def wake(self) -> None:
        """Say that there may be something to do."""
        self._waiting.set()

    def end(self) -> None:
        """Return once it has stopped, after at most a few papers."""
        self._over.set()
        self._waiting.set()
        if self._thread.is_alive():
            self._thread.join()

    def _work(self) -> None:
        while not self._over.is_set():
            self._waiting.wait()
            self._let_deliveries_pass()
            try:
                while not self._over.is_set() and countersigning.catch_up(self._central):
                    pass
            except (CaseworkError, SQLAlchemyError, OSError) as error:
                _LOG.info("papers wait: %s", type(error).__name__)

    def _let_deliveries_pass(self) -> None:
        latest = time.monotonic() + _LONGEST_SECONDS
        while self._waiting.is_set() and time.monotonic() < latest:
            self._waiting.clear()
            self._over.wait(self._pause)
