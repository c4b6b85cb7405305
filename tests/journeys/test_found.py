"""A plate in the yard, from the note to the answer, over a line and a server that may fail."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from caseworker_app.demo import finding, laptop, office
from caseworker_app.demo.plan import Plan
from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.demo.visiting import carry_out
from caseworker_app.errors import CaseworkError
from caseworker_app.model.codes import AnswerState, Consent, FoundKind
from caseworker_app.model.found import Found
from caseworker_app.server import assignments, audit, enrolment as people
from caseworker_app.server.central import Configuration, open_central
from caseworker_app.store import household as households
from caseworker_app.store.key import Cost
from caseworker_app.workflow import (
    comparison,
    delivery,
    enrolment,
    found,
    outgoing,
    visit as visits,
)
from caseworker_app.workflow.delivery import Delivered
from caseworker_app.workflow.found import Findings
from caseworker_app.workflow.workspace import Workspace
from tests.journeys.bad_line import out_of_order
from tests.journeys.conftest import Round
from tests.sync.lines import cutting

pytestmark = pytest.mark.journey
_QUICK = Cost(time_cost=1, memory_cost=1024, parallelism=1)


class Yard:
    """A laptop whose first household keeps a car that only the office's register knows."""

    def __init__(self, round_: Round, ws: Workspace, address: str) -> None:
        self.round, self.ws, self.address = round_, ws, address
        self.unit: TownshipHousehold = round_.township.households[0]
        self.plate = finding.hidden_car(round_.township, self.unit).plate

    def note(self, consent: Consent = Consent.HOUSEHOLD) -> str:
        """Begin the visit, write the plate down and ask; return the visit."""
        begun = visits.start(self.ws, self.unit.household.id, self.round.township.staff[1:2])
        seen = Found("f1", FoundKind.VEHICLE, self.plate, "停着", "院内", consent=consent)
        found.put(self.ws, begun.id, seen, ask=True)
        return begun.id

    def deliver(self) -> Delivered:
        return delivery.deliver(self.ws, lambda _: None)

    def now(self, visit_id: str) -> Findings:
        return found.findings(self.ws, visit_id)

    def asked_at_office(self) -> list[str]:
        central = open_central(Configuration(self.round.plan.server))
        with central.database.read() as connection:
            said = [e.detail for e in audit.entries(connection) if e.act == "registers.asked"]
        central.close()
        return said


@contextmanager
def standing(folder: Path, *, authorised: bool = True) -> Iterator[Yard]:
    round_ = Round(Plan(folder, 3, 1, 1, _QUICK))
    round_.plan.claim()
    township = round_.township if authorised else _unauthorised(round_.township)
    office.prepare(round_.plan.server, township)
    with round_.server() as address, round_.laptop(address) as ws:
        laptop.fetch(ws, lambda _: None)
        comparison.compare_all(ws)
        yield Yard(round_, ws, address)


def _unauthorised(township: Township) -> Township:
    told = (
        replace(unit, declaration=replace(unit.declaration, authorisations=()))
        for unit in township.households
    )
    return replace(township, households=tuple(told))


@pytest.fixture
def yard(tmp_path: Path) -> Iterator[Yard]:
    with standing(tmp_path / "demo") as yard:
        yield yard


def test_that_one_exchange_asks_answers_and_compares_again(yard: Yard) -> None:
    visit_id = yard.note()
    before = yard.now(visit_id)
    told = yard.deliver()
    after = yard.now(visit_id)

    assert (told.sent, told.confirmed, told.answered) == (1, 1, 1)
    (fact,) = after.visit.found or ()
    assert fact.answer
    assert fact.answer.state is AnswerState.HELD
    (car,) = (v for v in after.records.vehicles if v.plate == yard.plate)
    assert (car.source.department, fact.answer.records) == ("公安 交管", (car.id,))
    new = {d.id for d in after.discrepancies} - {d.id for d in before.discrepancies}
    assert f"CL01:{car.id}" in new
    assert car.id in {v.id for v in after.visit.property.vehicles}


def test_that_delivering_again_changes_nothing(yard: Yard) -> None:
    visit_id = yard.note()
    yard.deliver()
    before = yard.now(visit_id)
    again = yard.deliver()

    assert (again.sent, again.fetched, again.answered) == (0, 0, 0)
    assert yard.now(visit_id) == before
    assert len(yard.asked_at_office()) == 1


