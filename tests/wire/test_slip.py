import msgspec
import pytest
from hypothesis import given, strategies as st

from caseworker_app.errors import UserError
from caseworker_app.wire import attest, signing, slip
from caseworker_app.wire.content_digest import agrees, content_digest
from caseworker_app.wire.message import Enrol, Session
from caseworker_app.wire.problem import ProblemError, ProblemType, kind_of

ENROL = Enrol(slip="s", device="d1", public="00" * 32, os="linux", app="0.1.0")


@given(st.binary(min_size=10, max_size=10), st.binary(min_size=32, max_size=32))
def test_that_a_slip_is_read_as_it_is_printed(randomness: bytes, public: bytes) -> None:
    printed = slip.Slip(slip.code_of(randomness), signing.fingerprint(public))

    assert slip.parse(f" {str(printed).lower()} \n") == printed


@pytest.mark.parametrize("typed", ["", "ABCD", "A" * 41, "!" * 40])
def test_that_a_mistyped_slip_is_explained(typed: str) -> None:
    with pytest.raises(UserError, match="登记单"):
        slip.parse(typed)


def test_that_digits_which_look_like_letters_are_forgiven() -> None:
    assert slip.parse("0" * 40) == slip.parse("O" * 40)


def test_that_the_proof_binds_the_request_to_the_code() -> None:
    key = slip.key("A" * 16)
    proof = slip.proof(key, ENROL)

    assert proof == slip.proof(key, msgspec.structs.replace(ENROL, proof="anything"))
    assert proof != slip.proof(slip.key("B" * 16), ENROL)
    assert proof != slip.proof(key, msgspec.structs.replace(ENROL, public="11" * 32))


def test_that_a_signed_message_is_bound_to_its_content_and_its_type() -> None:
    key = signing.new_key()
    session = Session(token="", seconds=900, at=1, mine="m")
    signed = attest.sign(session, key)

    assert attest.genuine(signed, signing.public(key))
    assert not attest.genuine(msgspec.structs.replace(signed, at=2), signing.public(key))
    assert not attest.genuine(msgspec.structs.replace(signed, sig="zz"), signing.public(key))


def test_that_a_key_of_the_wrong_length_verifies_nothing() -> None:
    assert not signing.verify(b"", b"data", b"")


def test_that_the_digest_of_a_body_is_written_as_rfc_9530_says() -> None:
    body = b'{"hello": "world"}'

    assert content_digest(body) == "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:"
    assert agrees(content_digest(body), body)
    assert not agrees(content_digest(body), body + b" ")
    assert agrees("sha-512=:abcd:", body)


def test_that_a_problem_says_what_happened_and_what_to_do() -> None:
    problem = ProblemError(ProblemType.SLIP_USED).body()

    assert kind_of(problem.type) is ProblemType.SLIP_USED
    assert (problem.status, problem.title) == (403, str(ProblemError(ProblemType.SLIP_USED)))
    assert kind_of("urn:csp:of-next-year") is None
