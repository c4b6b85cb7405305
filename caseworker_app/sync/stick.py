"""The same exchange by stick: what would go over the line goes into one file, and back.

Writing it changes nothing here: only a receipt takes anything off the list.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import BinaryIO

from caseworker_app.sync.line import Identity
from caseworker_app.wire import bundle, frames, parcel
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.message import Cursor
from caseworker_app.wire.operation import Operation, document
from caseworker_app.wire.parcel import Outgoing, Returned, packed, unpacked
from caseworker_app.wire.problem import ProblemError, ProblemType

Read = Callable[[str], bytes]
Tell = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Letter:
    """What a laptop hands over and asks after, and how far it has read."""

    operations: Sequence[Operation]
    at: int
    """Milliseconds UTC."""
    cursor: Cursor
    cleared: Sequence[tuple[str, str]] = ()
    """As in ``Outgoing``."""


def fitting(letter: Letter) -> Letter:
    """Return as much as one bundle takes: the oldest operations, each with all of its files.

    What comes later may rest on what comes before: nothing overtakes an operation that waits.
    """
    said, files, fit, seen = len(canonical(letter.cleared)), 0, 0, set[str]()
    for operation in letter.operations:
        new = {blob.sha: blob.size for blob in operation.blobs if blob.sha not in seen}
        said += len(canonical(operation)) + 1
        files += sum(map(frames.most, new.values()))
        if said > parcel.MESSAGE or said + files > bundle.ROOM:
            break
        seen |= new.keys()
        fit += 1
    return replace(letter, operations=letter.operations[:fit])


def write(
    file: BinaryIO,
    identity: Identity,
    office: bytes,
    letter: Letter,
    read: Read,
    tell: Tell,
) -> int:
    """Write operations and their files, sealed to the office's X25519 key; return the bytes.

    ``read`` gives the bytes of a content address, ``tell`` hears how many bytes of files went.
    """
    own = bundle.box_public(bundle.box_key(identity.key)).hex()
    head = bundle.Head(device=identity.device, at=letter.at, cursor=letter.cursor, answer_to=own)
    documents = tuple(document(canonical(operation)) for operation in letter.operations)
    sent = Outgoing(documents, tuple(letter.cleared))
    content = packed(sent, _frames(letter.operations, read, tell))
    return bundle.write(file, head, office, identity.key, content)


def read(file: BinaryIO, identity: Identity) -> Returned:
    """Return what the office answers to this laptop.

    Raises RefusedError for what is damaged, another office's or another laptop's.
    """
    if bundle.head_of(file).answer_to is not None:
        raise ProblemError(ProblemType.MALFORMED, "a laptop's bundle, not an answer")
    pieces = bundle.read(file, bundle.box_key(identity.key), identity.server)
    returned, rest = unpacked(pieces, Returned)
    if any(rest):
        raise ProblemError(ProblemType.MALFORMED, "more than an answer")
    return returned


def _frames(operations: Sequence[Operation], read: Read, tell: Tell) -> Iterator[bytes]:
    gone = 0
    shas = chain.from_iterable((blob.sha for blob in one.blobs) for one in operations)
    for sha in dict.fromkeys(shas):
        data = read(sha)
        yield frames.frame(data)
        gone += len(data)
        tell(gone)
