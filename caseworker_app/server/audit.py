"""留痕: who read or changed whose data, chained; written in the transaction it reports."""

from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from caseworker_app.model.audit import AuditEntry
from caseworker_app.rules.audit import GENESIS, entry_hash, verify
from caseworker_app.server import counters
from caseworker_app.server.tables import audit

_IN_ORDER = select(audit).order_by(audit.c.n).execution_options(yield_per=1000)


class Checked(NamedTuple):
    """What checking found; ``broken_at`` is the first entry that is not what was written."""

    entries: int
    head: str
    """Hash of the last entry."""
    broken_at: int | None


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


def entries(connection: Connection, subject: str = "") -> tuple[AuditEntry, ...]:
    """Return the whole log, or what names one household, visit, paper or laptop."""
    named = _IN_ORDER.where(audit.c.subject.contains(subject, autoescape=True))
    return tuple(AuditEntry(*row) for row in connection.execute(named))


def checked(connection: Connection) -> Checked:
    """Check every entry, every link and that the end was not cut off."""
    broken = verify(AuditEntry(*row) for row in connection.execute(_IN_ORDER))
    last = connection.execute(select(audit).order_by(audit.c.n.desc()).limit(1)).first()
    n, head = (0, GENESIS) if last is None else (last.n, last.hash)
    if broken is None and counters.last(connection, counters.AUDIT) != n:
        broken = n + 1
    return Checked(n, head, broken)
