"""A signed answer says the same to laptops of every age."""

import json

import msgspec

from caseworker_app.wire import attest, signing
from caseworker_app.wire.message import Enrolled, NumberBlock


def _answer(certificate: str = "") -> Enrolled:
    return Enrolled(
        device="d1",
        person="p1",
        name="胡龙",
        unit="云溪镇",
        server="00",
        recovery="",
        numbers=(NumberBlock("F01", 2026, 1, 500),),
        epoch="e",
        at=1,
        certificate=certificate,
    )


def test_that_a_laptop_that_knows_no_certificate_still_checks_the_answer() -> None:
    key = signing.new_key()
    signed = attest.sign(_answer("30820100"), key)
    fields = json.loads(msgspec.json.encode(signed))
    for added in ("certificate", "box", "lease", "publisher"):
        fields.pop(added, None)  # an older laptop passes over what it does not know
    fields["sig"] = ""
    known = json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()

    assert signing.verify(
        signing.public(key), b"CSP1-Enrolled\0" + known, signing.from_hex(signed.sig)
    )
    assert attest.genuine(signed, signing.public(key))


def test_that_anything_else_that_was_changed_is_noticed() -> None:
    key = signing.new_key()
    signed = attest.sign(_answer(), key)

    assert not attest.genuine(msgspec.structs.replace(signed, name="陈敏"), signing.public(key))
