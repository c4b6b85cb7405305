"""规则包: everything about the law that differs by place or by date, as typed values.

Money is in fen, rates are exact fractions, areas hundredths of a square metre. Operators are
values too: whether a line is met "strictly below" or "at most" is the pack's word, not the code's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from caseworker_app.model.codes import Category, Register, Residence
from caseworker_app.model.determination import Reason
from caseworker_app.model.values import Area, Fen
from caseworker_app.rules.figures import Rounding
from caseworker_app.rules.policy.choice import covers
from caseworker_app.rules.policy.national import NationalRules, TimeLimits


class Below(StrEnum):
    """How a line is tested."""

    STRICTLY = "strictly_below"
    AT_MOST = "at_most"

    def holds(self, left: Fraction | int, right: Fraction | int) -> bool:
        return left < right if self is Below.STRICTLY else left <= right


class SupportBase(StrEnum):
    """What of an obligor's income the ratio is taken of."""

    PER_CAPITA = "per_capita_excess"
    HOUSEHOLD = "household_excess"


class SingleForm(StrEnum):
    """How a single-listed person's benefit is reckoned."""

    FULL = "full_standard"
    OWN_GAP = "own_income_gap"
    FLAT = "flat"


class HalfYearly(StrEnum):
    """How DBM-31 joins 收入来源不固定 and 家庭成员有劳动能力."""

    ANY_ABLE = "or"
    UNSTEADY_AND_ABLE = "and"


@dataclass(frozen=True, slots=True)
class Standards:
    dibao: Fen
    """A month, a person."""
    tekun_basic: Fen
    tekun_care: Mapping[str, Fen]
    """able, partial, full → monthly care allowance."""
    min_wage: Fen
    disposable_per_capita: Fen
    """Last year's, a year."""
    housing_area_per_capita: Area
    central_pension: Fen


@dataclass(frozen=True, slots=True)
class LowMargin:
    multiple: Fraction
    test: Below
    capped: bool
    """The line may not exceed the minimum wage (ZJR-13)."""
    cap_test: Below


@dataclass(frozen=True, slots=True)
class JobDisregardRule:
    months: int
    cap_multiple: Fraction
    """Of the standard, a month."""


@dataclass(frozen=True, slots=True)
class IncomeRules:
    averaging_months: int
    cost_rate: Fraction
    disabled_floor_rate: Fraction
    """Of the minimum wage."""
    unstable_imputed: Fen | None
    """None means the minimum wage."""
    unstable_disabled_floor: bool
    idle_imputed: Fen | None
    idle_by_age: tuple[tuple[int, Fraction], ...]
    """Age from → share of what is imputed, ascending; below the first nothing is imputed."""
    idle_exempt: frozenset[str]
    max_carers: int
    disregard: JobDisregardRule
    grace_months: int
    excluded_types: frozenset[str]
    exclude_central_pension: bool
    exclude_central_pension_until: date | None


@dataclass(frozen=True, slots=True)
class SupportRules:
    threshold_multiple: Fraction
    base: SupportBase
    ratios: tuple[tuple[int, Fraction], ...]
    """Least number of children → ratio, ascending."""
    divided: bool
    agreed_if_higher: bool
    exempt: frozenset[str]
    relatives_of_severe_exempt: bool


@dataclass(frozen=True, slots=True)
class PropertyRules:
    money_years: Fraction
    vehicles_allowed: int
    vehicle_exempt: frozenset[str]
    vehicle_price_below: Fen | None
    dwellings_max: int
    second_area: Area | None
    """Floor area per head up to which one dwelling more is allowed; None: never."""
    nonresidential_converted: bool
    """A converted sole home is allowed; otherwise no non-residential house at all."""
    capital_max: Fen
    capital_test: Below


@dataclass(frozen=True, slots=True)
class Band:
    """一档 of a graded benefit (分档补助, DBM-23)."""

    below: Fraction
    """Share of the standard the income per head must be under."""
    monthly: Fen
    """A person."""


@dataclass(frozen=True, slots=True)
class SingleBenefit:
    form: SingleForm
    floor_ratio: Fraction
    """Least share of the standard that is paid; of ``OWN_GAP``."""
    amount: Fen
    """Of ``FLAT``."""


@dataclass(frozen=True, slots=True)
class SingleListedRules:
    severe_levels: frozenset[int]
    severe_extra: Mapping[int, frozenset[int]]
    """Disability category (GB/T 26341) → further levels that are severe."""
    severe: SingleBenefit
    illness: SingleBenefit
    alone: bool
    """An adult, jobless, severely disabled person may apply outside 低边 (N22-1.1)."""


@dataclass(frozen=True, slots=True)
class TopUpRules:
    rates: Mapping[str, Fraction]
    """Group → share of the standard."""
    amounts: Mapping[str, Fen]
    """Group → fixed amount, for places that pay one."""
    highest_only: bool
    applies_to: frozenset[Category]


