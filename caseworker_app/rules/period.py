"""Periods counted in calendar months (CC-201: the day of the event is not counted)."""

import calendar
from datetime import date

from caseworker_app.model.values import Month


def months_after(day: date, months: int) -> date:
    """Return the same day that many months later, the month's last day where it has none such."""
    month = Month.of(day).plus(months)
    return date(*month, min(day.day, calendar.monthrange(*month)[1]))
