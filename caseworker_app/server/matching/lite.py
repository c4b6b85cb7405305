"""SQLite: the same select where nothing else is installed, for a township's files."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection as RawSqlite

from sqlalchemy import Connection, Select, Table, create_engine, insert, select

from caseworker_app.rules.comparison.facts import number_of
from caseworker_app.server.matching import duck
from caseworker_app.server.matching.extracts import Extracts
from caseworker_app.server.matching.id_number import IN_PYTHON
from caseworker_app.server.matching.selection import Brought
from caseworker_app.server.matching.tables import NUMBER, metadata

_BATCH = 8192


def bring(extracts: Extracts, statement: Select[tuple[object, ...]]) -> Iterator[Brought]:
    """Yield the rows of the select over the files, household by household."""
    with tempfile.TemporaryDirectory(prefix="caseworker-") as folder:
        engine = create_engine(f"sqlite:///{Path(folder) / 'registers.db'}")
        try:
            with engine.connect() as connection:
                _load(connection, extracts)
                for row in connection.execute(statement).yield_per(_BATCH):
                    yield Brought._make(row)
        finally:
            engine.dispose()


def _load(connection: Connection, extracts: Extracts) -> None:
    raw = connection.connection.driver_connection
    if isinstance(raw, RawSqlite):
        raw.create_function(IN_PYTHON, 1, number_of, deterministic=True)
    metadata.create_all(connection)
    with duck.opened(extracts) as source:
        for made, _ in extracts.files():
            rows = source.execute(select(made)).yield_per(_BATCH)
            for batch in rows.mappings().partitions():
                connection.execute(insert(made), [dict(row) for row in batch])
            _index(connection, made)
    connection.exec_driver_sql("ANALYZE")


def _index(connection: Connection, made: Table) -> None:
    keys = ("household_id", NUMBER.get(made.name, ""), "hukou_number")
    for key in keys:
        if key in made.c:
            connection.exec_driver_sql(
                f'CREATE INDEX "by_{made.name}_{key}" ON "{made.name}" ("{key}")'
            )
