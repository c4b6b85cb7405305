"""现场发现 on a laptop alone: written, compared, queued to be asked, changed, taken away."""

from dataclasses import replace

import msgspec
import pytest

from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.errors import RefusedError
from caseworker_app.model.codes import AnswerState, Consent, FoundKind, Stage
from caseworker_app.model.found import Found, FoundAnswer
from caseworker_app.model.visit import Point, Stroke, Visit
from caseworker_app.rules.comparison.found import difference_of
from caseworker_app.store import audit, household as households, outbox, visit as visit_store
from caseworker_app.wire import ask
from caseworker_app.wire.operation import Operation, verify
from caseworker_app.wire.replay import units_of
from caseworker_app.wire.signing import public
from caseworker_app.wire.units import flatten
from caseworker_app.workflow import comparison, found, outgoing, visit as visits
from caseworker_app.workflow.dossier import open_household
from caseworker_app.workflow.workspace import Workspace

PLATE = "浙A8Y8Y8"
INK = ((Stroke("pen", (Point(1, 1, 500, 0), Point(2, 2, 500, 9))),), 100, 50)


@pytest.fixture
def unit(township: Township) -> TownshipHousehold:
    """Return a household in which nothing differs."""
    return next(u for u in township.households if not u.planted)


@pytest.fixture
def begun(ws: Workspace, unit: TownshipHousehold, township: Township) -> Visit:
    return visits.resume(ws, visits.start(ws, unit.household.id, township.staff[1:2]).id)


def fact(kind: FoundKind, value: str, key: str = "f1") -> Found:
    return Found(key, kind, value, note="停着", place="院内", consent=Consent.HOUSEHOLD)


def asked(ws: Workspace) -> list[Operation]:
    with ws.database.read() as connection:
        waits = [e.op for e in outbox.waiting(connection) if e.lane == outgoing.ASKS]
        bodies = outbox.bodies(connection, waits)
    return [msgspec.json.decode(bodies[op], type=Operation) for op in waits]


def acts(ws: Workspace, subject: str) -> list[str]:
    with ws.database.read() as connection:
        return [e.act for e in audit.entries(connection, subject)][::-1]


def test_that_a_visit_where_nothing_was_found_has_the_bytes_it_had(begun: Visit) -> None:
    assert begun.found is None
    assert not any(path.startswith("/found") for path in flatten(begun))


def test_that_a_fact_is_kept_with_who_and_when_and_asked_of_the_office(
    ws: Workspace, begun: Visit
) -> None:
    now = found.put(ws, begun.id, fact(FoundKind.VEHICLE, PLATE), ask=True)

    (kept,) = visits.resume(ws, begun.id).found or ()
    assert now.visit.found == (kept,)
    assert (kept.value, kept.by) == (PLATE, ws.person.name)
    assert kept.at
    assert kept.asked
    (operation,) = asked(ws)
    assert operation.rid == kept.ask
    assert verify(operation, public(ws.device.key))
    question = ask.ask_of(units_of(operation))
    assert question
    assert (question.value, question.why, question.visit) == (PLATE, "院内；停着", begun.id)
    assert acts(ws, begun.id)[-2:] == ["found.asked", "found.recorded"]


def test_that_a_waiting_question_is_listed_with_whom_it_is_about(
    ws: Workspace, begun: Visit
) -> None:
    found.put(ws, begun.id, fact(FoundKind.VEHICLE, PLATE), ask=True)
    (parcel,) = outgoing.parcels(ws)
    assert (parcel.head, parcel.number, parcel.state) == (
        begun.household.head.name,
        "现场发现查询",
        "sealed",
    )
    assert outgoing.status(ws).waiting == 1


def test_that_what_the_slice_answers_is_not_asked(
    ws: Workspace, begun: Visit, unit: TownshipHousehold
) -> None:
    head = unit.household.head.id_number
    now = found.put(ws, begun.id, fact(FoundKind.PERSON, head), ask=True)
    assert asked(ws) == []
    assert now.discrepancies == ()


def test_that_a_person_found_is_a_difference_at_once_and_goes_with_the_fact(
    ws: Workspace, begun: Visit, unit: TownshipHousehold
) -> None:
    person = fact(FoundKind.PERSON, "钱七")
    now = found.put(ws, begun.id, person, ask=True)
    home = unit.household.id

    assert [d.id for d in now.discrepancies] == [difference_of(person)]
    assert [d.id for d in open_household(ws, home).discrepancies] == [difference_of(person)]
    assert difference_of(person) in {e.id for e in now.visit.explanations}

    gone = found.remove(ws, begun.id, person.id)
    assert gone.discrepancies == ()
    assert gone.visit == replace(begun, stage=gone.visit.stage)
    assert acts(ws, begun.id)[-1] == "found.removed"


