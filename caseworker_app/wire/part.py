"""A large file by parts: ``sha256 (32) size (u64) offset (u64) bytes``, big endian.

As the resumable uploads of the IETF (draft-ietf-httpbis-resumable-upload): ask where it stands,
go on from there, and what came before a cut is kept. Its name is given it only once the whole of
it has that hash.
"""

import struct
from typing import NamedTuple

from caseworker_app.wire.problem import ProblemError, ProblemType

MEDIA_TYPE = "application/vnd.caseworker.part"
LARGE = 1 << 20
"""Bytes above which a file goes by parts: a line that is cut every few megabytes never carries
more at once.
"""
MAX_LARGE = 256 << 20
PART = 4 << 20
"""Bytes of one request."""
MAX_UNFINISHED = 512 << 20
"""Bytes a laptop may have begun and not ended."""
_HEAD = struct.Struct(">32sQQ")
HEAD_SIZE = _HEAD.size


class Place(NamedTuple):
    """Which file, how large it is, and where in it the bytes belong."""

    sha: str
    size: int
    offset: int


def head(place: Place) -> bytes:
    """Return what stands before the bytes."""
    name = bytes.fromhex(place.sha.removeprefix("sha256:"))
    return _HEAD.pack(name, place.size, place.offset)


def read_head(data: bytes) -> Place:
    """Return what a head says; raises ``ProblemError`` for a file over the limit."""
    name, size, offset = _HEAD.unpack(data)
    if size > MAX_LARGE:
        raise ProblemError(ProblemType.TOO_LARGE, f"file of more than {MAX_LARGE} bytes")
    return Place(f"sha256:{name.hex()}", size, offset)
