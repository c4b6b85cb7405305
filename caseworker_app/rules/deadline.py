"""期限: working days with make-up days, calendar days, and the chain of a procedure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from caseworker_app.errors import UserError

_DAY = timedelta(days=1)
_SATURDAY = 5

INVESTIGATE, CHECK, COUNTY, COUNTY_ZHEJIANG, WHOLE, WHOLE_SPECIAL = 3, 3, 10, 5, 30, 45
"""Working days of DBM-15, DBM-17, DBM-20, ZJR-11 and twice DBM-22."""

PUBLICITY = 7
"""Calendar days a township's opinion is posted (DBM-19)."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The State Council's holidays and make-up working days; other days go by the week."""

    off: frozenset[date]
    work: frozenset[date]

    def is_working(self, day: date) -> bool:
        if day in self.work:
            return True
        return day not in self.off and day.weekday() < _SATURDAY

    def covers(self, day: date) -> bool:
        """Say whether the year's arrangement is known; if not, holidays are missing."""
        return any(known.year == day.year for known in self.off)

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
        step, first, end = (1, today, last) if last >= today else (-1, last, today)
        span = (first + n * _DAY for n in range(1, (end - first).days + 1))
        return step * sum(self.is_working(day) for day in span)


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


def chain(events: Events, calendar: Calendar) -> Mapping[str, date]:
    """Return every last day that follows from the events so far."""
    after = calendar.working_days_after
    last: dict[str, date] = {}
    if events.accepted:
        last["start_investigation_by"] = after(events.accepted, INVESTIGATE)
        last["whole_30wd"] = after(events.accepted, WHOLE)
        last["whole_45wd"] = after(events.accepted, WHOLE_SPECIAL)
    if events.request_received:
        last["start_check_by"] = after(events.request_received, CHECK)
    if events.posted:
        last["publicity_last_day"] = calendar.days_after(events.posted, PUBLICITY)
    if events.county_received:
        last["county_by_10wd"] = after(events.county_received, COUNTY)
        last["county_by_5wd_zhejiang"] = after(events.county_received, COUNTY_ZHEJIANG)
    return last
