"""The ``Content-Digest`` header field (RFC 9530) over the bytes of a body."""

import base64
import hashlib
import hmac

HEADER = "Content-Digest"


def content_digest(body: bytes) -> str:
    """Return the field's value: ``sha-256=:…:``."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"


def agrees(field: str, body: bytes) -> bool:
    """Return whether a received field fits; one without sha-256 says nothing and fits."""
    named = [part.strip() for part in field.split(",") if part.strip().startswith("sha-256=")]
    return all(hmac.compare_digest(part.encode(), content_digest(body).encode()) for part in named)
