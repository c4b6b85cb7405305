"""What runs and what is still to come: countdowns of a household, the way of its outcome."""

from datetime import date

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


def ahead(visit: Visit, answer: Determination, pack: Pack) -> tuple[WayStep, ...]:
    """Return the whole way of an outcome as it stands once the visit is sealed.

    A visit because of a clue counts as one after a complaint: the county visits too (DBM-20).
    """
    household = visit.household
    ages = (id_number.age(m.id_number, visit.day) for m in household.members)
    lower = answer.monthly < household.monthly
    facts = Facts(
        near_relative=household.near_relative,
        complained=visit.kind is VisitKind.CLUE,
        minors=any(age < pack.on(visit.day).national.majority for age in ages),
        tekun=household.category is Category.TEKUN,
        lower=lower,
    )
    done = _VISITED if lower else _VISITED | {"total_not_lower"}
    return way(answer.action.value, visit.day, done, pack, facts)
