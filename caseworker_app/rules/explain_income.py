"""收入 in words: each counted figure with its formula and the numbers put in."""

from typing import assert_never

from caseworker_app.model.determination import Reason
from caseworker_app.model.economy import Income
from caseworker_app.rules import income, law, support as owed
from caseworker_app.rules.assessment import Assessment
from caseworker_app.rules.figures import YEAR, money, percent
from caseworker_app.rules.income import Imputed, Item, Plain, Spared, Supported, Wage
from caseworker_app.rules.pack import Pack

IDLE_WORDS = {
    "full_time_student": "全日制在校",
    "pregnant": "怀孕",
    "nursing_infant_under_12m": "哺乳未满12个月婴儿",
    "sole_carer_of_severe": "重度残疾人唯一照料人",
    "carer_of_preschool_child_not_in_kindergarten": "照料未入园学龄前儿童",
    "within_6_months_of_graduation": "毕业6个月内",
    "certified_temporarily_unfit": "经证明暂不能就业",
}
"""Why nothing is imputed for an idle person."""


def household_income(facts: Assessment) -> Reason:
    """Return the year's income, what it is a head and a month, and every item of it."""
    parts = tuple(_item(item, facts) for item in facts.items)
    if facts.rigid:
        left = f"{money(facts.annual)} − {money(facts.rigid)} = {money(facts.after)}"
        parts += (Reason("扣除刚性支出后", money(facts.after), left, law.INCOME, "/rigid"),)
    formula = " + ".join(money(item.annual) for item in facts.items if item.annual) or "无收入"
    if facts.heads:
        per_capita = money(facts.per_capita(facts.annual))
        formula += f"; {money(facts.annual)} ÷ {YEAR}个月 ÷ {facts.heads}人 = 每人每月{per_capita}"
    return Reason("家庭年收入", money(facts.annual), formula, law.INCOME, "/incomes", parts)


def _item(item: Item, facts: Assessment) -> Reason:
    match item:
        case Wage():
            return _wage(item, facts.pack)
        case Plain():
            return _plain(item)
        case Imputed():
            return _imputed(item, facts.pack)
        case Spared():
            return _spared(item)
        case Supported():
            return _supported(item, facts.pack)
        case _:
            assert_never(item)


def _wage(item: Wage, pack: Pack) -> Reason:
    formula = f"年工资{money(item.gross)}"
    articles = law.INCOME
    parts: list[Reason] = [_row(row) for row in item.rows]
    if any(row.job_disregard for row in item.rows):
        articles = (*law.INCOME, *law.DISREGARD)
        parts.append(_disregard(item, pack))
        formula += f" − 就业增收不计入{money(item.disregard)}"
    if item.cost:
        formula += f" − 就业成本{money(item.cost)}"
        parts.append(_cost(item, pack))
    return Reason(
        f"{item.who} 工资性收入",
        money(item.annual),
        f"{formula} = {money(item.annual)}",
        articles,
        "/incomes",
        tuple(parts),
    )


def _row(row: Income) -> Reason:
    if row.annual:
        return Reason(row.type or row.kind.zh, money(row.annual), "全年", (), f"/incomes/#{row.id}")
    formula = f"{money(row.monthly)} × {YEAR}个月"
    return Reason(
        row.type or row.kind.zh, money(row.monthly * YEAR), formula, (), f"/incomes/#{row.id}"
    )


def _disregard(item: Wage, pack: Pack) -> Reason:
    rules = pack.income.disregard
    jobs = "；".join(
        f"第{row.job_disregard.month}个月，每月增收{money(row.job_disregard.increment)}"
        for row in item.rows
        if row.job_disregard
    )
    formula = f"{jobs}；前{rules.months}个月内不计入，每月至多{money(income.disregard_cap(pack))}"
    return Reason(
        "就业增收不计入",
        money(item.disregard),
        formula,
        law.DISREGARD,
        "income.job_income_disregard",
    )


def _cost(item: Wage, pack: Pack) -> Reason:
    rules = pack.income
    rest = item.gross - item.disregard
    by_rate = rest * rules.cost_rate
    formula = f"{money(rest)} × {percent(rules.cost_rate)} = {money(by_rate)}"
    if item.cost != by_rate:
        floor = percent(rules.disabled_floor_rate)
        formula += f"；残疾人就业至少按最低工资的{floor}扣除，以工资为限"
    return Reason("就业成本", money(item.cost), formula, law.INCOME, "income.employment_cost_rate")


def _plain(item: Plain) -> Reason:
    row = item.row
    whole = item.annual + item.left_out
    formula = f"{money(row.monthly)} × {YEAR}个月" if row.monthly else f"全年{money(whole)}"
    if item.left_out:
        formula += f" − 不计入部分{money(item.left_out)}"
    return Reason(
        f"{item.who} {row.type or row.kind.zh}",
        money(item.annual),
        f"{formula} = {money(item.annual)}",
        law.INCOME,
        f"/incomes/#{row.id}",
    )


def _imputed(item: Imputed, pack: Pack) -> Reason:
    formula = f"按每月{money(item.monthly)}推算 × {YEAR}个月"
    if item.cost:
        formula += f" − 就业成本{percent(pack.income.cost_rate)}即{money(item.cost)}"
    return Reason(
        f"{item.who} 推算收入（{item.status.zh}）",
        money(item.annual),
        f"{formula} = {money(item.annual)}",
        law.IMPUTED,
        f"/members/#{item.who}/status",
    )


def _spared(item: Spared) -> Reason:
    why = IDLE_WORDS.get(item.reason, item.reason)
    return Reason(
        f"{item.who} 免于推算",
        money(0),
        f"有劳动能力未就业，但{why}",
        law.SPARED,
        f"/members/#{item.who}/idle_exempt",
    )


def _supported(item: Supported, pack: Pack) -> Reason:
    support = item.support
    if owed.is_exempt(support, pack):
        known = "" if support.exempt in pack.support.exempt else "（理由不在规则包清单内，请核对）"
        formula = f"{support.obligor}免计：{support.exempt}{known}"
    else:
        formula = _support_formula(item, pack)
    return Reason(
        f"{item.who} 赡养抚养扶养费", money(item.annual), formula, law.SUPPORT, "/support"
    )


def _support_formula(item: Supported, pack: Pack) -> str:
    support = item.support
    by_formula = owed.by_formula(support, pack)
    text = (
        f"{support.obligor}: (每月{money(support.income)} ÷ {support.size or 1}人"
        f" − {money(owed.threshold(pack))}) × {percent(owed.ratio(support, pack))}"
        f" ÷ {owed.divisor(support)}名被赡养人 = {money(by_formula)}"
    )
    if item.annual > by_formula * YEAR:
        text += f"；协议或判决每月{money(support.agreed)}更高，从高"
    return f"{text}; × {YEAR}个月"
