"""责令退回通知书: what is printed on the paper and what the office is told besides."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import Fault
from caseworker_app.model.values import Month
from caseworker_app.paths import resource
from caseworker_app.rules.policy.reading import read_pack
from caseworker_app.rules.recovery.claim import Debt, claim
from caseworker_app.rules.recovery.notice import Notice, Told, month_lines, notice
from caseworker_app.rules.recovery.overpaid import Overpaid, instalments
from tests.rules.packs import NATIONAL

BEFORE, SINCE = date(2026, 6, 30), date(2026, 7, 1)
ZHEJIANG = read_pack(
    resource("packs", "zj_demo.toml").read_text(encoding="utf-8"), "zj_demo.toml", NATIONAL
)
FRAUD = Debt(Fault.FRAUD, 300_000)
CARELESS = Debt(Fault.NEGLIGENCE, 300_000)
DEAD = Debt(Fault.INNOCENT, 300_000, dead=True, estate=100_000)
FIRST = Month(2026, 11)
MONTHS = (
    Overpaid(Month(2026, 3), 150_000, 50_000),
    Overpaid(Month(2026, 4), 150_000, 0),
    Overpaid(Month(2026, 5), 50_000, 0),
)
TOLD = Told("张三", "低保金", "家庭成员就业后未告知", MONTHS, date(2026, 10, 31))


def cite(codes: Iterable[str]) -> str:
    return "、".join(f"〔{code}〕" for code in codes)


def written(debt: Debt, told: Told = TOLD, day: date = SINCE) -> Notice:
    return notice(claim(debt, day, ZHEJIANG), told, ZHEJIANG, cite)


def paragraph(title: str, debt: Debt, told: Told = TOLD, day: date = SINCE) -> str:
    return dict(written(debt, told, day).paragraphs)[title]


@pytest.mark.parametrize(
    ("debt", "titles"),
    [
        (FRAUD, "事实 依据 金额 退还办法 后果 救济途径"),
        (CARELESS, "事实 依据 金额 退还办法 救济途径"),
        (replace(CARELESS, fault=Fault.INNOCENT, gone=300_000), "事实 依据 金额 救济途径"),
    ],
)
def test_that_a_notice_goes_from_the_facts_to_the_remedies(debt: Debt, titles: str) -> None:
    assert [paragraph.title for paragraph in written(debt).paragraphs] == titles.split()


@pytest.mark.parametrize(
    ("debt", "ground"),
    [
        (FRAUD, "骗取救助金，依据〔SAL-73〕、〔N22-5.5〕，责令退回。"),
        (replace(CARELESS, fault=Fault.INNOCENT), "没有法律根据，依据〔CC-985〕，应当返还。"),
        (
            replace(CARELESS, fault=Fault.AUTHORITY),
            "没有法律根据，依据〔CC-985〕、〔DBM-39〕，应当返还；经办人员的责任另行处理。",
        ),
        (
            CARELESS,
            "没有依据，依据〔SAL-46〕、〔DBM-30〕、〔N22-5.5〕、〔CC-985〕，应当退还。",
        ),
        (
            replace(CARELESS, ignored=True),
            (
                "没有依据，依据〔SAL-46〕、〔DBM-30〕、〔N22-5.5〕、〔CC-985〕，应当退还。"
                "收到减发、停发决定后拒不执行，仍然领取，依据〔SAL-74〕，责令限期退回。"
            ),
        ),
        (
            DEAD,
            "依据〔CC-985〕，由继承人在遗产实际价值范围内退还；放弃继承的，不负退还责任。",
        ),
    ],
)
def test_that_the_ground_names_the_duty_and_leaves_the_punishment_to_its_place(
    debt: Debt, ground: str
) -> None:
    assert paragraph("依据", debt).endswith(ground)


@pytest.mark.parametrize(
    ("debt", "day", "consequences"),
    [
        (
            FRAUD,
            SINCE,
            (
                "可以并处骗取金额2倍以下、最高6,000元的罚款；拟处罚款的，依据〔APL-44〕，另行事先告知，"
                "你有权陈述、申辩，可以在5日内申请听证。依据〔ZJR-61〕，骗取情况记入个人信用记录。"
            ),
        ),
        (
            FRAUD,
            BEFORE,
            (
                "可以并处骗取金额1倍以上3倍以下、最高9,000元的罚款；拟处罚款的，依据〔APL-44〕，另行事先告知，"
                "你有权陈述、申辩，可以在5日内申请听证。依据〔ZJR-61〕，骗取情况记入个人信用记录。"
            ),
        ),
        (
            replace(FRAUD, ended=date(2023, 1, 1), found=date(2026, 6, 1)),
            SINCE,
            (
                "骗取行为终了已满二年才被发现，依据〔APL-44〕，不再处罚。"
                "依据〔ZJR-61〕，骗取情况记入个人信用记录。"
            ),
        ),
    ],
)
def test_that_who_cheated_is_told_what_follows_and_what_may_be_said_against_it(
    debt: Debt, day: date, consequences: str
) -> None:
    assert paragraph("后果", debt, day=day) == consequences


@pytest.mark.parametrize(
    ("debt", "amount"),
    [
        (FRAUD, "应退合计3,000元。"),
        (DEAD, "多发3,000元，其中2,000元超出遗产实际价值，不再追缴；应退合计1,000元。"),
        (
            replace(CARELESS, fault=Fault.INNOCENT, gone=120_000),
            (
                "多发3,000元，其中1,200元领取时不知道也不应当知道没有根据，且已不存在，不需返还；"
                "应退合计1,800元。"
            ),
        ),
    ],
)
def test_that_what_is_not_asked_back_is_told_with_its_reason(debt: Debt, amount: str) -> None:
    assert paragraph("金额", debt) == amount


@pytest.mark.parametrize(
    ("months", "debt", "who", "sums"),
    [
        (
            MONTHS,
            CARELESS,
            "张三2026年3月至2026年5月",
            "3个月，实发3,500元，应发500元，多发3,000元。",
        ),
        (
            MONTHS[:2],
            CARELESS,
            "张三2026年3月至2026年4月",
            "2个月，实发3,000元，应发500元，多发2,500元。",
        ),
        (MONTHS[1:2], CARELESS, "张三2026年4月", "1个月，实发1,500元，应发0元，多发1,500元。"),
        (MONTHS[2:], DEAD, "张三（已死亡）2026年5月", "1个月，实发500元，应发0元，多发500元。"),
    ],
)
def test_that_the_facts_tell_who_got_what_from_when_to_when(
    months: tuple[Overpaid, ...], debt: Debt, who: str, sums: str
) -> None:
    told = replace(TOLD, months=months)
    assert paragraph("事实", debt, told) == (f"家庭成员就业后未告知。{who}领取低保金{sums}")


@pytest.mark.parametrize(
    ("periods", "how"),
    [
        (1, "请在2026年11月一次退还3,000元，退至财政专户。"),
        (
            2,
            "自2026年11月至2026年12月分2期退至财政专户，每期1,500元，末期1,500元，合计3,000元。",
        ),
        (7, "自2026年11月至2027年5月分7期退至财政专户，每期428元，末期432元，合计3,000元。"),
    ],
)
def test_that_a_plan_is_told_from_its_first_month_to_its_last(periods: int, how: str) -> None:
    plan = instalments(300_000, periods, FIRST)
    assert paragraph("退还办法", FRAUD, replace(TOLD, periods=periods, plan=plan)) == how


def test_that_without_a_plan_all_is_returned_at_once_by_a_day() -> None:
    assert paragraph("退还办法", FRAUD) == (
        "请在2026年10月31日前退至财政专户。一次退还有困难的，可以在此日前申请分期退还。"
    )
    at_once = replace(TOLD, plan=instalments(300_000, 1, FIRST))
    assert paragraph("退还办法", FRAUD, at_once).startswith("请在2026年11月一次退还")


def test_that_the_table_of_a_notice_shows_each_month_with_its_difference() -> None:
    assert month_lines(MONTHS) == (
        ("2026年3月", "1,500元", "500元", "1,000元"),
        ("2026年4月", "1,500元", "0元", "1,500元"),
        ("2026年5月", "500元", "0元", "500元"),
    )


@pytest.mark.parametrize(
    ("debt", "total", "periods", "cautions"),
    [
        (FRAUD, 300_000, 3, ()),
        (replace(FRAUD, amount=299_999), 299_999, 3, ("逐月差额",)),
        (FRAUD, 200_000, 2, ("分期合计",)),
        (FRAUD, 300_000, 40, ("分期40个月", "每期75元")),
        (DEAD, 100_000, 2, ()),
        (DEAD, 300_000, 3, ("分期合计",)),
    ],
)
def test_that_the_office_is_told_where_sums_disagree_or_a_plan_goes_too_far(
    debt: Debt, total: int, periods: int, cautions: tuple[str, ...]
) -> None:
    told = replace(TOLD, periods=periods, plan=instalments(total, periods, FIRST))
    found = written(debt, told).cautions
    assert len(found) == len(cautions)
    assert all(map(str.startswith, found, cautions))


def test_that_without_a_plan_only_the_sum_of_the_months_is_held_against_the_debt() -> None:
    assert written(FRAUD).cautions == ()
    assert written(replace(FRAUD, amount=310_000)).cautions == (
        "逐月差额合计3,000元，与多发3,100元不符。",
    )
