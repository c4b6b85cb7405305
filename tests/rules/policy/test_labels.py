"""Every value a pack may hold has a name, a unit and words."""

import pytest

from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.codes import Category, Register, Residence
from caseworker_app.rules.policy.labels import CHOICES
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack
from tests.rules.packs import NATIONAL, PLAIN

CAPITAL = "subscribed_capital_max_inclusive = 100000"


def parameter(pack: Pack, path: str) -> tuple[str, str]:
    told = pack.on(pack.effective_from).parameters[path]
    return told.label, told.value


@pytest.mark.parametrize(
    ("old", "new", "path", "told"),
    [
        ("exclude_central_pension = true ", "exclude_central_pension_until = 2025-12-31",
         "income.exclude_central_pension_until", ("中央基础养老金不计入收入至", "2025-12-31")),
        (CAPITAL, f"{CAPITAL}\nvehicle_original_price_below = 1000",
         "property.dibao.vehicle_original_price_below", ("低保机动车购置价应低于", "1,000元")),
        (CAPITAL, "subscribed_capital_max_exclusive = 100000",
         "property.dibao.subscribed_capital_max_exclusive", ("低保认缴出资应低于", "100,000元")),
        ('"full_standard"', '{ mode = "own_income_gap", floor_ratio = 0.25 }',
         "single_listed.benefit_disability.floor_ratio", ("重残单列户至少为标准的", "25%")),
        ("[expenditure_dibao] ", '[expenditure_dibao]\nincome_test = "at_most" #',
         "expenditure_dibao.income_test", ("支出型低保与收入上限相比", "不高于")),
        ("[rigid_family]", '[rigid_family]\nincome_test = "at_most"',
         "rigid_family.income_test", ("刚性支出困难家庭与收入上限相比", "不高于")),
    ],
)  # fmt: skip
def test_that_what_no_shipped_pack_sets_has_its_name_too(
    old: str, new: str, path: str, told: tuple[str, str]
) -> None:
    assert old in PLAIN
    assert parameter(read_pack(PLAIN.replace(old, new, 1), "p.toml", NATIONAL), path) == told


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("standards.min_wage", ("最低工资", "2,490元/月")),
        ("standards.prev_year_disposable_per_capita", ("上年度人均可支配收入", "76,777元/年")),
        ("standards.prev_year_housing_area_per_capita", ("上年度人均住房面积", "40.2平方米")),
        ("income.employment_cost_rate", ("就业成本扣减比例", "30%")),
        ("low_margin.multiple", ("低边标准为低保标准的", "2倍")),
        ("recovery.min_instalment", ("追缴每期至少", "100元")),
        ("single_listed.severe_disability.levels", ("重度残疾等级", "1、2")),
        ("single_listed.requires_household", ("单列户须为", "低边")),
        ("property.low_margin.vehicles_allowed", ("低边可有机动车", "1辆")),
        ("registers.shelf_days.vehicle", ("数据有效天数（车辆）", "30天")),
        ("registers.lookback_months", ("三比对回看", "24个月")),
    ],
)
def test_that_a_value_is_told_by_its_name_and_with_its_unit(
    path: str, told: tuple[str, str]
) -> None:
    assert parameter(shipped(), path) == told


@pytest.mark.parametrize(
    ("name", "path", "told"),
    [
        ("zj_demo", "single_listed.benefit_disability", ("重残单列户发放", "全额标准")),
        ("zj_demo", "single_listed.benefit_illness.mode", ("重病单列户发放", "按本人收入补差")),
        ("zj_demo", "single_listed.benefit_illness.floor_ratio", ("重病单列户至少为标准的", "30%")),
        ("bf_demo", "single_listed.benefit_disability.mode", ("重残单列户发放", "定额")),
        ("bf_demo", "single_listed.benefit_disability.amount", ("重残单列户定额", "313元/月")),
        ("bf_demo", "single_listed.benefit_illness.amount", ("重病单列户定额", "313元/月")),
        ("national", "single_listed.benefit_illness", ("重病单列户发放", "按本人收入补差")),
    ],
)
def test_that_the_benefit_of_a_single_listed_person_is_told_in_each_of_its_forms(
    name: str, path: str, told: tuple[str, str]
) -> None:
    assert parameter(shipped(name), path) == told


@pytest.mark.parametrize("name", ["zj_demo", "bf_demo", "national"])
def test_that_no_value_of_a_shipped_pack_is_told_by_its_key(name: str) -> None:
    for _, _, pack in shipped(name).changes:
        for path, told in pack.parameters.items():
            assert told.label != path
            inner = told.label.removesuffix("）").rpartition("（")[2]
            assert not inner.isascii() or path.startswith(("instruments.", *_NUMBERED)), path


_NUMBERED = (
    "income.idle_imputed_share_by_age.", "support.ratio_by_number_of_children.",
    "registers.county_successors.",
)  # fmt: skip


def test_that_categories_residences_and_registers_have_their_words() -> None:
    told = {one.value: one.zh for kind in (Category, Residence, Register) for one in kind}
    assert {code: CHOICES[code] for code in told} == {**told, Category.NONE.value: "无"}
