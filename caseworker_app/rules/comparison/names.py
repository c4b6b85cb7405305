"""Texts as they are compared: forms of one character, of a dot or a blank mean nothing."""

import re
import unicodedata

_DOTS = str.maketrans(dict.fromkeys("•．・.‧∙⋅", "·"))
_BETWEEN_NUMBERS = re.compile(r"(?<=\d)[\W_]+(?=\d)")


def fold_name(text: str) -> str:
    """Return a person's name for telling whether two spellings differ; never to find anyone by."""
    if text.isalpha() and unicodedata.is_normalized("NFKC", text):  # nearly all
        return text.upper()
    composed = unicodedata.normalize("NFKC", text.translate(_DOTS))
    return "".join(composed.split()).upper()


def fold_place(text: str) -> str:
    """Return an address without blanks, width and punctuation; 3-12 stays other than 31-2."""
    parts = _BETWEEN_NUMBERS.split(unicodedata.normalize("NFKC", text))
    return "-".join("".join(c for c in part if c.isalnum()) for part in parts).upper()
