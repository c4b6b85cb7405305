"""The certificate (X.509) a server shows on its line: signed by the office's own identity.

A laptop trusts the key whose fingerprint was on its slip, and no authority besides. Nothing else
may be done with such a certificate than be a server: it seals no paper.
"""

from datetime import UTC, datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from caseworker_app.wire import signing

_NAME = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "caseworker")])
_BEGIN = datetime(2000, 1, 1, tzinfo=UTC)
"""A laptop whose clock is wrong is told so by the server, not by a broken line."""
_NO_END = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
"""RFC 5280, 4.1.2.5: no well-defined expiration date."""
_OFFICE = x509.ObjectIdentifier("2.25.161402318520745033612809357119286440977")
"""Of the extension with the public key (raw) of the office that signed it."""


def issue(office_key: bytes) -> tuple[bytes, bytes]:
    """Return a new certificate and its private key (P-256), both PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    office = signing.public(office_key)
    certificate = (
        x509.CertificateBuilder(
            _NAME, _NAME, key.public_key(), x509.random_serial_number(), _BEGIN, _NO_END
        )
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=True)
        .add_extension(x509.UnrecognizedExtension(_OFFICE, office), critical=False)
        .sign(ed25519.Ed25519PrivateKey.from_private_bytes(office_key), None)
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return certificate.public_bytes(Encoding.PEM), private


def is_of(certificate: bytes, fingerprint: str) -> bool:
    """Tell whether the office with this fingerprint issued a certificate (PEM) for its line."""
    try:
        found = x509.load_pem_x509_certificate(certificate)
        said = found.extensions.get_extension_for_oid(_OFFICE).value
        uses = found.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except (ValueError, x509.ExtensionNotFound):
        return False
    if not isinstance(said, x509.UnrecognizedExtension):
        return False
    if list(uses) != [ExtendedKeyUsageOID.SERVER_AUTH]:
        return False
    return signing.fingerprint(said.value) == fingerprint and _signed(found, said.value)


def _signed(certificate: x509.Certificate, office: bytes) -> bool:
    try:
        key = ed25519.Ed25519PublicKey.from_public_bytes(office)
        key.verify(certificate.signature, certificate.tbs_certificate_bytes)
    except (ValueError, InvalidSignature):
        return False
    return True
