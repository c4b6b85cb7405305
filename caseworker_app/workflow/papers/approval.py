"""Entries of the approval form: the household before and after, the calculation line by line."""

from caseworker_app.codes import names
from caseworker_app.documents import words
from caseworker_app.documents.telling import numbered, said
from caseworker_app.model.codes import Action, Category
from caseworker_app.model.determination import Determination
from caseworker_app.model.values import Json
from caseworker_app.rules.earlier import FIGURES
from caseworker_app.rules.law import in_force
from caseworker_app.workflow.papers import people
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.entry import Entries, of_answer, of_earlier

_HASH = 12
_LEVELS = 2
_STANDARDS = "standards."
"""Begin the paths of the amounts a place sets for a year, among the values of its pack."""

_SAME = "同上"


def _steps(case: Case) -> Json:
    """Return the lines of the calculation with their formulas, results and articles.

    Two levels: what was added up stands on it, how each part came about on the visit form.
    """
    if case.determination is None:
        return None
    lines = [line for line in numbered(case.determination.reason) if line[0].count(".") < _LEVELS]
    above = ((), *(reason.articles for _, reason in lines))
    return [
        {
            "number": number,
            "step": _said(case, reason.label),
            "formula": _said(case, reason.formula),
            "result": _said(case, reason.value),
            "article": _SAME
            if reason.articles == before != ()
            else words.articles(reason.articles),
        }
        for (number, reason), before in zip(lines, above, strict=False)
    ]


def _said(case: Case, text: str) -> str:
    return said(text, lambda one: people.name(case, one))


def _standards(case: Case) -> Json:
    """Return the standards the calculation was held against, since when and by which paper."""
    if case.determination is None:
        return None
    return [
        {"parameter": one.label, "value": one.value, "basis": one.basis}
        for path, one in case.determination.reason.parameters().items()
        if path.startswith(_STANDARDS)
    ]


def _rules(case: Case) -> Json:
    """Return name, version and hash of the pack the figures were reckoned with."""
    decided = case.determination
    if decided is None:
        return None
    mark = decided.pack_hash.removeprefix("sha256:")[:_HASH]
    return f"{case.pack.name}（{decided.pack_id}，校验码{mark}）"


def _grounds(case: Case) -> Json:
    """Return the answer of the law in one sentence."""
    if case.determination is None:
        return None
    root = case.determination.reason
    answer = "，".join(filter(None, (root.value, root.formula)))
    return f"{_said(case, answer)}。"


def _moved(case: Case) -> Json:
    """Return why figures moved since the visit before, as the visit says."""
    reasons = (case.visit.reasons if case.visit else None) or ()
    if case.visit is None or not reasons:
        return None
    what, why = names("change_limits", "what"), names("change_reasons")
    return "；".join(
        f"{what[one.id]}由{words.day(one.since)}的{words.amount(one.before)}"
        f"变为{words.amount(FIGURES[one.id](case.visit))}，原因：{why.get(one.code, one.code)}"
        for one in reasons
    )


def _must_hear(case: Case) -> Json:
    """Return 是 where the household is heard before the decision (SAL-48); the dead cannot be."""
    decided = case.determination
    is_law = in_force("SAL-48", case.day, case.pack.on(case.day))
    if decided is None or decided.action is Action.STOP_DEAD or not is_law:
        return None
    return words.yes(value=True) if decided.monthly < case.household.monthly else None


def _grace(decided: Determination) -> Json:
    if decided.grace_until is None:
        return None
    after = f"，期满{decided.after_grace.zh}" if decided.after_grace else ""
    return f"至{words.month(decided.grace_until)}{after}"


def _category_after(decided: Determination) -> Json:
    return "不符合救助条件" if decided.category is Category.NONE else decided.category.zh


def _situation(case: Case) -> Json:
    """Return people, income and standard in one sentence, and what the law answered."""
    decided = case.determination
    if decided is None:
        return None
    return (
        f"该户现为{case.household.category.zh}，月救助金{words.amount(case.household.monthly)}。"
        f"经核查，计入家庭成员{len(decided.counted)}人，"
        f"家庭年收入{words.amount(decided.income_annual)}，"
        f"月人均收入{words.amount(decided.per_capita)}，"
        f"当地低保标准每人每月{words.amount(decided.standard)}。"
        f"{decided.reason.label}：{_grounds(case)}"
    )


ENTRIES: Entries = {
    "steps": _steps,
    "standards": _standards,
    "rules": _rules,
    "grounds": _grounds,
    "moved": _moved,
    "must_hear": _must_hear,
    "situation": _situation,
    "people": of_answer(lambda decided: len(decided.counted)),
    "income_monthly": of_answer(lambda decided: words.monthly_of(decided.income_annual)),
    "income_before": of_earlier(lambda before: words.monthly_of(before.income_annual)),
    "per_capita_before": of_earlier(lambda before: before.per_capita),
    "top_up_before": of_earlier(lambda before: before.top_up),
    "top_up": of_answer(lambda decided: decided.top_up),
    "category_after": of_answer(_category_after),
    "recheck": of_answer(lambda decided: decided.recheck.zh),
    "overpaid": of_answer(lambda decided: decided.overpaid or None),
    "grace": of_answer(_grace),
}
