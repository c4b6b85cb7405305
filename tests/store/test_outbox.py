from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from caseworker_app.model.codes import Stage
from caseworker_app.model.visit import Visit
from caseworker_app.store import (
    attachment,
    household as households,
    outbox,
    paper as papers,
    visit as visits,
)
from caseworker_app.store.database import Database
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.store.outbox import OutboxState, OutboxStatus, SealedOperation
from caseworker_app.store.paper import PaperRow
from caseworker_app.wire.canonical import sha256

AT = "2026-11-22T02:00:00.000+00:00"
PHOTO, FORM = b"photo", b"form of the visit"
FIRST = SealedOperation(
    "op1", 1, "v1", "sha256:a", "", b'{"n":1}', AT, (sha256(FORM), sha256(PHOTO))
)
SECOND = SealedOperation("op2", 2, "v2", "sha256:b", "sha256:a", b'{"n":22}', AT, (sha256(PHOTO),))


@pytest.fixture
def filled(database: Database) -> Database:
    with database.write() as connection:
        attachment.put(connection, sha256(PHOTO), PHOTO, "image/jpeg")
        attachment.put(connection, sha256(FORM), FORM, "application/pdf")
        outbox.put(connection, FIRST)
        outbox.put(connection, SECOND)
    return database


def test_that_what_is_sealed_waits_in_order_with_its_files(filled: Database) -> None:
    with filled.read() as connection:
        waiting = outbox.waiting(connection)
        assert [entry.op for entry in waiting] == ["op1", "op2"]
        assert {entry.state for entry in waiting} == {OutboxState.SEALED}
        assert outbox.bodies(connection, ["op2", "op9"]) == {"op2": SECOND.body}
        assert outbox.blobs_of(connection, "op1") == (sha256(FORM), sha256(PHOTO))
        assert outbox.next_link(connection) == (3, "sha256:b")
        assert outbox.status(connection) == OutboxStatus(
            2, AT, 0, len(FIRST.body + SECOND.body + PHOTO + FORM), 0
        )


def test_that_the_chain_begins_with_one(database: Database) -> None:
    with database.read() as connection:
        assert outbox.next_link(connection) == (1, "")
        assert outbox.status(connection) == OutboxStatus(0, None, 0, 0, 0)


@pytest.mark.parametrize(
    "operation",
    [
        SECOND,
        replace(SECOND, op="op3", previous="sha256:b"),
        replace(SECOND, op="op3", n=4, previous="sha256:b"),
        replace(SECOND, op="op3", n=3),
    ],
)
def test_that_only_the_next_link_is_taken(filled: Database, operation: SealedOperation) -> None:
    with pytest.raises(ValueError, match="next of the chain"), filled.write() as connection:
        outbox.put(connection, operation)


def test_that_an_operation_without_its_file_is_not_taken(filled: Database) -> None:
    lost = SealedOperation("op3", 3, "v3", "sha256:c", "sha256:b", b"{}", AT, ("sha256:none",))
    with pytest.raises(IntegrityError), filled.write() as connection:
        outbox.put(connection, lost)
    with filled.read() as connection:
        assert outbox.next_link(connection) == (3, "sha256:b")


def test_that_a_receipt_confirms_once(filled: Database) -> None:
    with filled.write() as connection:
        outbox.problem(connection, "op2", "网络中断")
        assert outbox.confirm(connection, "op2", 900, 12, "e1", b"receipt")
        assert not outbox.confirm(connection, "op2", 901, 13, "e2", b"another")
        assert not outbox.confirm(connection, "op9", 902, 14, "e1", b"receipt")
        (held,) = outbox.confirmed(connection)
    assert (held.op, held.seq, held.done, held.epoch) == ("op2", 900, 12, "e1")
    assert (held.receipt, held.problem, held.attempts) == (b"receipt", "", 1)
    with filled.read() as connection:
        assert [entry.op for entry in outbox.waiting(connection)] == ["op1"]
        assert outbox.status(connection).held == 1


def test_that_a_server_with_another_epoch_is_sent_everything_again(filled: Database) -> None:
    with filled.write() as connection:
        outbox.confirm(connection, "op1", 900, 12, "e1", b"receipt")
        assert outbox.reset_held(connection) == 1
        first = outbox.waiting(connection)[0]
    assert (first.op, first.seq, first.done, first.epoch) == ("op1", None, None, "")
    assert first.receipt is None


def test_that_a_problem_is_noted_and_the_operation_stays(filled: Database) -> None:
    with filled.write() as connection:
        outbox.problem(connection, "op1", "服务器繁忙")
        outbox.problem(connection, "op1", "服务器繁忙")
        first = outbox.waiting(connection)[0]
        assert (first.attempts, first.problem) == (2, "服务器繁忙")
        assert outbox.status(connection).problems == 1
        assert [entry.op for entry in outbox.of_record(connection, "v1")] == ["op1"]


def test_that_a_sealed_visit_names_paper_hash_and_operation(
    filled: Database, assigned: AssignedHousehold, visit: Visit
) -> None:
    with filled.write() as connection:
        households.save(connection, assigned)
        visits.start(connection, visit, AT, "cw1")
        papers.put(
            connection,
            PaperRow(
                number="N1", form="F01", household="h1", visit="v1", sha=sha256(FORM), issued_at=AT
            ),
        )
        assert outbox.sealed_visit(connection, "v1") is None
        visits.seal(connection, "v1", AT, "sha256:record")
        visits.set_stage(connection, "v1", Stage.RECEIVED)
        sealed = outbox.sealed_visit(connection, "v1")
    assert sealed == ("N1", "sha256:record", sha256(FORM), "op1")
