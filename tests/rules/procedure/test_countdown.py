from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given, strategies as st

from caseworker_app import codes
from caseworker_app.model.codes import Recheck
from caseworker_app.paths import resource
from caseworker_app.rules.policy.national import Limit, Unit
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack
from caseworker_app.rules.procedure.countdown import _ROWS, Colour, Countdown, countdown
from caseworker_app.rules.procedure.deadline import Calendar, Events, last_day, read_calendar
from tests.rules.packs import NATIONAL, PACK

CALENDAR = read_calendar(codes.table("workday_calendar_2025_2026"))
ZHEJIANG_TEXT = resource("packs", "zj_demo.toml").read_text(encoding="utf-8")
ZHEJIANG = read_pack(ZHEJIANG_TEXT, "zj_demo.toml", NATIONAL)
ACCEPTED = date(2025, 9, 24)
"""A Wednesday before the National Day week."""

GRAVITY = list(Colour)


def at(events: Events, today: date, pack: Pack = PACK) -> dict[str, Countdown]:
    return {one.step: one for one in countdown(events, today, CALENDAR, pack)}


def one(events: Events, today: date, step: str) -> Countdown:
    return at(events, today)[step]


def test_that_three_working_days_end_on_a_make_up_sunday() -> None:
    found = one(Events(accepted=ACCEPTED), ACCEPTED, "start_investigation")
    assert found.last == date(2025, 9, 28)
    assert found.words == "还剩3个工作日"
    assert (found.zh, found.articles) == ("启动家庭经济状况调查", ("DBM-15",))
    assert found.rule == "自2025年9月24日的次日起3个工作日，含调休上班日，至2025年9月28日。"
    assert found.caution == ""


@pytest.mark.parametrize(
    ("today", "words", "colour"),
    [
        (date(2025, 9, 24), "还剩3个工作日", Colour.GREEN),
        (date(2025, 9, 25), "还剩2个工作日", Colour.GREEN),
        (date(2025, 9, 26), "还剩1个工作日", Colour.YELLOW),
        (date(2025, 9, 27), "还剩1个工作日", Colour.YELLOW),
        (date(2025, 9, 28), "今天到期", Colour.RED),
        (date(2025, 9, 29), "已逾期1个工作日", Colour.RED),
        (date(2025, 10, 8), "已逾期2个工作日", Colour.RED),
    ],
)
def test_that_a_countdown_turns_yellow_at_a_third_and_red_on_the_last_day(
    today: date, words: str, colour: Colour
) -> None:
    found = one(Events(accepted=ACCEPTED), today, "start_investigation")
    assert (found.words, found.colour) == (words, colour)


def test_that_days_off_alone_are_told_as_days() -> None:
    due = Events(due=date(2026, 5, 30))
    assert one(due, date(2026, 5, 31), "recheck").words == "已逾期1天"
    assert one(due, date(2026, 5, 29), "recheck").words == "还剩1天"


def test_that_the_posting_is_counted_in_days_and_moves_off_a_holiday() -> None:
    found = one(Events(posted=date(2025, 9, 26)), date(2025, 9, 30), "publicity")
    assert (found.last, found.words) == (date(2025, 10, 9), "还剩9天")
    assert one(Events(posted=date(2025, 9, 26), tekun=True), ACCEPTED, "publicity").articles == (
        "TKM-15",
    )


def test_that_a_limit_in_months_moves_off_a_holiday() -> None:
    events = Events(died=date(2025, 7, 1))
    assert one(events, date(2025, 9, 1), "death_finish").last == date(2025, 10, 9)


def test_that_the_stricter_limit_of_the_place_wins() -> None:
    events = Events(county_received=date(2026, 3, 2))
    assert one(events, date(2026, 3, 2), "county").articles == ("DBM-20",)
    found = at(events, date(2026, 3, 2), ZHEJIANG)["county"]
    assert (found.articles, found.last) == (("ZJR-11",), date(2026, 3, 9))
    looser = ZHEJIANG_TEXT.replace(
        "county_regional = { value = 5", "county_regional = { value = 20"
    )
    wider = read_pack(looser, "looser.toml", NATIONAL)
    assert at(events, date(2026, 3, 2), wider)["county"].articles == ("DBM-20",)


@pytest.mark.parametrize(
    ("events", "steps"),
    [
        (Events(accepted=ACCEPTED), {"start_investigation", "whole"}),
        (Events(accepted=ACCEPTED, delegated=True), {"start_investigation", "whole_delegated"}),
        (Events(accepted=ACCEPTED, special=True), {"start_investigation", "whole_special"}),
        (Events(accepted=ACCEPTED, tekun=True), {"tekun_township"}),
        (Events(accepted=ACCEPTED, rigid=True), {"rigid"}),
        (Events(accepted=ACCEPTED, rigid=True, special=True), {"rigid_special"}),
        (Events(county_received=ACCEPTED, tekun=True), {"tekun_county"}),
        (Events(request_received=ACCEPTED), {"start_check"}),
        (Events(applied=ACCEPTED), {"supplement_notice"}),
        (Events(refused=ACCEPTED), {"refusal_notice"}),
        (Events(refused=ACCEPTED, tekun=True), {"refusal_notice"}),
        (Events(end_posted=ACCEPTED), {"tekun_end_publicity"}),
        (Events(adl_reported=ACCEPTED), {"tekun_reassessment"}),
        (Events(changed=ACCEPTED), {"report_change"}),
        (Events(rigid_confirmed=ACCEPTED), {"rigid_validity"}),
        (Events(told=ACCEPTED), {"reconsideration", "lawsuit"}),
        (Events(reconsidered=ACCEPTED), {"lawsuit_after_reconsideration"}),
        (Events(fine_told=ACCEPTED), {"fine_hearing"}),
        (Events(announced=ACCEPTED), {"public_service"}),
        (Events(graced=ACCEPTED, grace_until=date(2026, 3, 31)), {"grace_end"}),
        (Events(graced=ACCEPTED), set()),
        (Events(complained=ACCEPTED), set()),
        (Events(accepted=ACCEPTED, finished=frozenset({"start_investigation"})), {"whole"}),
        (Events(), set()),
    ],
)
def test_that_what_happened_decides_what_runs(events: Events, steps: set[str]) -> None:
    assert set(at(events, ACCEPTED)) == steps


