"""Changes of a household on a real store: written, taken back, split, merged, with their trail."""

from dataclasses import replace
from datetime import timedelta

import pytest

from caseworker_app.demo.clock import DAY
from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.demo.visiting import carry_out
from caseworker_app.errors import RefusedError
from caseworker_app.model.change import HouseholdChange, LinkedFile
from caseworker_app.model.codes import Action, Category, ChangeKind, Stage, VisitKind
from caseworker_app.model.visit import Visit
from caseworker_app.rules.changes import relations
from caseworker_app.rules.changes.apply import apply, undo
from caseworker_app.store import household as households, visit as visit_store
from caseworker_app.wire.units import flatten
from caseworker_app.workflow import household_change, outgoing, replay, trail, visit as visits
from caseworker_app.workflow.household_change import elsewhere, merge, others, unmerge, written
from caseworker_app.workflow.workspace import Workspace

SOME_DAY = DAY - timedelta(days=20)


@pytest.fixture
def unit(township: Township) -> TownshipHousehold:
    """Return a household of several with nothing planted."""
    return next(u for u in township.households if not u.planted and len(u.household.members) > 2)


@pytest.fixture
def second(township: Township, unit: TownshipHousehold) -> TownshipHousehold:
    others_ = (u for u in township.households if not u.planted and u is not unit)
    return next(u for u in others_ if not u.household.obligors)


@pytest.fixture
def begun(ws: Workspace, unit: TownshipHousehold, township: Township) -> Visit:
    return visits.start(ws, unit.household.id, township.staff[1:2])


def split(visit: Visit, head: str = "") -> HouseholdChange:
    """Return the split by which the last member, or the one named, leaves."""
    who = head or visit.household.members[-1].id
    return HouseholdChange(
        "c1",
        ChangeKind.SPLIT,
        (who,),
        SOME_DAY,
        papers=("division",),
        roles=relations.among(visit.household, (who,), who),
        head=who,
        other=LinkedFile("new-home", living_address="河埠里3幢102室", phone="13900000000"),
    )


def put(ws: Workspace, visit: Visit, change: HouseholdChange) -> Visit:
    visits.record(ws, visit.id, written(visit, apply(visit, change)))
    return visits.resume(ws, visit.id)


def acts(ws: Workspace, subject: str) -> list[str]:
    return [entry.act for entry in trail.entries(ws, subject)]


def test_that_a_change_is_saved_told_and_taken_back_byte_by_byte(
    ws: Workspace, begun: Visit
) -> None:
    dead = HouseholdChange("c1", ChangeKind.DEATH, (begun.household.head_id,), SOME_DAY)
    visits.record(ws, begun.id, {"/opinion": "先写一句"})
    before = visits.resume(ws, begun.id)
    after = put(ws, before, dead)

    assert {m.id: m.excluded for m in after.members}[begun.household.head_id] == "dead"
    assert after.changes
    assert after.changes[0].kind is ChangeKind.DEATH
    visits.record(ws, begun.id, written(after, undo(after, "c1")))
    assert flatten(visits.resume(ws, begun.id)) == flatten(before)
    assert {"household.changed", "household.change_undone"} <= set(acts(ws, begun.id))
    with ws.database.read() as connection:
        paths = {step.path for step in visit_store.history(connection, begun.id)}
    assert "/changes/#c1/kind" in paths


def test_that_a_split_opens_a_linked_file_with_a_visit_when_it_is_sealed(
    ws: Workspace, begun: Visit, township: Township
) -> None:
    leaver = begun.household.members[-1]
    put(ws, begun, split(begun))
    done = carry_out(ws, begun.household.id, township.staff[1], lambda *_: None)
    assert done.sealed, done.refused

    with ws.database.read() as connection:
        home = households.load(connection, "new-home")
        said = households.declaration(connection, "new-home")
        visit_id = visit_store.of_household(connection, "new-home")
    assert home.origin is not None
    assert (home.origin.household, home.origin.visit) == (begun.household.id, begun.id)
    assert (home.category, home.head.id, home.living_address) == (
        Category.NONE,
        leaver.id,
        "河埠里3幢102室",
    )
    assert [p.member_id for p in said.persons] == [leaver.id]
    new = visits.resume(ws, visit_id or "")
    assert (new.kind, new.stage) == (VisitKind.CHANGE, Stage.PREPARING)
    lanes = [parcel.number for parcel in outgoing.parcels(ws)]
    assert "新立户" in lanes
    old = visits.resume(ws, begun.id)
    assert leaver.id in {m.id for m in old.household.members}
    assert replay.replay(ws, begun.id).equal
    assert "household.split" in acts(ws, "new-home")


def test_that_the_new_household_is_visited_and_sealed_like_any(
    ws: Workspace, begun: Visit, township: Township
) -> None:
    grown = next(m for m in begun.household.members if m.id != begun.household.head_id)
    put(ws, begun, split(begun, grown.id))
    carry_out(ws, begun.household.id, township.staff[1], lambda *_: None)
    done = carry_out(ws, "new-home", township.staff[1], lambda *_: None)
    assert done.sealed, done.refused
    assert replay.replay(ws, done.sealed.visit_id).equal


