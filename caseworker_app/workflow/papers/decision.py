"""Entries about the answer of the law: what is decided, from when, on which facts and articles."""

from collections.abc import Iterator, Mapping, Sequence

from caseworker_app.documents import words
from caseworker_app.documents.telling import said
from caseworker_app.model.codes import Action, Category
from caseworker_app.model.determination import Determination, Reason
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Visit
from caseworker_app.rules import law
from caseworker_app.rules.explanation.answer import REMARKS
from caseworker_app.rules.membership import DEAD
from caseworker_app.workflow.papers import people
from caseworker_app.workflow.papers.basics import benefit, receives
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.entry import Entries, of_answer

_EFFECT = "effect"
_LEGAL_BASIS = "legal_basis"
_ACTS = frozenset({"类别认定", "处理"})
"""Steps of the explanation whose articles a letter cites; the table has those of every step."""

_FAILED = frozenset({"超出", "不符合"})
_ELSEWHERE = "property."
"""Source of a test that points to the limits told in their own place."""

_SIGNS = {" > ": "，超过规定的", " ≥ ": "，不低于规定的"}
_SHOWN_DEPTH = 2


_TURNS: Mapping[Action, Category] = {
    Action.TO_LOW_MARGIN: Category.LOW_MARGIN,
    Action.TO_TEKUN: Category.TEKUN,
    Action.TO_RIGID: Category.RIGID_FAMILY,
    Action.TO_SINGLE_LISTED: Category.SINGLE_LISTED,
    Action.TO_EXPENDITURE: Category.EXPENDITURE_DIBAO,
    Action.TO_DIBAO: Category.DIBAO,
}
_ENTERS: Mapping[Action, Category] = {
    Action.NEW: Category.DIBAO,
    Action.NEW_LOW_MARGIN: Category.LOW_MARGIN,
    Action.NEW_SINGLE_LISTED: Category.SINGLE_LISTED,
    Action.NEW_EXPENDITURE: Category.EXPENDITURE_DIBAO,
    Action.NEW_RIGID: Category.RIGID_FAMILY,
    Action.NEW_TEKUN: Category.TEKUN,
}
_NO_PAYMENT = frozenset({Category.LOW_MARGIN, Category.RIGID_FAMILY})
"""Households are recognised as such; the others are given a benefit."""

_RISE, _FALL = "增发", "减发"
_SENTENCES: Mapping[Action, str] = {
    Action.CONTINUE: "继续{gives}",
    Action.INCREASE: "自{since}起，每月救助金由{before}{turns}至{paid}",
    Action.REDUCE: "自{since}起，每月救助金由{before}{turns}至{paid}",
    Action.PART: "部分家庭成员退出救助，自{since}起，每月救助金由{before}{turns}至{paid}",
    Action.STOP: "自{since}起停发救助金，{ends}",
    Action.STOP_DEAD: "因保障对象死亡，自{since}起停发救助金，{ends}",
    Action.REFUSE: "对你（户）的社会救助申请不予确认",
}
_TURN = "自{since}起，由{was}转为{category}"
_ENTER = "自{since}起{gives}"


def _decision(case: Case) -> Json:
    """Return what is done, as a sentence without its full stop."""
    decided = case.determination
    if decided is None:
        return None
    action, before = decided.action, case.household.monthly
    if action is Action.GRACE:
        return _grace(case, decided)
    now, was = _TURNS.get(action) or _ENTERS.get(action), receives(case)
    sentence = _SENTENCES.get(action, _TURN if action in _TURNS else _ENTER)
    if now or action is Action.CONTINUE:
        sentence += _payment(decided, before)
    return sentence.format(
        was=benefit(was),
        category=benefit(now or was),
        gives=_gives(now or was),
        ends=_ends(was),
        since=words.month(decided.from_month),
        before=words.amount(before),
        paid=words.amount(decided.monthly),
        turns=_RISE if decided.monthly > before else _FALL,
    )


def _gives(category: Category) -> str:
    return ("认定为" if category in _NO_PAYMENT else "给予") + benefit(category)


def _ends(category: Category) -> str:
    return ("不再认定为" if category in _NO_PAYMENT else "终止") + benefit(category)


def _payment(decided: Determination, before: int) -> str:
    """Return what is paid from then on."""
    if not decided.monthly:
        return "，不再发放每月救助金" if before else ""
    if not before:
        return "，每月发给救助金{paid}"
    if decided.monthly == before:
        return "，每月救助金{paid}，金额不变"
    return "，每月救助金由{before}{turns}至{paid}"


def _grace(case: Case, decided: Determination) -> str:
    until = decided.grace_until
    sentence = f"自{words.month(decided.from_month)}起给予渐退期"
    if until is not None:
        sentence += f"，至{words.month(until)}止"
    sentence += f"，期间每月发给救助金{words.amount(decided.monthly)}"
    return sentence + (f"，期满{_after(case, decided.after_grace)}" if decided.after_grace else "")


def _after(case: Case, action: Action) -> str:
    """Return what follows on a grace."""
    if action in _TURNS:
        return f"转为{benefit(_TURNS[action])}"
    return f"停发救助金，{_ends(receives(case))}" if action is Action.STOP else action.zh


