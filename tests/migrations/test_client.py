"""The scripts of the laptop's store: they stand alone, and lead to the tables of the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from caseworker_app import paths
from caseworker_app.store import migration, paper as papers, upgrade
from caseworker_app.store.database import Database
from caseworker_app.store.paper import PaperRow
from caseworker_app.store.tables import metadata
from caseworker_app.store.upgrade import open_store

KEY = bytes(range(32))
SCRIPTS = paths.shipped("migrations") / "client"
REVISIONS = [
    script.revision
    for script in ScriptDirectory.from_config(migration.configuration(SCRIPTS)).walk_revisions()
][::-1]


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "migrated.db", KEY)
    yield database
    database.close()


def test_that_the_newest_script_is_the_version_the_code_expects() -> None:
    assert REVISIONS[-1] == upgrade.HEAD


def test_that_the_scripts_make_the_same_store_as_the_code(empty: Database, tmp_path: Path) -> None:
    _up(empty)
    made = open_store(tmp_path, KEY)
    with empty.read() as migrated, made.read() as created:
        assert _schema(migrated) == _schema(created)
        assert "search" in _schema(created)
    made.close()


def test_that_alembic_finds_no_difference_to_the_code(empty: Database) -> None:
    _up(empty)
    with empty.read() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _not_search})
        assert compare_metadata(context, metadata) == []


@pytest.mark.parametrize("revision", REVISIONS)
def test_that_each_script_goes_up_down_and_up_again(empty: Database, revision: str) -> None:
    _up(empty, revision)
    with empty.read() as connection:
        before = _schema(connection)
    _down(empty, "-1")
    with empty.read() as connection:
        assert _schema(connection) != before
    _up(empty, revision)
    with empty.read() as connection:
        assert _schema(connection) == before


def test_that_all_the_way_down_leaves_nothing(empty: Database) -> None:
    _up(empty)
    _down(empty, "base")
    with empty.read() as connection:
        assert set(_schema(connection)) == {"alembic_version"}


def test_that_papers_of_before_know_their_household(empty: Database) -> None:
    _up(empty, "0006")
    with empty.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO household (id, number, head, id_tail, category, monthly, region, village,"
            " place, members, due, stage, rev, seq, gen)"
            " VALUES ('h1', '1', '王芳', '1234', 'dibao', 0, '330106', '', '', 1, '', 'sealed',"
            " 1, 1, 1)"
        )
        connection.exec_driver_sql(
            "INSERT INTO visit (id, household, stage, started_at, started_by)"
            " VALUES ('v1', 'h1', 'sealed', 'earlier', 'p1')"
        )
        connection.exec_driver_sql("INSERT INTO paper VALUES ('N1', 'F01', 'v1', 'sha', 2, 'then')")

    _up(empty)
    with empty.write() as connection:
        assert papers.of_household(connection, "h1") == (
            PaperRow(
                number="N1",
                form="F01",
                household="h1",
                visit="v1",
                sha="sha",
                copies=2,
                issued_at="then",
            ),
        )
    _down(empty, "0006")
    with empty.read() as connection:
        kept = connection.execute(text("SELECT * FROM paper")).one()
    assert tuple(kept) == ("N1", "F01", "v1", "sha", 2, "then")


@pytest.mark.parametrize("script", sorted(SCRIPTS.rglob("*.py")), ids=lambda path: path.name)
def test_that_a_script_imports_nothing_of_the_application(script: Path) -> None:
    tree = ast.parse(script.read_text("utf-8"))
    roots = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert roots <= {"alembic", "sqlalchemy"}


def test_that_a_folder_name_with_a_percent_sign_is_no_format(tmp_path: Path) -> None:
    config = migration.configuration(tmp_path / "100%s")
    assert config.get_main_option("script_location") == str(tmp_path / "100%s")


def _up(database: Database, target: str = "head") -> None:
    with database.rebuild() as connection:
        migration.run(connection, SCRIPTS, target)


def _down(database: Database, target: str) -> None:
    config = migration.configuration(SCRIPTS)
    with database.rebuild() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, target)


def _schema(connection: Connection) -> dict[str, str]:
    found = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql > ''"))
    return {name: re.sub(r"\s+", "", sql) for name, sql in found if not name.startswith("sqlite_")}


def _not_search(name: str | None, _kind: str, _parents: object) -> bool:
    return name is None or not name.startswith("search")
