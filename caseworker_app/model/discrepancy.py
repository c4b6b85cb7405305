"""差异: where declaration and register disagree, and what became of it."""

from dataclasses import dataclass

from caseworker_app.model.codes import DiscrepancyState, Level, Register
from caseworker_app.model.source import Source


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One difference, raised by a rule. The same data always raise the same ``id``."""

    id: str
    """``code:record-or-subject``, unique within the household and stable between comparisons."""
    code: str
    """Kind, ``resources/codes/discrepancies.csv``."""
    register: Register
    level: Level
    subject: str
    """What it is about, for the screen: a name, a plate, an address."""
    declared: str
    """What the household said, in words."""
    registered: str
    """What the register says, in words."""
    member_id: str = ""
    record_ids: tuple[str, ...] = ()
    source: Source | None = None
    stale: bool = False
    """The record is older than its shelf life: it may not carry a withdrawal alone."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the household said to a difference and what the investigators found."""

    id: str
    """Id of the discrepancy."""
    state: DiscrepancyState = DiscrepancyState.OPEN
    conclusion: str = ""
    """registry_wrong, no_effect, effect, exempt, unresolved, or empty while open."""
    resolved: str = ""
    """Code of the legal answer (sold_delivered, scrapped …) by which the item does not count."""
    observed: str = ""
    """What was seen on the spot."""
    text: str = ""
    evidence: tuple[str, ...] = ()
    """Attachment ids."""
    by: str = ""
    at: str = ""
    """UTC instant, ISO 8601."""
