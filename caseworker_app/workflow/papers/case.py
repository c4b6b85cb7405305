"""What a paper may speak of: a household, and the sealed visit it rests on where there is one."""

from dataclasses import dataclass
from datetime import date

from caseworker_app.model.declaration import Declaration
from caseworker_app.model.determination import Determination
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.household import Household
from caseworker_app.model.visit import Investigator, Visit
from caseworker_app.rules.policy.pack import Pack


@dataclass(frozen=True, slots=True)
class Case:
    """Everything the entries of a paper are taken from; nothing in it is typed for the paper."""

    household: Household
    declaration: Declaration
    discrepancies: tuple[Discrepancy, ...]
    pack: Pack
    person: Investigator
    """Who issues the paper."""
    day: date
    """Of the act."""
    visit: Visit | None = None
    determination: Determination | None = None
    about: str = ""
    """Member or neighbour by id, where a paper is about one of them; otherwise the first."""
    before: Determination | None = None
    """Of the sealed visit before, where it decided what is received now."""
    others: tuple["Case", ...] = ()
    """Further households of a notice that lists many."""
