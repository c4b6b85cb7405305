"""What stands in no record waits for somebody: it is taken in as late work or put away."""

from dataclasses import replace

import msgspec
import pytest

from caseworker_app.errors import RefusedError, UserError
from caseworker_app.model.audit import AuditEntry
from caseworker_app.server import apart, audit, changes, disputes, enrolment, oplog, records
from caseworker_app.server.rights import Caller
from caseworker_app.wire.message import AskChanges
from caseworker_app.wire.operation import Operation, seal
from tests.server.conftest import Office
from tests.server.laptop import Laptop

PLACES = ("embedded", "remote")


def stopped(office: Office, laptop: Laptop) -> Caller:
    """Return a laptop that was let in and then stopped."""
    caller = office.enrol(laptop)
    enrolment.revoke(office.central, laptop.device, "admin")
    return replace(caller, active=False)


def why(office: Office) -> list[tuple[str, str]]:
    return [(one.op, one.why) for one in apart.listed(office.central)]


def acts(office: Office, act: str) -> list[AuditEntry]:
    with office.central.database.read() as connection:
        return [entry for entry in audit.entries(connection) if entry.act == act]


def test_that_each_is_listed_with_whose_it_was_and_why(office: Office) -> None:
    laptop, other = Laptop(), Laptop("laptop-2", "p2")
    visit = laptop.visit("v1", office.homes[0])
    foreign = other.visit("v2", office.homes[0])
    office.push(stopped(office, laptop), visit)
    office.push(office.enrol(other), foreign)

    first, second = apart.listed(office.central)
    assert (first.op, first.form, first.device, first.name) == (
        visit.op, "F01@1", "laptop-1", "调查人p1",
    )  # fmt: skip
    assert (first.why, second.why) == ("笔记本已停用", "家庭不归本人")
    with office.central.database.read() as connection:
        assert apart.count(connection) == 2


def test_that_what_is_taken_in_waits_for_whoever_has_the_household(office: Office) -> None:
    lost, new = Laptop("laptop-1", "p1"), Laptop("laptop-9", "p1")
    visit = lost.visit("v1", office.homes[0])
    office.push(stopped(office, lost), visit)
    reader = office.enrol(new)
    before = changes.page(office.central, reader, AskChanges(since=0))
    assert "v1" not in {row.rid for row in before.rows}

    units = apart.take_in(office.central, visit.op, "admin")

    assert units == len(visit.patch)
    page = changes.page(office.central, reader, AskChanges(since=before.next, head=before.head))
    (row,) = page.rows
    (conflict,) = row.conflicts
    assert conflict.wants is not None
    assert (row.rid, conflict.id, conflict.wants.name) == ("v1", visit.op, "调查人p1")
    assert why(office) == []
    (entry,) = acts(office, apart.TAKEN_IN)
    assert (entry.person, entry.subject, entry.detail) == ("admin", "v1", visit.op)


def test_that_what_was_taken_in_can_be_decided(office: Office) -> None:
    lost, new = Laptop("laptop-1", "p1"), Laptop("laptop-9", "p1")
    visit = lost.visit("v1", office.homes[0])
    office.push(stopped(office, lost), visit)
    caller = office.enrol(new)
    apart.take_in(office.central, visit.op, "admin")
    wanted = {change.path: change.new for change in visit.patch}

    decision = new.patch("v1", {}, wanted, kind="resolve", resolves=visit.op, base=1)
    (answer,) = office.push(caller, decision).results

    assert answer.status == oplog.ACCEPTED
    with office.central.database.read() as connection:
        record = records.get(connection, "v1")
        assert record is not None
        assert dict(record.units) == wanted
        assert disputes.open_conflicts(connection, ["v1"]) == {}


def test_that_what_stands_is_not_replaced(office: Office) -> None:
    """Work that came out of turn about a record others changed since waits beside it."""
    laptop = Laptop()
    caller = office.enrol(laptop)
    office.push(caller, laptop.visit("v1", office.homes[0]))
    image = laptop.image()
    office.push(caller, laptop.patch("v1", {"/opinion": "符合"}, {"/opinion": "不符合"}))
    seen, wanted = {"/opinion": "符合"}, {"/opinion": "待定"}
    twin = image.patch("v1", seen, wanted, op="twin")
    office.push(caller, twin)
    assert why(office) == [(twin.op, "笔记本曾退回旧的状态，序号重复")]

    assert apart.take_in(office.central, twin.op, "admin") == 1

    with office.central.database.read() as connection:
        record = records.get(connection, "v1")
        (conflict,) = disputes.open_conflicts(connection, ["v1"])["v1"]
    assert record is not None
    assert record.units["/opinion"] == "不符合"
    assert [(path, stands, wants) for path, stands, wants in conflict.paths] == [
        ("/opinion", "不符合", "待定")
    ]


def test_that_the_laptop_is_told_what_became_of_it(office: Office) -> None:
    laptop = Laptop()
    caller = stopped(office, laptop)
    visit = laptop.visit("v1", office.homes[0])
    (before,) = office.push(caller, visit).results
    apart.take_in(office.central, visit.op, "admin")
    (after,) = office.push(caller, visit).results

    assert (before.status, after.status) == (oplog.QUARANTINED, oplog.CONFLICT)
    assert before.problem
    assert not after.problem
    assert (before.seq, before.done) == (after.seq, after.done)


def test_that_what_is_put_away_is_kept_and_not_asked_about_again(office: Office) -> None:
    laptop = Laptop()
    visit = laptop.visit("v1", office.homes[0])
    office.push(stopped(office, laptop), visit)

    with pytest.raises(UserError, match="为什么"):
        apart.put_away(office.central, visit.op, "admin", "  ")
    apart.put_away(office.central, visit.op, "admin", "重复送来")

    assert why(office) == []
    (entry,) = acts(office, apart.PUT_AWAY)
    assert (entry.subject, entry.detail) == (visit.op, "v1 重复送来")
    with pytest.raises(UserError, match="没有待人工"):
        apart.take_in(office.central, visit.op, "admin")


def test_that_what_was_taken_in_once_is_not_taken_in_twice(office: Office) -> None:
    laptop = Laptop()
    visit = laptop.visit("v1", office.homes[0])
    office.push(stopped(office, laptop), visit)
    apart.take_in(office.central, visit.op, "admin")

    with pytest.raises(UserError, match="没有待人工"):
        apart.take_in(office.central, visit.op, "admin")


def nowhere(laptop: Laptop, _home: str) -> Operation:
    return laptop.visit("v1", "no such household")


def of_the_future(laptop: Laptop, home: str) -> Operation:
    newer = msgspec.structs.replace(laptop.visit("v1", home), schema=99)
    return seal(newer, laptop.key)


def for_the_office(laptop: Laptop, home: str) -> Operation:
    question = msgspec.structs.replace(laptop.visit("q1", home), form="ask@1")
    return seal(question, laptop.key)


@pytest.mark.parametrize(
    ("made", "sentence"),
    [(nowhere, "不合"), (of_the_future, "看不懂"), (for_the_office, "当时办")],
)
def test_that_what_fits_nothing_is_left_with_a_sentence(
    office: Office, made: type, sentence: str
) -> None:
    laptop = Laptop()
    sent = made(laptop, office.homes[0])
    office.push(stopped(office, laptop), sent)

    with pytest.raises(RefusedError, match=sentence):
        apart.take_in(office.central, sent.op, "admin")
    assert len(why(office)) == 1
