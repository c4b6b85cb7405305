from collections.abc import Mapping

from hypothesis import given, strategies as st

from caseworker_app.model.values import Json
from caseworker_app.rules.merge import Conflict, merge

VALUES = st.none() | st.booleans() | st.integers(-2, 2) | st.text("ab", max_size=2)
PATHS = st.sampled_from(["/a", "/b", "/c"])
UNITS = st.dictionaries(PATHS, VALUES.filter(lambda value: value is not None))


def digest(value: Json) -> str:
    return "" if value is None else f"{type(value).__name__}:{value}"


def patch(seen: Mapping[str, Json], wanted: Mapping[str, Json]) -> list[tuple[str, str, Json]]:
    return [(path, digest(seen.get(path)), value) for path, value in wanted.items()]


def test_that_a_unit_as_it_was_seen_takes_the_new_value() -> None:
    merged = merge({"/a": 1, "/b": 2}, patch({"/a": 1}, {"/a": 3, "/c": 4}), digest)
    assert merged.units == {"/a": 3, "/b": 2, "/c": 4}
    assert merged.applied == ("/a", "/c")
    assert merged.conflicts == ()


def test_that_a_unit_changed_meanwhile_is_a_conflict_and_keeps_its_value() -> None:
    merged = merge({"/a": 2, "/b": 1}, patch({"/a": 1, "/b": 1}, {"/a": 3, "/b": 5}), digest)
    assert merged.units == {"/a": 2, "/b": 5}
    assert merged.conflicts == (Conflict("/a", 2, 3),)


def test_that_two_who_want_the_same_do_not_conflict() -> None:
    merged = merge({"/a": 3}, patch({"/a": 1}, {"/a": 3}), digest)
    assert (merged.applied, merged.conflicts) == ((), ())


def test_that_true_is_not_one() -> None:
    merged = merge({"/a": True}, [("/a", digest(True), 1)], digest)
    assert merged.units["/a"] == 1
    assert merged.applied == ("/a",)


def test_that_nothing_wanted_takes_the_unit_away() -> None:
    assert merge({"/a": 1}, [("/a", digest(1), None)], digest).units == {}
    assert merge({"/a": 2}, [("/a", digest(1), None)], digest).conflicts == (
        Conflict("/a", 2, None),
    )


def test_that_a_unit_taken_away_meanwhile_conflicts() -> None:
    assert merge({}, [("/a", digest(1), 2)], digest).conflicts == (Conflict("/a", None, 2),)


def test_that_an_atomic_patch_applies_whole_or_not_at_all() -> None:
    current: dict[str, Json] = {"/a": 2, "/b": 1, "/c": 9}
    changes = patch({"/a": 1, "/b": 1, "/c": 8}, {"/a": 3, "/b": 5, "/c": 9})
    merged = merge(current, changes, digest, atomic=True)
    assert merged.units == current
    assert merged.applied == ()
    assert merged.conflicts == (Conflict("/a", 2, 3), Conflict("/b", 1, 5))
    assert merge(current, changes[1:2], digest, atomic=True).applied == ("/b",)


def test_that_two_changes_of_one_unit_apply_in_turn() -> None:
    merged = merge({"/a": 1}, [("/a", digest(1), 2), ("/a", digest(2), 3)], digest)
    assert (merged.units, merged.applied) == ({"/a": 3}, ("/a",))


@given(UNITS, UNITS, st.dictionaries(PATHS, VALUES), st.booleans())
def test_that_no_value_is_ever_lost_and_a_second_time_changes_nothing(
    current: dict[str, Json],
    seen: dict[str, Json],
    wanted: dict[str, Json],
    atomic: bool,  # noqa: FBT001  # drawn
) -> None:
    changes = patch(seen, wanted)
    merged = merge(current, changes, digest, atomic=atomic)
    told = {conflict.path for conflict in merged.conflicts}
    for path in current.keys() | wanted.keys():
        changed = digest(merged.units.get(path)) != digest(current.get(path))
        assert changed == (path in merged.applied)
        if path in wanted and path not in told:
            assert digest(merged.units.get(path)) == digest(wanted[path])
    assert not told & set(merged.applied)
    again = merge(merged.units, changes, digest, atomic=atomic)
    assert again.units == merged.units
