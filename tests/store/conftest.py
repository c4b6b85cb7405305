from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from caseworker_app.model.codes import (
    Category,
    DiscrepancyState,
    EmploymentStatus,
    IncomeKind,
    Level,
    Register,
    RigidKind,
    VisitKind,
)
from caseworker_app.model.declaration import (
    Declaration,
    DeclaredEstate,
    DeclaredPerson,
    DeclaredVehicle,
)
from caseworker_app.model.discrepancy import Discrepancy, Explanation
from caseworker_app.model.economy import Income, JobDisregard, RigidExpense
from caseworker_app.model.household import Disability, Household, Member, Obligor
from caseworker_app.model.register import (
    Custody,
    EstateRecord,
    Marriage,
    OtherBenefit,
    PersonRecord,
    RegisterSlice,
    VehicleRecord,
)
from caseworker_app.model.source import Source
from caseworker_app.model.values import Month
from caseworker_app.model.visit import (
    Attachment,
    CheckedDwelling,
    CheckedMember,
    CheckedProperty,
    CheckedRigid,
    CheckedSupport,
    CheckedVehicle,
    Expense,
    Investigator,
    LivingCondition,
    Point,
    Signature,
    Stroke,
    Visit,
)
from caseworker_app.store.database import Database
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.store.upgrade import open_store

KEY = bytes(range(32))
HEAD_ID = "330106195803120028"
SON_ID = "33010619870504001X"


@pytest.fixture
def key() -> bytes:
    return KEY


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_store(tmp_path, KEY)
    yield opened
    opened.close()


@pytest.fixture
def household() -> Household:
    return Household(
        id="h1",
        number="3301060001",
        category=Category.DIBAO,
        monthly=186_000,
        since=Month(2021, 7),
        head_id="m1",
        region="330106001002",
        village="香积社区",
        registered_address="西湖区香积寺路12号",
        living_address="香积寺路12号3幢402室",
        phone="13800000001",
        hukou_number="H0001",
        members=(
            Member("m1", "王桂兰", HEAD_ID, "02", EmploymentStatus.RETIRED, "30"),
            Member(
                "m2",
                "曾𬱟",
                SON_ID,
                "20",
                EmploymentStatus.UNABLE,
                disability=Disability(4, 1),
                illness="尿毒症",
            ),
        ),
        obligors=(Obligor("o1", "王芳", "30", ("m1",), 650_000, 3, exempt="low"),),
        last_check=date(2025, 11, 30),
        due=date(2026, 11, 30),
    )


@pytest.fixture
def assigned(household: Household) -> AssignedHousehold:
    source = Source("公安", date(2026, 11, 1), "GA-2026-11", date(2026, 12, 31))
    old = Source("住保", date(2026, 5, 1), "ZB-2026-05", date(2026, 10, 31))
    declaration = Declaration(
        household_id="h1",
        signed=date(2026, 11, 10),
        region="330106001002",
        hukou_number="H0001",
        head="m1",
        persons=(DeclaredPerson("m1", "王桂兰", HEAD_ID, "30", "H0001"),),
        vehicles=(DeclaredVehicle("v1", "浙A12345", "car", "m2", 8_000_000, "sold"),),
        estates=(DeclaredEstate("e1", "香积寺路12号", 3750, "m1", share=Fraction(1, 3)),),
        incomes=(Income("i1", "m1", IncomeKind.TRANSFER, "城乡居民养老金", monthly=33_000),),
        rigid=(RigidExpense(RigidKind.MEDICAL, 1_200_000),),
        money=50_000,
    )
    records = RegisterSlice(
        persons=(
            PersonRecord(
                "p2",
                source,
                SON_ID,
                "曾𬱟",
                "H0001",
                marriage=Marriage("20", day=date(2019, 2, 1)),
                custody=Custody("prison", date(2020, 1, 1)),
                benefits=(OtherBenefit("宁波", "dibao", Month(2024, 1), Month(2026, 9), 90_000),),
            ),
            PersonRecord("p1", source, HEAD_ID, "王桂兰", "H0001"),
        ),
        vehicles=(
            VehicleRecord("c1", source, SON_ID, "曾𬱟", "浙A12345", "02", "LVIN", "小型轿车"),
        ),
        estates=(
            EstateRecord(
                "b1", old, HEAD_ID, "王桂兰", "U" * 28, "浙(2010)", "香积寺路", "10", 3750,
                share=Fraction(2, 3),
            ),
        ),
    )  # fmt: skip
    return AssignedHousehold(household, declaration, records, rev=3, seq=41, gen=1)


@pytest.fixture
def visit(household: Household) -> Visit:
    """One value in every field, lists in the order of their ids."""
    return Visit(
        id="v1",
        household=household,
        kind=VisitKind.CLUE,
        day=date(2026, 11, 22),
        investigators=(
            Investigator("a", "李强", "香积街道"),
            Investigator("b", "赵敏", "香积社区", township=False),
        ),
        present="m1",
        members=(
            CheckedMember("m1", EmploymentStatus.RETIRED, met=True),
            CheckedMember("m2", EmploymentStatus.UNABLE, disability=Disability(4, 1)),
        ),
        incomes=(
            Income("i1", "m1", IncomeKind.TRANSFER, "养老金", monthly=33_000, excluded_part=20_000),
            Income("i2", "m2", IncomeKind.WAGE, job_disregard=JobDisregard(50_000, 3)),
        ),
        support=(CheckedSupport("o1", 650_000, 3, 1, 1),),
        expenses=(Expense("food", 80_000), Expense("power", 6_000)),
        rigid=(CheckedRigid(RigidKind.MEDICAL, 1_200_000, 7),),
        property=CheckedProperty(
            money=50_000,
            dwellings=(CheckedDwelling("e1", "香积寺路12号", 3750, Fraction(1, 3)),),
            vehicles=(CheckedVehicle("v1", "浙A12345", "car", 8_000_000, "CL01:c1"),),
        ),
        living=LivingCondition(tenure="own", leak=True, appliances=("fridge", "tv"), note="漏雨"),
        explanations=(
            Explanation("CL01:c1", DiscrepancyState.REFUTED, "no_effect", "sold_delivered"),
        ),
        paid_after_death=(Month(2026, 9), Month(2026, 10)),
        opinion="情况属实",
        attachments=(Attachment("x1", "sha256:00", "photo", "image/jpeg", 217_000, "厨房"),),
        signatures=(
            Signature(
                "member",
                "王桂兰",
                (Stroke("pen", (Point(100, 200, 500, 0), Point(110, 240, 700, 8))),),
                60_000,
                20_000,
                "2026-11-22T02:03:04.000+00:00",
                "sha256:11",
            ),
        ),
        paper_number="330106-2026-F01-000001",
    )


@pytest.fixture
def discrepancies() -> tuple[Discrepancy, ...]:
    source = Source("公安", date(2026, 11, 1), "GA-2026-11", date(2026, 12, 31))
    return (
        Discrepancy(
            "CL01:c1", "CL01", Register.VEHICLE, Level.RED, "浙A12345", "无车", "小型轿车", "m2",
            ("c1",), source,
        ),
        Discrepancy("HJ03:m2", "HJ03", Register.PERSON, Level.ORANGE, "曾𬱟", "未婚", "已婚"),
        Discrepancy("FC02:e1", "FC02", Register.ESTATE, Level.YELLOW, "住房", "1套", "2套"),
    )  # fmt: skip
