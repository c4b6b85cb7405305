"""Which articles decided: collected from what was actually applied to the household."""

from collections.abc import Iterator

from caseworker_app.model.codes import Action, Category
from caseworker_app.model.values import Fen
from caseworker_app.rules import law
from caseworker_app.rules.action import Outcome
from caseworker_app.rules.amount import refusing
from caseworker_app.rules.assessment import Assessment
from caseworker_app.rules.entitlement import Entitlement
from caseworker_app.rules.income import Imputed, Spared, Supported, Wage
from caseworker_app.rules.membership import DEAD, excluded_because

_PAID_BY_GAP = frozenset({Category.DIBAO, Category.EXPENDITURE_DIBAO})
_SAME_CATEGORY = frozenset({Action.CONTINUE, Action.INCREASE, Action.REDUCE})
_BEYOND_MARGIN = frozenset({Category.RIGID_FAMILY, Category.NONE})


def decided_by(given: Entitlement, done: Outcome, overpaid: Fen) -> law.Articles:
    """Return the articles a determination rests on, the category's first."""
    facts = given.assessment
    codes = (
        *category(given),
        *law.MEMBERS,
        *law.INCOME,
        *_income(facts),
        *law.PROPERTY,
        *_answers(facts),
        *_amounts(given),
        *acts(facts, done, overpaid),
        *law.RECHECK,
        *(law.RECHECK_TEKUN if given.category is Category.TEKUN else ()),
    )
    return law.applicable(codes, facts.pack)


def category(given: Entitlement) -> Iterator[str]:
    """Yield the articles of the category given and of those tried before it in vain."""
    yield from law.CATEGORY[given.category]
    yield from law.CATEGORY[Category.DIBAO]
    if given.single_listed and given.category is Category.LOW_MARGIN:
        yield from law.SINGLE
    if given.category in _BEYOND_MARGIN:
        yield from law.CATEGORY[Category.LOW_MARGIN]
    if given.assessment.rigid and given.category is Category.NONE:
        yield from law.CATEGORY[Category.RIGID_FAMILY]


def acts(facts: Assessment, done: Outcome, overpaid: Fen) -> Iterator[str]:
    """Yield the articles of what is done with the benefit."""
    status = facts.status
    yield from law.ACTION[done.action]
    if status.current is Category.TEKUN and done.action not in _SAME_CATEGORY:
        yield from law.TEKUN_ENDS
    if done.monthly < status.current_monthly and done.action is not Action.STOP_DEAD:
        yield from law.HEARING
    if any(excluded_because(person, status) == DEAD for person in status.persons):
        yield from law.DEATH
    if overpaid:
        yield from law.OVERPAID


def _income(facts: Assessment) -> Iterator[str]:
    for item in facts.items:
        if isinstance(item, Supported):
            yield from law.SUPPORT
        elif isinstance(item, Imputed):
            yield from law.IMPUTED
        elif isinstance(item, Spared):
            yield from law.SPARED
        elif isinstance(item, Wage) and any(row.job_disregard for row in item.rows):
            yield from law.DISREGARD


def _answers(facts: Assessment) -> Iterator[str]:
    owned = facts.status.property
    for vehicle in owned.vehicles:
        if vehicle.resolved:
            yield from law.vehicle_answer(vehicle.resolved)
    answers = [d.resolved for d in owned.dwellings] + [n.resolved for n in owned.nonresidential]
    for answer in filter(None, answers):
        yield from law.estate_answer(answer)


def _amounts(given: Entitlement) -> Iterator[str]:
    if given.category in _PAID_BY_GAP:
        yield from law.GAP
        if refusing(given.assessment):
            yield from law.REFUSED
    if given.top_ups:
        yield from law.TOP_UP
    if given.care:
        yield from law.CARE