def test_that_the_same_fact_again_changes_nothing_and_another_value_asks_anew(
    ws: Workspace, begun: Visit
) -> None:
    first = found.put(ws, begun.id, fact(FoundKind.VEHICLE, PLATE), ask=True).visit.found
    assert first
    again = found.put(ws, begun.id, first[0], ask=True).visit.found
    noted = found.put(ws, begun.id, replace(first[0], note="白色"), ask=True).visit.found
    assert (again, len(asked(ws))) == (first, 1)
    assert noted
    assert noted[0].ask == first[0].ask
    other = found.put(ws, begun.id, replace(first[0], value="浙A8Y8Y9"), ask=True).visit.found
    assert other
    assert other[0].ask not in ("", first[0].ask)
    assert len(asked(ws)) == 2


def test_that_a_signed_visit_is_left_alone(ws: Workspace, begun: Visit) -> None:
    found.put(ws, begun.id, fact(FoundKind.OTHER, "城东超市"), ask=False)
    visits.sign(ws, begun.id, "member", "某某", INK)
    before = visits.resume(ws, begun.id)

    with pytest.raises(RefusedError, match="撤回签字"):
        found.put(ws, begun.id, fact(FoundKind.OTHER, "x", "f2"), ask=True)
    with pytest.raises(RefusedError, match="撤回签字"):
        found.remove(ws, begun.id, "f1")
    assert visits.resume(ws, begun.id) == before
    assert asked(ws) == []


def test_that_a_sealed_visit_is_left_alone(ws: Workspace, begun: Visit) -> None:
    with ws.database.write() as connection:
        visit_store.seal(connection, begun.id, ws.at(), "sha256:x")
    with pytest.raises(RefusedError, match="封存"):
        found.put(ws, begun.id, fact(FoundKind.OTHER, "x"), ask=True)


def test_that_comparing_everything_again_keeps_what_was_found(
    ws: Workspace, begun: Visit, unit: TownshipHousehold
) -> None:
    person = fact(FoundKind.PERSON, "钱七")
    found.put(ws, begun.id, person, ask=False)
    comparison.compare_all(ws)
    raised = open_household(ws, unit.household.id).discrepancies
    assert [d.id for d in raised] == [difference_of(person)]


TOLD = FoundAnswer(
    AnswerState.NONE, "登记中没有（2026-11-23 查询）", "2026-11-23T02:00:00.000+00:00"
)


def test_that_an_answer_is_taken_once_and_only_by_who_asked(ws: Workspace, begun: Visit) -> None:
    now = found.put(ws, begun.id, fact(FoundKind.VEHICLE, PLATE), ask=True)
    assert now.visit.found
    rid = now.visit.found[0].ask
    with ws.database.write() as connection:
        home = begun.household.id
        taken = [
            found.take_answer(connection, ws, where, name, TOLD)
            for where, name in ((home, "another"), ("nowhere", rid), (home, rid), (home, rid))
        ]
    kept = visits.resume(ws, begun.id).found
    assert taken == [False, False, True, False]
    assert kept
    assert kept[0].answer == TOLD


def test_that_an_answer_finds_no_visit_that_is_sealed(ws: Workspace, begun: Visit) -> None:
    now = found.put(ws, begun.id, fact(FoundKind.VEHICLE, PLATE), ask=True)
    assert now.visit.found
    with ws.database.write() as connection:
        visit_store.seal(connection, begun.id, ws.at(), "sha256:x")
        home, rid = begun.household.id, now.visit.found[0].ask
        assert not found.take_answer(connection, ws, home, rid, TOLD)
    assert visits.resume(ws, begun.id).stage is Stage.SEALED


def test_that_nothing_is_kept_of_a_fact_whose_question_could_not_be_queued(
    ws: Workspace, begun: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(outbox, "put", full)
    with pytest.raises(OSError, match="full"):
        found.put(ws, begun.id, fact(FoundKind.VEHICLE, PLATE), ask=True)
    assert visits.resume(ws, begun.id) == begun


def test_that_a_car_an_answer_brings_enters_the_property(
    ws: Workspace, begun: Visit, township: Township
) -> None:
    car = next(v for u in township.households for v in u.records.vehicles if v.status == "A")
    mine = replace(car, id="c9", plate=PLATE, owner_id_number=begun.household.head.id_number)
    now = found.put(ws, begun.id, fact(FoundKind.VEHICLE, PLATE), ask=True)
    assert now.visit.found
    told = replace(TOLD, state=AnswerState.HELD, records=("c9",))
    with ws.database.write() as connection:
        home = begun.household.id
        assigned = households.AssignedHousehold(
            begun.household,
            households.declaration(connection, home),
            replace(households.records(connection, home), vehicles=(mine,)),
        )
        households.save(connection, assigned)
        found.take_answer(connection, ws, home, now.visit.found[0].ask, told)
        found.compare_again(connection, ws, home)
        found.compare_again(connection, ws, home)
    after = found.findings(ws, begun.id)

    assert [d.code for d in after.discrepancies if "c9" in d.record_ids][:1] == ["CL01"]
    (listed,) = after.visit.property.vehicles
    assert (listed.id, listed.plate, listed.discrepancy) == ("c9", PLATE, "CL01:c9")
    assert "CL01:c9" in {e.id for e in after.visit.explanations}
