"""Sealing is one transaction, and doing it twice changes nothing."""

import re

import msgspec
import pypdfium2
import pytest

from caseworker_app.demo.values import Township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.errors import RefusedError
from caseworker_app.model.codes import Stage
from caseworker_app.store import attachment as attachments, audit, outbox, paper, visit as visits
from caseworker_app.wire import signing
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.operation import Operation, verify
from caseworker_app.workflow import seal, visit
from caseworker_app.workflow.seal import Sealed
from caseworker_app.workflow.workspace import Workspace


@pytest.fixture
def sealed(ws: Workspace, township: Township) -> Sealed:
    unit = next(unit for unit in township.households if not unit.planted)
    done = carry_out(ws, unit.household.id, township.staff[1], lambda *_: None).sealed
    assert done is not None
    return done


def _operation(ws: Workspace, sealed: Sealed) -> Operation:
    with ws.database.read() as connection:
        body = outbox.bodies(connection, [sealed.operation])[sealed.operation]
    return msgspec.json.decode(body, type=Operation)


def test_that_the_operation_is_signed_and_carries_the_whole_record(
    ws: Workspace, sealed: Sealed
) -> None:
    operation = _operation(ws, sealed)

    assert verify(operation, signing.public(ws.device.key))
    units = {change.path: change.new for change in operation.patch}
    assert units["/stage"] == "sealed"
    assert units["/paper_number"] == sealed.number
    assert units["/determination/pack_hash"] == ws.pack.hash
    roles = [blob.role for blob in operation.blobs]
    assert roles == ["photo", "photo", "visit-form", "pack", "pack-base"]
    with ws.database.read() as connection:
        for blob in operation.blobs:
            assert sha256(attachments.get(connection, blob.sha)) == blob.sha


def test_that_sealing_again_answers_the_same(ws: Workspace, sealed: Sealed) -> None:
    assert seal.seal(ws, sealed.visit_id) == sealed

    with ws.database.read() as connection:
        assert len(outbox.waiting(connection)) == 1
        assert len(paper.of_visit(connection, sealed.visit_id)) == 1


def test_that_a_sealed_visit_cannot_be_written_any_more(ws: Workspace, sealed: Sealed) -> None:
    with pytest.raises(RefusedError, match="不能再改"):
        visit.record(ws, sealed.visit_id, {"/opinion": "改"})
    with pytest.raises(RefusedError):
        visit.unsign(ws, sealed.visit_id, "member")


def test_that_the_paper_says_number_and_hash(ws: Workspace, sealed: Sealed) -> None:
    document = pypdfium2.PdfDocument(seal.form(ws, sealed.visit_id))
    text = "".join(page.get_textpage().get_text_bounded() for page in document)

    assert sealed.number in text
    assert sealed.digest.removeprefix("sha256:") in re.sub(r"\s", "", text)


def test_that_the_same_record_prints_the_same_bytes(ws: Workspace, sealed: Sealed) -> None:
    assert sha256(seal.form(ws, sealed.visit_id)) == sealed.pdf_sha


def test_that_what_is_missing_is_listed_and_nothing_is_sealed(
    ws: Workspace, township: Township
) -> None:
    begun = visit.start(ws, township.households[0].household.id, ())

    with pytest.raises(RefusedError, match=r"还不能封存.*调查人不足两名.*尚未签字"):
        seal.seal(ws, begun.id)

    assert visit.resume(ws, begun.id).paper_number == ""
    with ws.database.read() as connection:
        assert outbox.waiting(connection) == ()


def test_that_a_failure_in_the_middle_leaves_no_trace(
    ws: Workspace, township: Township, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = next(unit for unit in township.households if not unit.planted)

    def full(*_: object) -> None:
        raise RuntimeError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(outbox, "put", full)
        with pytest.raises(RuntimeError, match="the disk is full"):
            carry_out(ws, unit.household.id, township.staff[1], lambda *_: None)
    with ws.database.read() as connection:
        visit_id = visits.of_household(connection, unit.household.id)
        assert visit_id is not None
        assert visits.stage_of(connection, visit_id) is Stage.SIGNED
        assert paper.of_visit(connection, visit_id) == ()
        assert all(a.role != "visit-form" for a in visits.load(connection, visit_id).attachments)
        assert audit.last(connection, visit_id, "visit.sealed") == ""

    assert seal.seal(ws, visit_id).number == visit.resume(ws, visit_id).paper_number
