"""Sealing, countersigning, verifying.

What does the work takes half a second to import, so it loads with the first PDF.
"""

import re
from datetime import datetime

from caseworker_app.seals.finding import Checked, Trusted
from caseworker_app.seals.holder import Signatory

_END = re.compile(rb"startxref\s+(\d+)\s+%%EOF[\r\n]*")
_TABLE = re.compile(rb"xref\b|\d+ \d+ obj\b")


def seal(pdf: bytes, signatory: Signatory, at: datetime, number: str) -> bytes:
    """Return a paper with its seal (PAdES B-B, SHA-256, P-256): it begins with the paper's bytes.

    ``number`` is the paper's own. Raises ValueError for what is no readable PDF.
    """
    from caseworker_app.seals import stamp  # noqa: PLC0415  # pyHanko loads late

    return stamp.stamp(pdf, signatory, at, number, stamp.FIELD)


def countersign(sealed: bytes, office: Signatory, at: datetime) -> bytes:
    """Return a sealed paper with the office's seal beside: it begins with the sealed bytes."""
    from caseworker_app.seals import stamp  # noqa: PLC0415  # pyHanko loads late

    return stamp.stamp(sealed, office, at, "", stamp.RECEIVED)


def verify(file: bytes, trusted: Trusted) -> Checked:
    """Return whether a file is genuine, by whom it was sealed and when; never raises."""
    from caseworker_app.seals import check  # noqa: PLC0415  # pyHanko loads late

    return check.check(file, trusted)


def unsealed(file: bytes) -> bytes:
    """Return the bytes of the paper that was sealed, those of an unsealed one as they are."""
    for end in _END.finditer(file):
        if _TABLE.match(file, int(end[1])):
            return file[: end.end()]
    return file
