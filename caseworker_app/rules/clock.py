"""电脑时间: when the time a laptop wrote down is one to be looked at by a person.

Nothing is ordered, merged or refused by a laptop's clock; a wrong one is only pointed out.
"""

from enum import StrEnum

from caseworker_app.model.checkup import CLOCK_OUT

TOLERATED = CLOCK_OUT * 1000
"""The same in milliseconds, as operations tell the time."""


class Doubt(StrEnum):
    """Why a time is doubted."""

    OFF = "off"
    AHEAD = "ahead"
    BACKWARDS = "backwards"

    @property
    def zh(self) -> str:
        return _WORDS[self]


_WORDS = {
    Doubt.OFF: "送达时电脑时间与办公室不符",
    Doubt.AHEAD: "所记时间晚于收到时间",
    Doubt.BACKWARDS: "所记时间早于同一电脑的上一件",
}


def is_off(skew: int) -> bool:
    """Tell whether clocks differ by more than may be; ``skew`` in milliseconds, either way."""
    return abs(skew) > TOLERATED


def doubt(at: int, before: int | None, arrived: int, skew: int) -> Doubt | None:
    """Return why the time of an operation is doubted, or None; all in milliseconds.

    ``before`` is the time of the laptop's operation before, ``arrived`` the office's when it
    came, ``skew`` by how much the laptop's clock was ahead when it said so last.
    """
    if is_off(skew):
        return Doubt.OFF
    if at > arrived + TOLERATED:
        return Doubt.AHEAD
    return Doubt.BACKWARDS if before is not None and at < before else None


def apart(skew: int) -> str:
    """Return how far a clock is ahead (快) or behind (慢), rounded down to what one would say."""
    minutes = abs(skew) // 60_000
    hours, days = minutes // 60, minutes // (24 * 60)
    far = f"{days}天" if days else f"{hours}小时" if hours else f"{minutes}分钟"
    return f"{'快' if skew > 0 else '慢'}{far}"
