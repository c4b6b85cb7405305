"""Values of a pack in words."""

from datetime import date
from decimal import Decimal

import pytest

from caseworker_app.rules.policy.labels import Measure
from caseworker_app.rules.policy.pack import Source
from caseworker_app.rules.policy.words import basis, grouped, label, parameters, words


@pytest.mark.parametrize(
    ("value", "measure", "told"),
    [
        (True, Measure.TEXT, "是"),
        (False, Measure.TEXT, "否"),
        ("min_wage", Measure.MONTHLY, "最低工资"),
        ("县通知", Measure.TEXT, "县通知"),
        (["visual", "hearing"], Measure.TEXT, "视力、听力"),
        ([], Measure.TEXT, "无"),
        ({}, Measure.TEXT, "无"),
        ([{"income_below_share_of_standard": Decimal("0.35"), "monthly": 560}], Measure.TEXT,
         "人均收入低于标准的35%，发560元/月"),
        (1301, Measure.MONTHLY, "1,301元/月"),
        (Decimal("785.9"), Measure.MONTHLY, "785.90元/月"),
        (41314, Measure.YEARLY, "41,314元/年"),
        (100, Measure.YUAN, "100元"),
        (Decimal("40.2"), Measure.AREA, "40.2平方米"),
        (Decimal("0.3"), Measure.RATE, "30%"),
        (Decimal("1.5"), Measure.MULTIPLE, "1.5倍"),
        (12, Measure.MONTHS, "12个月"),
        (6, Measure.MONTH_END, "6月底"),
        (3, Measure.TEXT, "3"),
        (3, Measure.COUNT, "3"),
        (date(2026, 7, 1), Measure.TEXT, "2026-07-01"),
    ],
)  # fmt: skip
def test_that_a_value_is_said_with_its_unit(value: object, measure: Measure, told: str) -> None:
    assert words(value, measure) == told


@pytest.mark.parametrize(
    ("path", "told", "measure"),
    [
        ("standards.dibao", "低保标准", Measure.MONTHLY),
        ("standards.tekun_care.able", "特困照料护理标准（全自理）", Measure.MONTHLY),
        ("top_up.amount.elder_62", "分类施保定额（62周岁以上老年人）", Measure.MONTHLY),
        ("registers.shelf_days.person", "数据有效天数（户籍）", Measure.DAYS),
        ("registers.shelf_days_by_department.教育", "部门数据有效天数（教育）", Measure.DAYS),
        ("single_listed.severe_disability.extra.hearing", "另计为重度的残疾等级（听力）",
         Measure.TEXT),
        ("a.b", "a.b", Measure.TEXT),
    ],
)  # fmt: skip
def test_that_a_value_has_the_name_of_the_trade(path: str, told: str, measure: Measure) -> None:
    assert label(path) == (told, measure)


@pytest.mark.parametrize(
    ("since", "text", "told"),
    [
        (date(2025, 1, 23), "市通知", "自2025-01-23起，市通知"),
        (date(2025, 1, 23), "", "自2025-01-23起"),
        (None, "市通知", "市通知"),
        (None, "", "规则包未注明出处"),
    ],
)
def test_that_it_is_said_since_when_and_by_which_paper(
    since: date | None, text: str, told: str
) -> None:
    assert basis(Source(since, text)) == told


def test_that_what_stands_in_a_dated_table_has_the_source_of_the_table() -> None:
    values = {"standards": {"tekun_care": {"able": 0, "full": 1}, "dibao": 2}}
    found = parameters(values, {"standards.tekun_care": Source(date(2025, 1, 23), "市通知")})

    assert {path: told.basis for path, told in found.items()} == {
        "standards.tekun_care.able": "自2025-01-23起，市通知",
        "standards.tekun_care.full": "自2025-01-23起，市通知",
        "standards.dibao": "规则包未注明出处",
    }
    assert [told.source for told in found.values()] == [*found]


def test_that_values_are_found_by_their_path_and_by_that_of_every_table_around() -> None:
    found = parameters({"a": {"b": {"c": 1, "d": 2}}, "e": 3}, {})
    c, d, e = found.values()

    assert grouped(found) == {
        "a": (c, d), "a.b": (c, d), "a.b.c": (c,), "a.b.d": (d,), "e": (e,),
    }  # fmt: skip
