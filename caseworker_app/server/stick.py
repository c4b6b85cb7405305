"""The same exchange by stick: a laptop's bundle comes in, its receipts and news go back.

Taken twice it is applied once, like everything a line brings twice.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from caseworker_app.errors import OutsideError, cause
from caseworker_app.server import audit, changes, intake, leases, publishing, receipts, session
from caseworker_app.server.arriving import FLUSH, Waiting, store
from caseworker_app.server.central import EPOCH, Central, fact
from caseworker_app.server.intake import Answered
from caseworker_app.server.rights import Caller
from caseworker_app.wire import bundle
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.frames import FrameReader
from caseworker_app.wire.lease import Lease
from caseworker_app.wire.manifest import Edition
from caseworker_app.wire.message import (
    MAX_NAMES,
    MAX_OPERATIONS,
    AskChanges,
    Changes,
    Cursor,
    OpsAnswer,
)
from caseworker_app.wire.parcel import MESSAGE, Outgoing, Returned, packed, unpacked
from caseworker_app.wire.problem import ProblemError, ProblemType

_PAGES = 50
"""Of news one bundle brings back at most; the rest comes with the next."""


@dataclass(frozen=True, slots=True)
class Absorbed:
    """What a bundle brought."""

    device: str
    person: str
    operations: int
    complete: int
    """Receipted: here with every file."""
    pages: int


def absorb(central: Central, source: Path, target: Path) -> Absorbed:
    """Take a laptop's bundle and write the one that answers it.

    Raises RefusedError for what is damaged, foreign or of an unknown laptop, before anything of
    it is kept, and OutsideError where a file cannot be read or written.
    """
    try:
        with source.open("rb") as file:
            head = bundle.head_of(file)
            caller = session.of_device(central, head.device)
            if head.answer_to is None:
                raise ProblemError(ProblemType.MALFORMED, "an answer, not a laptop's bundle")
            outgoing, answers = _take(central, caller, file, head.cursor)
        news = _news(central, caller, head.cursor)
        epoch, lease = _epoch(central), _lease(central, caller)
        asked_after = _asked_after(central, caller, outgoing.cleared)
        packs = _packs(central, caller)
        returned = Returned(epoch, head.cursor, answers, news, lease, *packs, *asked_after)
        _answer(central, head, bytes.fromhex(head.answer_to), target, returned)
    except OSError as error:
        raise OutsideError(
            f"读写送达包时出错（{cause(error)}）。已收下的不会丢，请检查存储卡后再导入一次。"
        ) from error
    taken = len(outgoing.ops)
    done = sum(bool(result.done) for answer in answers for result in answer.results)
    with central.database.write() as connection:
        said = f"{taken} 件，回执 {done} 件"
        audit.record(connection, central.clock(), caller.person, "bundle.taken", head.device, said)
    return Absorbed(head.device, caller.person, taken, done, len(returned.pages))


def _compare(central: Central, caller: Caller, at: Cursor) -> None:
    """Begin a new epoch, before anything is answered, where this is not the log the laptop read."""
    with central.database.write() as connection:
        if at.epoch == fact(connection, EPOCH):
            asked = AskChanges(since=at.seq, head=at.head)
            changes.notice_regression(connection, central, caller, asked)


def _take(
    central: Central, caller: Caller, file: BinaryIO, at: Cursor
) -> tuple[Outgoing, tuple[OpsAnswer, ...]]:
    """Take operations, then their files, and give receipts for what is here whole."""
    content = bundle.read(file, bundle.box_key(central.key), caller.public)
    outgoing, pieces = unpacked(content, Outgoing)  # from here on the head is the laptop's word
    _compare(central, caller, at)
    batches: list[tuple[Answered, ...]] = []
    for start in range(0, len(outgoing.ops), MAX_OPERATIONS):
        some = outgoing.ops[start : start + MAX_OPERATIONS]
        batches.append(intake.take(central, caller, some))
    _keep(central, caller, pieces)
    answers = tuple(receipts.answer(central, caller, batch) for batch in batches)
    return outgoing, answers


def _asked_after(
    central: Central, caller: Caller, pairs: Sequence[tuple[str, str]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids, of (id, hash), that are in the log and those that are not."""
    bits = "".join(
        intake.known(central, caller, pairs[start : start + MAX_NAMES])
        for start in range(0, len(pairs), MAX_NAMES)
    )
    found = [(op, bit == "1") for (op, _), bit in zip(pairs, bits, strict=True)]
    return tuple(op for op, here in found if here), tuple(op for op, here in found if not here)


def _keep(central: Central, caller: Caller, pieces: Iterator[bytes]) -> None:
    reader, waiting = FrameReader(), Waiting()
    for piece in pieces:
        for sha, data in reader.feed(piece):
            waiting.add(sha, data)
            if waiting.size >= FLUSH:
                store(central, caller, waiting.take())
    store(central, caller, waiting.take())


def _news(central: Central, caller: Caller, at: Cursor) -> tuple[Changes, ...]:
    """Return the pages after the laptop's cursor; none for one that is revoked."""
    since = at.seq if at.epoch == _epoch(central) else 0
    pages: list[Changes] = []
    said, is_more = 0, caller.active
    while is_more and len(pages) < _PAGES:
        page = changes.page(central, caller, AskChanges(since=since, hash=False))
        said += len(canonical(page))
        if pages and said > MESSAGE:
            break
        pages.append(page)
        since, is_more = page.next, page.more
    return tuple(pages)


def _answer(
    central: Central, head: bundle.Head, reader: bytes, target: Path, returned: Returned
) -> None:
    """Write the bundle that answers, whole or not at all."""
    back = bundle.Head(device=head.device, at=central.clock())
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with draft.open("wb") as file:
            bundle.write(file, back, reader, central.key, packed(returned))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _packs(central: Central, caller: Caller) -> tuple[str, Edition | None]:
    """Return who publishes rule packs and the newest ones; none for one that is revoked."""
    if not caller.active:
        return "", None
    with central.database.read() as connection:
        return publishing.vouched_publisher(connection, central), publishing.edition(connection)


def _lease(central: Central, caller: Caller) -> Lease | None:
    with central.database.read() as connection:
        return leases.grant(connection, central, caller.device)


def _epoch(central: Central) -> str:
    with central.database.read() as connection:
        return fact(connection, EPOCH)
