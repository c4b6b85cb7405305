import pytest
from sqlalchemy import text

from caseworker_app.store import audit
from caseworker_app.store.audit import AuditState
from caseworker_app.store.database import Database

AT = "2026-11-22T02:00:00.000+00:00"


@pytest.fixture
def written(database: Database) -> Database:
    with database.write() as connection:
        for n, act in enumerate(["visit.started", "visit.signed", "visit.sealed", "sync.done"]):
            audit.append(connection, AT, "cw1", act, "v1" if n < 3 else "", f"第{n}步")
    return database


def test_that_entries_are_chained_and_read_latest_first(written: Database) -> None:
    with written.read() as connection:
        four, three, two, one = audit.entries(connection)
        assert [one.n, two.n, three.n, four.n] == [1, 2, 3, 4]
        assert one.previous == ""
        assert [two.previous, three.previous, four.previous] == [one.hash, two.hash, three.hash]
        assert audit.entries(connection, "v1", 2) == (three, two)
        assert audit.verify(connection) == AuditState(4, four.hash)


def test_that_an_empty_log_is_whole(database: Database) -> None:
    with database.read() as connection:
        assert audit.verify(connection) == AuditState(0, "")


def test_that_one_can_ask_when_something_was_last_done(written: Database) -> None:
    with written.write() as connection:
        audit.append(connection, "2026-11-23T00:00:00Z", "cw1", "visit.signed", "v1", "")
        assert audit.last(connection, "v1", "visit.signed") == "2026-11-23T00:00:00Z"
        assert audit.last(connection, "v1", "visit.started") == AT
        assert audit.last(connection, "v2", "visit.started") == ""


@pytest.mark.parametrize(
    ("tampering", "place"),
    [
        ("UPDATE audit SET detail = '没有改' WHERE n = 2", 2),
        ("UPDATE audit SET at = '2020-01-01' WHERE n = 1", 1),
        ("UPDATE audit SET hash = 'x', previous = 'x' WHERE n = 4", 4),
        ("DELETE FROM audit WHERE n = 2", 2),
        ("DELETE FROM audit WHERE n = 1", 1),
        ("DELETE FROM audit WHERE n = 4", 4),
        ("DELETE FROM audit", 1),
        ("UPDATE audit SET n = 9 WHERE n = 3", 3),
        ("INSERT INTO audit VALUES (5, 'at', 'cw1', 'act', '', '', 'previous', 'hash')", 5),
    ],
)  # fmt: skip
def test_that_tampering_shows_at_its_place(written: Database, tampering: str, place: int) -> None:
    with written.write() as connection:
        connection.execute(text(tampering))
        assert audit.verify(connection).broken_at == place
