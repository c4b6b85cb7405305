"""Every visit of a whole day recomputes to the bytes it was sealed with, also after delivery."""

from pathlib import Path

import pytest

from caseworker_app.demo import day, laptop
from caseworker_app.demo.clock import DemoClock
from caseworker_app.demo.plan import Plan
from caseworker_app.server import replay as office
from caseworker_app.server.central import Configuration, open_central
from caseworker_app.store.key import Cost
from caseworker_app.workflow import replay, session

_QUICK = Cost(time_cost=1, memory_cost=1024, parallelism=1)


@pytest.mark.journey
@pytest.mark.parametrize("seed", [2, pytest.param(7, marks=pytest.mark.proof)])
def test_that_every_visit_of_a_day_recomputes_bit_equal(tmp_path: Path, seed: int) -> None:
    plan = Plan(tmp_path / "day", households=60, seed=seed, visits=20, cost=_QUICK)
    report = day.run(plan, lambda _: None)

    ws = session.unlock(plan.laptop, laptop.PASSPHRASE, DemoClock())
    try:
        visits = replay.sealed_visits(ws)
        assert {visit.number for visit in visits} == set(report.papers)
        assert len(visits) == report.sealed >= 15
        for visit in visits:
            found = replay.replay(ws, visit.id)
            assert found.equal, (visit.number, found.differences)
    finally:
        session.lock(ws)
    central = open_central(Configuration(plan.server))
    try:
        assert set(office.visits(central).values()) == set(report.papers)
        for rid in office.visits(central):
            assert office.replay_visit(central, rid).equal
    finally:
        central.close()
