"""Amounts as people type them, without Qt."""

import re

from caseworker_app.model.values import Fen

LARGEST: Fen = 10**13
"""A hundred billion yuan: beyond it a figure is a slip of the finger."""

_AMOUNT = re.compile(r"(\d*)(?:\.(\d{0,2}))?")


def plain(text: str) -> str:
    """Return the text with full-width characters folded, separators, unit and blanks gone."""
    folded = "".join(fold(letter) for letter in text)
    return re.sub(r"[\s,]", "", folded).removeprefix("¥").removesuffix("元")


def read(text: str) -> Fen | None:
    """Return the amount in fen, or None for an empty field.

    Raises ValueError for anything that is no amount of at most two decimals: a figure is
    never guessed from half of what was typed.
    """
    bare = plain(text)
    if not bare:
        return None
    match = _AMOUNT.fullmatch(bare)
    if match is None or bare == ".":
        raise ValueError(text)
    whole, rest = match[1] or "0", (match[2] or "").ljust(2, "0")
    fen = int(whole) * 100 + int(rest)
    if fen > LARGEST:
        raise ValueError(text)
    return fen


def typed(fen: Fen | None) -> str:
    """Return the amount for typing over: ``1234.5`` as ``1234.50``, no separators."""
    return shown(fen).replace(",", "")


def shown(fen: Fen | None) -> str:
    """Return the amount for reading: ``1,234`` or ``1,234.50``."""
    if fen is None:
        return ""
    whole, rest = divmod(fen, 100)
    return f"{whole:,}" + (f".{rest:02d}" if rest else "")


def fold(letter: str) -> str:
    """Return a sign as the keyboard has it: full-width digits and stops made plain."""
    if "\uff01" <= letter <= "\uff5e":
        letter = chr(ord(letter) - 0xFEE0)
    return {"。": ".", "、": ",", "\uffe5": "¥", "\u3000": " "}.get(letter, letter)