def test_that_the_place_adds_its_own_limits() -> None:
    found = at(Events(applied=ACCEPTED, complained=ACCEPTED), ACCEPTED, ZHEJIANG)
    assert found["township_regional"].articles == ("ZJR-11",)
    assert found["complaint"].last == date(2025, 10, 9)


def test_that_nobody_is_heard_by_a_law_not_yet_in_force() -> None:
    assert at(Events(notice_served=date(2026, 6, 30)), date(2026, 7, 2)) == {}
    found = one(Events(notice_served=date(2026, 7, 1)), date(2026, 7, 2), "statement")
    assert (found.last, found.articles) == (date(2026, 7, 8), ("SAL-48",))


def test_that_the_check_runs_from_the_last_or_to_the_day_filed() -> None:
    last = Events(last_check=date(2025, 6, 3), recheck=Recheck.HALF_YEARLY)
    found = one(last, date(2025, 11, 1), "recheck")
    assert (found.last, found.colour) == (date(2025, 12, 3), Colour.YELLOW)
    filed = one(replace(last, due=date(2025, 12, 7)), date(2025, 11, 1), "recheck")
    assert (filed.since, filed.last) == (date(2025, 6, 3), date(2025, 12, 7))
    assert filed.rule == "自2025年6月3日起，至2025年12月7日。"
    never = one(Events(due=date(2025, 12, 7)), date(2025, 11, 1), "recheck")
    assert never.since == date(2024, 12, 7)


def test_that_a_year_without_an_arrangement_is_said_so() -> None:
    found = one(Events(accepted=date(2026, 12, 29)), date(2026, 12, 30), "start_investigation")
    assert found.unknown_years == (2027,)
    assert found.words == "约剩2个工作日"
    assert "2027年" in found.caution
    posted = Events(posted=date(2026, 12, 29))
    assert one(posted, date(2026, 12, 30), "publicity").unknown_years == (2027,)
    checked = Events(last_check=date(2024, 6, 3), due=date(2026, 6, 3))
    assert one(checked, date(2026, 1, 5), "recheck").unknown_years == ()


def test_that_the_earliest_last_day_comes_first() -> None:
    found = countdown(Events(accepted=ACCEPTED, posted=ACCEPTED), ACCEPTED, CALENDAR, PACK)
    assert [one.last for one in found] == sorted(one.last for one in found)


def test_that_every_row_starts_at_an_event_and_names_articles_that_exist() -> None:
    names = {field.name for field in fields(Events)}
    known = codes.names("legal_basis", value="instrument")
    for row in _ROWS:
        assert row.event in names
        assert {code for _, articles in row.limits for code in articles} <= known.keys()


DAYS = st.dates(date(2025, 1, 1), date(2027, 6, 30))
EVENT_DAYS = (
    "accepted", "request_received", "posted", "county_received", "applied", "refused",
    "end_posted", "notice_served", "died", "changed", "last_check", "due", "told",
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(EVENT_DAYS), DAYS), DAYS, st.integers(1, 30))
@example({"posted": date(2025, 2, 1)}, date(2025, 2, 1), 7)
def test_that_a_day_more_never_makes_anything_less_urgent(
    days: dict[str, date], today: date, more: int
) -> None:
    events = replace(Events(), **days)  # type: ignore[arg-type]  # every key is a day
    now, later = at(events, today), at(events, today + timedelta(days=more))
    assert now.keys() == later.keys()
    for step, found in now.items():
        after = later[step]
        assert GRAVITY.index(after.colour) >= GRAVITY.index(found.colour)
        assert after.working_days_left <= found.working_days_left
        assert (after.colour is Colour.RED) == (after.last <= after.today)


@given(DAYS, st.integers(1, 90), st.sampled_from(Unit))
def test_that_a_longer_limit_never_ends_earlier(day: date, length: int, unit: Unit) -> None:
    shorter = last_day(day, Limit(length, unit), CALENDAR)
    assert day < shorter <= last_day(day, Limit(length + 1, unit), CALENDAR)
    assert CALENDAR.is_working(shorter)


@given(DAYS, st.integers(1, 60))
def test_that_without_holidays_nothing_ends_later(day: date, length: int) -> None:
    plain = Calendar(frozenset(), CALENDAR.work)
    limit = Limit(length, Unit.WORKING_DAYS)
    assert last_day(day, limit, plain) <= last_day(day, limit, CALENDAR)
