from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st

from caseworker_app.model.codes import Fault
from caseworker_app.model.values import Month
from caseworker_app.paths import resource
from caseworker_app.rules.policy.reading import read_pack
from caseworker_app.rules.recovery.claim import Claim, Debt, claim
from caseworker_app.rules.recovery.notice import Notice, Told, month_lines, notice
from caseworker_app.rules.recovery.overpaid import Overpaid, instalments, overpaid, total
from tests.rules.packs import NATIONAL, PACK

BEFORE, SINCE = date(2026, 6, 30), date(2026, 7, 1)
NATIONAL_PACK = read_pack(NATIONAL, "national.toml")
ZHEJIANG = read_pack(
    resource("packs", "zj_demo.toml").read_text(encoding="utf-8"), "zj_demo.toml", NATIONAL
)
FRAUD = Debt(Fault.FRAUD, 300_000)
MONTHS = (
    Overpaid(Month(2026, 3), 150_000, 50_000),
    Overpaid(Month(2026, 4), 150_000, 0),
    Overpaid(Month(2026, 5), 50_000, 0),
)
TOLD = Told("张三", "低保金", "家庭成员就业后未告知", MONTHS, date(2026, 10, 31))


def cite(codes: Iterable[str]) -> str:
    return "、".join(f"〔{code}〕" for code in codes)


def printed(asked: Claim, told: Told = TOLD) -> dict[str, str]:
    return dict(written(asked, told).paragraphs)


def written(asked: Claim, told: Told = TOLD) -> Notice:
    return notice(asked, told, ZHEJIANG, cite)


def test_that_months_paid_too_much_are_reckoned_by_what_was_due_from_when() -> None:
    due = {Month(2026, 2): 80_000, Month(2026, 4): 50_000}
    paid = {Month(2026, m): 90_000 for m in (1, 2, 3, 4)} | {Month(2026, 5): 40_000}
    found = overpaid(due, paid)
    assert found == (
        (Month(2026, 2), 90_000, 80_000),
        (Month(2026, 3), 90_000, 80_000),
        (Month(2026, 4), 90_000, 50_000),
    )
    assert total(found) == 60_000


AMOUNTS = st.integers(0, 10**6)


@given(
    st.dictionaries(st.integers(1, 12), AMOUNTS),
    st.integers(1, 12),
    AMOUNTS,
    st.integers(0, 10**5),
)
def test_that_who_was_due_more_was_never_paid_more_too_much(
    paid: dict[int, int], since: int, due: int, more: int
) -> None:
    months = {Month(2026, m): fen for m, fen in paid.items()}
    low = overpaid({Month(2026, since): due}, months)
    high = overpaid({Month(2026, since): due + more}, months)
    assert total(high) <= total(low)
    assert all(m.over > 0 and m.month >= Month(2026, since) for m in low)


def test_that_fraud_is_fined_up_to_twice_since_the_law_and_one_to_three_times_before() -> None:
    since, before = claim(FRAUD, SINCE, PACK), claim(FRAUD, BEFORE, PACK)
    assert (since.fine_least, since.fine_most, since.articles[0]) == (0, 600_000, "SAL-73")
    assert (before.fine_least, before.fine_most, before.articles[0]) == (300_000, 900_000, "IM-68")
    assert "IM-68" not in since.articles
    assert "1倍以上3倍以下、最高9,000元" in printed(before)["后果"]
    assert "骗取金额2倍以下、最高6,000元" in printed(since)["后果"]
    assert "5日内申请听证" in printed(since)["后果"]


def test_that_credit_is_touched_only_where_the_province_says_so() -> None:
    assert claim(FRAUD, SINCE, PACK).credit
    assert "个人信用" in printed(claim(FRAUD, SINCE, PACK))["后果"]
    elsewhere = claim(FRAUD, SINCE, NATIONAL_PACK)
    assert not elsewhere.credit
    assert "ZJR-61" not in elsewhere.articles
    assert "信用" not in printed(elsewhere)["后果"]


def test_that_fraud_not_found_for_two_years_is_returned_and_not_fined() -> None:
    late = replace(FRAUD, ended=date(2024, 6, 30), found=date(2026, 7, 1))
    asked = claim(late, SINCE, PACK)
    assert (asked.lapsed, asked.fine_most, asked.returned) == (True, 0, 300_000)
    assert "不再处罚" in printed(asked)["后果"]
    in_time = claim(replace(late, found=date(2026, 6, 30)), SINCE, PACK)
    assert (in_time.lapsed, in_time.fine_most) == (False, 600_000)
    assert not claim(replace(late, found=None), SINCE, PACK).lapsed


@pytest.mark.parametrize("fault", [Fault.NEGLIGENCE, Fault.INNOCENT, Fault.AUTHORITY])
def test_that_who_did_not_cheat_is_not_fined(fault: Fault) -> None:
    asked = claim(Debt(fault, 300_000), SINCE, PACK)
    assert (asked.fine_most, asked.credit, asked.returned) == (0, False, 300_000)
    assert "CC-985" in asked.articles
    assert "后果" not in printed(asked)


