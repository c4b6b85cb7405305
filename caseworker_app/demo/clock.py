"""The day of the demonstration: always the same one, so that the same seed gives the same day."""

from datetime import UTC, date, datetime

from caseworker_app.model.values import CHINA
from caseworker_app.workflow.workspace import SystemClock

DAY = date(2026, 11, 23)
"""A Monday on which the demonstration pack is in force."""


def instant() -> int:
    """Return the demonstration's time for its office, in milliseconds UTC."""
    return int(DemoClock().now().timestamp() * 1000)


class DemoClock(SystemClock):
    """The computer's time of day, on the demonstration's day."""

    def now(self) -> datetime:
        here = super().now().astimezone(CHINA)
        return datetime.combine(DAY, here.timetz()).astimezone(UTC)

    def uptime(self) -> tuple[str, int]:
        """Return a start at midnight: the day comes again and again on a machine that runs on."""
        here = self.now().astimezone(CHINA)
        midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
        return "demonstration", int((here - midnight).total_seconds() * 1000)
