"""Every paper issued here bears the seal of who works here, and is recognised again."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from caseworker_app.demo.clock import DemoClock
from caseworker_app.demo.values import Township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.errors import OutsideError
from caseworker_app.seals import certificate as certificates
from caseworker_app.seals.holder import Holder
from caseworker_app.seals.seal import countersign, unsealed
from caseworker_app.store import meta
from caseworker_app.store.household import AssignedHousehold, save_all
from caseworker_app.wire import signing
from caseworker_app.workflow import comparison, genuine, seal, sealing, session
from caseworker_app.workflow.genuine import Judged, Kept, State, Why
from caseworker_app.workflow.seal import Sealed
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.conftest import PASSPHRASE, QUICK


def _carried_out(ws: Workspace, township: Township) -> Sealed:
    unit = next(unit for unit in township.households if not unit.planted)
    done = carry_out(ws, unit.household.id, township.staff[1], lambda *_: None).sealed
    assert done is not None
    return done


@pytest.fixture
def sealed(ws: Workspace, township: Township) -> Sealed:
    return _carried_out(ws, township)


@pytest.fixture
def other(tmp_path: Path, township: Township) -> Iterator[Workspace]:
    """Return the laptop of a colleague."""
    folder = tmp_path / "other"
    session.create(folder, PASSPHRASE, QUICK)
    opened = session.unlock(folder, PASSPHRASE, DemoClock())
    alone = session.work_alone(opened, "陈敏", "云溪镇社会救助服务站")
    yield alone
    alone.database.close()


def _judged(ws: Workspace, folder: Path, data: bytes) -> Judged:
    file = folder / "核查表.pdf"
    file.write_bytes(data)
    return genuine.judge(ws, file)


def test_that_the_paper_is_known_again(ws: Workspace, sealed: Sealed, tmp_path: Path) -> None:
    found = _judged(ws, tmp_path, seal.form(ws, sealed.visit_id))

    assert found.is_genuine
    assert found.kept is Kept.SAME
    assert found.number == sealed.number
    assert found.seal is not None
    assert found.seal.holder == Holder("胡龙", "云溪镇社会救助服务站", ws.device.id)
    assert found.seal.at is not None
    assert ws.clock.now() - found.seal.at < timedelta(minutes=2)


def test_that_the_sealed_paper_begins_with_what_the_record_prints_to_the_byte(
    ws: Workspace, sealed: Sealed
) -> None:
    record = seal._read(ws, sealed.visit_id)
    drawn = seal._render(ws, record, sealed.digest)
    attachments = record.visit.attachments

    assert attachments[-1].role == "visit-form"
    assert seal.form(ws, sealed.visit_id).startswith(drawn)
    assert unsealed(seal.form(ws, sealed.visit_id)) == drawn


def test_that_a_changed_paper_is_told_and_the_original_is_at_hand(
    ws: Workspace, sealed: Sealed, tmp_path: Path
) -> None:
    form = bytearray(seal.form(ws, sealed.visit_id))
    form[len(form) // 3] ^= 1

    found = _judged(ws, tmp_path, bytes(form))

    assert (found.state, found.checked.why) == (State.CHANGED, Why.ALTERED)
    assert found.kept is Kept.OTHER


def test_that_another_paper_under_the_same_number_is_not_taken_for_it(
    ws: Workspace, sealed: Sealed, tmp_path: Path
) -> None:
    paper = unsealed(seal.form(ws, sealed.visit_id))

    found = _judged(ws, tmp_path, sealing.sealed(ws, paper, sealed.number))

    assert found.state is State.GENUINE
    assert found.kept is Kept.OTHER
    assert not found.is_genuine


def test_that_a_colleagues_paper_is_believed_once_the_office_knows_both(
    ws: Workspace, other: Workspace, sealed: Sealed, tmp_path: Path
) -> None:
    office = signing.new_key()
    public = signing.public(office)
    paper = unsealed(seal.form(ws, sealed.visit_id))
    before = _judged(other, tmp_path, sealing.sealed(ws, paper, "n"))
    with other.database.write() as connection:
        meta.put(connection, "office.public", public)
    enrolled = session.unlock(other.folder, PASSPHRASE, DemoClock())
    certificate = certificates.certify_device(
        office, signing.public(ws.device.key), Holder("胡龙", "云溪镇", ws.device.id)
    )
    with ws.database.write() as connection:
        sealing.believe(connection, ws, public, certificate.hex())
    after = _judged(enrolled, tmp_path, sealing.sealed(ws, paper, "n"))
    enrolled.database.close()

    assert before.state is State.UNKNOWN
    assert after.state is State.GENUINE
    assert after.kept is Kept.NOTHING
    assert after.seal is not None
    assert after.seal.holder.unit == "云溪镇"  # in the office's word


def test_that_only_the_offices_certificate_of_this_very_laptop_is_kept(ws: Workspace) -> None:
    office, other = signing.new_key(), signing.public(signing.new_key())
    foreign = certificates.certify_device(office, other, Holder("胡龙", "", ws.device.id))

    with ws.database.write() as connection:
        sealing.believe(connection, ws, signing.public(office), foreign.hex())
        sealing.believe(connection, ws, signing.public(office), "no hex")
        sealing.believe(connection, ws, signing.public(office), "")
        assert meta.raw(connection, "office.certificate") is None


def test_that_a_paper_the_office_received_agrees_with_the_record(
    ws: Workspace, sealed: Sealed, tmp_path: Path
) -> None:
    key = signing.new_key()
    office = certificates.office(key, certificates.new_key())
    with ws.database.write() as connection:
        meta.put(connection, "office.public", signing.public(key))
    enrolled = session.unlock(ws.folder, PASSPHRASE, DemoClock())
    early = ws.clock.now().replace(year=2020)
    received = countersign(seal.form(ws, sealed.visit_id), office, early)

    found = _judged(enrolled, tmp_path, received)
    enrolled.database.close()

    assert found.is_genuine
    assert found.kept is Kept.SAME
    assert found.received is not None
    assert found.clock_was_out


def test_that_a_paper_of_practice_never_counts(
    tmp_path: Path, township: Township, ws: Workspace
) -> None:
    folder = tmp_path / "practice"
    session.create(folder, PASSPHRASE, QUICK)
    opened = session.unlock(folder, PASSPHRASE, DemoClock())
    practice = session.work_alone(session.practise(opened), "胡龙", "云溪镇社会救助服务站")
    with practice.database.write() as connection:
        save_all(
            connection,
            (AssignedHousehold(u.household, u.declaration, u.records) for u in township.households),
        )
    comparison.compare_all(practice)
    form = seal.form(practice, _carried_out(practice, township).visit_id)
    found = [_judged(each, tmp_path, form) for each in (practice, ws)]
    practice.database.close()

    assert [each.state for each in found] == [State.PRACTICE] * 2
    assert not any(each.is_genuine for each in found)


def test_that_the_seal_is_made_once_and_lies_in_the_encrypted_store_only(
    ws: Workspace, sealed: Sealed
) -> None:
    with ws.database.read() as connection:
        before = meta.raw(connection, "seal.key")
    sealing.sealed(ws, unsealed(seal.form(ws, sealed.visit_id)), sealed.number)
    with ws.database.read() as connection:
        assert meta.raw(connection, "seal.key") == before

    assert before is not None
    for file in ws.folder.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        assert before[-32:] not in content
        assert before.hex().encode() not in content


def test_that_a_file_that_is_gone_is_a_sentence(ws: Workspace, tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match=r"打不开“x\.pdf”：没有这个文件"):
        genuine.judge(ws, tmp_path / "x.pdf")
