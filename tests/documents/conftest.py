"""A plain household to print, a maker of photos, a reader of pages."""

import io
from collections.abc import Callable
from datetime import date

import pypdfium2
import pytest
from PIL import Image

from caseworker_app.documents.visit_form import VisitForm
from caseworker_app.model.codes import (
    Action,
    Category,
    EmploymentStatus,
    IncomeKind,
    Recheck,
    VisitKind,
)
from caseworker_app.model.declaration import Declaration, DeclaredPerson
from caseworker_app.model.determination import Determination, Reason
from caseworker_app.model.economy import Income
from caseworker_app.model.household import Disability, Household, Member
from caseworker_app.model.id_number import check_digit
from caseworker_app.model.values import Month
from caseworker_app.model.visit import (
    CheckedDwelling,
    CheckedMember,
    CheckedProperty,
    Expense,
    Investigator,
    LivingCondition,
    Visit,
)

DAY = date(2026, 11, 20)
DIGEST = "sha256:" + "0f1e2d3c4b5a69788796a5b4c3d2e1f0" * 2
PACK_HASH = "sha256:" + "c0ffee12ab34" + "0" * 52


def id_number(serial: int, born: str) -> str:
    """Return a well-formed invented identity number."""
    first = f"330106{born}{serial:03d}"
    return first + check_digit(first)


def a_photo(shade: int = 0, wide: int = 320, high: int = 240) -> bytes:
    """Return a small photo; another shade is another photo."""
    image = Image.linear_gradient("L").resize((wide, high)).point(lambda v: (v + shade * 37) % 256)
    file = io.BytesIO()
    image.convert("RGB").save(file, "JPEG", quality=60)
    return file.getvalue()


HEAD = Member(
    id="m1",
    name="沈䶮生",
    id_number=id_number(21, "19580312"),
    relation="02",
    status=EmploymentStatus.UNABLE,
    marital="21",
    hukou_number="330106001234",
    disability=Disability(4, 2),
)
WIFE = Member(
    id="m2",
    name="韩㛃",
    id_number=id_number(42, "19610705"),
    relation="12",
    status=EmploymentStatus.IDLE,
    marital="21",
    idle_exempt="sole_carer_of_severe",
)
SON = Member(
    id="m3",
    name="沈𬭩𪚥",
    id_number=id_number(33, "20080921"),
    relation="20",
    status=EmploymentStatus.STUDENT,
    study="senior_secondary",
)
HOUSEHOLD = Household(
    id="h1",
    number="ZJ330106202100317",
    category=Category.DIBAO,
    monthly=182100,
    since=Month(2021, 4),
    head_id="m1",
    region="330106010007",
    village="文新街道骆家庄社区",
    registered_address="浙江省杭州市西湖区文新街道骆家庄社区12幢3单元401室",
    living_address="浙江省杭州市西湖区文新街道骆家庄社区12幢3单元401室",
    phone="138****1187",
    hukou_number="330106001234",
    members=(HEAD, WIFE, SON),
    last_check=date(2025, 11, 18),
    bank_tail="6217",
)
INVESTIGATORS = (
    Investigator("i1", "陈敏", "文新街道公共服务办公室"),
    Investigator("i2", "罗志强", "骆家庄社区社会救助服务站", township=False),
)
PENSION = Income(
    "i1", "m1", IncomeKind.TRANSFER, "城乡居民养老金", monthly=38000, excluded_part=14300
)
REASON = Reason(
    "认定结论",
    "低保",
    "月人均收入276.67元低于低保标准1,301元，财产符合规定",
    ("DBM-14", "SAL-18"),
    parts=(
        Reason(
            "家庭年收入",
            "9,960元",
            "（养老金380 - 中央基础部分143 + 零工593） × 12",
            ("DBM-13",),
            parts=(
                Reason("沈䶮生 转移净收入", "237元/月", "380 - 143", ("DBM-13",)),
                Reason("韩㛃 推算收入", "0元/月", "独自照料重度残疾家人，不推算", ("DBM-13",)),
            ),
        ),
        Reason("月人均收入", "276.67元", "9,960 ÷ 12 ÷ 3", ("DBM-13",)),
        Reason("家庭财产", "符合", "货币财产3,200元，未超过标准4年之和；住房1套", ("DBM-14",)),
        Reason("补差额", "3,073元/月", "1,301 × 3 - 830，向上取整到元", ("SAL-18",)),
        Reason(
            "分类施保",
            "391元/月",
            "重度残疾：1,301 × 20% = 261；未成年人：1,301 × 10% = 130",
            ("SAL-20",),
        ),
    ),
)
DECIDED = Determination(
    as_of=DAY,
    counted=("m1", "m2", "m3"),
    income_annual=996000,
    per_capita=27667,
    category=Category.DIBAO,
    gap=307300,
    top_up=39100,
    monthly=346400,
    action=Action.INCREASE,
    from_month=Month(2026, 12),
    recheck=Recheck.HALF_YEARLY,
    decided_by=("SAL-18", "SAL-20", "DBM-13", "DBM-31"),
    pack_id="ZJ-DEMO-2025",
    pack_hash=PACK_HASH,
    standard=130100,
    reason=REASON,
)
LIVING = LivingCondition(
    tenure="own",
    structure="4",
    decoration="simple",
    safety="B",
    kitchen="own_stove",
    food="plain",
    water="tap",
    bedding="fair",
    appliances=("tv", "fridge", "washer"),
    care_need="daily",
    impression="as_declared",
    note="户主长期卧床，由妻子照料；家具陈旧，未见高价消费品。",
)


