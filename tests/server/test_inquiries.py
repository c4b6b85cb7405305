"""Questions from the field: answered for people who are covered, refused in a sentence else."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from caseworker_app.model import id_number
from caseworker_app.model.codes import AnswerState, Consent, Dataset, FoundKind
from caseworker_app.model.declaration import Authorisation, DeclaredObligor
from caseworker_app.model.departments import Insurance
from caseworker_app.model.found import FoundAnswer
from caseworker_app.model.register import EstateRecord, PersonRecord, RegisterSlice, VehicleRecord
from caseworker_app.model.source import Source
from caseworker_app.model.values import Json
from caseworker_app.server import (
    assignments,
    audit,
    households,
    inquiries,
    oplog,
    records,
    registers,
)
from caseworker_app.server.rights import Caller
from caseworker_app.wire import ask
from caseworker_app.wire.operation import Operation
from caseworker_app.wire.units import restore
from tests.server.conftest import DAY, Office
from tests.server.laptop import Laptop

SOURCE = Source("公安 交管", date(2026, 11, 1), "B1", date(2027, 1, 30))
STRANGER = "33019919800101009" + id_number.check_digit("33019919800101009")
PLATE, FOREIGN, NOWHERE = "浙A7K21Q", "浙A9X9X9", "浙A8Y8Y8"


class Field:
    """One laptop that asks about the household in its hands."""

    def __init__(self, office: Office) -> None:
        self.office, self.laptop = office, Laptop()
        self.caller: Caller = office.enrol(self.laptop)
        self.dossier = office.dossiers[0]
        self.home = self.dossier.household
        self.head = self.home.head.id_number
        self._asked = 0

    def question(self, kind: FoundKind, value: str, **other: Json) -> dict[str, Json]:
        return {
            "/household/id": self.home.id,
            "/household/region": self.home.region,
            "/visit": "v1",
            "/kind": kind.value,
            "/value": value,
            "/consent": Consent.HOUSEHOLD.value,
            "/why": "院内停着",
            **{f"/{name}": content for name, content in other.items()},
        }

    def seal(self, units: dict[str, Json], **other: Any) -> Operation:
        self._asked += 1
        fields = {"kind": "create", "form": ask.FORM, "atomic": True, **other}
        return self.laptop.patch(f"ask-{self._asked}", {}, units, **fields)

    def ask(self, kind: FoundKind, value: str, **other: Json) -> FoundAnswer:
        operation = self.seal(self.question(kind, value, **other))
        self.office.push(self.caller, operation)
        told = ask.answer_of(self.units(operation.rid))
        assert told is not None
        return told

    def units(self, rid: str) -> dict[str, Json]:
        with self.office.central.database.read() as connection:
            stored = records.get(connection, rid)
        return dict(stored.units) if stored else {}

    def slice(self) -> RegisterSlice:
        return restore(self.units(households.slice_id(self.home.id)), RegisterSlice)

    def refile(self, **declaration: Any) -> None:
        told = replace(self.dossier.declaration, **declaration)
        self.dossier = self.dossier._replace(declaration=told)
        households.load_township(self.office.central, [self.dossier], "supervisor")


@pytest.fixture
def field(office: Office) -> Field:
    field, central = Field(office), office.central
    car = VehicleRecord("c1", SOURCE, field.head, "户主", PLATE, "02", "", "小型轿车", price=1)
    registers.load(
        central,
        Dataset.VEHICLE,
        [car, replace(car, id="c2", plate=FOREIGN, owner_id_number=STRANGER, owner_name="钱七")],
        "import",
    )
    house = EstateRecord(
        "e1", SOURCE, field.head, "户主", "", "", "示范区河埠里3幢102室", "10", 4210
    )
    registers.load(central, Dataset.ESTATE, [house], "import")
    person = PersonRecord("p1", SOURCE, STRANGER, "钱七", "H9", address="湖滨街5号")
    registers.load(central, Dataset.PERSON, [person], "import")
    job = Insurance("i1", SOURCE, field.head, "户主", employer="惠民物业有限公司")
    registers.load(central, Dataset.INSURANCE, [job], "import")
    field.refile(authorisations=None)
    return field


def test_that_a_plate_of_a_member_is_answered_and_enters_the_slice(field: Field) -> None:
    told = field.ask(FoundKind.VEHICLE, "浙a·7k21q")

    assert (told.state, told.records) == (AnswerState.HELD, ("c1",))
    assert told.text.startswith("公安 交管 2026-11-01：浙A7K21Q 小型轿车")
    assert [row.id for row in field.slice().vehicles if row.plate == PLATE] == ["c1"]


@pytest.mark.parametrize(
    ("kind", "value", "rows"),
    [
        (FoundKind.ESTATE, "河埠里3幢102室", ("e1",)),
        (FoundKind.OTHER, "惠民物业", ("i1",)),
        (FoundKind.VEHICLE, NOWHERE, ()),
        (FoundKind.OTHER, "城东超市", ()),
    ],
)
def test_that_other_things_are_answered_too(
    field: Field, kind: FoundKind, value: str, rows: tuple[str, ...]
) -> None:
    told = field.ask(kind, value)

    assert told.records == rows
    assert told.state is (AnswerState.HELD if rows else AnswerState.NONE)
    assert rows or told.text == "登记中没有（2026-11-23 查询）"


def test_that_a_row_of_somebody_not_covered_is_kept_back(field: Field) -> None:
    told = field.ask(FoundKind.VEHICLE, FOREIGN)

    assert told.state is AnswerState.REFUSED
    assert told.text == "没有授权，不能查询：登记在授权范围以外的人名下。"
    assert "钱七" not in str(field.units(households.slice_id(field.home.id)))


def test_that_a_person_is_looked_up_by_his_own_consent_only(field: Field) -> None:
    refused = field.ask(FoundKind.PERSON, STRANGER)
    told = field.ask(FoundKind.PERSON, STRANGER, consent=Consent.PERSON.value)

    assert refused.text.startswith("没有授权，不能查询")
    assert (told.state, told.records) == (AnswerState.HELD, ("p1",))


def test_that_without_consent_only_a_signed_authorisation_covers(field: Field) -> None:
    def asked() -> AnswerState:
        return field.ask(FoundKind.VEHICLE, PLATE, consent=Consent.NONE.value).state

    head = field.home.head_id
    states = [asked()]
    for signed, until in (
        (date(2026, 1, 1), None),
        (date(2026, 1, 1), DAY),
        (date(2025, 1, 1), date(2026, 11, 22)),
        (date(2026, 11, 24), None),
    ):
        field.refile(authorisations=(Authorisation(head, signed, until),))
        states.append(asked())
    refused, held = AnswerState.REFUSED, AnswerState.HELD
    assert states == [refused, held, held, refused, refused]


def test_that_an_obligor_who_consented_is_covered(field: Field) -> None:
    son = DeclaredObligor("o1", "钱七", STRANGER, "20", (field.home.head_id,))
    field.refile(obligors=(son,))
    assert field.ask(FoundKind.PERSON, STRANGER).state is AnswerState.REFUSED
    field.refile(obligors=(replace(son, consented=True),))
    assert field.ask(FoundKind.PERSON, STRANGER).state is AnswerState.HELD


def test_that_a_household_of_another_region_is_not_answered(field: Field) -> None:
    units = field.question(FoundKind.VEHICLE, PLATE) | {"/household/region": "330199999999"}
    operation = field.seal(units)
    field.office.push(field.caller, operation)
    told = ask.answer_of(field.units(operation.rid))
    assert told
    assert told.state is AnswerState.REFUSED


def test_that_the_trail_says_who_asked_what_and_why_without_a_birthday(field: Field) -> None:
    field.ask(FoundKind.PERSON, STRANGER)
    field.ask(FoundKind.VEHICLE, PLATE)
    with field.office.central.database.read() as connection:
        asked = [e for e in audit.entries(connection) if e.act == "registers.asked"]
        assert audit.checked(connection).broken_at is None

    assert [(entry.person, entry.subject) for entry in asked] == [("p1", field.home.id)] * 2
    shown = id_number.masked(STRANGER)
    assert asked[0].detail == f"人员 {shown}；院内停着；本户在场人同意；没有查询"
    assert asked[1].detail == f"车辆 {PLATE}；院内停着；本户在场人同意；登记中有"


def test_that_asking_again_counts_once(field: Field) -> None:
    operation = field.seal(field.question(FoundKind.VEHICLE, PLATE))
    first = field.office.push(field.caller, operation)
    units, rows = field.units(operation.rid), field.slice()

    assert field.office.push(field.caller, operation) == first
    assert (field.units(operation.rid), field.slice()) == (units, rows)
    with field.office.central.database.read() as connection:
        acts = [e.act for e in audit.entries(connection)]
    assert acts.count("registers.asked") == 1


def test_that_loading_the_household_again_keeps_what_was_asked_for(field: Field) -> None:
    field.ask(FoundKind.VEHICLE, PLATE)
    before = field.slice()
    central, newer = field.office.central, replace(before.vehicles[-1], status="K")

    assert households.load_township(central, [field.dossier], "supervisor") == 0
    assert field.slice() == before
    more = replace(field.dossier.records, vehicles=(newer,))
    households.load_township(central, [field.dossier._replace(records=more)], "supervisor")
    assert field.slice().vehicles == (newer,)


def test_that_a_household_in_other_hands_is_not_asked_about(field: Field) -> None:
    units = field.question(FoundKind.VEHICLE, PLATE) | {"/household/id": field.office.homes[1]}
    operation = field.seal(units)
    (result,) = field.office.push(field.caller, operation).results

    assert result.status == oplog.QUARANTINED
    assert field.units(operation.rid) == {}


def test_that_a_household_handed_over_is_no_longer_asked_about(field: Field) -> None:
    order = assignments.Order("p2", DAY, date(2026, 12, 31), "换人", "supervisor")
    assignments.assign(field.office.central, field.home.id, order)
    operation = field.seal(field.question(FoundKind.VEHICLE, PLATE))
    (result,) = field.office.push(field.caller, operation).results
    assert result.status == oplog.QUARANTINED


def test_that_searching_is_stopped(field: Field, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inquiries, "MOST_QUESTIONS", 2)
    told = [field.ask(FoundKind.VEHICLE, NOWHERE) for _ in range(3)]
    assert [one.state for one in told][1:] == [AnswerState.NONE, AnswerState.REFUSED]
    assert "已满2次" in told[2].text


HOSTILE: dict[str, dict[str, Json]] = {
    "an answer of its own": {"/answer/state": "held", "/answer/text": "x", "/answer/at": ""},
    "too long": {"/value": "浙" * 201},
    "empty": {"/value": ""},
    "another kind": {"/kind": "everything"},
    "another consent": {"/consent": "yes"},
    "a list": {"/value": ["浙A7K21Q"]},
    "more": {"/all": True},
    "no visit": {"/visit": None},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_that_what_is_no_question_is_kept_and_not_answered(field: Field, name: str) -> None:
    operation = field.seal(field.question(FoundKind.VEHICLE, PLATE) | HOSTILE[name])
    (result,) = field.office.push(field.caller, operation).results

    assert result.status == oplog.QUARANTINED
    assert field.units(operation.rid) == {}
    assert field.office.push(field.caller, operation).results == (result,)


@pytest.mark.parametrize("kind", ["delete", "undelete", "patch", "submit"])
def test_that_only_a_new_question_is_one(field: Field, kind: str) -> None:
    operation = field.seal(field.question(FoundKind.VEHICLE, PLATE), kind=kind)
    (result,) = field.office.push(field.caller, operation).results
    assert result.status == oplog.QUARANTINED


def test_that_an_answered_question_cannot_be_rewritten(field: Field) -> None:
    first = field.seal(field.question(FoundKind.VEHICLE, PLATE))
    field.office.push(field.caller, first)
    before = field.units(first.rid)
    again = field.laptop.patch(first.rid, before, {**before, "/answer/text": "没有"})
    (result,) = field.office.push(field.caller, again).results

    assert result.status == oplog.QUARANTINED
    assert field.units(first.rid) == before


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    kind=st.sampled_from(FoundKind),
    value=st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=80)
    | st.sampled_from([PLATE, FOREIGN, STRANGER, "3幢102室"]),
    consent=st.sampled_from(Consent),
)
def test_that_whatever_is_asked_only_covered_people_are_told(
    field: Field, kind: FoundKind, value: str, consent: Consent
) -> None:
    told = field.ask(kind, value, consent=consent.value)
    numbers = {row.owner_id_number for row in field.slice().vehicles}

    assert told.text
    assert bool(told.records) == (told.state is AnswerState.HELD)
    assert STRANGER not in numbers
    if consent is Consent.NONE:
        assert told.state is AnswerState.REFUSED
