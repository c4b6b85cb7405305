"""Who seals."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Holder:
    """Who a certificate is for. Names stand exactly as on the card."""

    name: str
    unit: str
    device: str
    """Id of the laptop."""
    practice: bool = False


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who can seal: a P-256 key (PKCS 8), its certificate, and the one above it, if any (DER)."""

    key: bytes
    certificate: bytes
    above: bytes = b""
