"""One byte form for one value, so that hashes and signatures mean something (RFC 8785 in spirit).

Sorted keys, no blanks, UTF-8, no floats.
"""

import hashlib

import msgspec

from caseworker_app.model.values import Json

_ENCODER = msgspec.json.Encoder(order="sorted")
_SHORT = 24


def canonical(value: object) -> bytes:
    """Return the canonical JSON of a value made of ``Json`` parts or wire structs."""
    return _ENCODER.encode(value)


def sha256(data: bytes) -> str:
    """Return the content address of bytes: ``sha256:`` and 64 hex digits."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def digest(value: Json) -> str:
    """Return the 96-bit hash of a unit's value by which a change names what the person saw.

    The empty string stands for an absent unit.
    """
    return "" if value is None else hashlib.sha256(canonical(value)).hexdigest()[:_SHORT]
