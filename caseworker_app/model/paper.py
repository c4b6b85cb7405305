"""文书: a paper that was issued, as it is kept for ever: what it says, of whom, on what it rests.

A paper never changes. What happens to it afterwards is that it is made void, and that is added.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from caseworker_app.model.visit import Investigator

if TYPE_CHECKING:
    from caseworker_app.model.values import Json
else:
    Json = object  # what reads records cannot follow the recursive alias

VISIT_FORM = "F01"
"""The form of the visit itself, which is sealed with it and not issued on its own."""

FORMS = (
    "F01", "F02", "F03", "F04", "F05", "F06", "F06a", "F06b", "F07", "F08", "F09", "F10",
    "F11", "F12", "F13", "F14", "F15", "F16", "F17", "F18", "F19", "F20", "F21",
)  # fmt: skip
"""Every form a number may be given for."""

OWN = (900_001, 999_999)
"""Serial numbers no office hands out: of laptops that work alone."""

_COUNTY = 6
"""Digits of a region that stand in a number."""


def number_of(region: str, year: int, form: str, serial: int) -> str:
    """Return the number of a paper: ``330106-2026-F01-000123``."""
    return f"{region[:_COUNTY]}-{year}-{form}-{serial:06d}"


@dataclass(frozen=True, slots=True)
class Subject:
    """The household as it stands at the head of a paper."""

    id: str
    number: str
    """救助证号."""
    region: str
    place: str
    """County and village in words."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A further household on a notice, by the sealed visit its line is taken from."""

    id: str
    visit: str
    rests_on: str
    """Hash of the record of that visit."""


@dataclass(frozen=True, slots=True)
class Void:
    """作废: who made a paper void, when, why."""

    at: str
    """UTC instant, ISO 8601."""
    person: Investigator
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An issued paper; with the description of its form it gives the same PDF again."""

    id: str
    number: str
    """``330106-2026-F06a-000123``; never given again, also where the paper is void."""
    form: str
    household: Subject
    visit: str = ""
    """The sealed visit it rests on, or "" where it rests on the household alone."""
    rests_on: str = ""
    """Hash of the record of that visit."""
    day: date
    person: Investigator
    pack_id: str
    pack_name: str
    pack_hash: str
    entries: Mapping[str, Json] = field(default_factory=dict)
    """Values by the names of the form's entries: days and months ISO 8601, money in fen."""
    others: tuple[Listed, ...] | None = None
    """Further households of a notice; None of any other paper, so that it keeps its hash."""
    is_large: bool = False
    is_practice: bool = False
    void: Void | None = None
