"""Rows of the other departments, as they would have answered for these people."""

from datetime import date, timedelta

from caseworker_app.demo.people import Registrar
from caseworker_app.demo.registers import source
from caseworker_app.demo.values import Township
from caseworker_app.model.departments import (
    Allowance,
    Business,
    Consumption,
    DisabilityCertificate,
    FinancialAsset,
    Funeral,
    HousingFund,
    Insurance,
    Policy,
    Schooling,
    TaxIncome,
)
from caseworker_app.model.household import Disability, Member
from caseworker_app.model.values import Fen, Month

_FIRMS = ("宏达五金厂", "秀溪茶业有限公司", "山泉食品厂", "顺发汽配有限公司", "青竹家具厂")
_BANKS = ("农商银行", "农业银行", "邮储银行", "工商银行")
_STAGES = {
    "compulsory": "义务教育",
    "senior_secondary": "高中阶段",
    "college_full_time": "大专",
    "bachelor_full_time": "本科",
}


def firm(registrar: Registrar, township: Township) -> str:
    return f"{township.name}{registrar.rng.choice(_FIRMS)}"


def employee_insurance(
    registrar: Registrar, township: Township, member: Member, employer: str, base: Fen
) -> Insurance:
    """Return an employee's pension insurance paid up to the month of the list."""
    made = source(registrar, township, "SB")
    return Insurance(
        id=registrar.id(),
        source=made,
        id_number=member.id_number,
        name=member.name,
        employer=employer,
        base=base,
        last_paid=Month.of(made.as_of),
    )


def resident_insurance(registrar: Registrar, township: Township, member: Member) -> Insurance:
    """Return the medical insurance everybody without a job has."""
    made = source(registrar, township, "SB")
    return Insurance(
        id=registrar.id(),
        source=made,
        id_number=member.id_number,
        name=member.name,
        kind="城乡居民基本医疗保险",
        last_paid=Month(made.as_of.year, 1),
    )


def allowance(
    registrar: Registrar, township: Township, member: Member, kind: str, monthly: Fen
) -> Allowance:
    """Return money paid by a body of this county for a year and more."""
    assistance = "救助" if kind.startswith(("最低", "特困")) else ""
    made = source(registrar, township, "JZ" if assistance else "DY")
    month = Month.of(made.as_of)
    return Allowance(
        id=registrar.id(),
        source=made,
        id_number=member.id_number,
        name=member.name,
        kind=kind,
        monthly=monthly,
        since=month.plus(-registrar.rng.randint(13, 40)),
        last_paid=month,
        place=township.region,
    )


def tax(
    registrar: Registrar, township: Township, who: tuple[str, str], withholder: str, monthly: Fen
) -> TaxIncome:
    """Return a year's wage of a number and name, as its withholder reported it."""
    made = source(registrar, township, "GS")
    last = Month.of(made.as_of)
    number, name = who
    return TaxIncome(
        id=registrar.id(),
        source=made,
        id_number=number,
        since=last.plus(-11),
        until=last,
        income=monthly * 12,
        name=name,
        withholder=withholder,
    )


def fund(registrar: Registrar, township: Township, member: Member, employer: str) -> HousingFund:
    made = source(registrar, township, "GJJ")
    monthly = registrar.rng.randrange(500, 1100, 20) * 100
    return HousingFund(
        id=registrar.id(),
        source=made,
        id_number=member.id_number,
        name=member.name,
        employer=employer,
        monthly=monthly,
        balance=monthly * registrar.rng.randint(8, 30),
        last_paid=Month.of(made.as_of),
    )


def shop(registrar: Registrar, township: Township, member: Member) -> Business:
    """Return a small shop that reports every year."""
    made = source(registrar, township, "SC")
    return Business(
        id=registrar.id(),
        source=made,
        id_number=member.id_number,
        name=member.name,
        title=f"{township.name}{member.name[0]}记便利店",
        founded=made.as_of - timedelta(days=registrar.rng.randint(500, 2500)),
        last_report=township.day.year - 1,
    )


def account(
    registrar: Registrar, township: Township, member: Member, balance: Fen
) -> FinancialAsset:
    return FinancialAsset(
        id=registrar.id(),
        source=source(registrar, township, "JR"),
        id_number=member.id_number,
        name=member.name,
        institution=registrar.rng.choice(_BANKS),
        balance=balance,
        average=balance,
    )


def policy(registrar: Registrar, township: Township, member: Member) -> Policy:
    """Return an annuity of some worth, paid by its holder."""
    return Policy(
        id=registrar.id(),
        source=source(registrar, township, "BX"),
        id_number=member.id_number,
        name=member.name,
        insurer="某人寿保险公司",
        kind="年金保险",
        cash_value=registrar.rng.randrange(60_000, 120_000, 1000) * 100,
        premium=registrar.rng.randrange(12_000, 30_000, 500) * 100,
        payer_id_number=member.id_number,
    )


def consumption(
    registrar: Registrar, township: Township, member: Member, kind: str, annual: Fen
) -> Consumption:
    return Consumption(
        id=registrar.id(),
        source=source(registrar, township, "SD"),
        id_number=member.id_number,
        name=member.name,
        kind=kind,
        annual=annual,
        account=f"{registrar.rng.randrange(10**10):010d}",
    )


def certificate(
    registrar: Registrar, township: Township, member: Member, held: Disability
) -> DisabilityCertificate:
    made = source(registrar, township, "CJ")
    issued = made.as_of - timedelta(days=registrar.rng.randint(200, 2600))
    return DisabilityCertificate(
        id=registrar.id(),
        source=made,
        id_number=member.id_number,
        name=member.name,
        certificate=f"{member.id_number}{held.category}{held.level}",
        category=held.category,
        level=held.level,
        issued=issued,
        valid_until=issued + timedelta(days=3653),
    )


def school(registrar: Registrar, township: Township, member: Member) -> Schooling:
    """Return the school of the stage the file names, from which the pupil will not go soon."""
    rng = registrar.rng
    return Schooling(
        id=registrar.id(),
        source=source(registrar, township, "XJ"),
        id_number=member.id_number,
        name=member.name,
        school=f"{township.name}学校",
        stage=_STAGES.get(member.study, ""),
        enrolled=township.day - timedelta(days=rng.randint(60, 900)),
        graduates=township.day + timedelta(days=rng.randint(90, 900)),
    )


def funeral(registrar: Registrar, township: Township, member: Member, died: date) -> Funeral:
    return Funeral(
        id=registrar.id(),
        source=source(registrar, township, "BZ"),
        id_number=member.id_number,
        died=died,
        name=member.name,
        cremated=died + timedelta(days=2),
        place="演示县殡仪馆",
    )
