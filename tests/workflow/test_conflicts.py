"""What waits for a decision on a laptop, and what a decision says."""

from collections.abc import Mapping

import msgspec
import pytest

from caseworker_app.desktop.conflicts import words
from caseworker_app.errors import UserError
from caseworker_app.model.values import Json
from caseworker_app.store import audit, conflict, outbox
from caseworker_app.wire.canonical import digest
from caseworker_app.wire.message import Conflict, Disputed, Hand, Row
from caseworker_app.wire.operation import Change, Operation, verify
from caseworker_app.wire.signing import public
from caseworker_app.workflow import conflicts, outgoing
from caseworker_app.workflow.workspace import Workspace

PHONE, INCOME = "/household/phone", "/household/monthly"
BOTH = (Disputed(PHONE, "1", "2"), Disputed(INCOME, 100, None))
TOLD = Conflict(id="c1", op="c1", paths=BOTH, base={PHONE: "0"}, wants=Hand("李四", 1_000))
KEPT: dict[str, Json] = {PHONE: "1", INCOME: 100}


def row(*told: Conflict, rid: str = "h1", kind: str = "household") -> Row:
    return Row(
        rid=rid, kind=kind, household="h1", rev=3, seq=9, gen=2, units={}, conflicts=told
    )  # fmt: skip


def take(ws: Workspace, *rows: Row) -> int:
    with ws.database.write() as connection:
        return conflicts.take(connection, rows)


def decide(ws: Workspace, choices: Mapping[str, Json], reason: str = "问过户主") -> None:
    (seen,) = conflicts.waiting(ws)
    conflicts.resolve(ws, seen, choices, reason)


def sent(ws: Workspace) -> Operation:
    with ws.database.read() as connection:
        (entry,) = outbox.waiting(connection)
        body = outbox.bodies(connection, [entry.op])[entry.op]
    return msgspec.json.decode(body, type=Operation)


def confirm(ws: Workspace, op: str) -> None:
    with ws.database.write() as connection:
        outbox.confirm(connection, op, 1, 1, "e", b"{}")


def test_that_a_conflict_stays_until_the_office_tells_no_more_of_it(ws: Workspace) -> None:
    assert take(ws, row(TOLD)) == 1
    assert take(ws, row(TOLD)) == 0
    assert [one.id for one in conflicts.waiting(ws)] == ["c1"]
    assert take(ws, row(rid="h2")) == 0
    assert conflicts.count(ws) == 1
    take(ws, row())
    assert conflicts.waiting(ws) == ()


def test_that_it_says_what_was_seen_where_that_is_known(ws: Workspace) -> None:
    take(ws, row(TOLD))

    (found,) = conflicts.waiting(ws)
    assert [(p.base, p.is_base_known, p.now, p.wanted) for p in found.points] == [
        ("0", True, "1", "2"),
        (None, False, 100, None),
    ]
    assert found.wanted_by is not None
    assert found.wanted_by.name == "李四"
    assert not found.is_undivided


@pytest.mark.parametrize("at", [-(10**30), 10**18, 10**30])
def test_that_a_wild_time_of_another_is_shown_and_stops_nothing(ws: Workspace, at: int) -> None:
    hand = Hand("李四", at)
    take(ws, row(msgspec.structs.replace(TOLD, wants=hand, stands={PHONE: hand})))

    (found,) = conflicts.waiting(ws)
    assert found.wanted_by is not None
    assert words.hand(found.wanted_by).startswith("李四　")


