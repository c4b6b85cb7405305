"""The answer in words: who is counted, what is done, by which articles, within which pack."""

from datetime import date
from typing import NamedTuple

import pytest

from caseworker_app.model.economy import Death, EconomicStatus
from caseworker_app.model.values import Month
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import with_override
from tests.rules.explanation.steps import said, step, values_of
from tests.rules.homes import ALONE, SEVERE, by_work, home, pension, person, receiving, wage
from tests.rules.packs import PACK

OTHER = with_override(PACK, {"dibao": 1400})
EARLY = date(2024, 1, 1)
TWO = (person(), person("p2"))
FAMILY = home(
    person("p1", excluded="prison"), person("p2"), person("p3", excluded="odd"), person("p4")
)
APPLIES = home(person(status="employed"), SEVERE, incomes=(wage("p1", 20_000),), **ALONE)
RUNS_TO = "自2025-07起执行（作出决定的次月）"
CYCLE = "recheck.reading time_limits.months.recheck_{}"


def bereaved(before: int, *months: int) -> EconomicStatus:
    """Return a household of one left of two, and the months of 2025 paid since the death."""
    death = Death("p2", date(2025, 4, 30), tuple(Month(2025, month) for month in months))
    return home(*TWO, death=death, **receiving(before))


class Row(NamedTuple):
    status: EconomicStatus
    label: str
    said: str
    articles: str
    values: str = ""
    pack: Pack = PACK


