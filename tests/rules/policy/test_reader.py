"""Every table of a pack: what its operators mean, what it may leave out, what it may not hold."""

import re
from datetime import date
from fractions import Fraction

import pytest

from caseworker_app.errors import UserError
from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.codes import Category, Register
from caseworker_app.rules.policy.pack import Below, Pack, RecoveryRules, SingleBenefit, SingleForm
from caseworker_app.rules.policy.reader import elder_age
from caseworker_app.rules.policy.reading import read_pack
from tests.rules.packs import NATIONAL, PLAIN

ILLNESS = '{ mode = "own_income_gap", floor_ratio = 0.30 }'
DISABLED = 'benefit_disability = "full_standard"'


def changed(old: str, new: str) -> Pack:
    assert old in PLAIN
    return read_pack(PLAIN.replace(old, new, 1), "p.toml", NATIONAL)


def faults(text: str, base: str = NATIONAL) -> str:
    """Return what is wrong with a pack, empty where nothing is."""
    try:
        read_pack(text, "p.toml", base)
    except UserError as fault:
        return str(fault)
    return ""


def with_number(text: str, key: str, number: int) -> str:
    """Return a pack with another number at every place a key stands, plainly or dated."""
    found, times = re.subn(rf"\b({key} = (?:\{{ value = )?)\d+", rf"\g<1>{number}", text)
    assert times
    return found


@pytest.mark.parametrize(
    ("written", "cap", "test", "capped", "cap_test"),
    [
        ("strictly_below_multiple", "none", Below.STRICTLY, False, Below.AT_MOST),
        ("at_most_multiple", "none", Below.AT_MOST, False, Below.AT_MOST),
        ("at_most_multiple", "", Below.AT_MOST, False, Below.AT_MOST),
        ("strictly_below_multiple", "min_wage", Below.STRICTLY, True, Below.AT_MOST),
        ("strictly_below_multiple_and_at_most_min_wage", "", Below.STRICTLY, True, Below.AT_MOST),
        ("strictly_below_multiple_and_min_wage", "", Below.STRICTLY, True, Below.STRICTLY),
        ("strictly_below_multiple_and_min_wage", "min_wage", Below.STRICTLY, True, Below.STRICTLY),
        ("at_most_multiple_and_min_wage", "min_wage", Below.AT_MOST, True, Below.AT_MOST),
    ],
)
def test_that_the_line_of_low_margin_is_tested_and_capped_as_the_pack_says(
    written: str,
    cap: str,
    test: Below,
    capped: bool,  # noqa: FBT001  # a column of the table
    cap_test: Below,
) -> None:
    text = PLAIN.replace("strictly_below_multiple_and_at_most_min_wage", written, 1)
    text = text.replace('cap = "min_wage"', f'cap = "{cap}"' if cap else "", 1)
    line = read_pack(text, "p.toml", NATIONAL).low_margin
    assert (line.test, line.capped, line.cap_test) == (test, capped, cap_test)


