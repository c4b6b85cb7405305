"""家庭变化: who came, went or took another place in a household, and since when."""

from dataclasses import dataclass
from datetime import date

from caseworker_app.model.codes import ChangeKind, EmploymentStatus
from caseworker_app.model.values import Fen, Month


@dataclass(frozen=True, slots=True)
class Before:
    """What was written about a member before a change, so that it can be taken back."""

    id: str
    status: EmploymentStatus
    excluded: str = ""
    died: date | None = None
    study: str = ""
    idle_exempt: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A member's relation to the head after a change, and before it (GB/T 4761)."""

    id: str
    relation: str
    was: str


@dataclass(frozen=True, slots=True)
class LinkedFile:
    """The other household of a split or a merge."""

    id: str
    number: str = ""
    """救助证号; empty until the office has given one."""
    head: str = ""
    """Name of its head."""
    monthly: Fen = 0
    """What it is paid a month."""
    living_address: str = ""
    phone: str = ""
    hukou_number: str = ""


@dataclass(frozen=True, slots=True)
class HouseholdChange:
    """One dated change; members stay on the list whatever it says of them."""

    id: str
    kind: ChangeKind
    who: tuple[str, ...] = ()
    """Ids of the members it is about, who came, went or is the new head."""
    day: date | None = None
    """发生之日; None while it is still to be asked."""
    how: str = ""
    """What decides its effect: a stage of study, court or untraceable, prison or at_home."""
    papers: tuple[str, ...] = ()
    """Codes of the papers that were seen, of ``rules.changes.papers``."""
    reason: str = ""
    source: str = ""
    """Department and date of the register row it was taken from."""
    difference: str = ""
    """Id of the difference it was confirmed by."""
    before: tuple[Before, ...] = ()
    roles: tuple[Role, ...] = ()
    head: str = ""
    """Member id of who is head from now on: of this household, or of the one split off."""
    was_head: str = ""
    other: LinkedFile | None = None
    brought: tuple[str, ...] = ()
    """Ids of the incomes, houses, vehicles and obligors that came with it."""
    money: Fen = 0
    """Savings that came with it; below zero what was taken along."""
    paid: tuple[Month, ...] = ()
    """Months still paid for a dead person."""
    by: str = ""
    at: str = ""
    """UTC instant, ISO 8601."""
