"""What is only on this laptop, what the office has confirmed; needs no network to tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

import msgspec

from caseworker_app.model.codes import Stage
from caseworker_app.model.values import Json
from caseworker_app.store import (
    attachment as attachments,
    audit,
    household as households,
    meta,
    outbox,
    paper,
    purge,
    scan as scans,
    visit as visits,
)
from caseworker_app.store.database import Connection
from caseworker_app.store.outbox import OutboxEntry, SealedOperation
from caseworker_app.store.purge import Durable
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.operation import (
    SCHEMA,
    BlobRef,
    Change,
    Operation,
    diff,
    document,
    hash_of,
    seal,
)
from caseworker_app.wire.receipt import Receipt
from caseworker_app.workflow import lease, office_clock
from caseworker_app.workflow.workspace import Workspace

RECEIVED = "visit.received"
"""Act of the audit trail when a receipt was believed."""

PAPER_DELIVERED, VOID_DELIVERED = "paper.delivered", "paper.void_delivered"
"""The same of a paper, and of its being void."""

LAST_CONTACT = "office.last_contact"
SCAN_DELIVERED = "scan.delivered"

VISITS, ASKS, HOMES, PAPERS, SCANS = "records", "asks", "homes", "papers", "scans"
DECISIONS = "decisions"
"""Lanes of the outbox: sealed visits, questions about what was found, households split off, papers,
pages that came back signed, decisions between two versions.
"""

_WORDS = {ASKS: "现场发现查询", HOMES: "新立户", SCANS: "扫描件", DECISIONS: "裁决"}
_SHORT = 16
CONFLICT = "conflict"
"""Status of what the office has and did not take over by itself."""
_DONE = (Stage.SEALED, Stage.DELIVERED, Stage.RECEIVED, Stage.RETURNED)


@dataclass(frozen=True, slots=True)
class NewRecord:
    """What one record that leaves this laptop has for itself."""

    rid: str
    form: str
    units: Mapping[str, Json]
    gen: int
    """Generation of the assignment under which it was made."""
    kind: str = "create"
    policy: str = ""
    blobs: tuple[BlobRef, ...] = ()


@dataclass(frozen=True, slots=True)
class NewStep:
    """What one step on a record has for itself."""

    rid: str
    form: str
    patch: tuple[Change, ...]
    gen: int
    base: int
    """Version of the record the person saw; 0 where it is new."""
    kind: str
    resolves: str = ""
    """Id of the conflict it decides."""
    reason: str = ""
    policy: str = ""
    blobs: tuple[BlobRef, ...] = ()


RECENT = 30
"""Delivered visits listed beside what waits."""


@dataclass(frozen=True, slots=True)
class DeliveryStatus:
    """What is only on this laptop, since when."""

    waiting: int
    oldest: datetime | None
    held: int
    bytes_waiting: int
    last_contact: datetime | None
    problems: tuple[str, ...]
    notices: tuple[str, ...] = ()
    """That the lease ends soon, that the computer's time is wrong."""
    is_over: bool = False
    """The lease is: only delivering is left."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A visit, a paper or a question on its way: sealed (only here) or held (receipted)."""

    visit_id: str
    """Id of the record."""
    head: str
    number: str
    """Of the paper; for a question what it is."""
    sealed_at: datetime
    bytes: int
    state: str
    receipt: str
    """A short form of the server's signature, for reading out."""
    seq: int
    confirmed_at: datetime | None
    problem: str
    is_open: bool = False
    """The office has it, and it waits there for whoever looks after the household."""
    household: str = ""
    """Id of the household it is about, where this laptop holds that."""
    is_durable: bool = False
    """The office has it in a backup it verified."""
    is_cleared: bool = False
    """Only the receipt is here any more."""


class Held(NamedTuple):
    """One receipted operation with the hashes of what lies on this laptop."""

    op: str
    hash: str
    status: str
    files: tuple[str, ...]


