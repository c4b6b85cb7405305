"""A household with everything a form can hold."""

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest

from caseworker_app.documents.visit_form import VisitForm
from caseworker_app.model.codes import (
    Action,
    DiscrepancyState,
    EmploymentStatus,
    IncomeKind,
    Level,
    Register,
    RigidKind,
    VisitKind,
)
from caseworker_app.model.discrepancy import Discrepancy, Explanation
from caseworker_app.model.economy import Income, JobDisregard, RigidExpense
from caseworker_app.model.household import Household, Member, Obligor
from caseworker_app.model.source import Source
from caseworker_app.model.visit import (
    Attachment,
    CheckedDwelling,
    CheckedMember,
    CheckedProperty,
    CheckedRigid,
    CheckedSupport,
    CheckedVehicle,
    Expense,
    Neighbour,
    Point,
    Signature,
    Stroke,
    Visit,
)
from caseworker_app.rules import living

POLICE = Source("浙江省公安厅", date(2026, 11, 1), "HK2026110101", date(2027, 1, 31))
TRAFFIC = Source("杭州市公安局车辆管理所", date(2026, 11, 3), "CL2026110301", date(2027, 1, 31))
LAND = Source("杭州市规划和自然资源局", date(2026, 10, 28), "FC2026102801", date(2027, 1, 31))


def strokes(seed: int = 1, device: str = "pen") -> tuple[Stroke, ...]:
    """Return a made-up name written in six bent strokes."""
    lines = (
        ((60, 60), (150, 52)),
        ((105, 30), (100, 150)),
        ((100, 100), (58, 150)),
        ((108, 100), (165, 150)),
        ((210, 40), (300, 36), (225, 150), (310, 140)),
        ((350, 45), (440, 40), (360, 110), (460, 150)),
    )
    return tuple(Stroke(device, _bent(line, seed + n, n * 400)) for n, line in enumerate(lines))


def _bent(line: tuple[tuple[int, int], ...], seed: int, start: int) -> tuple[Point, ...]:
    points: list[Point] = []
    for (ax, ay), (bx, by) in pairwise(line):
        steps = max(6, int(math.hypot(bx - ax, by - ay) / 6))
        for step in range(steps):
            u = step / steps
            x = ax + (bx - ax) * u + 4 * math.sin(3 * u + seed)
            y = ay + (by - ay) * u + 3 * math.sin(4 * u + seed)
            pressure = int(250 + 650 * math.sin(math.pi * min(1, u + 0.08)))
            points.append(Point(int(x * 100), int(y * 100), pressure, start + len(points) * 12))
    return tuple(points)


def signature(role: str, name: str, seed: int = 1) -> Signature:
    return Signature(role, name, strokes(seed), 560, 220, "2026-11-20T02:35:00Z", "")


def _difference(
    kind: str, register: Register, words: tuple[str, str, str], source: Source
) -> Discrepancy:
    return Discrepancy(
        f"{kind}:r1",
        kind,
        register,
        Level.YELLOW,
        *words,
        "m1",
        ("r1",),
        source,
        stale=source is TRAFFIC,
    )


DISCREPANCIES = (
    _difference(
        "HJ03",
        Register.PERSON,
        ("韩㛃", "与户主同户", "户号330106009876，户主韩某"),
        POLICE,
    ),
    _difference(
        "CL02",
        Register.VEHICLE,
        ("浙A·8K21Q", "已于2024年5月出售", "小型轿车，所有人沈䶮生，状态正常"),
        TRAFFIC,
    ),
    _difference(
        "FC03",
        Register.ESTATE,
        ("西湖区三墩镇华联村8组15号", "未申报", "继承份额1/4, 100平方米，2019年登记"),
        LAND,
    ),
)
EXPLANATIONS = (
    Explanation(
        "HJ03:r1",
        DiscrepancyState.REFUTED,
        "no_effect",
        "lives_together",
        "同住一处，一个灶具",
        "婚后户口未迁入，一直共同生活。",
        ("a1",),
        "i1",
        "2026-11-20T02:10:00Z",
    ),
    Explanation(
        "CL02:r1",
        DiscrepancyState.CONFIRMED,
        "exempt",
        "sold_delivered",
        "门前及车位未见该车",
        "车已卖给邻村王某并交付，因对方原因未过户。",
        ("a2", "a3"),
        "陈敏",
        "2026-11-20T02:14:00Z",
    ),
    Explanation("FC03:r1", DiscrepancyState.UNRESOLVED, "unresolved", "", "", "称从未使用。"),
)
ODD_JOBS = Income("i2", "m2", IncomeKind.WAGE, "钟点工", monthly=85000)
OWNED = CheckedProperty(
    money=2150000,
    capital=5000000,
    dwellings=(
        CheckedDwelling("e1", "文新街道骆家庄社区12幢3单元401室", 5630),
        CheckedDwelling(
            "e2", "西湖区三墩镇华联村8组15号", 10000, Fraction(1, 4), discrepancy="FC03:r1"
        ),
        CheckedDwelling("e3", "西湖区三墩镇厚诚街21号商铺", 2350, nonresidential=True),
    ),
    vehicles=(
        CheckedVehicle("c1", "浙A·8K21Q", "car", 8200000, "CL02:r1"),
        CheckedVehicle("c2", "浙A·D0316", "disability_compensation_vehicle"),
    ),
)
PHOTOS = tuple(
    Attachment(f"a{n}", f"sha256:p{n}", "photo", "image/jpeg", 1, words, "", "2026-11-20T02:08:00Z")
    for n, words in enumerate(("共同居住现场", "车辆转让协议", "买方身份证明", "厨房"), 1)
)


