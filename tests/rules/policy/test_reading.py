import hashlib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from caseworker_app.errors import UserError
from caseworker_app.model.codes import Category
from caseworker_app.rules.figures import Rounding
from caseworker_app.rules.policy.national import Limit, Unit
from caseworker_app.rules.policy.pack import Below, HalfYearly, Pack, SupportBase
from caseworker_app.rules.policy.reading import pack_hash, read_pack, with_override
from tests.rules.packs import NATIONAL


def refusal(text: str) -> str:
    with pytest.raises(UserError) as caught:
        read_pack(text, "p.toml", NATIONAL)
    return str(caught.value)


def test_that_the_shipped_pack_is_read_with_exact_values(pack: Pack, pack_text: str) -> None:
    assert pack.id == "ZJ-DEMO-2025"
    assert pack.hash == hashlib.sha256((pack_text + NATIONAL).encode()).hexdigest()
    assert pack.standards.dibao == 130_100
    assert pack.standards.housing_area_per_capita == 4020
    assert pack.income.cost_rate == Fraction(3, 10)
    assert pack.low_margin.multiple == 2
    assert pack.support.ratios == ((1, Fraction(1, 2)), (2, Fraction(1, 2)), (3, Fraction(2, 5)))
    assert pack.frame == {"SAL": date(2026, 7, 1), "DBM": None, "ZJR": None}
    assert pack.in_force(date(2026, 12, 31))
    assert not pack.in_force(date(2025, 1, 22))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("dibao = 1301", 'dibao = "much"', 'standards.dibao = "much": 应为元'),
        ("dibao = 1301", "dibao = 1301.005", "standards.dibao = 1301.005"),
        ("dibao = 1301", "dibao = 1e999999999", "standards.dibao = 1E+999999999"),
        ("dibao = 1301", "dibao = nan", "standards.dibao = NaN"),
        ("multiple = 2.0", "multipel = 2.0", "缺少 low_margin.multiple"),
        ("multiple = 2.0", "multipel = 2.0", "不认识的键 low_margin.multipel"),
        ("multiple = 2.0", "multiple = -2", "low_margin.multiple = -2"),
        ('dibao = "strictly_below"', 'dibao = "below"', "strictly_below、at_most"),
        ("= 0.30          ", "= 30", "income.employment_cost_rate = 30: 应为0 至 1"),
        ("averaging_months = 12", "averaging_months = 0", "income.averaging_months = 0"),
        ("effective_from = 2025-01-23", 'effective_from = "soon"', 'pack.effective_from = "soon"'),
        ("effective_to = 2026-12-31", "effective_to = 2020-01-01", "不早于 2025-01-23"),
        ("SAL from 2026-07-01", "SAL from July", "pack.legal_frame"),
        ("vehicles_allowed = 0", "vehicles_allowed = true", "property.dibao.vehicles_allowed"),
        ("levels = [1, 2]", "levels = [1, 5]", "single_listed.severe_disability.levels"),
        ("intellectual = [3]", "clever = [3]", "残疾类别：visual"),
        ("elder_70", "elder_x", "top_up.rate_of_standard.elder_x"),
        ('applies_to = ["dibao"]', 'applies_to = ["rich"]', "top_up.applies_to"),
        ('"3+" = 0.40', '"many" = 0.40', "support.ratio_by_number_of_children"),
        ("agreed_or_judged_amount_if_higher = true", "agreed_or_judged_amount_if_higher = 1",
         "support.agreed_or_judged_amount_if_higher = 1"),
        ("excluded_types = [", "excluded_types = 3\nother = [", "income.excluded_types = 3"),
        ('cap = "min_wage"', 'cap = "none"', "low_margin.cap"),
        ("[recovery]", "[recover]", "不认识的键 recover"),
        ("[recovery]", "[[recovery]]", "recovery = "),
    ],
)  # fmt: skip
def test_that_a_fault_is_told_with_file_key_value_and_remedy(
    pack_text: str, old: str, new: str, told: str
) -> None:
    assert old in pack_text
    text = refusal(pack_text.replace(old, new, 1))
    assert told in text
    assert "p.toml: " in text


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("person = 45", "person = 0", "registers.shelf_days.person = 0"),
        ("person = 45", "persons = 45", "不认识的键 registers.shelf_days.persons"),
        ('"教育" = 180', '"教育" = "long"', "registers.shelf_days_by_department.教育"),
        (
            "county_successors = { value = {}",
            "county_successors = { value = { a = 1 }",
            "registers.county_successors.a",
        ),
        ("value = 60,", "value = 0,", "national.tekun.old_from = 0"),
        ("physical = 2", "fingers = 2", "national.tekun.no_labour_disability.fingers"),
        ("start_check =", "start_chek =", "缺少 time_limits.working_days.start_check"),
        ("start_check =", "start_chek =", "不认识的键 time_limits.working_days.start_chek"),
        ("SAL = 2026-07-01", "SAL = 1", "instruments.SAL = 1"),
    ],
)
def test_that_a_fault_in_the_national_part_is_told_too(
    pack_text: str, old: str, new: str, told: str
) -> None:
    assert old in NATIONAL
    with pytest.raises(UserError) as caught:
        read_pack(pack_text, "p.toml", NATIONAL.replace(old, new, 1))
    assert told in str(caught.value)