def test_that_a_decision_names_what_stands_and_is_signed_queued_and_noted(ws: Workspace) -> None:
    take(ws, row(TOLD))
    (seen,) = conflicts.waiting(ws)
    decide(ws, {PHONE: "3", INCOME: 100}, " 问过户主 ")

    operation = sent(ws)
    assert operation.patch == (
        Change(PHONE, digest("1"), "3"),
        Change(INCOME, digest(100), 100),
    )
    assert (operation.kind, operation.resolves, operation.reason) == ("resolve", "c1", "问过户主")
    assert (operation.base, operation.gen, operation.atomic) == (3, 2, True)
    assert verify(operation, public(ws.device.key))
    with ws.database.read() as connection:
        (noted,) = audit.entries(connection, "h1")
    assert (noted.act, noted.detail) == ("conflict.decided", "问过户主")
    (parcel,) = outgoing.parcels(ws)
    assert parcel.number == "裁决"
    assert conflicts.waiting(ws) == ()
    with pytest.raises(UserError, match="已经裁决过"):
        conflicts.resolve(ws, seen, KEPT, "再来一次")


def test_that_a_decision_under_way_is_not_asked_for_again(ws: Workspace) -> None:
    take(ws, row(TOLD))
    decide(ws, KEPT)
    assert take(ws, row(TOLD)) == 0
    assert conflicts.waiting(ws) == ()
    confirm(ws, sent(ws).op)
    take(ws, row(TOLD))
    assert [one.id for one in conflicts.waiting(ws)] == ["c1"]


def test_that_nothing_is_decided_over_what_came_while_one_looked(ws: Workspace) -> None:
    take(ws, row(TOLD))
    (seen,) = conflicts.waiting(ws)
    newer = (Disputed(PHONE, "7", "2"), BOTH[1])
    take(ws, row(msgspec.structs.replace(TOLD, paths=newer)))

    with pytest.raises(UserError, match="新的改动"):
        conflicts.resolve(ws, seen, KEPT, "问过户主")
    with ws.database.read() as connection:
        assert outbox.waiting(connection) == ()
    decide(ws, {**KEPT, PHONE: "7"})
    assert sent(ws).patch[0] == Change(PHONE, digest("7"), "7")


@pytest.mark.parametrize(
    ("choices", "reason", "said"),
    [
        (KEPT, " 好 ", "写明理由"),
        ({PHONE: "1"}, "问过户主", "还有 1 处"),
        ({**KEPT, PHONE: 5}, "问过户主", "形式不符"),
        ({**KEPT, INCOME: True}, "问过户主", "形式不符"),
        ({**KEPT, PHONE: None}, "问过户主", "形式不符"),
    ],
)
def test_that_half_a_decision_is_refused_and_nothing_is_queued(
    ws: Workspace, choices: dict[str, Json], reason: str, said: str
) -> None:
    take(ws, row(TOLD))

    with pytest.raises(UserError, match=said):
        decide(ws, choices, reason)
    with ws.database.read() as connection:
        assert outbox.waiting(connection) == ()
    assert conflicts.count(ws) == 1


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (msgspec.structs.replace(TOLD, is_late=True), "household"),
        (TOLD, "paper"),
        (TOLD, "scan"),
        (
            msgspec.structs.replace(
                TOLD,
                paths=(Disputed(PHONE, None, "2"), Disputed(INCOME, None, 1)),
                base={PHONE: None, INCOME: None},
            ),
            "visit",
        ),
    ],
)
def test_that_a_whole_record_is_taken_or_left(ws: Workspace, told: Conflict, kind: str) -> None:
    take(ws, row(told, kind=kind))
    first, second = told.paths
    half = {first.path: first.wanted, second.path: second.current}

    with pytest.raises(UserError, match="整份"):
        decide(ws, half)
    decide(ws, {one.path: one.wanted for one in told.paths})
    assert [change.new for change in sent(ws).patch] == [one.wanted for one in told.paths]


def test_that_what_is_somebody_elses_is_asked_of_nobody_here(ws: Workspace) -> None:
    take(ws, row(TOLD))
    with ws.database.write() as connection:
        conflict.forget(connection, ["h2"])
        assert conflict.count(connection) == 1
        conflict.forget(connection, ["h1"])
        assert conflict.count(connection) == 0


def test_that_a_server_of_another_epoch_tells_it_again(ws: Workspace) -> None:
    take(ws, row(TOLD))
    with ws.database.write() as connection:
        conflict.forget_all(connection)
    assert take(ws, row(TOLD)) == 1