def _way_back(case: Case) -> Json:
    """Return how help may be had again, where it falls or ends."""
    decided = case.determination
    if decided is None:
        return None
    if decided.action is Action.REFUSE:
        return "今后家庭情况变化、符合条件的，可以重新申请社会救助。"
    if decided.action is Action.STOP:
        return "今后家庭情况变化、再次符合条件的，可以重新申请社会救助。"
    if decided.monthly < case.household.monthly and decided.action is not Action.STOP_DEAD:
        return "今后家庭人口、收入、财产或者刚性支出变化的，可以告知我单位，申请重新核定救助金。"
    return None


def _cited(case: Case) -> Json:
    """Return the articles of category and act in force on the day; of old records, all of them."""
    decided = case.determination
    if decided is None:
        return None
    steps = [step for step in decided.reason.parts if step.label in _ACTS]
    tried = [one for step in steps for one in (step, *step.steps())]
    codes = [code for step in tried for code in step.articles] or decided.decided_by
    rules = case.pack.on(case.day)
    return words.cited(
        code for code in law.applicable(codes, rules) if law.in_force(code, case.day, rules)
    )


def _facts(case: Case) -> Json:
    """Return what was found, numbered: people, income, limits, differences that have effect."""
    decided, visit = case.determination, case.visit
    if visit is None or decided is None:
        return None
    told = (
        *_dead(case, visit),
        *_figures(case, decided),
        *_exceeded(decided.reason),
        *_found(visit, case.discrepancies),
    )
    return "\n".join(f"{n}. {_said(case, text)}" for n, text in enumerate(told, 1))


def _said(case: Case, text: str) -> str:
    return said(text, lambda one: people.name(case, one))


def _dead(case: Case, visit: Visit) -> Iterator[str]:
    for member in visit.members:
        if member.excluded == DEAD:
            day = f"于{words.day(member.died)}" if member.died else "已"
            yield f"{people.name(case, member.id)}{day}死亡。"


def _figures(case: Case, decided: Determination) -> Iterator[str]:
    if decided.counted:
        names = "、".join(people.name(case, one) for one in decided.counted)
        yield (
            f"计入家庭成员{len(decided.counted)}人（{names}），"
            f"家庭年收入{words.amount(decided.income_annual)}，"
            f"月人均收入{words.amount(decided.per_capita)}，"
            f"当地低保标准每人每月{words.amount(decided.standard)}。"
        )
    if decided.reason.formula:
        yield f"{decided.reason.formula}。"


def _exceeded(reason: Reason) -> Iterator[str]:
    """Yield every test that failed, with the figure found and the limit."""
    for step in reason.steps():
        for test in step.steps():
            told = test.formula and not test.steps() and not test.source.startswith(_ELSEWHERE)
            if told and {step.value, test.value} <= _FAILED:
                yield f"{step.label}：{test.label}{_in_words(test.formula)}。"
        yield from _exceeded(step)


def _in_words(comparison: str) -> str:
    for sign, word in _SIGNS.items():
        comparison = comparison.replace(sign, word)
    return comparison


def _found(visit: Visit, differences: tuple[Discrepancy, ...]) -> Iterator[str]:
    concluded = {e.id: e for e in visit.explanations if e.conclusion == _EFFECT}
    for one in differences:
        if one.id in concluded:
            told = concluded[one.id].text
            yield (
                f"{one.subject}：申报为“{one.declared}”，部门数据为“{one.registered}”，"
                f"经核实影响认定。{told}"
            )


def _calculation(case: Case) -> Json:
    """Return the steps of the reckoning: two deep, and further down what was not kept.

    Articles stand where they begin to hold.
    """
    decided = case.determination
    if decided is None:
        return None
    apart = {_LEGAL_BASIS, decided.pack_id}
    steps = [s for s in decided.reason.steps() if s.source not in apart and s.label != REMARKS]
    rows: list[Json] = []
    above: law.Articles = ()
    for number, step in _numbered(steps, ""):
        rows.append(
            {
                "number": number,
                "step": _said(case, step.label),
                "formula": _said(case, step.formula),
                "result": _said(case, step.value),
                "articles": "" if step.articles == above else words.articles(step.articles),
            }
        )
        above = step.articles
    return rows


def _numbered(steps: Sequence[Reason], above: str) -> Iterator[tuple[str, Reason]]:
    depth = above.count(".") + 1
    shown = [
        step
        for step in steps
        if depth <= _SHOWN_DEPTH
        or (step.value in _FAILED and not step.source.startswith(_ELSEWHERE))
    ]
    for number, step in enumerate(shown, 1):
        yield f"{above}{number}", step
        yield from _numbered(step.steps(), f"{above}{number}.")


def _month(value: object) -> Json:
    return str(value) if value else None


ENTRIES: Entries = {
    "action": of_answer(lambda decided: decided.action.zh),
    "monthly": of_answer(lambda decided: decided.monthly),
    "from_month": of_answer(lambda decided: str(decided.from_month)),
    "articles": of_answer(lambda decided: words.articles(decided.decided_by)),
    "decision": _decision,
    "cited": _cited,
    "facts": _facts,
    "way_back": _way_back,
    "calculation": _calculation,
    "per_capita": of_answer(lambda decided: decided.per_capita),
    "standard": of_answer(lambda decided: decided.standard),
    "grace_until": of_answer(lambda decided: _month(decided.grace_until)),
    "after_grace": lambda case: (
        _after(case, case.determination.after_grace)
        if case.determination and case.determination.after_grace
        else None
    ),
}
