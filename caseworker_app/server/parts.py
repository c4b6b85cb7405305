"""Large files on their way in: what came of each so far, on this machine's disk.

They end in the store of files, wherever that is, once they are whole and have the right hash. What
is torn by a loss of power is found by the hash and begun anew.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from caseworker_app.server import blobs
from caseworker_app.server.central import Central
from caseworker_app.server.lock import hold
from caseworker_app.server.rights import Caller
from caseworker_app.wire.part import HEAD_SIZE, MAX_UNFINISHED, Place, read_head
from caseworker_app.wire.problem import ProblemError, ProblemType

_OLD_SECONDS = 14 * 86_400
_FLUSH = 256 << 10
"""Bytes that are written together."""


def offset(central: Central, caller: Caller, sha: str, size: int) -> int:
    """Return how much of a file is here; raises ``ProblemError`` where nobody asked for it."""
    _require_asked_for(central, caller, sha)
    with central.database.read() as connection:
        if blobs.have(connection, caller.device, [sha]) == "1":
            return size
    _clear(central)
    path = _path(central, caller, sha)
    return path.stat().st_size if path.exists() else 0


class Arriving:
    """One request's bytes, from its head on."""

    def __init__(self, central: Central, caller: Caller) -> None:
        self._central = central
        self._caller = caller
        self._waiting = bytearray()
        self._place: Place | None = None
        self._here = 0
        self._is_over = False
        """It failed, or the file is whole."""

    def feed(self, piece: bytes) -> bool:
        """Take bytes; tell whether there are enough of them to be kept now."""
        self._waiting += piece
        return len(self._waiting) >= _FLUSH

    def keep(self) -> int:
        """Write what waits; return how much of the file is here.

        Names the file when it is whole. Raises ``ProblemError`` for bytes that do not follow on
        those that are here, that are too many, or that turn out to be another file.
        """
        if self._is_over:  # what failed, or is whole, takes no more
            return self._here
        self._is_over = True
        if self._place is None:
            if len(self._waiting) < HEAD_SIZE:
                raise ProblemError(ProblemType.MALFORMED, "a part without its head")
            self._place = self._begun(read_head(bytes(self._waiting[:HEAD_SIZE])))
            self._here = self._place.offset
            del self._waiting[:HEAD_SIZE]
        taken, self._waiting = self._waiting, bytearray()
        place, path = self._place, _path(self._central, self._caller, self._place.sha)
        if self._here + len(taken) > place.size:
            raise ProblemError(ProblemType.TOO_LARGE, "more bytes than the file has")
        with _at_the_end(path, self._here) as file:
            file.write(taken)
            file.flush()
            self._here += len(taken)
            if self._here == place.size:
                os.fsync(file.fileno())
        if self._here == place.size:
            _finish(self._central, path, place)
        else:
            self._is_over = False
        return self._here

    def _begun(self, place: Place) -> Place:
        _require_asked_for(self._central, self._caller, place.sha)
        path = _path(self._central, self._caller, place.sha)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        others = sum(one.stat().st_size for one in path.parent.iterdir() if one != path)
        if others + place.size > MAX_UNFINISHED:
            raise ProblemError(ProblemType.TOO_LARGE, "too much begun and not ended")
        return place


@contextmanager
def _at_the_end(path: Path, place: int) -> Iterator[BinaryIO]:
    """Open a part alone; raises ``ProblemError`` where it does not end at a place."""
    with path.open("ab") as file:
        try:
            hold(file)
        except OSError as error:
            raise ProblemError(ProblemType.BUSY, "the same file comes twice at once") from error
        if file.tell() != place:
            raise ProblemError(ProblemType.OFFSET, f"at {file.tell()}, not {place}")
        yield file


def _finish(central: Central, path: Path, place: Place) -> None:
    with path.open("rb") as file:
        name = f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
    if name != place.sha:
        path.unlink()
        raise ProblemError(ProblemType.DIGEST_MISMATCH, "the whole file has another hash")
    central.files.adopt(place.sha, path)
    with central.database.write() as connection:
        blobs.name(connection, [(place.sha, place.size)])


def _require_asked_for(central: Central, caller: Caller, sha: str) -> None:
    with central.database.read() as connection:
        if sha not in blobs.needed(connection, caller.device, [sha]):
            raise ProblemError(ProblemType.NOT_FOUND, "no operation names this file")


def _path(central: Central, caller: Caller, sha: str) -> Path:
    """Return where a part lies: a laptop's own, for it may hold less than it says."""
    owner = hashlib.sha256(caller.device.encode()).hexdigest()
    return central.parts / owner / sha.removeprefix("sha256:")


def _clear(central: Central) -> None:
    """Remove what nobody went on with for two weeks."""
    latest = central.clock() / 1000 - _OLD_SECONDS
    for path in central.parts.glob("*/*"):
        with suppress(FileNotFoundError):  # it was ended meanwhile
            if path.stat().st_mtime < latest:
                path.unlink()
