"""留痕: the log of who did what, each entry chained to the one before by its hash."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from caseworker_app.model.audit import AuditEntry
from caseworker_app.rules import audit
from caseworker_app.rules.audit import GENESIS
from caseworker_app.store import meta
from caseworker_app.store.tables import audit as table
from caseworker_app.store.values import AnyRow

_HEAD = "store.audit_head"
_LIMIT = 1000
_INSERT = insert(table)
_LAST = select(table.c.n, table.c.hash).order_by(table.c.n.desc()).limit(1)


@dataclass(frozen=True, slots=True)
class AuditState:
    """What checking the chain found; ``broken_at`` is the number of the first entry that lies."""

    entries: int
    head: str
    """Hash of the last entry, for the server to remember."""
    broken_at: int | None = None


def append(
    connection: Connection, at: str, person: str, act: str, subject: str, detail: str
) -> AuditEntry:
    """Write an entry, in the transaction of the change it records."""
    last = _last(connection)
    n, previous = (1, GENESIS) if last is None else (last.n + 1, last.hash)
    name = audit.entry_hash(previous, n, at, person, act, subject, detail)
    entry = AuditEntry(n, at, person, act, subject, detail, previous, name)
    connection.execute(_INSERT, _columns(entry))
    meta.put(connection, _HEAD, name)
    return entry


def verify(connection: Connection) -> AuditState:
    """Check every entry, every link and that the end was not cut off."""
    found = connection.execute(select(table).order_by(table.c.n))
    broken = audit.verify(AuditEntry(*row) for row in found)
    last = _last(connection)
    n, head = (0, GENESIS) if last is None else (last.n, last.hash)
    if broken is None and meta.text(connection, _HEAD) != head:
        broken = n + 1
    return AuditState(n, head, broken)


def entries(
    connection: Connection, subject: str | None = None, limit: int = _LIMIT
) -> tuple[AuditEntry, ...]:
    """Return the latest entries first, of everything or of one household, visit or paper."""
    statement = select(table).order_by(table.c.n.desc()).limit(limit)
    if subject is not None:
        statement = statement.where(table.c.subject == subject)
    return tuple(AuditEntry(*row) for row in connection.execute(statement))


def told(connection: Connection, acts: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return subject and detail of every entry of some acts, oldest first."""
    statement = select(table.c.subject, table.c.detail).where(table.c.act.in_(acts))
    return tuple(
        (row.subject, row.detail) for row in connection.execute(statement.order_by(table.c.n))
    )


def last(connection: Connection, subject: str, act: str) -> str:
    """Return when an act was last done to a subject, or the empty string."""
    found: str | None = connection.scalar(
        select(func.max(table.c.at)).where(table.c.subject == subject, table.c.act == act)
    )
    return found or ""


def _last(connection: Connection) -> AnyRow | None:
    return connection.execute(_LAST).first()


def _columns(entry: AuditEntry) -> dict[str, object]:
    return {column.name: getattr(entry, column.name) for column in table.c}
