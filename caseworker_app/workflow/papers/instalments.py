"""Entries of an agreement to return by instalments: equal whole yuan, the remainder last."""

from collections.abc import Callable, Iterator

from caseworker_app.documents import words
from caseworker_app.model.values import Json, Month
from caseworker_app.rules.recovery.overpaid import Instalments, instalments, plan_faults
from caseworker_app.workflow.papers.basics import is_dead
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.entry import Entries, Following, Written


def _owed(case: Case) -> Json:
    """Return a proposal: what the determination found overpaid."""
    return case.determination.overpaid or None if case.determination else None


def _first_month(case: Case) -> Json:
    """Return a proposal: the month after the agreement."""
    return str(Month.of(case.day).plus(1))


def _plan(written: Written) -> Instalments | None:
    """Return the plan; None while one of its three figures is missing.

    Raises ``UserError`` where the debt cannot be split so.
    """
    match written.get("owed"), written.get("periods"), written.get("first_month"):
        case int(owed), int(periods), str(first):
            return instalments(owed, periods, Month.parse(first))
        case _:
            return None


def _schedule(_: Case, written: Written) -> Json:
    plan = _plan(written)
    if plan is None:
        return None
    return [{"month": str(one.month), "amount": one.amount} for one in plan.schedule()]


def _terms(_: Case, written: Written) -> Json:
    """Return the plan in a sentence without its full stop."""
    plan = _plan(written)
    if plan is None:
        return None
    if plan.periods == 1:
        return f"于{words.month(plan.last_month)}一次退还{words.amount(plan.total)}"
    first = words.month(plan.last_month.plus(1 - plan.periods))
    last = "" if plan.last == plan.each else f"，末期{words.amount(plan.last)}"
    return (
        f"自{first}起至{words.month(plan.last_month)}止，分{plan.periods}期退还，每月一期，"
        f"每期{words.amount(plan.each)}{last}"
    )


def _owed_in_capitals(_: Case, written: Written) -> Json:
    owed = written.get("owed")
    return words.capitals(owed) if isinstance(owed, int) else None


def cautions(case: Case, written: Written) -> Iterator[str]:
    """Yield in what the plan goes beyond the rules of the place."""
    plan = _plan(written)
    if plan:
        yield from plan_faults(plan, plan.periods, case.pack.on(case.day))


def _debtor(say: Callable[[Case], Json]) -> Callable[[Case], Json]:
    """Return a proposal: the head, unless dead, when it is an heir nobody has named yet."""
    return lambda case: None if is_dead(case) else say(case)


ENTRIES: Entries = {
    "owed": _owed,
    "first_month": _first_month,
    "debtor": _debtor(lambda case: case.household.head.name),
    "debtor_number": _debtor(lambda case: case.household.head.id_number),
    "debtor_phone": _debtor(lambda case: case.household.phone),
}
FOLLOWING: Following = {
    "owed_capitals": _owed_in_capitals,
    "terms": _terms,
    "schedule": _schedule,
    "schedule_sum": lambda _, written: written.get("owed"),
}
