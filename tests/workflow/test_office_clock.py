"""A computer whose time is wrong is told so at the next contact, and without one where it can."""

from caseworker_app.rules.clock import Doubt
from caseworker_app.server import doubts
from caseworker_app.store import audit
from caseworker_app.workflow import outgoing, session
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.test_lease import Bureau, bureau

__all__ = ["bureau"]
_HOUR = 3_600_000


def _acts(ws: Workspace, prefix: str) -> list[tuple[str, str]]:
    with ws.database.read() as connection:
        found = audit.entries(connection)
    return [(e.act, e.detail) for e in reversed(found) if e.act.startswith(prefix)]


def test_that_a_wrong_time_is_told_with_the_right_one_until_it_is_right(bureau: Bureau) -> None:
    bureau.deliver()
    bureau.times.error = -3 * _HOUR - 1000
    bureau.deliver()
    bureau.deliver()
    ws = bureau.open()

    (told,) = outgoing.status(ws).notices

    assert told == (
        "电脑时间不对：比办公室慢3小时，现在应为 2026-11-23 12:00。请改正后再送达一次。"
    )
    session.lock(ws)
    bureau.times.error = 9 * 60_000
    bureau.deliver()
    ws = bureau.open()
    assert outgoing.status(ws).notices == ()
    assert _acts(ws, "clock.") == [("clock.wrong", "比办公室慢3小时"), ("clock.right", "")]
    session.lock(ws)


def test_that_a_time_put_right_since_is_not_called_wrong(bureau: Bureau) -> None:
    bureau.deliver()
    bureau.times.error = -3 * _HOUR
    bureau.deliver()
    bureau.times.error = 0
    bureau.times.later(0.5)
    ws = bureau.open()
    assert outgoing.status(ws).notices == ()

    bureau.times.error = _HOUR
    (told,) = outgoing.status(ws).notices
    assert told.startswith("电脑时间不对：比办公室快1小时，现在应为 2026-11-24 00:00")
    session.lock(ws)


def test_that_a_look_without_news_finds_a_wrong_time_too(bureau: Bureau) -> None:
    bureau.deliver()
    bureau.times.error = _HOUR
    bureau.deliver()
    ws = bureau.open()

    assert "比办公室快" in "".join(outgoing.status(ws).notices)
    session.lock(ws)


def test_that_a_clock_turned_back_since_is_told_without_a_network(bureau: Bureau) -> None:
    bureau.deliver()
    bureau.times.error = -2 * _HOUR
    bureau.times.later(0.01)
    ws = bureau.open()

    (told,) = outgoing.status(ws).notices

    assert told.startswith(
        "电脑时间不对：上次联系办公室时已是 2026-11-23 12:00，电脑现为 2026-11-23"
    )
    session.lock(ws)


def test_that_work_done_on_a_wrong_clock_is_delivered_and_listed_at_the_office(
    bureau: Bureau,
) -> None:
    bureau.times.error = -3 * _HOUR
    ws = bureau.open()
    bureau.seal(ws, "v1")
    session.lock(ws)

    assert bureau.deliver().confirmed == 1

    assert [d.why for d in doubts.doubted(bureau.server.central)] == [Doubt.OFF]


def test_that_time_running_backwards_between_two_steps_is_in_both_trails(bureau: Bureau) -> None:
    ws = bureau.open()
    bureau.seal(ws, "v1")
    bureau.times.error = -5 * 60_000
    bureau.seal(ws, "v2")
    bureau.seal(ws, "v3")
    session.lock(ws)

    bureau.deliver()

    ws = bureau.open()
    with ws.database.read() as connection:
        backwards = [e for e in audit.entries(connection) if e.act == "clock.backwards"]
    assert [entry.subject for entry in backwards] == ["v2"]
    assert [(d.rid, d.why) for d in doubts.doubted(bureau.server.central)] == [
        ("v2", Doubt.BACKWARDS)
    ]
    session.lock(ws)
