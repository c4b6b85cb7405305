"""Rows of the three registers, and where any row comes from: what a department would answer."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from caseworker_app.demo.people import Registrar
from caseworker_app.demo.values import Township
from caseworker_app.model import id_number
from caseworker_app.model.declaration import DeclaredEstate, DeclaredVehicle
from caseworker_app.model.household import Household, Member
from caseworker_app.model.register import EstateRecord, Marriage, PersonRecord, VehicleRecord
from caseworker_app.model.source import Source
from caseworker_app.model.values import Area

_DEPARTMENTS = {
    "HJ": ("公安 户籍", 16),
    "CL": ("公安 交管", 9),
    "BDC": ("自然资源 不动产登记", 23),
    "SB": ("人社 社会保险", 18),
    "DY": ("人社 待遇发放", 18),
    "JZ": ("民政 救助台账", 12),
    "GS": ("税务 个税", 20),
    "GJJ": ("公积金中心", 20),
    "SC": ("市场监管", 6),
    "JR": ("银行 金融资产", 25),
    "BX": ("保险 商业保险", 25),
    "SD": ("水电燃气通信", 28),
    "CJ": ("残联 残疾人证", 20),
    "XJ": ("教育 学籍", 40),
    "BZ": ("民政 殡葬", 2),
    "XS": ("12345 热线", 1),
    "RH": ("镇街 入户记录", 1),
}
"""Dataset → department and by how many days its data usually lag."""
_LATE_ONE_IN = 25
_VIN_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
_MARRYING_AGE = 23
_CARS = ("五菱宏光", "吉利帝豪", "长安悦翔", "奇瑞风云", "比亚迪F3")


def source(registrar: Registrar, township: Township, dataset: str) -> Source:
    """Return where a row comes from: the batch of the township, now and then an older one."""
    department, days = _DEPARTMENTS[dataset]
    if registrar.rng.randrange(_LATE_ONE_IN) == 0:
        days += 30
    as_of = township.day - timedelta(days=days)
    batch = f"{dataset}-{township.region[:9]}-{as_of:%Y%m%d}"
    return Source(department, as_of, batch, as_of + timedelta(days=90))


def person_row(
    registrar: Registrar, township: Township, household: Household, member: Member
) -> PersonRecord:
    """Return the row of a member by which nothing differs from the file."""
    born = id_number.birth(member.id_number) or township.day
    return PersonRecord(
        id=registrar.id(),
        source=source(registrar, township, "HJ"),
        id_number=member.id_number,
        name=member.name,
        hukou_number=household.hukou_number,
        head_id_number=household.head.id_number,
        relation=member.relation,
        region=household.region,
        address=household.registered_address,
        moved_in=born + timedelta(days=30),
        moved_in_reason="出生",
    )


def person_rows(
    registrar: Registrar, township: Township, household: Household
) -> Iterator[PersonRecord]:
    """Return a row for each member, the marriages of couples and former couples in them."""
    married = [m for m in household.members if m.marital.startswith("2")]
    wedding = _wedding(registrar, married or list(household.members[:1]))
    for member in household.members:
        row = person_row(registrar, township, household, member)
        spouse = next((m for m in married if m is not member), None)
        if member in married and spouse is not None:
            marriage = Marriage("20", spouse.id_number, spouse.name, wedding)
            yield replace(row, marriage=marriage)
        elif member.marital in {"30", "40"}:
            yield replace(row, marriage=Marriage(member.marital))
        else:
            yield row


def _wedding(registrar: Registrar, couple: list[Member]) -> date:
    born = max(id_number.birth(m.id_number) or date(1960, 1, 1) for m in couple)
    years = _MARRYING_AGE + registrar.rng.randrange(4)
    return date(born.year + years, registrar.rng.randint(1, 12), registrar.rng.randint(1, 28))


def car_row(registrar: Registrar, township: Township, owner: Member, since: date) -> VehicleRecord:
    """Return a small private car its owner has had for years before the last check."""
    rng = registrar.rng
    bought = since - timedelta(days=rng.randint(400, 3600))
    return VehicleRecord(
        id=registrar.id(),
        source=source(registrar, township, "CL"),
        owner_id_number=owner.id_number,
        owner_name=owner.name,
        plate=registrar.plate(),
        plate_type="02",
        vin="LNV" + "".join(rng.choices(_VIN_LETTERS, k=14)),
        vehicle_type="小型轿车",
        model=rng.choice(_CARS),
        first_registered=bought,
        registered=bought,
        price=rng.randrange(38_000, 118_000, 1000) * 100,
        displacement=1498,
        inspected_until=township.day + timedelta(days=rng.randint(40, 600)),
        insured_until=township.day + timedelta(days=rng.randint(20, 300)),
    )


def motorcycle_row(
    registrar: Registrar, township: Township, owner: Member, since: date
) -> VehicleRecord:
    """Return an ordinary two-wheel motorcycle."""
    return replace(
        car_row(registrar, township, owner, since),
        plate=registrar.plate(motorcycle=True),
        plate_type="07",
        vehicle_type="普通二轮摩托车",
        model="钱江125",
        price=registrar.rng.randrange(3_000, 6_000, 100) * 100,
        displacement=125,
    )


def declared_vehicle(
    registrar: Registrar, row: VehicleRecord, owner: Member, kind: str, claim: str = ""
) -> DeclaredVehicle:
    """Return the household's word about a registered vehicle."""
    return DeclaredVehicle(registrar.id(), row.plate, kind, owner.id, row.price, claim)


def house_row(
    registrar: Registrar, township: Township, owner: Member, location: str, area: Area
) -> EstateRecord:
    """Return an ordinary dwelling of one owner."""
    rng = registrar.rng
    year = rng.randint(1998, 2021)
    parcel = f"{township.region[:6]}001{rng.randint(1, 40):03d}JC{rng.randrange(100_000):05d}"
    return EstateRecord(
        id=registrar.id(),
        source=source(registrar, township, "BDC"),
        owner_id_number=owner.id_number,
        owner_name=owner.name,
        unit_number=f"{parcel}F{rng.randint(1, 9999):04d}{rng.randint(1, 9999):04d}",
        certificate=f"浙({year})演示县不动产权第{rng.randrange(10_000_000):07d}号",
        location=location,
        use="10",
        area=area,
        acquired="自建",
        nature="99",
        registered=date(year, rng.randint(1, 12), rng.randint(1, 28)),
    )


def flat_row(registrar: Registrar, township: Township, owner: Member) -> EstateRecord:
    """Return a bought flat in the community of the township."""
    rng = registrar.rng
    village = township.villages[0]
    street = rng.choice(village.streets)
    location = (
        f"{township.name}{street}{rng.randint(1, 180)}号{rng.randint(1, 6)}0{rng.randint(1, 4)}室"
    )
    row = house_row(registrar, township, owner, location, rng.randrange(5200, 11_000, 50))
    return replace(
        row, acquired="购买", nature="0", price=rng.randrange(180_000, 620_000, 5000) * 100
    )


def declared_estate(
    registrar: Registrar, row: EstateRecord, owner: Member, kind: str = "dwelling", claim: str = ""
) -> DeclaredEstate:
    """Return the household's word about a registered house."""
    return DeclaredEstate(
        id=registrar.id(),
        location=row.location,
        area=row.area,
        owner=owner.id,
        unit_number=row.unit_number,
        share=Fraction(row.share),
        kind=kind,
        claim=claim,
    )
