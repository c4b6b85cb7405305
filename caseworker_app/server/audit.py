"""留痕: who read or changed whose data, chained; written in the transaction it reports."""

from datetime import UTC, datetime

from sqlalchemy import Connection, select

from caseworker_app.model.audit import AuditEntry
from caseworker_app.rules.audit import GENESIS, entry_hash, verify
from caseworker_app.server import counters
from caseworker_app.server.tables import audit


def record(connection: Connection, at: int, person: str, act: str, *said: str) -> None:
    """Append an entry; ``at`` in milliseconds UTC, ``said`` is subject and detail."""
    subject, detail = (*said, "", "")[:2]
    n = counters.take(connection, counters.AUDIT)
    before = connection.scalar(select(audit.c.hash).where(audit.c.n == n - 1))
    previous = before or GENESIS
    instant = datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds")
    entry = {"at": instant, "person": person, "act": act, "subject": subject, "detail": detail}
    name = entry_hash(previous, n, instant, person, act, subject, detail)
    connection.execute(audit.insert().values(n=n, previous=previous, hash=name, **entry))


def entries(connection: Connection) -> tuple[AuditEntry, ...]:
    """Return the whole log."""
    rows = connection.execute(select(audit).order_by(audit.c.n))
    return tuple(AuditEntry(*row) for row in rows)


def first_broken(connection: Connection) -> int | None:
    """Return the number of the first entry that was altered, lost or inserted, or None."""
    return verify(entries(connection))
