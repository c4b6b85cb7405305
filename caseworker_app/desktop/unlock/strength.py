"""How hard a passphrase is to guess, told while it is typed. A rough measure, never a promise."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from math import log2

from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import tr

SHORTEST = 8
_BITS = ((45, tr("一般，再长几个字更好"), Tone.ORANGE), (60, tr("较强"), Tone.GREEN))
_LATIN, _DIGIT, _SIGN, _CHINESE = 26, 10, 33, 3000
_FIRST_CHINESE = "\u2e80"
_COMMON = (
    "password", "passw0rd", "12345678", "123456789", "88888888", "66666666", "11111111", "00000000",
    "qwertyui", "qwerty", "asdfgh", "1qaz2wsx", "admin", "abc123", "woaini", "iloveyou", "5201314",
)  # fmt: skip
_DATE = re.compile(r"(19|20)\d\d(0?[1-9]|1[0-2])([0-2]?\d|3[01])")
_PHONE = re.compile(r"1[3-9]\d{9}")
_ID = re.compile(r"\d{17}[\dXx]")


@dataclass(frozen=True, slots=True)
class Strength:
    """``word`` is what is told; empty for an empty passphrase."""

    word: str
    tone: Tone = Tone.GREY
    bits: float = 0.0


def strength(passphrase: str) -> Strength:
    """Return how strong a passphrase is, with what makes it weak."""
    text = unicodedata.normalize("NFKC", passphrase)
    if not text:
        return Strength("")
    if len(text) < SHORTEST:
        return Strength(
            tr("太短：至少 {SHORTEST} 个字符，现为 {n} 个", SHORTEST=SHORTEST, n=len(text)),
            Tone.RED,
        )
    weak = _weakness(text)
    bits = _bits(text)
    if weak and bits < _BITS[-1][0]:
        return Strength(tr("很弱：{weak}", weak=weak), Tone.RED, bits)
    for least, word, tone in _BITS:
        if bits < least:
            return Strength(tr("强度：{word}", word=word), tone, bits)
    return Strength(tr("强度：很强"), Tone.GREEN, bits)


def _weakness(text: str) -> str:
    lowered = text.lower()
    if _ID.search(text) or _PHONE.search(text) or _DATE.search(text):
        return tr("像身份证号、电话或生日，别人猜得到")
    if any(word in lowered for word in _COMMON):
        return tr("含有很多人用的口令")
    if len(set(lowered)) <= len(text) // 3:
        return tr("重复的字符太多")
    if _runs(lowered):
        return tr("是连着的数字或字母")
    return ""


def _runs(text: str) -> bool:
    """Return whether most neighbours follow one another, as in 12345678."""
    steps = [ord(b) - ord(a) for a, b in pairwise(text)]
    return sum(step in (1, -1) for step in steps) > len(steps) * 2 // 3


def _bits(text: str) -> float:
    """Return the bits of that many characters drawn at random from the sets they come from."""
    alphabet = (
        _LATIN * any("a" <= c <= "z" for c in text)
        + _LATIN * any("A" <= c <= "Z" for c in text)
        + _DIGIT * any(c.isdigit() for c in text)
        + _SIGN * any(c.isascii() and not c.isalnum() for c in text)
        + _CHINESE * any(c >= _FIRST_CHINESE for c in text)
    )
    different = len(set(text)) + (len(text) - len(set(text))) / 2
    return different * log2(max(alphabet, 2)) * 0.8
