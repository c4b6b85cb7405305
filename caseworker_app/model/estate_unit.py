"""不动产单元号: the 28 characters that name a house or parcel (GB/T 37346-2019).

6 county, 3 cadastral district, 3 sub-district, 2 kind of parcel, 5 parcel, 1 kind of thing
fixed on it, 8 building and unit. Printed in blocks with blanks.
"""

import re
import unicodedata
from dataclasses import dataclass

_LENGTH = 28
_PARCEL = 19
_SHAPE = re.compile(r"[0-9]{12}[GJZ][A-Z][0-9]{5}[FLQW][0-9]{8}")
_NOTHING_FIXED = re.compile(r"W(?!00000000)")


@dataclass(frozen=True, slots=True)
class EstateUnitFault:
    """Why a unit number cannot be right, as a sentence for the person who typed it."""

    reason: str


def normalise(text: str) -> str:
    """Return the number with full-width characters folded, blanks gone, upper-case."""
    if text.isascii() and text.isalnum():  # nearly all: nothing to fold
        return text.upper()
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum()).upper()


def fault(text: str) -> EstateUnitFault | None:
    """Return what is wrong with a unit number, or None. A fault warns; it drops no record."""
    number = normalise(text)
    if len(number) != _LENGTH:
        return EstateUnitFault(f"不动产单元号应为28位，现为{len(number)}位")
    if not number.isascii() or not _SHAPE.fullmatch(number):
        return EstateUnitFault("不动产单元号各段不符合编码规则，请对照权证核对")
    if _NOTHING_FIXED.match(number, _PARCEL):
        return EstateUnitFault("无定着物的单元号后8位应为0，请对照权证核对")
    return None


def parcel(text: str) -> str:
    """Return the 19 characters of the parcel, or empty where the number is faulty."""
    return "" if fault(text) else normalise(text)[:_PARCEL]
