"""A laptop with sealed visits that nobody has delivered yet, and the office it belongs to."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from caseworker_app.demo import laptop, office
from caseworker_app.demo.clock import DAY, instant
from caseworker_app.demo.plan import Plan
from caseworker_app.demo.township import make_township
from caseworker_app.demo.values import Township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.server.central import Configuration, open_central
from caseworker_app.server.run import running
from caseworker_app.server.verify import agreement
from caseworker_app.store.key import Cost
from caseworker_app.workflow import comparison, outgoing, session
from caseworker_app.workflow.workspace import Workspace

_HOUSEHOLDS = 12
_VISITS = 3
_QUICK = Cost(time_cost=1, memory_cost=1024, parallelism=1)


@dataclass(frozen=True)
class Round:
    """The demonstration in a folder of its own."""

    plan: Plan

    @property
    def township(self) -> Township:
        return make_township(self.plan.households, self.plan.seed, today=DAY)

    @contextmanager
    def server(self) -> Iterator[str]:
        with running(Configuration(self.plan.server), instant) as server:
            yield server.url

    @contextmanager
    def laptop(self, address: str) -> Iterator[Workspace]:
        slip = office.prepare(self.plan.server, self.township)
        ws = laptop.open_laptop(self.plan, self.township, address, slip)
        try:
            yield ws
        finally:
            session.lock(ws)

    def agrees(self, ws: Workspace) -> bool:
        """Return whether both sides hold the same operations and files, hashed anew."""
        central = open_central(Configuration(self.plan.server))
        try:
            there = [tuple(row) for row in agreement(central, ws.device.id)]
        finally:
            central.close()
        here = [tuple(row) for row in outgoing.held(ws)]
        return bool(here) and here == there


@pytest.fixture(scope="session")
def undelivered_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with sealed visits, made once; tests work on copies."""
    folder = tmp_path_factory.mktemp("round") / "demo"
    prepared = Round(Plan(folder, _HOUSEHOLDS, 1, _VISITS, _QUICK))
    prepared.plan.claim()
    township = prepared.township
    office.prepare(prepared.plan.server, township)
    with prepared.server() as address, prepared.laptop(address) as ws:
        laptop.fetch(ws, lambda _: None)
        comparison.compare_all(ws)
        for unit in prepared.plan.to_visit(township):
            visited = carry_out(ws, unit.household.id, township.staff[1], lambda *_: None)
            assert visited.sealed, visited.refused
    return folder


@pytest.fixture
def undelivered(undelivered_once: Path, tmp_path: Path) -> Round:
    """Return a laptop with sealed visits, ready to be delivered."""
    folder = tmp_path / "demo"
    shutil.copytree(undelivered_once, folder)
    return Round(Plan(folder, _HOUSEHOLDS, 1, _VISITS, _QUICK))
