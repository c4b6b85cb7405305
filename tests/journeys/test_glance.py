"""A delivery with nothing to send and nothing new is one question of a few hundred bytes."""

import pytest

from caseworker_app.server import assignments
from caseworker_app.server.central import Configuration, new_epoch, open_central
from caseworker_app.store import cursor
from caseworker_app.workflow import delivery, outgoing
from caseworker_app.workflow.workspace import Workspace
from tests.journeys.conftest import Round
from tests.sync.lines import counting

pytestmark = pytest.mark.journey


def _deliver(ws: Workspace) -> delivery.Delivered:
    return delivery.deliver(ws, lambda _: None)


def test_that_it_takes_one_round_trip_under_a_kilobyte(undelivered: Round) -> None:
    with undelivered.server() as address, undelivered.laptop(address) as ws:
        _deliver(ws)
    with (
        undelivered.server() as address,
        counting(address) as line,
        undelivered.laptop(line.address) as ws,
    ):
        before = line.asked, line.up + line.down
        assert _deliver(ws) == delivery.Delivered(0, 0, 0, 0)

        assert line.asked - before[0] == 1
        assert line.up + line.down - before[1] < 1024


def test_that_whatever_is_new_is_fetched(undelivered: Round) -> None:
    with undelivered.server() as address, undelivered.laptop(address) as ws:
        _deliver(ws)
        home = undelivered.plan.to_visit(undelivered.township)[0].household.id
        central = open_central(Configuration(undelivered.plan.server))
        day = ws.clock.today()
        assignments.end(central, home, day, "迁出", "admin")
        assert _deliver(ws).fetched == 1
        assert _deliver(ws).fetched == 0

        with central.database.write() as connection:
            new_epoch(connection, central)
        central.close()
        assert _deliver(ws).confirmed == len(outgoing.held(ws)) == 3


def test_that_a_server_that_went_back_is_found_by_a_glance(undelivered: Round) -> None:
    with undelivered.server() as address, undelivered.laptop(address) as ws:
        _deliver(ws)
        with ws.database.write() as connection:
            at = cursor.load(connection)
            cursor.put(connection, type(at)(at.epoch, at.seq, "another log"))

        assert _deliver(ws).confirmed == 3
