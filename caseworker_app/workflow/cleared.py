"""What was cleared out here, asked after again where the office went back to a backup.

The office is asked by the line or by a stick. Until it has answered about all of it the question
stays open, and goes with the next exchange, whichever way that takes.
"""

from collections.abc import Callable, Collection, Sequence

from caseworker_app.store import audit, meta, outbox
from caseworker_app.store.database import Connection
from caseworker_app.store.outbox import OutboxEntry
from caseworker_app.workflow.workspace import Workspace

_OPEN = "cleared.open"
_NOT_IN_BACKUP = "办公室恢复所用的备份里没有这一件，本机也已清出。请告诉办公室改用更新的备份恢复。"


def entries(connection: Connection) -> tuple[OutboxEntry, ...]:
    """Return the operations of which only the receipt is here."""
    return tuple(entry for entry in outbox.confirmed(connection) if entry.cleared_at)


def doubt(connection: Connection) -> None:
    """Note that the office is another than the one that had all of it in a backup."""
    meta.put(connection, _OPEN, 1)


def is_doubted(connection: Connection) -> bool:
    return bool(meta.text(connection, _OPEN))


def ask(ws: Workspace, known: Callable[[Sequence[tuple[str, str]]], Collection[str]]) -> None:
    """Ask an office that went back whether it still has what is no longer here.

    ``known`` gives the ids, of (id, hash), that are in its log.
    """
    with ws.database.read() as connection:
        if not is_doubted(connection):
            return
        gone = entries(connection)
    has = frozenset(known([(entry.op, entry.hash) for entry in gone]))
    with ws.database.write() as connection:
        settle(connection, ws, has, {entry.op for entry in gone} - has)


def settle(
    connection: Connection, ws: Workspace, has: Collection[str], lacks: Collection[str]
) -> None:
    """Take the office's answer about operations, by their ids; changes nothing unless asked.

    Each that is lacking is told once, until an office has it again.
    """
    if not is_doubted(connection):
        return
    known, lost = frozenset(has), frozenset(lacks)
    gone = entries(connection)
    for entry in gone:
        if entry.op in lost and entry.problem != _NOT_IN_BACKUP:
            outbox.problem(connection, entry.op, _NOT_IN_BACKUP)
            said = (entry.rid, entry.hash)
            audit.append(connection, ws.at(), ws.person.id, "record.missing", *said)
        elif entry.op in known and entry.problem == _NOT_IN_BACKUP:
            outbox.problem(connection, entry.op, "")
    if {entry.op for entry in gone} <= known | lost:
        meta.forget(connection, _OPEN)
