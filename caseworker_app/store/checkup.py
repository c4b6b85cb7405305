"""What is true of a store that is only looked at: nothing is written or brought up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select, text

from caseworker_app.store import attachment as attachments, audit, meta, outbox, purge, upgrade
from caseworker_app.store.audit import AuditState
from caseworker_app.store.database import Connection, Database
from caseworker_app.store.outbox import OutboxStatus
from caseworker_app.store.tables import outbox as table

HEAD = upgrade.HEAD


@dataclass(frozen=True, slots=True)
class Looked:
    """What the store says."""

    trail: AuditState
    altered: int
    """Files that are no longer what was kept."""
    waiting: OutboxStatus
    durable: int
    """Receipted operations that lie in a verified backup of the office."""
    facts: dict[str, str]


@contextmanager
def opened(folder: Path, key: bytes) -> Iterator[Connection]:
    """Yield one moment of a store; raises OutsideError where it does not open."""
    database = Database(upgrade.path(folder), key)
    try:
        with database.read() as connection:
            yield connection
    finally:
        database.close()


def version(connection: Connection) -> str:
    return upgrade.version(connection) or ""


def is_whole(connection: Connection) -> bool:
    """Tell whether every page of the file is what was written."""
    found: str = connection.execute(text("PRAGMA integrity_check(1)")).scalar_one()
    return found == "ok"


def look(connection: Connection, facts: tuple[str, ...]) -> Looked:
    """Read what there is to say, with some facts by their names; of a store of this version."""
    epoch, done = purge.durable(connection)
    backed = (table.c.cleared_at != "") | (
        (table.c.epoch == epoch) & (epoch != "") & (table.c.done <= done)
    )
    altered = (*attachments.altered(connection), *purge.unfounded(connection))
    return Looked(
        trail=audit.verify(connection),
        altered=len(altered),
        waiting=outbox.status(connection),
        durable=connection.scalar(
            select(func.count()).where(table.c.state == outbox.OutboxState.HELD, backed)
        )
        or 0,
        facts={name: meta.text(connection, name) for name in facts},
    )
