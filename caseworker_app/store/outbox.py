"""Operations on their way: sealed until the server's receipt is checked, then held.

A sealed operation never changes and never leaves by itself. There is no state "sent": an
operation without a receipt is simply still here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, Update, bindparam, func, insert, select, update

from caseworker_app.store.tables import attachment, outbox, outbox_blob, paper, visit
from caseworker_app.store.values import AnyRow

_FORM_LANE = "records"


class OutboxState(StrEnum):
    SEALED = "sealed"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class SealedOperation:
    """An operation as it is put in the outbox, in the transaction of what it reports."""

    op: str
    n: int
    rid: str
    hash: str
    previous: str
    body: bytes
    """Canonical JSON with hash and signature."""
    sealed_at: str
    blobs: tuple[str, ...] = ()
    """Content addresses of the files that belong to it, already in ``store.attachment``."""
    lane: str = _FORM_LANE
    """What kind of thing it is, such as records or asks."""


@dataclass(frozen=True, slots=True)
class OutboxEntry:
    """An operation as the outbox holds it, without its body."""

    op: str
    n: int
    rid: str
    lane: str
    hash: str
    state: OutboxState
    sealed_at: str
    size: int
    """Bytes of the body."""
    seq: int | None
    done: int | None
    epoch: str
    receipt: bytes | None
    attempts: int
    problem: str
    cleared_at: str
    """Since when only the receipt is here; "" while the body is."""


@dataclass(frozen=True, slots=True)
class OutboxStatus:
    """What is still here, for the line at the foot of the window."""

    waiting: int
    oldest_at: str | None
    held: int
    bytes_waiting: int
    """Bodies and files of the waiting operations."""
    problems: int


def next_link(connection: Connection) -> tuple[int, str]:
    """Return number and previous hash of this device's next operation: 1 and "" at first."""
    last = connection.execute(
        select(outbox.c.n, outbox.c.hash).order_by(outbox.c.n.desc()).limit(1)
    ).first()
    return (1, "") if last is None else (last.n + 1, last.hash)


def last_at(connection: Connection) -> str:
    """Return when this device's last operation was sealed, or the empty string."""
    last = select(outbox.c.sealed_at).order_by(outbox.c.n.desc()).limit(1)
    return connection.scalar(last) or ""


def put(connection: Connection, operation: SealedOperation) -> None:
    """Queue an operation; raises ValueError where it is not the next link of the chain."""
    if (operation.n, operation.previous) != next_link(connection):
        raise ValueError(f"operation {operation.n} is not the next of the chain")
    connection.execute(
        insert(outbox).values(
            op=operation.op,
            n=operation.n,
            rid=operation.rid,
            lane=operation.lane,
            hash=operation.hash,
            previous=operation.previous,
            body=operation.body,
            state=OutboxState.SEALED,
            sealed_at=operation.sealed_at,
        )
    )
    blobs = [
        {"op": operation.op, "position": position, "sha": sha}
        for position, sha in enumerate(operation.blobs)
    ]
    if blobs:
        connection.execute(insert(outbox_blob), blobs)


def waiting(connection: Connection) -> tuple[OutboxEntry, ...]:
    """Return what has no receipt, in the order it was sealed."""
    return _entries(connection, OutboxState.SEALED)


def confirmed(connection: Connection) -> tuple[OutboxEntry, ...]:
    """Return what the server has receipted, in the order it was sealed."""
    return _entries(connection, OutboxState.HELD)


def of_record(connection: Connection, rid: str) -> tuple[OutboxEntry, ...]:
    """Return every operation on one record, in the order it was sealed."""
    found = connection.execute(select(*_SHOWN).where(outbox.c.rid == rid).order_by(outbox.c.n))
    return tuple(map(_entry, found))


def recorded(connection: Connection, rids: Iterable[str]) -> set[str]:
    """Return which of these records there is an operation on."""
    return set(connection.scalars(select(outbox.c.rid).where(outbox.c.rid.in_(list(rids)))))


def sealed_visit(connection: Connection, visit_id: str) -> tuple[str, str, str, str] | None:
    """Return paper number, record hash, hash of the PDF and operation of a sealed visit."""
    found = connection.execute(
        select(paper.c.number, visit.c.record_hash, paper.c.sha, outbox.c.op)
        .join(visit, visit.c.id == paper.c.visit)
        .join(outbox, outbox.c.rid == visit.c.id)
        .where(visit.c.id == visit_id, visit.c.sealed_at.is_not(None), paper.c.record.is_(None))
        .order_by(outbox.c.n, paper.c.issued_at)
        .limit(1)
    ).first()
    return None if found is None else (found.number, found.record_hash, found.sha, found.op)


