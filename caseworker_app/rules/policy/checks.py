"""Values of a pack that are each allowed but cannot stand together."""

from itertools import pairwise

from caseworker_app.model.codes import Category
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.table import Faults


def contradictions(pack: Pack, faults: Faults) -> None:
    """Note every contradiction inside a pack."""
    if pack.effective_to < pack.effective_from:
        faults.contradiction(
            f"pack.effective_to = {pack.effective_to}", f"应不早于 {pack.effective_from}"
        )
    _lines(pack, faults)
    _bands(pack, faults)
    _tekun(pack, faults)
    for group in pack.top_up.rates.keys() & pack.top_up.amounts.keys():
        faults.contradiction(
            f"top_up.rate_of_standard.{group} 与 top_up.amount.{group}", "同一人群只能有一种标准"
        )


def _lines(pack: Pack, faults: Faults) -> None:
    if pack.low_margin.multiple < 1:
        faults.contradiction("low_margin.multiple", "低边标准不能低于低保标准，倍数应不小于 1")
    if pack.low_margin.capped and pack.standards.min_wage < pack.standards.dibao:
        faults.contradiction(
            "standards.min_wage 与 standards.dibao", "低边以最低工资封顶，最低工资却低于低保标准"
        )
    dibao, margin = pack.property[Category.DIBAO], pack.property[Category.LOW_MARGIN]
    if margin.money_years < dibao.money_years:
        faults.contradiction(
            "property.low_margin 与 property.dibao 的 money_per_capita_below_years_of_standard",
            "低边的货币财产限额低于低保的",
        )


def _bands(pack: Pack, faults: Faults) -> None:
    bands = pack.bands
    if not bands:
        return
    if any(lower.below >= upper.below for lower, upper in pairwise(bands)):
        faults.contradiction("benefit.bands", "各档的收入比例应由低到高")
    if any(lower.monthly < upper.monthly for lower, upper in pairwise(bands)):
        faults.contradiction("benefit.bands", "收入低的档金额不能少于收入高的档")
    if bands[-1].below != 1:
        faults.contradiction("benefit.bands", "最后一档的收入比例应为 1，否则有的低保户无档可依")
    if pack.min_gap_rate:
        faults.contradiction("benefit.min_gap_rate 与 benefit.bands", "分档发放没有最低补差")


def _tekun(pack: Pack, faults: Faults) -> None:
    care, rules = pack.standards.tekun_care, pack.national.tekun
    if not care["able"] <= care["partial"] <= care["full"]:
        faults.contradiction("standards.tekun_care", "自理能力越差，照料护理标准不能越低")
    if rules.young_below > rules.old_from:
        faults.contradiction("national.tekun.young_below 与 old_from", "未成年界限高于老年界限")
    if rules.partial_from > rules.full_from:
        faults.contradiction("national.tekun.care_partial_from 与 care_full_from", "先部分后完全")
