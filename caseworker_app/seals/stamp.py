"""A seal is put on: an incremental update, so that the paper's own bytes stay as they were."""

import io
from datetime import datetime

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko_certvalidator.registry import SimpleCertificateStore

from caseworker_app.seals.holder import Signatory

FIELD, RECEIVED = "Seal", "Received"
"""Names of the fields of a paper's seal and of the office's countersignature."""

_ROOM = 2048
"""Hex digits a seal takes besides its certificates."""


def stamp(pdf: bytes, signatory: Signatory, at: datetime, number: str, field: str) -> bytes:
    """Return the PDF with an invisible seal (PAdES B-B) that names the paper's number."""
    certificates = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # its __init__ says no types
    if signatory.above:
        certificates.register(Certificate.load(signatory.above))
    signer = SimpleSigner(
        signing_cert=Certificate.load(signatory.certificate),
        signing_key=PrivateKeyInfo.load(signatory.key),
        cert_registry=certificates,
    )
    meaning = PdfSignatureMetadata(
        field_name=field,
        reason=number or None,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        certify=field == FIELD,
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )
    sealed = io.BytesIO()
    sealing = _Sealing(meaning, signer, new_field_spec=SigFieldSpec(field))
    sealing.at = at
    room = _ROOM + 2 * (len(signatory.certificate) + len(signatory.above))
    sealing.sign_pdf(_Update(io.BytesIO(pdf)), output=sealed, bytes_reserved=room)
    return sealed.getvalue()


class _Update(IncrementalPdfFileWriter):
    """Leaves title, dates and XMP as the paper has them: an archived paper stays PDF/A."""

    def _update_meta(self) -> None:
        """Change nothing."""


class _Sealing(PdfSigner):
    """Seals at a time it is told, without asking for a newer edition of PDF."""

    at: datetime

    def init_signing_session(
        self,
        pdf_out: BasePdfFileWriter,
        existing_fields_only: bool = False,  # noqa: FBT001, FBT002  # as it is called
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.at
        return session

    def register_extensions(self, pdf_out: BasePdfFileWriter, *, md_algorithm: str) -> None:  # noqa: ARG002  # ditto
        pdf_out.register_extension(ESIC_EXTENSION_1)
