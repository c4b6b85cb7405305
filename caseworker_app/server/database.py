"""One database, embedded SQLite or PostgreSQL by its URL: plain connections, short transactions.

Whoever writes is alone: on SQLite by the lock of its file, on PostgreSQL by the lock of one row
of ``counter``, whichever process or machine asks. What is read afterwards is what was committed.
"""

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from operator import itemgetter
from pathlib import Path
from sqlite3 import Connection as RawSqlite
from typing import TYPE_CHECKING, TypeVar, cast

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    Engine,
    Integer,
    LargeBinary,
    Table,
    Text,
    any_,
    bindparam,
    create_engine,
    event,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.server.tables import counter

if TYPE_CHECKING:
    from psycopg import Connection as RawPostgresql

T = TypeVar("T")

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
_DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg"}
_COMMITS = (
    "SELECT set_config('synchronous_commit', 'on', false)"
    " WHERE current_setting('synchronous_commit') = 'off'"
)
"""A commit that is answered for is on the disk, whatever the installation says."""
_TURN = select(counter.c.value).where(counter.c.name == "seq").with_for_update()
_KINDS = {
    Text: "text",
    BigInteger: "int8",
    Integer: "int4",
    Boolean: "bool",
    LargeBinary: "bytea",
    Date: "date",
}
_FEW = 8
"""Rows up to which a statement for each costs less than a copy."""


def url_in(folder: Path) -> str:
    """Return the URL of the embedded database of a data folder."""
    return f"sqlite:///{folder / _FILE}"


def is_embedded(url: str) -> bool:
    """Tell whether a database serves one process of one machine; raises UserError."""
    return _address(url).get_backend_name() == "sqlite"


class Database:
    """Readers beside one writer; a connection never leaves its ``with`` block."""

    def __init__(self, url: str) -> None:
        """Prepare connections; raises UserError for a URL that names no database known here."""
        where = _address(url)
        self._url = where
        self._turn = threading.Lock()
        self.embedded = where.get_backend_name() == "sqlite"
        """One process at a time; else several, on several machines."""
        self._engine = _embedded(where) if self.embedded else _remote(where)
        self._reading = (
            self._engine
            if self.embedded
            else self._engine.execution_options(isolation_level="REPEATABLE READ")
        )
        name = where.database
        self._file = Path(name) if self.embedded and name else None
        self._identity = 0

    @property
    def file(self) -> Path | None:
        """Where the embedded database lies; None for another."""
        return self._file

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Yield a connection that sees one moment."""
        with self._reading.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Yield a connection nobody else writes beside; commit on the way out."""
        with self.reshape() as connection:
            if not self.embedded:
                connection.execute(_TURN)
            yield connection

    @contextmanager
    def reshape(self) -> Iterator[Connection]:
        """Yield the same where there may be no ``counter`` yet to wait for."""
        if self.embedded:
            with self._turn, self._engine.connect() as connection:
                self._refuse_orphan()
                with connection.execution_options(**{_WRITES: True}).begin():
                    yield connection
        else:
            with self._engine.begin() as connection:
                yield connection

    def check(self) -> None:
        """Reach the database once; raises OutsideError when it does not answer."""
        try:
            with self.read() as connection:
                connection.execute(select(1))
        except OperationalError as error:
            where = self._url.render_as_string(hide_password=True)
            raise OutsideError(
                f"数据库 {where} 连不上。请确认它已启动、地址与账号无误，再启动服务器。"
            ) from error

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


def among(connection: Connection, column: Column[T], values: Iterable[T]) -> ColumnElement[bool]:
    """Return the condition that a column has one of many values.

    PostgreSQL gets them as one array: a place of its own for each takes longer to write down
    than to look up.
    """
    wanted = list(values)
    if connection.dialect.name == "sqlite":
        return column.in_(wanted)
    return column == any_(bindparam(None, wanted, ARRAY(column.type), unique=True))


def put_once(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows and leave those whose key is there already as they are."""
    if rows:
        dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)


def put_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows with all their columns; many go to PostgreSQL as one copy."""
    if not rows:
        return
    if connection.dialect.name == "sqlite" or len(rows) < _FEW:
        connection.execute(table.insert(), list(rows))
        return
    raw = cast("RawPostgresql", connection.connection.driver_connection)
    columns = [table.c[name] for name in rows[0]]
    named = ", ".join(f'"{column.name}"' for column in columns)
    target = f'COPY "{table.name}" ({named}) FROM STDIN (FORMAT BINARY)'
    with raw.cursor() as cursor, cursor.copy(target) as copy:
        copy.set_types([_KINDS[type(column.type)] for column in columns])
        cells = itemgetter(*rows[0])
        for row in rows:
            copy.write_row(cells(row))


def _address(url: str) -> URL:
    try:
        where = make_url(url)
        driver = _DRIVERS[where.get_backend_name()]
    except (ArgumentError, NoSuchModuleError, KeyError) as error:
        raise UserError(
            f"不认识数据库地址 {url.rsplit('@', maxsplit=1)[-1]}。"
            "请写成 postgresql://用户:口令@主机/库名，或不写，用文件夹中的 SQLite。"
        ) from error
    return where.set(drivername=driver)


def _embedded(where: URL) -> Engine:
    engine = create_engine(
        where, pool_size=8, max_overflow=40, hide_parameters=True
    )  # an error in the log names nobody
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _remote(where: URL) -> Engine:
    """Return an engine for PostgreSQL: four processes of it stay below its hundred connections."""
    try:
        engine = create_engine(
            where,
            pool_size=8,
            max_overflow=12,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={
                "connect_timeout": _WAIT_SECONDS,
                "options": f"-c lock_timeout={_WAIT_SECONDS * 1000} -c timezone=UTC",
            },
        )
    except ModuleNotFoundError as error:
        raise UserError(
            "这台电脑没有安装 PostgreSQL 的连接程序。请安装服务器组件：caseworker-app[server]。"
        ) from error
    event.listen(engine, "connect", _insist)
    return engine


def _insist(raw: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    with closing(raw.cursor()) as cursor:
        cursor.execute(_COMMITS)
    raw.commit()


def _prepare(raw: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    if isinstance(raw, RawSqlite):
        raw.isolation_level = None  # the driver's own transactions leave out changes of schema
        for pragma in _PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")
        raw.execute(f"PRAGMA busy_timeout = {_WAIT_SECONDS * 1000}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