@pytest.mark.parametrize(
    ("group", "age"),
    [("elder_70", 70), ("elder_0", 0), ("elder_x", 0), ("elder_", 0), ("minor", 0), ("aged_70", 0)],
)
def test_that_only_an_elder_group_has_an_age(group: str, age: int) -> None:
    assert elder_age(group) == age


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        ('"supported_persons"', '"none"', lambda p: not p.support.divided),
        ("= 1.0 ", "= 0.5 ", lambda p: p.support.threshold_multiple == Fraction(1, 2)),
        ('"none_unless_converted_sole_home"', '"none"',
         lambda p: not p.property[Category.DIBAO].nonresidential_converted),
        ("= 150000 ", '= "none" ',
         lambda p: p.property[Category.LOW_MARGIN].vehicle_price_below is None),
        ('"prev_year_housing_area_per_capita"', '"none"',
         lambda p: p.property[Category.DIBAO].second_area is None),
        ('one_per_person = "highest"', 'one_per_person = "sum"',
         lambda p: not p.top_up.highest_only),
        (", extra = { intellectual = [3], psychiatric = [3] }", "",
         lambda p: p.single_listed.severe_extra == {}),
        ("intellectual = [3]", "visual = [3], hearing = [4]",
         lambda p: p.single_listed.severe_extra == {1: {3}, 2: {4}, 6: {3}}),
        (DISABLED, 'benefit_disability = { mode = "flat", amount = 313 }',
         lambda p: p.single_listed.severe == SingleBenefit(SingleForm.FLAT, Fraction(0), 31_300)),
        (DISABLED, 'benefit_disability = { mode = "own_income_gap" }',
         lambda p: p.single_listed.severe == SingleBenefit(SingleForm.OWN_GAP, Fraction(0), 0)),
        ("[expenditure_dibao]", '[expenditure_dibao]\nincome_test = "at_most"',
         lambda p: p.expenditure.cap_test is Below.AT_MOST),
        ("unstable_work_disabled_floor = false", "",
         lambda p: not p.income.unstable_disabled_floor),
        ("unstable_work_disabled_floor = false", "unstable_work_disabled_floor = true",
         lambda p: p.income.unstable_disabled_floor),
        ("exclude_central_pension = true ", "", lambda p: p.income.exclude_central_pension),
        ('unstable_work_imputed_at = "min_wage"', 'unstable_work_imputed_at = "none"',
         lambda p: p.income.unstable_imputed == 0),
        ('legal_frame = ["SAL from 2026-07-01", "DBM", "ZJR"]', 'legal_frame = ["ABC"]',
         lambda p: p.frame == {"ABC": None} and {"ABC", "SAL", "CPL"} <= p.instruments),
        ('applies_to = ["dibao"]', 'applies_to = ["dibao", "tekun"]',
         lambda p: p.top_up.applies_to == {Category.DIBAO, Category.TEKUN}),
        ("rate_of_standard = {", "amount = { elder_80 = 142 }\nrate_of_standard = {",
         lambda p: p.top_up.amounts == {"elder_80": 14_200}),
        ("min_gap_rate = 0 ", "", lambda p: p.min_gap_rate == 0),
    ],
)  # fmt: skip
def test_that_each_word_of_a_pack_means_what_it_says(old: str, new: str, check: object) -> None:
    assert callable(check)
    assert check(changed(old, new))


def test_that_the_plain_pack_says_what_is_written() -> None:
    pack = read_pack(PLAIN, "p.toml", NATIONAL)
    assert pack.support.divided
    assert pack.top_up.highest_only
    assert pack.income.idle_by_age == ((0, Fraction(1)),)  # at every age all of it
    assert pack.property[Category.DIBAO].nonresidential_converted
    assert pack.property[Category.DIBAO].capital_test is Below.AT_MOST
    assert pack.property[Category.LOW_MARGIN].capital_test is Below.STRICTLY
    assert pack.single_listed.severe == SingleBenefit(SingleForm.FULL, Fraction(0), 0)
    assert pack.single_listed.illness == SingleBenefit(SingleForm.OWN_GAP, Fraction(3, 10), 0)
    assert pack.single_listed.severe_extra == {5: {3}, 6: {3}}
    assert pack.expenditure.ratio == 0
    assert pack.rigid_family.ratio == Fraction(3, 5)
    assert pack.expenditure.cap_test is Below.STRICTLY
    assert pack.recovery == RecoveryRules(36, 10_000)
    assert pack.frame["SAL"] == date(2026, 7, 1)
    assert {*pack.registers.shelf_days} == {*Register}
    assert shipped("national").min_gap_rate == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        *(
            (f"[{name}]", f"[{name}]\nslip = 1")
            for name in (
                "pack", "standards", "comparison", "low_margin", "income", "support", "property",
                "property.dibao", "property.low_margin", "single_listed", "benefit", "top_up",
                "expenditure_dibao", "rigid_family", "recheck", "recovery",
            )
        ),
        ("tekun_care = {", "tekun_care = { slip = 1,"),
        ("round = {", "round = { slip = 1,"),
        ("employment_cost_disabled_floor = {", "employment_cost_disabled_floor = { slip = 1,"),
        ("job_income_disregard = {", "job_income_disregard = { slip = 1,"),
        ("severe_disability = {", "severe_disability = { slip = 1,"),
        (ILLNESS, '{ mode = "own_income_gap", slip = 1 }'),
        ("yearly = {", "yearly = { slip = 1,"),
        ("half_yearly = {", "half_yearly = { slip = 1,"),
        ("[benefit]", '[benefit]\nform = "bands"\nbands = [{ slip = 1 }]'),
    ],
)  # fmt: skip
def test_that_a_slip_of_the_pen_is_told_in_every_table(old: str, new: str) -> None:
    assert old in PLAIN
    assert re.search(r"不认识的键 \S*slip，此处可用：", faults(PLAIN.replace(old, new, 1)))