def plain_form() -> VisitForm:
    """Return three members, one pension, nothing found, nobody's ink yet."""
    visit = Visit(
        id="v1",
        household=HOUSEHOLD,
        kind=VisitKind.YEARLY,
        day=DAY,
        investigators=INVESTIGATORS,
        present="m2",
        members=tuple(
            CheckedMember(
                m.id,
                m.status,
                met=m.id != "m3",
                study=m.study,
                idle_exempt=m.idle_exempt,
                disability=m.disability,
            )
            for m in HOUSEHOLD.members
        ),
        incomes=(PENSION,),
        expenses=(Expense("food", 90000), Expense("power", 8650), Expense("medical", 45000)),
        property=CheckedProperty(
            money=320000,
            dwellings=(CheckedDwelling("e1", HOUSEHOLD.living_address, 5630),),
        ),
        living=LIVING,
        opinion="该户情况与申报一致，建议按现行标准重新核定。",
    )
    declaration = Declaration(
        household_id="h1",
        signed=date(2026, 11, 2),
        region=HOUSEHOLD.region,
        hukou_number=HOUSEHOLD.hukou_number,
        head="m1",
        persons=tuple(
            DeclaredPerson(m.id, m.name, m.id_number, m.marital, m.hukou_number)
            for m in HOUSEHOLD.members
        ),
        incomes=(PENSION,),
    )
    return VisitForm(
        visit=visit,
        determination=DECIDED,
        discrepancies=(),
        declaration=declaration,
        number="330106-2026-F01-000123",
        issued=DAY,
        pack_name="浙江样式演示规则包",
        digest=DIGEST,
    )


@pytest.fixture(scope="session")
def plain() -> VisitForm:
    return plain_form()


@pytest.fixture(scope="session")
def jpeg() -> Callable[[int], bytes]:
    """Return a maker of small photos; another number is another photo."""
    return a_photo


@pytest.fixture(scope="session")
def read() -> Callable[[bytes], list[str]]:
    """Return a reader of the text of each page."""

    def text(pdf: bytes) -> list[str]:
        with pypdfium2.PdfDocument(pdf) as document:
            return [page.get_textpage().get_text_range() for page in document]

    return text
