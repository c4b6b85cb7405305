import threading
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from caseworker_app.errors import OutsideError
from caseworker_app.model.visit import Visit
from caseworker_app.store import attachment, household, meta, visit
from caseworker_app.store.database import Database
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.store.upgrade import open_store
from caseworker_app.wire.canonical import sha256

AT = "2026-11-22T02:00:00.000+00:00"
PLAIN = ("王桂兰", "330106195803120028", "20028", "香积寺路", "wangguilan", "13800000001", "漏雨")


def test_that_nothing_of_a_person_can_be_read_from_any_file(
    tmp_path: Path, key: bytes, assigned: AssignedHousehold, visit: Visit
) -> None:
    database = open_store(tmp_path, key)
    _write_everything(database, assigned, visit)
    open_files = {f.name: f.read_bytes() for f in tmp_path.iterdir()}
    database.close()
    closed_files = {f.name: f.read_bytes() for f in tmp_path.iterdir()}
    assert len(open_files["store.db-wal"]) > 20_000
    for raw in (*open_files.values(), *closed_files.values()):
        assert not [mark for mark in PLAIN if mark.encode() in raw]
        assert b"SQLite format" not in raw
        assert b"household" not in raw


def test_that_the_same_search_finds_plain_text_in_a_store_without_a_key(tmp_path: Path) -> None:
    """Shows that the test above can fail."""
    from sqlcipher3 import dbapi2  # noqa: PLC0415  # only here without encryption

    plain = dbapi2.connect(str(tmp_path / "plain.db"))
    plain.execute("CREATE TABLE household (head TEXT)")
    plain.execute("INSERT INTO household VALUES ('王桂兰')")
    plain.commit()
    plain.close()
    assert "王桂兰".encode() in (tmp_path / "plain.db").read_bytes()


def test_that_a_wrong_key_is_said_and_changes_nothing(tmp_path: Path, key: bytes) -> None:
    open_store(tmp_path, key).close()
    before = (tmp_path / "store.db").read_bytes()
    with pytest.raises(OutsideError, match="密钥与文件不符"):
        open_store(tmp_path, bytes(32))
    assert (tmp_path / "store.db").read_bytes() == before
    open_store(tmp_path, key).close()


def test_that_the_pragmas_hold_on_every_connection(database: Database) -> None:
    wanted = {
        "foreign_keys": 1,
        "synchronous": 2,
        "journal_mode": "wal",
        "secure_delete": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "cache_size": -16384,
    }
    with database.read() as one, database.read() as two, database.write() as three:
        for connection in (one, two, three):
            found = {p: connection.execute(text(f"PRAGMA {p}")).scalar() for p in wanted}
            assert found == wanted


def test_that_a_failed_write_leaves_no_trace(database: Database) -> None:
    with pytest.raises(RuntimeError, match="half way"):
        _write_and_fail(database)
    with database.read() as connection:
        assert meta.text(connection, "one") == ""


def test_that_what_a_reader_writes_is_thrown_away(database: Database) -> None:
    with database.read() as connection:
        meta.put(connection, "one", "1")
    with database.read() as connection:
        assert meta.text(connection, "one", "none") == "none"


def test_that_a_reader_sees_one_moment_while_another_thread_writes(database: Database) -> None:
    def write() -> None:
        with database.write() as connection:
            meta.put(connection, "one", "new")

    with database.read() as connection:
        assert meta.text(connection, "one") == ""
        writer = threading.Thread(target=write)
        writer.start()
        writer.join()
        assert meta.text(connection, "one") == ""
    with database.read() as connection:
        assert meta.text(connection, "one") == "new"


def test_that_writers_of_many_threads_take_turns(database: Database) -> None:
    before, known = database.version, []

    def count() -> None:
        for _ in range(10):
            with database.write() as connection:
                known.append(database.version - before)
                meta.put(connection, "n", meta.integer(connection, "n") + 1)

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as connection:
        assert meta.integer(connection, "n") == 40
    assert known == list(range(40))


def test_that_a_write_inside_a_write_is_a_bug_and_not_a_standstill(database: Database) -> None:
    with database.write(), pytest.raises(RuntimeError, match="wait for itself"):
        database.write().__enter__()
    with database.write() as connection:
        meta.put(connection, "one", "1")


def test_that_a_full_disk_is_said_and_nothing_before_is_lost(database: Database) -> None:
    with database.write() as connection:
        meta.put(connection, "before", "here")
        pages: int = connection.execute(text("PRAGMA page_count")).scalar_one()
    photo = bytes(200_000)
    with database.write() as connection:
        connection.execute(text(f"PRAGMA max_page_count = {pages + 5}"))
    with pytest.raises(OutsideError, match="磁盘空间不足"), database.write() as connection:
        attachment.put(connection, sha256(photo), photo, "image/jpeg")
    with database.write() as connection:
        connection.execute(text("PRAGMA max_page_count = 1000000"))
        assert meta.text(connection, "before") == "here"
        assert not attachment.exists(connection, sha256(photo))


def test_that_a_store_in_use_elsewhere_is_said(
    tmp_path: Path, key: bytes, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseworker_app.store.database._WAIT_SECONDS", 0.05)
    second = Database(tmp_path / "store.db", key)
    with (
        database.write(),
        pytest.raises(OutsideError, match="另一个程序占用"),
        second.write() as connection,
    ):
        meta.put(connection, "one", "1")
    second.close()


def test_that_a_copy_is_whole_and_a_failed_one_leaves_nothing(
    tmp_path: Path, key: bytes, database: Database
) -> None:
    with database.write() as connection:
        meta.put(connection, "one", "1")
    database.copy_to(tmp_path / "copy.db")
    copied = Database(tmp_path / "copy.db", key)
    with copied.read() as connection:
        assert meta.text(connection, "one") == "1"
    copied.close()
    with pytest.raises(OutsideError, match="无法读写"):
        database.copy_to(tmp_path / "gone" / "copy.db")
    with pytest.raises(OutsideError, match="不会覆盖"):
        database.copy_to(tmp_path / "copy.db")
    assert (tmp_path / "copy.db").exists()


def test_that_a_broken_rule_of_the_schema_stays_a_bug(database: Database) -> None:
    with pytest.raises(IntegrityError), database.write() as connection:
        connection.execute(text("INSERT INTO meta (key) VALUES ('one')"))


def test_that_a_key_of_another_length_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Database(tmp_path / "store.db", b"short")


def test_that_a_folder_that_is_gone_is_said(tmp_path: Path, key: bytes) -> None:
    with pytest.raises(OutsideError, match="无法读写"):
        open_store(tmp_path / "gone", key)


def _write_everything(database: Database, assigned: AssignedHousehold, seen: Visit) -> None:
    with database.write() as connection:
        household.save(connection, assigned)
        visit.start(connection, seen, AT, "cw1")
        attachment.put(connection, sha256("漏雨".encode()), "漏雨".encode(), "text/plain")


def _write_and_fail(database: Database) -> None:
    with database.write() as connection:
        meta.put(connection, "one", "1")
        raise RuntimeError("half way")


def test_that_a_closed_store_has_forgotten_its_key(database: Database) -> None:
    database.close()

    with pytest.raises(OutsideError, match="已锁定"), database.read():
        pass
    assert database._key == b""
