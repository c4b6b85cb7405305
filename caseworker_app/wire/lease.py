"""使用期限: until when the office lets a laptop open what lies on it.

It works without a network: a laptop that is lost, or was revoked and never calls again, locks
itself on the day it says. It proves itself by the office's signature.
"""

import msgspec

from caseworker_app.wire import signing
from caseworker_app.wire.canonical import canonical

_PURPOSE = b"CSP1-Lease\0"


class Lease(msgspec.Struct, frozen=True, kw_only=True):
    """Instants are milliseconds UTC of the office's clock."""

    device: str
    person: str
    at: int
    """When it was given."""
    not_after: int
    policy_min: int = 0
    """Version of the office's list of rule packs the laptop should have; 0 where there is none."""
    sig: str = ""


def sign(lease: Lease, key: bytes) -> Lease:
    """Return the lease with the signature of the office's private key."""
    return msgspec.structs.replace(lease, sig=signing.sign(key, _content(lease)).hex())


def genuine(lease: Lease, public: bytes, device: str) -> bool:
    """Return whether the office of this public key gave it, and to this laptop."""
    signed = signing.verify(public, _content(lease), signing.from_hex(lease.sig))
    return signed and lease.device == device


def _content(lease: Lease) -> bytes:
    return _PURPOSE + canonical(msgspec.structs.replace(lease, sig=""))
