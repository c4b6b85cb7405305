"""部门数据: what the registers hold about the members, each with department and date.

One record is one row of a department's answer. ``id`` names the row for ever. Fields follow
``resources/codes/registry_fields.csv``; a field the department left out is None or empty.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from fractions import Fraction

from caseworker_app.model.codes import Dataset
from caseworker_app.model.departments import (
    Allowance,
    Attempt,
    Business,
    Clue,
    Consumption,
    DepartmentRecord,
    DisabilityCertificate,
    FinancialAsset,
    Funeral,
    HousingFund,
    Insurance,
    Policy,
    Schooling,
    TaxIncome,
)
from caseworker_app.model.source import Source
from caseworker_app.model.values import Area, Fen, Month


@dataclass(frozen=True, slots=True)
class Marriage:
    """婚姻登记 by the civil-affairs department."""

    state: str
    """GB/T 2261.2: 20–29 married, 30 widowed, 40 divorced."""
    spouse_id_number: str = ""
    spouse_name: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Custody:
    """服刑、强制戒毒.

    ``kind`` is prison, drug_isolation, community_correction, probation or medical_bail.
    """

    kind: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class OtherBenefit:
    """A benefit the same number receives in another place."""

    place: str
    category: str
    since: Month
    last_paid: Month
    monthly: Fen


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """户籍 with what justice, marriage and assistance registers add to the same number."""

    id: str
    source: Source
    id_number: str
    name: str
    hukou_number: str
    head_id_number: str = ""
    relation: str = ""
    former_name: str = ""
    hukou_kind: str = "家庭户"
    """家庭户 or 集体户."""
    region: str = ""
    address: str = ""
    moved_in: date | None = None
    moved_in_reason: str = ""
    """出生, 收养, 婚迁, 分户 …"""
    moved_out: date | None = None
    moved_to: str = ""
    """12-digit region moved to; empty while registered here."""
    split_from: str = ""
    """户号 this booklet was split from."""
    split_on: date | None = None
    cancelled: str = ""
    """Reason the registration was cancelled: 死亡, 出国, 重复 …"""
    death: date | None = None
    marriage: Marriage | None = None
    custody: Custody | None = None
    service: str = ""
    """``conscript`` or ``student`` for a collective registration that keeps membership."""
    missing: str = ""
    """``court`` declared missing, ``untraceable`` reported without a declaration."""
    benefits: tuple[OtherBenefit, ...] = ()
    staff_relative: str = ""
    """Name and post of the staff or committee member this person is a near relative of."""
    split_address: str = ""
    """Address of the booklet this one was split from, where the department gives it."""


@dataclass(frozen=True, slots=True)
class VehicleRecord:
    """机动车登记."""

    id: str
    source: Source
    owner_id_number: str
    owner_name: str
    plate: str
    plate_type: str
    """GA/T 16.7, ``vehicle_plate_types.csv``."""
    vin: str
    vehicle_type: str
    """小型轿车, 普通二轮摩托车, 残疾人专用汽车, 轻型货车 …"""
    use: str = "A"
    """``vehicle_use_nature.csv``; A is private."""
    status: str = "A"
    """``vehicle_status.csv``; may hold several letters."""
    model: str = ""
    first_registered: date | None = None
    registered: date | None = None
    acquired: str = "购买"
    price: Fen | None = None
    """Original purchase price; often missing."""
    displacement: int | None = None
    """cm³."""
    inspected_until: date | None = None
    scrap_by: date | None = None
    insured_until: date | None = None
    insurance_payer: str = ""
    """Number of who pays the insurance, where known."""
    last_violation: date | None = None
    mortgaged: bool = False
    seized: bool = False
    transferred: date | None = None
    transferred_to: str = ""
    """Number of the person it went to."""
    transferred_to_relation: str = ""
    """GB/T 4761 towards the former owner where kinship is on file; never guessed from names."""


@dataclass(frozen=True, slots=True)
class EstateRecord:
    """不动产登记, contract filing (网签) and public rental."""

    id: str
    source: Source
    owner_id_number: str
    owner_name: str
    unit_number: str
    """28 characters, GB/T 37346."""
    certificate: str
    location: str
    use: str
    """房屋用途, ``realestate_codes.csv``."""
    area: Area
    share: Fraction = Fraction(1)
    co_ownership: str = "0"
    """共有方式: 0 sole, 1 joint, 2 by shares."""
    nature: str = "0"
    """房屋性质; 3 and 4 are public rental, 1 resettlement."""
    right: str = "所有权"
    """所有权, 承租 (public rental), 拆迁权益, 预告 …"""
    acquired: str = "购买"
    """购买, 继承, 离婚, 拆迁安置, 自建, 赠与."""
    registration: str = "首次"
    registered: date | None = None
    state: str = "1"
    """权属状态: 1 current, 2 historic."""
    price: Fen | None = None
    mortgaged: bool = False
    seized: bool = False
    advance_notice: bool = False
    objection: bool = False
    contract_filed: date | None = None
    """网签备案 of a sale by this owner, register unchanged."""
    sold: date | None = None
    """Day a transfer away from this owner was registered (then ``state`` is historic)."""
    rented_out: bool = False
    owner_died: date | None = None
    """Right holder is in the death list; the member is an heir."""
    nominal_share: bool = False
    """A child's or parent's share entered for tax or school reasons."""
    divorce_division: bool = False
    """The divorce papers give it to the other spouse, register unchanged."""


RegisterRecord = PersonRecord | VehicleRecord | EstateRecord
AnyRecord = RegisterRecord | DepartmentRecord


@dataclass(frozen=True, slots=True)
class RegisterSlice:
    """What the laptop carries of the registers and the other departments for one household.

    The fields stand in the order of ``Dataset``.
    """

    persons: tuple[PersonRecord, ...] = ()
    vehicles: tuple[VehicleRecord, ...] = ()
    estates: tuple[EstateRecord, ...] = ()
    insurances: tuple[Insurance, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    taxes: tuple[TaxIncome, ...] = ()
    funds: tuple[HousingFund, ...] = ()
    businesses: tuple[Business, ...] = ()
    assets: tuple[FinancialAsset, ...] = ()
    policies: tuple[Policy, ...] = ()
    consumptions: tuple[Consumption, ...] = ()
    disabilities: tuple[DisabilityCertificate, ...] = ()
    schoolings: tuple[Schooling, ...] = ()
    funerals: tuple[Funeral, ...] = ()
    clues: tuple[Clue, ...] = ()
    attempts: tuple[Attempt, ...] = ()

    def of(self, dataset: Dataset) -> tuple[AnyRecord, ...]:
        """Return the rows of one dataset."""
        rows: tuple[AnyRecord, ...] = getattr(self, FIELD[dataset])
        return rows

    def __iter__(self) -> Iterator[tuple[Dataset, AnyRecord]]:
        """Go through every row with the dataset it belongs to."""
        return ((dataset, row) for dataset in Dataset for row in self.of(dataset))


FIELD = dict(zip(Dataset, (field.name for field in fields(RegisterSlice)), strict=True))
"""Dataset → the field of a slice that holds its rows."""
