"""DuckDB: the comparison of a city in one process, straight from the files."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, Select, Table, create_engine, text
from sqlalchemy.exc import DBAPIError

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.server.matching.extracts import Extracts, file_of, nothing
from caseworker_app.server.matching.selection import Brought

_BATCH = 8192


def bring(extracts: Extracts, statement: Select[tuple[object, ...]]) -> Iterator[Brought]:
    """Yield the rows of the select over the files, household by household."""
    with opened(extracts) as connection:
        found = connection.execute(statement).yield_per(_BATCH)
        for row in found:
            yield Brought(*row)


@contextmanager
def opened(extracts: Extracts) -> Iterator[Connection]:
    """Yield a connection on which every table is a view of its file.

    Raises UserError where a file is not a table we can read, OutsideError where space runs out.
    """
    with tempfile.TemporaryDirectory(prefix="caseworker-") as spill:
        engine = create_engine("duckdb:///:memory:")
        try:
            with engine.connect() as connection:
                _set(connection, "temp_directory", spill)
                _set(connection, "preserve_insertion_order", "false")  # order costs memory
                for made, path in extracts.files():
                    _view(connection, extracts, made, path)
                yield connection
        except DBAPIError as error:
            raise _told(error) from error
        finally:
            engine.dispose()


def literal_sql(engine: Engine, statement: Select[tuple[object, ...]]) -> str:
    """Return a statement with its values written into it."""
    return str(statement.compile(engine, compile_kwargs={"literal_binds": True}))


def columns(connection: Connection, path: Path) -> dict[str, str]:
    """Return the type of each column of a Parquet file."""
    try:
        told = connection.exec_driver_sql(f"DESCRIBE SELECT * FROM {_reader(path)}").all()
    except DBAPIError as error:
        raise UserError(
            f"{path} 读不了：不是完整的 Parquet 文件。请重新导出后重试。"
        ) from error
    return {str(row[0]): str(row[1]) for row in told}


def _view(connection: Connection, extracts: Extracts, made: Table, path: Path | None) -> None:
    reading = nothing(made)
    if path is not None:
        reading = extracts.reading(made, columns(connection, path), path)
        connection.exec_driver_sql(
            f"CREATE VIEW {file_of(made)} AS SELECT * FROM {_reader(path)}"
        )
    sql = literal_sql(connection.engine, reading)
    connection.exec_driver_sql(f'CREATE VIEW "{made.name}" AS {sql}')


def _reader(path: Path) -> str:
    quoted = str(path).replace("'", "''")
    return f"read_parquet('{quoted}')"


def _set(connection: Connection, name: str, value: str) -> None:
    quoted = value.replace("'", "''")
    connection.exec_driver_sql(f"SET {name} = '{quoted}'")


def _told(error: DBAPIError) -> OutsideError:
    return OutsideError(f"比对中断：{error.orig}。请确认磁盘空间和内存足够、文件完整后重试。")