def status(ws: Workspace) -> DeliveryStatus:
    """Return what is still here, for the line at the foot of the window."""
    with ws.database.read() as connection:
        found = outbox.status(connection)
        contact = meta.text(connection, LAST_CONTACT)
        troubled = tuple(entry.problem for entry in outbox.waiting(connection) if entry.problem)
        standing = lease.standing(connection, ws.clock)
        wrong = office_clock.notice(connection, ws)
    return DeliveryStatus(
        waiting=found.waiting,
        oldest=_instant(found.oldest_at),
        held=found.held,
        bytes_waiting=found.bytes_waiting,
        last_contact=_instant(contact),
        problems=troubled,
        notices=tuple(filter(None, (standing.sentence if standing else "", wrong))),
        is_over=standing is not None and standing.is_over,
    )


def parcels(ws: Workspace, recent: int = RECENT) -> tuple[Parcel, ...]:
    """Return sealed visits, papers and waiting questions, the newest first.

    All that waits, and of what was receipted so many as were sealed last and what was set apart.
    """
    with ws.database.read() as connection:
        heads = {line.id: line.head for line in visits.in_stage(connection, *_DONE)}
        waiting = outbox.waiting(connection)
        if any(entry.lane == ASKS for entry in waiting):
            heads |= _askers(connection)
        held = [e for e in outbox.confirmed(connection) if _is_listed(e)]
        older = len(held) - recent
        entries = [*waiting, *(e for at, e in enumerate(held) if at >= older or e.problem)]
        heads |= _new_heads(connection, entries) | _scan_heads(connection, entries)
        heads |= _paper_heads(connection, entries)
        backed = purge.durable(connection)
        found = [
            replace(
                _parcel(
                    entry,
                    heads.get(entry.rid, ""),
                    *_told(connection, entry),
                    home=_home(connection, entry),
                ),
                is_durable=_is_durable(entry, backed),
                is_cleared=bool(entry.cleared_at),
            )
            for entry in sorted(entries, key=lambda entry: entry.n, reverse=True)
        ]
    return tuple(found)


def _is_listed(held: OutboxEntry) -> bool:
    """Tell whether something receipted is worth a line; a question tells its own outcome."""
    return held.lane in (VISITS, PAPERS) or (held.problem != "" and held.lane != ASKS)


def _is_durable(entry: OutboxEntry, backed: Durable) -> bool:
    return bool(entry.cleared_at) or purge.is_durable(backed, entry.epoch, entry.done)


def _told(connection: Connection, entry: OutboxEntry) -> tuple[str, str]:
    """Return the number of what an operation is about, or what it is, and when it was receipted."""
    if entry.lane != PAPERS:
        name = _WORDS.get(entry.lane) or paper.visit_number(connection, entry.rid)
        return name, audit.last(connection, entry.rid, RECEIVED)
    number, act = paper_of(connection, entry.rid, entry.op)
    shown = number if act == PAPER_DELIVERED else f"{number}（作废）"
    return shown, audit.last(connection, number, act)


def paper_of(connection: Connection, rid: str, op: str) -> tuple[str, str]:
    """Return the number of a delivered paper, and the act by which this operation is receipted."""
    row = paper.of_record(connection, rid)
    first = outbox.of_record(connection, rid)[0]
    return row.number if row else "", PAPER_DELIVERED if first.op == op else VOID_DELIVERED


def _paper_heads(connection: Connection, entries: Sequence[OutboxEntry]) -> dict[str, str]:
    """Return the head of the household of each paper."""
    rows = (paper.of_record(connection, e.rid) for e in entries if e.lane == PAPERS)
    return {
        row.record: households.load(connection, row.household).head.name
        for row in rows
        if row is not None and row.record is not None
    }


def _scan_heads(connection: Connection, entries: Sequence[OutboxEntry]) -> dict[str, str]:
    """Return the head of the household of pages that came back."""
    rids = [entry.rid for entry in entries if entry.lane == SCANS]
    homes = {row.record: row.household for rid in rids for row in scans.of_record(connection, rid)}
    return {
        rid: households.load(connection, home).head.name
        for rid, home in homes.items()
        if rid and home
    }


def _askers(connection: Connection) -> dict[str, str]:
    """Return the head of the household by the id of each question of a visit under way."""
    return {
        fact.ask: line.head
        for line in visits.in_progress(connection)
        for fact in visits.load(connection, line.id).found or ()
    }


