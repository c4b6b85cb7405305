"""清出: what the office has, and has in a verified backup, need not lie here any longer.

A receipt alone lets nothing go: a server restored from yesterday's backup must get back from the
laptops what that backup lacks. Only completions up to ``durable`` of the same epoch go.
"""

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, func, select, update

from caseworker_app.store import meta
from caseworker_app.store.outbox import OutboxState
from caseworker_app.store.tables import (
    attachment,
    household,
    outbox,
    outbox_blob,
    paper,
    scan,
    visit,
    visit_unit,
)
from caseworker_app.store.values import json_of

_EPOCH, _DONE = "durable.epoch", "durable.done"
_FILE = "/attachments/#%/sha"


class Durable(NamedTuple):
    """Up to which completion of an epoch the office has a verified backup."""

    epoch: str
    done: int


class Candidate(NamedTuple):
    """An operation that may go; whether it should is not the store's to say."""

    op: str
    rid: str
    lane: str
    hash: str
    sealed_at: str
    household: str
    """Empty where the operation belongs to none that is known here."""


def believe(connection: Connection, told: Durable) -> None:
    """Take down what the office said of its backup; inside an epoch it never goes back."""
    known = durable(connection)
    if known.epoch == told.epoch and known.done > told.done:
        return
    meta.put(connection, _EPOCH, told.epoch)
    meta.put(connection, _DONE, told.done)


def durable(connection: Connection) -> Durable:
    """Return what was believed last; no epoch and 0 at first."""
    return Durable(meta.text(connection, _EPOCH), meta.integer(connection, _DONE))


def is_durable(told: Durable, epoch: str, done: int | None) -> bool:
    """Tell whether a receipt's completion is in a verified backup."""
    return bool(epoch) and epoch == told.epoch and 0 < (done or 0) <= told.done


def candidates(connection: Connection) -> tuple[Candidate, ...]:
    """Return what is receipted, backed up and still here, in the order it was sealed."""
    columns = (outbox.c.op, outbox.c.rid, outbox.c.lane, outbox.c.hash, outbox.c.sealed_at)
    home = func.coalesce(*(query.scalar_subquery() for query in _homes()), "")
    found = connection.execute(
        select(*columns, home.label("household"))
        .where(*_may_go(connection), outbox.c.problem == "")
        .order_by(outbox.c.n)
    )
    return tuple(
        Candidate(row.op, row.rid, row.lane, row.hash, row.sealed_at, row.household)
        for row in found
    )


def clear(connection: Connection, stubs: Mapping[str, bytes], at: str) -> tuple[str, ...]:
    """Clear operations with the files only they needed; return those that went.

    ``stubs`` gives what stays of each body. The conditions are asked again here, in the statement
    that clears: nothing else in the store lets go of a sealed body.
    """
    may_go = _may_go(connection)
    gone = tuple(
        op
        for op, stub in stubs.items()
        if connection.execute(
            update(outbox).where(outbox.c.op == op, *may_go).values(body=stub, cleared_at=at)
        ).rowcount
    )
    _clear_files(connection, gone, at)
    return gone


def unfounded(connection: Connection) -> tuple[str, ...]:
    """Return files said to be cleared out that an operation not cleared out still names."""
    named = (
        select(outbox_blob.c.sha)
        .join(outbox, outbox.c.op == outbox_blob.c.op)
        .join(attachment, attachment.c.sha == outbox_blob.c.sha)
        .where(attachment.c.cleared_at != "", outbox.c.cleared_at == "")
    )
    return tuple(connection.scalars(named.distinct().order_by(outbox_blob.c.sha)))


def _may_go(connection: Connection) -> tuple[ColumnElement[bool], ...]:
    epoch, done = durable(connection)
    return (
        outbox.c.state == OutboxState.HELD,
        outbox.c.receipt.is_not(None),
        outbox.c.cleared_at == "",
        outbox.c.epoch == epoch,
        outbox.c.epoch != "",
        outbox.c.done <= done,
    )


def _homes() -> tuple[Select[str], ...]:
    """Return, for each kind of record, the query for the household an operation is about."""
    return (
        select(visit.c.household).where(visit.c.id == outbox.c.rid),
        select(paper.c.household).where(paper.c.record == outbox.c.rid),
        select(scan.c.household).where(scan.c.record == outbox.c.rid).limit(1),
        select(household.c.id).where(household.c.id == outbox.c.rid),
    )


def _clear_files(connection: Connection, ops: tuple[str, ...], at: str) -> None:
    """Clear the files of operations unless something that stays names them too."""
    mine = set(
        connection.scalars(select(outbox_blob.c.sha).where(outbox_blob.c.op.in_(ops)).distinct())
    )
    kept = _in_open_visits(connection) | set(
        connection.scalars(
            select(outbox_blob.c.sha)
            .join(outbox, outbox.c.op == outbox_blob.c.op)
            .where(outbox.c.cleared_at == "")
        )
    )
    kept |= set(connection.scalars(select(scan.c.sha).where(scan.c.record.is_(None))))
    for sha in sorted(mine - kept):
        connection.execute(
            update(attachment)
            .where(attachment.c.sha == sha, attachment.c.cleared_at == "")
            .values(data=b"", cleared_at=at)
        )


def _in_open_visits(connection: Connection) -> set[str]:
    values = connection.scalars(
        select(visit_unit.c.value)
        .join(visit, visit.c.id == visit_unit.c.visit)
        .where(visit.c.sealed_at.is_(None), visit_unit.c.path.like(_FILE))
    )
    return {str(json_of(value)) for value in values}
