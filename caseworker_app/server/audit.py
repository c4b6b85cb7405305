"""留痕: who read or changed whose data, chained; written in the transaction it reports."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from caseworker_app.model.audit import AuditEntry
from caseworker_app.rules.audit import GENESIS, entry_hash, verify
from caseworker_app.server import counters
from caseworker_app.server.database import put_all
from caseworker_app.server.tables import audit

_IN_ORDER = select(audit).order_by(audit.c.n).execution_options(yield_per=1000)


class Checked(NamedTuple):
    """What checking found; ``broken_at`` is the first entry that is not what was written."""

    entries: int
    head: str
    """Hash of the last entry."""
    broken_at: int | None


class Act(NamedTuple):
    """Something to be written down; ``at`` in milliseconds UTC."""

    at: int
    person: str
    act: str
    subject: str = ""
    detail: str = ""


def record(connection: Connection, at: int, person: str, act: str, *said: str) -> None:
    """Append an entry; ``at`` in milliseconds UTC, ``said`` is subject and detail."""
    record_all(connection, [Act(at, person, act, *said)])


def record_all(connection: Connection, acts: Sequence[Act]) -> None:
    """Append entries in their order."""
    if not acts:
        return
    first = counters.take(connection, counters.AUDIT, len(acts))
    before = connection.scalar(select(audit.c.hash).where(audit.c.n == first - 1))
    previous, rows = before or GENESIS, []
    for n, act in enumerate(acts, first):
        instant = datetime.fromtimestamp(act.at / 1000, UTC).isoformat(timespec="milliseconds")
        name = entry_hash(previous, n, instant, act.person, act.act, act.subject, act.detail)
        rows.append(act._asdict() | {"n": n, "at": instant, "previous": previous, "hash": name})
        previous = name
    put_all(connection, audit, rows)


def entries(connection: Connection, subject: str = "") -> tuple[AuditEntry, ...]:
    """Return the whole log, or what names one household, visit, paper or laptop."""
    named = _IN_ORDER.where(audit.c.subject.contains(subject, autoescape=True))
    with connection.execute(named) as rows:
        return tuple(AuditEntry(*row) for row in rows)


def checked(connection: Connection) -> Checked:
    """Check every entry, every link and that the end was not cut off."""
    with connection.execute(_IN_ORDER) as rows:
        broken = verify(AuditEntry(*row) for row in rows)
    last = connection.execute(select(audit).order_by(audit.c.n.desc()).limit(1)).first()
    n, head = (0, GENESIS) if last is None else (last.n, last.hash)
    if broken is None and counters.last(connection, counters.AUDIT) != n:
        broken = n + 1
    return Checked(n, head, broken)
