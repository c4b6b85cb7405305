"""救助金额 in words."""

from collections.abc import Iterator

from caseworker_app.model.codes import Category
from caseworker_app.model.determination import Reason
from caseworker_app.model.values import Fen, yuan
from caseworker_app.rules import law
from caseworker_app.rules.amount import least_gap, raw_gap, refusing
from caseworker_app.rules.entitlement import Entitlement
from caseworker_app.rules.figures import YEAR, money, percent
from caseworker_app.rules.policy_reader import elder_age

_GROUPS = {"minor": "未成年人", "severe_disabled": "重度残疾人", "seriously_ill": "重病患者"}
_CARE = {"able": "全自理", "partial": "部分丧失自理能力", "full": "完全丧失自理能力"}
_BY_GAP = frozenset({Category.DIBAO, Category.EXPENDITURE_DIBAO})


def amount(given: Entitlement) -> Reason:
    """Return what the category gives a month, with every part."""
    parts = tuple(_parts(given))
    formula = " + ".join(part.value for part in parts)
    return Reason("每月救助金", f"{yuan(given.monthly)}元", formula, (), "", parts)


def _parts(given: Entitlement) -> Iterator[Reason]:
    if given.category in _BY_GAP:
        yield _gap(given)
    if given.care:
        yield _tekun(given)
    for member, group, fen in given.top_ups:
        yield _top_up(given, member, group, fen)
    for member, fen in given.single_listed:
        yield _single(given, member, fen)


def _gap(given: Entitlement) -> Reason:
    facts, pack = given.assessment, given.assessment.pack
    annual = facts.after if given.category is Category.EXPENDITURE_DIBAO else facts.annual
    raw = raw_gap(facts, annual)
    formula = (
        f"{money(pack.standards.dibao)} × {facts.heads}人 − {money(annual)} ÷ {YEAR} = {money(raw)}"
    )
    if least_gap(facts) > raw:
        formula += f"；低于标准的{percent(pack.min_gap_rate)}，按{money(least_gap(facts))}"
    formula += f"；按户取整为{yuan(given.gap)}元"
    refused = refusing(facts)
    if not refused:
        return Reason("补差", f"{yuan(given.gap)}元", formula, law.GAP, "income.round.benefit")
    rest = facts.heads - len(refused)
    formula += (
        f"；拒绝就业{len(refused)}人停发其本人份额：{yuan(given.gap)}元 × {rest}/{facts.heads}"
    )
    articles = law.applicable((*law.GAP, *law.REFUSED), pack)
    return Reason("补差", f"{yuan(given.paid)}元", formula, articles, "/members")


def _tekun(given: Entitlement) -> Reason:
    standards = given.assessment.pack.standards
    care = standards.tekun_care[given.care]
    formula = f"基本生活{money(standards.tekun_basic)} + 照料护理{money(care)}({_CARE[given.care]})"
    return Reason("特困供养", f"{yuan(given.paid)}元", formula, law.CARE, "standards.tekun_basic")


def _top_up(given: Entitlement, member: str, group: str, fen: Fen) -> Reason:
    pack = given.assessment.pack
    age = elder_age(group)
    word = f"{age}周岁以上老年人" if age else _GROUPS[group]
    rate = percent(pack.top_up.rates[group])
    formula = f"{money(pack.standards.dibao)} × {rate}，四舍五入到元"
    source = f"top_up.rate_of_standard.{group}"
    return Reason(f"{member} 分类施保（{word}）", f"{yuan(fen)}元", formula, law.TOP_UP, source)


def _single(given: Entitlement, member: str, fen: Fen) -> Reason:
    facts = given.assessment
    standard = facts.pack.standards.dibao
    floor = percent(facts.pack.single_listed.illness_floor_ratio)
    formula = (
        f"重残按标准{money(standard)}；重病按标准与本人月收入{money(facts.own(member) / YEAR)}"
        f"之差，不低于标准的{floor}；从高"
    )
    articles = law.ALONE if given.category is Category.SINGLE_LISTED else law.SINGLE
    return Reason(f"{member} 单列", f"{yuan(fen)}元", formula, articles, "single_listed")
