"""倒计时: which time limits run today, how much is left of each, how urgent that is.

Red: the last day is today or past. Yellow: what is left is at most ``yellow_share`` of the whole
limit, both counted the way the limit is counted, months in days. Green: more is left. A limit
runs from the law in force on the day of its event; none runs from a law that was not.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from caseworker_app.model.codes import Recheck
from caseworker_app.rules.law import Articles, applicable, in_force
from caseworker_app.rules.period import months_after
from caseworker_app.rules.policy.labels import CHOICES
from caseworker_app.rules.policy.national import Limit, Unit
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.procedure.deadline import Calendar, Events, last_day


class Colour(Enum):
    """How urgent a step is."""

    GREEN = "绿"
    YELLOW = "黄"
    RED = "红"


@dataclass(frozen=True, slots=True)
class Countdown:
    """A running time limit as it stands on a day."""

    step: str
    """Key of ``[time_limits]``, or of ``_WORDS``."""
    zh: str
    since: date
    """Day of the event; it is not counted (CC-201)."""
    last: date
    today: date
    unit: Unit
    working_days_left: int
    """Negative when overdue."""
    colour: Colour
    articles: Articles
    """Codes of ``legal_basis.csv`` in force on the day of the event."""
    rule: str
    """How the last day was reckoned, in words."""
    yellow_share: Fraction
    """Of the limit, from which it is yellow."""
    unknown_years: tuple[int, ...]
    """Years reckoned in without the State Council's arrangement."""

    @property
    def days_left(self) -> int:
        """Calendar days; negative when overdue."""
        return (self.last - self.today).days

    @property
    def words(self) -> str:
        """``还剩3个工作日``, ``今天到期``, ``已逾期2天``; 约 where holidays are unknown."""
        if not self.days_left:
            return "今天到期"
        left, about = self.days_left > 0, bool(self.unknown_years)
        if self.unit is Unit.CALENDAR_DAYS or not self.working_days_left:
            return f"{'还剩' if left else '已逾期'}{abs(self.days_left)}天"
        how = ("已逾期", "已逾期约", "还剩", "约剩")[2 * left + about]
        return f"{how}{abs(self.working_days_left)}个工作日"

    @property
    def caution(self) -> str:
        """Say that holidays are missing from the reckoning, or "" where all are known."""
        if not self.unknown_years:
            return ""
        years = "、".join(f"{year}年" for year in self.unknown_years)
        return f"本机没有{years}的国务院放假安排，该年只按周末推算，日期以正式安排为准。"


_WORDS = {
    "recheck": "定期复核",
    "death_finish": "成员死亡后核查办结",
    "grace_end": "渐退期满",
    "rigid_validity": "刚性支出困难家庭有效期",
}
"""Steps whose length is no entry of ``[time_limits]``."""

_RECHECKS = {Recheck.YEARLY: "recheck_yearly", Recheck.HALF_YEARLY: "recheck_half_yearly"}
_RECHECK: Articles = ("DBM-31", "REF-7")
_GRACE: Articles = ("DBM-33", "N22-1.3")


class _Row(NamedTuple):
    """A step, the event it runs from, its limits (the strictest counts), when it runs."""

    step: str
    event: str
    limits: tuple[tuple[str, Articles], ...]
    runs: Callable[[Events], bool]


def _ordinary(events: Events) -> bool:
    return not (events.tekun or events.rigid)


def _row(
    step: str, event: str, articles: str, runs: Callable[[Events], bool] = lambda _events: True
) -> _Row:
    return _Row(step, event, ((step, tuple(articles.split())),), runs)


_ROWS = (
    _row("supplement_notice", "applied", "SAL-62 DBM-10"),
    _row("start_investigation", "accepted", "DBM-15", _ordinary),
    _row("start_check", "request_received", "DBM-17"),
    _row("township_regional", "applied", "ZJR-11", _ordinary),
    _row("publicity", "posted", "DBM-19", lambda e: not e.tekun),
    _Row("publicity", "posted", (("publicity", ("TKM-15",)),), lambda e: e.tekun),
    _row("tekun_end_publicity", "end_posted", "TKM-26"),
    _Row(
        "county", "county_received",
        (("county", ("DBM-20",)), ("county_regional", ("ZJR-11",))), _ordinary,
    ),
    _row("refusal_notice", "refused", "DBM-21", lambda e: not e.tekun),
    _Row("refusal_notice", "refused", (("refusal_notice", ("TKM-18",)),), lambda e: e.tekun),
    _row("whole", "accepted", "DBM-22",
         lambda e: _ordinary(e) and not e.special and not e.delegated),
    _row("whole_delegated", "accepted", "N22-4.1",
         lambda e: _ordinary(e) and not e.special and e.delegated),
    _row("whole_special", "accepted", "DBM-22 N22-4.1", lambda e: _ordinary(e) and e.special),
    _row("tekun_township", "accepted", "TKM-13", lambda e: e.tekun),
    _row("tekun_county", "county_received", "TKM-16", lambda e: e.tekun),
    _row("tekun_reassessment", "adl_reported", "TKM-23"),
    _row("rigid", "accepted", "RGM-8", lambda e: e.rigid and not e.special),
    _row("rigid_special", "accepted", "RGM-8", lambda e: e.rigid and e.special),
    _row("statement", "notice_served", "SAL-48"),
    _row("complaint", "complained", "ZJR-58"),
    _row("death_finish", "died", "N22-1.3"),
    _row("report_change", "changed", "N22-5.5"),
    _row("rigid_validity", "rigid_confirmed", "RGM-10"),
    _row("reconsideration", "told", "ARL-20"),
    _row("lawsuit", "told", "ALL-46"),
    _row("lawsuit_after_reconsideration", "reconsidered", "ALL-46"),
    _row("fine_hearing", "fine_told", "APL-44"),
    _row("public_service", "announced", "CPL-87"),
)  # fmt: skip


