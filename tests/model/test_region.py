"""What lies in what, by code; a neighbour whose code begins alike is no part of it."""

import pytest
from hypothesis import given, strategies as st

from caseworker_app.model.codes import Tier
from caseworker_app.model.region import area_of, common, covers, tier_of

_DIGIT = st.characters(min_codepoint=ord("0"), max_codepoint=ord("9"))


@st.composite
def villages(draw: st.DrawFn) -> str:
    """Return codes no tier of which is empty."""
    sizes = (2, 2, 2, 3, 3)
    return "".join(f"{draw(st.integers(1, 10**size - 1)):0{size}d}" for size in sizes)


@pytest.mark.parametrize(
    ("code", "area"),
    [
        ("330000", "33"),
        ("330100", "3301"),
        ("330100000000", "3301"),
        ("330199", "330199"),
        ("330199000000", "330199"),
        ("330199001", "330199001"),
        ("330199001000", "330199001"),
        ("330199001002", "330199001002"),
        ("330199010", "330199010"),
        ("", ""),
        ("3", ""),
        ("33019900", ""),
        ("33019900a", ""),
        ("３３０１９９", ""),
        ("00", ""),
        ("000000000000", ""),
    ],
)
def test_that_an_area_is_read_without_what_fills_it_up(code: str, area: str) -> None:
    assert area_of(code) == area


@pytest.mark.parametrize(
    ("area", "region"),
    [
        ("33019900", "330199001001"),
        ("3301990", "330199001001"),
        ("330", "330199001001"),
        ("", "330199001001"),
        ("", ""),
        ("330199001", ""),
        ("330100", "330100001001"),
        ("330199001", "330199010001"),
        ("330199001001", "330199001"),
    ],
)
def test_that_no_area_and_half_a_code_cover_nothing(area: str, region: str) -> None:
    assert not covers(area, region)


@given(villages(), st.sampled_from(Tier))
def test_that_a_village_lies_in_each_of_its_areas(village: str, tier: Tier) -> None:
    area = village[:tier]
    assert covers(area, village)
    assert tier_of(area) is tier
    assert area_of(area.ljust(12, "0")) == area


@given(villages(), villages(), st.sampled_from(Tier))
def test_that_it_lies_in_no_other_of_that_size(one: str, other: str, tier: Tier) -> None:
    assert covers(one[:tier], other) is (one[:tier] == other[:tier])


@given(villages(), st.text(_DIGIT, max_size=12))
def test_that_only_whole_tiers_cover_anything(village: str, area: str) -> None:
    assert covers(area, village) is (len(area) in set(Tier) and village[: len(area)] == area)


@given(st.lists(villages(), min_size=1, max_size=5))
def test_that_all_lie_in_the_common_area_and_in_no_smaller_one(found: list[str]) -> None:
    area = common(found)
    sizes = [tier for tier in Tier if len({village[:tier] for village in found}) == 1]
    assert area == (found[0][: max(sizes)] if sizes else "")


def test_that_nothing_has_nothing_in_common() -> None:
    assert common([]) == common(["330199001001", "110101001001"]) == ""
