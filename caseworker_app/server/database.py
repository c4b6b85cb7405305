"""One database, embedded SQLite or another by its URL: plain connections, short transactions."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as RawSqlite

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from caseworker_app.errors import OutsideError

_FILE = "server.db"
_WAIT_SECONDS = 30
_WRITES = "writes"
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",  # NORMAL loses acknowledged work when the power goes
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "secure_delete = ON",
)


def url_in(folder: Path) -> str:
    """Return the URL of the embedded database of a data folder."""
    return f"sqlite:///{folder / _FILE}"


class Database:
    """Readers beside one writer; a connection never leaves its ``with`` block."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._turn = threading.Lock()
        self._engine = create_engine(
            url, pool_size=8, max_overflow=40, hide_parameters=True
        )  # an error in the log names nobody
        name = make_url(url).database
        self._file = Path(name) if self._engine.dialect.name == "sqlite" and name else None
        if self._file is not None:
            event.listen(self._engine, "connect", _prepare)
            event.listen(self._engine, "begin", _begin)
        self._identity = 0

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Yield a connection that sees one moment."""
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Yield the only writing connection of this process; commit on the way out."""
        with self._turn, self._engine.connect() as connection:
            self._refuse_orphan()
            with connection.execution_options(**{_WRITES: True}).begin():
                yield connection

    def close(self) -> None:
        self._engine.dispose()

    def _refuse_orphan(self) -> None:
        """Stop when the open file is no longer the one on disk: its answers would be lost."""
        if self._file is None:
            return
        try:
            found = self._file.stat().st_ino
        except FileNotFoundError:
            found = -1
        self._identity = self._identity or found
        if found != self._identity:
            raise OutsideError(f"数据文件 {self._file} 已被移走或替换，请停止并重新启动服务器。")


def _prepare(raw: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    if isinstance(raw, RawSqlite):
        raw.isolation_level = None  # the driver's own transactions leave out changes of schema
        for pragma in _PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")
        raw.execute(f"PRAGMA busy_timeout = {_WAIT_SECONDS * 1000}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
