"""Initials of pinyin for the words of a list, so that 零工 is found by ``lg``."""

from functools import cache

_FIRST = (
    (0xB0A1, "a"),
    (0xB0C5, "b"),
    (0xB2C1, "c"),
    (0xB4EE, "d"),
    (0xB6EA, "e"),
    (0xB7A2, "f"),
    (0xB8C1, "g"),
    (0xB9FE, "h"),
    (0xBBF7, "j"),
    (0xBFA6, "k"),
    (0xC0AC, "l"),
    (0xC2E8, "m"),
    (0xC4C3, "n"),
    (0xC5B6, "o"),
    (0xC5BE, "p"),
    (0xC6DA, "q"),
    (0xC8BB, "r"),
    (0xC8F6, "s"),
    (0xCBFA, "t"),
    (0xCDDA, "w"),
    (0xCEF4, "x"),
    (0xD1B9, "y"),
    (0xD4D1, "z"),
)
"""GB 2312 has its first 3,755 characters in the order of their pinyin: where letters start."""

_END = 0xD7F9
_OTHER = {"癌": "a", "癫": "d", "痫": "x", "尿": "n", "瘫": "t", "茨": "c", "孳": "z", "瘤": "l"}
"""Characters beyond the first level, or read otherwise than the table has them."""


@cache
def of(text: str) -> str:
    """Return the initials of a text, letters and digits as they are: ``有劳动能力`` is yldnl."""
    return "".join(map(_letter, text.lower()))


def _letter(sign: str) -> str:
    if sign.isascii():
        return sign if sign.isalnum() else ""
    if sign in _OTHER:
        return _OTHER[sign]
    coded = int.from_bytes(sign.encode("gb2312", "ignore"))
    if not _FIRST[0][0] <= coded <= _END:
        return ""
    return next(letter for start, letter in reversed(_FIRST) if start <= coded)
