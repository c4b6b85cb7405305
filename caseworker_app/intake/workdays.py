"""工作日历 as the application ships it."""

from functools import cache

from caseworker_app import codes
from caseworker_app.rules.procedure.deadline import Calendar, read_calendar


@cache
def workday_calendar() -> Calendar:
    """Return the State Council's arrangement of the years we carry."""
    return read_calendar(codes.table("workday_calendar_2025_2026"))