@pytest.mark.parametrize(
    "key", ["registers", "shelf_days", "national", "national.tekun", "time_limits",
            "time_limits.working_days", "time_limits.months"]
)  # fmt: skip
def test_that_a_slip_in_the_national_part_is_told_too(key: str) -> None:
    old, new = f"[{key}]", f"[{key}]\nslip = 1"
    if key == "shelf_days":
        old, new = "shelf_days = { value = {", "shelf_days = { value = { slip = 1,"
    assert old in NATIONAL
    assert re.search(r"不认识的键 \S*slip，", faults(PLAIN, NATIONAL.replace(old, new, 1)))


@pytest.mark.parametrize("key", ["averaging_months", "months", "max_months"])
def test_that_a_pack_counts_from_one(key: str) -> None:
    assert f"{key} = 0: 应为不小于 1 的整数" in faults(with_number(PLAIN, key, 0))
    assert f"{key} = 1: 应为" not in faults(with_number(PLAIN, key, 1))


@pytest.mark.parametrize(
    "key",
    [
        "majority", "job_refusals", "death_finish_within_months", "old_from", "young_below",
        "supported_until", "visual", "care_partial_from", "care_full_from", "county", "publicity",
        "recheck_yearly", "lookback_months", "use_months", "person", "vehicle", "estate",
    ],
)  # fmt: skip
def test_that_the_nation_counts_from_one_too(key: str) -> None:
    assert f"{key} = 0: 应为不小于 1 的整数" in faults(PLAIN, with_number(NATIONAL, key, 0))
    assert f"{key} = 1: 应为" not in faults(PLAIN, with_number(NATIONAL, key, 1))


def test_that_a_departments_data_may_be_one_day_old_at_least() -> None:
    none = NATIONAL.replace('"教育" = 180', '"教育" = 0', 1)
    assert "教育 = 0: 应为不小于 1 的整数" in faults(PLAIN, none)
    one = NATIONAL.replace('"教育" = 180', '"教育" = 1', 1)
    pack = read_pack(PLAIN, "p.toml", one)
    assert pack.registers.shelf_days_by_department["教育"] == 1


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("min_gap_rate = 0 ", 'form = "bands"\nbands = [] #', "benefit.bands = []: 应为至少一档"),
        ('cap = "min_wage"', 'cap = "none"', "low_margin.cap = "),
        ("intellectual = [3]", "statement = [3]", "severe_disability.extra.statement"),
        ("unstable_work_disabled_floor = false", "unstable_work_disabled_floor = 0",
         "unstable_work_disabled_floor = 0"),
    ],
)  # fmt: skip
def test_that_what_makes_no_sense_is_refused(old: str, new: str, told: str) -> None:
    assert old in PLAIN
    assert told in faults(PLAIN.replace(old, new, 1))


def test_that_nothing_else_is_told_beside_one_fault() -> None:
    """A fault is one line: the reading goes on with a harmless value and finds no others."""
    for old, new in (
        ("dibao = 1301", "dibao = -1"),
        ("min_wage = 2490", "min_wage = -1"),
        ("elder_70", "elder_x"),
        ("intellectual = [3]", "clever = [3]"),
        ('applies_to = ["dibao"]', 'applies_to = ["rich"]'),
        ("SAL from 2026-07-01", "SAL from July"),
    ):
        assert len(faults(PLAIN.replace(old, new, 1)).splitlines()) == 2, new


def test_that_a_number_is_read_without_loss() -> None:
    assert changed("multiple = 2.0", "multiple = 1.1").low_margin.multiple == Fraction(11, 10)
