from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from caseworker_app import codes
from caseworker_app.errors import UserError
from caseworker_app.paths import resource
from caseworker_app.rules.period import months_after
from caseworker_app.rules.policy.national import Limit, Unit
from caseworker_app.rules.policy.reading import read_pack
from caseworker_app.rules.procedure.deadline import (
    Calendar,
    Events,
    chain,
    last_day,
    read_calendar,
)
from tests.rules.packs import NATIONAL, PACK

CALENDAR = read_calendar(codes.table("workday_calendar_2025_2026"))


def test_that_a_make_up_sunday_counts() -> None:
    assert CALENDAR.working_days_after(date(2025, 9, 24), 3) == date(2025, 9, 28)


def test_that_holidays_do_not_count() -> None:
    assert CALENDAR.working_days_after(date(2025, 9, 30), 1) == date(2025, 10, 9)


def test_that_a_period_ending_on_a_holiday_moves_on() -> None:
    assert CALENDAR.days_after(date(2025, 9, 26), 7) == date(2025, 10, 9)
    assert CALENDAR.days_after(date(2025, 9, 21), 7) == date(2025, 9, 28)


def test_that_only_what_has_happened_has_a_deadline() -> None:
    assert chain(Events(), CALENDAR, PACK.time_limits) == {}
    assert set(chain(Events(posted=date(2025, 9, 1)), CALENDAR, PACK.time_limits)) == {
        "publicity_last_day"
    }


MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("happened", "last_days"),
    [
        (
            Events(accepted=MONDAY),
            {
                "start_investigation_by": date(2026, 3, 5),
                "whole_30wd": date(2026, 4, 14),
                "whole_45wd": date(2026, 5, 8),
            },
        ),
        (Events(request_received=MONDAY), {"start_check_by": date(2026, 3, 5)}),
        (Events(posted=MONDAY), {"publicity_last_day": date(2026, 3, 9)}),
        (
            Events(county_received=MONDAY),
            {
                "county_by_10wd": date(2026, 3, 16),
                "county_by_5wd_zhejiang": date(2026, 3, 9),
            },
        ),
    ],
)
def test_that_what_happened_decides_every_last_day(
    happened: Events, last_days: dict[str, date]
) -> None:
    zhejiang = read_pack(
        resource("packs", "zj_demo.toml").read_text(encoding="utf-8"), "zj_demo.toml", NATIONAL
    )
    assert chain(happened, CALENDAR, zhejiang.time_limits) == last_days
    national = {name: day for name, day in last_days.items() if "zhejiang" not in name}
    assert chain(happened, CALENDAR, PACK.time_limits) == national


def test_that_a_limit_in_months_ending_on_a_day_off_moves_on() -> None:
    assert last_day(date(2025, 7, 1), Limit(3, Unit.MONTHS), CALENDAR) == date(2025, 10, 9)
    assert last_day(date(2025, 7, 9), Limit(3, Unit.MONTHS), CALENDAR) == date(2025, 10, 9)


def test_that_a_year_without_an_arrangement_is_known_as_such() -> None:
    assert CALENDAR.covers(2026)
    assert not CALENDAR.covers(2027)


def test_that_days_left_are_counted_forward_and_back() -> None:
    today = date(2025, 9, 24)
    assert CALENDAR.working_days_left(today, today) == 0
    assert CALENDAR.working_days_left(today, date(2025, 9, 28)) == 3
    assert CALENDAR.working_days_left(date(2025, 9, 28), today) == -3
    friday, saturday = date(2025, 10, 17), date(2025, 10, 18)
    assert CALENDAR.working_days_left(friday, saturday) == 0
    assert CALENDAR.working_days_left(saturday, friday) == 0


@pytest.mark.parametrize(
    "row", [{"date": "2025-01-01", "kind": "play"}, {"date": "x", "kind": "off"}, {}]
)
def test_that_a_bad_row_is_told_with_its_number(row: dict[str, str]) -> None:
    good = {"date": "2025-01-01", "kind": "off"}
    with pytest.raises(UserError, match="第3行"):
        read_calendar([good, row])


@given(st.dates(date(2025, 1, 1), date(2026, 6, 1)), st.integers(1, 60))
def test_that_so_many_working_days_lie_up_to_the_last(day: date, days: int) -> None:
    last = CALENDAR.working_days_after(day, days)
    assert CALENDAR.is_working(last)
    between = (day + timedelta(n) for n in range(1, (last - day).days + 1))
    assert sum(CALENDAR.is_working(d) for d in between) == days


def test_that_without_a_list_weekends_rest() -> None:
    plain = Calendar(frozenset(), frozenset())
    assert plain.working_days_after(date(2025, 10, 3), 1) == date(2025, 10, 6)


def test_that_months_end_where_the_month_ends() -> None:
    assert months_after(date(2025, 11, 30), 3) == date(2026, 2, 28)
    assert months_after(date(2025, 8, 20), 3) == date(2025, 11, 20)
