"""The calendar of days due, read back by the rules of RFC 5545 alone."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from caseworker_app.demo.clock import DAY, DemoClock
from caseworker_app.demo.values import Township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.errors import UserError
from caseworker_app.model.codes import Recheck, Stage
from caseworker_app.store import household as households, visit as visits
from caseworker_app.store.worklist import FallingDue
from caseworker_app.workflow import session, worklist
from caseworker_app.workflow.calendar_file import Entry, calendar, days_due, entries
from caseworker_app.workflow.worklist import Due, WorklistFilter
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.conftest import PASSPHRASE, QUICK
from tests.workflow.test_freshness import LaterClock

AT = datetime(2026, 11, 22, 10, 32, tzinfo=UTC)
TODAY = date(2026, 11, 22)


def read(data: bytes) -> list[dict[str, str]]:
    """Return the events as property → unescaped value."""
    assert data.endswith(b"\r\n")
    lines = data.decode().replace("\r\n ", "").split("\r\n")[:-1]
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Caseworker//Recheck//ZH"]
    assert lines[-1] == "END:VCALENDAR"
    found: list[dict[str, str]] = []
    for line in lines[3:-1]:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif line != "END:VEVENT":
            found[-1][name] = plain(value)
    return found


def plain(value: str) -> str:
    signs, text = iter(value), ""
    for sign in signs:
        text += sign if sign != "\\" else {"n": "\n"}.get(after := next(signs), after)
    return text


def test_that_a_day_says_how_many_households_of_which_village() -> None:
    due = [
        FallingDue(TODAY - timedelta(9), "上叶村", 1),
        FallingDue(TODAY - timedelta(2), "上叶村", 2),
        FallingDue(TODAY, "河埠村", 3),
        FallingDue(date(2026, 12, 31), "河埠村", 1),
        FallingDue(date(2026, 12, 31), "", 2),
    ]

    late, today, last = read(calendar(entries(due, TODAY, "d1"), AT))

    assert late["UID"] == "late@d1"
    assert late["DTSTART;VALUE=DATE"] == today["DTSTART;VALUE=DATE"] == "20261122"
    assert (late["SUMMARY"], late["DESCRIPTION"]) == ("复核已逾期 3 户", "上叶村 3 户")
    assert (today["UID"], today["SUMMARY"]) == ("20261122@d1", "复核到期 3 户")
    assert last["DTSTART;VALUE=DATE"] == "20261231"
    assert last["DTEND;VALUE=DATE"] == "20270101"
    assert last["DESCRIPTION"] == "河埠村 1 户\n未写村社 2 户"
    assert {one["DTSTAMP"] for one in (late, today, last)} == {"20261122T103200Z"}


@given(st.text(alphabet=st.sampled_from('河埠村𡋾é,;\\:\n ab"'), max_size=200))
def test_that_lines_are_short_and_every_sign_comes_back(text: str) -> None:
    data = calendar([Entry("u", TODAY, "复核到期", text)], AT)

    (event,) = read(data)

    lines = [line.decode() for line in data.split(b"\r\n")]  # fails where a sign was torn
    assert max(len(line.encode()) for line in lines) <= 75
    assert event["DESCRIPTION"] == "\n".join(text.splitlines())


def test_that_the_file_holds_what_the_lists_count_and_names_nobody(
    ws: Workspace, township: Township, tmp_path: Path
) -> None:
    data, count = days_due(ws)

    events = read(data)
    late = len(worklist.find(ws, WorklistFilter(due=Due.OVERDUE)))
    assert count == len(worklist.find(ws, WorklistFilter()))
    assert events[0]["SUMMARY"] == f"复核已逾期 {late} 户"
    told = Counter(int(one["SUMMARY"].split(" ")[1]) for one in events)
    assert sum(number * days for number, days in told.items()) == count
    for unit in township.households:
        for member in unit.household.members:
            assert member.name.encode() not in data
            assert member.id_number.encode() not in data
    assert days_due(ws).data == data


def test_that_a_sealed_visit_is_not_due_and_a_received_one_on_its_next_day(
    ws: Workspace, township: Township, tmp_path: Path
) -> None:
    before = days_due(ws).households
    clean = next(u for u in township.households if not u.planted).household.id

    done = carry_out(ws, clean, township.staff[1], lambda *_: None)
    assert done.sealed, done.refused
    assert days_due(ws).households == before - 1

    following = DAY + timedelta(days=400)
    with ws.database.write() as connection:
        households.checked(connection, clean, DAY, following, Recheck.YEARLY)
        for stage in (Stage.DELIVERED, Stage.RECEIVED):
            visits.set_stage(connection, str(visits.of_household(connection, clean)), stage)
    now = days_due(ws)
    assert now.households == before
    assert f"{following:%Y%m%d}" in {one["DTSTART;VALUE=DATE"] for one in read(now.data)}
    later = replace(ws, clock=LaterClock(following + timedelta(days=1)))
    assert days_due(later).households == before - 1


def test_that_a_file_without_days_is_not_written(tmp_path: Path) -> None:
    session.create(tmp_path, PASSPHRASE, QUICK)
    opened = session.unlock(tmp_path, PASSPHRASE, DemoClock())
    alone = session.work_alone(opened, "胡龙", "云溪镇社会救助服务站")

    with pytest.raises(UserError, match="没有复核到期的户"):
        days_due(alone)

    alone.database.close()
