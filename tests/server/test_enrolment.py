import msgspec
import pytest
from sqlalchemy import select

from caseworker_app.model.paper import FORMS, OWN
from caseworker_app.server import audit, enrolment
from caseworker_app.server.tables import number_block as blocks, slip as slips
from caseworker_app.wire import attest, signing
from caseworker_app.wire.message import AskNumbers, NumberBlock, Spent
from caseworker_app.wire.problem import ProblemError, ProblemType
from caseworker_app.wire.slip import Slip
from tests.server.conftest import Office, question
from tests.server.laptop import Laptop

PLACES = ("embedded", "remote")

HOUR = 3_600_000


def refused(office: Office, slip: Slip, laptop: Laptop) -> ProblemType:
    with pytest.raises(ProblemError) as refusal:
        enrolment.enrol(office.central, question(slip, laptop))
    return refusal.value.kind


def test_that_a_slip_lets_one_laptop_in_for_its_person(office: Office) -> None:
    slip = enrolment.make_slip(office.central, "p1", "admin")
    answer = enrolment.enrol(office.central, question(slip, Laptop()))

    assert (answer.person, answer.unit) == ("p1", "瓶窑镇")
    assert attest.genuine(answer, signing.from_hex(answer.server))
    assert signing.fingerprint(signing.from_hex(answer.server)) == slip.fingerprint


def test_that_a_second_laptop_on_the_same_slip_is_refused_and_raises_an_alarm(
    office: Office,
) -> None:
    slip = enrolment.make_slip(office.central, "p1", "admin")
    enrolment.enrol(office.central, question(slip, Laptop()))

    assert refused(office, slip, Laptop("thief")) is ProblemType.SLIP_USED
    with office.central.database.read() as connection:
        last = audit.entries(connection)[-1]
    assert (last.act, last.detail) == ("enrolment.slip-used", "thief")


def test_that_the_same_laptop_asking_again_gets_the_same_answer(office: Office) -> None:
    slip = enrolment.make_slip(office.central, "p1", "admin")
    laptop = Laptop()
    first = enrolment.enrol(office.central, question(slip, laptop))
    again = enrolment.enrol(office.central, question(slip, laptop))

    assert first.numbers == again.numbers


def test_that_a_wrong_code_is_refused(office: Office) -> None:
    assert refused(office, Slip("A" * 16, ""), Laptop()) is ProblemType.UNKNOWN_SLIP


def test_that_a_request_changed_on_the_way_is_refused(office: Office) -> None:
    slip = enrolment.make_slip(office.central, "p1", "admin")
    asked = msgspec.structs.replace(question(slip, Laptop()), public=Laptop().public.hex())

    with pytest.raises(ProblemError) as refusal:
        enrolment.enrol(office.central, asked)
    assert refusal.value.kind is ProblemType.BAD_PROOF


@pytest.mark.parametrize(("hours", "valid"), [(71, True), (73, False)])
def test_that_a_slip_lasts_72_hours(office: Office, hours: int, *, valid: bool) -> None:
    slip = enrolment.make_slip(office.central, "p1", "admin")
    office.clock.now += hours * HOUR

    if valid:
        assert enrolment.enrol(office.central, question(slip, Laptop())).person == "p1"
    else:
        assert refused(office, slip, Laptop()) is ProblemType.SLIP_EXPIRED


def test_that_a_known_device_is_not_taken_over_with_another_slip(office: Office) -> None:
    office.enrol(Laptop())
    slip = enrolment.make_slip(office.central, "p2", "admin")

    assert refused(office, slip, Laptop(person="p2")) is ProblemType.BAD_PROOF


def test_that_the_code_itself_is_not_kept(office: Office) -> None:
    slip = enrolment.make_slip(office.central, "p1", "admin")

    with office.central.database.read() as connection:
        row = connection.execute(select(slips)).one()
    assert slip.code not in str(row)


def test_that_no_two_laptops_get_the_same_paper_number(office: Office) -> None:
    answers = []
    for laptop in (Laptop("a"), Laptop("b", "p2")):
        slip = enrolment.make_slip(office.central, laptop.person, "admin")
        answers.append(enrolment.enrol(office.central, question(slip, laptop)))
    numbers = [
        {(block.form, block.year, n) for block in a.numbers for n in range(block.first, block.last)}
        for a in answers
    ]

    assert numbers[0]
    assert not numbers[0] & numbers[1]
    assert {block.year for block in answers[0].numbers} == {2026, 2027}
    assert {block.form for block in answers[0].numbers} == set(FORMS)


def test_that_asking_again_brings_numbers_of_forms_that_are_new_since(office: Office) -> None:
    slip = enrolment.make_slip(office.central, "p1", "admin")
    first = enrolment.enrol(office.central, question(slip, laptop := Laptop()))
    with office.central.database.write() as connection:
        connection.execute(blocks.delete().where(blocks.c.form == "F06a"))

    again = enrolment.enrol(office.central, question(slip, laptop))

    assert again.numbers == first.numbers


def more(office: Office, *spent: Spent) -> tuple[NumberBlock, ...]:
    return enrolment.more_numbers(office.central, "laptop-1", AskNumbers(spent)).numbers


def test_that_more_numbers_are_given_once_however_often_the_answer_is_lost(office: Office) -> None:
    office.enrol(Laptop())
    last = enrolment.NUMBERS
    other = Laptop("laptop-2", "p2")
    office.enrol(other)

    told = more(office, Spent("F06a", 2026, last))

    assert [(b.first, b.last) for b in told] == [(1, last), (2 * last + 1, 3 * last)]
    assert more(office, Spent("F06a", 2026, last)) == told
    assert len(more(office, Spent("F06a", 2026, 3 * last))) == 3


def test_that_a_question_asked_twice_in_one_is_one(office: Office) -> None:
    office.enrol(Laptop())

    told = more(office, *[Spent("F06a", 2026, enrolment.NUMBERS)] * 3)

    assert len(told) == 2


def test_that_no_office_gives_the_numbers_of_laptops_without_one(office: Office) -> None:
    office.enrol(Laptop())
    last = OWN[0] - enrolment.NUMBERS
    with office.central.database.write() as connection:
        row = {"form": "F06a", "year": 2026, "first": last, "last": last, "device": "laptop-1"}
        connection.execute(blocks.insert().values(row))

    assert [b.last for b in more(office, Spent("F06a", 2026, last))] == [enrolment.NUMBERS, last]


def test_that_a_laptop_of_before_gets_its_first_numbers_of_a_form(office: Office) -> None:
    office.enrol(Laptop())
    with office.central.database.write() as connection:
        connection.execute(blocks.delete().where(blocks.c.form == "F10"))

    told = more(office, Spent("F10", 2026, 0), Spent("F10", 2027, 0))

    assert [(b.form, b.year, b.first) for b in told] == [("F10", 2026, 1), ("F10", 2027, 1)]


@pytest.mark.parametrize(("form", "year"), [("F99", 2026), ("F10", 2025), ("F10", 2028)])
def test_that_no_numbers_are_given_of_what_is_not_due(office: Office, form: str, year: int) -> None:
    office.enrol(Laptop())

    assert more(office, Spent(form, year, 0)) == ()
