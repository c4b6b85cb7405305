"""Certificates (X.509): whose key seals, in the word of whoever knows.

The office certifies a laptop's key, the laptop its own seal; the office's seal is certified by the
office itself. The same keys and words always give the same bytes: Ed25519 needs no randomness.
"""

import json
import stringprep
import unicodedata
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple

import msgspec
from asn1crypto.core import ObjectIdentifier, UTF8String
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
)
from cryptography.x509.oid import NameOID

from caseworker_app.seals.holder import Holder, Signatory

OFFICE = "中心服务器"
_OFFICE_SEAL = "中心服务器收讫章"
_PRACTICE = "练习"
_GETA = "〓"
"""What printers set for a character they lack."""
_LONGEST = 64
"""Bytes of a common name (X.520 ub-common-name)."""
_SERIAL = 16
BEGIN = datetime(2000, 1, 1, tzinfo=UTC)
_NO_END = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
"""RFC 5280, 4.1.2.5: no well-defined expiration date."""
_HOLDER = x509.ObjectIdentifier("2.25.200927741096163157264071937268180517913")
"""Of the extension that says the holder exactly, and the certificate above by its SHA-256."""
MARK = ObjectIdentifier(_HOLDER.dotted_string).contents.hex().upper().encode()
"""How that extension begins in a file."""

_NOT_OURS = (
    ValueError, TypeError, LookupError, AttributeError, msgspec.ValidationError,
    x509.ExtensionNotFound,
)  # fmt: skip


class _Issuer(NamedTuple):
    name: x509.Name
    key: bytes
    """Private Ed25519 key, raw."""


class _Subject(NamedTuple):
    name: x509.Name
    key: ed25519.Ed25519PublicKey | ec.EllipticCurvePublicKey


class _Said(NamedTuple):
    """What stands in the extension."""

    holder: Holder
    above: str

    def text(self) -> str:
        said = {**asdict(self.holder), "above": self.above}
        return json.dumps(said, ensure_ascii=False, sort_keys=True)


def new_key() -> bytes:
    """Return a new key to seal with, PKCS 8."""
    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


def certify_device(office_key: bytes, public: bytes, holder: Holder) -> bytes:
    """Return the office's certificate (DER) of a laptop's Ed25519 key and of who works there."""
    key = ed25519.Ed25519PublicKey.from_public_bytes(public)
    subject = _Subject(device_name(holder.device), key)
    return _issue(_Issuer(office_name(), office_key), subject, holder)


def is_certified(certificate: bytes, office_public: bytes, public: bytes) -> bool:
    """Return whether this is the office's certificate of exactly this laptop's key."""
    try:
        found = x509.load_der_x509_certificate(certificate)
        office = ed25519.Ed25519PublicKey.from_public_bytes(office_public)
        office.verify(found.signature, found.tbs_certificate_bytes)
        subject = found.public_key()
    except (ValueError, InvalidSignature):
        return False
    if not isinstance(subject, ed25519.Ed25519PublicKey):
        return False
    return subject.public_bytes_raw() == public


def person(device_key: bytes, seal_key: bytes, holder: Holder, above: bytes = b"") -> Signatory:
    """Return who seals on a laptop; ``above`` is the office's certificate of it, if it has one."""
    issuer = _Issuer(device_name(holder.device), device_key)
    subject = _Subject(_person_name(holder), _public(seal_key))
    return Signatory(seal_key, _issue(issuer, subject, holder, above), above)


def office(office_key: bytes, seal_key: bytes) -> Signatory:
    """Return the office as who countersigns."""
    subject = _Subject(_name((NameOID.COMMON_NAME, _OFFICE_SEAL)), _public(seal_key))
    issuer = _Issuer(office_name(), office_key)
    return Signatory(seal_key, _issue(issuer, subject, Holder(OFFICE, "", "")))


def holder_of(certificate: bytes) -> Holder | None:
    """Return who a certificate (DER) says it is for, or None where it is not one of ours."""
    said = _said(certificate)
    return None if said is None else said.holder