def test_that_sealing_twice_opens_one_file(ws: Workspace, begun: Visit, township: Township) -> None:
    put(ws, begun, split(begun))
    carry_out(ws, begun.household.id, township.staff[1], lambda *_: None)
    waiting = outgoing.status(ws).waiting
    carry_out(ws, begun.household.id, township.staff[1], lambda *_: None)
    assert outgoing.status(ws).waiting == waiting == 2


def merging(second: TownshipHousehold) -> HouseholdChange:
    home = second.household
    linked = LinkedFile(home.id, home.number, home.head.name)
    return HouseholdChange("c1", ChangeKind.MERGE, (), SOME_DAY, papers=("booklet",), other=linked)


def test_that_a_merge_joins_one_and_ends_the_other_with_its_history(
    ws: Workspace, begun: Visit, second: TownshipHousehold, township: Township
) -> None:
    home = second.household
    joined = merge(ws, begun.id, merging(second), township.staff[1:2])
    with ws.database.read() as connection:
        ended = visit_store.of_household(connection, home.id)
    other = visits.resume(ws, ended or "")

    assert {m.id for m in home.members if not m.excluded} <= {
        m.id for m in joined.household.members
    }
    assert joined.household.monthly == begun.household.monthly + home.monthly
    assert joined.changes
    assert joined.changes[0].other
    assert joined.changes[0].other.number == home.number
    assert other.changes
    assert other.changes[0].kind is ChangeKind.MERGED
    assert other.changes[0].other
    assert other.changes[0].other.id == begun.household.id
    assert len(other.household.members) == len(home.members)
    assert visits.live(other, (), ws.pack).determination.action is Action.STOP
    for one in (begun.household.id, home.id):
        done = carry_out(ws, one, township.staff[1], lambda *_: None)
        assert done.sealed, done.refused
        assert replay.replay(ws, done.sealed.visit_id).equal


def test_that_parting_a_merge_restores_both(
    ws: Workspace, begun: Visit, second: TownshipHousehold, township: Township
) -> None:
    other = visits.start(ws, second.household.id, township.staff[1:2])
    merge(ws, begun.id, merging(second), township.staff[1:2])
    parted = unmerge(ws, begun.id, "c1")
    assert flatten(parted) == flatten(visits.resume(ws, begun.id)) == flatten(begun)
    assert flatten(visits.resume(ws, other.id)) == flatten(other)
    assert {"household.merged", "household.merge_undone"} <= set(acts(ws, begun.id))


def test_that_a_household_is_merged_once(
    ws: Workspace, begun: Visit, second: TownshipHousehold, township: Township
) -> None:
    third = next(
        u.household.id
        for u in township.households
        if u.household.id not in {begun.household.id, second.household.id}
    )
    other = visits.start(ws, third, township.staff[1:2])
    merge(ws, begun.id, merging(second), township.staff[1:2])
    with pytest.raises(RefusedError, match="已并入他户"):
        merge(ws, other.id, merging(second), township.staff[1:2])
    assert visits.resume(ws, other.id).changes is None


def test_that_a_sealed_household_is_not_merged(
    ws: Workspace, begun: Visit, second: TownshipHousehold, township: Township
) -> None:
    done = carry_out(ws, second.household.id, township.staff[1], lambda *_: None)
    assert done.sealed
    with pytest.raises(RefusedError, match="不能再并户。请等该户下一次核查时办理"):
        merge(ws, begun.id, merging(second), township.staff[1:2])
    assert visits.resume(ws, begun.id).changes is None
    (found,) = [
        o
        for o in others(ws, begun.household.id, second.household.head.name)
        if o.id == second.household.id
    ]
    assert found.refused.startswith("该户核查")


def test_that_a_number_on_another_list_is_found_and_the_own_is_not(
    ws: Workspace, begun: Visit, second: TownshipHousehold
) -> None:
    there = second.household.members[-1]
    (found,) = elsewhere(ws, begun.household.id, there.id_number.lower())
    assert (found.household, found.name) == (second.household.id, there.name)
    assert elsewhere(ws, second.household.id, there.id_number) == ()
    assert elsewhere(ws, begun.household.id, "") == ()


def test_that_a_member_who_came_today_is_found_elsewhere_too(
    ws: Workspace, begun: Visit, second: TownshipHousehold, township: Township
) -> None:
    merge(ws, begun.id, merging(second), township.staff[1:2])
    number = second.household.head.id_number
    found = elsewhere(ws, "some other home", number)
    assert second.household.id in {one.household for one in found}


def test_that_a_change_after_the_seal_is_refused(
    ws: Workspace, begun: Visit, township: Township
) -> None:
    carry_out(ws, begun.household.id, township.staff[1], lambda *_: None)
    sealed = visits.resume(ws, begun.id)
    after = apply(replace(sealed, stage=Stage.VISITING), split(sealed))
    with pytest.raises(RefusedError):
        visits.record(
            ws, begun.id, household_change.written(sealed, replace(after, stage=sealed.stage))
        )
