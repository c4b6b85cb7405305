"""What the office hands out lies compared on the laptop as soon as it has come."""

from collections import Counter
from pathlib import Path

import pytest

from caseworker_app.demo import laptop, office
from caseworker_app.demo.plan import Plan
from caseworker_app.store import discrepancy as discrepancies
from caseworker_app.store.key import Cost
from tests.journeys.conftest import Round

pytestmark = pytest.mark.journey


def test_that_fetched_households_are_compared_at_once(tmp_path: Path) -> None:
    quick = Cost(time_cost=1, memory_cost=64, parallelism=1)
    fresh = Round(Plan(tmp_path, 60, 1, 1, quick))
    hidden = Counter(code for unit in fresh.township.households for code in unit.planted)
    office.prepare(fresh.plan.server, fresh.township)

    with fresh.server() as address, fresh.laptop(address) as ws:
        laptop.fetch(ws, lambda _: None)

        with ws.database.read() as connection:
            assert discrepancies.counts(connection) == hidden