def test_that_all_faults_are_told_together(pack_text: str) -> None:
    broken = pack_text.replace("dibao = 1301", "dibao = -1").replace("max_months = 36", "")
    lines = refusal(broken).splitlines()
    assert len(lines) == 3


def test_that_an_empty_pack_names_every_missing_value() -> None:
    assert refusal("").count("缺少") > 50


def test_that_a_text_written_as_one_dated_value_is_no_pack() -> None:
    assert "缺少 standards: 应为一个表" in refusal('value = 1\nsince = 2025-01-23\nsource = "x"')


@pytest.mark.parametrize(
    "text",
    ["a = ", f"a = 1e{'9' * 20}", f"a = {'9' * 5000}", f"a = {'[' * 5000}"],
    ids=["cut", "steep", "long", "deep"],
)
def test_that_a_text_that_is_no_toml_is_refused(text: str) -> None:
    assert "TOML" in refusal(text)


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        ('dibao = "strictly_below"', 'dibao = "at_most"', lambda p: p.dibao_test is Below.AT_MOST),
        ('"strictly_below_multiple_and_at_most_min_wage"', '"at_most_multiple"',
         lambda p: p.low_margin.test is Below.AT_MOST and p.low_margin.capped),
        ('"ceil_yuan_household"', '"half_up_fen_household"',
         lambda p: p.rounding is Rounding.HALF_UP_FEN),
        ('unstable_work_imputed_at = "min_wage"', "unstable_work_imputed_at = 1500.5",
         lambda p: p.income.unstable_imputed == 150_050),
        ('idle_able_bodied_imputed_at = "min_wage"', 'idle_able_bodied_imputed_at = "none"',
         lambda p: p.income.idle_imputed == 0),
        ('base = "per_capita_excess"', 'base = "household_excess"',
         lambda p: p.support.base is SupportBase.HOUSEHOLD),
        ('at_most = "prev_year_housing_area_per_capita"', "at_most = 35.5",
         lambda p: p.property[Category.DIBAO].second_area == 3550),
        ('second_dwelling_if_area_per_capita_at_most = "prev_year_housing_area_per_capita"', "",
         lambda p: p.property[Category.DIBAO].second_area is None),
        ('income_cap = "prev_year_disposable_per_capita"', "income_cap = 60000",
         lambda p: p.expenditure.income_cap == 6_000_000),
        ('reading = "or"', 'reading = "and"',
         lambda p: p.half_yearly is HalfYearly.UNSTEADY_AND_ABLE),
        ('reading = "or"', "", lambda p: p.half_yearly is HalfYearly.ANY_ABLE),
        ("exclude_central_pension = true ", "exclude_central_pension_until = 2025-12-31",
         lambda p: p.pension_excluded(date(2025, 12, 31))
         and not p.pension_excluded(date(2026, 1, 1))),
        ("min_gap_rate = 0 ", "min_gap_rate = 0.2", lambda p: p.min_gap_rate == Fraction(1, 5)),
    ],
)  # fmt: skip
def test_that_operators_are_data(pack_text: str, old: str, new: str, check: object) -> None:
    assert old in pack_text
    assert callable(check)
    assert check(read_pack(pack_text.replace(old, new, 1), "p.toml", NATIONAL))


def test_that_what_dibao_allows_low_margin_allows_unless_told_otherwise(pack_text: str) -> None:
    line = 'vehicle_exempt = ["ordinary_two_wheel_motorcycle", "disability_compensation_vehicle"] #'
    assert line in pack_text
    pack = read_pack(pack_text.replace(line, "#"), "p.toml", NATIONAL)
    dibao, low_margin = (pack.property[c] for c in (Category.DIBAO, Category.LOW_MARGIN))
    assert low_margin.vehicle_exempt == dibao.vehicle_exempt


def test_that_an_override_changes_values_and_hash_and_is_noted(pack: Pack) -> None:
    changed = with_override(pack, {"dibao": Decimal("1100.5"), "min_gap_rate": Decimal("0.2")})
    assert changed.standards.dibao == 110_050
    assert changed.overridden == ("dibao=1100.5", "min_gap_rate=0.2")
    assert changed.hash != pack.hash
    assert with_override(pack, {}) is pack


