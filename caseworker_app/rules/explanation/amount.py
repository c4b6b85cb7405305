"""救助金额 in words."""

from collections.abc import Iterator

from caseworker_app.model.codes import Category
from caseworker_app.model.determination import Reason
from caseworker_app.model.values import Fen, yuan
from caseworker_app.rules import law
from caseworker_app.rules.amount import band, least_gap, raw_gap, refusing
from caseworker_app.rules.entitlement import Entitlement
from caseworker_app.rules.figures import YEAR, Exact, money, percent
from caseworker_app.rules.membership import is_severe
from caseworker_app.rules.policy.pack import Band, Pack, SingleBenefit, SingleForm
from caseworker_app.rules.policy.reader import elder_age

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
    graded = band(facts, annual)
    formula = _graded(given, graded) if graded else _difference(given, raw_gap(facts, annual))
    parts = pack.told("standards.dibao", "benefit.form", "benefit.bands", "income.round.benefit")
    refused = refusing(facts)
    label = "分档救助金" if graded else "补差"
    articles = law.applicable(law.GAP, pack)
    if not refused:
        return Reason(label, f"{yuan(given.gap)}元", formula, articles, "", parts)
    rest = facts.heads - len(refused)
    formula += (
        f"；拒绝就业{len(refused)}人停发其本人份额：{yuan(given.gap)}元 × {rest}/{facts.heads}"
    )
    articles += law.applicable(law.REFUSED, pack)
    parts += pack.told("national.job_refusals")
    return Reason(label, f"{yuan(given.paid)}元", formula, articles, "/members", parts)


def _graded(given: Entitlement, graded: Band) -> str:
    heads = given.assessment.heads
    return f"人均收入低于标准的{percent(graded.below)}，{money(graded.monthly)} × {heads}人"


def _difference(given: Entitlement, raw: Exact) -> str:
    facts, pack = given.assessment, given.assessment.pack
    income = money(facts.pack.standards.dibao * facts.heads - raw)
    formula = f"{money(pack.standards.dibao)} × {facts.heads}人 − 月收入{income} = {money(raw)}"
    if least_gap(facts) > raw:
        formula += f"；低于标准的{percent(pack.min_gap_rate)}，按{money(least_gap(facts))}"
    return f"{formula}；按户取整为{yuan(given.gap)}元"


def _tekun(given: Entitlement) -> Reason:
    pack, need = given.assessment.pack, given.care
    standards = pack.standards
    basic, care = money(standards.tekun_basic), money(standards.tekun_care[need])
    formula = f"基本生活{basic} + 照料护理{care}（{_CARE[need]}）"
    parts = pack.told("standards.tekun_basic", f"standards.tekun_care.{need}")
    return Reason("特困供养", f"{yuan(given.paid)}元", formula, law.CARE, "/members", parts)


def _top_up(given: Entitlement, member: str, group: str, fen: Fen) -> Reason:
    pack = given.assessment.pack
    age = elder_age(group)
    word = f"{age}周岁以上老年人" if age else _GROUPS[group]
    source = f"/members/#{member}"
    label = f"{member} 分类施保（{word}）"
    if group in pack.top_up.amounts:
        parts = pack.told(f"top_up.amount.{group}")
        return Reason(label, f"{yuan(fen)}元", "定额", law.TOP_UP, source, parts)
    rate = percent(pack.top_up.rates[group])
    formula = f"{money(pack.standards.dibao)} × {rate}，四舍五入到元"
    parts = pack.told("standards.dibao", f"top_up.rate_of_standard.{group}")
    return Reason(label, f"{yuan(fen)}元", formula, law.TOP_UP, source, parts)


def _single(given: Entitlement, member: str, fen: Fen) -> Reason:
    facts = given.assessment
    person = next(person for person in facts.members if person.id == member)
    rules = facts.pack.single_listed
    ways = []
    if is_severe(person, facts.pack):
        ways.append(f"重残{_way(given, member, rules.severe)}")
    if person.illness:
        ways.append(f"重病{_way(given, member, rules.illness)}")
    formula = "；".join(ways) + ("；从高" if len(ways) > 1 else "")
    articles = law.ALONE if given.category is Category.SINGLE_LISTED else law.SINGLE
    parts = _single_parts(facts.pack)
    place = f"/members/#{member}"
    return Reason(f"{member} 单列", f"{yuan(fen)}元", formula, articles, place, parts)


def _way(given: Entitlement, member: str, rules: SingleBenefit) -> str:
    facts = given.assessment
    standard = money(facts.pack.standards.dibao)
    if rules.form is SingleForm.FULL:
        return f"按标准{standard}全额"
    if rules.form is SingleForm.FLAT:
        return f"按定额{money(rules.amount)}"
    own = money(facts.own(member) / YEAR)
    text = f"按标准{standard}与本人月收入{own}之差"
    return f"{text}，不低于标准的{percent(rules.floor_ratio)}" if rules.floor_ratio else text


def _single_parts(pack: Pack) -> tuple[Reason, ...]:
    return pack.told(
        "standards.dibao", "single_listed.benefit_disability", "single_listed.benefit_illness"
    )
