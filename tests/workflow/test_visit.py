from random import Random

import pytest

from caseworker_app.demo import ink
from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.errors import UserError
from caseworker_app.model.codes import Action, DiscrepancyState, Stage
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Stroke, Visit
from caseworker_app.store import discrepancy as discrepancies, visit as visits, worklist
from caseworker_app.workflow import visit
from caseworker_app.workflow.dossier import open_household
from caseworker_app.workflow.workspace import Workspace


def _clean(township: Township) -> TownshipHousehold:
    return next(unit for unit in township.households if not unit.planted)


def _hiding(township: Township, code: str) -> TownshipHousehold:
    return next(unit for unit in township.households if code in unit.planted)


def _start(ws: Workspace, township: Township, unit: TownshipHousehold) -> Visit:
    return visit.start(ws, unit.household.id, township.staff[1:2])


def test_that_a_visit_begins_with_everything_known(ws: Workspace, township: Township) -> None:
    unit = _clean(township)

    begun = _start(ws, township, unit)

    assert begun.household == unit.household
    assert begun.incomes == unit.declaration.incomes
    assert begun.property.money == unit.declaration.money
    assert [m.id for m in begun.members] == [m.id for m in unit.household.members]
    assert [person.name for person in begun.investigators] == ["胡龙", township.staff[1].name]


def test_that_an_unchanged_household_goes_on_with_the_same_amount(
    ws: Workspace, township: Township
) -> None:
    unit = _clean(township)
    begun = _start(ws, township, unit)

    found = visit.live(begun, open_household(ws, unit.household.id).discrepancies, ws.pack)

    assert found.determination.action is Action.CONTINUE
    assert found.determination.monthly == unit.household.monthly


def test_that_starting_twice_takes_the_same_visit_up(ws: Workspace, township: Township) -> None:
    unit = _clean(township)
    first = _start(ws, township, unit)
    visit.record(ws, first.id, {"/opinion": "写了一半"})

    again = _start(ws, township, unit)

    assert again.id == first.id
    assert again.opinion == "写了一半"


def test_that_each_field_left_is_saved_with_its_history(ws: Workspace, township: Township) -> None:
    begun = _start(ws, township, _clean(township))

    visit.record(ws, begun.id, {"/property/money": 100})
    visit.record(ws, begun.id, {"/property/money": 200})

    assert visit.resume(ws, begun.id).property.money == 200
    with ws.database.read() as connection:
        steps = visits.history(connection, begun.id, "/property/money")
    assert [step.value for step in steps][-2:] == [100, 200]
    assert {step.person for step in steps} == {ws.person.id}


def test_that_a_change_on_the_screen_is_the_change_on_the_disk(
    ws: Workspace, township: Township
) -> None:
    begun = _start(ws, township, _clean(township))
    changes: dict[str, Json] = {"/opinion": "同意", f"/members/#{begun.members[0].id}/met": True}

    visit.record(ws, begun.id, changes)

    on_disk = visit.resume(ws, begun.id)
    assert visit.changed(begun, changes) == visit.changed(on_disk, {"/stage": begun.stage.value})


def test_that_an_explained_difference_leaves_the_count_of_open_ones(
    ws: Workspace, township: Township
) -> None:
    unit = _hiding(township, "CL02")
    begun = _start(ws, township, unit)
    dossier = open_household(ws, unit.household.id)
    (sold,) = (d for d in dossier.discrepancies if d.code == "CL02")

    visit.record(
        ws,
        begun.id,
        {f"/explanations/#{sold.id}/state": DiscrepancyState.REFUTED.value},
    )

    with ws.database.read() as connection:
        assert discrepancies.states(connection, unit.household.id)[sold.id] == "refuted"
        row = worklist.row_of(connection, unit.household.id)
        assert row is not None
        (listed,) = worklist.page(connection, [row])
    assert listed.yellow == sum(d.level.zh == "黄" for d in dossier.discrepancies) - 1
    assert listed.stage is Stage.VISITING


def test_that_a_change_after_signing_asks_for_the_signature_again(
    ws: Workspace, township: Township
) -> None:
    unit = _clean(township)
    begun = _start(ws, township, unit)
    strokes = visit_strokes("王")
    visit.sign(ws, begun.id, "member", "王", (strokes, ink.WIDTH, ink.HEIGHT))
    signed = visit.resume(ws, begun.id)
    assert signed.stage is Stage.SIGNED
    assert "signature_stale" not in _missing(ws, signed)

    visit.record(ws, begun.id, {"/property/money": 1})

    assert "signature_stale" in _missing(ws, visit.resume(ws, begun.id))


def test_that_a_signature_taken_back_is_gone_and_remembered(
    ws: Workspace, township: Township
) -> None:
    begun = _start(ws, township, _clean(township))
    visit.sign(ws, begun.id, "member", "王", (visit_strokes("王"), ink.WIDTH, ink.HEIGHT))

    visit.unsign(ws, begun.id, "member")

    assert visit.resume(ws, begun.id).signatures == ()
    with ws.database.read() as connection:
        steps = visits.history(connection, begun.id, "/signatures/#member/name")
    assert [step.value for step in steps] == ["王", None]


def test_that_an_empty_pad_is_no_signature(ws: Workspace, township: Township) -> None:
    begun = _start(ws, township, _clean(township))

    with pytest.raises(UserError, match="还是空的"):
        visit.sign(ws, begun.id, "member", "王", ((), 10, 10))


def visit_strokes(name: str) -> tuple[Stroke, ...]:
    return ink.signature_strokes(name, Random(1))


def _missing(ws: Workspace, value: Visit) -> set[str]:
    return {missing.code for missing in visit.live(value, (), ws.pack).missing}
