"""What a bundle holds: operations and their files one way, receipts and news the other.

A length (u32), the message as zstd JSON, then files as frames.
"""

import struct
from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.compress import compress, decompress
from caseworker_app.wire.lease import Lease
from caseworker_app.wire.manifest import Edition
from caseworker_app.wire.message import MAX_ANSWER, Changes, Cursor, OpsAnswer
from caseworker_app.wire.problem import ProblemError, ProblemType
from caseworker_app.wire.value import Json as Unit

MESSAGE = MAX_ANSWER // 2
"""Bytes of what is said with a bundle, unpacked: below what its reader takes, for what is around.
"""
_LENGTH = struct.Struct(">I")


class Outgoing(msgspec.Struct, frozen=True):
    """From a laptop: operations in the order of ``n``, each with the fields of its own version."""

    ops: tuple[dict[str, Unit], ...]
    cleared: tuple[tuple[str, str], ...] = ()
    """Id and hash of operations of which the laptop has only the receipt: are they there?"""


class Returned(msgspec.Struct, frozen=True):
    """From the office: receipts of what came, and the pages that follow the laptop's cursor."""

    epoch: str
    asked: Cursor
    """Where the laptop stood when it wrote what this answers."""
    answers: tuple[OpsAnswer, ...]
    pages: tuple[Changes, ...]
    lease: Lease | None = None
    """As in ``HelloAnswer``."""
    publisher: str = ""
    """As in ``HelloAnswer``."""
    edition: Edition | None = None
    """The newest rule packs; an older office gives none."""
    has: tuple[str, ...] = ()
    """Ids of the operations asked after that are in the log; an older office answers nothing."""
    lacks: tuple[str, ...] = ()
    """Of those that are not."""


Content = TypeVar("Content", Outgoing, Returned)


def packed(message: Outgoing | Returned, frames: Iterable[bytes] = ()) -> Iterator[bytes]:
    """Yield a message and the frames of its files."""
    body = compress(canonical(message))
    yield _LENGTH.pack(len(body)) + body
    yield from frames


def unpacked(pieces: Iterator[bytes], kind: type[Content]) -> tuple[Content, Iterator[bytes]]:
    """Return the message and the pieces of frames that follow; raises ``ProblemError``."""
    waiting = bytearray()
    start = _exactly(waiting, pieces, _LENGTH.size)
    (length,) = _LENGTH.unpack(start)
    if length > MAX_ANSWER:
        raise ProblemError(ProblemType.TOO_LARGE, "message of a bundle")
    body = decompress(_exactly(waiting, pieces, length), MAX_ANSWER)
    try:
        message = msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ProblemError(ProblemType.MALFORMED, "message of a bundle") from error
    return message, _rest(bytes(waiting), pieces)


def _exactly(waiting: bytearray, pieces: Iterator[bytes], count: int) -> bytes:
    while len(waiting) < count:
        piece = next(pieces, b"")
        if not piece:
            raise ProblemError(ProblemType.MALFORMED, "a bundle ends early")
        waiting += piece
    taken = bytes(waiting[:count])
    del waiting[:count]
    return taken


def _rest(waiting: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield waiting
    yield from pieces
