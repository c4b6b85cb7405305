"""Entries about the answer of the law: what is decided, from when, on which facts and articles."""

from collections.abc import Callable, Iterator

from caseworker_app.documents import words
from caseworker_app.model.determination import Determination
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Visit
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.entry import Entries

_EFFECT = "effect"


def _of(say: Callable[[Determination], Json]) -> Callable[[Case], Json]:
    """Return an entry that the determination alone knows."""
    return lambda case: None if case.determination is None else say(case.determination)


def _facts(case: Case) -> Json:
    """Return what was found, numbered: people, income, and every difference that has effect."""
    if case.visit is None or case.determination is None:
        return None
    told = (*_figures(case.determination), *_found(case.visit, case.discrepancies))
    return "\n".join(f"{number}. {text}" for number, text in enumerate(told, 1))


def _figures(decided: Determination) -> Iterator[str]:
    yield (
        f"计入家庭成员{len(decided.counted)}人，家庭年收入{words.amount(decided.income_annual)}，"
        f"月人均收入{words.amount(decided.per_capita)}，"
        f"当地低保标准每人每月{words.amount(decided.standard)}。"
    )
    yield f"{decided.reason.label}：{words.formal(decided.reason.formula)}。"


def _found(visit: Visit, differences: tuple[Discrepancy, ...]) -> Iterator[str]:
    concluded = {e.id: e for e in visit.explanations if e.conclusion == _EFFECT}
    for one in differences:
        if one.id in concluded:
            told = concluded[one.id].text
            yield words.formal(
                f"{one.subject}：申报为“{one.declared}”，部门数据为“{one.registered}”，"
                f"经核实影响认定。{told}"
            )


ENTRIES: Entries = {
    "action": _of(lambda decided: decided.action.zh),
    "monthly": _of(lambda decided: decided.monthly),
    "from_month": _of(lambda decided: str(decided.from_month)),
    "articles": _of(lambda decided: words.articles(decided.decided_by)),
    "facts": _facts,
}
