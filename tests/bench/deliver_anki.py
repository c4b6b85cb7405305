"""Anki and the sync server it brings: a note for each record, its PDF among the media.

Runs in an environment of its own (``make bench``): ``serve HOST FOLDER`` or ``send URL FOLDER
LOAD``. Notes go first, then media, as at its desk.
"""

import os
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path

from anki.collection import Collection
from anki.errors import NetworkError
from anki.sync import SyncAuth
from anki.syncserver import run_sync_server

from tests.bench import load
from tests.bench.rival import at_work, tell

_NAME, _WORD = "bench", "bench"
_FILE = "collection.anki2"
_PATIENCE = 100


def serve(host: str, folder: str) -> None:
    with socket.create_server((host, 0)) as free:
        port = free.getsockname()[1]
    os.environ.update(
        SYNC_USER1=f"{_NAME}:{_WORD}",
        SYNC_HOST=host,
        SYNC_PORT=str(port),
        SYNC_BASE=folder,
        MAX_SYNC_PAYLOAD_MEGS="1000",
        RUST_LOG="error",
    )
    tell(f"http://{host}:{port}/")
    run_sync_server()


def send(url: str, folder: str, work: str) -> None:
    """Meet the server once with nothing, write the notes, and synchronise them."""
    place = Path(folder) / "laptop"
    place.mkdir()
    collection = Collection(str(place / _FILE))
    auth = _login(collection, url)
    collection.full_upload_or_download(auth=auth, server_usn=None, upload=True)
    collection.close()
    collection = Collection(str(place / _FILE))
    _write(collection, Path(work))
    with at_work():
        collection.sync_collection(auth, sync_media=False)
        collection.sync_media(auth)
        while collection.media_sync_status().active:
            time.sleep(0.01)
    collection.close()


def _write(collection: Collection, work: Path) -> None:
    kind = collection.models.by_name("Basic")
    deck = collection.decks.id("Default")
    files = load.pdfs(work)
    for number, record in enumerate(load.lines(work).decode().splitlines()):
        note = collection.new_note(kind)
        note.fields[0] = record
        if files:
            note.fields[1] = f'<img src="{collection.media.add_file(str(files[number]))}">'
        collection.add_note(note, deck)


def _login(collection: Collection, url: str) -> SyncAuth:
    for _ in range(_PATIENCE):
        try:
            return collection.sync_login(_NAME, _WORD, url)
        except NetworkError:
            time.sleep(0.1)
    raise TimeoutError(url)


if __name__ == "__main__":
    acts: dict[str, Callable[..., None]] = {"serve": serve, "send": send}
    acts[sys.argv[1]](*sys.argv[2:])
