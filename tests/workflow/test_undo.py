"""Every field of a visit goes back and forth, one step at a time, however it was changed."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from caseworker_app.demo.clock import DemoClock
from caseworker_app.demo.values import Township
from caseworker_app.errors import RefusedError
from caseworker_app.model.codes import Stage
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Visit
from caseworker_app.store import visit as visits
from caseworker_app.workflow import session, undo, visit
from caseworker_app.workflow.undo import Reach
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.conftest import PASSPHRASE


@pytest.fixture
def begun(ws: Workspace, township: Township) -> Visit:
    unit = next(u for u in township.households if u.household.obligors and u.declaration.incomes)
    return visit.start(ws, unit.household.id, ())


def edits(begun: Visit) -> st.SearchStrategy[dict[str, Json]]:
    """Return any change a screen may make to a visit."""
    member, income = begun.members[0].id, begun.incomes[0].id
    money = st.integers(0, 10**6)
    gone: dict[str, Json] = {
        f"/incomes/#{income}/{name}": None
        for name in ("id", "who", "kind", "type", "monthly", "annual", "excluded_part")
    }

    def added(number: int, fen: int) -> dict[str, Json]:
        path = f"/incomes/#new{number}"
        return {
            f"{path}/id": f"new{number}",
            f"{path}/who": member,
            f"{path}/kind": "wage",
            f"{path}/monthly": fen,
        }

    return st.one_of(
        money.map(lambda fen: {"/property/money": fen}),
        money.map(lambda fen: {f"/support/#{begun.support[0].id}/income": fen}),
        st.text("甲乙丙", max_size=4).map(lambda text: {"/opinion": text}),
        st.sampled_from([[], ["tv"], ["tv", "fridge"]]).map(lambda v: {"/living/appliances": v}),
        st.sampled_from([None, [4, 2], [6, 1]]).map(
            lambda v: {f"/members/#{member}/disability": v}
        ),
        st.booleans().map(lambda met: {f"/members/#{member}/met": met, "/present": member}),
        st.just(gone),
        st.builds(added, st.integers(1, 3), money),
        st.integers(1, 3).map(lambda n: {f"/incomes/#new{n}": None}),
    )


class Desk:
    """A visit on a laptop; a small thing to name where an example fails."""

    def __init__(self, ws: Workspace, begun: Visit) -> None:
        self.ws, self.begun = ws, visit.resume(ws, begun.id)

    def __repr__(self) -> str:
        return "desk"


@pytest.fixture
def desk(ws: Workspace, begun: Visit) -> Desk:
    return Desk(ws, begun)


@given(data=st.data())
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_that_any_edits_undone_give_the_visit_as_begun_and_redone_the_last(
    desk: Desk, data: st.DataObject
) -> None:
    ws, begun = desk.ws, desk.begun
    while undo.undo(ws, begun.id):
        pass  # what the example before left
    states = [replace(begun, stage=Stage.VISITING)]
    assert _state(ws, begun) == states[0]
    for changes in data.draw(st.lists(edits(begun), min_size=1, max_size=8)):
        visit.record(ws, begun.id, changes)
        if _state(ws, begun) != states[-1]:
            states.append(_state(ws, begun))
    assert undo.reach(ws, begun.id).undo == len(states) - 1
    if len(states) == 1:
        return  # Nothing was changed, so what an example before undid may still be done again.
    for state in reversed(states[:-1]):
        assert undo.undo(ws, begun.id) is not None
        assert _state(ws, begun) == state
    assert undo.undo(ws, begun.id) is None
    for state in states[1:]:
        assert undo.redo(ws, begun.id) is not None
        assert _state(ws, begun) == state
    assert undo.redo(ws, begun.id) is None


def _state(ws: Workspace, begun: Visit) -> Visit:
    return replace(visit.resume(ws, begun.id), stage=Stage.VISITING)


def test_that_an_undo_is_itself_a_change_with_person_and_time(ws: Workspace, begun: Visit) -> None:
    visit.record(ws, begun.id, {"/property/money": 100})
    done = undo.undo(ws, begun.id)
    assert done is not None
    assert done.turns["/property/money"].before == 100
    assert done.changes == {"/property/money": begun.property.money}
    assert done.reach == Reach(0, 1)
    with ws.database.read() as connection:
        written = visits.history(connection, begun.id, "/property/money")
    assert [w.value for w in written] == [begun.property.money, 100, begun.property.money]
    assert {w.person for w in written} == {ws.person.id}


def test_that_something_new_ends_what_could_be_done_again(ws: Workspace, begun: Visit) -> None:
    visit.record(ws, begun.id, {"/opinion": "甲"})
    undo.undo(ws, begun.id)
    visit.record(ws, begun.id, {"/property/money": 5})
    assert undo.redo(ws, begun.id) is None
    assert undo.reach(ws, begun.id) == Reach(1, 0)


def test_that_it_goes_on_after_a_restart(tmp_path: Path, ws: Workspace, begun: Visit) -> None:
    visit.record(ws, begun.id, {"/opinion": "甲"})
    visit.record(ws, begun.id, {"/opinion": "乙"})
    undo.undo(ws, begun.id)
    session.lock(ws)
    again = session.unlock(tmp_path, PASSPHRASE, DemoClock())
    assert undo.reach(again, begun.id) == Reach(1, 1)
    undo.undo(again, begun.id)
    assert visit.resume(again, begun.id).opinion == ""
    undo.redo(again, begun.id)
    undo.redo(again, begun.id)
    assert visit.resume(again, begun.id).opinion == "乙"
    again.database.close()


def test_that_what_came_by_another_way_stays(ws: Workspace, begun: Visit) -> None:
    visit.record(ws, begun.id, {"/opinion": "甲", "/property/money": 7})
    with ws.database.write() as connection:
        visits.record(connection, begun.id, {"/property/money": 9}, ws.at(), "office")
    done = undo.undo(ws, begun.id)
    assert done is not None
    assert set(done.turns) == {"/opinion"}
    assert visit.resume(ws, begun.id).property.money == 9


def test_that_a_sealed_visit_cannot_be_undone(ws: Workspace, begun: Visit) -> None:
    visit.record(ws, begun.id, {"/opinion": "甲"})
    with ws.database.write() as connection:
        visits.seal(connection, begun.id, ws.at(), "sha256:1")
    assert undo.reach(ws, begun.id) == Reach()
    with pytest.raises(RefusedError, match="不能再改"):
        undo.undo(ws, begun.id)
    assert visit.resume(ws, begun.id).opinion == "甲"
