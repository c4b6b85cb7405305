"""One encrypted file, many readers, one writer.

SQLCipher with a raw key, write-ahead log, ``synchronous=FULL``: what was committed survives
the loss of power. The order of the pragmas matters (SQLCipher API, "PRAGMA key").
"""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import (
    Connection as Connection,
    ExceptionContext,
    QueuePool,
    create_engine,
    event,
)
from sqlcipher3 import dbapi2 as sqlcipher

from caseworker_app.errors import OutsideError
from caseworker_app.store import ballast
from caseworker_app.store.ballast import State

_CACHE_KIB = 16 * 1024
_WAIT_SECONDS = 10.0
_KEY_BYTES = 32
_WRITES = "writes"

_PRAGMAS = (
    "cipher_log_level = NONE",  # it would write to standard error
    "foreign_keys = ON",
    f"cache_size = -{_CACHE_KIB}",  # pages in the cache are not decrypted again
    "temp_store = MEMORY",  # nothing readable in temporary files
    "trusted_schema = OFF",
    "secure_delete = ON",
    "journal_mode = WAL",
    "synchronous = FULL",
)

_SENTENCES = (
    (
        ("database or disk is full",),
        "磁盘空间不足，这一步没有保存，之前的内容都在。请删除不用的文件，腾出空间后重试。",
    ),
    (
        ("database is locked", "database table is locked"),
        "数据文件正被另一个程序占用，这一步没有保存。请关闭另一个窗口或稍候片刻后重试。",
    ),
    (
        ("file is not a database", "hmac check failed"),
        "数据文件打不开：密钥与文件不符，或文件已损坏。请确认数据文件夹没有混放，否则用备份恢复。",
    ),
    (
        ("malformed", "database corruption"),
        "数据文件已损坏，为避免错上加错已停止读写。请用最近的备份恢复，并联系管理员。",
    ),
    (
        ("disk i/o error", "unable to open database", "readonly database"),
        "数据文件夹无法读写。请检查磁盘是否接好、是否写保护、本人是否有权限，然后重试。",
    ),
)

_BALLAST = {
    State.NONE: "",
    State.KEPT: "为送达预留的空间没有动用，已封存的现在仍可送达。",
    State.SPENT: "为送达预留的空间已经用上，腾出空间后会重新预留。",
}
_NO_COPY = "数据副本没有写成，原数据没有改动。请检查磁盘后重试。"
_FULL = _SENTENCES[0][1]
_DEAD = frozenset({_SENTENCES[2][1], _SENTENCES[3][1]})
"""After these SQLCipher answers nothing more on the same connection: it is thrown away."""


class DiskFullError(OutsideError):
    """There was no room for what was to be written."""


def sentence_for(message: str) -> str | None:
    """Return the sentence for a failure SQLite reports, or None for a bug."""
    lowered = message.lower()
    for marks, sentence in _SENTENCES:
        if any(mark in lowered for mark in marks):
            return sentence
    return None


class Database:
    """An open store. A connection never leaves the ``with`` block that got it."""

    def __init__(self, path: Path, key: bytes) -> None:
        if len(key) != _KEY_BYTES:
            raise ValueError("the data key has 32 bytes")
        self.path = path
        self._key = key
        self._turn = threading.Lock()
        self._writer = 0
        self.version = 0
        """Counts what was written since the store was opened, so that a list knows its age."""
        self._engine = create_engine(
            "sqlite://",
            module=sqlcipher,
            creator=self._open,
            poolclass=QueuePool,
            pool_size=3,
            max_overflow=2,
            pool_use_lifo=True,  # the connection used last has its pages decrypted
        )
        event.listen(self._engine, "begin", _begin)
        event.listen(self._engine, "handle_error", self._explain)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Yield a connection that sees one moment of the store; what it writes is thrown away."""
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Yield the only writing connection; commit on the way out, or leave no trace."""
        with self._alone() as connection:
            with connection.begin():
                yield connection
            self.version += 1  # while nobody else writes: two that count at once would lose one

    @contextmanager
    def rebuild(self) -> Iterator[Connection]:
        """Yield the writing connection with foreign keys unwatched, for changes of the schema.

        SQLite changes a parent table by replacing it, which would delete the children, and
        ignores the switch inside a transaction.
        """
        with self._alone() as connection:
            raw = connection.connection.cursor()
            raw.execute("PRAGMA foreign_keys = OFF")
            try:
                with connection.begin():
                    yield connection
            finally:
                raw.execute("PRAGMA foreign_keys = ON")

    def copy_to(self, target: Path) -> None:
        """Write a whole, encrypted copy of the store, with the same key, to a new file.

        Raises OutsideError where it cannot be written; then nothing of it is left.
        """
        if target.exists():
            raise OutsideError(f"{target} 已存在，不会覆盖。请换一个文件名。")
        try:
            with self._turn, closing(self._open()) as raw:
                raw.execute("VACUUM INTO ?", (str(target),))
        except sqlcipher.Error as error:
            target.unlink(missing_ok=True)
            raise OutsideError(sentence_for(str(error)) or _NO_COPY) from error

    @contextmanager
    def _alone(self) -> Iterator[Connection]:
        if self._writer == threading.get_ident():
            raise RuntimeError("a write inside a write would wait for itself")
        with self._turn, self._engine.connect() as connection:
            self._writer = threading.get_ident()
            try:
                yield connection.execution_options(**{_WRITES: True})
            finally:
                self._writer = 0

    def close(self) -> None:
        """Close every connection and forget the key; the log is folded into the file."""
        self._key = b""
        self._engine.dispose()

    def _open(self) -> sqlcipher.Connection:
        if not self._key:
            raise OutsideError("数据已锁定。请重新输入口令打开，已保存的内容都在。")
        raw = sqlcipher.connect(
            str(self.path), isolation_level=None, check_same_thread=False, timeout=_WAIT_SECONDS
        )
        try:
            raw.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
            for pragma in _PRAGMAS:
                raw.execute(f"PRAGMA {pragma}")
            raw.execute("SELECT count(*) FROM sqlite_master").fetchone()  # a wrong key shows here
        except sqlcipher.Error:
            raw.close()
            raise
        return raw

    def _explain(self, context: ExceptionContext) -> None:
        sentence = sentence_for(str(context.original_exception))
        if sentence is None:
            return
        context.is_disconnect = sentence in _DEAD
        if sentence == _FULL:
            kept = ballast.state(self.path.parent)
            raise DiskFullError(sentence + _BALLAST[kept]) from context.original_exception
        raise OutsideError(sentence) from context.original_exception


def _begin(connection: Connection) -> None:
    """Open a real transaction, schema changes included: the driver's own ones exclude them."""
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
