import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text

from caseworker_app import paths
from caseworker_app.errors import OutsideError, RefusedError
from caseworker_app.intake.pack_file import shipped
from caseworker_app.store import (
    audit,
    household as households,
    meta,
    migration,
    pack as packs,
    upgrade,
)
from caseworker_app.store.database import Database
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.store.upgrade import open_store

HEAD = upgrade.HEAD

_NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{down}"


def upgrade() -> None:
    with op.batch_alter_table("household") as batch:
        batch.add_column(sa.Column("colour", sa.Text(), server_default="blue"))
        batch.alter_column("village", existing_type=sa.Text(), nullable=True)
    {then}
"""


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped scripts that a test may add newer ones to."""
    shipped = tmp_path / "migrations"
    shutil.copytree(paths.shipped("migrations") / "client", shipped / "client")
    monkeypatch.setattr(paths, "shipped", lambda _name: shipped)
    return shipped / "client"


@pytest.fixture
def folder(tmp_path: Path, key: bytes, assigned: AssignedHousehold) -> Path:
    """An installation of this version with one household in it."""
    made = tmp_path / "installation"
    made.mkdir()
    database = open_store(made, key)
    with database.write() as connection:
        households.save(connection, assigned)
    database.close()
    return made


def test_that_a_new_store_is_made_and_opened_again_without_alembic(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from caseworker_app.store.upgrade import open_store;"
        "open_store(Path(sys.argv[1]), bytes(32)).close();"
        "open_store(Path(sys.argv[1]), bytes(32)).close();"
        "print([m for m in ('alembic', 'sqlalchemy.orm', 'pypinyin') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], check=True, capture_output=True, text=True
    )
    assert done.stdout == "[]\n"
    assert done.stderr == ""
    assert [file.name for file in tmp_path.iterdir()] == ["store.db"]


