"""Files a laptop hands over, by the line or on a stick: to the disk, then on the list."""

from caseworker_app.server import blobs
from caseworker_app.server.central import Central
from caseworker_app.server.rights import Caller

Files = list[tuple[str, bytes]]
FLUSH = 1 << 20
"""Bytes of whole files that go to the disk together."""


class Waiting:
    """Files that are whole and not yet on the disk."""

    def __init__(self) -> None:
        self.size = 0
        self._files: Files = []

    def add(self, sha: str, data: bytes) -> None:
        self._files.append((sha, data))
        self.size += len(data)

    def take(self) -> Files:
        taken, self._files, self.size = self._files, [], 0
        return taken


def store(central: Central, caller: Caller, files: Files) -> int:
    """Put files on the disk, then on the list; those no operation asked for are left out."""
    with central.database.read() as connection:
        asked = blobs.needed(connection, caller.device, [sha for sha, _ in files])
    wanted = [(sha, data) for sha, data in files if sha in asked]
    central.files.put(wanted)
    with central.database.write() as connection:
        blobs.name(connection, ((sha, len(data)) for sha, data in wanted))
    return len(wanted)
