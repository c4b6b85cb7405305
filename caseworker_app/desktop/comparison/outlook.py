"""What an answer would make of the determination, told before it is chosen."""

from dataclasses import replace

from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.determination import Determination
from caseworker_app.model.discrepancy import Explanation
from caseworker_app.model.values import yuan
from caseworker_app.rules.comparison.answers import Answer


def outlook(case: Case, discrepancy_id: str, answer: Answer) -> str:
    """Return the proposal an answer leads to, or that it stays as it is."""
    then = _with(case, _answered(case.explanation(discrepancy_id), answer))
    now = case.live.determination
    if (then.category, then.action, then.monthly) == (now.category, now.action, now.monthly):
        return tr("选此项，建议不变")
    return tr("选此项，建议变为：{proposal}", proposal=proposal(then))


def proposal(answer: Determination) -> str:
    """Return ``低保，减发，每月 420 元``."""
    paid = tr("，每月 {amount} 元", amount=yuan(answer.monthly)) if answer.monthly else ""
    return tr("{word}，{word2}{paid}", word=answer.category.zh, word2=answer.action.zh, paid=paid)


def _answered(explanation: Explanation, answer: Answer) -> Explanation:
    return replace(
        explanation, state=answer.state, conclusion=answer.conclusion, resolved=answer.code
    )


def _with(case: Case, explained: Explanation) -> Determination:
    others = (e for e in case.visit.explanations if e.id != explained.id)
    visit = replace(case.visit, explanations=(*others, explained))
    return case.actions.live(visit, case.dossier.discrepancies).determination
