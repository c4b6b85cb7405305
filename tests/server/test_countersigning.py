"""A paper that arrived whole gets the office's seal beside the laptop's, once."""

import io
import stat
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from caseworker_app.errors import OutsideError
from caseworker_app.model.values import CHINA
from caseworker_app.seals import certificate as certificates
from caseworker_app.seals.finding import State, Trusted
from caseworker_app.seals.holder import Holder
from caseworker_app.seals.seal import seal, verify
from caseworker_app.server import arriving, audit, blobs, countersigning, enrolment, session
from caseworker_app.server.afterwards import Afterwards
from caseworker_app.server.central import Central, Configuration, open_central
from caseworker_app.server.rights import Caller
from caseworker_app.wire import signing
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.message import Cursor, Hello
from caseworker_app.wire.operation import BlobRef
from tests.server.conftest import Office
from tests.server.laptop import FORM_NUMBER, Laptop

_AT = datetime(2026, 11, 23, 9, 30, tzinfo=CHINA)


def made_paper(laptop: Laptop, name: str = "调查人p1", number: str = FORM_NUMBER) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, invariant=1)
    canvas.drawString(100, 700, name)
    canvas.showPage()
    canvas.save()
    holder = Holder(name, "瓶窑镇", laptop.device)
    signatory = certificates.person(laptop.key, certificates.new_key(), holder)
    return seal(made.getvalue(), signatory, _AT, number)


def deliver(office: Office, laptop: Laptop, caller: Caller, *papers: bytes, home: int = 0) -> str:
    files = tuple(BlobRef(sha256(p), len(p), "application/pdf", "visit-form") for p in papers)
    operation = laptop.visit(f"{laptop.device}-v{laptop.n}", office.homes[home], blobs=files)
    office.push(caller, operation)
    stored = [(file.sha, paper) for file, paper in zip(files, papers, strict=True)]
    office.central.files.put(stored)
    with office.central.database.write() as connection:
        blobs.name(connection, ((sha, len(data)) for sha, data in stored))
    office.push(caller, operation)
    countersigning.receive(office.central, caller, [operation.op])
    return operation.op


def _acts(office: Office) -> list[tuple[str, str]]:
    with office.central.database.read() as connection:
        entries = audit.entries(connection)
    return [(e.act, e.detail) for e in entries if e.act.startswith("paper.")]


def test_that_the_delivered_paper_stays_and_the_countersigned_begins_with_it(
    office: Office,
) -> None:
    laptop = Laptop()
    caller, paper = office.enrol(laptop), made_paper(laptop)

    deliver(office, laptop, caller, paper)
    received = countersigning.find(office.central, caller, sha256(paper))

    assert office.central.files.read(sha256(paper)) == paper
    assert received is not None
    assert received.startswith(paper)
    found = verify(received, Trusted(office=office.central.public))
    assert found.state is State.GENUINE
    assert [seal.by_office for seal in found.seals] == [False, True]
    assert found.seals[1].at is not None
    assert found.seals[1].at.year == 2026


def test_that_a_paper_is_countersigned_once(office: Office) -> None:
    laptop = Laptop()
    caller, paper = office.enrol(laptop), made_paper(laptop)
    op = deliver(office, laptop, caller, paper)
    before = countersigning.find(office.central, caller, sha256(paper))

    countersigning.receive(office.central, caller, [op, op])
    deliver(office, laptop, caller, paper)

    assert countersigning.find(office.central, caller, sha256(paper)) == before
    assert [act for act, _ in _acts(office)] == ["paper.countersigned"]


def test_that_nothing_is_countersigned_before_it_is_here(office: Office) -> None:
    laptop = Laptop()
    caller, paper = office.enrol(laptop), made_paper(laptop)
    file = BlobRef(sha256(paper), len(paper), "application/pdf", "visit-form")
    operation = laptop.visit("v1", office.homes[0], blobs=(file,))
    office.push(caller, operation)

    countersigning.receive(office.central, caller, [operation.op])

    assert countersigning.find(office.central, caller, sha256(paper)) is None
    assert _acts(office) == []


def test_that_the_office_vouches_for_no_paper_that_is_not_right(office: Office) -> None:
    laptop, stranger = Laptop(), Laptop(device="laptop-9")
    caller, good = office.enrol(laptop), made_paper(laptop)
    changed = good.replace(b"/Rotate 0", b"/Rotate 9")
    papers = (
        changed, made_paper(stranger), made_paper(laptop, "局长"), b"%PDF-1.4 nothing",
        made_paper(laptop, number="330110-2026-F01-000002"),
    )  # fmt: skip

    op = deliver(office, laptop, caller, *papers)
    countersigning.receive(office.central, caller, [op])

    assert [countersigning.find(office.central, caller, sha256(p)) for p in papers] == [None] * 5
    why = ("changed", "unknown", "another name", "damaged", "another number")
    assert _acts(office) == [("paper.refused", each) for each in why]  # once


