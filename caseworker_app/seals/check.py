"""A file is looked at: whether it is exactly what was sealed, by whom, and who vouches for them."""

import io
import logging
import struct
import unicodedata
import zlib
from collections.abc import Sequence
from datetime import timedelta
from hashlib import sha256

from asn1crypto import cms, core, keys, x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.authority import NamedKeyAuthority, TrustAnchor
from pyhanko_certvalidator.path import ValidationPath

from caseworker_app.seals import certificate as certificates
from caseworker_app.seals.finding import Checked, Seal, State, Trusted, Why
from caseworker_app.seals.holder import Holder
from caseworker_app.seals.stamp import FIELD

_MOMENT = certificates.BEGIN + timedelta(days=1)
"""When certificates are judged: they have no end, and no clock may say otherwise."""
_HEAD = b"%PDF-"
_MARKS = (b"/ByteRange", b"/ETSI.CAdES.detached", b"/adbe.pkcs7.detached")
"""Words of a seal: one of them damaged leaves another."""
_OURS = (certificates.MARK, f"/T ({FIELD})".encode())
"""The same of a seal of ours."""
_UNREADABLE = (
    PdfError, SigningError, SignatureValidationError, ValueError, LookupError, TypeError,
    AttributeError, AssertionError, ArithmeticError, RecursionError, NotImplementedError,
    struct.error, zlib.error,
)  # fmt: skip
"""What reading a damaged file raises, all the way down to ASN.1."""
_SHA256 = {"algorithm": "sha256", "parameters": core.Null()}
_DEVICES_PATH = 2
"""Certificates below the office's key where a laptop sealed."""

for _name in ("pyhanko", "pyhanko_certvalidator"):  # they log whole certificates, names and all
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False


def check(file: bytes, trusted: Trusted) -> Checked:
    """Return whether a file is genuine, and every seal on it in the order they were put on."""
    if not any(mark in file for mark in _MARKS):
        return Checked(_state_unsealed(file))
    try:
        reader = PdfFileReader(io.BytesIO(file))
        found = [_Found(each, file, trusted) for each in reader.embedded_regular_signatures]
        return _judged(found)
    except _UNREADABLE:
        if any(mark in file for mark in _OURS):
            return Checked(State.CHANGED, why=Why.BROKEN)
        return Checked(State.FOREIGN)


def _state_unsealed(file: bytes) -> State:
    if _HEAD not in file[:1024]:
        return State.NOT_PDF
    try:
        pages = PdfFileReader(io.BytesIO(file), strict=False).root["/Pages"]["/Count"]
    except _UNREADABLE:
        return State.DAMAGED
    return State.UNSEALED if pages else State.DAMAGED


class _Found:
    """One seal on a file and what is known of it."""

    def __init__(self, embedded: EmbeddedPdfSignature, file: bytes, trusted: Trusted) -> None:
        self._embedded = embedded
        _require_known(embedded)
        self._status: PdfSignatureStatus = validate_pdf_signature(embedded, _context(trusted))
        self._is_ours = certificates.holder_of(embedded.signer_cert.dump()) is not None
        is_believed = self._is_ours and self._status.trusted
        self.seal = self._read(self._status.validation_path if is_believed else None, trusted)
        self._is_exact = not self._is_ours or _is_exact(embedded, file)

    @property
    def is_whole(self) -> bool:
        """Whether what it covers is what was sealed, to the byte where it is one of ours."""
        status = self._status
        return status.intact and status.valid and self._is_exact

    @property
    def is_kept(self) -> bool:
        """Whether nothing but seals came after it."""
        return bool(self._status.docmdp_ok)

    @property
    def covers_all(self) -> bool:
        return self._status.coverage == SignatureCoverageLevel.ENTIRE_FILE

    def _read(self, path: ValidationPath | None, trusted: Trusted) -> Seal:
        leaf = self._embedded.signer_cert
        said = certificates.holder_of(leaf.dump())
        by_office = False
        if path is not None and said is not None and _is_anchored(path, trusted.office):
            below = [each for each in path if isinstance(each, x509.Certificate)]
            by_office = len(below) < _DEVICES_PATH
            vouched = certificates.holder_of(below[0].dump())
            said = said if vouched is None else _word(vouched, said)
        number = self._embedded.sig_object.get("/Reason", "")
        *_, again, rest = (int(n) for n in self._embedded.byte_range)
        return Seal(
            _legible(said or Holder(_common_name(leaf), "", "")),
            self._status.signer_reported_dt,
            number=_line(str(number)),
            is_vouched=path is not None,
            by_office=by_office,
            ends=again + rest,
        )


