"""Who may do what, where: said here once more, by another table."""

from typing import NamedTuple

from hypothesis import given, strategies as st

from caseworker_app.model.codes import OfficeRole, Tier
from caseworker_app.rules.rights import Act, Hands, Post, Tie, is_sound, is_their_own, may

CASEWORKER, TOWNSHIP, COUNTY, CITY, ADMINISTRATOR, AUDITOR = OfficeRole
_LEADERS = {TOWNSHIP, COUNTY}
_VISITS = {CASEWORKER, *_LEADERS}
_SEES = {*_LEADERS, CITY}
_CODES = st.from_regex(r"[0-9]{12}", fullmatch=True)
_PEOPLE = st.frozensets(st.sampled_from("abc"))


def _lies_in(area: str, region: str) -> bool:
    """Tell the same as the areas of ``model.region``, by another way."""
    whole = any(area == region[:size] for size in (2, 4, 6, 9, 12))
    filled = len(area) > 2 and area.endswith("00" if len(area) in {4, 6} else "000")
    return whole and not filled and area.strip("0") != ""


class _Asked(NamedTuple):
    post: Post
    act: Act
    tie: Tie


@st.composite
def asked(draw: st.DrawFn) -> _Asked:
    """Return anybody who asks for anything, about a village in the area, beside it or far."""
    region = draw(_CODES)
    code = draw(st.one_of(st.just(region), _CODES))
    area = code[: draw(st.integers(0, 12))]
    post = Post(draw(st.sampled_from(OfficeRole)), area)
    tie = Tie(region, draw(st.booleans()), draw(st.booleans()))
    return _Asked(post, draw(st.sampled_from(Act)), tie)


@given(asked())
def test_that_every_role_may_what_it_is_for_and_nothing_else(one: _Asked) -> None:
    (role, area), act, (region, holds, held) = one
    inside = _lies_in(area, region)
    wanted = {
        Act.GIVE: True,
        Act.LEARN: True,
        Act.READ: inside and ((role in _SEES) or (role is CASEWORKER and holds)),
        Act.WRITE: inside and holds and role in _VISITS,
        Act.LEAVE: (holds or held) and role in _VISITS,
        Act.DECIDE: inside and (role in _LEADERS or (role is CASEWORKER and holds)),
        Act.ASSIGN: inside and role in _LEADERS,
        Act.NUMBER: role in _VISITS,
        Act.FOLLOW_JOBS: role in {COUNTY, CITY, ADMINISTRATOR},
    }

    assert may(*one) is wanted[act]


@given(st.sampled_from(OfficeRole), st.sampled_from("abc"), _PEOPLE, _PEOPLE)
def test_that_nobody_is_judge_in_their_own_cause(
    role: OfficeRole, person: str, sides: frozenset[str], makers: frozenset[str]
) -> None:
    own = is_their_own(Post(role, ""), person, Hands(sides, makers))

    if role is CASEWORKER:
        assert own is (person in sides and len(sides) > 1)
    else:
        assert own is (person in makers)


def test_that_each_role_is_for_areas_of_its_size() -> None:
    village = "330199001001"
    sound = {
        (role, tier) for role in OfficeRole for tier in Tier if is_sound(Post(role, village[:tier]))
    }
    assert {tier for role, tier in sound if role is TOWNSHIP} == {Tier.TOWNSHIP}
    assert {tier for role, tier in sound if role is COUNTY} == {Tier.COUNTY}
    assert {tier for role, tier in sound if role is CITY} == {Tier.CITY}
    assert {tier for role, tier in sound if role is CASEWORKER} == {
        Tier.COUNTY, Tier.TOWNSHIP, Tier.VILLAGE,
    }  # fmt: skip
    assert not any(is_sound(Post(role, area)) for role in OfficeRole for area in ("", "33019900"))


def test_that_each_reach_is_asked_for() -> None:
    post, village = Post(CASEWORKER, "330199001"), "330199001001"

    assert may(post, Act.WRITE, Tie(village, holds=True, held=True))
    assert not may(post, Act.WRITE, Tie(village, holds=False, held=True))
    assert may(post, Act.LEAVE, Tie(village, holds=False, held=True))
    assert not may(post, Act.LEAVE, Tie(village))
    assert may(Post(TOWNSHIP, "330199001"), Act.READ, Tie(village))
    assert not may(Post(TOWNSHIP, "330199002"), Act.READ, Tie(village))
    assert not may(Post(AUDITOR, "330199"), Act.READ, Tie(village))
