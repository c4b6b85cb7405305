from collections.abc import Iterator
from pathlib import Path

import pytest

from caseworker_app.demo.clock import DemoClock, instant
from caseworker_app.errors import OutsideError, RefusedError, UserError
from caseworker_app.server import enrolment as desk
from caseworker_app.server.central import Configuration
from caseworker_app.server.run import Running, running
from caseworker_app.settings import load
from caseworker_app.store import paper
from caseworker_app.workflow import enrolment, session
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.conftest import PASSPHRASE, QUICK


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    with running(Configuration(tmp_path / "server"), instant) as started:
        desk.put_person(started.central, "p1", "胡龙", "云溪镇")
        yield started


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Workspace]:
    session.create(tmp_path / "laptop", PASSPHRASE, QUICK)
    ws = session.unlock(tmp_path / "laptop", PASSPHRASE, DemoClock())
    yield ws
    ws.database.close()


def _slip(server: Running) -> str:
    return str(desk.make_slip(server.central, "p1", "admin"))


def test_that_a_slip_makes_the_laptop_known(fresh: Workspace, server: Running) -> None:
    ws = enrolment.enrol(fresh, server.url, _slip(server), PASSPHRASE)

    assert (ws.person.id, ws.person.name) == ("p1", "胡龙")
    assert ws.enrolled().public == server.central.public
    assert load(ws.folder).server == server.url
    with ws.database.read() as connection:
        assert paper.remaining(connection, "F01", 2026) > 0


def test_that_enrolling_again_after_an_interruption_answers_the_same(
    fresh: Workspace, server: Running
) -> None:
    slip = _slip(server)
    first = enrolment.enrol(fresh, server.url, slip, PASSPHRASE)

    again = enrolment.enrol(fresh, server.url, slip, PASSPHRASE)

    assert (again.person, again.office) == (first.person, first.office)


def test_that_office_and_person_are_remembered_together(fresh: Workspace, server: Running) -> None:
    enrolment.enrol(fresh, server.url, _slip(server), PASSPHRASE)
    fresh.database.close()

    again = session.unlock(fresh.folder, PASSPHRASE, DemoClock())

    assert again.person.name == "胡龙"
    assert again.enrolled().address == server.url
    session.lock(again)


@pytest.mark.parametrize("code", ["", "ABCD", "十六个字"])
def test_that_a_mistyped_code_is_told_at_once(fresh: Workspace, code: str) -> None:
    with pytest.raises(UserError, match="登记码"):
        enrolment.enrol(fresh, "http://127.0.0.1:9", code, PASSPHRASE)


def test_that_a_used_slip_lets_no_second_laptop_in(
    tmp_path: Path, fresh: Workspace, server: Running
) -> None:
    slip = _slip(server)
    enrolment.enrol(fresh, server.url, slip, PASSPHRASE)
    session.create(tmp_path / "other", PASSPHRASE, QUICK)
    other = session.unlock(tmp_path / "other", PASSPHRASE, DemoClock())

    with pytest.raises(RefusedError, match="已经用过"):
        enrolment.enrol(other, server.url, slip, PASSPHRASE)
    assert other.person.id == ""
    session.lock(other)


def test_that_without_a_network_nothing_is_written(fresh: Workspace, server: Running) -> None:
    slip = _slip(server)

    with pytest.raises(OutsideError, match="连不上"):
        enrolment.enrol(fresh, "http://127.0.0.1:9", slip, PASSPHRASE)
    assert load(fresh.folder).server == ""
