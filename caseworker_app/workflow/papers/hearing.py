"""Entries about being heard before a decision (SAL-48), and about a graduated exit (DBM-33)."""

from collections.abc import Iterator

from caseworker_app.documents import words
from caseworker_app.intake.workdays import workday_calendar
from caseworker_app.model.codes import Action, IncomeKind
from caseworker_app.model.values import Json
from caseworker_app.rules.law import in_force
from caseworker_app.rules.procedure.deadline import last_day
from caseworker_app.workflow.papers import people
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.entry import Entries, Written

_BY_WORK = frozenset({IncomeKind.WAGE, IncomeKind.BUSINESS})


def _deadline(case: Case) -> Json:
    """Return a proposal: the place's time to be heard, from the day of the paper."""
    limit = case.pack.on(case.day).time_limits.limits["statement"]
    return last_day(case.day, limit, workday_calendar()).isoformat()


def _work(case: Case) -> Json:
    """Return what the members earn by their work, as the visit found it."""
    if case.visit is None:
        return None
    earned = (
        f"{people.name(case, one.who)}：{one.type or one.kind.zh}，"
        + (f"每年{words.amount(one.annual)}" if one.annual else f"每月{words.amount(one.monthly)}")
        for one in case.visit.incomes
        if one.kind in _BY_WORK
    )
    return "；".join(earned)


def of_decision(case: Case, written: Written) -> Iterator[str]:
    """Yield a caution where assistance falls and nobody wrote how the household was heard."""
    decided, rules = case.determination, case.pack.on(case.day)
    falls = decided is not None and decided.monthly < case.household.monthly
    dead = decided is not None and decided.action is Action.STOP_DEAD
    if falls and not dead and in_force("SAL-48", case.day, rules) and not written.get("heard"):
        yield "减少或者终止社会救助前应当听取意见，听取意见情况还没有填写。"


def of_record(_: Case, written: Written) -> Iterator[str]:
    """Yield a caution where one person asks and writes."""
    if written.get("asker") and written.get("asker") == written.get("recorder"):
        yield "询问人和记录人是同一人，应当由两人分别担任。"


ENTRIES: Entries = {
    "deadline": _deadline,
    "asker": lambda case: case.person.name,
    "work": _work,
}
