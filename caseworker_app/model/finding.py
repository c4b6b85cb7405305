"""差异查实后的影响: what a difference changes in the figures once it is confirmed.

Written into the visit when it begins, so that the record sealed of it is judged by itself.
"""

from dataclasses import dataclass
from datetime import date

from caseworker_app.model.codes import EmploymentStatus
from caseworker_app.model.economy import Income
from caseworker_app.model.household import Disability
from caseworker_app.model.values import Fen


@dataclass(frozen=True, slots=True)
class FoundIncome:
    """What a member has beyond the declaration."""

    line: Income
    declared: Fen
    """What the household declared of the same class for that person, a year."""


@dataclass(frozen=True, slots=True)
class FoundProperty:
    """What the household has beyond the declaration."""

    money: Fen = 0
    capital: Fen = 0
    declared_money: Fen = 0
    declared_capital: Fen = 0


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """What is otherwise about a member; None and empty leave it as it is."""

    excluded: str = ""
    """Reason code why not counted, of ``rules.membership.WORDS``."""
    died: date | None = None
    status: EmploymentStatus | None = None
    study: str | None = None
    disability: Disability | None = None
    lapsed: bool = False
    """The disability certificate no longer holds."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody nobody declared who lives with the household."""

    name: str
    id_number: str
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    id: str
    """Id of the difference whose conclusion decides; a newcomer is known by it too."""
    who: str = ""
    """Member it is about."""
    income: FoundIncome | None = None
    property: FoundProperty | None = None
    person: FoundPerson | None = None
    newcomer: Newcomer | None = None
