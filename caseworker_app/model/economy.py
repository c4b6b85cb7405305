"""家庭经济状况: the verified figures a determination rests on.

Money is in fen; amounts are monthly or annual as the field's name says.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from caseworker_app.model.codes import (
    Category,
    EmploymentStatus,
    IncomeKind,
    Residence,
    RigidKind,
)
from caseworker_app.model.household import Disability
from caseworker_app.model.values import Area, Fen, Month


@dataclass(frozen=True, slots=True)
class Person:
    """A member as the law sees one: no name, no number."""

    id: str
    relation: str
    age: int
    status: EmploymentStatus
    idle_exempt: str = ""
    excluded: str = ""
    study: str = ""
    disability: Disability | None = None
    illness: bool = False
    refused_jobs: int = 0
    adl_failed: int = 0
    no_able_obligor: bool = False


@dataclass(frozen=True, slots=True)
class JobDisregard:
    """就业增收不计入 (ZJR-50): the monthly increment, in which month since the first wage."""

    increment: Fen
    month: int


@dataclass(frozen=True, slots=True)
class Income:
    """One income of one member; wage and transfer are monthly, business and property annual."""

    id: str
    who: str
    kind: IncomeKind
    type: str = ""
    """The office's word for it, such as 城乡居民养老金; exempt types are known by it."""
    monthly: Fen = 0
    annual: Fen = 0
    excluded_part: Fen = 0
    """Part of a monthly transfer that is not counted (central basic pension)."""
    job_disregard: JobDisregard | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """What an obligor outside the household owes to members in it."""

    supports: tuple[str, ...]
    obligor: str
    income: Fen
    size: int
    children: int
    supported: int
    agreed: Fen = 0
    exempt: str = ""


@dataclass(frozen=True, slots=True)
class Dwelling:
    area: Area
    share: Fraction = Fraction(1)
    resolved: str = ""
    """Code of the legal answer by which it does not count, or empty."""


@dataclass(frozen=True, slots=True)
class Vehicle:
    kind: str
    price: Fen = 0
    resolved: str = ""


@dataclass(frozen=True, slots=True)
class NonResidential:
    converted_sole_home: bool = False
    resolved: str = ""


@dataclass(frozen=True, slots=True)
class Property:
    """财产: money in all accounts, what is owned, subscribed capital."""

    money: Fen = 0
    dwellings: tuple[Dwelling, ...] = ()
    vehicles: tuple[Vehicle, ...] = ()
    nonresidential: tuple[NonResidential, ...] = ()
    capital: Fen = 0


@dataclass(frozen=True, slots=True)
class RigidExpense:
    kind: RigidKind
    annual: Fen


@dataclass(frozen=True, slots=True)
class Death:
    """A death in the household and the months paid for that person afterwards."""

    who: str
    day: date
    paid_after: tuple[Month, ...] = ()


@dataclass(frozen=True, slots=True)
class EconomicStatus:
    """Everything a determination is made from, on the day of the act."""

    as_of: date
    persons: tuple[Person, ...]
    incomes: tuple[Income, ...] = ()
    support: tuple[Support, ...] = ()
    property: Property = Property()
    rigid: tuple[RigidExpense, ...] = ()
    current: Category = Category.NONE
    current_monthly: Fen = 0
    cause: str = ""
    """``employment`` where the rise in income comes from a job."""
    apply_alone: str = ""
    """``adult_jobless_severe`` where that person applies alone (N22-1.1)."""
    death: Death | None = None
    residence: Residence | None = None
    """Whose standard holds where a place has one for town and one for country."""
