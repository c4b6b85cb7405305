"""Ed25519 (RFC 8032) with keys as raw 32 bytes.

Who signs puts the purpose in front of the data, so that a signature made for one purpose never
fits another.
"""

import base64
import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

KEY_SIZE = 32
_FINGERPRINT_BYTES = 15


def new_key() -> bytes:
    """Return a new private key."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public(key: bytes) -> bytes:
    """Return the public half of a private key."""
    return Ed25519PrivateKey.from_private_bytes(key).public_key().public_bytes_raw()


def sign(key: bytes, data: bytes) -> bytes:
    """Return the signature, 64 bytes."""
    return Ed25519PrivateKey.from_private_bytes(key).sign(data)


def verify(public: bytes, data: bytes, signature: bytes) -> bool:
    """Return whether this signature of this data was made with that key."""
    if len(public) != KEY_SIZE:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except InvalidSignature:
        return False
    return True


def fingerprint(public: bytes) -> str:
    """Return 24 base32 characters, 120 bits, that name a public key on paper."""
    return base64.b32encode(hashlib.sha256(public).digest()[:_FINGERPRINT_BYTES]).decode()


def from_hex(text: str) -> bytes:
    """Return the bytes of hex digits; empty, which verifies nothing, where it is not hex."""
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
