"""A day as it is typed: 20261103, 2026-11-3, 2026年11月3日, or 11-3 for the last such day.

Where days to come are wanted (``ahead``), 11-3 is the next such day.
"""

import re
import unicodedata
from datetime import date

from caseworker_app.desktop.tongue import tr

_WHOLE = re.compile(r"([12][0-9]{3})\D?([0-9]{1,2})\D?([0-9]{1,2})\D?")
_SHORT = re.compile(r"([0-9]{1,2})[-/.月 ]([0-9]{1,2})日?")


def shown(day: date | None) -> str:
    """Return ``2026-11-03``, or "" for none."""
    return day.isoformat() if day else ""


def read(text: str, today: date, *, ahead: bool = False) -> date | None:
    """Return the day a text means, or None where it means none."""
    typed = unicodedata.normalize("NFKC", text).strip()
    whole = _WHOLE.fullmatch(typed)
    if whole:
        return _day(*(int(part) for part in whole.groups()))
    short = _SHORT.fullmatch(typed)
    if short is None:
        return None
    month, day = (int(part) for part in short.groups())
    this = _day(today.year, month, day)
    if this is None or (this >= today if ahead else this <= today):
        return this
    return _day(today.year + (1 if ahead else -1), month, day)


def fault(text: str, today: date, *, ahead: bool = False) -> str:
    """Return why a text is no day that can be taken, or ""."""
    if not text.strip():
        return ""
    day = read(text, today, ahead=ahead)
    if day is None:
        return tr("看不出是哪一天，请写成 2026-11-03 或 11-3")
    return tr("日期在今天之后，请核对") if day > today and not ahead else ""


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
