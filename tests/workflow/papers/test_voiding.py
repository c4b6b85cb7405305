"""A void paper stays as it was, counts for nothing, is printed no more, and everybody is told."""

import msgspec
import pytest

from caseworker_app.errors import RefusedError, UserError
from caseworker_app.store import outbox, paper
from caseworker_app.wire.operation import Operation
from caseworker_app.wire.paper import void_of
from caseworker_app.wire.replay import units_of
from caseworker_app.workflow import outgoing, papers, printing, trail
from tests.workflow.papers.conftest import Sealed


def test_that_a_void_paper_stays_readable_and_is_not_printed(stopped: Sealed) -> None:
    issued = stopped.issue("F06a")
    before = papers.pdf(stopped.ws, issued.number)
    (printable,) = (p for p in printing.of_visit(stopped.ws, stopped.visit) if p.form == "F06a")

    voided = papers.void(stopped.ws, issued.number, "  金额写错 ")

    assert voided.paper.void is not None
    assert (voided.paper.void.reason, voided.paper.void.person.name) == ("金额写错", "胡龙")
    assert papers.pdf(stopped.ws, issued.number) == before
    assert papers.read(stopped.ws, issued.number).paper == voided.paper
    with pytest.raises(RefusedError, match="已作废，不能再打印"):
        printing.copies(stopped.ws, printable, 1)
    assert all(p.form != "F06a" for p in printing.of_day(stopped.ws))
    (still,) = (p for p in printing.of_visit(stopped.ws, stopped.visit) if p.form == "F06a")
    assert still.void == "金额写错"


def test_that_its_number_is_never_given_again(stopped: Sealed) -> None:
    first = stopped.issue("F06a")
    papers.void(stopped.ws, first.number, "金额写错")

    second = stopped.issue("F06a")

    assert second.number != first.number
    assert papers.read(stopped.ws, first.number).paper.void is not None


def test_that_being_void_is_delivered_as_a_step_of_its_own(stopped: Sealed) -> None:
    issued = stopped.issue("F06a")
    papers.void(stopped.ws, issued.number, "金额写错")

    with stopped.ws.database.read() as connection:
        row = paper.get(connection, issued.number)
        assert row is not None
        entries = outbox.of_record(connection, row.record or "")
        bodies = outbox.bodies(connection, [entry.op for entry in entries])
    created, voided = (msgspec.json.decode(bodies[e.op], type=Operation) for e in entries)
    assert (created.kind, voided.kind, voided.blobs) == ("create", "patch", ())
    what = void_of(units_of(voided))
    assert what is not None
    assert what.reason == "金额写错"
    shown = [p.number for p in outgoing.parcels(stopped.ws)][:2]
    assert shown == [f"{issued.number}（作废）", issued.number]
    assert {p.head for p in outgoing.parcels(stopped.ws)} == {issued.head}


def test_that_papers_that_name_it_are_told(stopped: Sealed) -> None:
    notice = stopped.issue("F06a")
    proof = stopped.issue("F10", notice.number, received="2026年11月23日上午10时")
    other = stopped.issue("F10", paper_title="入户通知", paper_number="另行编号", received="当日")

    voided = papers.void(stopped.ws, notice.number, "金额写错")

    assert [one.number for one in voided.named_by] == [proof.number]
    assert voided.named_by[0].names_void
    newest = trail.entries(stopped.ws, proof.number)[0]
    assert (newest.act, newest.detail) == ("paper.names_void", notice.number)
    found = {one.number: one.names_void for one in papers.issued(stopped.ws, stopped.household)}
    assert (found[proof.number], found[other.number]) == (True, False)


def test_that_a_second_time_changes_nothing(stopped: Sealed) -> None:
    issued = stopped.issue("F06a")
    first = papers.void(stopped.ws, issued.number, "金额写错")

    again = papers.void(stopped.ws, issued.number, "另一个原因")

    assert again == first
    assert len(outgoing.parcels(stopped.ws)) == 3  # visit, paper, void


def test_that_a_reason_is_wanted_and_a_visit_form_is_refused(stopped: Sealed) -> None:
    issued = stopped.issue("F06a")
    (form,) = (p for p in printing.of_visit(stopped.ws, stopped.visit) if p.form == "F01")

    with pytest.raises(UserError, match="原因"):
        papers.void(stopped.ws, issued.number, "  ")
    with pytest.raises(RefusedError, match="不能单独作废"):
        papers.void(stopped.ws, form.key, "写错")
    with pytest.raises(UserError, match="没有编号为"):
        papers.void(stopped.ws, "330106-2026-F06a-000001", "写错")


def test_that_standing_again_is_told(stopped: Sealed) -> None:
    issued = stopped.issue("F06a")
    papers.void(stopped.ws, issued.number, "金额写错")
    with stopped.ws.database.write() as connection:
        connection.exec_driver_sql("UPDATE paper SET void = NULL")

    assert trail.verify(stopped.ws).altered == (issued.number,)