def test_that_without_consent_the_answer_is_a_sentence(tmp_path: Path) -> None:
    with standing(tmp_path, authorised=False) as yard:
        visit_id = yard.note(Consent.NONE)
        yard.deliver()
        after = yard.now(visit_id)

    assert after.visit.found
    assert after.visit.found[0].answer
    assert after.visit.found[0].answer.text.startswith("没有授权，不能查询")
    assert yard.plate not in {v.plate for v in after.records.vehicles}


def test_that_a_household_taken_away_is_answered_by_a_sentence_too(yard: Yard) -> None:
    visit_id = yard.note()
    central = open_central(Configuration(yard.round.plan.server))
    people.put_person(central, "p9", "别人", "别处")
    order = assignments.Order("p9", date(2026, 11, 23), date(2026, 12, 31), "改派", "supervisor")
    assignments.assign(central, yard.unit.household.id, order)
    central.close()
    yard.deliver()
    (fact,) = yard.now(visit_id).visit.found or ()
    assert fact.answer
    assert fact.answer.state is AnswerState.REFUSED
    assert "不由本机办理" in fact.answer.text


def test_that_a_server_out_of_order_leaves_the_question_waiting(yard: Yard) -> None:
    visit_id = yard.note()
    with out_of_order() as address:
        away = enrolment.moved(yard.ws, address)
        with pytest.raises(CaseworkError, match="服务器出错了"):
            delivery.deliver(away, lambda _: None)
        assert outgoing.status(away).waiting == 1
    yard.ws = enrolment.moved(yard.ws, yard.address)
    assert yard.deliver().answered == 1
    assert yard.now(visit_id).visit.found


def test_that_a_question_and_its_visit_may_go_together_and_no_row_stays(yard: Yard) -> None:
    """The visit was sealed before there was a network: the answer finds nobody waiting."""
    visit_id = yard.note()
    sealed = carry_out(
        yard.ws, yard.unit.household.id, yard.round.township.staff[1], lambda *_: None
    )
    assert sealed.sealed, sealed.refused
    yard.deliver()
    after = yard.now(visit_id)

    assert after.records == type(after.records)()
    assert after.visit.found
    assert after.visit.found[0].answer is None
    assert yard.round.agrees(yard.ws)


def test_that_with_the_receipt_the_rows_that_were_asked_for_go_too(yard: Yard) -> None:
    visit_id = yard.note()
    yard.deliver()
    assert yard.now(visit_id).records.vehicles
    done = carry_out(yard.ws, yard.unit.household.id, yard.round.township.staff[1], lambda *_: None)
    assert done.sealed, done.refused
    yard.deliver()
    yard.deliver()
    with yard.ws.database.read() as connection:
        left = households.records(connection, yard.unit.household.id)
    assert list(left) == []


def test_that_a_plate_no_register_holds_is_answered_with_the_day(yard: Yard) -> None:
    begun = visits.start(yard.ws, yard.unit.household.id, yard.round.township.staff[1:2])
    seen = Found("f2", FoundKind.VEHICLE, "浙AF99999", consent=Consent.HOUSEHOLD)
    found.put(yard.ws, begun.id, seen, ask=True)
    yard.deliver()
    (fact,) = yard.now(begun.id).visit.found or ()
    assert fact.answer
    assert fact.answer.state is AnswerState.NONE
    assert fact.answer.text.startswith("登记中没有（20")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yard]:
    with standing(tmp_path_factory.mktemp("cut") / "demo") as yard:
        yard.note()
        yield yard


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(cuts=st.lists(st.integers(200, 6000), min_size=1, max_size=4), plate=st.integers(0, 9999))
def test_that_a_line_cut_anywhere_asks_once_and_answers_once(
    shared: Yard, cuts: list[int], plate: int
) -> None:
    begun = visits.start(shared.ws, shared.unit.household.id, ())
    value = f"浙AZ{plate:04d}"
    before = len(shared.asked_at_office())
    key = f"cut-{before}"
    seen = Found(key, FoundKind.VEHICLE, value, consent=Consent.HOUSEHOLD)
    found.put(shared.ws, begun.id, seen, ask=True)
    waiting = outgoing.status(shared.ws).waiting
    with cutting(shared.address, cuts) as address:
        shared.ws = enrolment.moved(shared.ws, address)
        for _ in range(len(cuts) + 2):
            try:
                shared.deliver()
            except CaseworkError:
                continue
            break
    shared.ws = enrolment.moved(shared.ws, shared.address)
    shared.deliver()

    fact = next(f for f in shared.now(begun.id).visit.found or () if f.id == key)
    assert fact.answer
    assert fact.answer.state is AnswerState.NONE
    assert len(shared.asked_at_office()) == before + waiting
