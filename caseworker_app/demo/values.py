"""What the generator of the demonstration township returns."""

from dataclasses import dataclass
from datetime import date

from caseworker_app.model.declaration import Declaration
from caseworker_app.model.household import Household
from caseworker_app.model.register import RegisterSlice
from caseworker_app.model.visit import Investigator


@dataclass(frozen=True, slots=True)
class Village:
    """村 or 社区, with the streets of a community and whether it is a She (畲族) village."""

    code: str
    """12-digit region."""
    name: str
    streets: tuple[str, ...] = ()
    she: bool = False


@dataclass(frozen=True, slots=True)
class TownshipHousehold:
    """A household with all that is known about it, and what was hidden in its records."""

    household: Household
    declaration: Declaration
    records: RegisterSlice
    planted: tuple[str, ...] = ()
    """Sorted kinds of difference the comparison must raise, each once; none when clean."""


@dataclass(frozen=True, slots=True)
class Township:
    """乡镇: its villages, who works there, and every household on its books."""

    name: str
    region: str
    """12 digits, the last three 000."""
    day: date
    """The day the township was made for."""
    villages: tuple[Village, ...]
    staff: tuple[Investigator, ...]
    """Two investigators of the township first, then one assistant of each village."""
    households: tuple[TownshipHousehold, ...]
