"""全国规则: what the nation fixes for every place, as typed values; dated data like the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class TekunRules:
    """特困: who has no ability to work, who needs care (TKM-5, TKM-6, TKM-22)."""

    old_from: int
    young_below: int
    until: int
    """Age to which a minor once supported stays so (TKM-24)."""
    no_labour: Mapping[int, int]
    """Disability category (GB/T 26341) → mildest level without labour ability."""
    schooling: frozenset[str]
    """Schooling during which support goes on beyond that age (SAL-16)."""
    partial_from: int
    """Activities of daily living failed, of six."""
    full_from: int
    excluded_types: frozenset[str]
    """Income not counted for 特困, whatever the place counts for 低保 (TKM-6)."""


@dataclass(frozen=True, slots=True)
class NationalRules:
    """What the nation fixes; a place may be stricter only where the law lets it."""

    instruments: Mapping[str, date]
    """Code of a national instrument → day it came into force."""
    majority: int
    refusals: int
    """Refusals of suitable work in a row after which a share is not paid (DBM-34)."""
    death_months: int
    """Within which a death must be worked up (N22-1.3)."""
    fine_multiple: int
    """Of the amount got by fraud, at most (IM-68, SAL-73)."""
    tekun: TekunRules


class Unit(StrEnum):
    """How a time limit is counted."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    MONTHS = "months"


_UNITS = {
    Unit.WORKING_DAYS: "个工作日",
    Unit.CALENDAR_DAYS: "日",
    Unit.MONTHS: "个月",
}


class Limit(NamedTuple):
    """期限: so many units from the day after the event (CC-201)."""

    length: int
    unit: Unit

    @property
    def words(self) -> str:
        return f"{self.length}{_UNITS[self.unit]}"


@dataclass(frozen=True, slots=True)
class TimeLimits:
    limits: Mapping[str, Limit]
    """Step → limit; the steps are the keys of ``[time_limits]``."""
    yellow_share: Fraction
    """Of the time that is left, from which a countdown turns yellow."""