@pytest.mark.parametrize(
    ("key", "value", "read", "path", "told"),
    [
        ("dibao", 1000, lambda p: p.standards.dibao == 100_000, "standards.dibao", "1,000元/月"),
        ("min_wage", 2600, lambda p: p.standards.min_wage == 260_000,
         "standards.min_wage", "2,600元/月"),
        ("employment_cost_rate", Decimal("0.1"), lambda p: p.income.cost_rate == Fraction(1, 10),
         "income.employment_cost_rate", "10%"),
        ("exclude_central_pension", False, lambda p: not p.income.exclude_central_pension,
         "income.exclude_central_pension", "否"),
        ("min_gap_rate", Decimal("0.2"), lambda p: p.min_gap_rate == Fraction(1, 5),
         "benefit.min_gap_rate", "20%"),
        ("top_up", {"minor": 1}, lambda p: p.top_up.rates == {"minor": 1},
         "top_up.rate_of_standard.minor", "100%"),
    ],
)  # fmt: skip
def test_that_each_replaced_value_holds_and_is_told_as_the_cases_own(
    pack: Pack, key: str, value: object, read: object, path: str, told: str
) -> None:
    changed = with_override(pack, {key: value})
    assert callable(read)
    assert read(changed)
    leaf = changed.parameters[path]
    assert (leaf.value, leaf.basis) == (told, "本例另行设定")
    assert changed.told(path) == (leaf,)
    others = {p: t for p, t in pack.parameters.items() if not p.startswith(_table(path))}
    assert {p: t for p, t in changed.parameters.items() if not p.startswith(_table(path))} == others


def _table(path: str) -> str:
    return "top_up.rate_of_standard" if path.startswith("top_up") else path


def test_that_a_replaced_table_leaves_nothing_of_the_old(pack: Pack) -> None:
    changed = with_override(pack, {"top_up": {"minor": 1}})
    assert [p for p in changed.parameters if p.startswith("top_up.rate")] == [
        "top_up.rate_of_standard.minor"
    ]


def test_that_what_a_region_sets_goes_before_the_nations(pack_text: str) -> None:
    """Key by key within a table; a table that stands as one value is replaced as a whole."""
    own = """
[time_limits.working_days]
county = 4
[registers]
shelf_days = { person = 10, vehicle = 20, estate = 30 }
county_successors = { value = { "1" = ["2"] }, since = 2025-01-23, source = "市通知" }
"""
    assert "[registers]" not in pack_text
    read = read_pack(pack_text + own, "p.toml", NATIONAL)
    plain = read_pack(pack_text, "p.toml", NATIONAL)

    limits = {**plain.time_limits.limits, "county": Limit(4, Unit.WORKING_DAYS)}
    assert read.time_limits.limits == limits
    assert [*read.registers.shelf_days.values()] == [10, 20, 30, 60]
    assert read.registers.renumbered == {("1", "2")}
    assert read.registers.lookback_months == plain.registers.lookback_months


def test_that_a_pack_that_takes_nothing_from_the_nations_is_not_bound_to_it(
    pack_text: str,
) -> None:
    whole = read_pack(NATIONAL, "p.toml", NATIONAL)
    assert (whole.base, whole.hash) == ("", pack_hash(NATIONAL, ""))
    assert read_pack(pack_text, "p.toml", NATIONAL).base == NATIONAL


def test_that_a_faulty_override_is_refused_with_every_fault(pack: Pack) -> None:
    with pytest.raises(UserError) as caught:
        with_override(pack, {"dibao": 1.5, "colour": "red", "top_up": 3})
    told = str(caught.value)
    assert all(part in told for part in ("dibao = 1.5", "colour", "top_up = 3"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"a = {10**12}", "p.toml: a 的数太大"),
        (f"a.b = [{-(10**12)}]", "a.b[0] 的数太大"),
        (".".join("a" * 17) + " = 1", "套得太深，超过 16 层"),
    ],
)
def test_that_an_abyss_and_a_giant_are_refused_before_they_are_walked(text: str, told: str) -> None:
    assert told in refusal(text)


def test_that_what_is_just_not_outlandish_is_read_on() -> None:
    assert "套得太深" not in refusal(".".join("a" * 15) + " = 1")
    assert "太大" not in refusal(f"a = {10**12 - 1}")


@pytest.mark.parametrize(
    ("code", "region", "covered"),
    [
        ("330100000000", "330199001002", True),
        ("330100000000", "330299001002", False),
        ("330000000000", "330299001002", True),
        ("330199001002", "330199001002", True),
        ("330199001002", "330199001003", False),
        ("000000000000", "650100000000", True),
    ],
)
def test_that_a_pack_covers_what_lies_in_its_region(
    pack: Pack, code: str, region: str, *, covered: bool
) -> None:
    assert replace(pack, region=code).covers(region) is covered


def test_that_an_overridden_pack_is_told_apart_by_pack_and_by_value(
    pack: Pack, pack_text: str
) -> None:
    other = read_pack(f"{pack_text}\n", "p.toml", NATIONAL)
    hashes = {
        with_override(pack, {"dibao": 1100}).hash,
        with_override(other, {"dibao": 1100}).hash,
        with_override(pack, {"dibao": 1200}).hash,
        pack.hash,
        other.hash,
    }
    assert len(hashes) == 5


def test_that_two_values_replaced_together_are_both_told_and_the_others_kept(pack: Pack) -> None:
    told = with_override(pack, {"dibao": 1100, "top_up": {"minor": Decimal("0.4")}}).parameters
    assert told["standards.dibao"].value == "1,100元/月"
    assert told["top_up.rate_of_standard.minor"].value == "40%"
    assert "top_up.rate_of_standard.elder_70" not in told
    assert told["standards.min_wage"] == pack.parameters["standards.min_wage"]
    assert len(told) == len(pack.parameters) - 3
