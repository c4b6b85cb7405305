"""What a household receives today and when it is due, by the same rules as everybody else."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from caseworker_app.demo.values import TownshipHousehold
from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.codes import Category, Recheck
from caseworker_app.rules.determination import determine
from caseworker_app.rules.frequency import due_day
from caseworker_app.rules.status import economic_status
from caseworker_app.workflow.prefill import Known, prefill

_OVERDUE_SHARE = 8
_SOON_SHARE = 10
_LATEST_DUE = {Recheck.YEARLY: 290, Recheck.HALF_YEARLY: 110}
_PERIOD = {Recheck.YEARLY: 12, Recheck.HALF_YEARLY: 6}


def settle(unit: TownshipHousehold, day: date, rng: Random) -> TownshipHousehold:
    """Return the household with the benefit its declaration gives it and its next check.

    A re-verification that finds nothing new then ends in 继续保障 with the same amount.
    """
    known = Known(unit.household, unit.declaration, unit.records, ())
    visit = prefill(unit.household.id, known, day, ())
    found = determine(economic_status(visit, shipped()), shipped())
    category = Category.SINGLE_LISTED if found.single_listed else found.category
    last_check = _months_before(
        day + timedelta(days=_days_to_due(rng, found.recheck)), _PERIOD[found.recheck]
    )
    household = replace(
        unit.household,
        category=category,
        monthly=found.monthly,
        recheck=found.recheck,
        last_check=last_check,
    )
    household = replace(household, due=due_day(household, last_check, shipped()))
    declaration = replace(unit.declaration, last_check=last_check, category=category)
    return replace(unit, household=household, declaration=declaration)


def _days_to_due(rng: Random, recheck: Recheck) -> int:
    throw = rng.randrange(100)
    if throw < _OVERDUE_SHARE:
        return -rng.randint(1, 40)
    if throw < _OVERDUE_SHARE + _SOON_SHARE:
        return rng.randint(0, 7)
    return rng.randint(8, _LATEST_DUE[recheck])


def _months_before(day: date, months: int) -> date:
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years, month + 1, min(day.day, 28))
