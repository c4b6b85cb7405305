"""What runs and what is still to come: countdowns of a household, the way of its outcome."""

from datetime import date
from typing import NamedTuple

from caseworker_app.intake.workdays import workday_calendar
from caseworker_app.model import id_number
from caseworker_app.model.codes import Category, VisitKind
from caseworker_app.model.determination import Determination
from caseworker_app.model.visit import Visit
from caseworker_app.rules.membership import DEAD
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.procedure.countdown import Countdown, countdown
from caseworker_app.rules.procedure.deadline import Events
from caseworker_app.rules.procedure.way import Facts, WayStep, way

_VISITED = frozenset({"visit_two_investigators", "member_signed", "differences_closed"})
"""What a sealed visit has behind it."""


class Since(NamedTuple):
    """What the office did after a visit was sealed."""

    day: date
    done: frozenset[str] = frozenset()
    """Codes of steps."""


def recheck(last_check: date | None, due: date, today: date, pack: Pack) -> Countdown:
    """Return the countdown to the day the office filed for the next check."""
    events = Events(last_check=last_check, due=due)
    return countdown(events, today, workday_calendar(), pack)[0]


def running(visit: Visit, today: date, pack: Pack) -> tuple[Countdown, ...]:
    """Return the time limits that run for a household while it is visited."""
    household = visit.household
    deaths = (m.died for m in visit.members if m.excluded == DEAD and m.died is not None)
    events = Events(
        last_check=household.last_check,
        due=household.due,
        recheck=household.recheck,
        died=min(deaths, default=None),
    )
    return countdown(events, today, workday_calendar(), pack)


def ahead(
    visit: Visit, answer: Determination, pack: Pack, since: Since | None = None
) -> tuple[WayStep, ...]:
    """Return the whole way of an outcome as it stands once the visit is sealed.

    ``since`` says what was done after that, and the day of the act that comes next.
    """
    day, done = since or Since(visit.day)
    facts = facts_of(visit, answer, pack)
    return way(answer.action.value, day, behind(visit, answer) | done, pack, facts)


def behind(visit: Visit, answer: Determination) -> frozenset[str]:
    """Return the steps a sealed visit has behind it, and that its amount does not fall."""
    lower = answer.monthly < visit.household.monthly
    return _VISITED if lower else _VISITED | {"total_not_lower"}


def facts_of(visit: Visit, answer: Determination, pack: Pack) -> Facts:
    """Return what the way of an outcome has to know of the household.

    A visit because of a clue counts as one after a complaint: the county visits too (DBM-20).
    """
    household = visit.household
    ages = (id_number.age(m.id_number, visit.day) for m in household.members)
    return Facts(
        outcome=answer.action.value,
        near_relative=household.near_relative,
        complained=visit.kind is VisitKind.CLUE,
        minors=any(age < pack.on(visit.day).national.majority for age in ages),
        tekun=household.category is Category.TEKUN,
        lower=answer.monthly < household.monthly,
    )
