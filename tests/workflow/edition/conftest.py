"""A laptop with a few households, let in by an office that publishes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from caseworker_app.demo.clock import DAY
from caseworker_app.demo.township import make_township
from caseworker_app.server import enrolment as desk
from caseworker_app.server.central import Configuration
from caseworker_app.server.run import running
from caseworker_app.wire import signing
from caseworker_app.workflow import (
    comparison,
    delivery,
    enrolment,
    session,
)
from tests.workflow.conftest import PASSPHRASE, QUICK
from tests.workflow.edition.office import Bureau, hand_out
from tests.workflow.test_lease import Times


@pytest.fixture
def bureau(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bureau]:
    times, township = Times(), make_township(12, 1, today=DAY)
    with running(Configuration(tmp_path / "server"), times.office) as server:
        hand_out(server.central, township)
        folder = tmp_path / "laptop"
        session.create(folder, PASSPHRASE, QUICK)
        slip = str(desk.make_slip(server.central, "p1", "admin"))
        ws = session.unlock(folder, PASSPHRASE, times)
        ws = enrolment.enrol(ws, server.url, slip, PASSPHRASE)
        delivery.deliver(ws, lambda _: None)
        comparison.compare_all(ws)
        session.lock(ws)
        yield Bureau(times, server.central, folder, township, signing.new_key(), monkeypatch)
