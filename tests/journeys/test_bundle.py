"""Visits go to the office on a stick and their receipts come back on it; the line may help."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from caseworker_app.errors import RefusedError, UserError
from caseworker_app.server import enrolment as people, stick
from caseworker_app.server.central import EPOCH, Configuration, new_epoch, open_central, remember
from caseworker_app.server.stick import Absorbed
from caseworker_app.store import audit, ballast, cursor, meta, outbox, purge
from caseworker_app.store.ballast import State
from caseworker_app.store.database import DiskFullError
from caseworker_app.store.purge import Durable
from caseworker_app.wire import bundle, parcel
from caseworker_app.wire.message import Cursor
from caseworker_app.wire.problem import ProblemError
from caseworker_app.workflow import carrying, delivery, outgoing, trail
from caseworker_app.workflow.workspace import Workspace
from tests.journeys.conftest import Round

pytestmark = pytest.mark.journey
_VISITS = 3
_NOWHERE = "http://127.0.0.1:9"


@dataclass
class Stick:
    """A stick between a laptop and its office, whose line is cut."""

    round: Round
    ws: Workspace
    folder: Path

    @property
    def out(self) -> Path:
        return self.folder / "送达包.csb"

    @property
    def back(self) -> Path:
        return self.folder / "回执包.csb"

    def export(self) -> carrying.Carried:
        return carrying.export(self.ws, self.out, lambda _: None)

    def absorb(self) -> Absorbed:
        central = open_central(Configuration(self.round.plan.server))
        try:
            return stick.absorb(central, self.out, self.back)
        finally:
            central.close()

    def take(self) -> delivery.Delivered:
        return carrying.take(self.ws, self.back)

    def waiting(self) -> int:
        return outgoing.status(self.ws).waiting


@pytest.fixture
def carried(undelivered: Round, tmp_path: Path) -> Iterator[Stick]:
    (tmp_path / "stick").mkdir()
    with undelivered.laptop(_NOWHERE) as ws:
        yield Stick(undelivered, ws, tmp_path / "stick")


def test_that_visits_go_and_receipts_come_back(carried: Stick) -> None:
    assert carried.export().operations == carried.waiting() == _VISITS
    absorbed = carried.absorb()
    assert (absorbed.operations, absorbed.complete) == (_VISITS, _VISITS)
    assert carried.waiting() == _VISITS  # only a receipt takes anything off the list

    done = carried.take()

    assert (done.confirmed, carried.waiting()) == (_VISITS, 0)
    assert carried.round.agrees(carried.ws)
    acts = [entry.act for entry in trail.entries(carried.ws, "")]
    assert {"bundle.exported", "bundle.returned"} <= set(acts)


@pytest.mark.parametrize("limit", ["files", "message"])
def test_that_what_does_not_fit_waits_for_another_bundle(
    carried: Stick, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    whole = carried.export()
    with carried.ws.database.read() as connection:
        oldest = [entry.op for entry in outbox.waiting(connection)]
        of_one = max(len(body) for body in outbox.bodies(connection, oldest).values())
    if limit == "files":
        all_of_it = outgoing.status(carried.ws).bytes_waiting
        monkeypatch.setattr(bundle, "ROOM", all_of_it - 1)
    else:
        monkeypatch.setattr(parcel, "MESSAGE", 2 * of_one)

    first = carried.export()
    assert (first.operations, first.left) == (2, 1)
    assert carried.out.stat().st_size < whole.bytes
    carried.absorb()
    assert carried.take().confirmed == 2
    with carried.ws.database.read() as connection:
        assert [entry.op for entry in outbox.waiting(connection)] == oldest[2:]
    last = carried.export()
    assert (last.operations, last.left) == (1, 0)
    carried.absorb()
    assert carried.take().confirmed == 1
    assert carried.round.agrees(carried.ws)


def test_that_news_never_makes_an_answer_its_laptop_cannot_read(
    carried: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseworker_app.server.stick.MESSAGE", 1)
    monkeypatch.setattr("caseworker_app.server.changes.PAGE", 5)
    with carried.ws.database.write() as connection:
        cursor.put(connection, Cursor(cursor.load(connection).epoch))
    carried.export()
    assert carried.absorb().pages == 1


def test_that_twice_is_once_in_any_mixture_with_the_line(carried: Stick) -> None:
    carried.export()
    assert carried.absorb() == carried.absorb()
    with carried.round.server() as address, carried.round.laptop(address) as ws:
        told = delivery.deliver(ws, lambda _: None)
        assert (told.sent, told.confirmed) == (_VISITS, _VISITS)

    assert carried.take().confirmed == 0
    assert carried.take().fetched == 0
    assert carried.round.agrees(carried.ws)


def test_that_an_answer_about_what_was_cleared_out_since_changes_nothing(carried: Stick) -> None:
    carried.export()
    carried.absorb()
    carried.take()
    with carried.ws.database.write() as connection:
        purge.believe(connection, Durable(cursor.load(connection).epoch, 1_000))
        stubs = {one.op: b"{}" for one in purge.candidates(connection)}
        assert len(purge.clear(connection, stubs, carried.ws.at())) == _VISITS

    assert carried.take().confirmed == 0
    assert carried.waiting() == 0


def test_that_a_full_disk_lets_the_ballast_go_for_the_receipts_of_a_stick(
    carried: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = carried.ws.folder
    full = audit.append

    def append(*said: object) -> None:
        if ballast.state(folder) is State.KEPT:
            raise DiskFullError("磁盘空间不足")
        full(*said)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr("caseworker_app.store.audit.append", append)
    ballast.take(folder)
    assert carried.export().operations == _VISITS
    assert carried.absorb().complete == _VISITS
    ballast.take(folder)
    assert carried.take().confirmed == _VISITS
    assert carried.waiting() == 0


def test_that_a_laptop_with_nothing_to_send_gets_what_is_new(carried: Stick) -> None:
    carried.export()
    carried.absorb()
    carried.take()

    assert carried.export().operations == 0
    absorbed = carried.absorb()
    assert (absorbed.operations, absorbed.complete) == (0, 0)
    assert carried.take().confirmed == 0


def test_that_a_restored_office_gets_everything_again(carried: Stick) -> None:
    carried.export()
    carried.absorb()
    old = carried.back.read_bytes()
    central = open_central(Configuration(carried.round.plan.server))
    with central.database.write() as connection:
        new_epoch(connection, central)
    central.close()
    carried.absorb()
    carried.take()
    assert carried.waiting() == 0

    carried.back.write_bytes(old)
    with pytest.raises(RefusedError, match="已经过时"):
        carried.take()
    assert carried.waiting() == 0


def test_that_an_office_that_went_back_unannounced_is_found_by_the_stick(carried: Stick) -> None:
    carried.export()
    carried.absorb()
    carried.take()
    with carried.ws.database.write() as connection:
        at = cursor.load(connection)
        cursor.put(connection, Cursor(at.epoch, at.seq, "a log the office lost"))

    carried.export()
    carried.absorb()
    carried.take()
    assert carried.waiting() == 3
    carried.export()
    carried.absorb()
    assert carried.take().confirmed == 3


def test_that_an_office_whose_clock_went_back_is_believed_too(carried: Stick) -> None:
    carried.export()
    carried.absorb()
    carried.take()
    central = open_central(Configuration(carried.round.plan.server))
    with central.database.write() as connection:
        remember(connection, EPOCH, "0-earlier-than-any")
    central.close()

    carried.export()
    carried.absorb()
    carried.take()
    assert carried.waiting() == 3  # all is given back to who may have lost it
    carried.export()
    carried.absorb()
    assert carried.take().confirmed == 3


def test_that_what_a_stopped_laptop_did_is_kept_and_it_reads_nothing(carried: Stick) -> None:
    carried.export()
    central = open_central(Configuration(carried.round.plan.server))
    people.revoke(central, carried.ws.device.id, "admin")
    central.close()

    absorbed = carried.absorb()
    assert (absorbed.complete, absorbed.pages) == (_VISITS, 0)
    assert carried.take().fetched == 0
    assert {held.status for held in outgoing.held(carried.ws)} == {"quarantined"}


def test_that_a_foreign_or_damaged_answer_changes_nothing(carried: Stick) -> None:
    carried.export()
    carried.absorb()
    whole = carried.back.read_bytes()

    carried.back.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(RefusedError, match="损坏"):
        carried.take()
    carried.back.write_bytes(carried.out.read_bytes())
    with pytest.raises(ProblemError):
        carried.take()
    carried.back.unlink()
    with pytest.raises(UserError, match="找不到"):
        carried.take()
    assert carried.waiting() == _VISITS


def test_that_an_unknown_laptop_or_an_answer_is_not_taken(carried: Stick, tmp_path: Path) -> None:
    carried.export()
    other = open_central(Configuration(tmp_path / "another office"))
    try:
        with pytest.raises(ProblemError, match="不认识"):
            stick.absorb(other, carried.out, carried.back)
    finally:
        other.close()
    carried.absorb()
    shutil.copy(carried.back, carried.out)
    with pytest.raises(ProblemError):
        carried.absorb()


def test_that_before_the_first_contact_a_sentence_says_what_to_do(carried: Stick) -> None:
    with carried.ws.database.write() as connection:
        meta.forget(connection, "office.box")

    with pytest.raises(UserError, match="先联网送达一次"):
        carried.export()
    assert not carried.out.exists()
