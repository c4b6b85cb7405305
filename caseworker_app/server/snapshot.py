"""One moment of the database in a file, what is true of it, and whether all of it is sound.

The file is an embedded database, wherever the server keeps its own: one backup for every place.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import select

from caseworker_app.archive import Fact, sha_of
from caseworker_app.errors import OutsideError, UserError
from caseworker_app.model.audit import AuditEntry
from caseworker_app.rules import audit
from caseworker_app.server import upgrade
from caseworker_app.server.database import Database, put_all
from caseworker_app.server.tables import metadata

DATABASE, FILES = "server.db", "files"
KEYS = ("identity.key", "seal.key")
EPOCH, DONE, DONE_OP, SEQ, HEAD, REVISION = "epoch", "done", "done_op", "seq", "head", "revision"
_ROWS = "rows."
_ROWS_AT_ONCE = 1000
_UNSOUND = "备份未通过核对：{}。没有使用它，请重新备份；再不通过请联系管理员。"

_WHOLE = {
    "数据库结构已损坏": "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
    "数据之间的引用不完整": "SELECT count(*) FROM pragma_foreign_key_check",
    "已送达的记录缺少附件": (
        "SELECT count(*) FROM done JOIN need ON need.op = done.op"
        " LEFT JOIN blob ON blob.sha = need.sha WHERE blob.sha IS NULL"
    ),
}


def take(database: Database, target: Path) -> None:
    """Write the database as it is at one moment to a new file, while others write on."""
    if database.file is None:
        copy(database, f"sqlite:///{target}")
        return
    with closing(sqlite3.connect(database.file, timeout=30)) as source:
        source.execute("VACUUM INTO ?", (str(target),))


def copy(source: Database, address: str) -> None:
    """Write every row into a database that has none, or nothing; raises UserError where it has."""
    upgrade.upgrade(address)
    with (
        closing(Database(address)) as target,
        source.read() as reading,
        target.reshape() as writing,
    ):
        for table in metadata.sorted_tables:
            if writing.execute(select(table).limit(1)).first() is not None:
                raise UserError("这个数据库里已有内容，恢复不会覆盖。请换一个空的数据库。")
            rows = reading.execution_options(yield_per=_ROWS_AT_ONCE).execute(select(table))
            for some in rows.mappings().partitions():
                put_all(writing, table, [dict(row) for row in some])


def facts(database: Path) -> dict[str, Fact]:
    """Return how far log and completions go in a snapshot, and how many rows each table has."""
    with _opened(database) as connection:
        done, done_op = _first(
            connection, "SELECT done, op FROM done ORDER BY done DESC LIMIT 1", (0, "")
        )
        seq, head = _first(
            connection, "SELECT seq, head FROM oplog ORDER BY seq DESC LIMIT 1", (0, "")
        )
        (epoch,) = _first(connection, "SELECT value FROM meta WHERE name = 'epoch'", ("",))
        (revision,) = _first(connection, "SELECT version_num FROM alembic_version", ("",))
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        rows = {
            f"{_ROWS}{name}": _count(connection, f'SELECT count(*) FROM "{name}"')  # noqa: S608  # named by the database
            for (name,) in sorted(tables)
        }
    return {
        EPOCH: str(epoch),
        DONE: int(done),
        DONE_OP: str(done_op),
        SEQ: int(seq),
        HEAD: str(head),
        REVISION: str(revision),
        **rows,
    }


def files(database: Path) -> Iterator[tuple[str, int]]:
    """Yield hash (hex) and size of every file a snapshot names."""
    with _opened(database) as connection:
        for sha, size in connection.execute("SELECT sha, size FROM blob ORDER BY sha"):
            yield str(sha).removeprefix("sha256:"), int(size)


def name_of(sha: str) -> str:
    """Return where a file lies in a server's folder and in a backup."""
    return f"{FILES}/{sha[:2]}/{sha}"


def prove(folder: Path, said: dict[str, Fact]) -> int:
    """Open what was restored into a folder and check all of it; return how many files it has.

    Counts and head as they were noted, the database whole, every link of both logs, every file
    hashed again from the disk. Raises OutsideError for the first thing that is not so.
    """
    database = folder / DATABASE
    try:
        if facts(database) != said:
            raise OutsideError(_UNSOUND.format("记录数或日志末尾与备份时不同"))
        with _opened(database) as connection:
            for fault, query in _WHOLE.items():
                if _count(connection, query):
                    raise OutsideError(_UNSOUND.format(fault))
            _prove_logs(connection)
    except sqlite3.DatabaseError as error:
        raise OutsideError(_UNSOUND.format("数据库打不开")) from error
    return _prove_files(folder)


def _prove_logs(connection: sqlite3.Connection) -> None:
    head = ""
    for name, link in connection.execute("SELECT hash, head FROM oplog ORDER BY seq"):
        head = hashlib.sha256((head + name).encode()).hexdigest()
        if head != link:
            raise OutsideError(_UNSOUND.format("送达日志的链断了"))
    columns = "n, at, person, act, subject, detail, previous, hash"
    rows = connection.execute(f"SELECT {columns} FROM audit ORDER BY n")  # noqa: S608  # written above
    if audit.verify(AuditEntry(*row) for row in rows) is not None:
        raise OutsideError(_UNSOUND.format("留痕的链断了"))


def _prove_files(folder: Path) -> int:
    number = 0
    for sha, size in files(folder / DATABASE):
        path = folder / name_of(sha)
        if not path.exists() or path.stat().st_size != size or sha_of(path) != sha:
            raise OutsideError(_UNSOUND.format("有附件缺失或与收下时不一样"))
        number += 1
    return number


@contextmanager
def _opened(database: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as found:
        yield found


def _first(
    connection: sqlite3.Connection, query: str, otherwise: tuple[Fact, ...]
) -> tuple[Fact, ...]:
    row: tuple[Fact, ...] | None = connection.execute(query).fetchone()
    return row or otherwise


def _count(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])
