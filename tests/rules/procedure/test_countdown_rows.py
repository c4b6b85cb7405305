"""倒计时: which limit runs from which event for whom, until when, by which article."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app import codes
from caseworker_app.model.codes import Recheck
from caseworker_app.paths import resource
from caseworker_app.rules.policy.national import Limit, Unit
from caseworker_app.rules.policy.reading import read_pack
from caseworker_app.rules.procedure.countdown import Colour, Countdown, countdown
from caseworker_app.rules.procedure.deadline import Events, read_calendar
from tests.rules.packs import NATIONAL

CALENDAR = read_calendar(codes.table("workday_calendar_2025_2026"))
ZHEJIANG = read_pack(
    resource("packs", "zj_demo.toml").read_text(encoding="utf-8"), "zj_demo.toml", NATIONAL
)
DAY = date(2026, 3, 2)
"""A Monday without a holiday near."""

TEKUN, RIGID = Events(tekun=True), Events(rigid=True)


def running(events: Events, today: date = DAY) -> tuple[Countdown, ...]:
    return countdown(events, today, CALENDAR, ZHEJIANG)


@pytest.mark.parametrize(
    ("whose", "event", "limits"),
    [
        (
            Events(),
            "accepted",
            {"start_investigation": (3, 5, "DBM-15"), "whole": (4, 14, "DBM-22")},
        ),
        (
            Events(delegated=True),
            "accepted",
            {"start_investigation": (3, 5, "DBM-15"), "whole_delegated": (3, 30, "N22-4.1")},
        ),
        *(
            (
                Events(special=True, delegated=delegated),
                "accepted",
                {
                    "start_investigation": (3, 5, "DBM-15"),
                    "whole_special": (5, 8, "DBM-22 N22-4.1"),
                },
            )
            for delegated in (False, True)
        ),
        (TEKUN, "accepted", {"tekun_township": (3, 23, "TKM-13")}),
        (replace(TEKUN, special=True), "accepted", {"tekun_township": (3, 23, "TKM-13")}),
        (replace(TEKUN, delegated=True), "accepted", {"tekun_township": (3, 23, "TKM-13")}),
        (RIGID, "accepted", {"rigid": (4, 14, "RGM-8")}),
        (replace(RIGID, delegated=True), "accepted", {"rigid": (4, 14, "RGM-8")}),
        (replace(RIGID, special=True), "accepted", {"rigid_special": (5, 8, "RGM-8")}),
        (
            Events(),
            "applied",
            {"supplement_notice": (3, 3, "DBM-10"), "township_regional": (3, 23, "ZJR-11")},
        ),
        (TEKUN, "applied", {"supplement_notice": (3, 3, "DBM-10")}),
        (RIGID, "applied", {"supplement_notice": (3, 3, "DBM-10")}),
        (Events(), "request_received", {"start_check": (3, 5, "DBM-17")}),
        (Events(), "posted", {"publicity": (3, 9, "DBM-19")}),
        (TEKUN, "posted", {"publicity": (3, 9, "TKM-15")}),
        (TEKUN, "end_posted", {"tekun_end_publicity": (3, 9, "TKM-26")}),
        (Events(), "county_received", {"county": (3, 9, "ZJR-11")}),
        (TEKUN, "county_received", {"tekun_county": (3, 23, "TKM-16")}),
        (RIGID, "county_received", {}),
        (Events(), "refused", {"refusal_notice": (3, 5, "DBM-21")}),
        (TEKUN, "refused", {"refusal_notice": (3, 5, "TKM-18")}),
        (TEKUN, "adl_reported", {"tekun_reassessment": (3, 16, "TKM-23")}),
        (Events(), "complained", {"complaint": (3, 17, "ZJR-58")}),
        (Events(), "died", {"death_finish": (6, 2, "N22-1.3")}),
        (Events(), "changed", {"report_change": (6, 2, "N22-5.5")}),
        (Events(), "told", {"reconsideration": (5, 6, "ARL-20"), "lawsuit": (9, 2, "ALL-46")}),
        (Events(), "reconsidered", {"lawsuit_after_reconsideration": (3, 17, "ALL-46")}),
        (Events(), "fine_told", {"fine_hearing": (3, 9, "APL-44")}),
        (Events(), "announced", {"public_service": (4, 1, "CPL-87")}),
    ],
)
def test_that_an_event_starts_the_limits_the_law_sets_for_this_household(
    whose: Events, event: str, limits: dict[str, tuple[int, int, str]]
) -> None:
    found = running(replace(whose, **{event: DAY}))  # type: ignore[arg-type]  # it is a day
    assert {one.step: (one.last, one.articles) for one in found} == {
        step: (date(2026, month, day), tuple(articles.split()))
        for step, (month, day, articles) in limits.items()
    }


def test_that_a_rigid_family_is_confirmed_for_as_long_as_the_place_says() -> None:
    (found,) = running(Events(rigid_confirmed=DAY))
    assert (found.step, found.last) == ("rigid_validity", date(2027, 3, 2))
    assert found.articles == ("RGM-10",)


@pytest.mark.parametrize(
    ("cycle", "last", "since"),
    [
        (Recheck.YEARLY, date(2027, 3, 2), date(2025, 3, 2)),
        (Recheck.HALF_YEARLY, date(2026, 9, 2), date(2025, 9, 2)),
    ],
)
def test_that_a_check_follows_after_the_cycle_by_the_rule_of_re_verification(
    cycle: Recheck, last: date, since: date
) -> None:
    (found,) = running(Events(last_check=DAY, recheck=cycle))
    assert (found.since, found.last, found.articles) == (DAY, last, ("DBM-31", "REF-7"))
    (filed,) = running(Events(due=DAY, recheck=cycle))
    assert (filed.since, filed.last, filed.articles) == (since, DAY, ("DBM-31", "REF-7"))
    assert filed.zh == "定期复核"


def test_that_grace_runs_from_its_decision_to_its_end() -> None:
    (found,) = running(Events(graced=DAY, grace_until=date(2026, 8, 31)))
    assert (found.step, found.since, found.last) == ("grace_end", DAY, date(2026, 8, 31))
    assert found.articles == ("DBM-33", "N22-1.3")
    assert running(Events(grace_until=date(2026, 8, 31))) == ()


def test_that_of_two_limits_ending_on_a_day_the_order_is_that_of_their_names() -> None:
    found = running(Events(accepted=DAY, refused=DAY, request_received=DAY))
    assert [one.step for one in found] == [
        "refusal_notice",
        "start_check",
        "start_investigation",
        "whole",
    ]


def test_that_what_is_finished_counts_down_no_longer() -> None:
    both = Events(last_check=DAY, told=DAY)
    finished = replace(both, finished=frozenset({"recheck", "lawsuit"}))
    assert {one.step for one in running(both)} == {"recheck", "lawsuit", "reconsideration"}
    assert [one.step for one in running(finished)] == ["reconsideration"]


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 12, 30), "约剩2个工作日"),
        (date(2027, 1, 1), "今天到期"),
        (date(2027, 1, 2), "已逾期1天"),
        (date(2027, 1, 5), "已逾期约2个工作日"),
    ],
)
def test_that_where_holidays_are_unknown_working_days_are_told_about(
    today: date, words: str
) -> None:
    (found, *_) = running(Events(accepted=date(2026, 12, 29)), today)
    assert (found.last, found.words) == (date(2027, 1, 1), words)


@pytest.mark.parametrize(
    ("events", "today", "colour"),
    [
        (Events(reconsidered=DAY), date(2026, 3, 11), Colour.GREEN),
        (Events(reconsidered=DAY), date(2026, 3, 12), Colour.YELLOW),
        (Events(reconsidered=DAY), date(2026, 3, 17), Colour.RED),
        # 15 days over the National Day week: days off are days like others
        (Events(reconsidered=date(2025, 9, 26)), date(2025, 10, 5), Colour.GREEN),
        (Events(reconsidered=date(2025, 9, 26)), date(2025, 10, 6), Colour.YELLOW),
        # 17 days of 50 are as much as the share of 0.34, not less
        (Events(last_check=DAY, due=date(2026, 4, 21)), date(2026, 4, 3), Colour.GREEN),
        (Events(last_check=DAY, due=date(2026, 4, 21)), date(2026, 4, 4), Colour.YELLOW),
    ],
)
def test_that_days_and_months_turn_yellow_at_the_share_of_all_their_days(
    events: Events, today: date, colour: Colour
) -> None:
    (found,) = running(events, today)
    assert found.colour is colour


def test_that_of_two_limits_the_one_that_ends_first_counts_however_it_is_counted() -> None:
    eleven_days = {**ZHEJIANG.time_limits.limits, "county_regional": Limit(11, Unit.CALENDAR_DAYS)}
    place = replace(
        ZHEJIANG, time_limits=replace(ZHEJIANG.time_limits, limits=eleven_days), changes=()
    )
    (found,) = countdown(Events(county_received=DAY), DAY, CALENDAR, place)
    assert (found.last, found.articles) == (date(2026, 3, 13), ("ZJR-11",))


def test_that_only_the_years_a_limit_rests_on_are_told_as_unknown() -> None:
    """Working days rest on all years since the event, months on those ahead, days on the last."""
    (working, *_) = running(Events(accepted=date(2024, 12, 31)), date(2025, 1, 2))
    assert working.unknown_years == (2024,)
    assert "没有2024年的" in working.caution
    (months,) = running(Events(died=date(2026, 11, 2)), date(2028, 1, 3))
    assert months.unknown_years == (2027, 2028)
    assert "没有2027年、2028年的" in months.caution
    (days,) = running(Events(reconsidered=date(2024, 12, 25)), date(2028, 1, 3))
    assert days.unknown_years == ()
