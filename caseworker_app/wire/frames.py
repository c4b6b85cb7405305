"""Files in a row on one connection: ``sha256 (32) size (u32) wire (u32) bytes``, big endian.

``wire`` is the length on the line where the bytes are zstd, else 0. A frame is whole or not
there: what came before a cut is kept, the rest is sent again.
"""

import hashlib
import struct
from collections.abc import Iterator

from caseworker_app.wire.compress import compress, decompress
from caseworker_app.wire.problem import ProblemError, ProblemType

MEDIA_TYPE = "application/vnd.caseworker.pack"
MAX_FILE = 16 << 20
"""Bytes of one file; on the line larger ones than ``part.LARGE`` go by parts."""
PACK, LEAST = 2 << 20, 256 << 10
"""Bytes of one pack at most, or one file if that is more; and where little is left."""
_HEAD = struct.Struct(">32sII")
_WORTH = 0.97
"""zstd is used below this part of the size; a JPEG stays as it is."""


def most(size: int) -> int:
    """Return the bytes a frame of a file of this size has at most."""
    return _HEAD.size + size


def frame(data: bytes) -> bytes:
    """Return one file as a frame."""
    packed = compress(data)
    small = len(packed) < len(data) * _WORTH
    body, wire = (packed, len(packed)) if small else (data, 0)
    return _HEAD.pack(hashlib.sha256(data).digest(), len(data), wire) + body


class FrameReader:
    """Takes pieces as they arrive, gives whole frames; a cut leaves an unfinished one behind."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    @property
    def unfinished(self) -> int:
        """Bytes of a frame that is not whole yet."""
        return len(self._buffer)

    def feed(self, piece: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield content address and bytes of each frame that is now whole.

        Raises ``ProblemError`` for a frame over the limit, before its bytes are kept, and for
        one that does not match its name.
        """
        self._buffer += piece
        while len(self._buffer) >= _HEAD.size:
            sha, size, wire = _HEAD.unpack_from(self._buffer)
            if max(size, wire) > MAX_FILE or wire > size:
                raise ProblemError(ProblemType.TOO_LARGE, "file over the limit of a pack")
            end = _HEAD.size + (wire or size)
            if len(self._buffer) < end:
                return
            body = bytes(self._buffer[_HEAD.size : end])
            del self._buffer[:end]
            yield _content(sha, size, body, packed=wire > 0)


def _content(sha: bytes, size: int, body: bytes, *, packed: bool) -> tuple[str, bytes]:
    data = decompress(body, size) if packed else body
    if len(data) != size or hashlib.sha256(data).digest() != sha:
        raise ProblemError(ProblemType.DIGEST_MISMATCH, "file does not match its name")
    return f"sha256:{sha.hex()}", data
