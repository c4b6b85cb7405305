"""The courier: everything this laptop says to the server and what it believes of the answers.

A receipt is returned only after its signature and its content were checked. Every call may be
repeated; the server answers the same.
"""

import secrets
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from caseworker_app.errors import CaseworkError, RefusedError
from caseworker_app.sync import packs
from caseworker_app.sync.enrolment import enrol as enrol
from caseworker_app.sync.line import FOREIGN, UNREADABLE, Identity as Identity, Line, Sleep
from caseworker_app.sync.lines import Lines
from caseworker_app.sync.transport import IDLE_SECONDS, LineError
from caseworker_app.wire import attest, frames, receipt
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.manifest import AskManifest, AskPublished, Manifest, ManifestAnswer
from caseworker_app.wire.message import (
    MAX_BATCH,
    MAX_NAMES,
    MAX_OPERATIONS,
    MAX_SPENT,
    PAGE,
    AskChanges,
    AskNumbers,
    AskReceipts,
    Bits,
    Changes,
    Cursor,
    Glance,
    Glanced,
    Have,
    Hello,
    HelloAnswer,
    Known,
    LastDone,
    LastReceipt,
    NumberBlock,
    Numbers,
    Ops,
    OpsAnswer,
    Spent,
)
from caseworker_app.wire.operation import SCHEMA, BlobRef, Operation, document
from caseworker_app.wire.problem import ProblemError, ProblemType, kind_of
from caseworker_app.wire.receipt import Receipt

T = TypeVar("T")
Progress = Callable[[int, int], None]
_ROUNDS = 4
"""How often in a row files are sent again without one of them arriving."""


@dataclass(frozen=True, slots=True)
class Greeting:
    answer: HelloAnswer
    offset: int
    """Milliseconds by which the server's clock is ahead of this one."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What the server said about operations, already checked."""

    receipts: Mapping[str, Receipt] = field(default_factory=dict)
    """By operation id: on the server's disk, whole."""
    missing: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Places of files the server does not have yet, in the operation's ``blobs``."""
    problems: Mapping[str, ProblemError] = field(default_factory=dict)
    """Not taken, the operation stays in the outbox; or, beside its receipt, held and set apart."""

    def plus(self, other: "Confirmed") -> "Confirmed":
        return Confirmed(
            {**self.receipts, **other.receipts},
            {**self.missing, **other.missing},
            {**self.problems, **other.problems},
        )


def believed(answer: OpsAnswer, asked: Sequence[Operation], server: bytes) -> Confirmed:
    """Return what an answer says of these operations; raises ProblemError for a false receipt.

    ``server`` is the office's public Ed25519 key.
    """
    by_id = {operation.op: operation for operation in asked}
    refused = [result for result in answer.results if result.problem and result.op in by_id]
    return Confirmed(
        receipts=receipt.read(answer, by_id, server),
        missing={r.op: r.missing for r in answer.results if r.missing and r.op in by_id},
        problems={
            r.op: ProblemError(kind_of(r.problem) or ProblemType.FAULT, r.problem) for r in refused
        },
    )


