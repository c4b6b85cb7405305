"""How the server is: for whoever watches it, with nothing in it about anybody."""

import threading

import msgspec
from sqlalchemy.exc import SQLAlchemyError

from caseworker_app import __version__
from caseworker_app.errors import OutsideError
from caseworker_app.server import counters
from caseworker_app.server.central import DURABLE, EPOCH, Central, fact

_FRESH_MS = 5000


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """``/health``; 503 unless database and files are both well."""

    version: str
    database: bool
    """It answers."""
    files: bool
    """Something could be written beside them."""
    epoch: str = ""
    completed: int = 0
    """Operations that are here with all their files."""
    durable: int = 0
    """Of those, the ones that are in a verified backup too."""

    @property
    def is_well(self) -> bool:
        return self.database and self.files


class Watch:
    """Looks again after five seconds at the earliest, however often it is asked."""

    def __init__(self, central: Central) -> None:
        self._central = central
        self._turn = threading.Lock()
        self._found: tuple[int, Health] | None = None

    def look(self) -> Health:
        with self._turn:
            now = self._central.clock()
            if self._found is None or now - self._found[0] > _FRESH_MS:
                self._found = now, examine(self._central)
            return self._found[1]


def examine(central: Central) -> Health:
    """Return how the server is now."""
    try:
        central.files.check()
        files = True
    except OutsideError:
        files = False
    try:
        with central.database.read() as connection:
            return Health(
                version=__version__,
                database=True,
                files=files,
                epoch=fact(connection, EPOCH),
                completed=counters.last(connection, counters.DONE),
                durable=int(fact(connection, DURABLE)),
            )
    except (SQLAlchemyError, OutsideError):
        return Health(version=__version__, database=False, files=files)
