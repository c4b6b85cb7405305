"""Attachments, papers, the server's copies, single facts, differences."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from caseworker_app.errors import UserError
from caseworker_app.model.codes import DiscrepancyState
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.visit import Visit
from caseworker_app.store import (
    attachment,
    copy,
    cursor,
    discrepancy as differences,
    household as households,
    meta,
    paper as papers,
    visit as visits,
    worklist,
)
from caseworker_app.store.copy import Copy
from caseworker_app.store.database import Database
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.store.paper import PaperRow
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.message import Cursor

AT = "2026-11-22T02:00:00.000+00:00"


def test_that_bytes_are_kept_once_under_their_hash(database: Database) -> None:
    data = bytes(range(256)) * 100
    with database.write() as connection:
        attachment.put(connection, sha256(data), data, "image/jpeg")
        attachment.put(connection, sha256(data), data, "image/png")
    with database.read() as connection:
        assert attachment.get(connection, sha256(data)) == data
        assert attachment.size(connection, sha256(data)) == 25_600
        assert not attachment.exists(connection, sha256(b""))
        with pytest.raises(UserError, match="没有这个附件"):
            attachment.get(connection, sha256(b""))


def test_that_bytes_under_another_hash_are_a_bug(database: Database) -> None:
    with pytest.raises(ValueError, match="another hash"), database.write() as connection:
        attachment.put(connection, sha256(b"one"), b"two", "image/jpeg")


def test_that_numbers_come_from_the_blocks_in_order(database: Database) -> None:
    with database.write() as connection:
        papers.allot(connection, "F01", 2026, 201, 202)
        papers.allot(connection, "F01", 2026, 7, 8)
        papers.allot(connection, "F01", 2026, 7, 8)
        assert papers.remaining(connection, "F01", 2026) == 4
        numbers = [papers.next_number(connection, "F01", 2026, "330106001002") for _ in "1234"]
        papers.allot(connection, "F01", 2026, 7, 8)
        assert papers.remaining(connection, "F01", 2026) == 0
        with pytest.raises(UserError, match="编号已用完"):
            papers.next_number(connection, "F01", 2026, "330106001002")
        with pytest.raises(UserError, match="编号已用完"):
            papers.next_number(connection, "F01", 2027, "330106001002")
    assert numbers == [f"330106-2026-F01-{n:06}" for n in (7, 8, 201, 202)]


def test_that_a_number_is_not_issued_twice(
    database: Database, assigned: AssignedHousehold, visit: Visit
) -> None:
    paper = PaperRow(
        number="330106-2026-F01-000007",
        form="F01",
        household="h1",
        visit="v1",
        sha="sha256:00",
        issued_at=AT,
    )
    with database.write() as connection:
        households.save(connection, assigned)
        visits.start(connection, visit, AT, "cw1")
        papers.put(connection, paper)
        assert papers.get(connection, paper.number) == paper
        assert papers.get(connection, "none") is None
        assert papers.of_visit(connection, "v1") == (paper,)
    with pytest.raises(IntegrityError), database.write() as connection:
        papers.put(connection, paper)


def test_that_the_servers_copy_is_replaced_as_a_whole(database: Database) -> None:
    record = Copy("v1", "visit", 3, 900, "cw1", 1, {"/opinion": "属实", "/money": 12, "/list": []})
    newer = replace(record, rev=4, units={"/opinion": "不属实"}, dead=True)
    with database.write() as connection:
        copy.put(connection, record)
        assert copy.get(connection, "v1") == record
        copy.put(connection, newer)
        assert copy.get(connection, "v1") == newer
        copy.forget_all(connection)
        assert copy.get(connection, "v1") is None


def test_that_a_fact_keeps_its_kind(database: Database) -> None:
    with database.write() as connection:
        meta.put(connection, "cursor", 41)
        meta.put(connection, "device.key", b"\x00\xff")
        meta.put(connection, "epoch", "e1")
        meta.put(connection, "epoch", "e2")
    with database.read() as connection:
        assert meta.integer(connection, "cursor") == 41
        assert meta.raw(connection, "device.key") == b"\x00\xff"
        assert meta.text(connection, "epoch") == "e2"
        assert meta.integer(connection, "none", 7) == 7
        assert meta.raw(connection, "none") is None


def test_that_a_forgotten_fact_is_gone(database: Database) -> None:
    with database.write() as connection:
        meta.put(connection, "epoch", "e1")
        meta.forget(connection, "epoch")
        assert meta.text(connection, "epoch", "none") == "none"


def test_that_the_place_in_the_servers_log_is_remembered(database: Database) -> None:
    with database.write() as connection:
        assert cursor.load(connection) == Cursor("", 0, "")
        cursor.put(connection, Cursor("e1", 900, "sha256:head"))
    with database.read() as connection:
        assert cursor.load(connection) == Cursor("e1", 900, "sha256:head")


def test_that_differences_keep_their_order_and_what_became_of_them(
    database: Database,
    assigned: AssignedHousehold,
    discrepancies: tuple[Discrepancy, ...],
) -> None:
    red, orange, yellow = discrepancies
    with database.write() as connection:
        households.save(connection, assigned)
        differences.replace(connection, "h1", discrepancies)
        assert differences.of(connection, "h1") == discrepancies
        assert differences.counts(connection) == {"CL01": 1, "HJ03": 1, "FC02": 1}
        differences.set_states(
            connection,
            "h1",
            {red.id: DiscrepancyState.REFUTED, orange.id: DiscrepancyState.EXPLAINED},
        )
        (row,) = worklist.page(connection, worklist.first_page(connection, 1)[1])
        assert (row.red, row.orange, row.yellow) == (0, 1, 1)
        differences.replace(connection, "h1", (yellow, red))
        assert differences.of(connection, "h1") == (yellow, red)
        assert differences.states(connection, "h1") == {
            yellow.id: DiscrepancyState.OPEN,
            red.id: DiscrepancyState.REFUTED,
        }
        assert differences.counts(connection) == {"FC02": 1}
        differences.replace(connection, "h1", ())
        assert differences.of(connection, "h1") == ()
