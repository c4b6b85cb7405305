"""One recertification after the other: received, due again, begun again with what is known."""

from dataclasses import replace

import pytest

from caseworker_app.demo.clock import DAY
from caseworker_app.demo.visiting import carry_out
from caseworker_app.model.codes import Stage
from caseworker_app.workflow import delivery, recheck, visit, worklist
from caseworker_app.workflow.worklist import Due, WorklistFilter
from caseworker_app.workflow.workspace import Workspace
from tests.journeys.conftest import Round
from tests.workflow.test_freshness import LaterClock

pytestmark = pytest.mark.journey

_DONE = WorklistFilter(stages=frozenset({Stage.RECEIVED}))


def _homes(ws: Workspace, wanted: WorklistFilter) -> set[str]:
    return {row.id for row in worklist.page(ws, worklist.find(ws, wanted))}


def test_that_a_day_s_households_come_round_again(undelivered: Round) -> None:
    with undelivered.server() as address, undelivered.laptop(address) as ws:
        delivery.deliver(ws, lambda _: None)
        done = _homes(ws, _DONE)
        assert len(done) == 3
        rows = worklist.page(ws, worklist.find(ws, _DONE))
        dues = [row.due for row in rows if row.due]
        assert all(row.last_check == DAY for row in rows)
        assert dues
        assert min(dues) > DAY

        later = replace(ws, clock=LaterClock(max(dues)))
        assert recheck.catch_up(later) == len(dues)
        back = {row.id for row in rows if row.due}
        assert not _homes(later, _DONE) & back
        week = _homes(later, WorklistFilter(due=Due.WEEK))
        overdue = _homes(later, WorklistFilter(due=Due.OVERDUE))
        assert back <= week | overdue
        assert worklist.counts(later, [WorklistFilter(due=Due.WEEK)]) == (len(week),)

        home = next(row.id for row in rows if row.due == max(dues))
        (before,) = recheck.past(later, home)
        old = visit.resume(later, before.id)
        again = carry_out(later, home, undelivered.township.staff[1], lambda *_: None)
        assert again.sealed, again.refused
        begun = visit.resume(later, again.visit_id)
        assert begun.incomes == old.incomes
        assert begun.household.last_check == old.day
        delivery.deliver(later, lambda _: None)

        assert undelivered.agrees(later)
        assert visit.resume(later, before.id) == old
        assert [past.stage for past in recheck.past(later, home)] == [Stage.RECEIVED] * 2
        assert home in _homes(later, _DONE)