@pytest.mark.parametrize("fault", [Fault.INNOCENT, Fault.AUTHORITY])
def test_that_what_is_gone_in_good_faith_is_left(fault: Fault) -> None:
    asked = claim(Debt(fault, 300_000, gone=120_000), SINCE, PACK)
    assert (asked.returned, asked.left) == (180_000, 120_000)
    assert "其中1,200元领取时不知道" in printed(asked)["金额"]
    careless = claim(Debt(Fault.NEGLIGENCE, 300_000, gone=120_000), SINCE, PACK)
    assert careless.returned == 300_000


def test_that_nothing_is_asked_for_where_all_of_it_is_gone() -> None:
    asked = claim(Debt(Fault.INNOCENT, 300_000, gone=900_000), SINCE, PACK)
    assert asked.returned == 0
    assert "退还办法" not in printed(asked)


def test_that_the_office_answers_for_its_own_error() -> None:
    asked = claim(Debt(Fault.AUTHORITY, 300_000), SINCE, PACK)
    assert "DBM-39" in asked.articles
    assert "经办人员的责任另行处理" in printed(asked)["依据"]


def test_that_heirs_return_within_the_estate_and_are_not_punished() -> None:
    asked = claim(replace(FRAUD, dead=True, estate=100_000, ignored=True), SINCE, PACK)
    assert (asked.returned, asked.left, asked.fine_most) == (100_000, 200_000, 0)
    assert (asked.credit, asked.ordered, asked.articles) == (False, False, ("CC-985",))
    told = printed(asked)
    assert "遗产实际价值范围内" in told["依据"]
    assert "超出遗产实际价值" in told["金额"]
    assert "张三（已死亡）" in told["事实"]
    assert claim(replace(FRAUD, dead=True), SINCE, PACK).returned == 300_000
    assert claim(replace(FRAUD, dead=True, estate=10**9), SINCE, PACK).left == 0


def test_that_keeping_it_in_spite_of_a_decision_is_ordered_back_since_the_law() -> None:
    ignored = Debt(Fault.NEGLIGENCE, 300_000, ignored=True)
    assert "SAL-74" in claim(ignored, SINCE, PACK).articles
    assert "〔SAL-74〕，责令限期退回" in printed(claim(ignored, SINCE, PACK))["依据"]
    assert not claim(ignored, BEFORE, PACK).ordered


@pytest.mark.parametrize(
    ("debt", "before", "since"),
    [
        (FRAUD, "IM-68 N22-5.5 APL-44 ZJR-61", "SAL-73 N22-5.5 APL-44 ZJR-61"),
        (
            replace(FRAUD, ignored=True),
            "IM-68 N22-5.5 APL-44 ZJR-61",
            "SAL-73 N22-5.5 SAL-74 APL-44 ZJR-61",
        ),
        (
            Debt(Fault.NEGLIGENCE, 1),
            "DBM-30 N22-5.5 CC-985",
            "SAL-46 DBM-30 N22-5.5 CC-985",
        ),
        (Debt(Fault.INNOCENT, 1), "CC-985", "CC-985"),
        (Debt(Fault.AUTHORITY, 1), "CC-985 DBM-39", "CC-985 DBM-39"),
        (
            Debt(Fault.AUTHORITY, 1, ignored=True),
            "CC-985 DBM-39",
            "CC-985 DBM-39 SAL-74",
        ),
        *((Debt(fault, 1, dead=True, ignored=True), "CC-985", "CC-985") for fault in Fault),
    ],
)
def test_that_a_claim_rests_on_the_duty_that_was_broken(
    debt: Debt, before: str, since: str
) -> None:
    assert claim(debt, BEFORE, PACK).articles == tuple(before.split())
    assert claim(debt, SINCE, PACK).articles == tuple(since.split())


@pytest.mark.parametrize("day", [BEFORE, SINCE])
@pytest.mark.parametrize(
    "debt",
    [
        Debt(Fault.NEGLIGENCE, 300_000),
        Debt(Fault.INNOCENT, 300_000),
        Debt(Fault.AUTHORITY, 300_000),
        replace(FRAUD, dead=True),
        replace(FRAUD, ended=date(2023, 1, 1), found=date(2026, 6, 1)),
    ],
)
def test_that_where_nobody_is_fined_nothing_is_told_of_a_fine(debt: Debt, day: date) -> None:
    asked = claim(debt, day, PACK)
    assert (asked.fine_least, asked.fine_most, asked.multiple) == (0, 0, 0)


def test_that_only_fraud_of_the_living_lapses() -> None:
    ended, found = date(2020, 1, 1), date(2026, 6, 1)
    assert claim(replace(FRAUD, ended=ended, found=found), SINCE, PACK).lapsed
    for debt in (Debt(Fault.NEGLIGENCE, 1), replace(FRAUD, dead=True)):
        assert not claim(replace(debt, ended=ended, found=found), SINCE, PACK).lapsed
    assert not claim(replace(FRAUD, found=date(2026, 6, 1)), SINCE, PACK).lapsed


