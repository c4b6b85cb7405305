"""使用期限: until when the office lets a laptop open what lies on it.

It works without a network: a laptop that is lost, or was revoked and never calls again, locks
itself on the day it says. It proves itself by the office's signature.
"""

import msgspec

from caseworker_app.wire import signing
from caseworker_app.wire.canonical import canonical

_PURPOSE, _SCOPED = b"CSP1-Lease\0", b"CSP1-Scope\0"


class Scope(msgspec.Struct, frozen=True):
    """What the person is for, and where; with a signature of its own, which older laptops skip."""

    role: str
    """Code of ``OfficeRole``."""
    area: str
    """Code of a region as far as it goes; empty for nowhere."""
    sig: str = ""


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
    scope: Scope | None = None
    """None where an older server says nothing of it."""


def sign(lease: Lease, key: bytes) -> Lease:
    """Return the lease with the signatures of the office's private key."""
    signed = msgspec.structs.replace(lease, sig=signing.sign(key, _content(lease)).hex())
    if lease.scope is None:
        return signed
    sig = signing.sign(key, _scoped(lease, lease.scope)).hex()
    return msgspec.structs.replace(signed, scope=msgspec.structs.replace(lease.scope, sig=sig))


def genuine(lease: Lease, public: bytes, device: str) -> bool:
    """Return whether the office of this public key gave it, and to this laptop."""
    signed = signing.verify(public, _content(lease), signing.from_hex(lease.sig))
    scope = lease.scope
    scoped = scope is None or signing.verify(
        public, _scoped(lease, scope), signing.from_hex(scope.sig)
    )
    return signed and scoped and lease.device == device


def _content(lease: Lease) -> bytes:
    said = msgspec.structs.asdict(msgspec.structs.replace(lease, sig=""))
    del said["scope"]  # an older laptop knows of none
    return _PURPOSE + canonical(said)


def _scoped(lease: Lease, scope: Scope) -> bytes:
    return _SCOPED + _content(lease) + canonical(msgspec.structs.replace(scope, sig=""))
