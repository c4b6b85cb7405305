"""The shape of the server's database: scripts and tables say the same, older ones are copied."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from caseworker_app.errors import RefusedError
from caseworker_app.paths import shipped
from caseworker_app.server import upgrade
from caseworker_app.server.database import Database, url_in
from caseworker_app.server.tables import metadata


def test_that_the_scripts_make_the_tables(tmp_path: Path) -> None:
    upgrade.upgrade(url_in(tmp_path))
    database = Database(url_in(tmp_path))
    with database.read() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    database.close()

    assert found == []


def test_that_the_shape_named_in_the_code_is_the_newest_script() -> None:
    scripts = ScriptDirectory(str(shipped("migrations") / "server"))

    assert scripts.get_heads() == [upgrade.REVISION]


def test_that_the_newest_scripts_go_up_down_and_up_again(tmp_path: Path) -> None:
    upgrade.upgrade(url_in(tmp_path))
    database = Database(url_in(tmp_path))
    shapes = []
    for way, target in ((command.downgrade, "-2"), (command.upgrade, "head")):
        with database.write() as connection:
            way(upgrade._config(connection), target)
        with database.read() as connection:
            context = MigrationContext.configure(connection)
            shapes.append(compare_metadata(context, metadata))
    database.close()

    assert [bool(shape) for shape in shapes] == [True, False]


def test_that_the_scripts_stand_alone() -> None:
    for script in (shipped("migrations") / "server").rglob("*.py"):
        assert "caseworker_app" not in script.read_text("utf-8")


def test_that_a_shape_of_a_newer_version_is_refused_and_untouched(tmp_path: Path) -> None:
    upgrade.upgrade(url_in(tmp_path))
    with closing(sqlite3.connect(tmp_path / "server.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()

    with pytest.raises(RefusedError, match="新版本"):
        upgrade.upgrade(url_in(tmp_path))
    assert [path.name for path in tmp_path.glob("*before*")] == []


def test_that_an_older_shape_is_copied_before_it_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade.upgrade(url_in(tmp_path))
    with closing(sqlite3.connect(tmp_path / "server.db")) as database:
        database.execute("INSERT INTO meta VALUES ('name', 'value')")
        database.commit()
    before = upgrade.REVISION
    monkeypatch.setattr(upgrade, "REVISION", "9998")
    upgrade.upgrade(url_in(tmp_path))

    (copy,) = tmp_path.glob(f"server.db.before-9998-from-{before}")
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("SELECT value FROM meta").fetchone() == ("value",)


def test_that_whoever_was_there_gets_the_area_of_their_households(tmp_path: Path) -> None:
    upgrade.upgrade(url_in(tmp_path))
    database = Database(url_in(tmp_path))
    with database.write() as connection:
        command.downgrade(upgrade._config(connection), "0008")
    homes = {"h1": "330199003001", "h2": "330199003002", "h3": "330198001001"}
    with closing(sqlite3.connect(tmp_path / "server.db")) as raw:
        for rid, region in homes.items():
            row = (rid, region, "household", rid, 1, 1, 0, 0, b"")
            raw.execute("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        for person, held in (("p1", "h1"), ("p2", "h1 h2"), ("p3", "h1 h3"), ("p4", "")):
            raw.execute("INSERT INTO person VALUES (?, '', '', 'caseworker')", (person,))
            for home in held.split():
                order = (f"{person}{home}", home, person, 1, None)
                raw.execute("INSERT INTO assignment VALUES (?, ?, ?, ?, ?)", order)
        raw.commit()
    with database.write() as connection:
        command.upgrade(upgrade._config(connection), "head")
    database.close()

    with closing(sqlite3.connect(tmp_path / "server.db")) as raw:
        areas = dict(raw.execute("SELECT id, area FROM person"))
    assert areas == {"p1": "330199003", "p2": "330199003", "p3": "3301", "p4": "3301"}
