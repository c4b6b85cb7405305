"""A batch on its way in: what the database says is read once, what is new is written once.

Each operation still sees what the ones before it did.
"""

from collections.abc import Sequence
from typing import Annotated, NamedTuple

import msgspec
from sqlalchemy import Connection

from caseworker_app.model.codes import Tier
from caseworker_app.model.region import tier_of
from caseworker_app.rules import rights
from caseworker_app.rules.rights import Act, Hands, Tie
from caseworker_app.server import audit, merging, oplog, records, sight
from caseworker_app.server.merging import Outcome
from caseworker_app.server.records import Record
from caseworker_app.server.rights import Caller, decides, tie_of
from caseworker_app.wire.operation import Document, Operation

_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=100, pattern="^[^\0]+$")]
"""PostgreSQL has no text with a zero in it."""


class Envelope(msgspec.Struct, frozen=True):
    """What every version of an operation has."""

    op: _Name
    device: _Name
    rid: _Name
    prev: Annotated[str, msgspec.Meta(max_length=100, pattern="^[^\0]*$")]
    n: Annotated[int, msgspec.Meta(ge=1, lt=2**53)]
    hash: str
    sig: str


class Sent(NamedTuple):
    """One operation whose signature is good, as it was sent and as far as it is understood."""

    envelope: Envelope
    content: Document
    operation: Operation | None


class Taken(NamedTuple):
    """One operation as it is to be written."""

    entry: oplog.Entry
    at: int
    """Milliseconds UTC."""
    operation: Operation | None
    outcome: Outcome | None
    """None for one that is quarantined."""


class Home(NamedTuple):
    """A household as its records are filed by."""

    region: str = ""
    gen: int | None = None
    """None where there is no such household."""
    tie: Tie = Tie()
    """How this person stands to it."""


class Batch:
    """The operations of one laptop in one transaction."""

    def __init__(self, connection: Connection, caller: Caller, sent: Sequence[Sent]) -> None:
        self.connection = connection
        self._caller = caller
        self._hashes = oplog.hashes_of(connection, [one.envelope.op for one in sent])
        self._chain = oplog.Chain(connection, caller.device, [one.envelope.n for one in sent])
        self._records = records.get_all(connection, {one.envelope.rid for one in sent})
        self._homes: dict[str, Home] = {}
        self._waiting: list[Taken] = []
        self.taken: list[Taken] = []
        """What this transaction wrote so far, in its order."""

    def hash_of(self, op: str) -> str | None:
        """Return the hash under which an operation is known, or None."""
        return self._hashes.get(op)

    def takes_place(self, envelope: Envelope) -> bool:
        """Tell whether an operation's place in its laptop's chain is free; then it is taken."""
        return self._chain.take(envelope.n, envelope.prev, envelope.hash)

    def record(self, rid: str) -> Record | None:
        """Return a record as the operations before left it."""
        if rid not in self._records:
            self._records |= records.get_all(self.connection, {rid})
        return self._records[rid]

    def may(self, act: Act, household: str) -> bool:
        """Tell whether this person may do something with a household now."""
        return rights.may(self._caller.post, act, self.home(household).tie)

    def decides(self, household: str, hands: Hands) -> bool:
        """Tell whether this person decides a conflict in a household."""
        return decides(self._caller, self.home(household).tie, hands)

    def home(self, household: str) -> Home:
        """Return where records of a household are filed."""
        if household not in self._homes:
            _, gen = records.place_of(self.connection, household)
            tie = tie_of(self.connection, self._caller.person, household)
            self._homes[household] = Home(tie.region, gen, tie)
        return self._homes[household]

    def add(self, taken: Taken) -> None:
        """Take an operation; it is written when the batch settles."""
        self._waiting.append(taken)
        self.taken.append(taken)
        self._hashes[taken.entry.op] = taken.entry.hash
        if taken.outcome:
            self._records[taken.entry.rid] = taken.outcome.record

    def settle(self) -> None:
        """Write what waits: log, records with their versions, conflicts, trail."""
        waiting, self._waiting = self._waiting, []
        seqs = oplog.append_all(self.connection, [(t.entry, t.at) for t in waiting])
        merged = [
            (t.outcome.record, seq) for t, seq in zip(waiting, seqs, strict=True) if t.outcome
        ]
        records.put_all(self.connection, merged)
        for record, seq in merged:
            self._follow(record, seq)
        for taken in waiting:
            if taken.outcome and taken.operation:
                merging.keep(self.connection, taken.operation, taken.outcome)
        person = self._caller.person
        acts = [
            audit.Act(t.at, person, f"operation.{t.entry.status}", t.entry.rid, t.entry.op)
            for t in waiting
        ]
        audit.record_all(self.connection, acts)

    def _follow(self, record: Record, seq: int) -> None:
        """File a household under the region it says it moved to, and hand it on by that."""
        said = record.units.get("/household/region")
        if record.kind != records.HOUSEHOLD or said == record.region or not isinstance(said, str):
            return
        if tier_of(said) is not Tier.VILLAGE:
            return
        records.refile(self.connection, record.household, said)
        sight.moved(self.connection, record.household, (record.region, said), seq)
        self.forget()

    def forget(self) -> None:
        """Read again: something else was written than this batch knows of."""
        self._records.clear()
        self._homes.clear()
