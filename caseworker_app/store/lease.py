"""使用期限 as it is kept here, with what tells the time since without the wall clock."""

from datetime import datetime

import msgspec
from sqlalchemy import Connection, func, select

from caseworker_app.store import meta
from caseworker_app.store.tables import audit, outbox
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.lease import Lease

_KEY = "office.lease"


class KeptLease(msgspec.Struct, frozen=True):
    """A lease, and where this laptop stood when it came."""

    lease: Lease
    boot: str
    """Which start of the machine."""
    uptime: int
    """Milliseconds since then."""
    link: int
    """Number of the last operation."""
    entry: int
    """Number of the last entry of the trail."""


def load(connection: Connection) -> KeptLease | None:
    """Return the lease; None where no office ever gave one."""
    found = meta.text(connection, _KEY)
    return msgspec.json.decode(found, type=KeptLease) if found else None


def put(connection: Connection, lease: Lease, boot: str, uptime: int) -> None:
    """Keep a lease that was checked, in place of the one before."""
    link = connection.scalar(select(func.max(outbox.c.n))) or 0
    entry = connection.scalar(select(func.max(audit.c.n))) or 0
    kept = KeptLease(lease, boot, uptime, link, entry)
    meta.put(connection, _KEY, canonical(kept).decode())


def newest(connection: Connection, kept: KeptLease) -> int:
    """Return when something was done here last since the lease came, in ms; 0 for nothing.

    By the chain of operations and by that of the trail, whose times cannot be taken back.
    """
    own = select(func.max(outbox.c.sealed_at)).where(outbox.c.n > kept.link)
    told = select(func.max(audit.c.at)).where(audit.c.n > kept.entry)
    times = (connection.scalar(own), connection.scalar(told))
    return max((_milliseconds(at) for at in times if at), default=0)


def _milliseconds(at: str) -> int:
    return int(datetime.fromisoformat(at).timestamp() * 1000)
