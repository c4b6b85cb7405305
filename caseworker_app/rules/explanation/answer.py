"""The explanation of a determination: from the answer down to each input, in plain words."""

from caseworker_app.model.codes import Action, Category, Recheck
from caseworker_app.model.determination import Reason, Remark
from caseworker_app.model.values import Fen, yuan
from caseworker_app.rules import law
from caseworker_app.rules.action import Outcome
from caseworker_app.rules.assessment import Assessment
from caseworker_app.rules.doubts import doubts
from caseworker_app.rules.entitlement import Entitlement
from caseworker_app.rules.explanation.amount import amount
from caseworker_app.rules.explanation.category import categories
from caseworker_app.rules.explanation.income import household_income
from caseworker_app.rules.explanation.property import property_checks
from caseworker_app.rules.frequency import recheck
from caseworker_app.rules.grounds import acts
from caseworker_app.rules.membership import WORDS, excluded_because
from caseworker_app.rules.paths import better_paths

REMARKS = "需要留意"
"""Step for the office alone: what to look at again."""

_BY_DIBAO_PROPERTY = frozenset({Category.TEKUN, Category.DIBAO, Category.SINGLE_LISTED})


def remarks(given: Entitlement) -> tuple[Remark, ...]:
    """Return what the person who decides should look at: doubts, and paths that pay more."""
    return (*doubts(given.assessment), *better_paths(given))


def summary(given: Entitlement, done: Outcome, grounds: tuple[str, ...]) -> Reason:
    """Return the answer in one line, without its parts."""
    value = f"{given.category.zh}，每月{yuan(done.monthly)}元，{done.action.zh}"
    return Reason("认定结论", value, articles=grounds, source=f"规则包 {given.assessment.pack.id}")


def explain(
    given: Entitlement,
    done: Outcome,
    overpaid: Fen,
    grounds: tuple[str, ...],
    said: tuple[Remark, ...],
) -> Reason:
    """Return the answer with every step it was made of."""
    facts = given.assessment
    head = summary(given, done, grounds)
    parts = [
        _members(facts),
        household_income(facts),
        property_checks(facts, only_dibao=given.category in _BY_DIBAO_PROPERTY),
        categories(given),
        amount(given),
        _act(facts, done),
    ]
    if facts.status.death:
        parts.append(_death(facts, done, overpaid))
    parts += [_recheck(given), _law(facts, grounds)]
    if said:
        told = tuple(Reason("提示", "请核对", remark.text, remark.articles) for remark in said)
        parts.append(Reason(REMARKS, f"{len(said)}处", "", (), "", told))
    if facts.pack.overridden or not facts.pack.in_force(facts.status.as_of):
        parts.append(_pack(facts))
    return Reason(head.label, head.value, "", head.articles, head.source, tuple(parts))


def _members(facts: Assessment) -> Reason:
    inside = {person.id for person in facts.members}
    parts = tuple(
        Reason(
            f"成员 {person.id}",
            "计入" if person.id in inside else f"不计入：{_because(facts, person.id)}",
            f"{person.age}周岁，{person.status.zh}",
            law.MEMBERS,
            f"/members/#{person.id}",
        )
        for person in facts.status.persons
    )
    return Reason("共同生活的家庭成员", f"{facts.heads}人", "", law.MEMBERS, "", parts)


def _because(facts: Assessment, member_id: str) -> str:
    status = facts.status
    person = next(p for p in status.persons if p.id == member_id)
    reason = excluded_because(person, status)
    return WORDS.get(reason, reason) or "不在本次申请之内"


def _act(facts: Assessment, done: Outcome) -> Reason:
    status = facts.status
    before = f"{status.current.zh}{yuan(status.current_monthly)}元"
    formula = (
        f"原{before}，现每月{yuan(done.monthly)}元；自{done.from_month}起执行（作出决定的次月）"
    )
    parts: tuple[Reason, ...] = ()
    if done.after_grace:
        text = f"按原金额发至{done.grace_until}，期满{done.after_grace.zh}"
        months = f"{facts.pack.income.grace_months}个月"
        told = facts.pack.told("income.grace_months", "income.grace_pays")
        parts = (Reason("渐退期", months, text, law.ACTION[Action.GRACE], "/cause", told),)
    articles = law.applicable((*acts(facts, done, 0), *law.NEXT_MONTH), facts.pack)
    return Reason("处理", done.action.zh, formula, articles, "/household", parts)


def _death(facts: Assessment, done: Outcome, overpaid: Fen) -> Reason:
    status = facts.status
    months = overpaid // (status.current_monthly - done.monthly) if overpaid else 0
    formula = f"(原{yuan(status.current_monthly)}元 − 现{yuan(done.monthly)}元) × {months}个月"
    articles = (*law.DEATH, *(law.OVERPAID if overpaid else ()))
    parts, value = facts.pack.told("national.death_finish_within_months"), f"{yuan(overpaid)}元"
    return Reason("死亡后多发", value, formula, articles, "/paid_after_death", parts)


def _recheck(given: Entitlement) -> Reason:
    facts = given.assessment
    cycle = recheck(given.category, facts.members, facts.status.incomes, facts.pack)
    if given.category is Category.TEKUN:
        why, parts = "特困人员每年复核", facts.pack.told("time_limits.months.recheck_yearly")
        return Reason("复核周期", cycle.zh, why, law.RECHECK_TEKUN, "/members", parts)
    why = (
        "有成员在业、打零工或有劳动能力"
        if cycle is Recheck.HALF_YEARLY
        else "短期内经济状况变化不大"
    )
    parts = facts.pack.told("recheck.reading", f"time_limits.months.recheck_{cycle.value}")
    return Reason("复核周期", cycle.zh, why, law.RECHECK, "/members", parts)


def _law(facts: Assessment, grounds: tuple[str, ...]) -> Reason:
    day, pack = facts.status.as_of, facts.pack
    since = {code: law.force_day(code, pack) for code in grounds}
    later = {code: start for code, start in since.items() if start and start > day}
    parts = tuple(
        Reason(
            code, f"自{later[code]}起施行，行为日尚未施行" if code in later else "现行", "", (code,)
        )
        for code in grounds
    )
    number = len(grounds) - len(later)
    return Reason("法律依据", f"{number}条在行为日施行", "", grounds, "legal_basis", parts)


def _pack(facts: Assessment) -> Reason:
    pack = facts.pack
    value = "有效" if pack.in_force(facts.status.as_of) else "行为日不在规则包有效期内，请核对标准"
    formula = f"{pack.effective_from}至{pack.effective_to}"
    if pack.overridden:
        formula += f"；本例另行设定：{'、'.join(pack.overridden)}"
    return Reason("规则包", value, formula, (), pack.id)