def countdown(events: Events, today: date, calendar: Calendar, pack: Pack) -> tuple[Countdown, ...]:
    """Return every running time limit on a day, the earliest last day first."""
    found = (*_rows(events, today, calendar, pack), *_filed(events, today, calendar, pack))
    running = (one for one in found if one.step not in events.finished)
    return tuple(sorted(running, key=lambda one: (one.last, one.step)))


def _rows(events: Events, today: date, calendar: Calendar, pack: Pack) -> Iterator[Countdown]:
    for row in _ROWS:
        since: date | None = getattr(events, row.event)
        if since is None or not row.runs(events):
            continue
        law = pack.on(since)
        limits = [
            (last_day(since, limit, calendar), limit, named)
            for key, articles in row.limits
            if (limit := _limit(key, law)) and (named := _of_day(articles, since, law))
        ]
        if limits:
            last, limit, named = min(limits, key=lambda found: found[0])
            yield _counted(_Span(row.step, since, last, limit, named), today, calendar, law)


def _filed(events: Events, today: date, calendar: Calendar, pack: Pack) -> Iterator[Countdown]:
    """Yield what has a last day of its own, or is reckoned from the last check."""
    limit = pack.time_limits.limits[_RECHECKS[events.recheck]]
    if events.due is not None:
        since = events.last_check or months_after(events.due, -limit.length)
        span = _Span("recheck", since, events.due, None, _of_day(_RECHECK, since, pack))
        yield _counted(span, today, calendar, pack.on(since))
    elif events.last_check is not None:
        since = events.last_check
        last = last_day(since, limit, calendar)
        span = _Span("recheck", since, last, limit, _of_day(_RECHECK, since, pack))
        yield _counted(span, today, calendar, pack.on(since))
    if events.graced is not None and events.grace_until is not None:
        named = _of_day(_GRACE, events.graced, pack)
        span = _Span("grace_end", events.graced, events.grace_until, None, named)
        yield _counted(span, today, calendar, pack.on(events.graced))


def _limit(key: str, law: Pack) -> Limit | None:
    if key == "death_finish":
        return Limit(law.national.death_months, Unit.MONTHS)
    if key == "rigid_validity":
        return Limit(law.rigid_family.months, Unit.MONTHS)
    return law.time_limits.limits.get(key)


def _of_day(articles: Articles, day: date, law: Pack) -> Articles:
    return tuple(code for code in applicable(articles, law) if in_force(code, day, law))


class _Span(NamedTuple):
    """From an event to a last day, by a limit or as filed."""

    step: str
    since: date
    last: date
    limit: Limit | None
    articles: Articles


def _counted(span: _Span, today: date, calendar: Calendar, law: Pack) -> Countdown:
    unit = span.limit.unit if span.limit else Unit.MONTHS
    left = calendar.working_days_left(today, span.last)
    return Countdown(
        step=span.step,
        zh=_WORDS.get(span.step) or CHOICES[span.step],
        since=span.since,
        last=span.last,
        today=today,
        unit=unit,
        working_days_left=left,
        colour=_colour(span, today, calendar, law),
        articles=span.articles,
        rule=_rule(span),
        yellow_share=law.time_limits.yellow_share,
        unknown_years=_unknown(span, unit, today, calendar),
    )


def _colour(span: _Span, today: date, calendar: Calendar, law: Pack) -> Colour:
    if span.last <= today:
        return Colour.RED
    left, whole = (span.last - today).days, (span.last - span.since).days
    if span.limit and span.limit.unit is Unit.WORKING_DAYS:
        left = calendar.working_days_left(today, span.last)
        whole = calendar.working_days_left(span.since, span.last)
    return Colour.YELLOW if left <= law.time_limits.yellow_share * whole else Colour.GREEN


def _unknown(span: _Span, unit: Unit, today: date, calendar: Calendar) -> tuple[int, ...]:
    """Return the years without an arrangement that the last day or what is left rests on."""
    days = {span.last}
    if unit is not Unit.CALENDAR_DAYS:
        days.add(today)
    if unit is Unit.WORKING_DAYS:
        days.add(span.since)
    years = range(min(days).year, max(days).year + 1)
    return tuple(year for year in years if not calendar.covers(year))


_COUNTED = {
    Unit.WORKING_DAYS: "含调休上班日",
    Unit.CALENDAR_DAYS: "末日逢节假日的顺延",
    Unit.MONTHS: "末日逢节假日的顺延",
}


def _rule(span: _Span) -> str:
    since, last = _day(span.since), _day(span.last)
    if span.limit is None:
        return f"自{since}起，至{last}。"
    return f"自{since}的次日起{span.limit.words}，{_COUNTED[span.limit.unit]}，至{last}。"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