def test_that_the_office_vouches_for_nothing_it_set_apart(office: Office) -> None:
    laptop = Laptop()
    caller, paper = office.enrol(laptop), made_paper(laptop)

    deliver(office, laptop, caller, paper, home=1)  # of somebody else

    assert countersigning.find(office.central, caller, sha256(paper)) is None
    assert _acts(office) == []


def test_that_nobody_spoils_a_paper_by_sending_it_as_theirs_first(office: Office) -> None:
    laptop, other = Laptop(), Laptop(device="laptop-2", person="p2")
    caller, paper = office.enrol(laptop), made_paper(laptop)

    deliver(office, other, office.enrol(other), paper, home=1)
    deliver(office, laptop, caller, paper)

    assert [act for act, _ in _acts(office)] == ["paper.refused", "paper.countersigned"]
    assert countersigning.find(office.central, caller, sha256(paper)) is not None


def test_that_the_office_vouches_for_nothing_of_a_laptop_that_was_revoked(office: Office) -> None:
    laptop = Laptop()
    caller, paper = office.enrol(laptop), made_paper(laptop)

    deliver(office, laptop, replace(caller, active=False), paper)

    assert office.central.files.read(sha256(paper)) == paper
    assert _acts(office) == []


def test_that_nobody_gets_the_papers_of_others(office: Office) -> None:
    laptop, other = Laptop(), Laptop(device="laptop-2", person="p2")
    caller, paper = office.enrol(laptop), made_paper(laptop)
    deliver(office, laptop, caller, paper)

    assert countersigning.find(office.central, office.enrol(other), sha256(paper)) is None


def test_that_a_greeting_hands_the_certificate_out_again_until_revoked(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    asked = Hello(at=Cursor(), t1=0, app="0", schema_max=1)
    answer = session.hello(office.central, caller, asked)
    enrolment.revoke(office.central, laptop.device, "admin")
    after = session.hello(office.central, caller, asked)

    given = signing.from_hex(answer.certificate)
    assert certificates.is_certified(given, office.central.public, laptop.public)
    assert certificates.holder_of(given) == Holder("调查人p1", "瓶窑镇", laptop.device)
    assert after.certificate == ""


def test_that_the_seal_of_the_office_is_its_owners_and_stays_the_same(
    office: Office, tmp_path: Path
) -> None:
    file = tmp_path / "office" / "seal.key"
    again = open_central(Configuration(tmp_path / "office"))
    signatory = again.signatory
    again.close()

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert signatory == office.central.signatory


def test_that_a_damaged_seal_is_told_at_the_start(tmp_path: Path) -> None:
    made: Central = open_central(Configuration(tmp_path))
    made.close()
    (tmp_path / "seal.key").write_bytes(b"x")

    with pytest.raises(OutsideError, match=r"seal\.key 已损坏"):
        open_central(Configuration(tmp_path))


def _handed_over(office: Office, laptop: Laptop, caller: Caller, paper: bytes) -> str:
    """Deliver as the line does: nobody countersigns while the laptop waits."""
    file = BlobRef(sha256(paper), len(paper), "application/pdf", "visit-form")
    operation = laptop.visit(f"v{laptop.n}", office.homes[0], blobs=(file,))
    office.push(caller, operation)
    arriving.store(office.central, caller, [(file.sha, paper)])
    office.push(caller, operation)
    return operation.op


def test_that_the_office_goes_on_countersigning_where_it_was(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    _handed_over(office, laptop, caller, made_paper(laptop))
    _handed_over(office, laptop, caller, b"%PDF-1.4 nothing")

    assert _acts(office) == []
    assert countersigning.catch_up(office.central)
    assert [act for act, _ in _acts(office)] == ["paper.countersigned", "paper.refused"]
    assert not countersigning.catch_up(office.central)  # nothing twice, also none that is refused


def test_that_a_paper_asked_for_before_its_turn_is_countersigned_then(office: Office) -> None:
    laptop = Laptop()
    caller, paper = office.enrol(laptop), made_paper(laptop)
    _handed_over(office, laptop, caller, paper)

    assert countersigning.find(office.central, caller, sha256(paper)) is not None
    assert countersigning.catch_up(office.central)
    assert [act for act, _ in _acts(office)] == ["paper.countersigned"]


def test_that_the_office_countersigns_of_itself_and_after_it_was_ended(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    for number in range(2):
        _handed_over(office, laptop, caller, made_paper(laptop) + b"\n" * number)
        thread = Afterwards(office.central, pause=0.01)
        thread.begin()
        for _ in range(500):
            if len(_acts(office)) > number:
                break
            time.sleep(0.02)
        thread.end()

    assert len(_acts(office)) == 2
