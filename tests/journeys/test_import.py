"""With the receipt of the office, what a list brought about the household leaves the laptop."""

from pathlib import Path

import pytest

from caseworker_app.demo import laptop, office
from caseworker_app.demo.plan import Plan
from caseworker_app.demo.visiting import carry_out
from caseworker_app.errors import RefusedError
from caseworker_app.model.register import RegisterSlice
from caseworker_app.store.key import Cost
from caseworker_app.workflow import delivery, matching, register_import
from tests.journeys.conftest import Round
from tests.workflow.lists import mistyped, of, origin, portions, slice_of

pytestmark = pytest.mark.journey


def test_that_imported_data_go_with_the_receipt(tmp_path: Path) -> None:
    quick = Cost(time_cost=1, memory_cost=64, parallelism=1)
    fresh = Round(Plan(tmp_path, 12, 1, 1, quick))
    visited, other = (u for u in fresh.township.households[:2])
    office.prepare(fresh.plan.server, fresh.township)

    with fresh.server() as address, fresh.laptop(address) as ws:
        laptop.fetch(ws, lambda _: None)
        mine, theirs = visited.household.head, other.household.head
        rows = [
            of(mine, 2),
            mistyped(mine, 3),
            mistyped(mine, 4),
            of(theirs, 5),
            mistyped(theirs, 6),
        ]
        done = register_import.take(ws, origin(), portions(rows))
        first = matching.waiting(ws)[0]
        matching.decide(ws, first.id, first.asked.candidates[0].whom)
        home = visited.household.id
        assert carry_out(ws, home, fresh.township.staff[1], lambda *_: None).sealed
        assert slice_of(ws, home) != RegisterSlice()

        assert delivery.deliver(ws, lambda _: None).confirmed == 1

        assert slice_of(ws, home) == RegisterSlice()
        assert [q.asked.position for q in matching.waiting(ws)] == [6]
        assert matching.answered(ws) == ()
        with ws.database.read() as connection:
            left = connection.exec_driver_sql("SELECT DISTINCT household FROM imported_record")
            assert [row.household for row in left] == [other.household.id]
        with pytest.raises(RefusedError, match="已封存"):
            register_import.undo(ws, done.batch.n)