class Courier:
    """One laptop's way to one server. To be used from one thread at a time."""

    def __init__(
        self,
        address: str,
        identity: Identity,
        *,
        clock: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
        sleep: Sleep = time.sleep,
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        self._identity = identity
        self._clock = clock
        self._line = Line(address, identity, idle_seconds, sleep)

    def close(self) -> None:
        self._line.close()

    def session(self) -> None:
        """Log in now; every other call does so by itself when it has to.

        Raises RefusedError when the server is not the one this laptop was enrolled with.
        """
        self._line.login()

    def hello(
        self, at: Cursor, last: LastReceipt | None, done: LastDone | None, app: str
    ) -> Greeting:
        """Say where this laptop stands.

        When ``answer.epoch`` is not ``at.epoch`` the server lost something or is new: put all
        held operations back into the outbox and read from 0.
        """
        t1 = self._clock()
        asked = Hello(at=at, last=last, done=done, t1=t1, app=app, schema_max=SCHEMA)
        answer = self._line.call("/v1/hello", asked, HelloAnswer)
        return Greeting(answer, ((answer.t2 - t1) + (answer.t3 - self._clock())) // 2)

    def glance(
        self, at: Cursor, last: LastReceipt | None, done: LastDone | None, app: str
    ) -> Glanced:
        """Ask, in one round trip and without logging in, whether ``hello`` would bring anything.

        Raises RefusedError when the answer is not of the server this laptop was enrolled with.
        """
        hello = Hello(at=at, last=last, done=done, t1=self._clock(), app=app, schema_max=SCHEMA)
        me = self._identity
        asked = Glance(device=me.device, hello=hello, mine=secrets.token_hex(16))
        answer = self._line.ask("/v1/glance", attest.sign(asked, me.key), Glanced)
        if answer.mine != asked.mine or not attest.genuine(answer, me.server):
            raise RefusedError(FOREIGN)
        return answer

    def push(self, operations: Sequence[Operation]) -> Confirmed:
        """Send operations in their order, in as many requests as it takes."""
        confirmed = Confirmed()
        for batch in _batches(operations):
            confirmed = confirmed.plus(self._push(batch))
        return confirmed

    def receipts(self, operations: Sequence[Operation]) -> Confirmed:
        """Ask for receipts of operations that were sent before."""
        confirmed = Confirmed()
        for some in _chunks(operations, MAX_NAMES):
            asked = AskReceipts(tuple(operation.op for operation in some))
            answer = self._line.call("/v1/receipts", asked, OpsAnswer)
            confirmed = confirmed.plus(believed(answer, some, self._identity.server))
        return confirmed

    def known(self, operations: Sequence[tuple[str, str]]) -> set[str]:
        """Return the ids, of (id, hash), that are in the server's log."""
        here: set[str] = set()
        for some in _chunks(operations, MAX_NAMES):
            bits = self._line.call("/v1/known", Known(tuple(some)), Bits)
            here |= {op for (op, _), bit in zip(some, _flags(bits, some), strict=True) if bit}
        return here

    def have(self, shas: Sequence[str]) -> tuple[str, ...]:
        """Return those of the files that are missing at the server, in the same order."""
        missing: list[str] = []
        for some in _chunks(shas, MAX_NAMES):
            bits = self._line.call("/v1/have", Have(tuple(some)), Bits)
            missing += [sha for sha, bit in zip(some, _flags(bits, some), strict=True) if not bit]
        return tuple(missing)

    def send_files(
        self,
        files: Sequence[BlobRef],
        read: packs.Read,
        progress: Progress,
        arrived: packs.Arrived = lambda _files: None,
    ) -> None:
        """Send files the server lacks; after a cut only what did not arrive goes again.

        Their operations must have been pushed. ``read`` gives the bytes of a content address,
        ``progress`` hears bytes sent and bytes in all, ``arrived`` which files are on the
        server's disk; all are called in this thread. Raises LineError or ProblemError when
        nothing gets through any more.
        """
        rest, vain = {file.sha: file for file in files}, 0
        total = sum(file.size for file in rest.values())
        while rest:
            before = len(rest)

            def here(some: Sequence[BlobRef]) -> None:
                for file in some:
                    del rest[file.sha]
                arrived(some)

            gone = total - sum(file.size for file in rest.values())
            tell = _shifted(progress, gone, total)
            broken = self._send_some(list(rest.values()), read, tell, here)
            if rest:
                left = set(self.have(tuple(rest)))
                here([file for sha, file in rest.items() if sha not in left])
            vain = 0 if len(rest) < before else vain + 1
            if vain == _ROUNDS:
                raise broken or LineError(UNREADABLE)
            if rest:
                self._line.pause(vain)
        progress(total, total)

    def numbers(self, spent: Sequence[Spent]) -> tuple[NumberBlock, ...]:
        """Return every block of paper numbers of the forms and years that run out."""
        blocks: list[NumberBlock] = []
        for some in _chunks(spent, MAX_SPENT):
            asked = AskNumbers(tuple(some))
            blocks += self._line.call("/v1/numbers", asked, Numbers).numbers
        return tuple(blocks)

    def changes(
        self, since: int, *, head: str = "", limit: int = PAGE, by_hash: bool = True
    ) -> Changes:
        """Return the next page; one that does not begin at ``since`` is not believed.

        With another ``head`` at that place than the server's it comes under a new epoch.
        """
        asked = AskChanges(since=since, head=head, limit=limit, hash=by_hash)
        page = self._line.call("/v1/changes", asked, Changes)
        if page.since != since or page.next < since:
            raise LineError(UNREADABLE)
        return page

    def manifest(self, have: int) -> Manifest | None:
        """Return the list of what the office publishes; None where it is of the version named."""
        return self._line.call("/v1/manifest", AskManifest(have), ManifestAnswer).manifest

    def published(self, shas: Sequence[str]) -> dict[str, bytes]:
        """Return files of that list by their content addresses, in one piece or not at all.

        Raises ProblemError for bytes that do not match their names, LineError for a cut.
        """
        reader = frames.FrameReader()
        answer = self._line.fetch("/v1/published", AskPublished(tuple(shas))) if shas else b""
        found = dict(reader.feed(answer))
        if reader.unfinished:
            raise LineError(UNREADABLE)
        return found

    def _push(self, batch: Sequence[Operation]) -> Confirmed:
        """Send one batch, in halves where the server finds it too large."""
        sent = tuple(document(canonical(operation)) for operation in batch)
        try:
            answer = self._line.call("/v1/ops", Ops(sent), OpsAnswer)
        except ProblemError as refusal:
            if refusal.kind is not ProblemType.TOO_LARGE:
                raise
            if len(batch) == 1:
                return Confirmed(problems={batch[0].op: refusal})
            half = len(batch) // 2
            return self._push(batch[:half]).plus(self._push(batch[half:]))
        return believed(answer, batch, self._identity.server)

    def _send_some(
        self,
        files: Sequence[BlobRef],
        read: packs.Read,
        tell: packs.Tell,
        arrived: packs.Arrived,
    ) -> CaseworkError | None:
        """Send files on several connections; return what broke, if something did."""
        lines = Lines(self._line)
        try:
            self._line.be_logged_in()
            packs.send(files, packs.Way(read, lines.post, lines.post_large, tell, arrived))
        except (LineError, ProblemError) as error:
            return error
        finally:
            lines.close()
        return None


def _batches(operations: Sequence[Operation]) -> Iterator[list[Operation]]:
    batch: list[Operation] = []
    size = 0
    for operation in operations:
        length = len(canonical(operation))
        if batch and (size + length > MAX_BATCH or len(batch) == MAX_OPERATIONS):
            yield batch
            batch, size = [], 0
        batch.append(operation)
        size += length
    if batch:
        yield batch


def _chunks(items: Sequence[T], most: int) -> Iterator[Sequence[T]]:
    for place in range(0, len(items), most):
        yield items[place : place + most]


def _flags(bits: Bits, asked: Sequence[object]) -> list[bool]:
    if len(bits.bits) != len(asked):
        raise LineError(UNREADABLE)
    return [bit == "1" for bit in bits.bits]


def _shifted(progress: Progress, arrived: int, total: int) -> packs.Tell:
    return lambda sent: progress(arrived + sent, total)
