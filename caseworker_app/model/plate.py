"""号牌号码: number plates of motor vehicles (GA 36-2018)."""

import re
import unicodedata
from collections.abc import Mapping

_PROVINCE = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新"
_OFFICE = "A-HJ-NP-Z"
_SERIAL = "A-HJ-NP-Z0-9"

_PATTERNS: Mapping[str, re.Pattern[str]] = {
    kind: re.compile(pattern)
    for kind, pattern in {
        "普通民用号牌": f"[{_PROVINCE}][{_OFFICE}][{_SERIAL}]{{5}}",
        "小型新能源": f"[{_PROVINCE}][{_OFFICE}][A-HJK][{_SERIAL}][0-9]{{4}}",
        "大型新能源": f"[{_PROVINCE}][{_OFFICE}][0-9]{{5}}[A-HJK]",
        "挂车": f"[{_PROVINCE}][{_OFFICE}][{_SERIAL}]{{4}}挂",
        "教练车": f"[{_PROVINCE}][{_OFFICE}][{_SERIAL}]{{4}}学",
        "警用": f"[{_PROVINCE}][{_OFFICE}][{_SERIAL}]{{4}}警",
        "港澳入出境": f"粤Z[{_SERIAL}]{{4}}[港澳]",
        "使领馆": f"[0-9]{{6}}使|[{_PROVINCE}][{_OFFICE}]?[0-9]{{4,5}}领",
        "应急救援": f"[{_PROVINCE}][SX][{_SERIAL}]{{4,5}}应急",
    }.items()
}


def normalise(text: str) -> str:
    """Return the plate with full-width characters folded, dots and blanks gone, upper-case."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum()).upper()


def kind(text: str) -> str:
    """Return the kind of plate in the words of ``plate_patterns.csv``, or empty for none known.

    An unknown plate warns; it never drops a record of the register.
    """
    plate = normalise(text)
    return next((name for name, pattern in _PATTERNS.items() if pattern.fullmatch(plate)), "")