@dataclass(frozen=True, slots=True)
class RigidRules:
    """支出型低保 and 刚性支出困难家庭; ``ratio`` 0 where none is asked."""

    income_cap: Fen | None
    """A year, a person; None means last year's disposable income."""
    cap_test: Below
    ratio: Fraction
    months: int
    property: Category


@dataclass(frozen=True, slots=True)
class RecoveryRules:
    max_months: int
    min_instalment: Fen


@dataclass(frozen=True, slots=True)
class OtherRules:
    """From what on the other departments' data say something (SR01–SR15)."""

    active_months: int
    """A contribution paid within so many months shows a job that still goes on."""
    tolerance: Fraction
    """By which a registered income may be above the declared one."""
    premium: Fen
    """A year, from which an insurance is a large one (大额)."""
    cash_value: Fen
    """From which an insurance is a large one."""
    consumption: Fraction
    """Share of a household's means that its known consumption may reach."""
    admission_months: int
    """After leaving one school in which admission to the next may be pending."""
    failed_visits: int
    access_months: int
    """Within which so many failed visits are looked at."""
    clue_days: int
    """Within which a clue is verified, where the place sets no time for complaints."""
    reported_by: int
    """Month by whose end an enterprise reports the year before."""
    exclusive: frozenset[frozenset[str]]
    """Pairs of benefits, in the trade's short words, that may not be drawn together."""


@dataclass(frozen=True, slots=True)
class RegisterRules:
    """How far back the three comparisons look, and how old a department's data may be."""

    lookback_months: int
    """Splits, transfers and sales within it are looked at."""
    use_months: int
    """A traffic violation within it shows that a car runs."""
    ordinary_displacement: int
    """cm³ up to which a motorcycle is an ordinary one."""
    shelf_days: Mapping[Register, int]
    shelf_days_by_department: Mapping[str, int]
    """Part of a department's name → days; goes before the register's own."""
    renumbered: frozenset[tuple[str, str]]
    """Abolished county code and its successor: a new code is no removal."""
    others: OtherRules


class Source(NamedTuple):
    """Since when a value holds and which paper says so."""

    since: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Pack:
    """One place's rules as they stand from one day on; ``changes`` has those of later days."""

    id: str
    name: str
    region: str
    effective_from: date
    effective_to: date
    residence_unless_said: Residence | None
    """Whose values stand for a household of unknown residence; None where all are alike."""
    frame: Mapping[str, date | None]
    """Instrument → day it came into force where the pack names one."""
    instruments: frozenset[str]
    """Those that hold here: the nation's and those the pack names."""
    standards: Standards
    dibao_test: Below
    low_margin: LowMargin
    rounding: Rounding
    min_gap_rate: Fraction
    bands: tuple[Band, ...]
    """Graded amounts, the lowest income first; empty where the actual gap is paid."""
    income: IncomeRules
    support: SupportRules
    property: Mapping[Category, PropertyRules]
    """Of 低保 and 低边."""
    single_listed: SingleListedRules
    top_up: TopUpRules
    expenditure: RigidRules
    rigid_family: RigidRules
    half_yearly: HalfYearly
    recovery: RecoveryRules
    national: NationalRules
    time_limits: TimeLimits
    registers: RegisterRules
    unrecognised_answers: frozenset[str]
    """Explanations this place does not accept: the item counts although it was explained."""
    parameters: Mapping[str, Reason] = field(default_factory=dict, repr=False)
    """Path of a value → what it is called, its words, since when and by which paper."""
    grouped: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict, repr=False)
    """Path of a value or of a table → those parameters."""
    hash: str = ""
    """SHA-256 of the text it was read from, in hex."""
    text: str = field(default="", repr=False)
    base: str = field(default="", repr=False)
    """Text of the national pack it was completed from; empty where it needed none."""
    overridden: tuple[str, ...] = ()
    """``key=value`` of single values replaced for a worked case."""
    changes: tuple[tuple[date, Residence | None, "Pack"], ...] = field(default=(), repr=False)
    """Day from which, for whom, what holds; ascending by day."""

    def on(self, day: date, residence: Residence | None = None) -> "Pack":
        """Return the rules of a day for a household in town or country."""
        wanted = residence or self.residence_unless_said
        found = self
        for since, whose, pack in self.changes:
            if since > day:
                break
            if whose in (None, wanted):
                found = pack
        return found

    def in_force(self, day: date) -> bool:
        return self.effective_from <= day <= self.effective_to

    def covers(self, region: str) -> bool:
        """Say whether a region code lies in the pack's; the nation's covers every one."""
        return covers(self.region, region)

    def pension_excluded(self, day: date) -> bool:
        """Say whether the central basic pension is left out of income on a day (DBM-13)."""
        until = self.income.exclude_central_pension_until
        return self.income.exclude_central_pension and (until is None or day <= until)

    def told(self, *paths: str) -> tuple[Reason, ...]:
        """Return the values at some paths, and in tables, as leaves of an explanation."""
        return tuple(leaf for path in paths for leaf in self.grouped.get(path, ()))
