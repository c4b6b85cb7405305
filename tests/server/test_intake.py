from dataclasses import replace

import msgspec
import pytest
from sqlalchemy import select

from caseworker_app.model.values import Json
from caseworker_app.server import (
    assignments,
    audit,
    blobs,
    enrolment,
    intake,
    oplog,
    records,
    verify,
)
from caseworker_app.server.disputes import open_conflicts
from caseworker_app.server.tables import oplog as log
from caseworker_app.wire import receipt, signing
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.compress import decompress
from caseworker_app.wire.message import Result
from caseworker_app.wire.operation import Operation, document, verify_document
from caseworker_app.wire.problem import ProblemType
from tests.server.conftest import DAY, Office, spoil
from tests.server.laptop import Laptop

PLACES = ("embedded", "remote")


def why(office: Office, operation: Operation) -> tuple[str, str]:
    with office.central.database.read() as connection:
        row = connection.execute(select(log).where(log.c.op == operation.op)).one()
    return row.status, row.why


def units(office: Office, rid: str) -> dict[str, object]:
    with office.central.database.read() as connection:
        stored = records.get(connection, rid)
    assert stored is not None
    return dict(stored.units)


def only(results: tuple[Result, ...]) -> Result:
    (result,) = results
    return result


def test_that_a_visit_becomes_a_record_and_its_receipt_verifies(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    visit = laptop.visit("v1", office.homes[0])
    answer = office.push(caller, visit)

    server = office.central.public
    given = receipt.read(answer, {visit.op: visit}, server)[visit.op]
    assert receipt.check(given, server, visit)
    assert given.body.status == oplog.ACCEPTED
    assert units(office, "v1")["/opinion"] == "符合"


def test_that_sending_twice_counts_once_and_answers_the_same(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    visit = laptop.visit("v1", office.homes[0])

    assert office.push(caller, visit) == office.push(caller, visit)
    with office.central.database.read() as connection:
        assert len(records.versions(connection, "v1")) == 1


def test_that_one_id_with_another_content_is_refused(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    visit = laptop.visit("v1", office.homes[0])
    office.push(caller, visit)
    other = laptop.image().visit("v1", office.homes[0], op=visit.op)

    assert only(office.push(caller, other).results).problem == ProblemType.OP_ID_REUSED.urn


@pytest.mark.parametrize("field", ["rid", "person", "at", "sig", "hash"])
def test_that_a_changed_operation_is_refused(office: Office, field: str) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    visit = laptop.visit("v1", office.homes[0])
    changed = msgspec.structs.replace(visit, **{field: 1 if field == "at" else "00"})

    assert only(office.push(caller, changed).results).problem == ProblemType.BAD_SIGNATURE.urn


def test_that_another_laptop_cannot_send_in_this_ones_name(office: Office) -> None:
    office.enrol(Laptop())
    thief = office.enrol(Laptop("thief", "p2"))
    visit = Laptop().visit("v1", office.homes[0])

    assert only(office.push(thief, visit).results).problem == ProblemType.BAD_SIGNATURE.urn


def test_that_one_bad_operation_does_not_hold_up_the_others(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    good = laptop.visit("v1", office.homes[0])
    bad = msgspec.structs.replace(laptop.visit("v2", office.homes[0]), sig="00")
    last = laptop.visit("v3", office.homes[0])

    statuses = [result.status for result in office.push(caller, good, bad, last).results]
    assert statuses == [oplog.ACCEPTED, "", oplog.ACCEPTED]


def test_that_there_is_no_receipt_before_every_file_is_there(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    visit = laptop.visit("v1", office.homes[0], b"one", b"two")

    assert only(office.push(caller, visit).results).missing == (0, 1)
    store(office, b"one")
    assert only(office.push(caller, visit).results).missing == (1,)
    store(office, b"two")
    assert only(office.push(caller, visit).results).status == oplog.ACCEPTED


def store(office: Office, data: bytes) -> None:
    office.central.files.put([(sha256(data), data)])
    with office.central.database.write() as connection:
        blobs.name(connection, [(sha256(data), len(data))])


def test_that_two_people_changing_one_unit_keep_both_values(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    office.push(caller, laptop.visit("v1", office.homes[0]))
    first = laptop.patch("v1", {"/opinion": "符合"}, {"/opinion": "不符合"})
    second = laptop.patch("v1", {"/opinion": "符合"}, {"/opinion": "待定", "/note": "新"})
    office.push(caller, first)
    answer = office.push(caller, second)

    assert only(answer.results).status == oplog.CONFLICT
    assert units(office, "v1")["/opinion"] == "不符合"
    assert units(office, "v1")["/note"] == "新"
    with office.central.database.read() as connection:
        ((conflict,),) = open_conflicts(connection, ["v1"]).values()
    assert [tuple(path) for path in conflict.paths] == [("/opinion", "不符合", "待定")]


def test_that_an_atomic_operation_in_conflict_applies_nothing(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    office.push(caller, laptop.visit("v1", office.homes[0]))
    seen, wanted = {"/opinion": "未见"}, {"/opinion": "待定", "/note": "新"}
    office.push(caller, laptop.patch("v1", seen, wanted, atomic=True))

    assert "/note" not in units(office, "v1")


def test_that_a_decision_closes_the_conflict(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    office.push(caller, laptop.visit("v1", office.homes[0]))
    clash = laptop.patch("v1", {"/opinion": "未见"}, {"/opinion": "待定"})
    office.push(caller, clash)
    decided = laptop.patch(
        "v1", {"/opinion": "符合"}, {"/opinion": "待定"}, kind="resolve", resolves=clash.op
    )
    office.push(caller, decided)

    assert units(office, "v1")["/opinion"] == "待定"
    with office.central.database.read() as connection:
        assert open_conflicts(connection, ["v1"]) == {}


def test_that_every_version_is_kept(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    office.push(caller, laptop.visit("v1", office.homes[0]))
    office.push(caller, laptop.patch("v1", {"/opinion": "符合"}, {"/opinion": "不符合"}))

    with office.central.database.read() as connection:
        opinions = [version["/opinion"] for version in records.versions(connection, "v1")]
    assert opinions == ["符合", "不符合"]


def test_that_a_laptop_restored_from_an_image_cannot_hide_work(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    office.push(caller, laptop.visit("v1", office.homes[0]))
    image = laptop.image()
    office.push(caller, laptop.patch("v1", {"/opinion": "符合"}, {"/opinion": "一"}))
    forked = image.patch("v1", {"/opinion": "一"}, {"/opinion": "二"}, op="other")
    after = image.patch("v1", {"/opinion": "二"}, {"/opinion": "三"}, op="after")
    office.push(caller, forked, after)

    assert why(office, forked) == why(office, after) == (oplog.QUARANTINED, "fork")
    assert units(office, "v1")["/opinion"] == "一"


def test_that_operations_in_the_wrong_order_still_form_their_chain(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    one = laptop.visit("v1", office.homes[0])
    two = laptop.visit("v2", office.homes[0])
    office.push(caller, two)
    office.push(caller, one)

    assert why(office, one) == why(office, two) == (oplog.ACCEPTED, "")


def test_that_what_a_revoked_laptop_sends_is_kept_apart(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    enrolment.revoke(office.central, laptop.device, "admin")
    visit = laptop.visit("v1", office.homes[0])
    revoked = replace(caller, active=False)

    assert only(office.push(revoked, visit).results).status == oplog.QUARANTINED
    assert why(office, visit) == (oplog.QUARANTINED, "revoked")


@pytest.mark.parametrize("change", [{"schema": 99}, {"kind": "dance"}, {"v": 2}])
def test_that_what_is_not_understood_is_kept_with_its_files(
    office: Office, change: dict[str, object]
) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    visit = laptop.visit("v1", office.homes[0], b"one", **change)

    assert only(office.push(caller, visit).results).missing == (0,)
    assert why(office, visit) == (oplog.QUARANTINED, "not understood")


def test_that_a_visit_to_another_persons_household_is_kept_apart(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    visit = laptop.visit("v1", office.homes[1])
    slice_ = laptop.patch(f"slice:{office.homes[0]}", {}, {"/x": 1})
    office.push(caller, visit, slice_)

    assert why(office, visit) == why(office, slice_) == (oplog.QUARANTINED, "scope")


def test_that_work_done_before_a_household_changed_hands_waits_for_the_new_one(
    office: Office,
) -> None:
    laptop = Laptop("laptop-2", "p2")
    caller = office.enrol(laptop)
    home = office.homes[0]
    order = assignments.Order("p2", DAY, DAY, "调岗", "supervisor")
    assignments.assign(office.central, home, order)
    late = laptop.patch(home, {}, {"/remark": "x"}, gen=0)
    timely = laptop.patch(home, {}, {"/other": "y"}, gen=1)
    answer = office.push(caller, late, timely)

    assert [r.status for r in answer.results] == [oplog.CONFLICT, oplog.ACCEPTED]
    assert "/remark" not in units(office, home)


def test_that_deleting_what_someone_changed_meanwhile_is_a_conflict(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    office.push(caller, laptop.visit("v1", office.homes[0]))
    old = laptop.patch("v1", {}, {}, kind="delete", base=0)
    good = laptop.patch("v1", {}, {}, kind="delete", base=2)
    edit = laptop.patch("v1", {"/opinion": "符合"}, {"/opinion": "x"})
    answer = office.push(caller, old, good, edit)

    statuses = [result.status for result in answer.results]
    assert statuses == [oplog.CONFLICT, oplog.ACCEPTED, oplog.CONFLICT]


@pytest.mark.parametrize("wrong", [{}, {"at": 1.5}, {"op": "x" * 200}, {"n": 0}, {"rid": None}])
def test_that_what_is_no_operation_at_all_is_answered_as_such(
    office: Office, wrong: dict[str, Json]
) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    sent = document(canonical(laptop.visit("v1", office.homes[0]))) | wrong if wrong else {}

    ((_, problem),) = intake.take(office.central, caller, [sent])
    assert problem is ProblemType.MALFORMED


def test_that_a_text_no_database_holds_spoils_nothing_else(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    note = laptop.visit("v1", office.homes[0], reason="a\0b")
    nowhere = laptop.visit("v2", "h\0")
    decides = laptop.patch("v1", {}, {"/x": "\0"}, kind="resolve", resolves="\0")
    nameless = laptop.image().visit("v\0", office.homes[0])
    answer = office.push(caller, note, nowhere, decides, nameless)

    assert why(office, note) == (oplog.ACCEPTED, "")
    assert why(office, nowhere) == (oplog.QUARANTINED, "scope")
    assert why(office, decides) == (oplog.QUARANTINED, "not understood")
    assert answer.results[-1].problem == ProblemType.MALFORMED.urn


def test_that_an_operation_sees_what_those_before_it_in_a_batch_did(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    made = laptop.visit("v1", office.homes[0])
    changed = laptop.patch("v1", {"/opinion": "符合"}, {"/opinion": "不符合"})
    clash = laptop.patch("v1", {"/opinion": "符合"}, {"/opinion": "待定"})
    answer = office.push(caller, made, changed, clash, made)

    statuses = [(result.rev, result.status) for result in answer.results]
    assert statuses == [
        (1, oplog.ACCEPTED),
        (2, oplog.ACCEPTED),
        (3, oplog.CONFLICT),
        (1, oplog.ACCEPTED),
    ]
    with office.central.database.read() as connection:
        opinions = [version["/opinion"] for version in records.versions(connection, "v1")]
        trail = audit.checked(connection)
    assert opinions == ["符合", "不符合", "不符合"]
    assert trail.broken_at is None


def test_that_the_head_of_the_log_covers_every_operation(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    office.push(caller, laptop.visit("v1", office.homes[0]))

    with office.central.database.read() as connection:
        rows = connection.execute(select(log.c.seq, log.c.hash, log.c.head).order_by(log.c.seq))
        head = ""
        for place, row in enumerate(rows, 1):
            head = sha256((head + row.hash).encode()).removeprefix("sha256:")
            assert (row.seq, row.head) == (place, head)


def test_that_the_server_hashes_again_what_lies_on_its_disk(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    visit = laptop.visit("v1", office.homes[0], b"one")
    office.push(caller, visit)
    store(office, b"one")

    (agreed,) = verify.agreement(office.central, laptop.device)
    assert agreed == (visit.op, visit.hash, oplog.ACCEPTED, (sha256(b"one"),))
    spoil(office.central, sha256(b"one"), b"rot")
    (agreed,) = verify.agreement(office.central, laptop.device)
    assert agreed.files != (sha256(b"one"),)


def test_that_operations_of_the_office_are_signed_by_the_office(office: Office) -> None:
    with office.central.database.read() as connection:
        docs = connection.scalars(select(log.c.doc).where(log.c.device == oplog.OFFICE)).all()
    assert docs
    for doc in docs:
        assert verify_document(document(decompress(doc, 1 << 24)), office.central.public)
    assert not verify_document(document(canonical({"hash": "", "sig": ""})), signing.new_key())