def bodies(connection: Connection, ids: Iterable[str]) -> dict[str, bytes]:
    """Return the canonical bytes of some operations by their ids."""
    found = connection.execute(select(outbox.c.op, outbox.c.body).where(outbox.c.op.in_(list(ids))))
    return {row.op: row.body for row in found}


def cleared(connection: Connection, ids: Iterable[str]) -> frozenset[str]:
    """Return which of some operations were cleared out: their bodies are stubs."""
    gone = select(outbox.c.op).where(outbox.c.op.in_(list(ids)), outbox.c.cleared_at != "")
    return frozenset(connection.scalars(gone))


def blobs_of(connection: Connection, op: str) -> tuple[str, ...]:
    """Return the content addresses of the files of an operation, in its order."""
    return tuple(
        connection.scalars(
            select(outbox_blob.c.sha).where(outbox_blob.c.op == op).order_by(outbox_blob.c.position)
        )
    )


def confirm(
    connection: Connection, op: str, seq: int, done: int, epoch: str, receipt: bytes
) -> str:
    """Keep a checked receipt; return the operation's lane, empty where it was not waiting."""
    kept = {"seq": seq, "done": done, "epoch": epoch, "receipt": receipt}
    return connection.scalar(_CONFIRM, {"waiting": op, **kept}) or ""


def reset_held(connection: Connection) -> int:
    """Take every receipt back, for a server with another epoch; return how many.

    What was cleared out cannot be sent again: it is in the backup the server came from.
    """
    return connection.execute(_taken_back()).rowcount


def take_back(connection: Connection, ops: Sequence[str]) -> int:
    """Take the receipts of some operations back; return how many had one."""
    return connection.execute(_taken_back().where(outbox.c.op.in_(ops))).rowcount


def _taken_back() -> Update:
    return (
        update(outbox)
        .where(outbox.c.state == OutboxState.HELD, outbox.c.cleared_at == "")
        .values(state=OutboxState.SEALED, seq=None, done=None, epoch="", receipt=None)
    )


def problem(connection: Connection, op: str, text: str) -> None:
    """Note a failed attempt and why; the operation stays."""
    connection.execute(
        update(outbox).where(outbox.c.op == op).values(problem=text, attempts=outbox.c.attempts + 1)
    )


def status(connection: Connection) -> OutboxStatus:
    """Return what is still here."""
    sealed = outbox.c.state == OutboxState.SEALED
    waits, oldest, held, size, problems = connection.execute(
        select(
            func.count().filter(sealed),
            func.min(outbox.c.sealed_at).filter(sealed),
            func.count().filter(outbox.c.state == OutboxState.HELD),
            func.coalesce(func.sum(func.length(outbox.c.body)).filter(sealed), 0),
            func.count().filter(sealed, outbox.c.problem != ""),
        )
    ).one()
    return OutboxStatus(waits, oldest, held, size + _bytes_of_files(connection), problems)


_CONFIRM = (
    update(outbox)
    .where(outbox.c.op == bindparam("waiting"), outbox.c.state == OutboxState.SEALED)
    .values(
        state=OutboxState.HELD,
        seq=bindparam("seq"),
        done=bindparam("done"),
        epoch=bindparam("epoch"),
        receipt=bindparam("receipt"),
        problem="",
    )
    .returning(outbox.c.lane)
)  # built once: a delivery keeps a thousand receipts
_SHOWN = (
    outbox.c.op, outbox.c.n, outbox.c.rid, outbox.c.lane, outbox.c.hash, outbox.c.state,
    outbox.c.sealed_at, func.length(outbox.c.body).label("size"), outbox.c.seq, outbox.c.done,
    outbox.c.epoch, outbox.c.receipt, outbox.c.attempts, outbox.c.problem,
    outbox.c.cleared_at,
)  # fmt: skip


def _entries(connection: Connection, state: OutboxState) -> tuple[OutboxEntry, ...]:
    found = connection.execute(select(*_SHOWN).where(outbox.c.state == state).order_by(outbox.c.n))
    return tuple(map(_entry, found))


def _entry(row: AnyRow) -> OutboxEntry:
    return OutboxEntry(**{**row._mapping, "state": OutboxState(row.state)})  # noqa: SLF001  # its documented name


def _bytes_of_files(connection: Connection) -> int:
    shas = (
        select(outbox_blob.c.sha)
        .join(outbox, outbox.c.op == outbox_blob.c.op)
        .where(outbox.c.state == OutboxState.SEALED)
    )
    total = select(func.coalesce(func.sum(attachment.c.size), 0))
    return connection.scalar(total.where(attachment.c.sha.in_(shas))) or 0
