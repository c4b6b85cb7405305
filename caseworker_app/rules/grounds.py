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


def category(given: Entitlement) -> law.Articles:
    """Return the articles of the category given and of those tried before it in vain."""
    codes = law.CATEGORY[given.category] + law.CATEGORY[Category.DIBAO]
    if given.single_listed and given.category is Category.LOW_MARGIN:
        codes += law.SINGLE
    if given.category in _BEYOND_MARGIN:
        codes += law.CATEGORY[Category.LOW_MARGIN]
    if given.assessment.rigid and given.category is Category.NONE:
        codes += law.CATEGORY[Category.RIGID_FAMILY]
    return codes


def acts(facts: Assessment, done: Outcome, overpaid: Fen) -> law.Articles:
    """Return the articles of what is done with the benefit."""
    status = facts.status
    codes = law.ACTION[done.action]
    if status.current is Category.TEKUN and done.action not in _SAME_CATEGORY:
        codes += law.TEKUN_ENDS
    if done.monthly < status.current_monthly and done.action is not Action.STOP_DEAD:
        codes += law.HEARING
    if any(excluded_because(person, status) == DEAD for person in status.persons):
        codes += law.DEATH
    if overpaid:
        codes += law.OVERPAID
    return codes


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
    for dwelling in owned.dwellings:
        if dwelling.resolved:
            yield from law.estate_answer(dwelling.resolved)
    for item in owned.nonresidential:
        if item.resolved:
            yield from law.estate_answer(item.resolved)


def _amounts(given: Entitlement) -> law.Articles:
    codes: law.Articles = ()
    if given.category in _PAID_BY_GAP:
        codes += law.GAP
        if refusing(given.assessment):
            codes += law.REFUSED
    if given.top_ups:
        codes += law.TOP_UP
    if given.care:
        codes += law.CARE
    return codes
