"""入户核查: one visit to one household, from preparation to the signed form."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Self

from caseworker_app.model.change import HouseholdChange
from caseworker_app.model.codes import EmploymentStatus, RigidKind, Stage, VisitKind
from caseworker_app.model.discrepancy import Explanation
from caseworker_app.model.economy import Income
from caseworker_app.model.evidence import Agreement, Origin, Withdrawal
from caseworker_app.model.finding import Finding
from caseworker_app.model.found import Found
from caseworker_app.model.household import Disability, Household, Member, Obligor
from caseworker_app.model.values import Area, Fen, Month


@dataclass(frozen=True, slots=True)
class Investigator:
    """调查人; at least two, at least one from the township (DBM-16)."""

    id: str
    name: str
    unit: str
    township: bool = True


@dataclass(frozen=True, slots=True)
class CheckedMember:
    """What the visit found about a member, on the day; starts from the file."""

    id: str
    status: EmploymentStatus
    met: bool = False
    excluded: str = ""
    idle_exempt: str = ""
    study: str = ""
    illness: str = ""
    disability: Disability | None = None
    refused_jobs: int = 0
    adl_failed: int = 0
    no_able_obligor: bool = False
    died: date | None = None
    """Day of death, where ``excluded`` is dead."""
    certificate: str | None = None
    """Number of the disability certificate; None, not empty, so that units of before stay."""

    @classmethod
    def of(cls, filed: Member) -> Self:
        """Return a member as the file has one, nothing looked at yet."""
        return cls(
            id=filed.id,
            status=filed.status,
            excluded=filed.excluded,
            idle_exempt=filed.idle_exempt,
            study=filed.study,
            illness=filed.illness,
            disability=filed.disability,
            refused_jobs=filed.refused_jobs,
            adl_failed=filed.adl_failed,
            no_able_obligor=filed.no_able_obligor,
        )


@dataclass(frozen=True, slots=True)
class CheckedSupport:
    """赡养抚养扶养费 of one obligor as found."""

    id: str
    """Id of the obligor."""
    income: Fen
    size: int
    children: int
    supported: int
    agreed: Fen = 0
    exempt: str = ""

    @classmethod
    def of(cls, filed: Obligor) -> Self:
        """Return the figures of an obligor as filed."""
        return cls(
            id=filed.id,
            income=filed.income,
            size=filed.size,
            children=filed.children,
            supported=filed.supported,
            agreed=filed.agreed,
            exempt=filed.exempt,
        )


@dataclass(frozen=True, slots=True)
class Expense:
    """支出: a living expense of the household, a month."""

    id: str
    """food, water, power, gas, phone, rent, transport, education, medical, care, social, other."""
    monthly: Fen = 0


@dataclass(frozen=True, slots=True)
class CheckedRigid:
    id: RigidKind
    annual: Fen = 0
    vouchers: int = 0


@dataclass(frozen=True, slots=True)
class CheckedDwelling:
    id: str
    location: str
    area: Area
    share: Fraction = Fraction(1)
    nonresidential: bool = False
    converted_sole_home: bool = False
    discrepancy: str = ""
    """Id of the difference whose conclusion decides whether it counts."""


@dataclass(frozen=True, slots=True)
class CheckedVehicle:
    id: str
    plate: str
    kind: str
    price: Fen = 0
    discrepancy: str = ""


@dataclass(frozen=True, slots=True)
class CheckedProperty:
    money: Fen = 0
    capital: Fen = 0
    dwellings: tuple[CheckedDwelling, ...] = ()
    vehicles: tuple[CheckedVehicle, ...] = ()


@dataclass(frozen=True, slots=True)
class LivingCondition:
    """实际生活状况 as seen (dossier 4.3); codes of ``rules.living``, empty = not yet looked at."""

    tenure: str = ""
    structure: str = ""
    decoration: str = ""
    safety: str = ""
    leak: bool = False
    kitchen: str = ""
    food: str = ""
    water: str = ""
    bedding: str = ""
    appliances: tuple[str, ...] = ()
    high_price_item: str = ""
    vehicle_seen: str = ""
    care_need: str = ""
    impression: str = ""
    """hard, as_declared, better, much_better."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to the visit; its bytes lie in the store under ``sha``."""

    id: str
    sha: str
    """``sha256:…`` of the bytes."""
    role: str
    """photo, fingerprint, audio, visit-form."""
    mime: str
    size: int
    caption: str = ""
    bound_to: str = ""
    """Path of the field or id of the discrepancy it proves; of a fingerprint, whose it is."""
    taken: str = ""
    origin: Origin | None = None
    """This and all below None, not empty, where there is nothing to say: such a file has the
    units it had before they were known."""
    turned: int | None = None
    """Degrees clockwise by which it is shown and printed; its bytes stay."""
    agreed: Agreement | None = None
    """Of a recording."""
    digest: str | None = None
    """Of a fingerprint: hash of the values the person stood by with it."""
    withdrawn: Withdrawal | None = None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """邻里访问: what one neighbour said; the name may be left out (F11)."""

    id: str
    name: str = ""
    relation: str = ""
    said: str = ""
    agrees: bool | None = None
    """Whether it agrees with the declaration; None when the neighbour could not say."""


@dataclass(frozen=True, slots=True)
class ChangeReason:
    """Why a figure is so different from the visit before (soft check, printed)."""

    id: str
    """income, spending or money."""
    code: str
    """Code of ``resources/codes/change_reasons.csv``."""
    before: Fen
    since: date
    """Day of the visit before."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of ink: hundredths of a pixel, pressure 0–1000, ms since the first point."""

    x: int
    y: int
    pressure: int
    ms: int


@dataclass(frozen=True, slots=True)
class Stroke:
    device: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature drawn on the screen, bound to what was signed."""

    id: str
    """Role: member, investigator1, investigator2, witness, witness2."""
    name: str
    strokes: tuple[Stroke, ...]
    width: int
    height: int
    signed: str
    """UTC instant, ISO 8601."""
    digest: str
    """Hash of the record's values the person saw when signing."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Everything written down about one visit; a flat map of units when it travels."""

    id: str
    household: Household
    kind: VisitKind
    day: date
    stage: Stage = Stage.PREPARING
    investigators: tuple[Investigator, ...] = ()
    present: str = ""
    """Member id of who was at home and signs."""
    members: tuple[CheckedMember, ...] = ()
    incomes: tuple[Income, ...] = ()
    support: tuple[CheckedSupport, ...] = ()
    expenses: tuple[Expense, ...] = ()
    rigid: tuple[CheckedRigid, ...] = ()
    property: CheckedProperty = CheckedProperty()
    living: LivingCondition = LivingCondition()
    explanations: tuple[Explanation, ...] = ()
    cause: str = ""
    apply_alone: str = ""
    paid_after_death: tuple[Month, ...] = ()
    opinion: str = ""
    attachments: tuple[Attachment, ...] = ()
    signatures: tuple[Signature, ...] = ()
    paper_number: str = ""
    neighbours: tuple[Neighbour, ...] = ()
    unsigned: str = ""
    """Why the member present did not sign, and the two witnesses of it (DBM-16)."""
    findings: tuple[Finding, ...] | None = None
    """What the differences change once confirmed; None, not empty, so that units of before stay."""
    found: tuple[Found, ...] | None = None
    """现场发现; None, not empty, where nothing was found: such a visit has the bytes it had
    before the field was known."""
    reasons: tuple[ChangeReason, ...] | None = None
    """Why figures moved since the visit before; None, not empty, as with ``found``."""
    changes: tuple[HouseholdChange, ...] | None = None
    """家庭变化; None, not empty, for the same reason."""
