"""The day of the demonstration: always the same one, so that the same seed gives the same day."""

from datetime import UTC, date, datetime

from caseworker_app.model.values import CHINA
from caseworker_app.workflow.workspace import SystemClock

DAY = date(2026, 11, 23)
"""A Monday on which the demonstration pack is in force."""


class DemoClock(SystemClock):
    """The computer's time of day, on the demonstration's day."""

    def now(self) -> datetime:
        here = super().now().astimezone(CHINA)
        return datetime.combine(DAY, here.timetz()).astimezone(UTC)
