"""处理: what is done with the benefit, and when (``resources/codes/outcomes.csv``)."""

from collections.abc import Mapping
from dataclasses import dataclass

from caseworker_app.model.codes import Action, Category
from caseworker_app.model.economy import EconomicStatus
from caseworker_app.model.values import Fen, Month
from caseworker_app.rules.amount import top_ups
from caseworker_app.rules.assessment import Assessment
from caseworker_app.rules.entitlement import Entitlement
from caseworker_app.rules.membership import DEAD, excluded_because

BY_EMPLOYMENT = "employment"

_NEW: Mapping[Category, Action] = {
    Category.TEKUN: Action.NEW_TEKUN,
    Category.DIBAO: Action.NEW,
    Category.EXPENDITURE_DIBAO: Action.NEW_EXPENDITURE,
    Category.SINGLE_LISTED: Action.NEW_SINGLE_LISTED,
    Category.LOW_MARGIN: Action.NEW_LOW_MARGIN,
    Category.RIGID_FAMILY: Action.NEW_RIGID,
    Category.NONE: Action.REFUSE,
}

_TURNED: Mapping[Category, Action] = {
    Category.TEKUN: Action.TO_TEKUN,
    Category.DIBAO: Action.TO_DIBAO,
    Category.EXPENDITURE_DIBAO: Action.TO_EXPENDITURE,
    Category.SINGLE_LISTED: Action.TO_SINGLE_LISTED,
    Category.LOW_MARGIN: Action.TO_LOW_MARGIN,
    Category.RIGID_FAMILY: Action.TO_RIGID,
    Category.NONE: Action.STOP,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The act, what is paid a month from ``from_month``, and the grace where one is given."""

    action: Action
    monthly: Fen
    from_month: Month
    grace_until: Month | None = None
    after_grace: Action | None = None


def outcome(facts: Assessment, given: Entitlement) -> Outcome:
    """Return what is done, from the month after the act (DBM-21)."""
    status = facts.status
    month = Month.of(status.as_of).plus(1)
    monthly = given.monthly
    action = _action(status, given, monthly)
    if not _has_grace(facts, given):
        return Outcome(action, monthly, month)
    until = month.plus(facts.pack.income.grace_months - 1)
    return Outcome(Action.GRACE, _grace_amount(facts), month, until, action)


def _action(status: EconomicStatus, given: Entitlement, monthly: Fen) -> Action:
    now = _kind(status.current, singly=bool(status.current_monthly))
    then = _kind(given.category, singly=bool(given.single_listed))
    if now is Category.NONE:
        return _NEW[then]
    if not given.assessment.members and _all_dead(status):
        return Action.STOP_DEAD
    if now is not then:
        return _TURNED[then]
    if monthly > status.current_monthly:
        return Action.INCREASE
    return Action.REDUCE if monthly < status.current_monthly else Action.CONTINUE


def _kind(category: Category, *, singly: bool) -> Category:
    """Return the category; a 低边 household that is paid is paid for its single-listed members."""
    return Category.SINGLE_LISTED if category is Category.LOW_MARGIN and singly else category


def _all_dead(status: EconomicStatus) -> bool:
    reasons = {excluded_because(person, status) for person in status.persons}
    return reasons == {DEAD}


def _has_grace(facts: Assessment, given: Entitlement) -> bool:
    """Say whether work alone took a 低保 household over the line (DBM-33)."""
    status, pack = facts.status, facts.pack
    return (
        status.cause == BY_EMPLOYMENT
        and status.current is Category.DIBAO
        and bool(facts.members)
        and given.category is not Category.EXPENDITURE_DIBAO
        and not facts.below(facts.annual, pack.standards.dibao, pack.dibao_test)
        and facts.owns_within(Category.DIBAO)
        and given.monthly < status.current_monthly
        and pack.income.grace_months > 0
    )


def _grace_amount(facts: Assessment) -> Fen:
    """Return the previous amount; after a death, at most what those who are left could get."""
    status, pack = facts.status, facts.pack
    if status.death is None:
        return status.current_monthly
    extra = sum(amount for _, _, amount in top_ups(Category.DIBAO, facts.members, pack))
    return min(status.current_monthly, pack.standards.dibao * facts.heads + extra)
