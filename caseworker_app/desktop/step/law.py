"""Articles the way an office cites them: 《社会救助法》第四十八条."""

from collections.abc import Iterable
from functools import cache

from caseworker_app import codes

_DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))
_TEN, _TWENTY = 10, 20


@cache
def article(code: str) -> str:
    """Return the citation of a code of ``legal_basis.csv``, or "" where the list lacks it."""
    instrument = codes.names("legal_basis", value="instrument").get(code)
    if instrument is None:
        return ""
    place = _place(code.partition("-")[2], loose=instrument.endswith("意见"))
    return f"《{instrument.split('(')[0]}》{place}"


def articles(cited: Iterable[str]) -> str:
    """Return several citations, each once, in the order given."""
    return "、".join(dict.fromkeys(filter(None, map(article, cited))))


def numeral(number: int) -> str:
    """Return a number below ten thousand in Chinese numerals."""
    if _TEN <= number < _TWENTY:
        return "十" + (_DIGITS[number - _TEN] if number > _TEN else "")
    text, rest, gap = "", number, False
    for unit, word in _UNITS:
        digit, rest = divmod(rest, unit)
        if digit:
            text += ("零" if gap else "") + _DIGITS[digit] + word
            gap = False
        else:
            gap = gap or bool(text)
    return text + (("零" if gap else "") + _DIGITS[rest] if rest else "") or _DIGITS[0]


def _place(mark: str, *, loose: bool) -> str:
    """Return 第四十八条; a notice has parts and items, an opinion items through all its parts."""
    part, _, item = mark.partition(".")
    if item:
        return f"第{numeral(int(part))}部分第（{numeral(int(item))}）项"
    return f"第（{numeral(int(part))}）项" if loose else f"第{numeral(int(part))}条"
