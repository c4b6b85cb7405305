"""日历: the days by which rechecks are due, for any calendar to read (RFC 5545).

Such a file is read on other devices: it tells place and number, never who.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from caseworker_app.errors import UserError
from caseworker_app.store import worklist
from caseworker_app.store.worklist import FallingDue
from caseworker_app.workflow.workspace import Workspace

_LINE = 75
"""Octets of a line at most, without its end (RFC 5545 3.1)."""
_END = b"\r\n"
_DAY = timedelta(days=1)


class Entry(NamedTuple):
    """What stands on one day of the calendar; an entry of the same ``uid`` takes its place."""

    uid: str
    day: date
    title: str
    text: str


class DaysDue(NamedTuple):
    data: bytes
    """The calendar as a file."""
    households: int


def days_due(ws: Workspace) -> DaysDue:
    """Return the calendar of the days from today on; raises UserError where nothing falls due."""
    today = ws.clock.today()
    with ws.database.read() as connection:
        due = worklist.falling_due(connection, today)
    if not due:
        raise UserError("还没有复核到期的户，日历里没有可写的，没有存。有了任务再存。")
    data = calendar(entries(due, today, ws.device.id), ws.clock.now())
    return DaysDue(data, sum(one.households for one in due))


def entries(due: Sequence[FallingDue], today: date, device: str) -> Iterator[Entry]:
    """Yield one entry a day, what is overdue as one of today; ``due`` goes by day."""
    late = [one for one in due if one.day < today]
    if late:
        yield _entry(f"late@{device}", today, "复核已逾期", late)
    for day, of_day in groupby((one for one in due if one.day >= today), lambda one: one.day):
        yield _entry(f"{day:%Y%m%d}@{device}", day, "复核到期", of_day)


def calendar(days: Iterable[Entry], at: datetime) -> bytes:
    """Return the calendar as it was at an instant."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Caseworker//Recheck//ZH"]
    for entry in days:
        lines += (
            "BEGIN:VEVENT",
            f"UID:{entry.uid}",
            f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{entry.day + _DAY:%Y%m%d}",
            f"SUMMARY:{_escaped(entry.title)}",
            f"DESCRIPTION:{_escaped(entry.text)}",
            "CLASS:PRIVATE",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        )
    return b"".join(map(_folded, (*lines, "END:VCALENDAR")))


def _entry(uid: str, day: date, what: str, due: Iterable[FallingDue]) -> Entry:
    villages: dict[str, int] = {}
    for one in due:
        village = one.village or "未写村社"
        villages[village] = villages.get(village, 0) + one.households
    text = "\n".join(f"{village} {count} 户" for village, count in villages.items())
    return Entry(uid, day, f"{what} {sum(villages.values())} 户", text)


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return r"\n".join(text.splitlines())


def _folded(line: str) -> bytes:
    """Return a line broken between signs where it is too long; what goes on begins with a blank."""
    done, now = b"", b""
    for sign in map(str.encode, line):
        if len(now) + len(sign) > _LINE:
            done, now = done + now + _END, b" "
        now += sign
    return done + now + _END
