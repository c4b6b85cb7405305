"""Texts as they are compared: forms of one character, of a dot or a blank mean nothing."""

import unicodedata

_DOTS = str.maketrans(dict.fromkeys("•．・.‧∙⋅", "·"))


def fold_name(text: str) -> str:
    """Return a person's name for telling whether two spellings differ; never to find anyone by."""
    composed = unicodedata.normalize("NFKC", text.translate(_DOTS))
    return "".join(composed.split()).upper()


def fold_place(text: str) -> str:
    """Return an address without blanks, width and punctuation."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum()).upper()
