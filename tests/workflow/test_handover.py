"""A household somebody else has by now, in the order the office tells of it."""

from datetime import date

import msgspec
import pytest

from caseworker_app.demo.values import Township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.model.codes import Stage
from caseworker_app.model.values import Json
from caseworker_app.store import (
    audit,
    conflict,
    copy,
    leaving,
    outbox,
    visit as visit_store,
    worklist as store,
)
from caseworker_app.store.conflict import Dispute
from caseworker_app.store.copy import Copy
from caseworker_app.store.ranked import Ranked
from caseworker_app.wire.message import Assignment, Conflict, Disputed, Row
from caseworker_app.wire.units import flatten
from caseworker_app.workflow import handover, outgoing, purge, visit as visits, worklist
from caseworker_app.workflow.outgoing import NewRecord, NewStep
from caseworker_app.workflow.worklist import WorklistFilter
from caseworker_app.workflow.workspace import Workspace

DAY = date(2026, 11, 23)


@pytest.fixture
def home(township: Township) -> str:
    return township.households[0].household.id


def order(home: str, name: str, *, ended: bool) -> Row:
    made = Assignment(
        id=name, household=home, person="p1", since=DAY, until=DAY, why="年度复核", by="s",
        ended=DAY if ended else None, ended_why="改派：调岗" if ended else "",
    )  # fmt: skip
    return Row(
        rid=name, kind="assignment", household=home, rev=1, seq=1, gen=0, units=flatten(made)
    )


def take(ws: Workspace, *rows: Row) -> None:
    with ws.database.write() as connection:
        handover.take(connection, rows)


def listed(ws: Workspace, home: str) -> bool:
    """Tell whether the list has it, and see that every way to count says the same."""
    rows = worklist.find(ws, WorklistFilter())
    with ws.database.read() as connection:
        row = store.row_of(connection, home)
        every, first = store.first_page(connection, 1000)
        due = sum(one.households for one in store.falling_due(connection, DAY))
    assert every == len(rows) == len(first) == worklist.counts(ws, [WorklistFilter()])[0] == due
    return row in rows


def test_that_a_household_leaves_where_nothing_of_it_waits(ws: Workspace, home: str) -> None:
    take(ws, order(home, "a1", ended=True))
    assert listed(ws, home)
    assert [one.household for one in handover.waiting(ws)] == [home]

    (left,) = handover.let_go(ws)
    assert (left.household, left.day, left.why) == (home, DAY, "改派：调岗")
    assert not listed(ws, home)
    assert handover.waiting(ws) == handover.let_go(ws) == ()
    with ws.database.read() as connection:
        noted = audit.entries(connection, home)[0]
    assert noted.act == "household.left"


def test_that_the_last_word_of_the_office_counts(ws: Workspace, home: str) -> None:
    take(ws, order(home, "a1", ended=True), order(home, "a2", ended=False))
    assert handover.let_go(ws) == ()
    take(ws, order(home, "a2", ended=True))
    assert len(handover.let_go(ws)) == 1
    take(ws, order(home, "a3", ended=False))
    assert listed(ws, home)


def test_that_it_stays_while_a_visit_is_under_way(ws: Workspace, home: str) -> None:
    begun = visits.start(ws, home, ())
    take(ws, order(home, "a1", ended=True))
    assert handover.let_go(ws) == ()
    with ws.database.write() as connection:
        visit_store.set_stage(connection, begun.id, Stage.RECEIVED)
    assert len(handover.let_go(ws)) == 1


def test_that_it_stays_while_something_sealed_has_no_receipt(ws: Workspace, home: str) -> None:
    begun = visits.start(ws, home, ())
    with ws.database.write() as connection:
        visit_store.set_stage(connection, begun.id, Stage.SEALED)
        op = outgoing.send(connection, ws, NewRecord(begun.id, "visit@1", {"/x": 1}, 0))
    take(ws, order(home, "a1", ended=True))
    assert handover.let_go(ws) == ()
    with ws.database.write() as connection:
        outbox.confirm(connection, op, 1, 1, "e", b"{}")
    assert len(handover.let_go(ws)) == 1


def test_that_it_stays_while_a_decision_about_a_colleagues_visit_has_no_receipt(
    ws: Workspace, home: str
) -> None:
    step = NewStep("v-of-another", "visit@1", (), 0, 1, "resolve", resolves="c1")
    told = Conflict(id="c1", op="o1", paths=(Disputed("/x", 1, 2),))
    with ws.database.write() as connection:
        other = Dispute("v-2", home, "visit", 1, 0, msgspec.structs.replace(told, id="c2"))
        conflict.replace_of(connection, step.rid, [Dispute(step.rid, home, "visit", 1, 0, told)])
        conflict.replace_of(connection, other.rid, [other])
        op = outgoing.send_step(connection, ws, step, outgoing.DECISIONS)
        conflict.decide(connection, "c1", op)
        conflict.forget_all(connection)  # by a stick the office was found to have gone back

    take(ws, order(home, "a1", ended=True))
    assert handover.let_go(ws) == ()
    with ws.database.write() as connection:
        assert conflict.undecided(connection) == ()
        outbox.confirm(connection, op, 1, 1, "e", b"{}")
    assert len(handover.let_go(ws)) == 1


def test_that_what_left_is_not_found_by_its_name_either(
    ws: Workspace, home: str, township: Township
) -> None:
    head = township.households[0].household.head.name
    take(ws, order(home, "a1", ended=True))
    handover.let_go(ws)
    with ws.database.read() as connection:
        row = store.row_of(connection, home)
        listing = Ranked(store.rows(connection, WorklistFilter(), DAY), everything=True)
        for few in (0, 4000):
            assert row not in listing.first_of(connection, head[0], 60, few).rows
    assert row not in worklist.Listing(ws).find(WorklistFilter(text=head))


def test_that_one_that_was_never_here_is_nobodys_news(ws: Workspace) -> None:
    take(ws, order("elsewhere", "a1", ended=True))
    assert handover.let_go(ws) == ()
    with ws.database.read() as connection:
        assert leaving.waiting(connection) == ()


def test_that_an_order_of_another_form_changes_nothing(ws: Workspace, home: str) -> None:
    odd = Row(rid="a1", kind="assignment", household=home, rev=1, seq=1, gen=0, units={"/x": 1})
    take(ws, odd)
    assert handover.waiting(ws) == ()


def test_that_by_an_order_of_another_form_nothing_leaves(ws: Workspace, township: Township) -> None:
    unit = next(unit for unit in township.households if not unit.planted)
    assert carry_out(ws, unit.household.id, township.staff[1], lambda *_: None).sealed
    units: dict[str, Json] = {"/person": ws.person.id, "/ended": "2026-11-23", "/home": "h"}
    with ws.database.write() as connection:
        copy.put(connection, Copy("a9", "assignment", 1, 1, "", 0, units))

    assert purge.run(ws) == 0
