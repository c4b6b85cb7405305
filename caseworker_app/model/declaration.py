"""申报: what the household said, on the day it signed."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from caseworker_app.model.codes import Category, EmploymentStatus
from caseworker_app.model.economy import Income, RigidExpense
from caseworker_app.model.household import Disability
from caseworker_app.model.values import Area, Fen


@dataclass(frozen=True, slots=True)
class DeclaredPerson:
    """A person the household named, with what it said about that person."""

    member_id: str
    name: str
    id_number: str
    marital: str
    """GB/T 2261.2."""
    hukou_number: str
    whereabouts: str = "在家"
    """在家, 在校, 服兵役, 服刑, 外出务工, 失联, 死亡."""
    status: EmploymentStatus | None = None
    """None where the declaration does not say."""
    study: str = ""
    """As ``household.Member.study``."""
    disability: Disability | None = None


@dataclass(frozen=True, slots=True)
class DeclaredVehicle:
    id: str
    plate: str
    kind: str
    """car, truck, ordinary_two_wheel_motorcycle, electric_tricycle,
    disability_compensation_vehicle …"""
    owner: str
    """Member id."""
    price: Fen | None = None
    claim: str = ""
    """What the household says: sold, scrapped, lent_name, livelihood, not_mine or empty."""


@dataclass(frozen=True, slots=True)
class DeclaredEstate:
    id: str
    location: str
    area: Area
    owner: str
    unit_number: str = ""
    share: Fraction = Fraction(1)
    kind: str = "dwelling"
    """dwelling, homestead (宅基地), shop, parking, other."""
    claim: str = ""
    """sold, inherited, divorced, nominal, converted_home or empty."""
    registered: bool = True
    """False for a homestead or other house that no register holds."""


@dataclass(frozen=True, slots=True)
class DeclaredObligor:
    """法定义务人 outside the household, as declared."""

    id: str
    name: str
    id_number: str
    relation: str
    supports: tuple[str, ...]
    """Ids of the members this person owes support to."""
    income: Fen = 0
    """Of the obligor's household in a month."""
    consented: bool = False
    """Consent to be checked (SAL-41); without it no register may be asked."""


@dataclass(frozen=True, slots=True)
class Authorisation:
    """核对授权书 of one member (SAL-41): in force from its signature to its end."""

    member_id: str
    signed: date
    until: date | None = None
    """None: until the household leaves assistance."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """The signed declaration the three comparisons start from."""

    household_id: str
    signed: date
    region: str
    """12-digit region of the household; its first six are the jurisdiction."""
    hukou_number: str
    head: str
    """Member id."""
    persons: tuple[DeclaredPerson, ...]
    vehicles: tuple[DeclaredVehicle, ...] = ()
    estates: tuple[DeclaredEstate, ...] = ()
    incomes: tuple[Income, ...] = ()
    rigid: tuple[RigidExpense, ...] = ()
    money: Fen = 0
    capital: Fen = 0
    last_check: date | None = None
    near_relative_filed: bool = False
    category: Category = Category.NONE
    """What the household receives today."""
    obligors: tuple[DeclaredObligor, ...] = ()
    authorisations: tuple[Authorisation, ...] | None = None
    """None where it is kept elsewhere and nothing can be said of it."""
