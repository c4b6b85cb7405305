import msgspec
import pytest

from caseworker_app.server import session
from caseworker_app.server.central import fact
from caseworker_app.wire import attest, signing
from caseworker_app.wire.message import (
    AskChanges,
    AskNonce,
    AskOffset,
    AskSession,
    Cursor,
    Hello,
    LastDone,
    LastReceipt,
)
from caseworker_app.wire.problem import ProblemError, ProblemType
from tests.server.conftest import Office
from tests.server.laptop import Laptop

PLACES = ("embedded", "remote")

MINUTE = 60_000


def asked(office: Office, laptop: Laptop) -> AskSession:
    nonce = session.give_nonce(office.central, AskNonce(laptop.device)).nonce
    return attest.sign(AskSession(device=laptop.device, nonce=nonce, mine="mine"), laptop.key)


def refused(office: Office, question: AskSession) -> ProblemType:
    with pytest.raises(ProblemError) as refusal:
        session.open_session(office.central, question)
    return refusal.value.kind


def test_that_both_sides_prove_themselves(office: Office) -> None:
    laptop = Laptop()
    office.enrol(laptop)
    answer = session.open_session(office.central, asked(office, laptop))

    assert attest.genuine(answer, office.central.public)
    caller = session.caller_of(office.central, f"Bearer {answer.token}")
    assert (caller.device, caller.person, caller.active) == (laptop.device, "p1", True)


def test_that_a_nonce_opens_once(office: Office) -> None:
    laptop = Laptop()
    office.enrol(laptop)
    question = asked(office, laptop)
    session.open_session(office.central, question)

    assert refused(office, question) is ProblemType.BAD_PROOF


def test_that_a_nonce_of_two_minutes_ago_is_too_old(office: Office) -> None:
    laptop = Laptop()
    office.enrol(laptop)
    question = asked(office, laptop)
    office.clock.now += 3 * MINUTE

    assert refused(office, question) is ProblemType.BAD_PROOF


def test_that_another_key_opens_nothing(office: Office) -> None:
    laptop = Laptop()
    office.enrol(laptop)
    question = asked(office, laptop)

    assert refused(office, attest.sign(question, signing.new_key())) is ProblemType.BAD_PROOF


def test_that_an_unknown_device_is_told_so(office: Office) -> None:
    with pytest.raises(ProblemError) as refusal:
        session.give_nonce(office.central, AskNonce("nobody"))
    assert refusal.value.kind is ProblemType.UNKNOWN_DEVICE


def test_that_a_token_lasts_a_quarter_of_an_hour(office: Office) -> None:
    laptop = Laptop()
    office.enrol(laptop)
    token = session.open_session(office.central, asked(office, laptop)).token
    office.clock.now += 14 * MINUTE
    session.caller_of(office.central, f"Bearer {token}")
    office.clock.now += 2 * MINUTE

    with pytest.raises(ProblemError) as refusal:
        session.caller_of(office.central, f"Bearer {token}")
    assert refusal.value.kind is ProblemType.SESSION_EXPIRED


def where(office: Office, **at: object) -> Hello:
    with office.central.database.read() as connection:
        epoch = fact(connection, "epoch")
    last, done = at.get("last"), at.get("done")
    cursor = at.get("cursor", ("", 0, ""))
    place = Cursor(*((epoch, *cursor[1:]) if isinstance(cursor, tuple) else ()))
    return Hello(
        at=place,
        last=LastReceipt(epoch, *last) if isinstance(last, tuple) else None,
        done=LastDone(epoch, *done) if isinstance(done, tuple) else None,
        t1=0,
        app="0",
        schema_max=1,
    )


def test_that_a_laptop_in_step_changes_nothing(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    visit = laptop.visit("v1", office.homes[0])
    (result,) = office.push(caller, visit).results
    question = where(office, last=(visit.op, result.seq, visit.hash), done=(result.done, visit.op))
    answer = session.hello(office.central, caller, question)

    assert (answer.regressed, answer.epoch) == (False, question.at.epoch)
    assert answer.seq == result.seq


@pytest.mark.parametrize(
    "lost",
    [
        {"last": ("op", 99, "hash")},
        {"done": (99, "op")},
        {"cursor": ("", 99, "head")},
        {"cursor": ("", 1, "another head")},
    ],
    ids=["receipt", "completion", "log", "head"],
)
def test_that_a_server_that_went_back_in_time_begins_a_new_epoch(
    office: Office, lost: dict[str, object]
) -> None:
    caller = office.enrol(Laptop())
    question = where(office, **lost)
    answer = session.hello(office.central, caller, question)
    again = session.hello(office.central, caller, question)

    assert answer.regressed
    assert answer.epoch != question.at.epoch
    assert (again.regressed, again.epoch) == (False, answer.epoch)


def test_that_a_session_question_is_signed_whole(office: Office) -> None:
    laptop = Laptop()
    office.enrol(laptop)
    question = msgspec.structs.replace(asked(office, laptop), mine="other")

    assert refused(office, question) is ProblemType.BAD_PROOF


@pytest.mark.parametrize("wild", [-1, 2**53, 2**63, 2**64 - 1])
@pytest.mark.parametrize(
    ("kind", "named", "others"),
    [
        (Cursor, "seq", {}),
        (LastDone, "done", {"epoch": "", "op": ""}),
        (LastReceipt, "seq", {"epoch": "", "op": "", "hash": ""}),
        (AskChanges, "since", {}),
        (AskOffset, "size", {"sha": ""}),
    ],
)
def test_that_a_place_no_database_knows_is_none(
    kind: type[msgspec.Struct], named: str, others: dict[str, str], wild: int
) -> None:
    msgspec.convert({**others, named: 0}, kind)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**others, named: wild}, kind)
