"""号牌号码: number plates of motor vehicles (GA 36-2018)."""

import re
import unicodedata
from collections.abc import Mapping

PROVINCE = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新"
OFFICE = "A-HJ-NP-Z"
SERIAL = "A-HJ-NP-Z0-9"

_PATTERNS: Mapping[str, re.Pattern[str]] = {
    kind: re.compile(pattern)
    for kind, pattern in {
        "普通民用号牌": f"[{PROVINCE}][{OFFICE}][{SERIAL}]{{5}}",
        "小型新能源": f"[{PROVINCE}][{OFFICE}][A-HJK][{SERIAL}][0-9]{{4}}",
        "大型新能源": f"[{PROVINCE}][{OFFICE}][0-9]{{5}}[A-HJK]",
        "挂车": f"[{PROVINCE}][{OFFICE}][{SERIAL}]{{4}}挂",
        "教练车": f"[{PROVINCE}][{OFFICE}][{SERIAL}]{{4}}学",
        "警用": f"[{PROVINCE}][{OFFICE}][{SERIAL}]{{4}}警",
        "港澳入出境": f"粤Z[{SERIAL}]{{4}}[港澳]",
        "使领馆": f"[0-9]{{6}}使|[{PROVINCE}][{OFFICE}]?[0-9]{{4,5}}领",
        "应急救援": f"[{PROVINCE}][SX][{SERIAL}]{{4,5}}应急",
    }.items()
}


def normalise(text: str) -> str:
    """Return the plate with full-width characters folded, dots and blanks gone, upper-case."""
    if text.isascii() and text.isalnum():  # nearly all: nothing to fold
        return text.upper()
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum()).upper()


def kind(text: str) -> str:
    """Return the kind of plate in the words of ``plate_patterns.csv``, or empty for none known.

    An unknown plate warns; it never drops a record of the register.
    """
    plate = normalise(text)
    return next((name for name, pattern in _PATTERNS.items() if pattern.fullmatch(plate)), "")