def above_of(certificate: bytes) -> str:
    """Return the SHA-256 (hex) of the certificate that goes with it; empty where none does."""
    said = _said(certificate)
    return "" if said is None else said.above


def office_name() -> x509.Name:
    """Return the name every office certifies under; its key tells it from another."""
    return _name((NameOID.COMMON_NAME, OFFICE))


def device_name(device: str) -> x509.Name:
    """Return the name a laptop certifies under."""
    return _name((NameOID.COMMON_NAME, device))


def plain(text: str) -> str:
    """Return a text as names in certificates may have it: of characters known in 2002.

    RFC 4518 forbids every later one, and so do the readers that compare names; what stands there
    exactly is said in an extension of our own.
    """
    folded = unicodedata.normalize("NFC", text)
    return "".join(sign if _is_plain(sign) else _GETA for sign in folded) or _GETA


def _said(certificate: bytes) -> _Said | None:
    try:
        extensions = x509.load_der_x509_certificate(certificate).extensions
        found = extensions.get_extension_for_oid(_HOLDER).value
        if not isinstance(found, x509.UnrecognizedExtension):
            return None
        said = json.loads(UTF8String.load(found.value, strict=True).native)
        above = str(said.pop("above"))
        return _Said(msgspec.convert(said, Holder), above)
    except _NOT_OURS:
        return None


def _is_plain(sign: str) -> bool:
    told = unicodedata.normalize("NFKC", sign)
    refused = (
        stringprep.in_table_a1, stringprep.in_table_c22, stringprep.in_table_c3,
        stringprep.in_table_c4, stringprep.in_table_c5, stringprep.in_table_c6,
        stringprep.in_table_c8, stringprep.in_table_d1,
    )  # fmt: skip
    return not any(is_refused(part) for part in told for is_refused in refused)


def _person_name(holder: Holder) -> x509.Name:
    parts = [
        (NameOID.COMMON_NAME, holder.name),
        (NameOID.ORGANIZATION_NAME, holder.unit),
        (NameOID.SERIAL_NUMBER, holder.device),
    ]
    if holder.practice:
        parts.append((NameOID.ORGANIZATIONAL_UNIT_NAME, _PRACTICE))
    return _name(*parts)


def _name(*parts: tuple[x509.ObjectIdentifier, str]) -> x509.Name:
    return x509.Name([x509.NameAttribute(oid, _short(plain(text))) for oid, text in parts])


def _short(text: str) -> str:
    return text.encode()[:_LONGEST].decode(errors="ignore")


def _public(seal_key: bytes) -> ec.EllipticCurvePublicKey:
    key = load_der_private_key(seal_key, None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise TypeError("no key to seal with")
    return key.public_key()


def _issue(issuer: _Issuer, subject: _Subject, holder: Holder, above: bytes = b"") -> bytes:
    """Return a certificate (DER): an Ed25519 key may only certify, a P-256 key only seal."""
    certifies = isinstance(subject.key, ed25519.Ed25519PublicKey)
    key = ed25519.Ed25519PrivateKey.from_private_bytes(issuer.key)
    said = _Said(holder, sha256(above).hexdigest() if above else "").text()
    builder = x509.CertificateBuilder(
        issuer.name, subject.name, subject.key, _serial(said, subject), BEGIN, _NO_END
    )
    for extension, is_critical in (
        (x509.BasicConstraints(certifies, 0 if certifies else None), True),
        (_usage(certifies=certifies), True),
        (x509.SubjectKeyIdentifier.from_public_key(subject.key), False),
        (x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), False),
        (x509.UnrecognizedExtension(_HOLDER, UTF8String(said).dump()), False),
    ):
        builder = builder.add_extension(extension, critical=is_critical)
    return builder.sign(key, None).public_bytes(Encoding.DER)


def _serial(said: str, subject: _Subject) -> int:
    key = subject.key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    digest = sha256(said.encode() + key).digest()
    return int.from_bytes(digest[:_SERIAL]) >> 1 | 1


def _usage(*, certifies: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not certifies,
        content_commitment=not certifies,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=certifies,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
