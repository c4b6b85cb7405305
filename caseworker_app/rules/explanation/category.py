"""类别认定 in words: each category in the law's order, up to the one that fits."""

from collections.abc import Iterator
from typing import NamedTuple

from caseworker_app.model.codes import Category
from caseworker_app.model.determination import Reason
from caseworker_app.rules import law, rigid, special
from caseworker_app.rules.amount import below_disposable
from caseworker_app.rules.assessment import Assessment
from caseworker_app.rules.entitlement import Entitlement
from caseworker_app.rules.figures import YEAR, Exact, money, percent
from caseworker_app.rules.policy.pack import Below, RigidRules

_DIBAO = ("standards.dibao", "comparison.dibao")
_LOW_MARGIN = ("standards.dibao", "low_margin.multiple", "comparison.low_margin_upper")
_CAP = ("low_margin.cap", "standards.min_wage")


class Line(NamedTuple):
    """A line income is tested against: its name, fen a month a head, and the pack's values."""

    label: str
    amount: Exact
    test: Below
    paths: tuple[str, ...]


def categories(given: Entitlement) -> Reason:
    """Return the category with every one tried before it."""
    tried = tuple(_tried(given))
    articles = law.applicable(law.CATEGORY[given.category], given.assessment.pack)
    return Reason("类别认定", given.category.zh, "按法定顺序逐一认定", articles, "", tried)


def _tried(given: Entitlement) -> Iterator[Reason]:
    facts = given.assessment
    if given.category is Category.SINGLE_LISTED:
        yield _reason(
            Category.SINGLE_LISTED, given, (_standard(facts),), "成年无业重度残疾人单独申请"
        )
        return
    if not facts.heads:
        yield Reason("计入人口", "0人", "没有共同生活的家庭成员", law.MEMBERS)
        return
    for category, tests, note in _candidates(facts):
        yield _reason(category, given, tests, note)
        if category is given.category:
            return


def _candidates(facts: Assessment) -> Iterator[tuple[Category, tuple[Reason, ...], str]]:
    if facts.members[0].no_able_obligor:
        yield Category.TEKUN, (_labour(facts), _standard(facts), _owns(facts, Category.DIBAO)), ""
    yield Category.DIBAO, (_standard(facts), _owns(facts, Category.DIBAO)), ""
    if facts.rigid:
        yield Category.EXPENDITURE_DIBAO, tuple(_expenditure(facts)), "按扣除刚性支出后的收入"
    yield (
        Category.LOW_MARGIN,
        (*_low_margin(facts), _owns(facts, Category.LOW_MARGIN)),
        "按扣除刚性支出后的收入",
    )
    if facts.rigid:
        yield Category.RIGID_FAMILY, tuple(_rigid_family(facts)), ""


def _reason(category: Category, given: Entitlement, tests: tuple[Reason, ...], note: str) -> Reason:
    value = "符合" if category is given.category else "不符合"
    articles = law.applicable(law.CATEGORY[category], given.assessment.pack)
    return Reason(category.zh, value, note, articles, "", tests)


def _standard(facts: Assessment) -> Reason:
    pack = facts.pack
    line = Line("低保标准", pack.standards.dibao, pack.dibao_test, _DIBAO)
    return _income(line, facts, facts.annual)


def _income(line: Line, facts: Assessment, annual: Exact) -> Reason:
    label, amount, test, paths = line
    holds = facts.below(annual, amount, test)
    words = {(Below.STRICTLY, True): "低于", (Below.STRICTLY, False): "不低于"}
    sign = words.get((test, holds), "不高于" if holds else "高于")
    formula = (
        f"每人每月{money(facts.per_capita(annual))}{sign}{money(amount)}"
        f"（年收入{money(annual)}，标准合计{money(amount * YEAR * facts.heads)}）"
    )
    value = "符合" if holds else "不符合"
    return Reason(label, value, formula, (), "/incomes", facts.pack.told(*paths))


def _owns(facts: Assessment, category: Category) -> Reason:
    value = "符合" if facts.owns_within(category) else "不符合"
    return Reason(
        f"{category.zh}财产条件", value, "见家庭财产", law.PROPERTY, f"property.{category}"
    )


def _labour(facts: Assessment) -> Reason:
    person = facts.members[0]
    holds = facts.heads == 1 and special.without_labour(person, facts)
    formula = f"计入{facts.heads}人，{person.age}周岁，无履行义务能力的义务人"
    parts = facts.pack.told("national.tekun.old_from", "national.tekun.young_below")
    value = "符合" if holds else "不符合"
    return Reason("无劳动能力", value, formula, ("TKM-5",), "/members", parts)


def _expenditure(facts: Assessment) -> Iterator[Reason]:
    pack = facts.pack
    yield _cap(facts, pack.expenditure, "expenditure_dibao", holds=below_disposable(facts))
    line = Line("低保标准", pack.standards.dibao, pack.dibao_test, _DIBAO)
    yield _income(line, facts, facts.after)
    yield _owns(facts, pack.expenditure.property)


def _low_margin(facts: Assessment) -> Iterator[Reason]:
    rules, standards = facts.pack.low_margin, facts.pack.standards
    line = rules.multiple * standards.dibao
    name = f"低保标准的{percent(rules.multiple)}"
    yield _income(Line(name, line, rules.test, _LOW_MARGIN), facts, facts.after)
    if rules.capped:
        cap = Line("最低工资封顶", standards.min_wage, rules.cap_test, _CAP)
        yield _income(cap, facts, facts.after)


def _rigid_family(facts: Assessment) -> Iterator[Reason]:
    rules = facts.pack.rigid_family
    yield _cap(facts, rules, "rigid_family", holds=rigid.under_cap(facts))
    share = f"{money(facts.rigid)} 与收入{money(facts.annual)}的{percent(rules.ratio)}相比"
    value = "符合" if rigid.has_share(facts) else "不符合"
    parts = facts.pack.told("rigid_family.ratio_at_least")
    yield Reason("刚性支出占比", value, share, ("RGM-4",), "/rigid", parts)
    yield _owns(facts, rules.property)


def _cap(facts: Assessment, rules: RigidRules, table: str, *, holds: bool) -> Reason:
    cap = rules.income_cap
    line = facts.pack.standards.disposable_per_capita if cap is None else cap
    formula = f"每人每年{money(facts.per_capita(facts.annual) * YEAR)}，上限{money(line)}"
    value = "符合" if holds else "不符合"
    parts = facts.pack.told(f"{table}.income_cap", "standards.prev_year_disposable_per_capita")
    return Reason("上年度人均可支配收入", value, formula, ("SAL-22",), "/incomes", parts)
