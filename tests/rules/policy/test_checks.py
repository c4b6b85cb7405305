"""Values of a pack that cannot stand together."""

import pytest

from caseworker_app.errors import UserError
from caseworker_app.paths import resource
from caseworker_app.rules.policy.reading import read_pack
from tests.rules.packs import NATIONAL, PLAIN

NORTH = resource("packs", "bf_demo.toml").read_text(encoding="utf-8")


def refusal(text: str, base: str = NATIONAL) -> str:
    with pytest.raises(UserError) as caught:
        read_pack(text, "p.toml", base)
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("effective_to = 2026-12-31", "effective_to = 2025-01-22", "应不早于 2025-01-23"),
        ("multiple = 2.0", "multiple = 0.99", "倍数应不小于 1"),
        ("min_wage = 2490", "min_wage = 1300", "最低工资却低于低保标准"),
        ("money_per_capita_below_years_of_standard = 6",
         "money_per_capita_below_years_of_standard = 3", "低边的货币财产限额低于低保的"),
        ("able = 0, partial = 830", "able = 900, partial = 830", "照料护理标准不能越低"),
        ("full = 1245", "full = 829", "照料护理标准不能越低"),
        ("applies_to = [", "amount = { minor = 1 }\napplies_to = [", "只能有一种标准"),
        ("min_gap_rate = 0 ", 'min_gap_rate = 0\nform = "bands" ', "benefit.bands"),
        ("min_gap_rate = 0 ", "bands = 3 ", "benefit.bands = 3: 应为表的列表"),
        ("min_gap_rate = 0 ",
         "bands = [{ income_below_share_of_standard = 1, monthly = 2 }] ", "benefit.form"),
    ],
)  # fmt: skip
def test_that_a_contradiction_is_refused_and_told(old: str, new: str, told: str) -> None:
    assert old in PLAIN
    text = refusal(PLAIN.replace(old, new, 1))
    assert told in text
    assert "p.toml: " in text


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("standard = 0.70", "standard = 0.35", "由低到高"),
        ("monthly = 380", "monthly = 561", "不能少于收入高的档"),
        ("standard = 1,", "standard = 0.99,", "最后一档的收入比例应为 1"),
        (
            'form = { value = "bands"',
            'min_gap_rate = 0.2\nform = { value = "bands"',
            "没有最低补差",
        ),
    ],
)
def test_that_bands_must_fit_together(old: str, new: str, told: str) -> None:
    assert old in NORTH
    assert told in refusal(NORTH.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("young_below = { value = 16", "young_below = { value = 61", "未成年界限高于老年界限"),
        ("care_partial_from = { value = 1", "care_partial_from = { value = 5", "先部分后完全"),
    ],
)
def test_that_the_nations_numbers_must_fit_too(old: str, new: str, told: str) -> None:
    assert old in NATIONAL
    assert told in refusal(PLAIN, NATIONAL.replace(old, new, 1))


def test_that_limits_that_just_fit_are_taken() -> None:
    tight = (
        PLAIN.replace("multiple = 2.0", "multiple = 1")
        .replace("min_wage = 2490", "min_wage = 1301")
        .replace("effective_to = 2026-12-31", "effective_to = 2025-01-23")
        .replace("partial = 830, full = 1245", "partial = 0, full = 0")
        .replace("of_standard = 6", "of_standard = 4")
    )
    nation = NATIONAL.replace("young_below = { value = 16", "young_below = { value = 60").replace(
        "care_partial_from = { value = 1", "care_partial_from = { value = 4"
    )
    pack = read_pack(tight, "p.toml", nation)
    assert pack.low_margin.multiple == 1
    assert pack.national.tekun.young_below == pack.national.tekun.old_from
    assert pack.national.tekun.partial_from == pack.national.tekun.full_from


def test_that_two_bands_may_pay_the_same() -> None:
    assert "monthly = 380" in NORTH
    pack = read_pack(NORTH.replace("monthly = 380", "monthly = 560", 1), "p.toml", NATIONAL)
    assert [band.monthly for band in pack.bands][:2] == [56_000, 56_000]