ROWS = {
    "how many are counted": Row(FAMILY, "共同生活的家庭成员", "2人：", "DBM-7"),
    "one counted": Row(FAMILY, "成员 p2", "计入：50周岁，无劳动能力", "DBM-7"),
    "one not counted": Row(FAMILY, "成员 p1", "不计入：服刑：50周岁，无劳动能力", "DBM-7"),
    "one not counted for a reason nobody knows": Row(
        FAMILY, "成员 p3", "不计入：odd：50周岁，无劳动能力", "DBM-7"
    ),
    "one beside whom another applies alone": Row(
        APPLIES, "成员 p1", "不计入：不在本次申请之内：50周岁，在业", "DBM-7"
    ),
    "what is done": Row(
        home(person()),
        "处理",
        f"新纳入低保：原不符合0元，现每月1,301元；{RUNS_TO}",
        "DBM-21 ZJR-56",
    ),
    "grace": Row(
        by_work(2000),
        "处理",
        f"渐退：原低保800元，现每月800元；{RUNS_TO}",
        "DBM-33 N22-1.3 DBM-21 ZJR-56",
    ),
    "how long grace lasts": Row(
        by_work(2000),
        "渐退期",
        "6个月：按原金额发至2025-12，期满转低边",
        "DBM-33 N22-1.3",
        "income.grace_months income.grace_pays",
    ),
    "months paid after a death": Row(
        bereaved(2602, 5, 6),
        "死亡后多发",
        "2,602元：(原2,602元 − 现1,301元) × 2个月",
        "N22-1.3 DBM-32 CC-985",
        "national.death_finish_within_months",
    ),
    "a death after which nothing was paid": Row(
        bereaved(2602),
        "死亡后多发",
        "0元：(原2,602元 − 现1,301元) × 0个月",
        "N22-1.3 DBM-32",
        "national.death_finish_within_months",
    ),
    "a death by which nothing is lost": Row(
        bereaved(1301, 6),
        "死亡后多发",
        "0元：(原1,301元 − 现1,301元) × 0个月",
        "N22-1.3 DBM-32",
        "national.death_finish_within_months",
    ),
    "what is paid back is no ground of what is done": Row(
        bereaved(2602, 6),
        "处理",
        f"减发：原低保2,602元，现每月1,301元；{RUNS_TO}",
        "DBM-32 SAL-47 IM-13 SAL-48 N22-1.3 DBM-21 ZJR-56",
    ),
    "the cycle of tekun": Row(
        home(person(age=70, no_able_obligor=True)),
        "复核周期",
        "每年复核：特困人员每年复核",
        "DBM-31 REF-7",
        "time_limits.months.recheck_yearly",
    ),
    "a yearly cycle": Row(
        home(person()),
        "复核周期",
        "每年复核：短期内经济状况变化不大",
        "DBM-31",
        CYCLE.format("yearly"),
    ),
    "a half-yearly cycle": Row(
        by_work(1000),
        "复核周期",
        "每半年复核：有成员在业、打零工或有劳动能力",
        "DBM-31",
        CYCLE.format("half_yearly"),
    ),
    "a pack with a value of its own": Row(
        home(person()),
        "规则包",
        "有效：2025-01-23至2026-12-31；本例另行设定：dibao=1400",
        "",
        "",
        OTHER,
    ),
    "a pack not yet in force": Row(
        home(person(), as_of=EARLY),
        "规则包",
        "行为日不在规则包有效期内，请核对标准：2025-01-23至2026-12-31",
        "",
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_that_each_step_of_the_answer_tells_its_facts_and_its_grounds(name: str) -> None:
    row = ROWS[name]
    found = step(row.status, row.label, row.pack)
    assert said(found) == row.said
    assert " ".join(found.articles) == row.articles
    assert values_of(found) == row.values


ALWAYS = "共同生活的家庭成员 家庭年收入 家庭财产 类别认定 每月救助金 处理 {}复核周期 法律依据{}"


@pytest.mark.parametrize(
    ("status", "pack", "death", "more"),
    [
        (home(person()), PACK, "", ""),
        (bereaved(2602), PACK, "死亡后多发 ", ""),
        (home(person(age=70)), PACK, "", " 需要留意"),
        (home(person()), OTHER, "", " 规则包"),
        (home(person(), as_of=EARLY), PACK, "", " 规则包"),
        (home(person(age=70), as_of=EARLY), PACK, "", " 需要留意 规则包"),
    ],
    ids=["plain", "a death", "a doubt", "an override", "a day before the pack", "both"],
)
def test_that_the_answer_has_its_steps_in_their_order(
    status: EconomicStatus, pack: Pack, death: str, more: str
) -> None:
    parts = determine(status, pack).reason.parts
    assert " ".join(part.label for part in parts) == ALWAYS.format(death, more)


def test_that_the_answer_stands_first_with_its_pack() -> None:
    found = determine(home(person(), **receiving(1400)), PACK)
    assert said(found.reason) == "低保，每月1,301元，减发："
    assert found.reason.label == "认定结论"
    assert found.reason.source == "规则包 ZJ-DEMO-2025"
    assert found.reason.articles == found.decided_by


def test_that_each_article_says_whether_it_was_law_on_the_day() -> None:
    told = step(home(person()), "法律依据")
    later = {part.label for part in told.parts if part.value.endswith("尚未施行")}
    assert later == {"SAL-18"}
    assert {part.value for part in told.parts if part.label not in later} == {"现行"}
    assert [(part.label,) for part in told.parts] == [part.articles for part in told.parts]
    assert said(told) == f"{len(told.parts) - 1}条在行为日施行："
    first_day = step(home(person(), as_of=date(2026, 7, 1)), "法律依据")
    assert said(first_day) == f"{len(first_day.parts)}条在行为日施行："


def test_that_what_to_look_at_is_told_one_by_one_and_counted() -> None:
    status = home(person("p1", age=66), person("p2", excluded="odd"))
    told = step(status, "需要留意")
    assert told.value == "2处"
    assert [(part.label, part.value) for part in told.parts] == [("提示", "请核对")] * 2
    assert [part.articles for part in told.parts] == [("DBM-7",), ("TKM-4", "TKM-8")]


def test_that_doubts_come_before_paths_that_pay_more() -> None:
    near = person(disability=SEVERE.disability)
    status = home(near, person("p2", excluded="odd"), incomes=(pension("p1", 1255),))
    first, *_, last = determine(status, PACK).remarks
    assert "未见于规定" in first.text
    assert "比按法定顺序认定的多995元" in last.text
