"""收入 in words: each counted figure with its formula and the numbers put in."""

from typing import assert_never

from caseworker_app.model.codes import EmploymentStatus
from caseworker_app.model.determination import Reason
from caseworker_app.model.economy import Income
from caseworker_app.rules import income, law, support as owed
from caseworker_app.rules.assessment import Assessment
from caseworker_app.rules.figures import YEAR, money, percent
from caseworker_app.rules.income import Imputed, Item, Plain, Spared, Supported, Wage
from caseworker_app.rules.policy.labels import CHOICES
from caseworker_app.rules.policy.pack import Pack, SupportBase

_FLOOR = ("income.employment_cost_disabled_floor.rate_of_min_wage", "standards.min_wage")
_IMPUTED = {
    EmploymentStatus.UNSTABLE: (
        "income.unstable_work_imputed_at",
        "income.employment_cost_rate",
    ),
    EmploymentStatus.IDLE: (
        "income.idle_able_bodied_imputed_at",
        "income.idle_imputed_share_by_age",
    ),
}
_EXEMPT = (
    "support.obligor_exempt",
    "support.sibling_or_60plus_support_of_severe_adult_exempt",
)
_SUPPORT = (
    "standards.dibao",
    "support.threshold_multiple_of_dibao",
    "support.base",
    "support.ratio_by_number_of_children",
    "support.divide_by",
    "support.agreed_or_judged_amount_if_higher",
)


def household_income(facts: Assessment) -> Reason:
    """Return the year's income, what it is a head and a month, and every item of it."""
    parts = tuple(_item(item, facts) for item in facts.items)
    if facts.rigid:
        left = f"{money(facts.annual)} − {money(facts.rigid)} = {money(facts.after)}"
        parts += (Reason("扣除刚性支出后", money(facts.after), left, law.INCOME, "/rigid"),)
    formula = " + ".join(money(item.annual) for item in facts.items if item.annual) or "无收入"
    if facts.heads:
        per_capita = money(facts.per_capita(facts.annual))
        formula += f"；{money(facts.annual)} ÷ {YEAR}个月 ÷ {facts.heads}人 = 每人每月{per_capita}"
    parts += facts.pack.told("income.averaging_months")
    return Reason("家庭年收入", money(facts.annual), formula, law.INCOME, "/incomes", parts)


def _item(item: Item, facts: Assessment) -> Reason:
    match item:
        case Wage():
            return _wage(item, facts.pack)
        case Plain():
            return _plain(item, facts.pack)
        case Imputed():
            return _imputed(item, facts.pack)
        case Spared():
            return _spared(item, facts.pack)
        case Supported():
            return _supported(item, facts.pack)
        case _:
            assert_never(item)


def _wage(item: Wage, pack: Pack) -> Reason:
    formula = f"年工资{money(item.gross)}"
    articles = law.INCOME
    parts: list[Reason] = [_row(row) for row in item.rows]
    if any(row.job_disregard for row in item.rows):
        articles += law.applicable(law.DISREGARD, pack)
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
        law.applicable(law.DISREGARD, pack),
        "/incomes",
        pack.told(
            "income.job_income_disregard.months",
            "income.job_income_disregard.monthly_cap_multiple_of_dibao",
            "standards.dibao",
        ),
    )


def _cost(item: Wage, pack: Pack) -> Reason:
    rules = pack.income
    rest = item.gross - item.disregard
    by_rate = rest * rules.cost_rate
    formula = f"{money(rest)} × {percent(rules.cost_rate)} = {money(by_rate)}"
    parts = pack.told("income.employment_cost_rate")
    if item.cost != by_rate:
        floor = percent(rules.disabled_floor_rate)
        formula += f"；残疾人就业至少按最低工资的{floor}扣除，以工资为限"
        parts += pack.told(*_FLOOR)
    return Reason("就业成本", money(item.cost), formula, law.INCOME, "/members", parts)


def _plain(item: Plain, pack: Pack) -> Reason:
    row = item.row
    whole = item.annual + item.left_out
    formula = f"{money(row.monthly)} × {YEAR}个月" if row.monthly else f"全年{money(whole)}"
    parts: tuple[Reason, ...] = ()
    if item.left_out:
        formula += f" − 不计入部分{money(item.left_out)}"
        by_type = row.type in pack.income.excluded_types
        parts = pack.told("income.excluded_types" if by_type else "income.exclude_central_pension")
    return Reason(
        f"{item.who} {row.type or row.kind.zh}",
        money(item.annual),
        f"{formula} = {money(item.annual)}",
        law.INCOME,
        f"/incomes/#{row.id}",
        parts,
    )


def _imputed(item: Imputed, pack: Pack) -> Reason:
    formula = f"按每月{money(item.monthly)}推算 × {YEAR}个月"
    paths: tuple[str, ...] = _IMPUTED[item.status]
    if item.cost:
        rate = percent(pack.income.cost_rate)
        by_rate = item.monthly * YEAR * pack.income.cost_rate
        formula += f" − 就业成本{rate}即{money(by_rate)}"
        if item.cost != by_rate:
            floor = percent(pack.income.disabled_floor_rate)
            formula += f"，残疾人至少按最低工资的{floor}，扣除{money(item.cost)}"
            paths += ("income.unstable_work_disabled_floor", *_FLOOR)
    return Reason(
        f"{item.who} 推算收入（{item.status.zh}）",
        money(item.annual),
        f"{formula} = {money(item.annual)}",
        law.IMPUTED,
        f"/members/#{item.who}/status",
        pack.told(*dict.fromkeys((*paths, "standards.min_wage"))),
    )


def _spared(item: Spared, pack: Pack) -> Reason:
    why = CHOICES.get(item.reason, item.reason)
    return Reason(
        f"{item.who} 免于推算",
        money(0),
        f"有劳动能力未就业，但{why}",
        law.SPARED,
        f"/members/#{item.who}/idle_exempt",
        pack.told("income.idle_exempt", "income.max_carers_per_household"),
    )


def _supported(item: Supported, pack: Pack) -> Reason:
    support = item.support
    if owed.is_exempt(support, pack):
        known = "" if support.exempt in pack.support.exempt else "（理由不在规则包清单内，请核对）"
        why = CHOICES.get(support.exempt, support.exempt)
        formula, parts = f"{support.obligor}免计：{why}{known}", pack.told(*_EXEMPT)
    else:
        formula, parts = _support_formula(item, pack), pack.told(*_SUPPORT)
    return Reason(
        f"{item.who} 赡养抚养扶养费", money(item.annual), formula, law.SUPPORT, "/support", parts
    )


def _support_formula(item: Supported, pack: Pack) -> str:
    support = item.support
    by_formula = owed.by_formula(support, pack)
    size, line = support.size or 1, money(owed.threshold(pack))
    if pack.support.base is SupportBase.HOUSEHOLD:
        excess = f"每月{money(support.income)} − {line} × {size}人"
    else:
        excess = f"每月{money(support.income)} ÷ {size}人 − {line}"
    shared = f" ÷ {owed.divisor(support)}名被赡养人" if pack.support.divided else ""
    rate = percent(owed.ratio(support, pack))
    text = f"{support.obligor}：（{excess}）× {rate}{shared} = {money(by_formula)}"
    if item.annual > by_formula * YEAR:
        text += f"；协议或判决每月{money(support.agreed)}更高，从高"
    return f"{text}；× {YEAR}个月"