def _son(household: Household) -> Member:
    return replace(
        household.members[2],
        id="m4",
        name="沈建军",
        status=EmploymentStatus.EMPLOYED,
        study="",
        excluded="prison",
    )


def large(household: Household) -> Household:
    """Return the household with a son in prison and two obligors."""
    return replace(
        household,
        members=(*household.members, _son(household)),
        obligors=(
            Obligor("o1", "沈玉兰", "30", ("m1", "m2"), 780000, 3, 2, 2, 40000, consented=True),
            Obligor("o2", "沈建国", "73", ("m1",), 0, 1, 1, 1, exempt="dibao"),
        ),
        living_address="浙江省杭州市西湖区三墩镇华联村8组15号（亲属闲置农房，暂住）",
        near_relative=True,
    )


def large_visit(visit: Visit) -> Visit:
    """Return the visit with everything filled in."""
    return replace(
        visit,
        household=large(visit.household),
        kind=VisitKind.HALF_YEARLY,
        members=(
            *visit.members,
            CheckedMember("m4", EmploymentStatus.EMPLOYED, excluded="prison"),
        ),
        incomes=(
            *visit.incomes,
            replace(ODD_JOBS, monthly=112050, job_disregard=JobDisregard(40000, 3)),
            Income("i3", "m1", IncomeKind.PROPERTY, "土地流转", annual=120000),
        ),
        support=(CheckedSupport("o1", 780000, 3, 2, 2, 40000),),
        expenses=tuple(
            Expense(code, 1000 + 777 * n) for n, (code, _) in enumerate(living.EXPENSES)
        ),
        rigid=(
            CheckedRigid(RigidKind.MEDICAL, 1234567, 14),
            CheckedRigid(RigidKind.EDUCATION, 320000, 2),
        ),
        property=OWNED,
        explanations=EXPLANATIONS,
        living=replace(visit.living, leak=True, vehicle_seen="残疾人代步车1辆"),
        neighbours=(
            Neighbour("1", "", "楼下邻居", "很少外出，靠养老金和钟点工生活。", agrees=True),
            Neighbour("2", "王阿姨", "社区网格员", "女儿每月回来一两次，带些米油。"),
        ),
        attachments=PHOTOS,
        signatures=(
            signature("member", "韩㛃", 1),
            signature("investigator1", "陈敏", 4),
            signature("investigator2", "罗志强", 9),
            signature("witness", "骆晓芬", 12),
        ),
    )


def full_form(plain: VisitForm, jpeg: Callable[[int], bytes]) -> VisitForm:
    """Return the same household with everything a form can hold."""
    declaration = replace(
        plain.declaration,
        incomes=(
            *plain.declaration.incomes,
            ODD_JOBS,
            Income("i9", "m4", IncomeKind.WAGE, "务工", monthly=300000),
        ),
        rigid=(RigidExpense(RigidKind.MEDICAL, 1500000),),
    )
    decided = replace(
        plain.determination,
        action=Action.REDUCE,
        monthly=100000,
        rigid_annual=1554567,
        per_capita_after_rigid=0,
        overpaid=36000,
        finish_by=date(2027, 1, 20),
    )
    return replace(
        plain,
        visit=large_visit(plain.visit),
        determination=decided,
        declaration=declaration,
        discrepancies=DISCREPANCIES,
        photos={photo.sha: jpeg(n) for n, photo in enumerate(PHOTOS)},
    )


@pytest.fixture(scope="session")
def full(plain: VisitForm, jpeg: Callable[[int], bytes]) -> VisitForm:
    return full_form(plain, jpeg)
