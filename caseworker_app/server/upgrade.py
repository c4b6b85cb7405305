"""The shape of the database: made new, brought up to date after a copy, never taken back."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from caseworker_app.errors import RefusedError
from caseworker_app.paths import shipped
from caseworker_app.server.database import Database

REVISION = "0009"
"""The shape this version works on: the newest script, which a test compares."""


def upgrade(url: str) -> None:
    """Make the tables, or bring older ones up to date.

    An embedded database is copied beside itself first. Raises RefusedError for a shape of a
    newer version, OutsideError where the database does not answer.
    """
    with closing(Database(url)) as database:
        database.check()
        found = _revision(database)
        if found == REVISION:
            return
        if found:
            _refuse_newer(found)
            _copy(database.file, found)
        try:
            with database.reshape() as connection:
                command.upgrade(_config(connection), "head")
        except (DBAPIError, CommandError):
            if _revision(database) != REVISION:  # else another process did it meanwhile
                raise


def revision(connection: Connection) -> str:
    """Return the shape found; empty for a new database."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.scalar(text("SELECT version_num FROM alembic_version")))


def _revision(database: Database) -> str:
    with database.read() as connection:
        return revision(connection)


def _refuse_newer(found: str) -> None:
    scripts = ScriptDirectory(str(_scripts())).walk_revisions()
    if found not in {script.revision for script in scripts}:
        raise RefusedError(
            f"数据库是更新版本的程序写的（结构 {found}，本程序 {REVISION}）。"
            "为免损坏数据没有打开它，请安装新版本的服务器程序。"
        )


def _copy(file: Path | None, found: str) -> None:
    if file is None:
        return  # whoever runs another database has its own backup
    copy = Path(f"{file}.before-{REVISION}-from-{found}")
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_scripts()).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _scripts() -> Path:
    return shipped("migrations") / "server"
