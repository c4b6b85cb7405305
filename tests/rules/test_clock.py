"""The time a laptop wrote down: doubted where it cannot be right, never more than that."""

import pytest

from caseworker_app.rules.clock import TOLERATED, Doubt, apart, doubt, is_off

_NOW = 1_764_000_000_000
_MINUTE, _HOUR, _DAY = 60_000, 3_600_000, 86_400_000


@pytest.mark.parametrize(
    ("at", "before", "skew", "why"),
    [
        (_NOW, None, 0, None),
        (_NOW, _NOW, 0, None),
        (_NOW + TOLERATED, None, TOLERATED, None),
        (_NOW + TOLERATED + 1, None, 0, Doubt.AHEAD),
        (_NOW, _NOW + 1, 0, Doubt.BACKWARDS),
        (_NOW, None, TOLERATED + 1, Doubt.OFF),
        (_NOW, _NOW + 1, -TOLERATED - 1, Doubt.OFF),
    ],
)
def test_that_a_time_is_doubted_for_one_reason(
    at: int, before: int | None, skew: int, why: Doubt | None
) -> None:
    assert doubt(at, before, _NOW, skew) is why


def test_that_ten_minutes_are_forgiven_either_way() -> None:
    assert [is_off(skew) for skew in (-TOLERATED - 1, -TOLERATED, TOLERATED, TOLERATED + 1)] == [
        True,
        False,
        False,
        True,
    ]


def test_that_every_doubt_has_its_words() -> None:
    assert [why.zh for why in Doubt] == [
        "送达时电脑时间与办公室不符",
        "所记时间晚于收到时间",
        "所记时间早于同一电脑的上一件",
    ]


@pytest.mark.parametrize(
    ("skew", "said"),
    [
        (11 * _MINUTE, "快11分钟"),
        (-59 * _MINUTE, "慢59分钟"),
        (_HOUR, "快1小时"),
        (-_DAY + 1, "慢23小时"),
        (2 * _DAY, "快2天"),
    ],
)
def test_that_the_distance_is_told_as_one_says_it(skew: int, said: str) -> None:
    assert apart(skew) == said