def _new_heads(connection: Connection, entries: Sequence[OutboxEntry]) -> dict[str, str]:
    """Return the head of each household that was split off."""
    homes = (entry.rid for entry in entries if entry.lane == HOMES)
    return {home: households.load(connection, home).head.name for home in homes}


def send(connection: Connection, ws: Workspace, new: NewRecord, lane: str = VISITS) -> str:
    """Sign a new record as this laptop's next step and queue it; return the operation's id."""
    step = NewStep(
        new.rid,
        new.form,
        diff({}, new.units),
        new.gen,
        base=0,
        kind=new.kind,
        policy=new.policy,
        blobs=new.blobs,
    )
    return send_step(connection, ws, step, lane)


def send_step(connection: Connection, ws: Workspace, new: NewStep, lane: str) -> str:
    """Sign a step of this person, now, on a record and queue it; return the operation's id."""
    n, previous = outbox.next_link(connection)
    if ws.at() < outbox.last_at(connection):
        audit.append(connection, ws.at(), ws.person.id, "clock.backwards", new.rid, "")
    operation = Operation(
        v=1,
        op=ws.ids.new(),
        device=ws.device.id,
        n=n,
        prev=previous,
        rid=new.rid,
        kind=new.kind,
        base=new.base,
        gen=new.gen,
        schema=SCHEMA,
        form=new.form,
        policy=new.policy,
        person=ws.person.id,
        at=ws.now_ms(),
        mono=ws.clock.uptime(),
        atomic=True,
        patch=new.patch,
        blobs=new.blobs,
        resolves=new.resolves or None,
        reason=new.reason,
    )
    outbox.put(connection, _queued(seal(operation, ws.device.key), ws.at(), lane))
    return operation.op


def _queued(operation: Operation, at: str, lane: str) -> SealedOperation:
    return SealedOperation(
        op=operation.op,
        n=operation.n,
        rid=operation.rid,
        hash=operation.hash,
        previous=operation.prev,
        body=canonical(operation),
        sealed_at=at,
        blobs=tuple(dict.fromkeys(blob.sha for blob in operation.blobs)),
        lane=lane,
    )


def held(ws: Workspace) -> tuple[Held, ...]:
    """Return what was receipted and is still here, every hash computed from the bytes."""
    with ws.database.read() as connection:
        return tuple(
            Held(
                entry.op,
                hash_of(document(outbox.bodies(connection, [entry.op])[entry.op])),
                _receipt(entry).body.status,
                tuple(
                    sha256(attachments.get(connection, sha))
                    for sha in outbox.blobs_of(connection, entry.op)
                ),
            )
            for entry in outbox.confirmed(connection)
            if not entry.cleared_at
        )


def _home(connection: Connection, entry: OutboxEntry) -> str:
    """Return the household an operation is about; "" where this laptop does not hold it."""
    if entry.lane == PAPERS:
        row = paper.of_record(connection, entry.rid)
        return row.household if row else ""
    if entry.lane == SCANS:
        return next((row.household or "" for row in scans.of_record(connection, entry.rid)), "")
    if entry.lane == HOMES:
        return entry.rid
    return visits.household_of(connection, entry.rid) or ""


def _parcel(entry: OutboxEntry, head: str, number: str, confirmed_at: str, *, home: str) -> Parcel:
    receipted = entry.receipt is not None
    return Parcel(
        household=home,
        is_open=receipted and _receipt(entry).body.status == CONFLICT,
        visit_id=entry.rid,
        head=head,
        number=number,
        sealed_at=datetime.fromisoformat(entry.sealed_at),
        bytes=entry.size,
        state=entry.state,
        receipt=_receipt(entry).sig[:_SHORT].upper() if receipted else "",
        seq=entry.seq or 0,
        confirmed_at=_instant(confirmed_at),
        problem=entry.problem,
    )


def _receipt(entry: OutboxEntry) -> Receipt:
    return msgspec.json.decode(entry.receipt or b"", type=Receipt)


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
