"""Papers reach a real server whole, void ones too; a kill at any write leaves all or nothing."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseworker_app.demo.clock import DemoClock
from caseworker_app.demo.laptop import PASSPHRASE
from caseworker_app.model.paper import FORMS
from caseworker_app.server import records
from caseworker_app.server.central import Configuration, open_central
from caseworker_app.store import audit, outbox, paper
from caseworker_app.wire.paper import paper_of
from caseworker_app.workflow import delivery, outgoing, papers, session, trail
from caseworker_app.workflow.papers import Issued, opening, returning
from caseworker_app.workflow.workspace import Workspace
from tests import scanner
from tests.journeys.conftest import Round

pytestmark = pytest.mark.journey
_SCRIPT = Path(__file__).with_name("killed_paper.py")
_KILLED = -9


def _proof(ws: Workspace, home: str, visit: str) -> str:
    """Return a draft that lacks nothing."""
    draft = papers.begin(ws, "F10", home, visit)
    written = {
        "paper_title": "入户通知",
        "paper_number": "另行编号",
        "service_address": "家中",
        "received": "2026年11月23日上午10时",
    }
    for name, value in written.items():
        papers.write(ws, draft.id, name, value)
    return draft.id


def _visited(round_: Round, ws: Workspace) -> tuple[str, str]:
    """Return household and visit of the first that was sealed."""
    first = round_.plan.to_visit(round_.township)[0].household.id
    (form,) = papers.issued(ws, first)
    return first, form.visit


def _issue(round_: Round, ws: Workspace) -> Issued:
    return papers.issue(ws, _proof(ws, *_visited(round_, ws)))


def test_that_a_paper_and_its_being_void_reach_the_office(undelivered: Round) -> None:
    with undelivered.server() as address, undelivered.laptop(address) as ws:
        issued = _issue(undelivered, ws)
        assert outgoing.status(ws).waiting == 4  # three visits, one paper
        delivered = delivery.deliver(ws, lambda _: None)
        assert delivered.confirmed == delivered.sent == 4
        papers.void(ws, issued.number, "送达地点写错")
        assert delivery.deliver(ws, lambda _: None).confirmed == 1
        assert delivery.deliver(ws, lambda _: None).sent == 0

        assert undelivered.agrees(ws)
        newest, before, *_ = outgoing.parcels(ws)
        assert (newest.number, before.number) == (f"{issued.number}（作废）", issued.number)
        assert {newest.state, before.state} == {"held"}
        assert {newest.problem, before.problem} == {""}
        assert newest.confirmed_at
        assert before.confirmed_at
        acts = [entry.act for entry in trail.entries(ws, issued.number)]
        assert acts == ["paper.void_delivered", "paper.voided", "paper.delivered", "paper.issued"]
        rid = _record(ws, issued.number)

    central = open_central(Configuration(undelivered.plan.server))
    with central.database.read() as connection:
        kept = records.get(connection, rid)
    central.close()
    assert kept is not None
    said = paper_of(kept.units)
    assert said is not None
    assert said.void is not None
    assert (said.number, said.void.reason) == (issued.number, "送达地点写错")


def test_that_a_paper_that_rests_on_another_record_is_told_where_it_was_issued(
    undelivered: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    with undelivered.server() as address, undelivered.laptop(address) as ws:
        with monkeypatch.context() as damaged:
            damaged.setattr(opening, "record_hash", lambda *_: "sha256:" + "0" * 64)
            number = _issue(undelivered, ws).number

        assert delivery.deliver(ws, lambda _: None).confirmed == 4
        newest, *others = outgoing.parcels(ws, 0)

        assert (newest.number, newest.state) == (number, "held")
        assert newest.problem.startswith("服务器上的核查记录，与这份文书所依据的不一样。")
        assert others == []


def test_that_a_signed_paper_that_came_back_reaches_the_office(
    undelivered: Round, tmp_path: Path
) -> None:
    with undelivered.server() as address, undelivered.laptop(address) as ws:
        home, visit = _visited(undelivered, ws)
        (own,) = papers.issued(ws, home, visit)
        file = tmp_path / "scan.pdf"
        file.write_bytes(scanner.pdf(scanner.scanned(papers.pdf(ws, own.number))))
        (filed,) = returning.take(ws, returning.read(file)).filed
        assert filed.number == own.number

        delivered = delivery.deliver(ws, lambda _: None)

        assert delivered.confirmed == delivered.sent == 4  # three visits, the pages
        assert undelivered.agrees(ws)
        acts = [entry.act for entry in trail.entries(ws, own.number)]
        assert acts[0] == "scan.filed"
        assert outgoing.status(ws).waiting == 0


def test_that_pages_the_office_set_apart_are_told(
    undelivered: Round, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with undelivered.server() as address, undelivered.laptop(address) as ws:
        (own,) = papers.issued(ws, *_visited(undelivered, ws))
        file = tmp_path / "scan.pdf"
        file.write_bytes(scanner.pdf(scanner.scanned(papers.pdf(ws, own.number))))
        returning.take(ws, returning.read(file))
        with monkeypatch.context() as moved:
            moved.setattr("caseworker_app.server.scans._belongs", lambda *_: False)
            delivery.deliver(ws, lambda _: None)

        (told,) = outgoing.parcels(ws, 0)
        assert (told.number, told.head, told.state) == ("扫描件", own.head, "held")
        assert "没有入档" in told.problem


def test_that_a_laptop_of_before_gets_numbers_with_its_next_delivery(undelivered: Round) -> None:
    with undelivered.server() as address, undelivered.laptop(address) as ws:
        with ws.database.write() as connection:
            connection.exec_driver_sql("DELETE FROM number_block WHERE form <> 'F01'")

        delivery.deliver(ws, lambda _: None)

        with ws.database.read() as connection:
            left = {form: paper.from_office(connection, form, 2026)[0] for form in FORMS}
        assert min(left.values()) > 0


@pytest.fixture(scope="module")
def killing() -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, str(_SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    yield process
    process.communicate()


def _killed(process: "subprocess.Popen[str]", folder: Path, act: str, subject: str, at: int) -> int:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{folder} {act} {subject} {at}\n")
    process.stdin.flush()
    return int(process.stdout.readline())


def _record(ws: Workspace, number: str) -> str:
    with ws.database.read() as connection:
        row = paper.get(connection, number)
    assert row is not None
    return row.record or ""


@pytest.mark.timeout(400)
@pytest.mark.parametrize("act", ["issue", "void"])
def test_that_a_kill_at_any_write_leaves_all_or_nothing(
    undelivered: Round, tmp_path: Path, killing: "subprocess.Popen[str]", act: str
) -> None:
    ready = undelivered.plan.laptop
    with undelivered.server() as address, undelivered.laptop(address) as ws:
        draft = _proof(ws, *_visited(undelivered, ws))
        subject = papers.issue(ws, draft).number if act == "void" else draft
    at, status = 1, _KILLED
    while status == _KILLED:
        folder = tmp_path / f"{act}-{at}"
        shutil.copytree(ready, folder)
        status = _killed(killing, folder, act, subject, at)
        _assert_whole(folder, act, subject, draft)
        shutil.rmtree(folder)
        at += 1
    assert status == 0
    assert at > 6


def _assert_whole(folder: Path, act: str, subject: str, draft: str) -> None:
    """Do it again after the kill: it is there once, and the trail is whole."""
    ws = session.unlock(folder, PASSPHRASE, DemoClock())
    if act == "issue":
        issued = papers.issue(ws, subject)
        expected = 1
    else:
        issued = papers.void(ws, subject, "送达地点写错").paper
        expected = 2
    with ws.database.read() as connection:
        assert len(outbox.of_record(connection, draft)) == expected
        assert audit.verify(connection).broken_at is None
        assert paper.of_record(connection, draft) is not None
    assert issued.number.endswith("F10-000001")
    assert (issued.void is None) is (act == "issue")
    assert trail.verify(ws).altered == ()
    session.lock(ws)