def _require_known(embedded: EmbeddedPdfSignature) -> None:
    """Raise NotImplementedError for a seal by means nobody here can judge."""
    signer = embedded.signer_info
    for name in ("digest_algorithm", "signature_algorithm"):
        if signer[name]["algorithm"].native[:1].isdecimal():  # an identifier without a name
            raise NotImplementedError(name)


def _word(vouched: Holder, said: Holder) -> Holder:
    """Return who it was in the office's word; that it is practice the laptop says itself."""
    return Holder(vouched.name, vouched.unit, vouched.device, said.practice)


def _legible(said: Holder) -> Holder:
    return Holder(_line(said.name), _line(said.unit), _line(said.device), said.practice)


def _line(text: str) -> str:
    """Return a text as it may stand beside our own: no line, no control of a terminal begins."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cc")


def _judged(found: Sequence[_Found]) -> Checked:
    seals = tuple(each.seal for each in found)
    if not found:
        return Checked(State.CHANGED, why=Why.BROKEN)
    if not all(each.is_whole for each in found):
        return Checked(State.CHANGED, seals, Why.ALTERED)
    vouched = any(seal.is_vouched for seal in seals)
    followed = all(seal.is_vouched and seal.by_office for seal in seals[1:])
    kept = found[-1].covers_all and all(each.is_kept for each in found)
    if not kept or (vouched and not followed):
        return Checked(State.CHANGED, seals, Why.APPENDED)
    if seals[0].holder.practice:
        return Checked(State.PRACTICE, seals)
    return Checked(State.GENUINE if vouched else State.UNKNOWN, seals)


def _context(trusted: Trusted) -> ValidationContext:
    anchors = []
    if trusted.office:
        anchors.append(_anchor(certificates.office_name().public_bytes(), trusted.office))
    if trusted.public:
        name = certificates.device_name(trusted.device).public_bytes()
        anchors.append(_anchor(name, trusted.public))
    return ValidationContext(trust_roots=anchors, allow_fetching=False, moment=_MOMENT)


def _anchor(name: bytes, public: bytes) -> TrustAnchor:
    return TrustAnchor(NamedKeyAuthority(x509.Name.load(name), _key(public)))


def _key(public: bytes) -> keys.PublicKeyInfo:
    key = Ed25519PublicKey.from_public_bytes(public)
    return keys.PublicKeyInfo.load(
        key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    )


def _is_anchored(path: ValidationPath, public: bytes) -> bool:
    anchor = path.trust_anchor.authority.public_key
    return bool(public) and anchor.dump() == _key(public).dump()


def _is_exact(embedded: EmbeddedPdfSignature, file: bytes) -> bool:
    """Return whether the one place a seal leaves out holds the signature and nothing else.

    The container around a signature is not signed itself; so it has to be the one we write.
    """
    start, length, again, _ = (int(n) for n in embedded.byte_range)
    digits = _container(embedded).hex().upper().encode()
    room = again - start - length - 2
    return file[length:again] == b"<" + digits.ljust(room, b"0") + b">"


def _container(embedded: EmbeddedPdfSignature) -> bytes:
    """Return the container (CMS, DER) as we write it around this signature."""
    leaf = embedded.signer_cert
    above = certificates.above_of(leaf.dump())
    others = [c for c in embedded.other_embedded_certs if sha256(c.dump()).hexdigest() == above]
    signer = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier(
                {
                    "issuer_and_serial_number": {
                        "issuer": leaf.issuer,
                        "serial_number": leaf.serial_number,
                    }
                }
            ),
            "digest_algorithm": _SHA256,
            "signature_algorithm": {"algorithm": "sha256_ecdsa"},
            "signed_attrs": embedded.signer_info["signed_attrs"],
            "signature": embedded.signer_info["signature"],
        }
    )
    signed = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [_SHA256],
            "encap_content_info": {"content_type": "data"},
            "certificates": [leaf, *others],
            "signer_infos": [signer],
        }
    )
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump())


def _common_name(certificate: x509.Certificate) -> str:
    return str(certificate.subject.native.get("common_name", ""))
