"""DuckDB: the comparison of a city in one process, straight from the files."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, Select, Table, create_engine
from sqlalchemy.exc import DBAPIError

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.server.matching.extracts import NEEDED, Extracts, File, nothing
from caseworker_app.server.matching.selection import Brought
from caseworker_app.server.matching.stages import stages
from caseworker_app.server.matching.tables import DECLARED

_BATCH = 8192


def bring(extracts: Extracts, statement: Select[tuple[object, ...]]) -> Iterator[Brought]:
    """Yield the rows of the select over the files, household by household."""
    with opened(extracts) as connection:
        for stage in stages(statement, connection.dialect):
            if stage.name:
                connection.exec_driver_sql(f"CREATE TABLE {stage.name} AS {stage.sql}")
                continue
            for row in connection.exec_driver_sql(stage.sql).yield_per(_BATCH):
                yield Brought._make(row)


@contextmanager
def opened(extracts: Extracts) -> Iterator[Connection]:
    """Yield a connection that has every table: what was declared, and views of the registers.

    Raises UserError where a file is not a table we can read, OutsideError where space runs out.
    """
    with empty() as connection:
        try:
            for made, path in extracts.files():
                _make(connection, extracts, made, path)
            yield connection
        except DBAPIError as error:
            raise OutsideError(
                f"比对中断：{error.orig}。请确认磁盘空间和内存足够、文件完整后重试。"
            ) from error


@contextmanager
def empty() -> Iterator[Connection]:
    """Yield a connection to a database in memory, which may spill to a private folder."""
    with tempfile.TemporaryDirectory(prefix="caseworker-") as spill:
        engine = create_engine("duckdb:///:memory:")
        try:
            with engine.connect() as connection:
                _set(connection, "temp_directory", spill)
                _set(connection, "preserve_insertion_order", "false")  # order costs memory
                yield connection
        finally:
            engine.dispose()


def literal_sql(engine: Engine, statement: Select[tuple[object, ...]]) -> str:
    """Return a statement with its values written into it."""
    return str(statement.compile(engine, compile_kwargs={"literal_binds": True}))


def looked_at(connection: Connection, extracts: Extracts, made: Table, path: Path) -> File:
    """Return a file found to hold a table; raises UserError where it does not, or is empty."""
    try:
        told = connection.exec_driver_sql(f"DESCRIBE FROM {_reader(path)}").all()
        some = connection.exec_driver_sql(f"FROM {_reader(path)} LIMIT 1").first()
    except DBAPIError as error:
        raise UserError(f"{path} 读不了：不是完整的 Parquet 文件。请重新导出后重试。") from error
    if some is None and made in NEEDED:
        raise UserError(f"{path} 中一行数据也没有，无法比对。请重新导出后重试。")
    return File.checked(extracts, made, path, {str(row[0]): str(row[1]) for row in told})


def _make(connection: Connection, extracts: Extracts, made: Table, path: Path | None) -> None:
    if path is None:
        _table(connection, made.name, nothing(made))
        return
    file = looked_at(connection, extracts, made, path)
    connection.exec_driver_sql(f"CREATE VIEW {file.name} AS FROM {_reader(path)}")
    if made in DECLARED:
        _table(connection, made.name, file.as_matched())
    else:
        _register(connection, file)


def _register(connection: Connection, file: File) -> None:
    """Make a view of a register whose numbers stay columns of the file, which are quick to join.

    The few rows whose number is written otherwise stand beside them once more, put right.
    """
    name = file.made.name
    _table(connection, f"{name}_unlike", file.unlike())
    unlike = connection.exec_driver_sql(f"FROM {name}_unlike LIMIT 1").first()
    beside = f" UNION ALL FROM {name}_unlike" if unlike else ""
    written = literal_sql(connection.engine, file.as_written())
    connection.exec_driver_sql(f"CREATE VIEW {name} AS {written}{beside}")


def _table(connection: Connection, name: str, rows: Select[tuple[object, ...]]) -> None:
    sql = literal_sql(connection.engine, rows)
    connection.exec_driver_sql(f"CREATE TABLE {name} AS {sql}")


def _reader(path: Path) -> str:
    return f"read_parquet({_quoted(str(path))})"


def _set(connection: Connection, name: str, value: str) -> None:
    connection.exec_driver_sql(f"SET {name} = {_quoted(value)}")


def _quoted(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
