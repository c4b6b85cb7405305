from datetime import date

import pytest

from caseworker_app.desktop.widgets import day_text

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("20260928", date(2026, 9, 28)),
        ("2026-9-28", date(2026, 9, 28)),
        ("２０２６年９月２８日", date(2026, 9, 28)),
        ("2026/09/28", date(2026, 9, 28)),
        ("9-28", date(2026, 9, 28)),
        ("9月28日", date(2026, 9, 28)),
        ("12-1", date(2025, 12, 1)),
        ("2026-2-30", None),
        ("昨天", None),
        ("", None),
    ],
)
def test_what_a_typed_day_means(typed: str, day: date | None) -> None:
    assert day_text.read(typed, TODAY) == day


def test_that_a_day_is_read_back_as_it_is_shown() -> None:
    assert day_text.read(day_text.shown(TODAY), TODAY) == TODAY
    assert day_text.shown(None) == ""


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [("", ""), ("9-28", ""), ("13-1", "看不出"), ("2026-11-23", "今天之后")],
)
def test_why_a_day_is_not_taken(typed: str, wrong: str) -> None:
    told = day_text.fault(typed, TODAY)
    assert wrong in told
    assert bool(told) is bool(wrong)


def test_that_a_day_without_a_year_is_the_next_one_where_days_to_come_are_wanted() -> None:
    assert day_text.read("12-1", TODAY, ahead=True) == date(2026, 12, 1)
    assert day_text.read("9-28", TODAY, ahead=True) == date(2027, 9, 28)
    assert day_text.fault("2026-12-4", TODAY, ahead=True) == ""
