"""户 and 成员: who lives together and is looked after together."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from caseworker_app.model.codes import Category, EmploymentStatus, Recheck, Residence
from caseworker_app.model.values import Fen, Month


class Disability(NamedTuple):
    """残疾类别与等级 (GB/T 26341): category 1–7, level 1 (gravest) – 4."""

    category: int
    level: int


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the household as the file has it; never keyed or matched by name."""

    id: str
    name: str
    id_number: str
    relation: str
    """Relation to the head (GB/T 4761); "02" is the head."""
    status: EmploymentStatus
    marital: str = "10"
    """GB/T 2261.2."""
    ethnicity: str = "01"
    """GB/T 3304."""
    hukou_number: str = ""
    """户号 of the booklet the file says this person is registered in."""
    excluded: str = ""
    """Reason code why not counted (prison, adult_independent, dead …); empty = counted."""
    idle_exempt: str = ""
    study: str = ""
    """Full-time study: compulsory, senior_secondary, college_full_time, bachelor_full_time,
    master_full_time, doctor_full_time, or empty."""
    illness: str = ""
    """Recognised serious illness, or empty."""
    disability: Disability | None = None
    refused_jobs: int = 0
    adl_failed: int = 0
    no_able_obligor: bool = False


@dataclass(frozen=True, slots=True)
class Obligor:
    """法定赡养、抚养、扶养义务人 outside the household."""

    id: str
    name: str
    relation: str
    supports: tuple[str, ...]
    """Ids of the members this person owes support to."""
    income: Fen = 0
    """Income of the obligor's household in a month."""
    size: int = 1
    children: int = 1
    """How many children the supported parent has."""
    supported: int = 1
    agreed: Fen = 0
    """Agreed or judged monthly amount for each supported person."""
    exempt: str = ""
    consented: bool = False
    """Consent to be checked (SAL-41)."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The file a household was split off from."""

    household: str
    """Id of that household."""
    visit: str
    """Visit in which the split was written down."""
    change: str
    number: str = ""
    """救助证号 of that household."""
    head: str = ""
    """Name of its head."""


@dataclass(frozen=True, slots=True)
class Household:
    """A household on the books, as the office handed it out."""

    id: str
    number: str
    """救助证号."""
    category: Category
    monthly: Fen
    since: Month
    head_id: str
    region: str
    """12-digit region code of village or community."""
    village: str
    registered_address: str
    living_address: str
    phone: str
    hukou_number: str
    members: tuple[Member, ...]
    obligors: tuple[Obligor, ...] = ()
    recheck: Recheck = Recheck.YEARLY
    last_check: date | None = None
    due: date | None = None
    near_relative: bool = False
    """Filed as near relative of staff (DBM-11)."""
    bank_tail: str = ""
    residence: Residence | None = None
    """Town or country, where the office filed it."""
    origin: Origin | None = None
    """Where it was split off on this laptop; None otherwise."""

    def member(self, member_id: str) -> Member:
        return next(m for m in self.members if m.id == member_id)

    @property
    def head(self) -> Member:
        return self.member(self.head_id)
