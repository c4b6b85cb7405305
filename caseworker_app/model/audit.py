"""留痕: one entry of the log nobody can alter unnoticed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what to which thing, chained to the entry before by its hash."""

    n: int
    at: str
    """UTC instant, ISO 8601."""
    person: str
    act: str
    """Verb such as visit.sealed; words in ``rules.audit``."""
    subject: str
    """Id of the household, visit or paper."""
    detail: str
    previous: str
    hash: str