@pytest.mark.parametrize(
    ("debt", "left"),
    [
        (Debt(Fault.NEGLIGENCE, 300_000), 0),
        (Debt(Fault.NEGLIGENCE, 300_000, gone=1), 0),
        (FRAUD, 0),
        (replace(FRAUD, gone=300_000), 0),
        (Debt(Fault.INNOCENT, 300_000), 0),
        (Debt(Fault.INNOCENT, 300_000, gone=1), 1),
        (Debt(Fault.AUTHORITY, 300_000, gone=400_000), 300_000),
        (Debt(Fault.INNOCENT, 300_000, gone=300_000, dead=True), 0),
        (Debt(Fault.INNOCENT, 300_000, dead=True, estate=0), 300_000),
        (Debt(Fault.INNOCENT, 300_000, dead=True, estate=299_999), 1),
        (Debt(Fault.INNOCENT, 300_000, dead=True, estate=300_000), 0),
        (Debt(Fault.INNOCENT, 300_000, dead=True, estate=300_001), 0),
    ],
)
def test_that_only_what_is_gone_in_good_faith_or_beyond_the_estate_is_left(
    debt: Debt, left: int
) -> None:
    asked = claim(debt, SINCE, PACK)
    assert (asked.left, asked.returned) == (left, 300_000 - left)


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("day", [date(2022, 1, 1), BEFORE, SINCE])
def test_that_only_articles_in_force_are_cited(fault: Fault, day: date) -> None:
    asked = claim(Debt(fault, 300_000), day, PACK)
    assert asked.articles
    assert ("SAL-73" in asked.articles) == (fault is Fault.FRAUD and day >= SINCE)
    assert not (day < SINCE and any(code.startswith("SAL") for code in asked.articles))


def test_that_the_facts_tell_months_and_sums() -> None:
    told = printed(claim(FRAUD, SINCE, PACK))
    assert told["事实"] == (
        "家庭成员就业后未告知。张三2026年3月至2026年5月领取低保金3个月，"
        "实发3,500元，应发500元，多发3,000元。"
    )
    assert told["金额"] == "应退合计3,000元。"
    assert told["退还办法"].startswith("请在2026年10月31日前退至财政专户。")
    assert told["救济途径"] == (
        "不服本决定的，可以自知道之日起60日内申请行政复议，或者自知道之日起6个月内提起行政诉讼；"
        "不服复议决定的，可以自收到复议决定书之日起15日内提起行政诉讼。"
    )
    one = replace(TOLD, months=MONTHS[:1])
    assert "张三2026年3月领取" in printed(claim(FRAUD, SINCE, PACK), one)["事实"]
    assert month_lines(MONTHS)[0] == ("2026年3月", "1,500元", "500元", "1,000元")


def test_that_a_pack_without_that_limit_says_nothing_of_it() -> None:
    without = "\n".join(
        line for line in NATIONAL.splitlines() if not line.startswith("lawsuit_after")
    )
    text = dict(
        notice(claim(FRAUD, SINCE, PACK), TOLD, read_pack(without, "n.toml"), cite).paragraphs
    )
    assert text["救济途径"].endswith("6个月内提起行政诉讼。")


def test_that_instalments_are_told_and_held_against_the_pack() -> None:
    asked = claim(FRAUD, SINCE, PACK)
    plan = instalments(300_000, 3, Month(2026, 11))
    found = written(asked, replace(TOLD, periods=3, plan=plan))
    assert dict(found.paragraphs)["退还办法"] == (
        "自2026年11月至2027年1月分3期退至财政专户，每期1,000元，末期1,000元，合计3,000元。"
    )
    assert found.cautions == ()
    whole = replace(TOLD, plan=instalments(300_000, 1, Month(2026, 11)))
    assert "2026年11月一次退还3,000元" in printed(asked, whole)["退还办法"]
    far = replace(TOLD, periods=40, plan=instalments(300_000, 40, Month(2026, 11)))
    assert len(written(asked, far).cautions) == 2


def test_that_sums_that_do_not_agree_are_told_to_the_office() -> None:
    asked = claim(replace(FRAUD, amount=310_000), SINCE, PACK)
    plan = instalments(300_000, 3, Month(2026, 11))
    assert written(asked, replace(TOLD, periods=3, plan=plan)).cautions == (
        "逐月差额合计3,000元，与多发3,100元不符。",
        "分期合计3,000元，与应退3,100元不符。",
    )


@given(
    st.sampled_from(Fault),
    st.integers(1, 10**7),
    st.integers(0, 10**7),
    st.one_of(st.none(), st.integers(0, 10**7)),
    st.dates(date(2021, 7, 1), date(2027, 1, 1)),
)
def test_that_what_is_asked_and_what_is_left_are_the_whole(
    fault: Fault, amount: int, gone: int, estate: int | None, day: date
) -> None:
    dead = estate is not None
    debt = Debt(fault, amount, dead=dead, estate=estate, gone=gone)
    asked = claim(debt, day, PACK)
    assert asked.returned + asked.left == amount
    assert 0 <= asked.returned <= amount
    assert asked.fine_least <= asked.fine_most <= 3 * amount
    assert asked.fine_most == 0 or (fault is Fault.FRAUD and not dead)
