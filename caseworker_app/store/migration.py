"""Bring an older store up to date with Alembic, after a copy: all of it or nothing."""

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from caseworker_app.errors import OutsideError, RefusedError
from caseworker_app.store.database import Database


def bring_up(database: Database, found: str, scripts: Path) -> Path:
    """Bring a store from a version to the newest one; return the copy made before.

    Raises RefusedError for a version the scripts do not know.
    """
    _refuse_unknown(found, scripts)
    saved = _copy(database, found)
    with database.rebuild() as connection:
        run(connection, scripts)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken is not None:
            raise OutsideError(
                f"数据升级后检查未通过，已原样退回，升级前的副本在 {saved}。"
                "请继续使用原版本程序，并联系管理员。"
            )
    return saved


def configuration(scripts: Path) -> Config:
    """Return Alembic's configuration without a file of its own."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def run(connection: Connection, scripts: Path, target: str = "head") -> None:
    """Move a store up to a version inside the caller's transaction."""
    config = configuration(scripts)
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def _refuse_unknown(found: str, scripts: Path) -> None:
    try:
        ScriptDirectory.from_config(configuration(scripts)).get_revision(found)
    except CommandError as error:
        raise RefusedError(
            "这份数据由更新版本的程序写成，本版本不会改动它。请升级程序后再打开。"
        ) from error


def _copy(database: Database, found: str) -> Path:
    """Copy the store, still encrypted, under its version and the day it was last written."""
    file = database.path
    day = datetime.fromtimestamp(file.stat().st_mtime, UTC).date()
    target = next(
        path
        for n in count(1)
        if not (path := file.with_name(f"{file.stem}-{found}-{day}-{n}{file.suffix}")).exists()
    )
    database.copy_to(target)
    return target
