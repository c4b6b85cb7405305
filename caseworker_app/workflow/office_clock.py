"""电脑时间 against the office's: measured at every contact, shown where it is wrong."""

from caseworker_app.model.values import civil, instant
from caseworker_app.rules import clock
from caseworker_app.store import audit, lease as leases, meta
from caseworker_app.store.database import Connection
from caseworker_app.store.lease import KeptLease
from caseworker_app.workflow.workspace import Workspace

OFFSET = "clock.offset"
"""Milliseconds by which the office's clock is ahead of this one's."""


def measured(connection: Connection, ws: Workspace, offset: int) -> None:
    """Keep by how many milliseconds the office's clock is ahead of this one's.

    Where this one became wrong, or right again, the trail says so.
    """
    before = meta.integer(connection, OFFSET)
    meta.put(connection, OFFSET, offset)
    if clock.is_off(offset) and not clock.is_off(before):
        far = f"比办公室{clock.apart(-offset)}"
        audit.append(connection, ws.at(), ws.person.id, "clock.wrong", "", far)
    elif clock.is_off(before) and not clock.is_off(offset):
        audit.append(connection, ws.at(), ws.person.id, "clock.right", "", "")


def is_right(connection: Connection, ws: Workspace, at: int) -> bool:
    """Tell whether the time was right at the last contact and is now, by the office's ``at``."""
    before = meta.integer(connection, OFFSET)
    return not (clock.is_off(before) or clock.is_off(at - ws.now_ms()))


def notice(connection: Connection, ws: Workspace) -> str:
    """Return that the computer's time is wrong and what it should be; empty where it is right.

    Also without a network: it cannot be earlier than the office's was at the last contact.
    """
    kept = leases.load(connection)
    offset = _offset(meta.integer(connection, OFFSET), kept, ws)
    heard = kept.lease.at if kept else 0
    if clock.is_off(offset):
        right = civil(instant(ws.now_ms() + offset))
        return (
            f"电脑时间不对：比办公室{clock.apart(-offset)}，现在应为 {right:%Y-%m-%d %H:%M}。"
            "请改正后再送达一次。"
        )
    if heard - ws.now_ms() > clock.TOLERATED:
        least = civil(instant(heard))
        return (
            f"电脑时间不对：上次联系办公室时已是 {least:%Y-%m-%d %H:%M}，"
            f"电脑现为 {civil(ws.clock.now()):%Y-%m-%d %H:%M}。请改正电脑时间。"
        )
    return ""


def _offset(measured: int, kept: KeptLease | None, ws: Workspace) -> int:
    """Return by how far the office's clock is ahead now, where it was by ``measured``.

    Whoever has corrected a wrong clock since is told no other time, as far as that is known: as
    long as the machine runs that counted since the office was heard from.
    """
    boot, uptime = ws.clock.uptime()
    if not clock.is_off(measured) or kept is None or not boot or boot != kept.boot:
        return measured
    return kept.lease.at + uptime - kept.uptime - ws.now_ms()
