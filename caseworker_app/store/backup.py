"""A laptop's store as files of a backup, and whether what came out of one is sound."""

from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select, text

from caseworker_app.errors import OutsideError
from caseworker_app.store import attachment as attachments, audit, key_file, purge, upgrade
from caseworker_app.store.database import Connection, Database
from caseworker_app.store.tables import attachment, outbox, visit

_UNSOUND = "备份未通过核对：{}。没有使用它，请重新备份；再不通过请联系管理员。"


class Facts(NamedTuple):
    """What is true of a store at one moment."""

    version: str
    entries: int
    """Of the trail."""
    head: str
    visits: int
    operations: int
    waiting: int
    files: int


def copy(database: Database, target: Path) -> None:
    """Write the store as it is at one moment, still encrypted; raises OutsideError."""
    database.copy_to(target)


def files(folder: Path) -> tuple[Path, Path]:
    """Return where store and key file of an installation lie."""
    return upgrade.path(folder), key_file.path(folder)


def facts(folder: Path, key: bytes) -> Facts:
    """Return what is true of the store in a folder; raises OutsideError where it does not open."""
    database = Database(upgrade.path(folder), key)
    try:
        with database.read() as connection:
            return _facts(connection)
    finally:
        database.close()


def prove(folder: Path, key: bytes, said: Facts) -> None:
    """Check all of what was restored into a folder; raises OutsideError for what is not so."""
    database = Database(upgrade.path(folder), key)
    try:
        with database.read() as connection:
            if _facts(connection) != said:
                raise OutsideError(_UNSOUND.format("记录数或留痕末条与备份时不同"))
            if connection.execute(text("PRAGMA integrity_check(1)")).scalar_one() != "ok":
                raise OutsideError(_UNSOUND.format("数据文件已损坏"))
            if audit.verify(connection).broken_at is not None:
                raise OutsideError(_UNSOUND.format("留痕的链断了"))
            if attachments.altered(connection) or purge.unfounded(connection):
                raise OutsideError(_UNSOUND.format("有附件与收下时不一样"))
    finally:
        database.close()


def _facts(connection: Connection) -> Facts:
    state = audit.verify(connection)
    rows = (
        select(func.count()).select_from(visit),
        select(func.count()).select_from(outbox),
        select(func.count()).where(outbox.c.state == "sealed"),
        select(func.count()).select_from(attachment),
    )
    counts = (int(connection.scalar(query) or 0) for query in rows)
    return Facts(upgrade.version(connection) or "", state.entries, state.head, *counts)
