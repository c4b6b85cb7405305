"""Open the store: make it, bring an older one up to date, refuse a newer one.

The everyday way reads one row. Alembic is loaded only for a store of another version.
"""

from pathlib import Path

from sqlalchemy import Connection, text

from caseworker_app import paths
from caseworker_app.errors import OutsideError
from caseworker_app.store.database import Database
from caseworker_app.store.tables import metadata

HEAD = "0012"
"""Newest version of the scripts in ``migrations/client``; a test compares."""

_FILE = "store.db"
_DAMAGED = (
    "数据文件检查未通过，为避免错上加错没有打开。请用最近的备份恢复，并联系管理员；请勿删除原文件。"
)
_VERSION_TABLE = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)
"""As Alembic makes it, so that Alembic need not be loaded for a new store."""


def path(folder: Path) -> Path:
    """Return where the store of an installation lies."""
    return folder / _FILE


def open_store(folder: Path, key: bytes) -> Database:
    """Return the open store of an installation, made or brought up to date where needed.

    An older store is copied beside itself first. After an end without closing the file is
    checked. Raises OutsideError for a wrong key or a damaged file, RefusedError for a store
    of a newer version of the application.
    """
    unclean = _was_not_closed(path(folder))
    database = Database(path(folder), key)
    try:
        if unclean:
            check(database)
        with database.read() as connection:
            found = version(connection)
        if found is None:
            _create(database)
        elif found != HEAD:
            _bring_up(database, found)
    except BaseException:
        database.close()
        raise
    return database


def version(connection: Connection) -> str | None:
    """Return the version of the store, or None for an empty file."""
    names = set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")))
    if not names:
        return None
    if "alembic_version" not in names:
        raise OutsideError(_DAMAGED)
    found: str = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    return found


def check(database: Database) -> None:
    """Read every page of the file; raises OutsideError for a damaged one.

    ``cipher_integrity_check`` would say nothing about a file that was cut short.
    """
    with database.read() as connection:
        if connection.execute(text("PRAGMA quick_check(1)")).scalar_one() != "ok":
            raise OutsideError(_DAMAGED)


def _was_not_closed(file: Path) -> bool:
    """Tell by the write-ahead log: who closes last folds it into the file and deletes it."""
    log = file.with_name(f"{file.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _create(database: Database) -> None:
    """Make every table in one transaction: a crash leaves an empty file, which is made again."""
    with database.write() as connection:
        if version(connection) is None:
            metadata.create_all(connection, checkfirst=False)
            connection.execute(text(_VERSION_TABLE))
            connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def _bring_up(database: Database, found: str) -> None:
    from caseworker_app.store import migration  # noqa: PLC0415  # Alembic takes 0.1 s to load

    migration.bring_up(database, found, paths.shipped("migrations") / "client")
