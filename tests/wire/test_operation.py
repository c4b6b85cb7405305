from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given, strategies as st

from caseworker_app.model.values import Json
from caseworker_app.rules.merge import merge
from caseworker_app.wire import signing
from caseworker_app.wire.canonical import canonical, digest, sha256
from caseworker_app.wire.operation import (
    BlobRef,
    Change,
    Operation,
    diff,
    document,
    seal,
    understood,
    verify,
    verify_document,
)
from caseworker_app.wire.problem import ProblemError

KEY = signing.new_key()

LEAVES = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)
UNITS = st.dictionaries(
    st.sampled_from([f"/{name}" for name in "abcdef"]),
    VALUES.filter(lambda value: value is not None),
)


def an_operation() -> Operation:
    return Operation(
        v=1,
        op="018f0000-0000-7000-8000-000000000001",
        device="d1",
        n=1,
        prev="",
        rid="r1",
        kind="create",
        base=0,
        gen=0,
        schema=1,
        form="visit@1",
        policy="zj-demo",
        person="p1",
        at=1_758_600_000_123,
        mono=("boot", 12),
        atomic=True,
        patch=(Change("/收入", "", 143_000), Change("/b", "", {"z": [1, None, "㐂"]})),
        blobs=(BlobRef("sha256:" + "0" * 64, 3, "image/jpeg", "photo"),),
    )


def test_that_a_sealed_operation_verifies_and_another_key_does_not() -> None:
    sealed = seal(an_operation(), KEY)

    assert verify(sealed, signing.public(KEY))
    assert not verify(sealed, signing.public(signing.new_key()))


def test_that_sealing_the_same_operation_twice_gives_the_same_bytes() -> None:
    assert canonical(seal(an_operation(), KEY)) == canonical(seal(an_operation(), KEY))


@pytest.mark.parametrize("place", range(0, 700, 7))
def test_that_a_changed_byte_is_seen(place: int) -> None:
    sent = canonical(seal(an_operation(), KEY))
    changed = bytearray(sent)
    changed[place % len(sent)] ^= 1
    try:
        assert not verify_document(document(bytes(changed)), signing.public(KEY))
    except ProblemError:
        return


def test_that_a_sealed_operation_survives_the_journey_through_json() -> None:
    sealed = seal(an_operation(), KEY)

    assert understood(document(canonical(sealed))) == sealed


def test_that_an_operation_of_a_later_version_still_verifies_but_is_not_understood() -> None:
    later = document(canonical(an_operation())) | {"schema": 99, "weather": "rain"}
    sealed = later | _signature(later)

    assert verify_document(sealed, signing.public(KEY))
    assert understood(sealed) is None


def _signature(body: Mapping[str, Json]) -> dict[str, Json]:
    name = sha256(canonical(body))
    return {"hash": name, "sig": signing.sign(KEY, b"CSP1-operation\0" + name.encode()).hex()}


@pytest.mark.parametrize("value", [b"1.5", b"1e3", b"[" * 99 + b"]" * 99, b"9" * 40])
def test_that_floats_huge_integers_and_deep_nesting_are_refused(value: bytes) -> None:
    with pytest.raises(ProblemError):
        document(b'{"patch":' + value + b"}")


def test_that_endless_nesting_is_refused_and_not_a_crash() -> None:
    with pytest.raises(ProblemError):
        document(b'{"patch":' + b"[" * 200_000)


@given(UNITS, UNITS)
def test_that_a_difference_merged_into_where_it_came_from_is_the_target(
    old: dict[str, Json], new: dict[str, Json]
) -> None:
    merged = merge(old, diff(old, new), digest, atomic=False)

    assert canonical(dict(merged.units)) == canonical(new)
    assert merged.conflicts == ()


@given(UNITS, UNITS, UNITS)
def test_that_no_value_is_replaced_unless_its_hash_was_named(
    seen: dict[str, Json], wanted: dict[str, Json], current: dict[str, Json]
) -> None:
    patch = diff(seen, wanted)
    merged = merge(current, patch, digest, atomic=False)

    for change in patch:
        before, after = current.get(change.path), merged.units.get(change.path)
        assert digest(before) in {change.old, digest(after)}
    untouched = current.keys() - {change.path for change in patch}
    assert all(merged.units[path] == current[path] for path in untouched)


def test_that_true_and_one_are_different_values() -> None:
    assert diff({"/a": True}, {"/a": 1}) == (Change("/a", digest(True), 1),)


def test_that_an_unchanged_record_has_no_difference() -> None:
    assert diff({"/a": [1]}, {"/a": [1]}) == ()


def test_that_defaults_are_left_out_so_that_later_fields_change_no_old_hash() -> None:
    sent = msgspec.json.decode(canonical(seal(an_operation(), KEY)))

    assert "resolves" not in sent
    assert "reason" not in sent