def test_that_an_older_store_is_copied_then_brought_up(
    folder: Path,
    scripts: Path,
    key: bytes,
    assigned: AssignedHousehold,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _add(scripts, "9002")
    monkeypatch.setattr(upgrade, "HEAD", "9002")
    database = open_store(folder, key)
    with database.read() as connection:
        assert upgrade.version(connection) == "9002"
        assert connection.execute(text("SELECT colour FROM household")).scalar() == "blue"
        assert households.records(connection, "h1") == assigned.records
    database.close()
    (saved,) = folder.glob(f"store-{HEAD}-*.db")
    assert "王桂兰".encode() not in saved.read_bytes()
    older = Database(saved, key)
    with older.read() as connection:
        assert upgrade.version(connection) == HEAD
        assert households.load(connection, "h1") == assigned.household
    older.close()


def test_that_a_store_of_the_first_version_gets_its_table_of_packs(
    folder: Path, key: bytes, assigned: AssignedHousehold
) -> None:
    older = Database(folder / "store.db", key)
    with older.rebuild() as connection:
        config = migration.configuration(paths.shipped("migrations") / "client")
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
    older.close()
    database = open_store(folder, key)
    with database.write() as connection:
        assert packs.put(connection, shipped(), "2026-11-22T02:00:00.000+00:00")
        assert households.load(connection, "h1") == assigned.household
    database.close()
    assert len(list(folder.glob("store-0001-*.db"))) == 1


def test_that_a_failing_upgrade_leaves_the_store_as_it_was(
    folder: Path, scripts: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(scripts, "9002", "raise RuntimeError('half way')")
    monkeypatch.setattr(upgrade, "HEAD", "9002")
    for _ in range(2):
        with pytest.raises(RuntimeError, match="half way"):
            open_store(folder, key)
    assert len(list(folder.glob(f"store-{HEAD}-*.db"))) == 2
    monkeypatch.setattr(upgrade, "HEAD", HEAD)
    _require_untouched(folder, key)


def test_that_an_upgrade_that_breaks_references_is_taken_back(
    folder: Path, scripts: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(scripts, "9002", "op.execute('DELETE FROM household')")
    monkeypatch.setattr(upgrade, "HEAD", "9002")
    with pytest.raises(OutsideError, match="已原样退回"):
        open_store(folder, key)
    monkeypatch.setattr(upgrade, "HEAD", HEAD)
    _require_untouched(folder, key)


def test_that_several_versions_are_gone_through_in_one_transaction(
    folder: Path, scripts: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(scripts, "9002")
    _add(scripts, "9003", "raise RuntimeError('in the third')", down="9002", column="shape")
    monkeypatch.setattr(upgrade, "HEAD", "9003")
    with pytest.raises(RuntimeError, match="in the third"):
        open_store(folder, key)
    monkeypatch.setattr(upgrade, "HEAD", HEAD)
    _require_untouched(folder, key)


def test_that_a_newer_store_is_refused_and_left_alone(folder: Path, key: bytes) -> None:
    database = Database(folder / "store.db", key)
    with database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    before = (folder / "store.db").read_bytes()
    with pytest.raises(RefusedError, match="升级程序"):
        open_store(folder, key)
    assert (folder / "store.db").read_bytes() == before
    assert [file.name for file in folder.iterdir()] == ["store.db"]


def test_that_a_store_whose_making_was_cut_off_is_made_again(tmp_path: Path, key: bytes) -> None:
    Database(tmp_path / "store.db", key).close()
    (tmp_path / "store.db").touch()
    database = open_store(tmp_path, key)
    with database.read() as connection:
        assert upgrade.version(connection) == upgrade.HEAD
    database.close()


def test_that_another_database_with_the_same_key_is_not_taken_for_a_store(
    tmp_path: Path, key: bytes
) -> None:
    other = Database(tmp_path / "store.db", key)
    with other.write() as connection:
        connection.execute(text("CREATE TABLE something (x)"))
    other.close()
    with pytest.raises(OutsideError, match="检查未通过"):
        open_store(tmp_path, key)


@pytest.mark.parametrize("damage", ["cut", "flip"])
def test_that_damage_is_found_after_an_end_without_closing(
    folder: Path, key: bytes, damage: str
) -> None:
    file = folder / "store.db"
    raw = bytearray(file.read_bytes())
    if damage == "cut":
        raw = raw[: len(raw) // 2]
    else:
        raw[-2000] ^= 1
    file.write_bytes(raw)
    (folder / "store.db-wal").write_bytes(b"left behind")
    with pytest.raises(OutsideError, match=r"损坏|检查未通过"):
        open_store(folder, key)


def test_that_a_sound_store_opens_after_an_end_without_closing(folder: Path, key: bytes) -> None:
    (folder / "store.db-wal").write_bytes(b"left behind")
    _require_untouched(folder, key)


def test_that_every_commit_survives_a_kill(tmp_path: Path, key: bytes) -> None:
    """What the writer said it had committed is there, whole, after kill -9 in mid-write."""
    code = (
        "import sys; from pathlib import Path\n"
        "from caseworker_app.store import audit, meta\n"
        "from caseworker_app.store.upgrade import open_store\n"
        "database = open_store(Path(sys.argv[1]), bytes(range(32)))\n"
        "for n in range(1, 100000):\n"
        "    with database.write() as connection:\n"
        "        meta.put(connection, 'n', n)\n"
        "        audit.append(connection, 'at', 'cw1', 'act', str(n), 'x' * 3000)\n"
        "        meta.put(connection, 'm', n)\n"
        "    print(n, flush=True)\n"
    )
    told = 0
    for stop in (7, 23, 60):
        with subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            for line in writer.stdout:
                told = int(line)
                if told >= stop:
                    writer.kill()
                    break
            told = max([told, *(int(line) for line in writer.stdout.read().split())])
        _require_all(tmp_path, key, told)


def _require_all(folder: Path, key: bytes, told: int) -> None:
    database = open_store(folder, key)
    with database.write() as connection:
        kept = meta.integer(connection, "n")
        assert told <= kept <= told + 1
        assert meta.integer(connection, "m") == kept
        assert audit.verify(connection).broken_at is None
        assert audit.entries(connection, limit=1)[0].subject == str(kept)
    database.close()


def _require_untouched(folder: Path, key: bytes) -> None:
    database = open_store(folder, key)
    with database.read() as connection:
        assert upgrade.version(connection) == HEAD
        names = {row[1] for row in connection.execute(text("PRAGMA table_info(household)"))}
        assert "colour" not in names
        assert len(households.records(connection, "h1").persons) == 2
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    database.close()


def _add(
    scripts: Path, revision: str, then: str = "pass", down: str = HEAD, column: str = "colour"
) -> None:
    script = _NEXT.format(revision=revision, down=down, then=then).replace("colour", column)
    (scripts / "versions" / f"{revision}_next.py").write_text(script, "utf-8")
