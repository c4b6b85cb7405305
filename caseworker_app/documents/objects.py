"""Objects of a PDF file as they are written, in ReportLab's documents."""

import zlib
from collections.abc import Mapping

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

_FLATE = "Flate"


class Literal(PDFObject):  # type: ignore[misc]  # ReportLab is untyped
    """An object that is already written."""

    def __init__(self, text: str) -> None:
        self._text = text.encode("ascii")

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002  # ReportLab's form
        return self._text


class Dictionary(PDFObject):  # type: ignore[misc]  # ReportLab is untyped
    """A dictionary in the order of its entries; a name among them begins with a slash."""

    def __init__(self, entries: Mapping[str, object] | None = None) -> None:
        self._entries = dict(entries or {})

    def __setitem__(self, key: str, value: object) -> None:
        self._entries[key] = value

    def format(self, document: PDFDocument) -> bytes:
        written = [
            b"/%b %b" % (key.encode("ascii"), _written(value, document))
            for key, value in self._entries.items()
        ]
        return b"<< %b >>" % b" ".join(written)


def _written(value: object, document: PDFDocument) -> bytes:
    if isinstance(value, str | int):
        return str(value).encode("ascii")
    written: bytes = pdfdoc.format(value, document)
    return written


class Stream(PDFObject):  # type: ignore[misc]  # ReportLab is untyped
    """A stream with an end of line before its end (ISO 19005-2, 6.1.7.1).

    Flate at its first level: outlines and figures hardly shrink further, in a third of the time.
    """

    __RefOnly__ = 1

    def __init__(
        self, content: bytes, entries: Mapping[str, object] | None = None, coding: str = _FLATE
    ) -> None:
        self._content, self._coding = content, coding
        self._entries = entries or {}

    def format(self, document: PDFDocument) -> bytes:
        data = zlib.compress(self._content, 1) if self._coding == _FLATE else self._content
        filters = {"Filter": f"/{self._coding}Decode"} if self._coding else {}
        head = Dictionary({**self._entries, **filters, "Length": len(data)}).format(document)
        return b"%b\nstream\n%b\nendstream\n" % (head, data)
