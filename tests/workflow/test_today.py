"""The day's round, and that each of its figures is the length of the list it leads to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from caseworker_app.demo.clock import DAY
from caseworker_app.demo.values import Township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.desktop.today.presenter import ASKED, LISTS
from caseworker_app.desktop.worklist.binding import filter_of
from caseworker_app.model.codes import FoundKind, Stage
from caseworker_app.model.found import Found
from caseworker_app.store import household as households, outbox, visit as visits
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.workflow import found, today, visit, worklist
from caseworker_app.workflow.today import ROUND, Today
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.test_freshness import LaterClock

FILTERS = [filter_of(wanted) for wanted in ASKED]
_STAGES = st.sampled_from([stage for stage in Stage if stage is not Stage.ASSIGNED])


def look(ws: Workspace) -> Today:
    return today.look(ws, FILTERS, 128)


def count(ws: Workspace, word: str) -> int:
    names = [name for name, _, _ in LISTS]
    return look(ws).counts[names.index(word)]


def in_order(ws: Workspace, ids: Sequence[int]) -> list[tuple[str, str]]:
    return [(row.village, row.address) for row in worklist.page(ws, ids)]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    stages=st.lists(st.tuples(st.integers(0, 59), _STAGES), max_size=8),
    days=st.integers(-200, 400),
)
def test_that_every_figure_agrees_with_its_list(
    ws: Workspace, township: Township, stages: list[tuple[int, Stage]], days: int
) -> None:
    later = replace(ws, clock=LaterClock(DAY + timedelta(days=days)))
    for number, stage in stages:
        home = township.households[number].household.id
        with ws.database.read() as connection:
            known = visits.of_household(connection, home)
        if known is None:
            begun = visit.start(ws, home, ())
            with ws.database.write() as connection:
                visits.set_stage(connection, begun.id, stage)

    found = look(later)

    for figure, wanted in zip(found.counts, FILTERS, strict=True):
        listed = worklist.find(later, wanted)
        assert figure == len(listed)
        assert len(worklist.page(later, listed)) == figure
    assert found.round == worklist.find(later, ROUND)


def test_that_the_round_is_walked_village_by_village_and_door_by_door(
    ws: Workspace, township: Township
) -> None:
    base = township.households[0].household
    places = ["新桥路10幢2单元", "新桥路2幢12室", "新桥路2幢３室", "新桥路9号"]
    homes = [
        replace(base, id=f"x{at}", living_address=place, due=DAY, village="新村", region="1")
        for at, place in enumerate(places)
    ]
    declaration = township.households[0].declaration
    with ws.database.write() as connection:
        households.save_all(connection, (AssignedHousehold(h, declaration) for h in homes))

    walked = in_order(ws, look(ws).round)

    assert [address for _, address in walked[:4]] == [
        "新桥路2幢3室",
        "新桥路2幢12室",
        "新桥路9号",
        "新桥路10幢2单元",
    ]
    villages = [village for village, _ in walked]
    turns = sum(before != after for before, after in pairwise(villages))
    assert turns == len(set(villages)) - 1


def test_that_a_sealed_household_leaves_the_round_and_the_next_is_near(
    ws: Workspace, township: Township
) -> None:
    before = worklist.page(ws, look(ws).round)
    clean = {u.household.id for u in township.households if not u.planted}
    at = next(at for at, row in enumerate(before[:-1]) if row.id in clean)

    done = carry_out(ws, before[at].id, township.staff[1], lambda *_: None)

    assert done.sealed, done.refused
    after = look(ws)
    assert len(after.round) == len(before) - 1
    follows = today.next_one(ws, before[at].id)
    assert follows is not None
    assert follows.id == before[at + 1].id
    assert count(ws, "只在本机") == 1
    assert after.oldest is not None


def test_that_what_the_office_would_not_take_is_told_with_its_reason(
    ws: Workspace, township: Township
) -> None:
    clean = next(u for u in township.households if not u.planted)
    done = carry_out(ws, clean.household.id, township.staff[1], lambda *_: None)
    assert done.sealed
    with ws.database.write() as connection:
        outbox.problem(connection, done.sealed.operation, "照片没有收全")

    (told,) = look(ws).rejected

    assert (told.head, told.why) == (clean.household.head.name, "照片没有收全")


def test_that_a_question_without_an_answer_is_counted(ws: Workspace, township: Township) -> None:
    clean = next(u for u in township.households if not u.planted)
    begun = visit.start(ws, clean.household.id, township.staff[1:2])
    assert count(ws, "等答复") == 0

    found.put(ws, begun.id, Found("f1", FoundKind.VEHICLE, "浙A77889", "院内"), ask=True)

    assert count(ws, "等答复") == 1


@pytest.mark.parametrize(("days", "told"), [(10, False), (80, True)])
def test_that_the_time_limit_after_a_death_is_told_once_it_runs_out(
    ws: Workspace,
    township: Township,
    days: int,
    told: bool,  # noqa: FBT001  # a row of the table
) -> None:
    clean = next(u for u in township.households if not u.planted and len(u.household.members) > 1)
    begun = visit.start(ws, clean.household.id, township.staff[1:2])
    who, died = begun.members[-1].id, DAY - timedelta(days=days)
    visit.record(
        ws,
        begun.id,
        {f"/members/#{who}/excluded": "dead", f"/members/#{who}/died": died.isoformat()},
    )

    limits = look(ws).limits

    assert [limit.household for limit in limits] == [clean.household.id] * told
