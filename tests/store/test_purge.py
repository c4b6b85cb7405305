"""What may leave a laptop, and what never does."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from caseworker_app.errors import UserError
from caseworker_app.model.codes import Stage
from caseworker_app.model.visit import Attachment, Visit
from caseworker_app.store import attachment, household as households, outbox, purge, visit as visits
from caseworker_app.store.database import Database
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.store.purge import Durable
from caseworker_app.store.tables import attachment as attachment_table
from caseworker_app.wire.canonical import sha256
from tests.store.test_outbox import AT, FIRST, FORM, PHOTO, SECOND

LATER = "2026-12-30T02:00:00.000+00:00"
STUB = b"{}"


@pytest.fixture
def held(database: Database) -> Database:
    """Return a store whose first operation is receipted and backed up, the second only sealed."""
    with database.write() as connection:
        attachment.put(connection, sha256(PHOTO), PHOTO, "image/jpeg")
        attachment.put(connection, sha256(FORM), FORM, "application/pdf")
        outbox.put(connection, FIRST)
        outbox.put(connection, SECOND)
        outbox.confirm(connection, "op1", 7, 5, "e1", b"receipt")
        purge.believe(connection, Durable("e1", 5))
    return database


def test_that_what_has_a_receipt_and_a_backup_goes_with_its_files_and_leaves_a_stub(
    held: Database,
) -> None:
    with held.write() as connection:
        assert [one.op for one in purge.candidates(connection)] == ["op1"]
        assert purge.clear(connection, {"op1": STUB}, LATER) == ("op1",)

        (entry,) = outbox.confirmed(connection)
        assert (entry.rid, entry.receipt, entry.cleared_at) == ("v1", b"receipt", LATER)
        assert outbox.bodies(connection, ["op1"]) == {"op1": STUB}
        with pytest.raises(UserError, match="已清出，办公室有备份"):
            attachment.get(connection, sha256(FORM))
        assert attachment.size(connection, sha256(FORM)) is None
        assert attachment.altered(connection) == ()
        assert purge.candidates(connection) == ()
        assert purge.clear(connection, {"op1": STUB}, LATER) == ()


@pytest.mark.parametrize(
    "told", [Durable("e1", 4), Durable("e1", 0), Durable("e2", 5), Durable("", 5)]
)
def test_that_a_receipt_alone_lets_nothing_go(database: Database, told: Durable) -> None:
    with database.write() as connection:
        attachment.put(connection, sha256(PHOTO), PHOTO, "image/jpeg")
        attachment.put(connection, sha256(FORM), FORM, "application/pdf")
        outbox.put(connection, FIRST)
        outbox.confirm(connection, "op1", 7, 5, "e1", b"receipt")
        purge.believe(connection, told)

        assert purge.candidates(connection) == ()
        assert purge.clear(connection, {"op1": STUB}, LATER) == ()
        assert attachment.get(connection, sha256(FORM)) == FORM


def test_that_sealed_work_never_goes(held: Database) -> None:
    with held.write() as connection:
        purge.believe(connection, Durable("e1", 1000))

        assert purge.clear(connection, {"op2": STUB}, LATER) == ()
        assert outbox.bodies(connection, ["op2"]) == {"op2": SECOND.body}


@pytest.mark.parametrize("change", ["state = 'sealed'", "receipt = NULL", "epoch = ''"])
def test_that_each_condition_counts_by_itself(held: Database, change: str) -> None:
    with held.write() as connection:
        connection.exec_driver_sql(f"UPDATE outbox SET {change} WHERE op = 'op1'")  # noqa: S608  # listed above
        if "epoch" in change:
            purge.believe(connection, Durable("", 5))

        assert purge.candidates(connection) == ()
        assert purge.clear(connection, {"op1": STUB}, LATER) == ()


def test_that_a_page_nobody_has_filed_yet_stays(held: Database) -> None:
    with held.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO scan (id, sha, source, page, name, code, why, at, person, form, put_away)"
            " VALUES ('s1', ?, 'file', 1, '', '', '', '', '', '', '')",
            (sha256(FORM),),
        )
        purge.clear(connection, {"op1": STUB}, LATER)

        assert attachment.get(connection, sha256(FORM)) == FORM


def test_that_a_file_stays_while_anything_that_stays_names_it(held: Database) -> None:
    with held.write() as connection:
        purge.clear(connection, {"op1": STUB}, LATER)

        assert attachment.get(connection, sha256(PHOTO)) == PHOTO


def test_that_a_file_of_a_visit_under_way_stays(
    held: Database, assigned: AssignedHousehold, visit: Visit
) -> None:
    form = Attachment("x1", sha256(FORM), "photo", "image/jpeg", len(FORM))
    with held.write() as connection:
        households.save_all(connection, [assigned])
        begun = replace(visit, id="v9", stage=Stage.VISITING, attachments=(form,))
        visits.start(connection, begun, AT, "p1")
        purge.clear(connection, {"op1": STUB}, LATER)

        assert attachment.get(connection, sha256(FORM)) == FORM


def test_that_an_operation_set_apart_at_the_office_waits_for_a_person(held: Database) -> None:
    with held.write() as connection:
        outbox.problem(connection, "op1", "送到未入档")

        assert purge.candidates(connection) == ()


def test_that_inside_an_epoch_the_backup_never_goes_back(held: Database) -> None:
    with held.write() as connection:
        purge.believe(connection, Durable("e1", 3))
        assert purge.durable(connection) == Durable("e1", 5)
        purge.believe(connection, Durable("e2", 1))
        assert purge.durable(connection) == Durable("e2", 1)


def test_that_another_epoch_takes_back_receipts_but_not_what_is_gone(held: Database) -> None:
    with held.write() as connection:
        purge.clear(connection, {"op1": STUB}, LATER)

        assert outbox.reset_held(connection) == 0
        assert [entry.op for entry in outbox.waiting(connection)] == ["op2"]


def test_that_a_file_that_comes_again_is_here_again(held: Database) -> None:
    with held.write() as connection:
        purge.clear(connection, {"op1": STUB}, LATER)
        attachment.put(connection, sha256(FORM), FORM, "application/pdf")

        assert attachment.get(connection, sha256(FORM)) == FORM


def test_that_a_file_wiped_under_the_name_of_clearing_is_told(held: Database) -> None:
    with held.write() as connection:
        wiped = update(attachment_table).where(attachment_table.c.sha == sha256(FORM))
        connection.execute(wiped.values(data=b"", cleared_at=LATER))

        assert attachment.altered(connection) == ()
        assert purge.unfounded(connection) == (sha256(FORM),)
