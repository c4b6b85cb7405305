"""期限: working days with make-up days, calendar days, and the chain of a procedure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from caseworker_app.errors import UserError
from caseworker_app.model.codes import Recheck
from caseworker_app.rules.period import months_after
from caseworker_app.rules.policy.national import Limit, TimeLimits, Unit

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """The State Council's holidays and make-up working days; other days go by the week."""

    off: frozenset[date]
    work: frozenset[date]

    def is_working(self, day: date) -> bool:
        if day in self.work:
            return True
        return day not in self.off and day.weekday() < _SATURDAY

    def covers(self, year: int) -> bool:
        """Say whether a year's arrangement is known; if not, holidays are missing."""
        return any(known.year == year for known in self.off)

    def working_days_after(self, day: date, days: int) -> date:
        """Return the last of so many working days; the day itself is not counted (CC-201)."""
        left = days
        while left:
            day += _DAY
            left -= self.is_working(day)
        return day

    def days_after(self, day: date, days: int) -> date:
        """Return the last of so many calendar days, moved on to a working day (CC-201)."""
        return self.or_next_working(day + days * _DAY)

    def or_next_working(self, day: date) -> date:
        while not self.is_working(day):
            day += _DAY
        return day

    def working_days_left(self, today: date, last: date) -> int:
        """Return the working days from tomorrow to the last day; negative when overdue."""
        first, end = sorted((today, last))
        span = (first + n * _DAY for n in range(1, (end - first).days + 1))
        between = sum(self.is_working(day) for day in span)
        return between if last == end else -between


def read_calendar(rows: Iterable[Mapping[str, str]]) -> Calendar:
    """Return the calendar of rows with ``date`` and ``kind`` (off or work).

    Raises UserError naming the first row that is neither.
    """
    days: dict[str, set[date]] = {"off": set(), "work": set()}
    for number, row in enumerate(rows, 2):
        try:
            days[row["kind"]].add(date.fromisoformat(row["date"]))
        except (KeyError, ValueError) as error:
            raise UserError(
                f"工作日历第{number}行有误：{dict(row)}。日期应为 YYYY-MM-DD，类别 off 或 work。"
            ) from error
    return Calendar(frozenset(days["off"]), frozenset(days["work"]))


@dataclass(frozen=True, slots=True)
class Events:
    """Days on which steps of a procedure happened; None while they have not."""

    accepted: date | None = None
    request_received: date | None = None
    posted: date | None = None
    county_received: date | None = None
    applied: date | None = None
    """Day the application came in."""
    refused: date | None = None
    """Day it was decided not to confirm."""
    end_posted: date | None = None
    """Day the proposed end of 特困 support was posted."""
    notice_served: date | None = None
    """Day the advance notice of a reduction or stop was served (SAL-48)."""
    died: date | None = None
    changed: date | None = None
    """Day of a great change the household has to report."""
    last_check: date | None = None
    due: date | None = None
    """Day the office filed for the next check; it stands as it is filed."""
    graced: date | None = None
    """Day the graduated exit was decided."""
    grace_until: date | None = None
    rigid_confirmed: date | None = None
    adl_reported: date | None = None
    complained: date | None = None
    told: date | None = None
    """Day the household was told of a decision."""
    reconsidered: date | None = None
    fine_told: date | None = None
    announced: date | None = None
    """Day a paper was served by public notice."""
    recheck: Recheck = Recheck.YEARLY
    delegated: bool = False
    """The township confirms (N22-4.1)."""
    special: bool = False
    """A reason for the longer limit is recorded (DBM-22)."""
    tekun: bool = False
    rigid: bool = False
    """The procedure is that of a 刚性支出困难家庭."""
    finished: frozenset[str] = frozenset()
    """Steps that are done: their countdown no longer runs."""


def last_day(event: date, limit: Limit, calendar: Calendar) -> date:
    """Return the last day of a time limit; the day of the event is not counted (CC-201).

    A limit in days or months that would end on a day off ends on the next working day (CC-203).
    """
    if limit.unit is Unit.WORKING_DAYS:
        return calendar.working_days_after(event, limit.length)
    if limit.unit is Unit.CALENDAR_DAYS:
        return calendar.days_after(event, limit.length)
    return calendar.or_next_working(months_after(event, limit.length))


_CHAIN = (
    ("start_investigation_by", "accepted", "start_investigation"),
    ("whole_30wd", "accepted", "whole"),
    ("whole_45wd", "accepted", "whole_special"),
    ("start_check_by", "request_received", "start_check"),
    ("publicity_last_day", "posted", "publicity"),
    ("county_by_10wd", "county_received", "county"),
    ("county_by_5wd_zhejiang", "county_received", "county_regional"),
)
"""Last day, the event it runs from, the time limit of the pack."""


def chain(events: Events, calendar: Calendar, limits: TimeLimits) -> Mapping[str, date]:
    """Return every last day that follows from the events so far."""
    last: dict[str, date] = {}
    for name, event, step in _CHAIN:
        day, limit = getattr(events, event), limits.limits.get(step)
        if day and limit:
            last[name] = last_day(day, limit, calendar)
    return last
